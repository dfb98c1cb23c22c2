// A regular expression that all of a text has to fit.
#ifndef PATTERN_HPP
#define PATTERN_HPP

#include "program.hpp"

#include <string_view>

// Follows all ways through the expression at once, so that the time grows with the text and never explodes, whatever
// the expression. What is refused are the forms that need going back: \1, (?=...), (?!...).
class Pattern {
  public:
    // Throws std::invalid_argument with what is wrong.
    explicit Pattern(std::string_view expression);

    bool fits(std::string_view text) const;

  private:
    Program program;
};

#endif
