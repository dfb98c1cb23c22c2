#include "../bad.h"
#include <unistd.h>

__attribute__((constructor)) static void hang(void)
{
    for (;;)
        pause();
}

static void spoil(struct bad *bad) {}
