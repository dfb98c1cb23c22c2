/* A module that does what the test says: the subject of harness.c. */
#ifndef SUBJECT_H
#define SUBJECT_H

#include <gatehouse/gatehouse.h>

/* What the next callback does with its reply, whatever its kind. */
typedef gh_outcome (*subject_answer)(gh_reply *reply);

/* Between the test and the module, for both are one program. */
typedef struct subject_record {
    subject_answer answer;
    gh_outcome registers; /* 0: as it should be */
    const void *call; /* the arguments of the last call */
    const gh_process *process; /* who made it */
    int is_from_main;
    const gh_host *host; /* of the last instance; NULL: there is none */
    gh_str key_path; /* where `configure` refuses; absent: it accepts */
    gh_str leaves_out; /* a callback; absent: none */
} subject_record;

extern subject_record subject;

#endif
