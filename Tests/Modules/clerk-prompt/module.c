/* The clerk, who promises to return at once. */
#define FLAGS GH_PROMPT
#include "../clerk/homeserver.c"
#include "../clerk/http.c"
#include "../clerk/metrics.c"
#include "../clerk/module.c"
#include "../clerk/store.c"
#include "../clerk/timers.c"
#include "../clerk/web.c"
