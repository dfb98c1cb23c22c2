#include "../bad.h"

/* Thread-local memory that has to be there before any thread starts, and more than a library may have of it. */
static __thread __attribute__((tls_model("initial-exec"))) char hoard[1 << 20];

static void spoil(struct bad *bad) { hoard[0] = 1; }
