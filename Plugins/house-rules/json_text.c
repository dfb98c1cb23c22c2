#include "json_text.h"

#include <stdlib.h>

static bool unescape(const gh_json_functions *json, gh_json value, gh_str *string)
{
    size_t length = value.text.len; /* enough: no escape is shorter than what it stands for */
    char *buffer = malloc(length);
    if (!buffer || json->unescape(value, buffer, length, &length) != GH_FOUND) {
        free(buffer);
        return false;
    }
    *string = gh_make_str(buffer, length);
    return true;
}

bool json_string(const gh_json_functions *json, gh_json value, gh_str pointer, gh_str *string)
{
    gh_json member;
    gh_found found = json->get(value, pointer, &member);
    *string = GH_NO_STR;
    if (found != GH_FOUND) return found == GH_ABSENT;
    return gh_json_is_string(member) ? unescape(json, member, string) : true;
}

gh_str json_quote(const gh_json_functions *json, gh_str text)
{
    size_t length;
    if (gh_is_absent(text) || json->quote(text, NULL, 0, &length) != GH_TOO_SMALL) return GH_NO_STR;
    char *buffer = malloc(length);
    if (buffer && json->quote(text, buffer, length, &length) == GH_FOUND) return gh_make_str(buffer, length);
    free(buffer);
    return GH_NO_STR;
}

gh_str json_splice(gh_json whole, gh_json part, gh_str replacement)
{
    const char *end = part.text.ptr + part.text.len;
    gh_str head = gh_make_str(whole.text.ptr, (size_t)(part.text.ptr - whole.text.ptr));
    gh_str tail = gh_make_str(end, whole.text.len - (size_t)(end - whole.text.ptr));
    return text_join((gh_str[]){head, replacement, tail}, 3);
}

gh_str json_with_string(const gh_json_functions *json, gh_json whole, gh_str pointer, gh_str text)
{
    gh_json part;
    if (json->get(whole, pointer, &part) != GH_FOUND) return GH_NO_STR;
    gh_str quoted = json_quote(json, text);
    gh_str spliced = json_splice(whole, part, quoted);
    text_free(quoted);
    return spliced;
}

static bool is_empty(const gh_json_functions *json, gh_json container)
{
    uint64_t cursor = 0;
    gh_json value;
    return json->next(container, &cursor, NULL, &value) != GH_FOUND;
}

gh_str json_append(const gh_json_functions *json, gh_json container, gh_str item)
{
    gh_str text = container.text;
    gh_str open = gh_make_str(text.ptr, text.len - 1), bracket = gh_make_str(text.ptr + text.len - 1, 1);
    gh_str comma = is_empty(json, container) ? GH_STR("") : GH_STR(",");
    return text_join((gh_str[]){open, comma, item, bracket}, 4);
}
