// The text of a string without its escapes.
//
// Lone surrogates, escapes like \ud800 without their other half: Matrix servers let them pass, UTF-8 has no bytes for
// them, so a field that holds one reads U+FFFD there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace escapes {

inline bool isHigh(int32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
inline bool isLow(int32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

inline int digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

// The code unit of an escape \uXXXX, or -1.
inline int32_t unit(const char *from, const char *end)
{
    if (end - from < 6 || from[0] != '\\' || from[1] != 'u') return -1;
    int32_t value = 0;
    for (int i = 2; i < 6; i++) {
        const int next = digit(from[i]);
        if (next < 0) return -1;
        value = value * 16 + next;
    }
    return value;
}

inline char *putScalar(uint32_t scalar, char *to)
{
    const auto tail = [scalar](int shift) { return char(0x80 | (scalar >> shift & 0x3F)); };
    if (scalar < 0x80) {
        *to++ = char(scalar);
    } else if (scalar < 0x800) {
        *to++ = char(0xC0 | scalar >> 6);
        *to++ = tail(0);
    } else if (scalar < 0x10000) {
        *to++ = char(0xE0 | scalar >> 12);
        *to++ = tail(6);
        *to++ = tail(0);
    } else {
        *to++ = char(0xF0 | scalar >> 18);
        *to++ = tail(12);
        *to++ = tail(6);
        *to++ = tail(0);
    }
    return to;
}

// One escape \uXXXX, or two that belong together. False: it is none.
inline bool takeUnits(const char *&from, const char *end, char *&to)
{
    const int32_t first = unit(from, end);
    if (first < 0) return false;
    from += 6;
    const int32_t second = isHigh(first) ? unit(from, end) : -1;
    if (isLow(second)) {
        from += 6;
        to = putScalar(0x10000 + (uint32_t(first - 0xD800) << 10) + uint32_t(second - 0xDC00), to);
    } else {
        to = putScalar(isHigh(first) || isLow(first) ? 0xFFFD : uint32_t(first), to);
    }
    return true;
}

// What a backslash and this character stand for; NUL: nothing.
inline char plain(char c)
{
    switch (c) {
    case '"':
    case '\\':
    case '/': return c;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return '\0';
    }
}

} // namespace escapes

// Writes what stands between the quotes of a string; it is never longer than that. The end of what was written, or NULL
// where an escape is none.
inline char *unescape(const char *from, const char *end, char *to)
{
    while (from < end) {
        const void *found = std::memchr(from, '\\', size_t(end - from));
        const char *backslash = found == nullptr ? end : static_cast<const char *>(found);
        std::memcpy(to, from, size_t(backslash - from));
        to += backslash - from;
        from = backslash;
        if (from == end) break;
        if (from + 1 < end && from[1] == 'u') {
            if (!escapes::takeUnits(from, end, to)) return nullptr;
            continue;
        }
        const char meant = from + 1 < end ? escapes::plain(from[1]) : '\0';
        if (meant == '\0') return nullptr;
        *to++ = meant;
        from += 2;
    }
    return to;
}
