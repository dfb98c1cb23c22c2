// The fuzzer's bytes as numbers and texts; zeros when they are used up. Each text and each record stands in a block of
// exactly its size, so that the address sanitizer sees a host that reads beyond it.
#pragma once

#include "FuzzedModule.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

class Input {
  public:
    Input(const uint8_t *bytes, size_t count) : next(bytes), left(count) {}

    bool isEmpty() const { return left == 0; }

    template <typename Number> Number number()
    {
        Number value = 0;
        const size_t count = std::min(left, sizeof value);
        if (count > 0) std::memcpy(&value, next, count);
        skip(count);
        return value;
    }

    // Mostly `usual`, else any number.
    uint64_t number(uint64_t usual) { return number<uint8_t>() < 192 ? usual : number<uint64_t>(); }

    // Absent, with an absurd length, or up to 251 bytes.
    gh_str text()
    {
        const uint8_t kind = number<uint8_t>();
        if (kind == 255) return GH_NO_STR;
        if (kind == 254) return {nullptr, size_t(number<uint64_t>())};
        if (kind == 253) return {"short", (size_t(16) << 20) + 1 + size_t(number<uint64_t>() >> 1)};
        if (kind == 252) return {"short", size_t(-1) - number<uint8_t>()};
        const size_t count = std::min(left, size_t(kind));
        const char *copy = block(next, count);
        skip(count);
        return {copy, count};
    }

    gh_json json() { return {text()}; }

    // Hosts mend messages and do not refuse them, so their length is what it says.
    gh_str message()
    {
        const gh_str text = this->text();
        return text.len > 255 ? GH_NO_STR : text;
    }

    // Up to the next NUL.
    const char *word()
    {
        const std::string word(
            reinterpret_cast<const char *>(next), strnlen(reinterpret_cast<const char *>(next), left));
        skip(std::min(left, word.size() + 1));
        return block(word.c_str(), word.size() + 1);
    }

    // `count` bytes that begin with `from`, whose size is `size`; zeros behind it.
    char *block(const void *from, size_t size, size_t count)
    {
        blocks.emplace_back(new char[count]());
        if (size > 0) std::memcpy(blocks.back().get(), from, std::min(size, count));
        return blocks.back().get();
    }

    char *block(const void *from, size_t size) { return block(from, size, size); }

  private:
    void skip(size_t count)
    {
        next += count;
        left -= count;
    }

    const uint8_t *next;
    size_t left;
    std::vector<std::unique_ptr<char[]>> blocks;
};

// The bytes of the run.
Input &input();
