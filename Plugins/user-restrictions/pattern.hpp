// A regular expression that all of a text has to fit.
#ifndef PATTERN_HPP
#define PATTERN_HPP

#include <re2/re2.h>

#include <memory>
#include <stdexcept>
#include <string_view>

class Pattern {
  public:
    // Throws std::invalid_argument with what is wrong.
    explicit Pattern(std::string_view expression)
        : expression(std::make_unique<re2::RE2>(re2::StringPiece(expression.data(), expression.size()), RE2::Quiet))
    {
        if (!this->expression->ok()) throw std::invalid_argument(this->expression->error());
    }

    bool fits(std::string_view text) const
    {
        return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *expression);
    }

  private:
    std::unique_ptr<const re2::RE2> expression; // it cannot be moved
};

#endif
