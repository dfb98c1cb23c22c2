/* Replies for calls, out of memory that is never freed. */
#ifndef REPLYPOOL_H
#define REPLYPOOL_H

#include "gatehouse/gatehouse.h"

#ifdef __cplusplus
extern "C" {
#endif

struct cm_reply;

/* A reply for one call on this thread, that was given back on it before; NULL: there is none, make one. Give it back on
   the same thread. */
struct cm_reply *_Nullable cm_reply_borrow(const gh_process *_Nullable process, void *_Nonnull state);
struct cm_reply *_Nonnull cm_reply_make(
    const gh_reply_functions *_Nonnull functions, const gh_process *_Nullable process, void *_Nonnull state);
void cm_reply_return(struct cm_reply *_Nonnull reply);

/* A reply that any thread may use, for the slot of a ticket. It is never freed, and always leads to `tickets`. */
struct cm_reply *_Nonnull cm_reply_make_open(
    const gh_reply_functions *_Nonnull functions, void *_Nonnull tickets, uint64_t slot);

/* The same for what a module hands back; NULL where it is no such reply. */
const struct cm_reply *_Nullable cm_reply_reopened(const gh_reply *_Nullable reply);

#ifdef __cplusplus
}
#endif
#endif
