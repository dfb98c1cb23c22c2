// What a regular expression becomes: steps of a machine that may be at many of them at once.
#ifndef PROGRAM_HPP
#define PROGRAM_HPP

#include <cstddef>
#include <vector>

// Characters from `first` to `last`, both included.
struct Range {
    char32_t first, last;
};
using Ranges = std::vector<Range>;

Ranges complement(Ranges ranges);

struct Step {
    enum class Kind { character, fork, start, end };

    Kind kind;
    Ranges ranges = {}; // character: one of these
    std::ptrdiff_t one = 1, other = 1; // fork: goes on at both, counted from here
};
using Program = std::vector<Step>;

// One after the other.
void append(Program &program, const Program &more);
// One or the other.
Program either(const Program &one, const Program &other);
// Any number of times, also none.
Program any_number(const Program &program);

#endif
