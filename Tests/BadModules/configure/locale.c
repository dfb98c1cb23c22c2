#include "../bad.h"
#include <ctype.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Turkish: half is written 0,5, and the small I is no i. Refuses where that locale was not to be had. The system's own
   messages stay as they are, since the tests of other modules in this process compare some. */
static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    char half[8];
    setenv("LOCPATH", LOCALES, 1);
    if (!setlocale(LC_ALL, "tr_TR.UTF-8")) return gh_refuse(reply, GH_STR(""), GH_STR("there is no tr_TR.UTF-8"));
    setlocale(LC_MESSAGES, "C");
    snprintf(half, sizeof half, "%.1f", 0.5);
    if (!strcmp(half, "0.5") || tolower('I') == 'i') {
        return gh_refuse(reply, GH_STR(""), GH_STR("tr_TR.UTF-8 changes nothing"));
    }
    return GH_NEXT;
}

static gh_outcome check_event_allowed(void *self, const gh_check_event_allowed *call, gh_replacement_reply *reply)
{
    return gh_replace(reply, GH_JSON("{\"type\": \"m.half\", \"TITLE\": 0.5, \"title\": 1500000.25}"));
}

static void spoil(struct bad *bad)
{
    bad->module.configure = configure;
    bad->third_party_rules.check_event_allowed = check_event_allowed;
}
