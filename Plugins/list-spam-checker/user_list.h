/* A set of user ids that never changes. */
#ifndef USER_LIST_H
#define USER_LIST_H

#include <gatehouse/gatehouse.h>
#include <stdbool.h>

struct user_list;

/* From a JSON array of strings, or GH_NO_JSON for the empty list. NULL: no memory, or not such an array. */
struct user_list *user_list_make(const gh_json_functions *json, gh_json array);

bool user_list_contains(const struct user_list *list, gh_str user_id);
void user_list_free(struct user_list *list);

#endif
