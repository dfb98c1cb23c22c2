/* JSON text to fields and slices: simdjson validates the text once, and its tape is laid beside the text's offsets. */
#ifndef CJSONTEXT_H
#define CJSONTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cj_parser cj_parser;

/* A parsed text. Borrowed from its parser until that parses again or is destroyed. A node is an index into `tape`
   (simdjson: doc/tape.md); the text's value is node 1. */
typedef struct cj_view {
    const char *text;
    size_t length;
    const uint64_t *tape;
    const uint32_t *offsets; /* where each node stands in `text` */
    const uint8_t *strings;
} cj_view;

cj_parser *cj_create(void);
void cj_destroy(cj_parser *parser);

/* Copies and validates `text`. NULL, or what is wrong with it (a constant). Not for two threads at once. */
const char *cj_parse(cj_parser *parser, const char *text, size_t length, cj_view *view);

/* The same, but a text that is the last one again is only compared: who looks several values up asks with it each time. */
const char *cj_parse_again(cj_parser *parser, const char *text, size_t length, cj_view *view);

/* How many bytes, whatever they are, must be readable behind a text that is not copied. */
enum { CJ_PADDING = 64 };

/* The same without a copy: the text is the caller's, and stays as it is as long as the view is used. */
const char *cj_parse_in_place(cj_parser *parser, const char *text, size_t length, cj_view *view);

/* The offset of the first line feed from `start` on; `length` where there is none. */
size_t cj_end_of_line(const char *text, size_t start, size_t length);

/* '{', '[', '"', 'l' (64 bits with sign), 'u' (beyond those), 'd', 't', 'f', 'n'; '}' and ']' end a container. */
static inline uint8_t cj_kind(cj_view view, uint32_t node) { return (uint8_t)(view.tape[node] >> 56); }

/* The node behind this one and all that it holds. */
static inline uint32_t cj_after(cj_view view, uint32_t node)
{
    switch (cj_kind(view, node)) {
    case '{':
    case '[': return (uint32_t)view.tape[node];
    case 'l':
    case 'u':
    case 'd': return node + 2;
    default: return node + 1;
    }
}

/* The unescaped text of a string node. */
static inline const char *cj_string(cj_view view, uint32_t node, size_t *length)
{
    const uint8_t *entry = view.strings + (view.tape[node] & 0x00FFFFFFFFFFFFFFu);
    uint32_t stored;
    __builtin_memcpy(&stored, entry, sizeof stored);
    *length = stored;
    return (const char *)(entry + sizeof stored);
}

static inline int64_t cj_integer(cj_view view, uint32_t node) { return (int64_t)view.tape[node + 1]; }

static inline double cj_double(cj_view view, uint32_t node)
{
    double value;
    __builtin_memcpy(&value, &view.tape[node + 1], sizeof value);
    return value;
}

/* A stretch of a text. */
typedef struct cj_slice {
    size_t start;
    size_t length;
} cj_slice;

/* One step through a container, for texts that were valid when the first step was made. `cursor` is an offset into the
   text, 0 before the first step. 1: found; 0: no more; -1: the text or the cursor is none of those that fit. */
int cj_next(const char *text, size_t length, uint64_t *cursor, cj_slice *key, cj_slice *value);

/* Where the text of a node ends: the offset behind its last byte. */
size_t cj_end(cj_view view, uint32_t node);

#ifdef __cplusplus
}
#endif
#endif
