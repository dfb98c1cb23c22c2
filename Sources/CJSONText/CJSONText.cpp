#include "CJSONText.h"

#include "Grammar.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <simdjson.h>
#include <vector>

struct cj_parser {
    simdjson::dom::parser simdjson; // its first pass
    Nodes nodes;
    std::vector<char> text;
    cj_view last = {}; // of the copy in `text`, as long as nothing else is parsed; nothing: its text is NULL
};

namespace {

void copyPadded(std::vector<char> &into, const char *text, size_t length)
{
    if (into.size() < length + simdjson::SIMDJSON_PADDING) into.resize(length + simdjson::SIMDJSON_PADDING);
    if (length > 0) std::memcpy(into.data(), text, length);
    std::memset(into.data() + length, ' ', simdjson::SIMDJSON_PADDING);
}

simdjson::error_code findStructure(simdjson::dom::parser &parser, const char *text, size_t length)
{
    constexpr size_t depth = 1; // of the second pass, which is not made
    if (parser.capacity() < length || !parser.implementation) {
        const auto error = parser.allocate(std::max({length, 2 * parser.capacity(), size_t(4096)}), depth);
        if (error) return error;
    }
    const auto *bytes = reinterpret_cast<const uint8_t *>(text);
    return parser.implementation->stage1(bytes, length, simdjson::stage1_mode::regular);
}

simdjson::error_code read(cj_parser &parser, const char *text, size_t length)
{
    if (const auto error = findStructure(parser.simdjson, text, length)) return error;
    const auto &found = *parser.simdjson.implementation;
    return readNodes(text, length, found.structural_indexes.get(), found.n_structural_indexes, parser.nodes);
}

const char *parsePadded(cj_parser &parser, const char *text, size_t length, cj_view &view)
{
    if (length >= 3 && std::memcmp(text, "\xEF\xBB\xBF", 3) == 0) return "it begins with a byte order mark";
    const auto error = read(parser, text, length);
    if (error == simdjson::EMPTY) return "it is empty";
    if (error) return simdjson::error_message(error);
    view = {text, length, parser.nodes.list.data(), parser.nodes.strings.data()};
    return nullptr;
}

bool holds(const cj_parser &parser, const char *text, size_t length)
{
    const cj_view &last = parser.last;
    return last.text != nullptr && last.length == length && std::memcmp(last.text, text, length) == 0;
}

size_t endOfString(const cj_view &view, const cj_node &node)
{
    size_t offset = size_t(node.start) + 1;
    if (!node.escaped) return offset + node.length + 1;
    for (; view.text[offset] != '"'; offset++) {
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
    case '[': return size_t(view.nodes[node].start) + view.nodes[node].length;
    case '"': return endOfString(view, view.nodes[node]);
    default: return endOfScalar(view, view.nodes[node].start);
    }
}
}
