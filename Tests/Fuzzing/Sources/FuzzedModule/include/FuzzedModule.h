/* A module whose behaviour is the fuzzer's: what it does stands in bytes, which are used up as it is called. */
#ifndef FUZZEDMODULE_H
#define FUZZEDMODULE_H

#include "gatehouse/gatehouse.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the next calls do, and the record that the module hands over: built from the bytes' beginning where asked for. */
void fm_begin(const uint8_t *bytes, size_t count);
const gh_module *fm_record(void);

/* Frees all that was made since fm_begin. */
void fm_end(void);

/* gatehouse_module_register of this module. */
gh_outcome fm_register(const gh_host_info *host, gh_registration *into);

/* Every callback of this module. */
gh_outcome fm_callback(void *instance, const void *call, void *reply);

#ifdef __cplusplus
}
#endif
#endif
