#define _POSIX_C_SOURCE 200809L
#include "queue.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#define MOST 16

struct queue {
    void (*run)(void *context, const struct job *job);
    void *context;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    struct job *first, *last;
    int threads, ends;
    pthread_t thread[MOST];
};

int64_t queue_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* The first job that is due, taken out. Jobs of one queue all wait for the same time: they stand in order. */
static struct job *take(struct queue *queue)
{
    struct job *job = queue->first;
    if (job == NULL || (job->due > queue_now() && !queue->ends)) return NULL;
    queue->first = job->next;
    if (queue->first == NULL) queue->last = NULL;
    return job;
}

static void wait(struct queue *queue)
{
    if (queue->first == NULL) {
        pthread_cond_wait(&queue->changed, &queue->mutex);
        return;
    }
    struct timespec pause = {.tv_nsec = 200000};
    pthread_mutex_unlock(&queue->mutex);
    nanosleep(&pause, NULL);
    pthread_mutex_lock(&queue->mutex);
}

static void *serve(void *data)
{
    struct queue *queue = data;
    pthread_mutex_lock(&queue->mutex);
    while (queue->first != NULL || !queue->ends) {
        struct job *job = take(queue);
        if (job == NULL) {
            wait(queue);
            continue;
        }
        pthread_mutex_unlock(&queue->mutex);
        queue->run(queue->context, job);
        free(job);
        pthread_mutex_lock(&queue->mutex);
    }
    pthread_mutex_unlock(&queue->mutex);
    return NULL;
}

struct queue *queue_create(int threads, void (*run)(void *context, const struct job *job), void *context)
{
    struct queue *queue = calloc(1, sizeof *queue);
    if (queue == NULL) return NULL;
    queue->run = run;
    queue->context = context;
    pthread_mutex_init(&queue->mutex, NULL);
    pthread_cond_init(&queue->changed, NULL);
    while (queue->threads < threads && queue->threads < MOST) {
        if (pthread_create(&queue->thread[queue->threads], NULL, serve, queue) != 0) break;
        queue->threads++;
    }
    return queue;
}

void queue_add(struct queue *queue, const struct job *job)
{
    struct job *copy = malloc(sizeof *copy);
    if (copy == NULL) abort();
    *copy = *job;
    copy->next = NULL;
    pthread_mutex_lock(&queue->mutex);
    if (queue->last != NULL) {
        queue->last->next = copy;
    } else {
        queue->first = copy;
    }
    queue->last = copy;
    pthread_cond_signal(&queue->changed);
    pthread_mutex_unlock(&queue->mutex);
}

void queue_destroy(struct queue *queue)
{
    pthread_mutex_lock(&queue->mutex);
    queue->ends = 1;
    pthread_cond_broadcast(&queue->changed);
    pthread_mutex_unlock(&queue->mutex);
    for (int i = 0; i < queue->threads; i++)
        pthread_join(queue->thread[i], NULL);
    pthread_mutex_destroy(&queue->mutex);
    pthread_cond_destroy(&queue->changed);
    free(queue);
}
