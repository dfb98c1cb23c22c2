// Lone surrogates: escapes like \ud800 without their other half. Matrix servers let them pass, UTF-8 has no bytes for
// them, so a field that holds one reads U+FFFD there. \ufffd is as long as what it replaces: offsets stay as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace surrogates {

// The code unit of an escape \uXXXX at `at`, or -1.
inline int32_t unit(const char *text, size_t length, size_t at)
{
    if (at + 6 > length || text[at] != '\\' || text[at + 1] != 'u') return -1;
    int32_t value = 0;
    for (size_t i = at + 2; i < at + 6; i++) {
        const char c = text[i];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

inline bool isHigh(int32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
inline bool isLow(int32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// Calls `found` with the place of each lone surrogate until it returns false. Backslashes occur in strings alone.
template <typename Found> void find(const char *text, size_t length, Found found)
{
    size_t at = 0;
    while (at < length) {
        const void *backslash = std::memchr(text + at, '\\', length - at);
        if (backslash == nullptr) return;
        at = size_t(static_cast<const char *>(backslash) - text);
        const int32_t first = unit(text, length, at);
        if (isHigh(first) && isLow(unit(text, length, at + 6))) {
            at += 12;
        } else if (isHigh(first) || isLow(first)) {
            if (!found(at)) return;
            at += 6;
        } else {
            at += 2;
        }
    }
}

} // namespace surrogates

inline bool hasLoneSurrogate(const char *text, size_t length)
{
    bool any = false;
    surrogates::find(text, length, [&](size_t) {
        any = true;
        return false;
    });
    return any;
}

inline void replaceLoneSurrogates(char *text, size_t length)
{
    surrogates::find(text, length, [&](size_t at) {
        std::memcpy(text + at, "\\ufffd", 6);
        return true;
    });
}
