#include "../bad.h"
#include <unistd.h>

static void spoil(struct bad *bad)
{
    for (;;)
        pause();
}
