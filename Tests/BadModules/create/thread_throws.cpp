#include "../bad.h"
#include <stdexcept>
#include <thread>

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    std::thread([] { throw std::runtime_error("nobody listens"); }).join();
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.create = create; }
