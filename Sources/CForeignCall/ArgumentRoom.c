#include "ArgumentRoom.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

/* Memory that the room has no place for. */
typedef struct block {
    struct block *before;
    uint64_t words[];
} block;

typedef struct room {
    size_t used; /* words */
    block *beyond;
    uint64_t words[FC_ROOM / 8];
} room;

static _Thread_local room *own;
static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void leave(void *left)
{
    own = NULL;
    free(left);
}

static void make_key(void) { pthread_key_create(&key, leave); }

static room *move_in(void)
{
    pthread_once(&once, make_key);
    room *made = malloc(sizeof *made);
    if (made == NULL) return NULL;
    if (pthread_setspecific(key, made) != 0) {
        free(made);
        return NULL;
    }
    made->used = 0;
    made->beyond = NULL;
    return own = made;
}

static void *take_beyond(room *here, size_t words)
{
    block *made = malloc(sizeof *made + 8 * words);
    if (made == NULL) return NULL;
    made->before = here->beyond;
    here->beyond = made;
    return made->words;
}

fc_mark fc_room_mark(void) { return own == NULL ? (fc_mark){0, NULL} : (fc_mark){own->used, own->beyond}; }

void *fc_room_take(size_t size)
{
    room *here = own != NULL ? own : move_in();
    const size_t words = (size + 7) / 8;
    if (here == NULL) return NULL;
    if (words > FC_ROOM / 8 - here->used) return take_beyond(here, words);
    here->used += words;
    return &here->words[here->used - words];
}

void fc_room_return(fc_mark mark)
{
    if (own == NULL) return;
    own->used = mark.used;
    while (own->beyond != mark.beyond) {
        block *last = own->beyond;
        own->beyond = last->before;
        free(last);
    }
}
