#include <stdint.h>

#if __has_feature(thread_sanitizer)
#include <sched.h>
#include <stdatomic.h>

#define LOCK_SLOW "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"

/// What Swift's `Mutex` calls when another thread holds it. The one of `libswiftSynchronization.so` was not built with
/// the thread sanitizer, which then misses that the threads took turns and reports a race that is none. This one is
/// linked before it, waits by yielding, and leaves the word as the uncontended path does, so unlocking is never slow.
__attribute__((swiftcall)) void lock_slow(
    uint32_t thread, __attribute__((swift_context)) _Atomic(uint32_t) *word) __asm__(LOCK_SLOW);

__attribute__((swiftcall)) void lock_slow(uint32_t thread, __attribute__((swift_context)) _Atomic(uint32_t) *word)
{
    uint32_t unlocked = 0;
    while (
        !atomic_compare_exchange_weak_explicit(word, &unlocked, thread, memory_order_acquire, memory_order_relaxed)) {
        unlocked = 0;
        sched_yield();
    }
}
#endif
