#include "text.h"

#include <stdlib.h>
#include <string.h>

typedef bool same_bytes(const char *a, const char *b, size_t count);

static bool same(const char *a, const char *b, size_t count) { return memcmp(a, b, count) == 0; }

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static bool same_ignoring_case(const char *text, const char *lowercase, size_t count)
{
    size_t i = 0;
    while (i < count && lower(text[i]) == lowercase[i])
        i++;
    return i == count;
}

/* Where `part` begins at or after `from`, or text.len. */
static size_t find(gh_str text, gh_str part, size_t from, same_bytes *equal)
{
    for (size_t i = from; i + part.len <= text.len; i++) {
        if (equal(text.ptr + i, part.ptr, part.len)) return i;
    }
    return text.len;
}

bool text_contains(gh_str text, gh_str part) { return find(text, part, 0, same) < text.len; }

bool text_contains_ignoring_case(gh_str text, gh_str part)
{
    return find(text, part, 0, same_ignoring_case) < text.len;
}

gh_str user_localpart(gh_str user_id)
{
    if (!gh_has_prefix(user_id, GH_STR("@"))) return GH_NO_STR;
    gh_str rest = gh_make_str(user_id.ptr + 1, user_id.len - 1);
    return gh_make_str(rest.ptr, find(rest, GH_STR(":"), 0, same));
}

bool user_is_evil(gh_str user_id) { return gh_has_prefix(user_localpart(user_id), GH_STR("evil")); }

static size_t total_length(const gh_str *parts, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += parts[i].len;
    return total;
}

gh_str text_join(const gh_str *parts, size_t count)
{
    size_t total = total_length(parts, count), at = 0;
    char *joined = malloc(total + 1); /* never of size 0, which may give NULL */
    for (size_t i = 0; joined && i < count; i++) {
        if (gh_is_absent(parts[i])) {
            free(joined);
            return GH_NO_STR;
        }
        memcpy(joined + at, parts[i].ptr, parts[i].len);
        at += parts[i].len;
    }
    return gh_make_str(joined, at);
}

static size_t occurrences(gh_str text, gh_str part)
{
    size_t count = 0;
    for (size_t at = find(text, part, 0, same); at < text.len; at = find(text, part, at + part.len, same))
        count++;
    return count;
}

static char *put(char *end, const char *bytes, size_t count)
{
    memcpy(end, bytes, count);
    return end + count;
}

gh_str text_replace(gh_str text, gh_str part, gh_str substitute)
{
    size_t count = occurrences(text, part), from = 0;
    char *replaced = malloc(text.len - count * part.len + count * substitute.len + 1), *end = replaced;
    if (!replaced || gh_is_absent(text)) {
        free(replaced);
        return GH_NO_STR;
    }
    for (size_t at; (at = find(text, part, from, same)) < text.len; from = at + part.len) {
        end = put(end, text.ptr + from, at - from);
        end = put(end, substitute.ptr, substitute.len);
    }
    end = put(end, text.ptr + from, text.len - from);
    return gh_make_str(replaced, (size_t)(end - replaced));
}

void text_free(gh_str text) { free((void *)text.ptr); }
