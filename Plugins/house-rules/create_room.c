/* on_create_room: who created a room is noted in its initial state. */
#include "house.h"
#include "json_text.h"

static gh_str make_origin(const gh_json_functions *json, gh_str user_id)
{
    gh_str head = GH_STR("{\"type\":\"org.example.origin\",\"state_key\":\"\",\"content\":{\"created_by\":");
    gh_str quoted = json_quote(json, user_id);
    gh_str origin = text_join((gh_str[]){head, quoted, GH_STR("}}")}, 3);
    text_free(quoted);
    return origin;
}

static gh_str make_list(const gh_json_functions *json, gh_json request, gh_str event)
{
    gh_str member = text_join((gh_str[]){GH_STR("\"initial_state\":["), event, GH_STR("]")}, 3);
    gh_str rewritten = json_append(json, request, member);
    text_free(member);
    return rewritten;
}

static gh_str extend_list(const gh_json_functions *json, gh_json request, gh_json list, gh_str event)
{
    gh_str extended = json_append(json, list, event);
    gh_str rewritten = json_splice(request, list, extended);
    text_free(extended);
    return rewritten;
}

static gh_outcome rewrite(gh_str request, gh_rewriting_reply *reply)
{
    return gh_is_absent(request) ? gh_fail(reply, NO_MEMORY) : gh_rewrite(reply, gh_make_json(request));
}

static gh_outcome add_origin(const struct house *house, const gh_on_create_room *call, gh_rewriting_reply *reply)
{
    const gh_json_functions *json = house->host->json;
    gh_json request = call->request_content, list;
    bool exists = json->get(request, GH_STR("/initial_state"), &list) == GH_FOUND;
    if (exists && !gh_json_is_array(list)) return gh_fail(reply, GH_STR("initial_state is not a list"));
    gh_str origin = make_origin(json, call->requester->user);
    gh_str rewritten = exists ? extend_list(json, request, list, origin) : make_list(json, request, origin);
    gh_outcome outcome = rewrite(rewritten, reply);
    text_free(rewritten);
    text_free(origin);
    return outcome;
}

static bool has_empty_topic(const gh_json_functions *json, gh_json request)
{
    gh_json topic;
    return json->get(request, GH_STR("/topic"), &topic) == GH_FOUND && gh_json_is(topic, GH_STR("\"\""));
}

gh_outcome house_on_create_room(void *self, const gh_on_create_room *call, gh_rewriting_reply *reply)
{
    const struct house *house = self;
    const gh_json_functions *json = house->host->json;
    gh_str name;
    if (!json_string(json, call->request_content, GH_STR("/name"), &name)) {
        return gh_fail(reply, GH_STR("the request could not be read"));
    }
    bool stampede = text_contains(name, GH_STR("stampede"));
    text_free(name);
    if (stampede) {
        return gh_fail_with(
            reply, 429, GH_M_LIMIT_EXCEEDED, GH_STR("One room at a time"), GH_JSON("{\"retry_after_ms\": 2000}"));
    }
    if (has_empty_topic(json, call->request_content)) return gh_fail(reply, GH_STR("an empty topic"));
    return add_origin(house, call, reply);
}
