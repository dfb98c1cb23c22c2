#include "CModuleCall.h"

#include <mutex>
#include <vector>

namespace {

// Replies whose thread is gone. They wait for another one and are never freed.
std::mutex orphansMutex;
std::vector<cm_reply *> &orphans()
{
    static auto *list = new std::vector<cm_reply *>;
    return *list;
}

struct Spare {
    std::vector<cm_reply *> replies;

    cm_reply *take()
    {
        if (replies.empty()) return make();
        cm_reply *reply = replies.back();
        replies.pop_back();
        return reply;
    }

    ~Spare()
    {
        const std::lock_guard<std::mutex> held(orphansMutex);
        orphans().insert(orphans().end(), replies.begin(), replies.end());
    }

  private:
    static cm_reply *make()
    {
        const std::lock_guard<std::mutex> held(orphansMutex);
        if (orphans().empty()) return new cm_reply();
        cm_reply *reply = orphans().back();
        orphans().pop_back();
        return reply;
    }
};

thread_local Spare spare;
thread_local char here; // its address is this thread's alone

uintptr_t thisThread() { return reinterpret_cast<uintptr_t>(&here); }

} // namespace

extern "C" {

cm_reply *cm_reply_borrow(const gh_reply_functions *functions, void *state)
{
    cm_reply *reply = spare.take();
    reply->base = {sizeof reply->base, functions, reply};
    reply->touched = 0;
    reply->state = state;
    __atomic_store_n(&reply->owner, thisThread(), __ATOMIC_RELEASE);
    return reply;
}

void cm_reply_return(cm_reply *reply)
{
    __atomic_store_n(&reply->owner, uintptr_t(0), __ATOMIC_RELEASE);
    spare.replies.push_back(reply);
}

cm_reply *cm_reply_make(const gh_reply_functions *functions, void *tickets, uint64_t slot)
{
    auto *reply = new cm_reply();
    reply->base = {sizeof reply->base, functions, reply};
    reply->tickets = tickets;
    reply->slot = slot;
    return reply;
}

const cm_reply *cm_reply_reopened(const gh_reply *reply)
{
    const auto *own = reply == nullptr ? nullptr : static_cast<const cm_reply *>(reply->data);
    return own == nullptr || own->tickets == nullptr ? nullptr : own;
}

void *cm_reply_state(const gh_reply *reply)
{
    auto *own = reply == nullptr ? nullptr : static_cast<cm_reply *>(reply->data);
    if (own == nullptr || __atomic_load_n(&own->owner, __ATOMIC_ACQUIRE) != thisThread()) return nullptr;
    own->touched = 1;
    return own->state;
}
}
