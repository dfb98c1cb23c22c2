// What a thread runs: read by the thread itself, by a crash report, and by the watchdog that samples it.
#ifndef THREADMARK_HPP
#define THREADMARK_HPP

#include <cstdint>

struct ThreadMark {
    uintptr_t module; // 0: none
    uint64_t turns; // one more with each callback that begins
    bool isListed;
    uint32_t number; // of the threads that were ever listed
    bool isWorker; // what runs on it is watched by who let it in

    // The watchdog's own: what it saw last, and since when.
    uint64_t seenTurn;
    int64_t seenSince;

    // This thread's. Written by it alone, with plain stores that others may read.
    static ThreadMark &here();

  private:
    void list();
};

// Zero before the thread has begun, and without a destructor: nothing to check on the way.
extern __thread ThreadMark threadMark;

inline ThreadMark &ThreadMark::here()
{
    if (!threadMark.isListed) threadMark.list();
    return threadMark;
}

#endif
