#include <stdio.h>
#include <stdlib.h>

#include "web_resource.h"

static gh_outcome check_event_for_spam(void *self, const gh_check_event_for_spam *call, gh_event_verdict_reply *reply)
{
    const struct checker *checker = self;
    if (!user_list_contains(checker->evil_users, call->event->sender)) return GH_NEXT;
    return gh_event_deny_code(reply, GH_M_FORBIDDEN);
}

static gh_outcome refuse_item(size_t index, gh_config_reply *reply)
{
    char path[40];
    int length = snprintf(path, sizeof path, "evil_users.%zu", index);
    return gh_refuse(reply, gh_make_str(path, (size_t)length), GH_STR("must be a user id, a string"));
}

static gh_outcome check_list(const gh_json_functions *json, gh_json list, gh_config_reply *reply)
{
    uint64_t cursor = 0;
    gh_json item;
    gh_outcome outcome = GH_NEXT;
    if (!gh_json_is_array(list)) return gh_refuse(reply, GH_STR("evil_users"), GH_STR("must be a list of user ids"));
    for (size_t i = 0; json->next(list, &cursor, NULL, &item) == GH_FOUND; i++) {
        if (!gh_json_is_string(item)) outcome = refuse_item(i, reply);
    }
    return outcome;
}

static gh_outcome refuse_key(const gh_json_functions *json, gh_json key, gh_config_reply *reply)
{
    char name[256];
    size_t length;
    gh_found found = json->unescape(key, name, sizeof name, &length);
    gh_str path = found == GH_FOUND ? gh_make_str(name, length) : key.text;
    return gh_refuse(reply, path, GH_STR("there is no such setting; the only one is \"evil_users\""));
}

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    uint64_t cursor = 0;
    gh_json key, value;
    gh_outcome outcome = GH_NEXT;
    if (!gh_json_is_object(config)) return gh_refuse(reply, GH_STR(""), GH_STR("must be a mapping"));
    while (setup->json->next(config, &cursor, &key, &value) == GH_FOUND) {
        gh_outcome setting = gh_json_is(key, GH_STR("\"evil_users\"")) ? check_list(setup->json, value, reply)
                                                                       : refuse_key(setup->json, key, reply);
        if (setting != GH_NEXT) outcome = GH_FAILED;
    }
    return outcome;
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_json list;
    if (host->json->get(config, GH_STR("/evil_users"), &list) != GH_FOUND) list = GH_NO_JSON;
    struct checker *checker = calloc(1, sizeof *checker);
    struct user_list *evil_users = checker ? user_list_make(host->json, list) : NULL;
    if (evil_users == NULL) {
        free(checker);
        return gh_refuse(reply, GH_STR(""), GH_STR("the list could not be read, perhaps for want of memory"));
    }
    checker->host = host;
    checker->evil_users = evil_users;
    serve_web_resource(checker);
    *self = checker;
    return GH_NEXT;
}

static void destroy(void *self)
{
    struct checker *checker = self;
    user_list_free(checker->evil_users);
    free(checker);
}

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker,
    .check_event_for_spam = check_event_for_spam,
};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("list_spam_checker"),
    .version = GH_STR_INIT("1.0.0"),
    .vendor = GH_STR_INIT("Gatehouse"),
    .licence = GH_STR_INIT("Apache-2.0"),
    .description = GH_STR_INIT("Refuses the events of users on a list"),
    .flags = GH_CONCURRENT | GH_PROMPT,
    .configure = configure,
    .create = create,
    .destroy = destroy,
    .spam_checker = &spam_checker,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
