/* JSON text, walked without taking it apart. What is walked is known to be JSON; `gh_test_is_json` finds out. */
#ifndef GATEHOUSE_TESTING_JSON_H
#define GATEHOUSE_TESTING_JSON_H

#include "memory.h"

#define GH_TEST_LIMIT ((size_t)16 << 20) /* bytes of one text */
#define GH_TEST_DEPTH 1024 /* containers in containers */

/* -- characters -- */

/* The UTF-8 character at `at`: how many bytes it takes, 0 when it is none. */
static inline size_t gh_test_utf8(const char *at, const char *end, uint32_t *character)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char first = (unsigned char)*at;
    const size_t count = first < 0x80   ? 1
                         : first < 0xC0 ? 0
                         : first < 0xE0 ? 2
                         : first < 0xF0 ? 3
                         : first < 0xF8 ? 4
                                        : 0;
    if (count == 0 || (size_t)(end - at) < count) return 0;
    uint32_t value = count == 1 ? first : first & (0xFFu >> (count + 1));
    for (size_t i = 1; i < count; i++) {
        if (((unsigned char)at[i] & 0xC0) != 0x80) return 0;
        value = value << 6 | ((unsigned char)at[i] & 0x3Fu);
    }
    *character = value;
    return value < least[count] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) ? 0 : count;
}

static inline int gh_test_is_utf8(gh_str text)
{
    uint32_t character;
    for (size_t at = 0, count; at < text.len; at += count) {
        if ((count = gh_test_utf8(text.ptr + at, text.ptr + text.len, &character)) == 0) return 0;
    }
    return 1;
}

/* Writes a character as UTF-8 and tells how many bytes it took, 4 at most. */
static inline size_t gh_test_encode(uint32_t character, char *bytes)
{
    const size_t count = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    const uint32_t head[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = count; i-- > 1; character >>= 6)
        bytes[i] = (char)(0x80 | (character & 0x3F));
    bytes[0] = (char)(head[count] | character);
    return count;
}

/* The four hexadecimal digits behind "\u"; -1: there are none. */
static inline int32_t gh_test_hex(const char *at, const char *end)
{
    int32_t value = 0;
    if (end - at < 6 || at[0] != '\\' || at[1] != 'u') return -1;
    for (int i = 2; i < 6; i++) {
        const char c = at[i];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0) return -1;
        value = value << 4 | digit;
    }
    return value;
}

/* The escape at `at`: its length, 0 when it is none. A lone surrogate is U+FFFD. */
static inline size_t gh_test_escape(const char *at, const char *end, uint32_t *character)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char *letter = end - at < 2 || !at[1] ? NULL : strchr(letters, at[1]);
    if (letter) {
        *character = (unsigned char)meant[letter - letters];
        return 2;
    }
    const int32_t first = gh_test_hex(at, end), second = first < 0 ? -1 : gh_test_hex(at + 6, end);
    if (first >= 0xD800 && first < 0xDC00 && second >= 0xDC00 && second < 0xE000) {
        *character = 0x10000 + (((uint32_t)first & 0x3FF) << 10 | ((uint32_t)second & 0x3FF));
        return 12;
    }
    *character = first >= 0xD800 && first < 0xE000 ? 0xFFFD : (uint32_t)first;
    return first < 0 ? 0 : 6;
}

/* The character of a string at `at`, written out or escaped: how many bytes it takes, 0 when it is none. */
static inline size_t gh_test_character(const char *at, const char *end, uint32_t *character)
{
    if (at < end && *at == '\\') return gh_test_escape(at, end, character);
    return at < end && (unsigned char)*at >= 0x20 ? gh_test_utf8(at, end, character) : 0;
}

/* -- values: each function returns what stands behind the value, or NULL when it is none -- */

static inline const char *gh_test_skip_space(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r'))
        at++;
    return at;
}

static inline const char *gh_test_skip_string(const char *at, const char *end)
{
    uint32_t character;
    if (at >= end || *at++ != '"') return NULL;
    while (at < end && *at != '"') {
        const size_t count = gh_test_character(at, end, &character);
        if (count == 0) return NULL;
        at += count;
    }
    return at < end ? at + 1 : NULL;
}

static inline const char *gh_test_skip_digits(const char *at, const char *end)
{
    const char *start = at;
    while (at < end && *at >= '0' && *at <= '9')
        at++;
    return at > start ? at : NULL;
}

