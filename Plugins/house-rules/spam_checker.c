#include "house.h"
#include "json_text.h"
#include "media_text.h"

static gh_outcome judge_body(gh_str body, gh_event_verdict_reply *reply)
{
    if (text_contains_ignoring_case(body, GH_STR("casino"))) {
        return gh_event_deny_with(reply, GH_M_FORBIDDEN,
            GH_JSON("{\"error\": \"Gambling is not welcome here\", \"org.example.rule\": \"casino\"}"));
    }
    if (text_contains_ignoring_case(body, GH_STR("lottery"))) {
        return gh_event_deny_text(reply, GH_STR("No lotteries, please"));
    }
    if (text_contains(body, GH_STR("kaboom"))) return gh_fail(reply, GH_STR("the spam filter blew up"));
    if (text_contains(body, GH_STR("too fast"))) {
        return gh_fail_with(
            reply, 429, GH_M_LIMIT_EXCEEDED, GH_STR("Take a breath"), GH_JSON("{\"retry_after_ms\": 3000}"));
    }
    return GH_NEXT;
}

static gh_outcome check_event_for_spam(void *self, const gh_check_event_for_spam *call, gh_event_verdict_reply *reply)
{
    const struct house *house = self;
    gh_str body;
    if (user_is_evil(call->event->sender)) return gh_event_deny_code(reply, GH_M_FORBIDDEN);
    if (!json_string(house->host->json, call->event->text, BODY, &body)) return gh_fail(reply, UNREADABLE);
    gh_outcome outcome = judge_body(body, reply);
    text_free(body);
    return outcome;
}

static gh_outcome should_drop_federated_event(
    void *self, const gh_should_drop_federated_event *call, gh_objection_reply *reply)
{
    const struct house *house = self;
    gh_str body;
    if (!json_string(house->host->json, call->event->text, BODY, &body)) return gh_fail(reply, UNREADABLE);
    gh_outcome outcome = text_contains(body, GH_STR("dropme")) ? gh_object(reply) : GH_NEXT;
    text_free(body);
    return outcome;
}

static gh_outcome forbid_evil(gh_str user_id, gh_verdict_reply *reply)
{
    return user_is_evil(user_id) ? gh_deny_code(reply, GH_M_FORBIDDEN) : GH_NEXT;
}

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    (void)self;
    return forbid_evil(call->user_id, reply);
}

static gh_outcome user_may_invite(void *self, const gh_user_may_invite *call, gh_verdict_reply *reply)
{
    (void)self;
    if (!user_is_evil(call->inviter) && gh_has_prefix(user_localpart(call->invitee), GH_STR("hermit"))) {
        return gh_deny_with(reply, GH_M_FORBIDDEN,
            GH_JSON("{\"error\": \"This user takes no visitors\", \"org.example.rule\": \"hermit\"}"));
    }
    return forbid_evil(call->inviter, reply);
}

static gh_outcome federated_user_may_invite(
    void *self, const gh_federated_user_may_invite *call, gh_verdict_reply *reply)
{
    (void)self;
    return forbid_evil(call->event->sender, reply);
}

static gh_outcome user_may_send_3pid_invite(
    void *self, const gh_user_may_send_3pid_invite *call, gh_verdict_reply *reply)
{
    (void)self;
    return forbid_evil(call->inviter, reply);
}

static gh_outcome user_may_create_room(void *self, const gh_user_may_create_room *call, gh_verdict_reply *reply)
{
    (void)self;
    return forbid_evil(call->user_id, reply);
}

static gh_outcome user_may_create_room_alias(
    void *self, const gh_user_may_create_room_alias *call, gh_verdict_reply *reply)
{
    (void)self;
    if (user_is_evil(call->user_id)) return gh_deny_code(reply, GH_M_FORBIDDEN);
    if (!gh_has_prefix(call->room_alias, GH_STR("#official"))) return GH_NEXT;
    if (gh_equal(user_localpart(call->user_id), GH_STR("root"))) return GH_NEXT;
    return gh_deny_code(reply, GH_M_EXCLUSIVE);
}

