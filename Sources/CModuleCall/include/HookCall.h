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

/* What such links are called with. Texts over 16 MiB are not copied: their length says that they are none. */
typedef struct cm_hook_call {
    uint64_t *cells; /* the first one is for the instance */
    fc_result result; /* of the last link */
    char *text; /* the copy that `result` points to; freed with cm_hook_call_end */
} cm_hook_call;

gh_outcome cm_call_hook(void *hook, const void *call, void *reply);
void cm_hook_call_end(cm_hook_call *call);

#ifdef __cplusplus
}
#endif
#endif
