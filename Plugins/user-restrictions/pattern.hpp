// A regular expression that all of a text has to fit.
#ifndef PATTERN_HPP
#define PATTERN_HPP

#include <re2/re2.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

class Pattern {
  public:
    // Throws std::invalid_argument with what is wrong.
    explicit Pattern(std::string_view expression)
        : expression(std::make_unique<re2::RE2>(re2::StringPiece(expression.data(), expression.size()), RE2::Quiet))
    {
        if (!this->expression->ok()) throw std::invalid_argument(this->expression->error());
        refuse_open_counts(expression);
    }

    bool fits(std::string_view text) const
    {
        return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *expression);
    }

  private:
    // Python counts "{,3}" from 0, RE2 takes it as it stands. Escapes and sets in brackets are stepped over.
    static void refuse_open_counts(std::string_view expression)
    {
        static const re2::RE2 part(R"((?s)\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|\{(,\d*\}))");
        re2::StringPiece rest(expression.data(), expression.size()), open;
        while (re2::RE2::FindAndConsume(&rest, part, &open))
            if (!open.empty())
                throw std::invalid_argument("write {0" + std::string(open) + " instead of {" + std::string(open));
    }

    std::unique_ptr<const re2::RE2> expression; // it cannot be moved
};

#endif
