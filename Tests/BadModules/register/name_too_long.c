#include "../bad.h"

static char letters[(16 << 20) + 1];

static void spoil(struct bad *bad) { bad->module.name = gh_make_str(letters, sizeof letters); }
