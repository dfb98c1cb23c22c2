/* The processes of a homeserver: it may be one, or a main process and workers. */
#ifndef GATEHOUSE_PROCESS_H
#define GATEHOUSE_PROCESS_H

#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One of them. It lives as long as the host. */
typedef struct gh_process {
    size_t size;
    gh_str name; /* the homeserver's own name for it; Synapse calls its main process "master" */
    gh_bool is_main; /* the main process, and no worker */
} gh_process;

#ifdef __cplusplus
}
#endif
#endif
