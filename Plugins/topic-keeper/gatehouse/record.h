/* What cgo needs beside the contract. */
#ifndef RECORD_H
#define RECORD_H

#include <gatehouse/gatehouse.h>

/* Go has no word for these. */
typedef const gh_host_info const_gh_host_info;
typedef const gh_host const_gh_host;
typedef const gh_user_may_send_state_event const_gh_user_may_send_state_event;

/* The record that is handed over, without its texts. NULL: no memory. */
gh_module *gatehouse_new_record(void);

#endif
