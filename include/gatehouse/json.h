/* Reading and writing JSON text, without memory that anybody would have to free. */
#ifndef GATEHOUSE_JSON_H
#define GATEHOUSE_JSON_H

#include "outcome.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Functions of the host. [any thread] [any time]
 *
 * Slices point into the text that was handed in, with no white space around them, and live as long as it does. Text
 * that is not JSON gives GH_UNREACHABLE, everywhere. Any JSON value will do as `json`, also one that another look-up
 * gave.
 */
typedef struct gh_json_functions {
    size_t size;

    /* The value at a JSON pointer (RFC 6901), "/content/body", as a slice of `json`. "" is the whole. Where a key
       stands twice, the last one counts, as in Python. */
    gh_found (*get)(gh_json json, gh_str pointer, gh_json *value);

    /* The text of a JSON string, unescaped, into `buffer`. `needed` is its length in bytes, also with GH_TOO_SMALL;
       NULL with capacity 0 asks for it. It is never longer than the JSON text. A lone surrogate becomes U+FFFD.
       GH_ABSENT: `json` is no string. */
    gh_found (*unescape)(gh_json json, char *buffer, size_t capacity, size_t *needed);

    /* `text` as a JSON string with its quotes, into `buffer`; sizes as above. GH_UNREACHABLE: it is no UTF-8. */
    gh_found (*quote)(gh_str text, char *buffer, size_t capacity, size_t *needed);

    /* The whole number that `json` is. GH_ABSENT: it is none, or beyond 64 bits. */
    gh_found (*integer)(gh_json json, int64_t *value);

    /* Goes through an array or an object. `cursor` starts at 0. `key` is a JSON string in objects, absent in arrays;
       it may be NULL. GH_ABSENT: no more. */
    gh_found (*next)(gh_json container, uint64_t *cursor, gh_json *key, gh_json *value);
} gh_json_functions;

static inline int gh_json_is(gh_json json, gh_str literal) { return gh_equal(json.text, literal); }
static inline int gh_json_is_true(gh_json json) { return gh_json_is(json, GH_STR("true")); }
static inline int gh_json_is_string(gh_json json) { return json.text.len > 0 && json.text.ptr[0] == '"'; }
static inline int gh_json_is_array(gh_json json) { return json.text.len > 0 && json.text.ptr[0] == '['; }
static inline int gh_json_is_object(gh_json json) { return json.text.len > 0 && json.text.ptr[0] == '{'; }

#ifdef __cplusplus
}
#endif
#endif
