/* The tardy module, with other flags. */
#define FLAGS (GH_CONCURRENT)
#include "../tardy/module.c"
#include "../tardy/queue.c"
