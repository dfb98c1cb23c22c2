/* Preloaded into a process, counts what costs: allocations, retains of Swift objects (of nothing is none), and reads of
   the clock. Writes the counts to the file that BENCH_COUNTS names when the process ends. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static _Atomic uint64_t allocations, retains, clock_reads;

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

void *malloc(size_t size)
{
    allocations++;
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    allocations++;
    return __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    allocations++;
    return __libc_realloc(memory, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    allocations++;
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    allocations++;
    *memory = __libc_memalign(alignment, size);
    return *memory ? 0 : 12;
}

/* The function of this name that the process would have without this library. */
#define NEXT(function)                                                                                                 \
    static __typeof__(&function) next;                                                                                 \
    if (next == NULL) next = (__typeof__(next))dlsym(RTLD_NEXT, #function)

#define COUNTED_RETAIN(function)                                                                                       \
    void *function(void *object)                                                                                       \
    {                                                                                                                  \
        NEXT(function);                                                                                                \
        retains += object != NULL;                                                                                     \
        return next(object);                                                                                           \
    }

COUNTED_RETAIN(swift_retain)
COUNTED_RETAIN(swift_nonatomic_retain)
COUNTED_RETAIN(swift_bridgeObjectRetain)
COUNTED_RETAIN(swift_nonatomic_bridgeObjectRetain)

void *swift_retain_n(void *object, uint32_t times)
{
    NEXT(swift_retain_n);
    retains += times;
    return next(object, times);
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    NEXT(clock_gettime);
    clock_reads++;
    return next(clock, now);
}

__attribute__((destructor)) static void report(void)
{
    const char *path = getenv("BENCH_COUNTS");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (file == NULL) return;
    fprintf(file, "{\"allocations\": %ju, \"retains\": %ju, \"clock_reads\": %ju}\n", (uintmax_t)allocations,
        (uintmax_t)retains, (uintmax_t)clock_reads);
    fclose(file);
}
