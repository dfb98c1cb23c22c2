#include "../bad.h"
#include <exception>

struct silence : std::exception {
    const char *what() const noexcept override { return nullptr; }
};

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    throw silence();
}

static void spoil(struct bad *bad) { bad->spam_checker.user_may_join_room = user_may_join_room; }
