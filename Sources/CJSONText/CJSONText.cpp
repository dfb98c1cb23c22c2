#include "CJSONText.h"

#include "Surrogates.hpp"

#include <cstring>
#include <memory>
#include <simdjson.h>
#include <vector>

struct cj_parser {
    simdjson::dom::parser simdjson;
    std::vector<char> text;
    std::vector<char> mended; // the text with lone surrogates replaced, where it has any
    std::vector<uint32_t> offsets;
};

namespace {

void copyPadded(std::vector<char> &into, const char *text, size_t length)
{
    if (into.size() < length + simdjson::SIMDJSON_PADDING) into.resize(length + simdjson::SIMDJSON_PADDING);
    if (length > 0) std::memcpy(into.data(), text, length);
    std::memset(into.data() + length, ' ', simdjson::SIMDJSON_PADDING);
}

// The tape has an entry for each structural character but ':' and ',' and in the same order; numbers take two words.
void layOffsets(cj_parser &parser, const char *text)
{
    const auto &stage1 = *parser.simdjson.implementation;
    const uint64_t *tape = parser.simdjson.doc.tape.get();
    if (parser.offsets.size() < 2 * size_t(stage1.n_structural_indexes) + 2) {
        parser.offsets.resize(2 * size_t(stage1.n_structural_indexes) + 2);
    }
    size_t node = 1;
    for (uint32_t i = 0; i < stage1.n_structural_indexes; i++) {
        const uint32_t offset = stage1.structural_indexes[i];
        if (text[offset] == ':' || text[offset] == ',') continue;
        parser.offsets[node] = offset;
        const char kind = char(tape[node] >> 56);
        node += (kind == 'l' || kind == 'u' || kind == 'd') ? 2 : 1;
    }
}

const char *parse(cj_parser &parser, const char *text, size_t length, cj_view &view)
{
    copyPadded(parser.text, text, length);
    const char *valid = parser.text.data();
    if (hasLoneSurrogate(text, length)) {
        copyPadded(parser.mended, text, length);
        replaceLoneSurrogates(parser.mended.data(), length);
        valid = parser.mended.data();
    }
    if (length >= 3 && std::memcmp(text, "\xEF\xBB\xBF", 3) == 0) return "it begins with a byte order mark";
    const auto error = parser.simdjson.parse(valid, length, false).error();
    if (error == simdjson::EMPTY) return "it is empty";
    if (error) return simdjson::error_message(error);
    layOffsets(parser, valid);
    view = {parser.text.data(), length, parser.simdjson.doc.tape.get(), parser.offsets.data(),
        parser.simdjson.doc.string_buf.get()};
    return nullptr;
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

} // namespace

extern "C" {

cj_parser *cj_create(void) { return new (std::nothrow) cj_parser; }

void cj_destroy(cj_parser *parser) { delete parser; }

const char *cj_parse(cj_parser *parser, const char *text, size_t length, cj_view *view)
{
    if (parser == nullptr) return "there is no memory left";
    if (length > UINT32_MAX / 2) return "it is too long";
    try {
        return parse(*parser, text, length, *view);
    } catch (const std::exception &) {
        return "there is no memory left";
    }
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
