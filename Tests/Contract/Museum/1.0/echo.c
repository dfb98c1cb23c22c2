/* All callbacks of all categories: each fails, and its message is what it was told, field by field. */
#include <gatehouse/gatehouse.h>

#define ROOM 4096

struct echo {
    const gh_host *host;
    size_t length;
    char text[ROOM];
};

static void say(struct echo *echo, gh_str text)
{
    size_t room = ROOM - echo->length, length = text.len < room ? text.len : room;
    if (length > 0) memcpy(echo->text + echo->length, text.ptr, length);
    echo->length += length;
}

static void say_text(struct echo *echo, gh_str name, gh_str text)
{
    if (echo->length > 0) say(echo, GH_STR(" "));
    say(echo, name);
    say(echo, gh_is_absent(text) ? GH_STR("-") : GH_STR("="));
    say(echo, text);
}

static void say_number(struct echo *echo, gh_str name, int64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    say_text(echo, name, number < 0 ? GH_STR("-") : GH_STR(""));
    say(echo, gh_make_str(digits + at, sizeof digits - at));
}

static void say_flag(struct echo *echo, gh_str name, gh_bool flag)
{
    say_text(echo, name, flag ? GH_STR("yes") : GH_STR("no"));
}

static void say_maybe(struct echo *echo, gh_str name, gh_maybe_int maybe)
{
    if (maybe.present)
        say_number(echo, name, maybe.value);
    else
        say_text(echo, name, GH_NO_STR);
}

#define TEXT(field) say_text(&echo, GH_STR(#field), call->field)
#define JSON(field) say_text(&echo, GH_STR(#field), call->field.text)
#define FLAG(field) say_flag(&echo, GH_STR(#field), call->field)

static void say_event(struct echo *echo, const gh_event *event)
{
    say_text(echo, GH_STR("event_id"), event->event_id);
    say_text(echo, GH_STR("room_id"), event->room_id);
    say_text(echo, GH_STR("room_version"), event->room_version);
    say_text(echo, GH_STR("sender"), event->sender);
    say_text(echo, GH_STR("type"), event->type);
    say_text(echo, GH_STR("state_key"), event->state_key);
    say_number(echo, GH_STR("origin_server_ts"), event->origin_server_ts);
    say_flag(echo, GH_STR("local"), event->local);
    gh_json content = GH_NO_JSON;
    (void)echo->host->json->get(event->text, GH_STR("/content"), &content);
    say_text(echo, GH_STR("content"), content.text);
    say_text(echo, GH_STR("internal_metadata"), event->internal_metadata.text);
}

static void say_state(struct echo *echo, const gh_state *state)
{
    const gh_event *event;
    uint64_t cursor = 0;
    while (echo->host->state->next(state, &cursor, &event) == GH_FOUND)
        say_event(echo, event);
    say_number(echo, GH_STR("state_events"), (int64_t)cursor);
}

static void say_connections(struct echo *echo, gh_connections connections)
{
    for (size_t i = 0; i < connections.count; i++) {
        say_text(echo, GH_STR("user_agent"), connections.items[i]->user_agent);
        say_text(echo, GH_STR("ip"), connections.items[i]->ip);
    }
}

static void say_requester(struct echo *echo, const gh_requester *requester)
{
    say_text(echo, GH_STR("user"), requester->user);
    say_maybe(echo, GH_STR("access_token_id"), requester->access_token_id);
    say_flag(echo, GH_STR("is_guest"), requester->is_guest);
    say_text(echo, GH_STR("scope"), requester->scope.text);
    say_flag(echo, GH_STR("shadow_banned"), requester->shadow_banned);
    say_text(echo, GH_STR("device_id"), requester->device_id);
    say_text(echo, GH_STR("app_service_id"), requester->app_service_id);
    say_text(echo, GH_STR("authenticated_entity"), requester->authenticated_entity);
}

