/* A child process that looks at something dangerous: it may crash, hang, exit or flood its standard error. */
#ifndef CHILDPROCESS_H
#define CHILDPROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cm_child {
    int32_t status; /* as waitpid tells it */
    bool timed_out; /* it was killed because its time was up */
    char *report; /* what it wrote to descriptor 3, at most 16 MiB */
    size_t report_length;
    char last_words[2048]; /* the end of what it wrote to standard error */
    size_t last_words_length;
} cm_child;

/* Runs `arguments` (ended by NULL; the first is the program's path) with `input` on standard input, standard output to
   /dev/null, the environment of this process but for `variables` ("NAME=VALUE", ended by NULL), and a process group of
   its own. That group, and whoever else came of it, is killed before this returns. 0, or an errno. */
int cm_child_run(const char *const *arguments, const char *const *variables, const char *input, size_t input_length,
    int64_t timeout_ms, cm_child *result);

/* In a child: it is killed with the thread that started it, which waits for it as long as its process lives. False:
   `parent` is gone already. */
bool cm_child_stay_with(int32_t parent);

void cm_child_free(cm_child *child);

/* "SEGV"; NULL for a number that is no signal. */
const char *cm_signal_name(int signal);

#ifdef __cplusplus
}
#endif
#endif
