#include "Grammar.hpp"

#include "Unescape.hpp"

#include <cstring>
#include <limits>

using simdjson::error_code;

namespace {

// How many containers may stand in each other, as in simdjson.
constexpr uint32_t deepest = 1023;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// May stand behind a number or a word.
bool isEnd(char c)
{
    switch (c) {
    case ' ':
    case '\n':
    case '\r':
    case '\t':
    case ',':
    case ':':
    case '{':
    case '}':
    case '[':
    case ']': return true;
    default: return false;
    }
}

// A text, and what has been found in it so far.
struct Text {
    const char *const start;
    const size_t length;
    Nodes &nodes;

    bool endsAt(size_t offset) const { return offset == length || isEnd(start[offset]); }

    size_t endOfDigits(size_t offset) const
    {
        while (offset < length && isDigit(start[offset]))
            offset++;
        return offset;
    }

    // Where the first backslash stands from an offset on.
    size_t nextEscape(size_t offset) const
    {
        const void *found = std::memchr(start + offset, '\\', length - offset);
        return found == nullptr ? length : size_t(static_cast<const char *>(found) - start);
    }
};

// Where the room for strings ends is known to the one who calls.
error_code readEscaped(const Text &text, size_t end, size_t &used, cj_node &node)
{
    auto &strings = text.nodes.strings;
    if (strings.size() < text.length) strings.resize(text.length);
    char *const room = strings.data() + used;
    const char *const written = unescape(text.start + node.start + 1, text.start + end, room);
    if (written == nullptr) return simdjson::STRING_ERROR;
    node.escaped = 1;
    node.length = uint32_t(written - room);
    node.place = uint32_t(used);
    used += node.length;
    return simdjson::SUCCESS;
}

error_code readWhole(const Text &text, size_t digits, size_t end, bool isNegative, cj_node &node)
{
    uint64_t value = 0;
    bool isTooBig = false;
    for (size_t i = digits; i < end; i++) {
        isTooBig |= __builtin_mul_overflow(value, uint64_t(10), &value);
        isTooBig |= __builtin_add_overflow(value, uint64_t(text.start[i] - '0'), &value);
    }
    const auto largest = uint64_t(std::numeric_limits<int64_t>::max());
    if (isTooBig || (isNegative && value > largest + 1)) return simdjson::NUMBER_ERROR;
    node.kind = value > largest && !isNegative ? 'u' : 'l';
    node.integer = int64_t(isNegative ? 0 - value : value);
    return simdjson::SUCCESS;
}

// With a point, an exponent or both: simdjson's own way. Matrix events have none.
error_code readDecimal(const Text &text, size_t end, cj_node &node)
{
    static thread_local simdjson::dom::parser parser;
    while (!text.endsAt(end))
        end++;
    node.kind = 'd';
    const auto error = parser.parse(text.start + node.start, end - node.start).get(node.number);
    return error ? simdjson::NUMBER_ERROR : simdjson::SUCCESS;
}

error_code readNumber(const Text &text, cj_node &node)
{
    const bool isNegative = text.start[node.start] == '-';
    const size_t digits = node.start + isNegative, end = text.endOfDigits(digits);
    if (end == digits || (text.start[digits] == '0' && end > digits + 1)) return simdjson::NUMBER_ERROR;
    return text.endsAt(end) ? readWhole(text, digits, end, isNegative, node) : readDecimal(text, end, node);
}

template <size_t Size>
error_code readWord(const Text &text, const char (&word)[Size], const cj_node &node, error_code otherwise)
{
    const size_t end = node.start + Size - 1;
    const bool isThere = end <= text.length && std::memcmp(text.start + node.start, word, Size - 1) == 0;
    return isThere && text.endsAt(end) ? simdjson::SUCCESS : otherwise;
}

// A number or a word.
error_code readScalar(const Text &text, cj_node &node)
{
    switch (node.kind) {
    case 't': return readWord(text, "true", node, simdjson::T_ATOM_ERROR);
    case 'f': return readWord(text, "false", node, simdjson::F_ATOM_ERROR);
    case 'n': return readWord(text, "null", node, simdjson::N_ATOM_ERROR);
    default: return node.kind == '-' || isDigit(char(node.kind)) ? readNumber(text, node) : simdjson::TAPE_ERROR;
    }
}

// Goes along the structural characters. All of it is one function in the end, so that where it is stays in registers.
class Grammar {
  public:
    Grammar(const Text &text, const uint32_t *structurals, size_t count)
        : text(text), next(structurals), last(structurals + count), first(text.nodes.list.data()), made(first)
    {
    }

