/* An instance. It never changes once it is made, so that any number of threads may be in it. */
#ifndef CHECKER_H
#define CHECKER_H

#include "user_list.h"

struct checker {
    const gh_host *host;
    struct user_list *evil_users;
};

#endif
