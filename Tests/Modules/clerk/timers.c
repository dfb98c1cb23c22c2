#include "clerk.h"

#include <stdio.h>

/* after DELAY, every INTERVAL: write the timer's number into the journal; cancel TIMER. */

static void ring(void *context, uint64_t timer) { note(context, "%llu ", (unsigned long long)timer); }

gh_found run_timers(struct clerk *clerk, const struct command *command, char *text, size_t room)
{
    const gh_timers *timers = gh_find_timers(clerk->host);
    gh_str name = word(command, 0);
    uint64_t timer = 0;
    if (timers == NULL) return 0;
    if (gh_equal(name, GH_STR("cancel"))) {
        return timers->cancel(timers, count(command, 1)) ? GH_FOUND : GH_ABSENT;
    }
    if (gh_equal(name, GH_STR("after"))) {
        timer = timers->after(timers, number(command, 1), ring, clerk);
    } else if (gh_equal(name, GH_STR("every"))) {
        timer = timers->every(timers, number(command, 1), ring, clerk);
    } else {
        return 0;
    }
    snprintf(text, room, "%llu", (unsigned long long)timer);
    return timer ? GH_FOUND : GH_ABSENT;
}
