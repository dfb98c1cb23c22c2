#include "../bad.h"
#include <sys/mman.h>

static void spoil(struct bad *bad)
{
    char *pages = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memcpy(pages + 4096 - 64, &bad->module, 64);
    munmap(pages + 4096, 4096);
    bad->handed = (const gh_module *)(pages + 4096 - 64);
}
