// Reads a regular expression.
#ifndef PARSER_HPP
#define PARSER_HPP

#include "characters.hpp"
#include "program.hpp"

#include <optional>

class Parser {
  public:
    explicit Parser(std::string_view expression) : source(expression) {}

    // Throws std::invalid_argument with what is wrong.
    Program read();

  private:
    struct Times {
        std::size_t least;
        std::optional<std::size_t> most; // without: any number
    };

    Program alternatives();
    Program sequence();
    Program repeated();
    Program atom();
    Program group();
    Ranges set();
    Ranges member_of_set();
    Ranges escaped();

    std::optional<Times> times();
    std::optional<Times> times_in_braces();
    std::optional<std::size_t> number();

    Characters source;
    std::size_t depth = 0; // of groups
};

#endif
