#include "pattern.hpp"

#include "characters.hpp"
#include "parser.hpp"

namespace {

struct Place {
    std::size_t step;
};

// Where the machine is: each step once.
class Places {
  public:
    explicit Places(const Program &all) : program(all), marks(all.size() + 1) {}

    const std::vector<Place> &all() const { return places; }
    bool has_end() const { return marks[program.size()].is_set; }

    // Goes on at `step`, and from there as far as no character is needed.
    void enter(std::size_t step, bool is_start, bool is_end)
    {
        std::vector<Place> waiting{{step}};
        while (!waiting.empty()) {
            const std::size_t place = waiting.back().step;
            waiting.pop_back();
            if (marks[place].is_set) continue;
            marks[place].is_set = true;
            places.push_back({place});
            if (place == program.size()) continue;
            const Step &at = program[place];
            const auto go = [&](std::ptrdiff_t way) { waiting.push_back({place + static_cast<std::size_t>(way)}); };
            if (at.kind == Step::Kind::fork) go(at.other);
            if (at.kind == Step::Kind::fork) go(at.one);
            if (at.kind == Step::Kind::start && is_start) go(1);
            if (at.kind == Step::Kind::end && is_end) go(1);
        }
    }

    void clear()
    {
        for (const Place &place : places)
            marks[place.step].is_set = false;
        places.clear();
    }

  private:
    struct Mark {
        bool is_set = false;
    };

    const Program &program;
    std::vector<Place> places;
    std::vector<Mark> marks;
};

bool accepts(const Step &step, char32_t character)
{
    for (const Range &range : step.ranges)
        if (character >= range.first && character <= range.last) return true;
    return false;
}

} // namespace

Pattern::Pattern(std::string_view expression) : program(Parser(expression).read()) {}

bool Pattern::fits(std::string_view text) const
{
    Places here(program), there(program);
    Places *now = &here, *next = &there;
    Characters rest(text);
    now->enter(0, true, rest.is_at_end());
    while (!rest.is_at_end() && !now->all().empty()) {
        const char32_t character = rest.take();
        for (const Place &place : now->all())
            if (place.step < program.size() && accepts(program[place.step], character))
                next->enter(place.step + 1, false, rest.is_at_end());
        now->clear();
        std::swap(now, next);
    }
    return now->has_end();
}
