// Text: from the contract and to it.
#ifndef GATEHOUSE_CPP_TEXT_HPP
#define GATEHOUSE_CPP_TEXT_HPP

#include "../text.h"

#include <optional>
#include <string_view>

#pragma GCC visibility push(hidden)
namespace gatehouse {

// Absent text reads as empty; `maybe` tells the two apart.
constexpr std::string_view view(gh_str text) noexcept { return {text.ptr, text.len}; }

constexpr std::optional<std::string_view> maybe(gh_str text) noexcept
{
    return text.ptr == nullptr ? std::nullopt : std::optional(view(text));
}

constexpr gh_str c(std::string_view text) noexcept
{
    return gh_make_str(text.data() == nullptr ? "" : text.data(), text.size());
}

// JSON text that a module hands over; by default absent. Explicit, so that plain text is not taken for JSON.
struct json_text {
    constexpr json_text() noexcept : value(GH_NO_JSON) {}
    constexpr explicit json_text(std::string_view text) noexcept : value(gh_make_json(gatehouse::c(text))) {}
    gh_json value;
};

} // namespace gatehouse
#pragma GCC visibility pop

#endif
