/* When accounts end: {"accounts": {"@temp:example.org": 1893456000000}}, in milliseconds since 1970. */
#ifndef ACCOUNTS_H
#define ACCOUNTS_H

#include <gatehouse/gatehouse.h>
#include <stdbool.h>

/* One instance. Nothing in it changes once it is made, so that any thread may read it. */
struct accounts {
    const gh_host *host;
    size_t count;
    struct account {
        char *user_id;
        size_t length;
        int64_t end;
    } * items;
};

gh_outcome accounts_check(const gh_json_functions *json, gh_json config, gh_config_reply *reply);

/* NULL: there is no memory left. */
struct accounts *accounts_make(const gh_host *host, gh_json config);
void accounts_free(struct accounts *accounts);

/* False: the user is not on the list. */
bool accounts_end(const struct accounts *accounts, gh_str user_id, int64_t *end);

#endif
