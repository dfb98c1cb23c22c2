#include "../bad.h"
#include <locale.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    if (!setlocale(LC_ALL, "de_DE.UTF-8")) setlocale(LC_ALL, "C.UTF-8");
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
