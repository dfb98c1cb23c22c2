/* What the configuration tells the module to do. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include <gatehouse/gatehouse.h>
#include <stdbool.h>
#include <stdio.h>

/*
 * {"journal": "/tmp/x/journal", "refuse": {"create": [["key.path", "message"]]}, "returns": {"configure": 0},
 *  "leave_out": ["spam_checker.user_may_create_room"], "read_state": [["m.room.name", ""], ["m.room.member", null]]}
 */
struct script {
    const gh_json_functions *json;
    gh_json config;
};

/* A line at the end of the journal: "create left". */
void script_note(const struct script *script, const char *what, gh_str who);

/* Both note what the host says to it: "leave_out 1 spam_checker.user_may_create_room". */
void script_leave_out(const struct script *script, gh_setup *setup);
void script_read_state(const struct script *script, gh_setup *setup);

void script_refuse(const struct script *script, gh_str pointer, gh_config_reply *reply);

/* The number there, GH_NEXT where there is none. */
gh_outcome script_outcome(const struct script *script, gh_str pointer);

/* With a text of its own. */
bool script_copy(const struct script *script, struct script *copy);
void script_free(struct script *script);

#endif
