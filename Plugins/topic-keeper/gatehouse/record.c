#include <stdlib.h>

#include "_cgo_export.h"

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker,
    .user_may_send_state_event = gatehouseUserMaySendStateEvent,
};

gh_module *gatehouse_new_record(void)
{
    gh_module *record = calloc(1, sizeof *record);
    if (!record) return NULL;
    record->size = sizeof *record;
    record->major = GH_MAJOR;
    record->minor = GH_MINOR;
    record->flags = GH_CONCURRENT; /* not GH_PROMPT: a call may have to wait for the garbage collector */
    record->configure = gatehouseConfigure;
    record->create = gatehouseCreate;
    record->destroy = gatehouseDestroy;
    record->spam_checker = &spam_checker;
    return record;
}
