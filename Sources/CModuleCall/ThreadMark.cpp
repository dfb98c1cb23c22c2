#include "ThreadMark.hpp"
#include "CModuleCall.h"

#include <algorithm>
#include <mutex>
#include <vector>

__thread ThreadMark threadMark;

namespace {

std::mutex marksMutex;
std::vector<ThreadMark *> &marks()
{
    static auto *list = new std::vector<ThreadMark *>;
    return *list;
}

// Takes a thread's mark off the list when the thread ends.
struct Listed {
    ThreadMark *mark = nullptr;
    ~Listed()
    {
        const std::lock_guard<std::mutex> held(marksMutex);
        marks().erase(std::remove(marks().begin(), marks().end(), mark), marks().end());
    }
};

thread_local Listed listed;

} // namespace

void ThreadMark::list()
{
    const std::lock_guard<std::mutex> held(marksMutex);
    static uint32_t listedEver = 0;
    isListed = true;
    number = listedEver++;
    listed.mark = this;
    marks().push_back(this);
}

namespace {

// Has this thread been in one and the same callback for so long? Told once.
bool isOverdue(ThreadMark &mark, int64_t now, int64_t limit)
{
    const uint64_t turns = __atomic_load_n(&mark.turns, __ATOMIC_RELAXED);
    if (turns != mark.seenTurns) {
        mark.seenTurns = turns;
        mark.seenSince = now;
        mark.isTold = false;
        return false;
    }
    if (mark.isTold || now - mark.seenSince < limit) return false;
    mark.isTold = true;
    return true;
}

} // namespace

uint32_t cm_thread_number(void) { return ThreadMark::here().number; }

size_t cm_overdue(int64_t now, int64_t limit, uintptr_t *modules, size_t capacity, bool *busy)
{
    const std::lock_guard<std::mutex> held(marksMutex);
    size_t count = 0;
    *busy = false;
    for (ThreadMark *mark : marks()) {
        const uintptr_t module = __atomic_load_n(&mark->module, __ATOMIC_RELAXED);
        if (module == 0) continue;
        *busy = true;
        if (count < capacity && isOverdue(*mark, now, limit)) modules[count++] = module;
    }
    return count;
}
