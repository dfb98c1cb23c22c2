/* on_create_room: "rewrite" sets keys of the request, then "append_state" adds to its initial_state. */
#include "script.h"

/* Each step frees the request that it was given. Absent goes through. */

static gh_str set_members(const json_functions *json, gh_str request, gh_json members)
{
    uint64_t cursor = 0;
    gh_json key, value;
    while (!gh_is_absent(request) && json->next(members, &cursor, &key, &value) == GH_FOUND) {
        gh_str changed = json_with_member(json, gh_make_json(request), key, value);
        text_free(request);
        request = changed;
    }
    return request;
}

static gh_str append_state(const json_functions *json, gh_str request, gh_json event)
{
    gh_json list = GH_JSON("[]");
    if (gh_is_absent(request)) return request;
    (void)json->get(gh_make_json(request), GH_STR("/initial_state"), &list);
    gh_str extended = gh_json_is_array(list) ? json_with_item(json, list, event) : GH_NO_STR;
    gh_str changed =
        json_with_member(json, gh_make_json(request), GH_JSON("\"initial_state\""), gh_make_json(extended));
    text_free(extended);
    text_free(request);
    return changed;
}

gh_outcome answer_rewriting(const struct script *script, gh_json request, gh_rewriting_reply *reply)
{
    const json_functions *json = script->host->json;
    gh_json members, event;
    bool rewrites = script_has(script, GH_STR("/rewrite"), &members);
    bool appends = script_has(script, GH_STR("/append_state"), &event);
    if (!rewrites && !appends) return INVALID;
    gh_str changed = text_join(&request.text, 1);
    if (rewrites) changed = set_members(json, changed, members);
    if (appends) changed = append_state(json, changed, event);
    gh_outcome outcome = gh_is_absent(changed) ? gh_fail(reply, GH_STR("the request could not be rewritten"))
                                               : gh_rewrite(reply, gh_make_json(changed));
    text_free(changed);
    return outcome;
}
