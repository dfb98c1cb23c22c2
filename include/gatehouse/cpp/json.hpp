// Reading JSON text.
#ifndef GATEHOUSE_CPP_JSON_HPP
#define GATEHOUSE_CPP_JSON_HPP

#include "../json.h"
#include "text.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#pragma GCC visibility push(hidden)
namespace gatehouse {

// Found or not; "could not ask" is neither, and throws.
inline bool is_found(gh_found found)
{
    if (found == GH_UNREACHABLE) throw std::runtime_error("it could not be looked up");
    if (found == GH_WOULD_BLOCK) throw std::runtime_error("it is not at hand, and this thread must not wait");
    return found == GH_FOUND;
}

// A JSON value: a slice of somebody's text. Going through one: `for (const auto &[key, value] : json)`; the elements of
// an array have no keys. All of it throws where the text is no JSON.
class json {
  public:
    struct member;
    class iterator;
    struct end_of_members {};

    json(gh_json value, const gh_json_functions *functions) noexcept : value_(value), functions_(functions) {}

    gh_json c() const noexcept { return value_; }
    std::string_view raw() const noexcept { return view(value_.text); }
    operator json_text() const noexcept { return json_text(raw()); }

    bool is_string() const noexcept { return gh_json_is_string(value_) != 0; }
    bool is_array() const noexcept { return gh_json_is_array(value_) != 0; }
    bool is_object() const noexcept { return gh_json_is_object(value_) != 0; }
    bool is_true() const noexcept { return gh_json_is_true(value_) != 0; }
    bool is_false() const noexcept { return raw() == "false"; }

    // The value at a JSON pointer, "/content/body".
    std::optional<json> at(std::string_view pointer) const
    {
        gh_json found;
        if (!is_found(functions_->get(value_, gatehouse::c(pointer), &found))) return std::nullopt;
        return json(found, functions_);
    }

    // The text of a string: the slice itself, or in `buffer` where there are escapes.
    std::optional<std::string_view> text(std::string &buffer) const
    {
        if (!is_string()) return std::nullopt;
        const std::string_view inside = raw().substr(1, raw().size() - 2);
        if (inside.find('\\') == std::string_view::npos) return inside;
        std::size_t length = 0;
        buffer.resize(inside.size()); // no escape is shorter than what it stands for
        if (!is_found(functions_->unescape(value_, buffer.data(), buffer.size(), &length))) return std::nullopt;
        return std::string_view(buffer.data(), length);
    }

    std::optional<std::string_view> text_at(std::string_view pointer, std::string &buffer) const
    {
        const auto found = at(pointer);
        return found ? found->text(buffer) : std::nullopt;
    }

    // A whole number within 64 bits.
    std::optional<int64_t> integer() const
    {
        int64_t number = 0;
        return is_found(functions_->integer(value_, &number)) ? std::optional(number) : std::nullopt;
    }

    iterator begin() const;
    end_of_members end() const noexcept { return {}; }

  private:
    gh_json value_;
    const gh_json_functions *functions_;
};

struct json::member {
    json key; // a JSON string
    json value;
};

class json::iterator {
  public:
    explicit iterator(const json &container) : container_(container), member_{container, container} { ++*this; }
    const member &operator*() const noexcept { return member_; }
    bool operator!=(end_of_members) const noexcept { return is_found_; }

    iterator &operator++()
    {
        gh_json key = GH_NO_JSON, value = GH_NO_JSON;
        is_found_ = is_found(container_.functions_->next(container_.value_, &cursor_, &key, &value));
        member_ = {json(key, container_.functions_), json(value, container_.functions_)};
        return *this;
    }

  private:
    json container_;
    member member_;
    uint64_t cursor_ = 0;
    bool is_found_ = false;
};

inline json::iterator json::begin() const { return iterator(*this); }

} // namespace gatehouse
#pragma GCC visibility pop

#endif
