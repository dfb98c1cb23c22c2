#include "parser.hpp"

#include <stdexcept>

namespace {

// The time of a match grows with both, so that both are bounded.
constexpr std::size_t most_steps = 2000, most_depth = 50;

[[noreturn]] void refuse(const char *reason) { throw std::invalid_argument(reason); }

Program one_of(Ranges ranges) { return {Step{Step::Kind::character, std::move(ranges)}}; }

void bound(const Program &program)
{
    if (program.size() > most_steps) refuse("is too large");
}

Ranges single(char32_t character) { return {{character, character}}; }

// As often as that: `program` once for each time that must be, and a way around each that may be.
Program multiply(const Program &program, std::size_t least, std::optional<std::size_t> most)
{
    if (most && *most < least) refuse("has a repetition whose bounds are the wrong way round");
    const std::size_t copies = most.value_or(least) + 1;
    if (copies * (program.size() + 2) > most_steps) refuse("is too large");
    Program all;
    for (std::size_t i = 0; i < least; i++)
        append(all, program);
    if (!most) append(all, any_number(program));
    for (std::size_t i = least; most && i < *most; i++)
        append(all, either(program, {}));
    return all;
}

} // namespace

Program Parser::read()
{
    Program program = alternatives();
    if (!source.is_at_end()) refuse("has a \")\" without its \"(\"");
    return program;
}

Program Parser::alternatives()
{
    Program program = sequence();
    while (source.take_if('|')) {
        program = either(program, sequence());
        bound(program);
    }
    return program;
}

Program Parser::sequence()
{
    Program program;
    while (!source.is_at_end() && !source.is_at('|') && !source.is_at(')')) {
        append(program, repeated());
        bound(program);
    }
    return program;
}

Program Parser::repeated()
{
    if (times()) refuse("repeats nothing");
    const bool is_anchor = source.is_at('^') || source.is_at('$');
    const Program program = atom();
    const auto found = times();
    if (!found) return program;
    if (is_anchor) refuse("repeats nothing");
    source.take_if('?'); // asks for as few as possible: the same, where all of the text has to fit
    if (times()) refuse("repeats a repetition");
    return multiply(program, found->least, found->most);
}

Program Parser::atom()
{
    if (source.take_if('(')) return group();
    if (source.take_if('[')) return one_of(set());
    if (source.take_if('.')) return one_of(complement(single('\n')));
    if (source.take_if('^')) return {Step{Step::Kind::start}};
    if (source.take_if('$')) return {Step{Step::Kind::end}};
    if (source.take_if('\\')) return one_of(escaped());
    return one_of(single(source.take()));
}

Program Parser::group()
{
    if (source.take_if('?') && !source.take_if(':')) {
        const bool is_named = source.take_if('P') && source.take_if('<');
        if (!is_named) refuse("has a \"(?\" that this module does not know; it knows \"(?:\" and \"(?P<name>\"");
        while (!source.is_at_end() && !source.take_if('>'))
            source.take();
    }
    if (++depth > most_depth) refuse("has too many groups in each other");
    Program program = alternatives();
    depth--;
    if (!source.take_if(')')) refuse("has a \"(\" without its \")\"");
    return program;
}

Ranges Parser::set()
{
    const bool is_negated = source.take_if('^');
    Ranges all;
    do {
        for (const Range &range : member_of_set())
            all.push_back(range);
    } while (!source.take_if(']'));
    return is_negated ? complement(std::move(all)) : all;
}

// A character, a class such as \d, or a range of characters.
Ranges Parser::member_of_set()
{
    const auto one = [&] {
        if (source.is_at_end()) refuse("has a \"[\" without its \"]\"");
        return source.take_if('\\') ? escaped() : single(source.take());
    };
    const auto is_character = [](const Ranges &ranges) {
        return ranges.size() == 1 && ranges[0].first == ranges[0].last;
    };
    const Ranges first = one();
    Characters behind = source;
    if (!behind.take_if('-') || behind.is_at_end() || behind.is_at(']')) return first;
    source = behind;
    const Ranges last = one();
    if (!is_character(first) || !is_character(last) || first[0].first > last[0].first)
        refuse("has a range in \"[]\" that is none");
    return {{first[0].first, last[0].first}};
}

// What stands behind a backslash.
Ranges Parser::escaped()
{
    if (source.is_at_end()) refuse("ends with a backslash");
    const Ranges digits{{'0', '9'}}, words{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}},
        spaces{{'\t', '\r'}, {' ', ' '}};
    const char32_t character = source.take();
    switch (character) {
    case 'd': return digits;
    case 'D': return complement(digits);
    case 'w': return words;
    case 'W': return complement(words);
    case 's': return spaces;
    case 'S': return complement(spaces);
    }
    for (const Range &range : words)
        if (character != '_' && character >= range.first && character <= range.last)
            refuse("has a backslash before a letter or a digit that this module does not know");
    return single(character);
}

std::optional<Parser::Times> Parser::times()
{
    if (source.take_if('*')) return Times{0, std::nullopt};
    if (source.take_if('+')) return Times{1, std::nullopt};
    if (source.take_if('?')) return Times{0, 1};
    return times_in_braces();
}

// "{2}", "{2,}", "{,3}", "{2,3}". Another brace stands for itself, as in Python.
std::optional<Parser::Times> Parser::times_in_braces()
{
    const Characters before = source;
    if (!source.take_if('{')) return std::nullopt;
    const auto least = number();
    const bool has_comma = source.take_if(',');
    const auto most = has_comma ? number() : least;
    if (source.take_if('}') && (least || has_comma)) return Times{least.value_or(0), most};
    source = before;
    return std::nullopt;
}

std::optional<std::size_t> Parser::number()
{
    std::optional<std::size_t> value;
    while (const auto digit = source.take_digit()) {
        value = value.value_or(0) * 10 + *digit;
        if (*value > most_steps) refuse("is too large");
    }
    return value;
}
