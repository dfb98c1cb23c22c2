#include "subject.h"

#include <gatehouse/testing.h> /* for its list of callbacks, so that this module offers all of them */

subject_record subject;

static gh_outcome answer(const void *call, gh_reply *reply)
{
    subject.call = call;
    subject.process = gh_reply_process(reply);
    subject.is_from_main = gh_reply_is_from_main(reply);
    return subject.answer(reply);
}

#define CALLBACK(category, name, kind, ...)                                                                            \
    static gh_outcome name(void *self, const gh_##name *call, gh_##kind##_reply *reply)                                \
    {                                                                                                                  \
        (void)self;                                                                                                    \
        return answer(call, &reply->base);                                                                             \
    }
GH_TEST_CALLBACKS(CALLBACK)

#define SLOT(category, name, kind, ...) .name = name,

static const gh_spam_checker_callbacks spam_checker = {.size = sizeof spam_checker, GH_TEST_SPAM_CHECKER(SLOT)};
static const gh_third_party_rules_callbacks third_party_rules = {
    .size = sizeof third_party_rules, GH_TEST_THIRD_PARTY_RULES(SLOT)};
static const gh_presence_router_callbacks presence_router = {
    .size = sizeof presence_router, GH_TEST_PRESENCE_ROUTER(SLOT)};
static const gh_unsigned_callbacks unsigned_fields = {.size = sizeof unsigned_fields, GH_TEST_UNSIGNED(SLOT)};

#define TABLE(category, LIST) static const gh_##category##_callbacks category = {.size = sizeof category, LIST(SLOT)};
TABLE(account_validity, GH_TEST_ACCOUNT_VALIDITY)
TABLE(password_auth_provider, GH_TEST_PASSWORD_AUTH_PROVIDER)
TABLE(media_repository, GH_TEST_MEDIA_REPOSITORY)
TABLE(background_update_controller, GH_TEST_BACKGROUND_UPDATE_CONTROLLER)
TABLE(account_data, GH_TEST_ACCOUNT_DATA)
TABLE(ratelimit, GH_TEST_RATELIMIT)
TABLE(federation, GH_TEST_FEDERATION)

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    (void)config;
    if (!gh_is_absent(subject.leaves_out) && gh_leave_out(setup, subject.leaves_out) != GH_NEXT) {
        return gh_refuse(reply, GH_STR(""), GH_STR("it cannot be left out"));
    }
    if (gh_read_state(setup, GH_STR("m.room.name"), GH_STR("")) != GH_NEXT) return GH_FAILED;
    const gh_str password = GH_STR("password");
    if (gh_check_logins(setup, GH_STR("m.login.password"), &password, 1) != GH_NEXT) return GH_FAILED;
    return gh_is_absent(subject.key_path) ? GH_NEXT : gh_refuse(reply, subject.key_path, GH_STR("is wrong"));
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    (void)config, (void)reply;
    subject.host = host;
    *self = &subject;
    return GH_NEXT;
}

static void destroy(void *self) { ((subject_record *)self)->host = NULL; }

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("subject"),
    .configure = configure,
    .create = create,
    .destroy = destroy,
    .spam_checker = &spam_checker,
    .third_party_rules = &third_party_rules,
    .presence_router = &presence_router,
    .account_validity = &account_validity,
    .password_auth_provider = &password_auth_provider,
    .media_repository = &media_repository,
    .background_update_controller = &background_update_controller,
    .account_data = &account_data,
    .ratelimit = &ratelimit,
    .federation = &federation,
    .unsigned_fields = &unsigned_fields,
};

gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    if (subject.registers == GH_FAILED) return gh_refuse_host(into, GH_STR("not today"));
    const gh_outcome outcome = gh_register(into, &module);
    return subject.registers ? subject.registers : outcome;
}
