/* The weigher, who promises to return at once. */
#define FLAGS GH_PROMPT
#include "../weigher/module.c"
