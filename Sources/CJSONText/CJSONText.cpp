#include "CJSONText.h"

#include "Surrogates.hpp"

#include <array>
#include <cstring>
#include <memory>
#include <simdjson.h>
#include <vector>

struct cj_parser {
    simdjson::dom::parser simdjson;
    std::vector<char> text;
    std::vector<char> mended; // the text with lone surrogates replaced, where it has any
    std::vector<uint32_t> offsets;
    cj_view last = {}; // of the copy in `text`, as long as nothing else is parsed; nothing: its text is NULL
};

namespace {

void copyPadded(std::vector<char> &into, const char *text, size_t length)
{
    if (into.size() < length + simdjson::SIMDJSON_PADDING) into.resize(length + simdjson::SIMDJSON_PADDING);
    if (length > 0) std::memcpy(into.data(), text, length);
    std::memset(into.data() + length, ' ', simdjson::SIMDJSON_PADDING);
}

// How many words of the tape belong to what begins with this character.
constexpr std::array<uint8_t, 256> tapeWords()
{
    std::array<uint8_t, 256> words = {};
    for (auto &count : words)
        count = 1;
    for (const char number : {'-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'})
        words[uint8_t(number)] = 2;
    words[uint8_t(':')] = words[uint8_t(',')] = 0;
    return words;
}

// The tape has an entry for each structural character but ':' and ',' and in the same order; numbers take two words. The
// text alone says where each entry stands, and nothing branches: what comes next is as good as random.
void layOffsets(cj_parser &parser, const char *text)
{
    static constexpr auto words = tapeWords();
    const auto &stage1 = *parser.simdjson.implementation;
    const size_t count = stage1.n_structural_indexes;
    if (parser.offsets.size() < 2 * count + 2) parser.offsets.resize(2 * count + 2);
    const uint32_t *structurals = stage1.structural_indexes.get();
    uint32_t *next = parser.offsets.data() + 1;
    for (size_t i = 0; i < count; i++) {
        *next = structurals[i];
        next += words[uint8_t(text[structurals[i]])];
    }
}

// simdjson refuses lone surrogates. They are rare, so the text is looked through for them only when it was refused.
simdjson::error_code validate(cj_parser &parser, const char *&valid, size_t length)
{
    const auto error = parser.simdjson.parse(valid, length, false).error();
    if (!error || !hasLoneSurrogate(valid, length)) return error;
    copyPadded(parser.mended, valid, length);
    replaceLoneSurrogates(parser.mended.data(), length);
    valid = parser.mended.data();
    return parser.simdjson.parse(valid, length, false).error();
}

const char *parsePadded(cj_parser &parser, const char *text, size_t length, cj_view &view)
{
    if (length >= 3 && std::memcmp(text, "\xEF\xBB\xBF", 3) == 0) return "it begins with a byte order mark";
    const char *valid = text;
    const auto error = validate(parser, valid, length);
    if (error == simdjson::EMPTY) return "it is empty";
    if (error) return simdjson::error_message(error);
    layOffsets(parser, valid);
    view = {text, length, parser.simdjson.doc.tape.get(), parser.offsets.data(), parser.simdjson.doc.string_buf.get()};
    return nullptr;
}

bool holds(const cj_parser &parser, const char *text, size_t length)
{
    const cj_view &last = parser.last;
    return last.text != nullptr && last.length == length && std::memcmp(last.text, text, length) == 0;
}

size_t endOfString(const cj_view &view, size_t offset)
{
    for (offset++; view.text[offset] != '"'; offset++) {
        if (view.text[offset] == '\\') offset++;
    }
    return offset + 1;
}

size_t endOfScalar(const cj_view &view, size_t offset)
{
    while (offset < view.length && std::strchr(" \t\r\n,]}", view.text[offset]) == nullptr)
        offset++;
    return offset;
}

template <typename Body> const char *checked(const cj_parser *parser, size_t length, Body body)
{
    if (parser == nullptr) return "there is no memory left";
    if (length > UINT32_MAX / 2) return "it is too long";
    try {
        return body();
    } catch (const std::exception &) {
        return "there is no memory left";
    }
}

} // namespace

extern "C" {

cj_parser *cj_create(void) { return new (std::nothrow) cj_parser; }

void cj_destroy(cj_parser *parser) { delete parser; }

const char *cj_parse(cj_parser *parser, const char *text, size_t length, cj_view *view)
{
    return checked(parser, length, [&]() -> const char * {
        parser->last = {};
        copyPadded(parser->text, text, length);
        if (const char *problem = parsePadded(*parser, parser->text.data(), length, *view)) return problem;
        parser->last = *view;
        return nullptr;
    });
}

const char *cj_parse_again(cj_parser *parser, const char *text, size_t length, cj_view *view)
{
    if (parser == nullptr || !holds(*parser, text, length)) return cj_parse(parser, text, length, view);
    *view = parser->last;
    return nullptr;
}

const char *cj_parse_in_place(cj_parser *parser, const char *text, size_t length, cj_view *view)
{
    static_assert(CJ_PADDING >= simdjson::SIMDJSON_PADDING, "simdjson reads beyond the end");
    return checked(parser, length, [&] {
        parser->last = {};
        return parsePadded(*parser, text, length, *view);
    });
}

size_t cj_end_of_line(const char *text, size_t start, size_t length)
{
    const void *end = std::memchr(text + start, '\n', length - start);
    return end == nullptr ? length : size_t(static_cast<const char *>(end) - text);
}

size_t cj_end(cj_view view, uint32_t node)
{
    switch (cj_kind(view, node)) {
    case '{':
    case '[': return view.offsets[cj_after(view, node) - 1] + size_t(1);
    case '"': return endOfString(view, view.offsets[node]);
    default: return endOfScalar(view, view.offsets[node]);
    }
}
}
