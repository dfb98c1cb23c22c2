/* What the modules that offer all callbacks say in `configure`. */
#ifndef TAKING_PART_H
#define TAKING_PART_H

#include <gatehouse/gatehouse.h>

/* They check this login type, which comes with a password. */
static inline gh_outcome check_logins(gh_setup *setup, gh_str login_type)
{
    const gh_str password = GH_STR("password");
    return gh_check_logins(setup, login_type, &password, 1);
}

/* Of some callbacks a host takes one module alone: {"legacy": true} is for that one. */
static inline gh_outcome leave_out_exclusive(gh_setup *setup, gh_json config)
{
    gh_json legacy;
    const gh_str names[] = {GH_STR("account_validity.on_legacy_send_mail"), GH_STR("account_validity.on_legacy_renew"),
        GH_STR("account_validity.on_legacy_admin_request")};
    if (setup->json->get(config, GH_STR("/legacy"), &legacy) == GH_FOUND && gh_json_is_true(legacy)) return GH_NEXT;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (gh_leave_out(setup, names[i]) != GH_NEXT) return GH_FAILED;
    }
    return GH_NEXT;
}

#endif
