// UTF-8 text, one character after the other.
#ifndef CHARACTERS_HPP
#define CHARACTERS_HPP

#include <cstddef>
#include <optional>
#include <string_view>

class Characters {
  public:
    explicit Characters(std::string_view text) : rest(text) {}

    bool is_at_end() const { return rest.empty(); }
    bool is_at(char character) const { return !rest.empty() && rest[0] == character; }

    // There is one. Text that comes from the host is UTF-8; what is not gives some character or other.
    char32_t take()
    {
        const auto lead = static_cast<unsigned char>(rest[0]);
        const std::size_t wanted = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const std::size_t length = wanted < rest.size() ? wanted : rest.size();
        char32_t character = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t i = 1; i < length; i++)
            character = character << 6 | (static_cast<unsigned char>(rest[i]) & 0x3F);
        rest.remove_prefix(length);
        return character;
    }

    bool take_if(char character)
    {
        const bool is_there = is_at(character);
        if (is_there) rest.remove_prefix(1);
        return is_there;
    }

    std::optional<std::size_t> take_digit()
    {
        if (rest.empty() || rest[0] < '0' || rest[0] > '9') return std::nullopt;
        return static_cast<std::size_t>(take() - '0');
    }

  private:
    std::string_view rest;
};

#endif
