#include "../bad.h"

static gh_outcome auth_checkers(void *self, const gh_auth_checkers *call, gh_login_reply *reply) { return GH_NEXT; }

static const gh_password_auth_provider_callbacks logins = {
    .size = sizeof logins,
    .auth_checkers = auth_checkers,
};

static void spoil(struct bad *bad) { bad->module.password_auth_provider = &logins; }
