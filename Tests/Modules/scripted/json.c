#include "json.h"

#include <stdlib.h>
#include <string.h>

gh_str text_join(const gh_str *parts, size_t count)
{
    size_t total = 0, at = 0;
    for (size_t i = 0; i < count; i++) {
        if (gh_is_absent(parts[i])) return GH_NO_STR;
        total += parts[i].len;
    }
    char *joined = malloc(total + 1); /* never of size 0, which may give NULL */
    if (!joined) return GH_NO_STR;
    for (size_t i = 0; i < count; at += parts[i++].len)
        memcpy(joined + at, parts[i].ptr, parts[i].len);
    return gh_make_str(joined, total);
}

void text_free(gh_str text) { free((void *)text.ptr); }

gh_str json_string(const json_functions *json, gh_json value)
{
    size_t length = value.text.len; /* enough: no escape is shorter than what it stands for */
    char *buffer = malloc(length + 1);
    if (buffer && json->unescape(value, buffer, length, &length) == GH_FOUND) return gh_make_str(buffer, length);
    free(buffer);
    return GH_NO_STR;
}

gh_str json_string_at(const json_functions *json, gh_json value, gh_str pointer)
{
    gh_json string;
    return json->get(value, pointer, &string) == GH_FOUND ? json_string(json, string) : GH_NO_STR;
}

/* Keys are compared by what they say: the same key may be escaped in two ways. */
static bool find_member(const json_functions *json, gh_json object, gh_str key, gh_json *value)
{
    bool found = false;
    uint64_t cursor = 0;
    gh_json candidate;
    while (!found && json->next(object, &cursor, &candidate, value) == GH_FOUND) {
        gh_str name = json_string(json, candidate);
        found = gh_equal(name, key);
        text_free(name);
    }
    return found;
}

static gh_str append(const json_functions *json, gh_json container, gh_str item)
{
    uint64_t cursor = 0;
    gh_json first;
    gh_str text = container.text;
    gh_str open = gh_make_str(text.ptr, text.len - 1), bracket = gh_make_str(text.ptr + text.len - 1, 1);
    gh_str comma = json->next(container, &cursor, NULL, &first) == GH_FOUND ? GH_STR(",") : GH_STR("");
    return text_join((gh_str[]){open, comma, item, bracket}, 4);
}

static gh_str replace(gh_json whole, gh_json part, gh_json replacement)
{
    const char *end = part.text.ptr + part.text.len;
    gh_str head = gh_make_str(whole.text.ptr, (size_t)(part.text.ptr - whole.text.ptr));
    gh_str tail = gh_make_str(end, whole.text.len - (size_t)(end - whole.text.ptr));
    return text_join((gh_str[]){head, replacement.text, tail}, 3);
}

gh_str json_with_member(const json_functions *json, gh_json object, gh_json key, gh_json value)
{
    gh_json old;
    gh_str name = json_string(json, key);
    bool exists = find_member(json, object, name, &old);
    text_free(name);
    if (exists) return replace(object, old, value);
    gh_str member = text_join((gh_str[]){key.text, GH_STR(":"), value.text}, 3);
    gh_str extended = append(json, object, member);
    text_free(member);
    return extended;
}

gh_str json_with_item(const json_functions *json, gh_json array, gh_json item)
{
    return append(json, array, item.text);
}
