/* Plain text: looking into it, and making new text. */
#ifndef TEXT_H
#define TEXT_H

#include <gatehouse/gatehouse.h>
#include <stdbool.h>

bool text_contains(gh_str text, gh_str part);

/* A to Z count as a to z and nothing else changes, so that no locale plays a part. `part` is in lower case. */
bool text_contains_ignoring_case(gh_str text, gh_str part);

/* What stands between the leading "@" and the first ":". Absent: it does not begin with "@". */
gh_str user_localpart(gh_str user_id);

bool user_is_evil(gh_str user_id);

/*
 * New text is for text_free. It is absent when there is no memory or when one of the texts that it is made of is absent,
 * so that only the end of a computation needs a check.
 */
gh_str text_join(const gh_str *parts, size_t count);
gh_str text_replace(gh_str text, gh_str part, gh_str substitute);
void text_free(gh_str text);

#endif
