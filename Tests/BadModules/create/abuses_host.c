#include "../bad.h"

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_str latin = gh_make_str("\xE4", 1), endless = gh_make_str("x", SIZE_MAX);
    const gh_event *event;
    size_t got;
    host->log(host, 4000000000u, latin, gh_make_json(latin));
    host->log(host, GH_ERROR, endless, GH_JSON("[]"));
    host->log(NULL, GH_ERROR, GH_NO_STR, GH_NO_JSON);
    if (host->now(NULL, 99) <= 0 || host->service(NULL, latin) != NULL || host->service(host, GH_NO_STR) != NULL ||
        host->state->get(NULL, latin, latin, &event) != GH_UNREACHABLE ||
        host->media->read(NULL, UINT64_MAX, NULL, SIZE_MAX, &got) != GH_UNREACHABLE)
        return gh_refuse(reply, GH_STR(""), GH_STR("the host took what makes no sense"));
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.create = create; }
