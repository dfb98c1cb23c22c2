#include "../bad.h"

/* Nobody has it. */
extern void nowhere(void) __attribute__((weak));

static void spoil(struct bad *bad)
{
    if (nowhere) nowhere();
}
