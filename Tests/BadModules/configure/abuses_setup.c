#include "../bad.h"

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    const gh_json_functions *json = setup->json;
    gh_json endless = gh_make_json(gh_make_str("{", SIZE_MAX)), value;
    gh_str latin = gh_make_str("\xE4", 1);
    uint64_t cursor = UINT64_MAX;
    int64_t number;
    size_t needed;
    if (json->get(GH_NO_JSON, GH_NO_STR, NULL) != GH_UNREACHABLE ||
        json->get(config, latin, &value) != GH_UNREACHABLE ||
        json->get(config, GH_STR("no pointer"), &value) != GH_UNREACHABLE ||
        json->get(endless, GH_STR(""), &value) != GH_UNREACHABLE ||
        json->next(endless, NULL, NULL, NULL) != GH_UNREACHABLE ||
        json->next(config, &cursor, NULL, &value) != GH_UNREACHABLE ||
        json->quote(latin, NULL, 0, &needed) != GH_UNREACHABLE ||
        json->unescape(GH_JSON("\"x\""), NULL, SIZE_MAX, NULL) != GH_TOO_SMALL ||
        json->integer(GH_JSON("1e99"), &number) != GH_ABSENT || json->integer(GH_JSON("1"), NULL) != GH_UNREACHABLE ||
        setup->functions->leave_out(NULL, GH_STR("x")) != GH_FAILED || gh_leave_out(setup, latin) != GH_FAILED ||
        gh_read_state(setup, GH_NO_STR, latin) != GH_FAILED ||
        reply->functions->refuse(NULL, latin, latin) != GH_FAILED)
        return gh_refuse(reply, GH_STR(""), GH_STR("the host took what makes no sense"));
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
