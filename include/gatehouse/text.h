/* Values that cross by value. They are frozen: their layout never changes. */
#ifndef GATEHOUSE_TEXT_H
#define GATEHOUSE_TEXT_H

#include "base.h"

#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* UTF-8 text, not NUL-terminated. Absent is `ptr == NULL`; the empty text has a pointer and no length. */
typedef struct gh_str {
    const char *ptr;
    size_t len;
} gh_str;

/* JSON text. A type of its own, so that plain text is not handed over where JSON is meant. */
typedef struct gh_json {
    gh_str text;
} gh_json;

/* 0 is no, everything else is yes. Eight bytes wide, so that no struct has padding. */
typedef uint64_t gh_bool;

/* A number that may be absent. */
typedef struct gh_maybe_int {
    gh_bool present;
    int64_t value;
} gh_maybe_int;

GH_CONSTANT gh_str gh_make_str(const char *ptr, size_t len)
{
    gh_str str = {ptr, len};
    return str;
}

GH_CONSTANT gh_json gh_make_json(gh_str text)
{
    gh_json json = {text};
    return json;
}

/* Text and JSON from string literals; the _INIT forms are for constants. */
#define GH_STR(literal) gh_make_str("" literal, sizeof(literal) - 1)
#define GH_STR_INIT(literal)                                                                                           \
    {                                                                                                                  \
        "" literal, sizeof(literal) - 1                                                                                \
    }
#define GH_JSON(literal) gh_make_json(GH_STR(literal))

/* Absent text and absent JSON. */
#define GH_NO_STR gh_make_str(NULL, 0)
#define GH_NO_JSON gh_make_json(GH_NO_STR)

static inline int gh_is_absent(gh_str str) { return str.ptr == NULL; }

/* Same bytes, or both absent. Absent is not equal to empty. */
static inline int gh_equal(gh_str a, gh_str b)
{
    if (a.len != b.len || (a.ptr == NULL) != (b.ptr == NULL)) return 0;
    return a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0;
}

static inline int gh_has_prefix(gh_str str, gh_str prefix)
{
    return str.len >= prefix.len && gh_equal(gh_make_str(str.ptr, prefix.len), prefix);
}

static inline int gh_has_suffix(gh_str str, gh_str suffix)
{
    return str.len >= suffix.len && gh_equal(gh_make_str(str.ptr + (str.len - suffix.len), suffix.len), suffix);
}

#ifdef __cplusplus
}
#endif
#endif