static inline const char *gh_test_skip_number(const char *at, const char *end)
{
    if (at < end && *at == '-') at++;
    at = at < end && *at == '0' ? at + 1 : gh_test_skip_digits(at, end);
    if (at && at < end && *at == '.') at = gh_test_skip_digits(at + 1, end);
    if (at && at < end && (*at == 'e' || *at == 'E')) {
        at++;
        if (at < end && (*at == '+' || *at == '-')) at++;
        at = gh_test_skip_digits(at, end);
    }
    return at;
}

static inline const char *gh_test_skip(const char *at, const char *end, int depth);

/* A member of an object, or an element of an array. */
static inline const char *gh_test_skip_member(const char *at, const char *end, int isObject, int depth)
{
    if (isObject) {
        at = gh_test_skip_string(gh_test_skip_space(at, end), end);
        at = at ? gh_test_skip_space(at, end) : NULL;
        if (!at || at >= end || *at++ != ':') return NULL;
    }
    at = gh_test_skip(gh_test_skip_space(at, end), end, depth);
    return at ? gh_test_skip_space(at, end) : NULL;
}

static inline const char *gh_test_skip_container(const char *at, const char *end, int depth)
{
    const int isObject = *at++ == '{';
    const char close = isObject ? '}' : ']';
    at = gh_test_skip_space(at, end);
    if (depth == 0) return NULL;
    if (at < end && *at == close) return at + 1;
    while ((at = gh_test_skip_member(at, end, isObject, depth - 1)) != NULL && at < end) {
        if (*at == close) return at + 1;
        if (*at++ != ',') return NULL;
    }
    return NULL;
}

static inline const char *gh_test_skip(const char *at, const char *end, int depth)
{
    static const char *const literals[] = {"true", "false", "null"};
    if (at >= end) return NULL;
    if (*at == '"') return gh_test_skip_string(at, end);
    if (*at == '{' || *at == '[') return gh_test_skip_container(at, end, depth);
    for (size_t i = 0; i < 3; i++) {
        const size_t length = strlen(literals[i]);
        if ((size_t)(end - at) >= length && memcmp(at, literals[i], length) == 0) return at + length;
    }
    return gh_test_skip_number(at, end);
}

/* Without the white space around it; absent when it is no JSON. */
static inline gh_json gh_test_trim(gh_json json)
{
    if (gh_is_absent(json.text) || json.text.len > GH_TEST_LIMIT) return GH_NO_JSON;
    const char *end = json.text.ptr + json.text.len, *start = gh_test_skip_space(json.text.ptr, end);
    const char *behind = gh_test_skip(start, end, GH_TEST_DEPTH);
    if (!behind || gh_test_skip_space(behind, end) != end) return GH_NO_JSON;
    return gh_make_json(gh_make_str(start, (size_t)(behind - start)));
}

static inline int gh_test_is_json(gh_json json) { return !gh_is_absent(gh_test_trim(json).text); }

/* -- containers and strings -- */

/* The next member of a container: `at` begins as NULL. 0: no more. `json` is JSON without space around it. */
static inline int gh_test_step(gh_json json, const char **at, gh_json *key, gh_json *value)
{
    const char *end = json.text.ptr + json.text.len;
    const char *start = gh_test_skip_space(*at ? *at : json.text.ptr + 1, end);
    if (*at && *start == ',') start = gh_test_skip_space(start + 1, end);
    if (start + 1 >= end) return 0;
    *key = GH_NO_JSON;
    if (gh_json_is_object(json)) {
        const char *behind = gh_test_skip_string(start, end);
        *key = gh_make_json(gh_make_str(start, (size_t)(behind - start)));
        start = gh_test_skip_space(gh_test_skip_space(behind, end) + 1, end);
    }
    *at = gh_test_skip(start, end, GH_TEST_DEPTH);
    *value = gh_make_json(gh_make_str(start, (size_t)(*at - start)));
    return 1;
}

/* The text of a JSON string into `buffer`, which may be NULL; tells how long it is. */
static inline size_t gh_test_unescaped(gh_json string, char *buffer)
{
    const char *at = string.text.ptr + 1, *end = string.text.ptr + string.text.len - 1;
    size_t length = 0;
    uint32_t character = 0;
    char bytes[4];
    while (at < end) {
        at += gh_test_character(at, end, &character);
        const size_t count = gh_test_encode(character, bytes);
        if (buffer) memcpy(buffer + length, bytes, count);
        length += count;
    }
    return length;
}

/* The text of a JSON string; absent when it is none. */
static inline gh_str gh_test_string(gh_test_memory *memory, gh_json json)
{
    if (!gh_json_is_string(json)) return GH_NO_STR;
    char *buffer = (char *)gh_test_room(memory, json.text.len + 1);
    return gh_make_str(buffer, gh_test_unescaped(json, buffer));
}

#endif
