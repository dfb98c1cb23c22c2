#include "program.hpp"

#include <algorithm>

Ranges complement(Ranges ranges)
{
    constexpr char32_t last = 0x10FFFF;
    std::sort(ranges.begin(), ranges.end(), [](const Range &a, const Range &b) { return a.first < b.first; });
    Ranges gaps;
    char32_t next = 0;
    for (const Range &range : ranges) {
        if (range.first > next) gaps.push_back({next, range.first - 1});
        if (range.last >= next) next = range.last + 1;
    }
    if (next <= last) gaps.push_back({next, last});
    return gaps;
}

namespace {

Step fork(std::size_t one, std::ptrdiff_t other)
{
    Step step{Step::Kind::fork};
    step.one = static_cast<std::ptrdiff_t>(one);
    step.other = other;
    return step;
}

std::ptrdiff_t length(const Program &program) { return static_cast<std::ptrdiff_t>(program.size()); }

} // namespace

void append(Program &program, const Program &more) { program.insert(program.end(), more.begin(), more.end()); }

Program either(const Program &one, const Program &other)
{
    Program both{fork(1, length(one) + 2)};
    append(both, one);
    both.push_back(fork(other.size() + 1, length(other) + 1));
    append(both, other);
    return both;
}

Program any_number(const Program &program)
{
    Program loop{fork(1, length(program) + 2)};
    append(loop, program);
    loop.push_back(fork(1, -length(program) - 1));
    return loop;
}