    error_code read()
    {
        made++->kind = 'r';
        escape = text.nextEscape(0);
        value();
        while (error == simdjson::SUCCESS) {
            if (!isOpened) {
                while (container != nullptr && here() == container->kind + 2)
                    close();
                if (container == nullptr) break;
                take(',');
            }
            if (container->kind == '{') key();
            value();
        }
        made->kind = 'r';
        return error == simdjson::SUCCESS && next != last ? simdjson::TAPE_ERROR : error;
    }

  private:
    const Text text;
    const uint32_t *next; // the structural character that comes next
    const uint32_t *const last;
    cj_node *const first;
    cj_node *made; // where the next node goes
    cj_node *container = nullptr; // the innermost that is open
    bool isOpened = false; // nothing stands in it yet
    uint32_t depth = 0;
    size_t escape = 0; // where the next backslash stands
    size_t written = 0; // so much of the room for strings is taken
    error_code error = simdjson::SUCCESS;

#define INLINE __attribute__((always_inline))

    INLINE char here() const { return next < last ? text.start[*next] : '\0'; }

    INLINE cj_node &note(char kind)
    {
        cj_node &node = *made++;
        node.start = *next++;
        node.kind = uint8_t(kind);
        node.escaped = 0;
        return node;
    }

    INLINE void take(char expected)
    {
        if (here() != expected) error = simdjson::TAPE_ERROR;
        next++;
    }

    INLINE void key()
    {
        if (here() == '"' && error == simdjson::SUCCESS) {
            string();
            take(':');
        } else {
            error = simdjson::TAPE_ERROR;
        }
    }

    INLINE void value()
    {
        if (error) return;
        isOpened = false;
        const char c = here();
        if (c == '"') return string();
        if (c == '{' || c == '[') return open(c);
        if (next == last) {
            error = simdjson::TAPE_ERROR;
        } else {
            error = readScalar(text, note(c));
        }
    }

    // While a container is open, its place is the one around it. An empty one may stand at any depth.
    INLINE void open(char bracket)
    {
        cj_node &opened = note(bracket);
        opened.place = container == nullptr ? 0 : uint32_t(container - first);
        container = &opened;
        depth++;
        if (here() == bracket + 2) return close();
        isOpened = true;
        if (depth > deepest) error = simdjson::DEPTH_ERROR;
    }

    INLINE void close()
    {
        cj_node &closed = *container;
        container = closed.place == 0 ? nullptr : first + closed.place;
        const cj_node &end = note(here());
        closed.length = end.start + 1 - closed.start;
        closed.place = uint32_t(made - first);
        depth--;
    }

    // Between the closing quote and what comes next there is only white space.
    INLINE void string()
    {
        size_t end = next + 1 < last ? next[1] : text.length;
        while (text.start[--end] != '"') {
        }
        cj_node &node = note('"');
        node.length = uint32_t(end - node.start - 1);
        if (escape > end) return;
        const auto found = readEscaped(text, end, written, node);
        if (found) error = found;
        escape = text.nextEscape(end);
    }

#undef INLINE
};

} // namespace

error_code readNodes(const char *text, size_t length, const uint32_t *structurals, size_t count, Nodes &nodes)
{
    if (nodes.list.size() < count + 2) nodes.list.resize(count + 2);
    return Grammar({text, length, nodes}, structurals, count).read();
}
