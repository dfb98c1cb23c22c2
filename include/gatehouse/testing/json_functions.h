/* The JSON functions that a host offers (../json.h), and the comparison of values. */
#ifndef GATEHOUSE_TESTING_JSON_FUNCTIONS_H
#define GATEHOUSE_TESTING_JSON_FUNCTIONS_H

#include "json.h"

/* -- get -- */

/* Is the string `key` one step of a pointer, in which "~1" is a slash and "~0" a tilde? */
static inline int gh_test_is_step(gh_json key, gh_str step)
{
    const char *at = key.text.ptr + 1, *end = key.text.ptr + key.text.len - 1;
    size_t place = 0;
    uint32_t character = 0;
    char bytes[4];
    while (at < end) {
        at += gh_test_character(at, end, &character);
        const size_t count = gh_test_encode(character, bytes);
        for (size_t i = 0; i < count; i++) {
            if (place == step.len) return 0;
            char expected = step.ptr[place++];
            if (expected == '~') expected = step.ptr[place++] == '1' ? '/' : '~';
            if (bytes[i] != expected) return 0;
        }
    }
    return place == step.len;
}

/* The index that a step is; SIZE_MAX: it is none. */
static inline size_t gh_test_index(gh_str step)
{
    size_t index = 0;
    if (step.len == 0 || step.len > 9 || (step.len > 1 && step.ptr[0] == '0')) return SIZE_MAX;
    for (size_t i = 0; i < step.len; i++) {
        if (step.ptr[i] < '0' || step.ptr[i] > '9') return SIZE_MAX;
        index = index * 10 + (size_t)(step.ptr[i] - '0');
    }
    return index;
}

/* The member that a step leads to; absent: there is none. Of equal keys the last one counts. */
static inline gh_json gh_test_member(gh_json container, gh_str step)
{
    const char *at = NULL;
    gh_json key, value, found = GH_NO_JSON;
    size_t place = 0;
    if (!gh_json_is_object(container) && !gh_json_is_array(container)) return found;
    const int isObject = gh_json_is_object(container);
    const size_t index = gh_test_index(step);
    while (gh_test_step(container, &at, &key, &value)) {
        if (isObject ? gh_test_is_step(key, step) : place++ == index) found = value;
    }
    return found;
}

/* Is each "~" in it followed by 0 or 1? */
static inline int gh_test_is_pointer(gh_str pointer)
{
    if (pointer.len > 0 && pointer.ptr[0] != '/') return 0;
    for (size_t i = 0; i < pointer.len; i++) {
        if (pointer.ptr[i] == '~' && (i + 1 == pointer.len || (pointer.ptr[i + 1] | 1) != '1')) return 0;
    }
    return 1;
}

static inline gh_found gh_test_get(gh_json json, gh_str pointer, gh_json *value)
{
    gh_json found = gh_test_trim(json);
    const char *at = pointer.ptr, *end = at ? at + pointer.len : at;
    if (gh_is_absent(found.text) || !gh_test_is_pointer(pointer)) return GH_UNREACHABLE;
    while (at < end && !gh_is_absent(found.text)) {
        const char *start = ++at;
        while (at < end && *at != '/')
            at++;
        found = gh_test_member(found, gh_make_str(start, (size_t)(at - start)));
    }
    if (gh_is_absent(found.text)) return GH_ABSENT;
    *value = found;
    return GH_FOUND;
}

/* -- the others -- */

static inline gh_found gh_test_fits(size_t length, size_t capacity, size_t *needed)
{
    if (needed) *needed = length;
    return length <= capacity ? GH_FOUND : GH_TOO_SMALL;
}

static inline gh_found gh_test_unescape(gh_json json, char *buffer, size_t capacity, size_t *needed)
{
    const gh_json string = gh_test_trim(json);
    if (gh_is_absent(string.text)) return GH_UNREACHABLE;
    if (!gh_json_is_string(string)) return GH_ABSENT;
    const gh_found found = gh_test_fits(gh_test_unescaped(string, NULL), capacity, needed);
    if (found == GH_FOUND && buffer) gh_test_unescaped(string, buffer);
    return found;
}

