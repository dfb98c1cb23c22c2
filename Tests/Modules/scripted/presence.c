/* The presence router's answers: "users" as a list, as an object of lists of states, or "all_users". */
#include "script.h"

static gh_outcome add_user(const json_functions *json, gh_json user, gh_users_reply *reply)
{
    gh_str user_id = json_string(json, user);
    gh_outcome outcome = gh_users_add(reply, user_id);
    text_free(user_id);
    return outcome;
}

gh_outcome answer_users(const struct script *script, gh_users_reply *reply)
{
    gh_json users, user;
    uint64_t cursor = 0;
    gh_outcome outcome = GH_NEXT;
    if (script_says(script, GH_STR("/all_users"))) return gh_users_add_everyone(reply);
    if (!script_has(script, GH_STR("/users"), &users)) return INVALID;
    while (outcome != GH_FAILED && script->host->json->next(users, &cursor, NULL, &user) == GH_FOUND) {
        outcome = add_user(script->host->json, user, reply);
    }
    return outcome;
}

static int64_t integer_at(const json_functions *json, gh_json object, gh_str pointer)
{
    gh_json value;
    int64_t integer = 0;
    if (json->get(object, pointer, &value) == GH_FOUND) (void)json->integer(value, &integer);
    return integer;
}

static gh_presence_state read_state(const json_functions *json, gh_json object)
{
    gh_json active = GH_NO_JSON;
    (void)json->get(object, GH_STR("/currently_active"), &active);
    return (gh_presence_state){
        .size = sizeof(gh_presence_state),
        .user_id = json_string_at(json, object, GH_STR("/user_id")),
        .state = json_string_at(json, object, GH_STR("/state")),
        .last_active_ts = integer_at(json, object, GH_STR("/last_active_ts")),
        .last_federation_update_ts = integer_at(json, object, GH_STR("/last_federation_update_ts")),
        .last_user_sync_ts = integer_at(json, object, GH_STR("/last_user_sync_ts")),
        .status_msg = json_string_at(json, object, GH_STR("/status_msg")),
        .currently_active = (gh_bool)gh_json_is_true(active),
    };
}

static gh_outcome add_state(const json_functions *json, gh_str user_id, gh_json object, gh_presence_reply *reply)
{
    gh_presence_state state = read_state(json, object);
    gh_outcome outcome = gh_presence_add(reply, user_id, &state);
    text_free(state.user_id);
    text_free(state.state);
    text_free(state.status_msg);
    return outcome;
}

static gh_outcome add_states(const json_functions *json, gh_json user, gh_json states, gh_presence_reply *reply)
{
    uint64_t cursor = 0;
    gh_json state;
    gh_str user_id = json_string(json, user);
    gh_outcome outcome = gh_presence_add(reply, user_id, NULL);
    while (outcome != GH_FAILED && json->next(states, &cursor, NULL, &state) == GH_FOUND) {
        outcome = add_state(json, user_id, state, reply);
    }
    text_free(user_id);
    return outcome;
}

gh_outcome answer_presence(const struct script *script, gh_presence_reply *reply)
{
    gh_json users, user, states;
    uint64_t cursor = 0;
    gh_outcome outcome = GH_NEXT;
    if (!script_has(script, GH_STR("/users"), &users)) return INVALID;
    while (outcome != GH_FAILED && script->host->json->next(users, &cursor, &user, &states) == GH_FOUND) {
        outcome = add_states(script->host->json, user, states, reply);
    }
    return outcome;
}
