#include "../bad.h"
#include <stdexcept>

static void spoil(struct bad *bad) { throw std::runtime_error("no registration today"); }
