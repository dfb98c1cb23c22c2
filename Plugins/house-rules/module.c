#include <stdlib.h>

#include "house.h"
#include "json_text.h"

static gh_outcome check_key(const gh_json_functions *json, gh_json key, gh_config_reply *reply)
{
    gh_str name;
    if (!json_string(json, key, GH_STR(""), &name)) return gh_refuse(reply, GH_STR(""), NO_MEMORY);
    gh_outcome outcome = gh_equal(name, GH_STR("server"))
                             ? GH_NEXT
                             : gh_refuse(reply, name, GH_STR("there is no such setting; the only one is \"server\""));
    text_free(name);
    return outcome;
}

static gh_outcome check_keys(const gh_json_functions *json, gh_json config, gh_config_reply *reply)
{
    uint64_t cursor = 0;
    gh_json key, value;
    gh_outcome outcome = GH_NEXT;
    while (json->next(config, &cursor, &key, &value) == GH_FOUND) {
        if (check_key(json, key, reply) != GH_NEXT) outcome = GH_FAILED;
    }
    return outcome;
}

static gh_outcome check_server(const gh_json_functions *json, gh_json config, gh_config_reply *reply)
{
    gh_json server;
    if (json->get(config, GH_STR("/server"), &server) != GH_FOUND) {
        return gh_refuse(reply, GH_STR("server"), GH_STR("is missing; give the name of your server"));
    }
    if (!gh_json_is_string(server) || gh_json_is(server, GH_STR("\"\""))) {
        return gh_refuse(reply, GH_STR("server"), GH_STR("must be the name of your server, a string"));
    }
    return GH_NEXT;
}

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    if (!gh_json_is_object(config)) {
        return gh_refuse(reply, GH_STR(""), GH_STR("must be a mapping with the key \"server\""));
    }
    gh_outcome keys = check_keys(setup->json, config, reply);
    gh_outcome server = check_server(setup->json, config, reply);
    if (keys != GH_NEXT || server != GH_NEXT) return GH_FAILED;
    if (gh_read_state(setup, GH_STR("org.example.lock"), GH_STR("")) == GH_FAILED) return GH_FAILED;
    const gh_str password = GH_STR("password"), key = GH_STR("key");
    if (gh_check_logins(setup, GH_STR("m.login.password"), &password, 1) == GH_FAILED) return GH_FAILED;
    return gh_check_logins(setup, GH_STR("org.example.key"), &key, 1);
}

static void destroy(void *self)
{
    struct house *house = self;
    text_free(house->server);
    text_free(house->alice);
    text_free(house->carol);
    free(house);
}

static bool set_up(struct house *house, const gh_host *host, gh_json config)
{
    house->host = host;
    if (!json_string(host->json, config, GH_STR("/server"), &house->server)) return false;
    house->alice = text_join((gh_str[]){GH_STR("@alice:"), house->server}, 2);
    house->carol = text_join((gh_str[]){GH_STR("@carol:"), house->server}, 2);
    return !gh_is_absent(house->alice) && !gh_is_absent(house->carol);
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    struct house *house = calloc(1, sizeof *house);
    if (house && set_up(house, host, config)) {
        *self = house;
        return GH_NEXT;
    }
    if (house) destroy(house);
    return gh_refuse(reply, GH_STR(""), NO_MEMORY);
}

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("house_rules"),
    .version = GH_STR_INIT("1.0.0"),
    .vendor = GH_STR_INIT("Gatehouse"),
    .licence = GH_STR_INIT("Apache-2.0"),
    .description = GH_STR_INIT("The rules of a small, busy house"),
    .flags = GH_CONCURRENT | GH_PROMPT,
    .configure = configure,
    .create = create,
    .destroy = destroy,
    .spam_checker = &house_spam_checker,
    .third_party_rules = &house_third_party_rules,
    .presence_router = &house_presence_router,
    .account_validity = &house_account_validity,
    .password_auth_provider = &house_password_auth_provider,
    .media_repository = &house_media_repository,
    .background_update_controller = &house_background_update_controller,
    .account_data = &house_account_data,
    .ratelimit = &house_ratelimit,
    .unsigned_fields = &house_unsigned,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
