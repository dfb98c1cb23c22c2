/* What the parts of this module share. */
#ifndef CLERK_H
#define CLERK_H

#include <gatehouse/gatehouse.h>
#include <gatehouse/homeserver.h>
#include <gatehouse/http.h>
#include <gatehouse/metrics.h>
#include <gatehouse/store.h>
#include <gatehouse/timers.h>
#include <gatehouse/web.h>

/* No atomics and no locks: that the host lets one in at a time is all that keeps this right. */
struct clerk {
    const gh_host *host;
    const gh_web_request *open; /* the request that is answered later */
    uint64_t metrics[8];
    size_t metric_count;
    int inside;
    char journal[4096]; /* what came from services since it was last read */
    size_t journal_length;
};

/* A command: words, separated by spaces. A word that is missing is absent text. */
struct command {
    gh_str words[8];
};

gh_str word(const struct command *command, size_t place);
int64_t number(const struct command *command, size_t place);
uint64_t count(const struct command *command, size_t place);

/* Writes what a service has said, for who asks later. */
void note(struct clerk *clerk, const char *format, ...);

/* Each says how it went, GH_FOUND and so on, and writes what it found; 0: it does not know the command. */
gh_found run_store(const struct clerk *clerk, const struct command *command, char *text, size_t room);
gh_found run_timers(struct clerk *clerk, const struct command *command, char *text, size_t room);
gh_found run_http(struct clerk *clerk, const struct command *command, char *text, size_t room);
gh_found run_web(struct clerk *clerk, const struct command *command, char *text, size_t room);
gh_found run_metrics(struct clerk *clerk, const struct command *command, char *text, size_t room);
gh_found run_homeserver(struct clerk *clerk, const struct command *command, char *text, size_t room);

/* What is told in `create` alone. */
void serve_paths(struct clerk *clerk, gh_json config);
void declare_metrics(struct clerk *clerk, gh_json config);

#endif
