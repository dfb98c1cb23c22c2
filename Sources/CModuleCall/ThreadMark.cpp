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

uint32_t cm_thread_number(void) { return ThreadMark::here().number; }

void cm_note_worker(void) { __atomic_store_n(&ThreadMark::here().isWorker, true, __ATOMIC_RELAXED); }

size_t cm_stays(int64_t now, int64_t limit, uintptr_t bits, cm_stay *stays, size_t capacity, bool *busy)
{
    const std::lock_guard<std::mutex> held(marksMutex);
    size_t count = 0;
    *busy = false;
    for (ThreadMark *mark : marks()) {
        const uintptr_t module = __atomic_load_n(&mark->module, __ATOMIC_ACQUIRE);
        const uint64_t turn = __atomic_load_n(&mark->turns, __ATOMIC_RELAXED);
        *busy = *busy || module != 0 || turn != mark->seenTurn;
        if (turn != mark->seenTurn) {
            mark->seenTurn = turn;
            mark->seenSince = now;
        }
        const bool isStay = module != 0 && (module & bits) == bits && now - mark->seenSince >= limit;
        const bool isWorker = __atomic_load_n(&mark->isWorker, __ATOMIC_RELAXED);
        if (isStay && count < capacity) stays[count++] = {module, turn, mark->seenSince, mark->number, isWorker};
    }
    return count;
}
