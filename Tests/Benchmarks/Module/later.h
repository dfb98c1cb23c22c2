/* Calls that wait for their answer, and a thread that answers all of them: nobody has anything against them. */
#ifndef LATER_H
#define LATER_H

#include <gatehouse/gatehouse.h>
#include <pthread.h>

enum { LATER_MOST = 1024 };

struct later {
    const gh_host *host;
    pthread_mutex_t mutex;
    pthread_cond_t some;
    size_t count;
    uint64_t tickets[LATER_MOST];
};

static inline size_t later_take(struct later *later, uint64_t *tickets)
{
    pthread_mutex_lock(&later->mutex);
    while (later->count == 0)
        pthread_cond_wait(&later->some, &later->mutex);
    const size_t count = later->count;
    memcpy(tickets, later->tickets, count * sizeof *tickets);
    later->count = 0;
    pthread_mutex_unlock(&later->mutex);
    return count;
}

static inline void *later_serve(void *data)
{
    struct later *later = data;
    uint64_t tickets[LATER_MOST];
    for (;;) {
        const size_t count = later_take(later, tickets);
        for (size_t i = 0; i < count; i++)
            gh_finish(later->host, tickets[i], GH_NEXT);
    }
    return NULL;
}

/* Its thread lives as long as the process. */
static inline void later_begin(struct later *later)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, later_serve, later) == 0) pthread_detach(thread);
}

static inline gh_outcome later_answer(struct later *later, gh_reply *reply)
{
    gh_late late;
    const gh_outcome outcome = gh_reply_defer(reply, &late);
    if (outcome != GH_PENDING) return outcome;
    pthread_mutex_lock(&later->mutex);
    const int fits = later->count < LATER_MOST;
    if (fits) later->tickets[later->count++] = late.ticket;
    if (later->count == 1) pthread_cond_signal(&later->some);
    pthread_mutex_unlock(&later->mutex);
    if (!fits) gh_finish(later->host, late.ticket, GH_NEXT);
    return GH_PENDING;
}

#endif
