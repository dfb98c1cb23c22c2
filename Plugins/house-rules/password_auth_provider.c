#include "house.h"
#include "json_text.h"

#define PASSWORD GH_STR("open sesame")

/* Lets in whoever has this localpart on the configured server. */
static gh_outcome let_in(const struct house *house, gh_str localpart, gh_login_reply *reply)
{
    gh_str user_id = text_join((gh_str[]){GH_STR("@"), localpart, GH_STR(":"), house->server}, 4);
    gh_outcome outcome = gh_is_absent(user_id) ? gh_fail(reply, NO_MEMORY) : gh_log_in(reply, user_id);
    text_free(user_id);
    return outcome;
}

/* Who logs in may say their whole user id. */
static gh_outcome let_user_in(const struct house *house, gh_str username, gh_login_reply *reply)
{
    gh_str localpart = user_localpart(username);
    return let_in(house, gh_is_absent(localpart) ? username : localpart, reply);
}

static gh_outcome judge(const struct house *house, const gh_auth_checkers *call, gh_str secret, gh_login_reply *reply)
{
    bool is_key = gh_equal(call->login_type, GH_STR("org.example.key"));
    if (is_key && gh_equal(secret, GH_STR("broken"))) return gh_fail(reply, GH_STR("the key broke in the lock"));
    gh_str right = is_key ? GH_STR("skeleton") : PASSWORD;
    return gh_equal(secret, right) ? let_user_in(house, call->username, reply) : GH_NEXT;
}

static gh_outcome auth_checkers(void *self, const gh_auth_checkers *call, gh_login_reply *reply)
{
    const struct house *house = self;
    gh_str secret;
    bool is_key = gh_equal(call->login_type, GH_STR("org.example.key"));
    gh_str field = is_key ? GH_STR("/key") : GH_STR("/password");
    if (!json_string(house->host->json, call->login_dict, field, &secret)) return gh_fail(reply, NO_MEMORY);
    gh_outcome outcome = judge(house, call, secret, reply);
    text_free(secret);
    return outcome;
}

/* What stands before the first "@" of an email address. */
static gh_str local_name(gh_str address)
{
    const char *at = memchr(address.ptr, '@', address.len);
    return at ? gh_make_str(address.ptr, (size_t)(at - address.ptr)) : address;
}

static gh_outcome check_3pid_auth(void *self, const gh_check_3pid_auth *call, gh_login_reply *reply)
{
    bool is_right = gh_equal(call->medium, GH_STR("email")) && gh_equal(call->password, PASSWORD);
    return is_right ? let_in(self, local_name(call->address), reply) : GH_NEXT;
}

/* A user name that begins with `prefix` becomes one that begins with `other`. */
static gh_outcome rename_user(
    const struct house *house, gh_json params, gh_str prefix, gh_str other, gh_text_reply *reply)
{
    gh_str name;
    if (!json_string(house->host->json, params, GH_STR("/username"), &name)) return gh_fail(reply, NO_MEMORY);
    gh_outcome outcome = GH_NEXT;
    if (gh_has_prefix(name, prefix)) {
        gh_str rest = gh_make_str(name.ptr + prefix.len, name.len - prefix.len);
        gh_str renamed = text_join((gh_str[]){other, rest}, 2);
        outcome = gh_is_absent(renamed) ? gh_fail(reply, NO_MEMORY) : gh_text_give(reply, renamed);
        text_free(renamed);
    }
    text_free(name);
    return outcome;
}

static gh_outcome get_username_for_registration(
    void *self, const gh_get_username_for_registration *call, gh_text_reply *reply)
{
    return rename_user(self, call->params, GH_STR("x-"), GH_STR("renamed-"), reply);
}

static gh_outcome get_displayname_for_registration(
    void *self, const gh_get_displayname_for_registration *call, gh_text_reply *reply)
{
    return rename_user(self, call->params, GH_STR("doctor-"), GH_STR("Dr. "), reply);
}

static gh_outcome is_3pid_allowed(void *self, const gh_is_3pid_allowed *call, gh_objection_reply *reply)
{
    (void)self;
    return gh_has_suffix(call->address, GH_STR("@blocked.example")) ? gh_object(reply) : GH_NEXT;
}

const gh_password_auth_provider_callbacks house_password_auth_provider = {
    .size = sizeof house_password_auth_provider,
    .auth_checkers = auth_checkers,
    .check_3pid_auth = check_3pid_auth,
    .get_username_for_registration = get_username_for_registration,
    .get_displayname_for_registration = get_displayname_for_registration,
    .is_3pid_allowed = is_3pid_allowed,
};
