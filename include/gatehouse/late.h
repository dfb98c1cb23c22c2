/* Late answers: a callback returns GH_PENDING and the answer follows, once, from any thread. */
#ifndef GATEHOUSE_LATE_H
#define GATEHOUSE_LATE_H

#include "answer.h"
#include "host.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * How it goes:
 *
 *   1. In the callback `gh_defer(reply, &late)` fills `late` with a ticket and a copy of the arguments. Return what it
 *      returns: GH_PENDING, or GH_FAILED where the call cannot be deferred.
 *   2. Later, `gh_reopen_verdict(host, ticket)` (or the one for the callback's kind) gives a reply to answer with, or
 *      NULL when it is too late: the deadline has passed, or nobody waits any more.
 *   3. `gh_finish(host, ticket, outcome)` ends it. It is always owed, also after NULL, and releases the copy. What
 *      comes a second time is dropped and counted.
 *
 * All this may happen before the callback has returned. Whoever borrows `late.call` borrows it until gh_finish.
 */
#define gh_defer(reply, late) gh_reply_defer(&(reply)->base, (late))

/* [the thread that runs the callback] [until the callback returns] */
GH_CHECKED static inline gh_outcome gh_reply_defer(gh_reply *reply, gh_late *late)
{
    return reply->functions->defer(reply, late);
}

#define GH_REOPEN(name, type, kind)                                                                                    \
    static inline type *name(const gh_host *host, uint64_t ticket)                                                     \
    {                                                                                                                  \
        return host->late ? (type *)host->late->reopen(host, ticket, kind) : NULL;                                     \
    }

/* All that follow: [any thread] [until gh_finish; gh_finish itself is harmless afterwards] */
GH_REOPEN(gh_reopen_verdict, gh_verdict_reply, GH_KIND_VERDICT)
GH_REOPEN(gh_reopen_event_verdict, gh_event_verdict_reply, GH_KIND_EVENT_VERDICT)
GH_REOPEN(gh_reopen_code, gh_code_reply, GH_KIND_CODE)
GH_REOPEN(gh_reopen_objection, gh_objection_reply, GH_KIND_OBJECTION)
GH_REOPEN(gh_reopen_registration, gh_registration_reply, GH_KIND_REGISTRATION)
GH_REOPEN(gh_reopen_replacement, gh_replacement_reply, GH_KIND_REPLACEMENT)
GH_REOPEN(gh_reopen_rewriting, gh_rewriting_reply, GH_KIND_REWRITING)
GH_REOPEN(gh_reopen_notice, gh_notice_reply, GH_KIND_NOTICE)
GH_REOPEN(gh_reopen_users, gh_users_reply, GH_KIND_USERS)
GH_REOPEN(gh_reopen_presence, gh_presence_reply, GH_KIND_PRESENCE)
GH_REOPEN(gh_reopen_truth, gh_truth_reply, GH_KIND_TRUTH)
GH_REOPEN(gh_reopen_text, gh_text_reply, GH_KIND_TEXT)
GH_REOPEN(gh_reopen_number, gh_number_reply, GH_KIND_NUMBER)
GH_REOPEN(gh_reopen_object, gh_object_reply, GH_KIND_OBJECT)
GH_REOPEN(gh_reopen_login, gh_login_reply, GH_KIND_LOGIN)
GH_REOPEN(gh_reopen_renewal, gh_renewal_reply, GH_KIND_RENEWAL)
GH_REOPEN(gh_reopen_limits, gh_limits_reply, GH_KIND_LIMITS)
GH_REOPEN(gh_reopen_override, gh_override_reply, GH_KIND_OVERRIDE)
GH_REOPEN(gh_reopen_update, gh_update_reply, GH_KIND_UPDATE)

static inline void gh_finish(const gh_host *host, uint64_t ticket, gh_outcome outcome)
{
    if (host->late) host->late->finish(host, ticket, outcome);
}

/* Has the caller gone away, or the deadline passed? A hint: the answer may be left undone, gh_finish may not. */
static inline int gh_is_cancelled(const gh_host *host, uint64_t ticket)
{
    return host->late && host->late->is_cancelled(host, ticket) != 0;
}

#ifdef __cplusplus
}
#endif
#endif
