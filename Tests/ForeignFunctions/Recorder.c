#include "ForeignFunctions.h"

#include <string.h>

static _Thread_local uint64_t registers[6];
static _Thread_local fc_result result;

static fc_result record(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f)
{
    const uint64_t seen[] = {a, b, c, d, e, f};
    memcpy(registers, seen, sizeof seen);
    return result;
}

const fc_function ff_recorder = (fc_function)record;
void ff_record(fc_result returned) { result = returned; }
const uint64_t *ff_recorded(void) { return registers; }
