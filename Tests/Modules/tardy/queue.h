/* Threads that finish deferred calls. */
#ifndef QUEUE_H
#define QUEUE_H

#include <gatehouse/gatehouse.h>

/* A call that is finished later. `run` frees nothing: the queue does. */
struct job {
    int64_t due; /* by the monotonic clock */
    uint64_t ticket;
    uint64_t kind;
    const void *call;
    struct job *next;
};

struct queue;

/* Threads that call `run` with each job when it is due, in no order. NULL: there is no memory left. */
struct queue *queue_create(int threads, void (*run)(void *context, const struct job *job), void *context);

/* Takes a copy of the job. */
void queue_add(struct queue *queue, const struct job *job);

/* Makes what is left due, and waits until the last job is done. */
void queue_destroy(struct queue *queue);

int64_t queue_now(void);

#endif