/* One byte as it stands in a JSON string; its length. */
static inline size_t gh_test_quoted_byte(char byte, char *into)
{
    static const char raw[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt", digits[] = "0123456789abcdef";
    const char *escaped = byte ? strchr(raw, byte) : NULL;
    into[0] = escaped || (unsigned char)byte < 0x20 ? '\\' : byte;
    if (escaped) into[1] = letters[escaped - raw];
    if (escaped || (unsigned char)byte >= 0x20) return escaped ? 2 : 1;
    memcpy(into + 1, "u00", 3);
    into[4] = digits[byte >> 4];
    into[5] = digits[byte & 15];
    return 6;
}

static inline gh_found gh_test_quote(gh_str text, char *buffer, size_t capacity, size_t *needed)
{
    char bytes[6];
    size_t length = 2;
    if (gh_is_absent(text) || text.len > GH_TEST_LIMIT || !gh_test_is_utf8(text)) return GH_UNREACHABLE;
    for (size_t i = 0; i < text.len; i++)
        length += gh_test_quoted_byte(text.ptr[i], bytes);
    const gh_found found = gh_test_fits(length, capacity, needed);
    if (found != GH_FOUND) return found;
    *buffer++ = '"';
    for (size_t i = 0; i < text.len; i++) {
        const size_t count = gh_test_quoted_byte(text.ptr[i], bytes);
        memcpy(buffer, bytes, count);
        buffer += count;
    }
    *buffer = '"';
    return found;
}

static inline gh_found gh_test_integer(gh_json json, int64_t *value)
{
    const gh_str text = gh_test_trim(json).text;
    const int isNegative = text.len > 0 && text.ptr[0] == '-';
    const uint64_t limit = (uint64_t)INT64_MAX + (uint64_t)isNegative;
    uint64_t number = 0;
    if (gh_is_absent(text)) return GH_UNREACHABLE;
    for (size_t i = (size_t)isNegative; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return GH_ABSENT;
        const uint64_t digit = (uint64_t)(text.ptr[i] - '0');
        if (number > (limit - digit) / 10) return GH_ABSENT;
        number = number * 10 + digit;
    }
    *value = isNegative ? -(int64_t)(number / 2) - (int64_t)(number - number / 2) : (int64_t)number;
    return GH_FOUND;
}

/* The cursor counts the members that were handed out. */
static inline gh_found gh_test_next(gh_json container, uint64_t *cursor, gh_json *key, gh_json *value)
{
    const gh_json json = gh_test_trim(container);
    const char *at = NULL;
    gh_json name;
    if (!gh_json_is_object(json) && !gh_json_is_array(json)) return GH_UNREACHABLE;
    for (uint64_t i = 0; i <= *cursor; i++) {
        if (!gh_test_step(json, &at, key ? key : &name, value)) return GH_ABSENT;
    }
    ++*cursor;
    return GH_FOUND;
}

static inline const gh_json_functions *gh_test_json_functions(void)
{
    static const gh_json_functions functions = {
        sizeof(gh_json_functions), gh_test_get, gh_test_unescape, gh_test_quote, gh_test_integer, gh_test_next};
    return &functions;
}

/* -- values of a test -- */

/* `text` as a JSON string. It is UTF-8. */
static inline const char *gh_test_quoted(gh_test_memory *memory, gh_str text)
{
    char *buffer = (char *)gh_test_room(memory, text.len * 6 + 3);
    size_t length;
    return gh_test_quote(text, buffer, text.len * 6 + 2, &length) == GH_FOUND ? buffer : "null";
}

static inline size_t gh_test_count(gh_json container)
{
    const char *at = NULL;
    gh_json key, value;
    size_t count = 0;
    while (gh_test_step(container, &at, &key, &value))
        count++;
    return count;
}

static inline int gh_test_same(gh_test_memory *memory, gh_json one, gh_json other, int inAnyOrder);

/* Has `container` this member, under this key or, in an array, at this place or (in any order) anywhere? */
static inline int gh_test_has(
    gh_test_memory *memory, gh_json container, gh_json key, gh_json value, size_t place, int inAnyOrder)
{
    const char *at = NULL;
    gh_json name, candidate;
    for (size_t i = 0; gh_test_step(container, &at, &name, &candidate); i++) {
        const int isPlace = gh_is_absent(key.text)
                                ? inAnyOrder || i == place
                                : gh_equal(gh_test_string(memory, name), gh_test_string(memory, key));
        if (isPlace && gh_test_same(memory, candidate, value, inAnyOrder)) return 1;
    }
    return 0;
}

/* The same values, whatever the order of members and the spelling of strings and numbers; `inAnyOrder` holds for
   arrays too. Both are JSON without white space around it. */
static inline int gh_test_same(gh_test_memory *memory, gh_json one, gh_json other, int inAnyOrder)
{
    const char *at = NULL;
    gh_json key, value;
    if (gh_equal(one.text, other.text)) return 1;
    if (gh_json_is_string(one) || gh_json_is_string(other)) {
        return gh_equal(gh_test_string(memory, one), gh_test_string(memory, other));
    }
    const char kind = *one.text.ptr, otherKind = *other.text.ptr;
    if (kind != '{' && kind != '[') {
        const int areNumbers = kind < ':' && otherKind < ':';
        return areNumbers && !(strtod(one.text.ptr, NULL) < strtod(other.text.ptr, NULL)) &&
               !(strtod(one.text.ptr, NULL) > strtod(other.text.ptr, NULL));
    }
    if (kind != otherKind || gh_test_count(one) != gh_test_count(other)) return 0;
    for (size_t i = 0; gh_test_step(one, &at, &key, &value); i++) {
        if (!gh_test_has(memory, other, key, value, i, inAnyOrder)) return 0;
    }
    return 1;
}

#endif