static void say_user_profile(struct echo *echo, const gh_user_profile *profile)
{
    say_text(echo, GH_STR("user_id"), profile->user_id);
    say_text(echo, GH_STR("display_name"), profile->display_name);
    say_text(echo, GH_STR("avatar_url"), profile->avatar_url);
}

static void say_profile_info(struct echo *echo, const gh_profile_info *profile)
{
    say_text(echo, GH_STR("avatar_url"), profile->avatar_url);
    say_text(echo, GH_STR("display_name"), profile->display_name);
}

static void say_media(struct echo *echo, const gh_media *media)
{
    char bytes[8];
    size_t got = 0;
    uint64_t offset = 0;
    for (; echo->host->media->read(media, offset, bytes, sizeof bytes, &got) == GH_FOUND; offset += got)
        say_text(echo, GH_STR("bytes"), gh_make_str(bytes, got));
}

static void say_file_info(struct echo *echo, const gh_file_info *file)
{
    say_text(echo, GH_STR("server_name"), file->server_name);
    say_text(echo, GH_STR("file_id"), file->file_id);
    say_flag(echo, GH_STR("url_cache"), file->url_cache);
    if (!file->thumbnail) return;
    say_number(echo, GH_STR("width"), file->thumbnail->width);
    say_number(echo, GH_STR("height"), file->thumbnail->height);
    say_text(echo, GH_STR("method"), file->thumbnail->method);
    say_text(echo, GH_STR("type"), file->thumbnail->type);
    say_maybe(echo, GH_STR("length"), file->thumbnail->length);
}

static void say_presence_states(struct echo *echo, gh_presence_states states)
{
    for (size_t i = 0; i < states.count; i++) {
        const gh_presence_state *state = states.items[i];
        say_text(echo, GH_STR("user_id"), state->user_id);
        say_text(echo, GH_STR("state"), state->state);
        say_number(echo, GH_STR("last_active_ts"), state->last_active_ts);
        say_number(echo, GH_STR("last_federation_update_ts"), state->last_federation_update_ts);
        say_number(echo, GH_STR("last_user_sync_ts"), state->last_user_sync_ts);
        say_text(echo, GH_STR("status_msg"), state->status_msg);
        say_flag(echo, GH_STR("currently_active"), state->currently_active);
    }
}

