#include "CModuleCall.h"

#include <mutex>

namespace {

// Replies whose thread is gone. They wait for another one and are never freed.
std::mutex orphansMutex;
cm_reply *orphans;

// Those of this thread that are not lent. Zero before the thread has begun: nothing to check on the way.
__thread cm_reply *spare;
__thread char here; // its address is this thread's alone

uintptr_t thisThread() { return reinterpret_cast<uintptr_t>(&here); }

// Leaves the replies of a thread to others when it ends.
struct Legacy {
    bool isNeeded = false;
    ~Legacy()
    {
        const std::lock_guard<std::mutex> held(orphansMutex);
        while (cm_reply *reply = spare) {
            spare = reply->following;
            reply->following = orphans;
            orphans = reply;
        }
    }
};

thread_local Legacy legacy;

cm_reply *adopted()
{
    const std::lock_guard<std::mutex> held(orphansMutex);
    cm_reply *reply = orphans;
    if (reply != nullptr) orphans = reply->following;
    return reply;
}

cm_reply *lent(cm_reply *reply, const gh_process *process, void *state)
{
    reply->base = {sizeof reply->base, reply->functions, reply, process};
    reply->touched = 0;
    reply->state = state;
    __atomic_store_n(&reply->owner, thisThread(), __ATOMIC_RELEASE);
    return reply;
}

} // namespace

extern "C" {

cm_reply *cm_reply_borrow(const gh_process *process, void *state)
{
    cm_reply *reply = spare;
    if (reply == nullptr) return nullptr;
    spare = reply->following;
    return lent(reply, process, state);
}

cm_reply *cm_reply_make(const gh_reply_functions *functions, const gh_process *process, void *state)
{
    legacy.isNeeded = true;
    cm_reply *reply = adopted();
    if (reply == nullptr) reply = new cm_reply();
    reply->functions = functions;
    return lent(reply, process, state);
}

void cm_reply_return(cm_reply *reply)
{
    __atomic_store_n(&reply->owner, uintptr_t(0), __ATOMIC_RELEASE);
    reply->following = spare;
    spare = reply;
}

cm_reply *cm_reply_make_open(const gh_reply_functions *functions, void *tickets, uint64_t slot)
{
    auto *reply = new cm_reply();
    reply->base = {sizeof reply->base, functions, reply, nullptr};
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
