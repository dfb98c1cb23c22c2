/* What an instance answers when it is asked. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include "json.h"

struct script {
    const gh_host *host;
    gh_json answer; /* {"deny_code": "M_FORBIDDEN", "extra": {...}} */
    gh_str answers; /* the text that it is a part of, to be freed */
    gh_str file; /* ends in NUL; where the answers are read anew for each call, in a JSON array; else absent */
    int64_t place; /* of the answer in there, from 0 */
    gh_str asked; /* ends in NUL; the file where it writes its place, from 1, each time that it is asked; else absent */
};

/* Writes down that an instance is asked, whatever its host says of that. Cookies that come back are no question. */
void script_note(const struct script *instance, gh_str callback);

/* The script for one call of an instance. False: its answer could not be read. */
bool script_open(struct script *call, const struct script *instance);
void script_close(struct script *call, const struct script *instance);

static inline bool script_has(const struct script *script, gh_str pointer, gh_json *value)
{
    return script->host->json->get(script->answer, pointer, value) == GH_FOUND;
}

static inline bool script_says(const struct script *script, gh_str pointer)
{
    gh_json value;
    return script_has(script, pointer, &value);
}

/* An answer that none of Synapse's chains would understand. */
#define INVALID GH_ANSWERED

/* What any callback may do: allow or fail. False: the answer is one of its own kind. */
bool script_plain(const struct script *script, gh_reply *reply, gh_outcome *outcome);

/* What the callback returns for `outcome`: "outcome" where the script has it, whatever was answered. */
gh_outcome script_outcome(const struct script *script, gh_outcome outcome);

/* The answers of each kind, "allow" and failures aside. */
gh_outcome answer_verdict(const struct script *script, gh_verdict_reply *reply);
gh_outcome answer_event_verdict(const struct script *script, gh_event_verdict_reply *reply);
gh_outcome answer_code(const struct script *script, gh_code_reply *reply);
gh_outcome answer_objection(const struct script *script, gh_objection_reply *reply);
gh_outcome answer_truth(const struct script *script, gh_objection_reply *reply);
gh_outcome answer_registration(const struct script *script, gh_registration_reply *reply);
gh_outcome answer_replacement(const struct script *script, gh_replacement_reply *reply);
gh_outcome answer_rewriting(const struct script *script, gh_json request, gh_rewriting_reply *reply);
gh_outcome answer_notice(const struct script *script, gh_notice_reply *reply);
gh_outcome answer_users(const struct script *script, gh_users_reply *reply);
gh_outcome answer_bool(const struct script *script, gh_truth_reply *reply);
gh_outcome answer_text(const struct script *script, gh_text_reply *reply);
gh_outcome answer_number(const struct script *script, gh_number_reply *reply);
gh_outcome answer_object(const struct script *script, gh_object_reply *reply);
gh_outcome answer_login(const struct script *script, gh_login_reply *reply);
gh_outcome answer_update(const struct script *script, gh_update_reply *reply);
gh_outcome answer_renewal(const struct script *script, gh_renewal_reply *reply);
gh_outcome answer_limits(const struct script *script, gh_limits_reply *reply);
gh_outcome answer_override(const struct script *script, gh_override_reply *reply);
gh_outcome answer_response(const struct script *script, gh_rewriting_reply *reply);
gh_outcome answer_presence(const struct script *script, gh_presence_reply *reply);

#endif
