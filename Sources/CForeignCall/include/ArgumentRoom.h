/* Memory for the arguments of calls. Each thread has a room of its own and keeps it, so that a call takes no memory of
   the system's, however long its arguments are, within reason. */
#ifndef ARGUMENTROOM_H
#define ARGUMENTROOM_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* So many bytes a thread keeps. What is taken beyond them is freed when it is given back. */
#define FC_ROOM 65536

/* How much of this thread's room is taken. */
typedef struct fc_mark {
    size_t used;
    void *beyond;
} fc_mark;

fc_mark fc_room_mark(void);

/* Takes memory, aligned for 64 bits. NULL: no memory left. */
void *fc_room_take(size_t size);

/* Gives back all that this thread has taken since the mark. */
void fc_room_return(fc_mark mark);

#ifdef __cplusplus
}
#endif
#endif
