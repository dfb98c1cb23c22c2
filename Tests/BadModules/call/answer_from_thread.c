#include "../bad.h"
#include <pthread.h>

static void *answer(void *reply)
{
    (void)gh_deny((gh_verdict_reply *)reply);
    return NULL;
}

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    pthread_t thread;
    pthread_create(&thread, NULL, answer, reply);
    pthread_join(thread, NULL);
    return GH_ANSWERED;
}

static void spoil(struct bad *bad) { bad->spam_checker.user_may_join_room = user_may_join_room; }
