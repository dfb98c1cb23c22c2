/* Replies for calls, out of memory that is never freed. */
#ifndef REPLYPOOL_H
#define REPLYPOOL_H

#include "gatehouse/gatehouse.h"

#ifdef __cplusplus
extern "C" {
#endif

struct cm_reply;

/* A reply for one call on this thread. Give it back on the same thread. */
struct cm_reply *_Nonnull cm_reply_borrow(const gh_reply_functions *_Nonnull functions, void *_Nonnull state);
void cm_reply_return(struct cm_reply *_Nonnull reply);

#ifdef __cplusplus
}
#endif
#endif