/* A callback and what it says. */
#define CALLBACK(name, kind, ...)                                                                                      \
    static gh_outcome name(void *self, const gh_##name *call, kind *reply)                                             \
    {                                                                                                                  \
        struct echo echo = {.host = self, .length = 0};                                                                \
        if (call->size < sizeof *call) return GH_NEXT;                                                                 \
        __VA_ARGS__;                                                                                                   \
        return gh_fail(reply, gh_make_str(echo.text, echo.length));                                                    \
    }

CALLBACK(check_event_for_spam, gh_event_verdict_reply, say_event(&echo, call->event))
CALLBACK(should_drop_federated_event, gh_objection_reply, say_event(&echo, call->event))
CALLBACK(user_may_join_room, gh_verdict_reply, TEXT(user_id), TEXT(room_id), FLAG(is_invited))
CALLBACK(user_may_invite, gh_verdict_reply, TEXT(inviter), TEXT(invitee), TEXT(room_id))
CALLBACK(federated_user_may_invite, gh_verdict_reply, say_event(&echo, call->event))
CALLBACK(user_may_send_3pid_invite, gh_verdict_reply, TEXT(inviter), TEXT(medium), TEXT(address), TEXT(room_id))
CALLBACK(user_may_create_room, gh_verdict_reply, TEXT(user_id), JSON(room_config))
CALLBACK(user_may_create_room_alias, gh_verdict_reply, TEXT(user_id), TEXT(room_alias))
CALLBACK(user_may_publish_room, gh_verdict_reply, TEXT(user_id), TEXT(room_id))
CALLBACK(user_may_send_state_event, gh_code_reply, TEXT(user_id), TEXT(room_id), TEXT(event_type), TEXT(state_key),
    JSON(content))
CALLBACK(check_username_for_spam, gh_objection_reply, say_user_profile(&echo, call->user_profile), TEXT(requester_id))
CALLBACK(check_registration_for_spam, gh_registration_reply, JSON(email_threepid), TEXT(username),
    say_connections(&echo, call->request_info), TEXT(auth_provider_id))
CALLBACK(check_media_file_for_spam, gh_verdict_reply, say_media(&echo, call->file_wrapper),
    say_file_info(&echo, call->file_info))
CALLBACK(check_login_for_spam, gh_verdict_reply, TEXT(user_id), TEXT(device_id), TEXT(initial_display_name),
    say_connections(&echo, call->request_info), TEXT(auth_provider_id))

CALLBACK(check_event_allowed, gh_replacement_reply, say_event(&echo, call->event), say_state(&echo, call->state_events))
CALLBACK(on_create_room, gh_rewriting_reply, say_requester(&echo, call->requester), JSON(request_content),
    FLAG(is_requester_admin))
CALLBACK(check_threepid_can_be_invited, gh_objection_reply, TEXT(medium), TEXT(address),
    say_state(&echo, call->state_events))
CALLBACK(check_visibility_can_be_modified, gh_objection_reply, TEXT(room_id), say_state(&echo, call->state_events),
    TEXT(new_visibility))
CALLBACK(on_new_event, gh_notice_reply, say_event(&echo, call->event), say_state(&echo, call->state_events))
CALLBACK(check_can_shutdown_room, gh_objection_reply, TEXT(user_id), TEXT(room_id))
CALLBACK(check_can_deactivate_user, gh_objection_reply, TEXT(user_id), FLAG(by_admin))
CALLBACK(on_profile_update, gh_notice_reply, TEXT(user_id), say_profile_info(&echo, call->new_profile), FLAG(by_admin),
    FLAG(deactivation))
CALLBACK(on_user_deactivation_status_changed, gh_notice_reply, TEXT(user_id), FLAG(deactivated), FLAG(by_admin))
CALLBACK(on_threepid_bind, gh_notice_reply, TEXT(user_id), TEXT(medium), TEXT(address))
CALLBACK(on_add_user_third_party_identifier, gh_notice_reply, TEXT(user_id), TEXT(medium), TEXT(address))
CALLBACK(on_remove_user_third_party_identifier, gh_notice_reply, TEXT(user_id), TEXT(medium), TEXT(address))

CALLBACK(get_users_for_states, gh_presence_reply, say_presence_states(&echo, call->state_updates))
CALLBACK(get_interested_users, gh_users_reply, TEXT(user_id))

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    (void)config;
    (void)reply;
    *self = (void *)host;
    return GH_NEXT;
}

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker,
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

static const gh_third_party_rules_callbacks third_party_rules = {
    .size = sizeof third_party_rules,
    .check_event_allowed = check_event_allowed,
    .on_create_room = on_create_room,
    .check_threepid_can_be_invited = check_threepid_can_be_invited,
    .check_visibility_can_be_modified = check_visibility_can_be_modified,
    .on_new_event = on_new_event,
    .check_can_shutdown_room = check_can_shutdown_room,
    .check_can_deactivate_user = check_can_deactivate_user,
    .on_profile_update = on_profile_update,
    .on_user_deactivation_status_changed = on_user_deactivation_status_changed,
    .on_threepid_bind = on_threepid_bind,
    .on_add_user_third_party_identifier = on_add_user_third_party_identifier,
    .on_remove_user_third_party_identifier = on_remove_user_third_party_identifier,
};

static const gh_presence_router_callbacks presence_router = {
    .size = sizeof presence_router,
    .get_users_for_states = get_users_for_states,
    .get_interested_users = get_interested_users,
};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("echo"),
    .version = GH_STR_INIT("1.2.3"),
    .vendor = GH_STR_INIT("Gatehouse"),
    .licence = GH_STR_INIT("Apache-2.0"),
    .description = GH_STR_INIT("Says what it is told"),
    .create = create,
    .spam_checker = &spam_checker,
    .third_party_rules = &third_party_rules,
    .presence_router = &presence_router,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
