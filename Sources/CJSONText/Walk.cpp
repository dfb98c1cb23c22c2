// A walk through the members of a container without taking it apart: each step goes on where the last one ended, so that
// a whole walk costs one pass. Nothing is believed of the text: it may have changed since it was validated.
#include "CJSONText.h"

#include <cstring>

namespace {

struct Walk {
    const char *text;
    size_t length;
    size_t at;

    bool isAtEnd() const { return at >= length; }
    char here() const { return isAtEnd() ? '\0' : text[at]; }

    void skipBlanks()
    {
        while (!isAtEnd() && std::strchr(" \t\r\n", text[at]) != nullptr)
            at++;
    }

    bool take(char expected)
    {
        skipBlanks();
        if (isAtEnd() || text[at] != expected) return false;
        at++;
        return true;
    }

    bool skipString()
    {
        for (at++; !isAtEnd(); at++) {
            if (text[at] == '\\')
                at++;
            else if (text[at] == '"')
                return ++at, true;
        }
        return false;
    }

    bool skipContainer()
    {
        size_t depth = 0;
        do {
            const char c = here();
            if (c == '"') {
                if (!skipString()) return false;
                continue;
            }
            if (c == '{' || c == '[') depth++;
            if (c == '}' || c == ']') depth--;
            at++;
        } while (depth > 0 && !isAtEnd());
        return depth == 0;
    }

    bool skipScalar()
    {
        const size_t start = at;
        while (!isAtEnd() && std::strchr(" \t\r\n,]}:", text[at]) == nullptr)
            at++;
        return at > start;
    }

    // One value, as a slice.
    bool value(cj_slice *slice)
    {
        skipBlanks();
        slice->start = at;
        const bool isWhole = here() == '"'                    ? skipString()
                             : here() == '{' || here() == '[' ? skipContainer()
                                                              : skipScalar();
        slice->length = at - slice->start;
        return isWhole;
    }
};

} // namespace

int cj_next(const char *text, size_t length, uint64_t *cursor, cj_slice *key, cj_slice *value)
{
    Walk walk = {text, length, 0};
    walk.skipBlanks();
    const bool isObject = walk.here() == '{';
    if (*cursor > length || (!isObject && walk.here() != '[')) return -1;
    const bool isFirst = *cursor == 0;
    walk.at = isFirst ? walk.at + 1 : size_t(*cursor);
    walk.skipBlanks();
    if (walk.here() == (isObject ? '}' : ']')) return 0;
    if (!isFirst && !walk.take(',')) return -1;
    *key = {0, 0};
    if (isObject && (!walk.value(key) || !walk.take(':'))) return -1;
    if (!walk.value(value)) return -1;
    *cursor = walk.at;
    return 1;
}
