/* A function that a module offers for a hook point, as a link of a chain. */
#ifndef HOOKCALL_H
#define HOOKCALL_H

#include "CForeignCall.h"
#include "gatehouse/gatehouse.h"

#ifdef __cplusplus
extern "C" {
#endif

/* With which results the chain goes on by itself. Each other one stops it, as an answer. */
typedef enum cm_pass { CM_PASS_NONE, CM_PASS_ALL, CM_PASS_TRUE, CM_PASS_FALSE, CM_PASS_NULL } cm_pass;

/* What has to be copied of a result before the instance is called again. */
typedef enum cm_copy { CM_COPY_CELLS, CM_COPY_TEXT, CM_COPY_CSTR } cm_copy;

/* A link whose function is cm_call_hook has one of these as its instance. */
typedef struct cm_hook {
    const fc_signature *signature; /* with a pointer, the instance, before the parameters */
    fc_function function;
    void *instance;
    cm_pass pass;
    cm_copy copy;
} cm_hook;

/* What such links are called with. Each text has one owner, so that a result which is no value of its type takes nothing
   away from the argument that the next link gets. */
typedef struct cm_hook_call {
    uint64_t *cells; /* the first one is for the instance */
    fc_result result; /* of the last link */
    char *text; /* the copy that `result` points to */
    char *argument; /* the copy that the first argument points to, once it is an earlier result */
} cm_hook_call;

gh_outcome cm_call_hook(void *hook, const void *call, void *reply);

/* Notes what a link returned, with a copy of its text. Of a text over 16 MiB nothing is copied that is not needed to see
   that it is too long. */
gh_outcome cm_hook_return(cm_hook_call *call, fc_result result, cm_copy copy, cm_pass pass);

/* Makes the last result, of so many cells, the first argument of the next link. */
void cm_hook_fold(cm_hook_call *call, size_t cells);

/* Frees the copies. */
void cm_hook_call_end(cm_hook_call *call);

#ifdef __cplusplus
}
#endif
#endif