static gh_outcome user_may_publish_room(void *self, const gh_user_may_publish_room *call, gh_verdict_reply *reply)
{
    (void)self;
    return forbid_evil(call->user_id, reply);
}

static gh_outcome judge_topic(const struct house *house, gh_json content, gh_code_reply *reply)
{
    gh_str topic;
    if (!json_string(house->host->json, content, GH_STR("/topic"), &topic)) return gh_fail(reply, UNREADABLE);
    bool explodes = text_contains(topic, GH_STR("explode"));
    text_free(topic);
    return explodes ? gh_fail(reply, GH_STR("topic exploded")) : GH_NEXT;
}

static gh_outcome user_may_send_state_event(void *self, const gh_user_may_send_state_event *call, gh_code_reply *reply)
{
    if (user_is_evil(call->user_id) || gh_equal(call->event_type, GH_STR("m.room.server_acl"))) {
        return gh_code_deny(reply, GH_M_FORBIDDEN);
    }
    return gh_equal(call->event_type, GH_STR("m.room.topic")) ? judge_topic(self, call->content, reply) : GH_NEXT;
}

static gh_outcome check_username_for_spam(void *self, const gh_check_username_for_spam *call, gh_objection_reply *reply)
{
    const gh_user_profile *profile = call->user_profile;
    gh_str spam = GH_STR("spam");
    (void)self;
    return text_contains_ignoring_case(profile->user_id, spam) ||
                   text_contains_ignoring_case(profile->display_name, spam)
               ? gh_object(reply)
               : GH_NEXT;
}

static gh_outcome check_registration_for_spam(
    void *self, const gh_check_registration_for_spam *call, gh_registration_reply *reply)
{
    (void)self;
    if (text_contains(call->username, GH_STR("bot"))) return gh_registration_deny(reply);
    if (text_contains(call->username, GH_STR("shade"))) return gh_registration_shadow_ban(reply);
    return GH_NEXT;
}

static gh_outcome check_media_file_for_spam(
    void *self, const gh_check_media_file_for_spam *call, gh_verdict_reply *reply)
{
    const struct house *house = self;
    switch (media_find(house->host->media, call->file_wrapper, GH_STR("EICAR-TEST"))) {
    case GH_FOUND: return gh_deny_code(reply, GH_M_FORBIDDEN);
    case GH_ABSENT: return GH_NEXT;
    default: return gh_fail(reply, GH_STR("the file could not be read"));
    }
}

static bool comes_with_curl(gh_connections connections)
{
    for (size_t i = 0; i < connections.count; i++) {
        if (gh_has_prefix(connections.items[i]->user_agent, GH_STR("curl/"))) return true;
    }
    return false;
}

static gh_outcome check_login_for_spam(void *self, const gh_check_login_for_spam *call, gh_verdict_reply *reply)
{
    (void)self;
    if (user_is_evil(call->user_id)) {
        return gh_deny_with(reply, GH_M_FORBIDDEN,
            GH_JSON("{\"error\": \"Come back when you are good\", \"org.example.rule\": \"evil\"}"));
    }
    return comes_with_curl(call->request_info) ? gh_deny_code(reply, GH_M_FORBIDDEN) : GH_NEXT;
}

const gh_spam_checker_callbacks house_spam_checker = {
    .size = sizeof house_spam_checker,
    .check_event_for_spam = check_event_for_spam,
    .should_drop_federated_event = should_drop_federated_event,
    .user_may_join_room = user_may_join_room,
    .user_may_invite = user_may_invite,
    .federated_user_may_invite = federated_user_may_invite,
    .user_may_send_3pid_invite = user_may_send_3pid_invite,
    .user_may_create_room = user_may_create_room,
    .user_may_create_room_alias = user_may_create_room_alias,
    .user_may_publish_room = user_may_publish_room,
    .user_may_send_state_event = user_may_send_state_event,
    .check_username_for_spam = check_username_for_spam,
    .check_registration_for_spam = check_registration_for_spam,
    .check_media_file_for_spam = check_media_file_for_spam,
    .check_login_for_spam = check_login_for_spam,
};
