// The second half of parsing. simdjson's first pass finds the structural characters of a text (brackets, commas, colons
// and the first character of each string, number and word), and checks its UTF-8 and what strings may hold. Here the
// grammar is checked along those, and each value noted. simdjson's own second pass does the same, but copies all strings,
// and does not say where a value stands.
#pragma once

#include "CJSONText.h"

#include <cstddef>
#include <cstdint>
#include <simdjson.h>
#include <vector>

// The values of a text, in its order. Room that was made once is kept.
struct Nodes {
    std::vector<cj_node> list;
    std::vector<char> strings;
};

simdjson::error_code readNodes(
    const char *text, size_t length, const uint32_t *structurals, size_t count, Nodes &nodes);
