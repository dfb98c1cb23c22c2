// The contract for C++17: a class to derive from. Header only; what it does goes through the C headers.
//
//     class quiet_hours final : public gatehouse::instance {
//     public:
//         static constexpr gatehouse::about about{"quiet_hours", "1.0.0"};
//         using instance::instance;
//
//         gatehouse::outcome user_may_create_room(
//             const gh_user_may_create_room &, gatehouse::verdict_reply &reply) override
//         {
//             return reply.deny_code("M_FORBIDDEN");
//         }
//     };
//     GATEHOUSE_MODULE(quiet_hours)
//
//   - Callbacks are virtual functions with the names and the arguments of the contract. Those that a class overrides,
//     in public, are offered to the host, the others are not.
//   - An exception that leaves a callback is a failure with its what() as message; `failure` brings a status along.
//     One that leaves `configure` or the constructor refuses the configuration; `mistake` says where.
//   - What a reply is given is copied in the call. On the way of a call nothing here allocates, but for an exception,
//     and for `json::text` where there are escapes.
//   - Compile with -fvisibility=hidden. Everything that has no wrapper is reached through c().
#ifndef GATEHOUSE_GATEHOUSE_HPP
#define GATEHOUSE_GATEHOUSE_HPP

#include "gatehouse.h"

#include <cstdio>
#include <initializer_list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// Hidden, or two modules in one process would share what the linker takes for one and the same template.
namespace [[gnu::visibility("hidden")]] gatehouse {

// -- text: from the contract and to it --

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

// -- failing --

// What a Python module's SynapseError is: an HTTP status (300 to 599), an error code, the text for the client, and
// further fields, a JSON object.
class failure : public std::runtime_error {
public:
    failure(
        uint64_t status_, std::string_view errcode_, const std::string &message, std::string_view fields_ = {})
        : std::runtime_error(message), status(status_), errcode(errcode_), fields(fields_)
    {
    }

    uint64_t status;
    std::string errcode;
    std::string fields;
};

// A configuration that will not do: where in the section ("evil_users.3"; "" is all of it) and what is wrong.
class mistake : public std::runtime_error {
public:
    mistake(std::string_view key_path_, const std::string &message) : std::runtime_error(message), key_path(key_path_)
    {
    }

    std::string key_path;
};

// -- reading JSON --

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

// -- configuration --

// An instance's section of the configuration. What a look-up finds wrong is told to the operator, and the look-up gives
// nothing; so one pass over all settings tells all mistakes. Keys are names without "/" and "~".
class settings {
public:
    settings(json value, gh_config_reply *reply) noexcept : value_(value), reply_(reply) {}

    const json &value() const noexcept { return value_; }
    bool is_refused() const noexcept { return is_refused_; }

    void refuse(std::string_view key_path, std::string_view message)
    {
        is_refused_ = true;
        static_cast<void>(gh_refuse(reply_, c(key_path), c(message)));
    }

    // Refuses all other keys, and a section that is no mapping.
    void allow_only(std::initializer_list<std::string_view> names)
    {
        if (!value_.is_object()) return refuse("", "must be a mapping");
        for (const auto &[key, value] : value_) {
            std::string buffer;
            const std::string_view name = key.text(buffer).value_or(key.raw());
            bool is_known = false;
            for (const std::string_view known : names) is_known = is_known || known == name;
            if (!is_known) refuse(name, no_such_setting(names));
        }
    }

    std::optional<std::string> text(std::string_view key)
    {
        std::string buffer;
        const auto found = at(key);
        if (!found) return std::nullopt;
        if (const auto text = found->text(buffer)) return std::string(*text);
        refuse(key, "must be a string");
        return std::nullopt;
    }

    std::optional<int64_t> integer(std::string_view key)
    {
        const auto found = at(key);
        if (!found) return std::nullopt;
        if (const auto number = found->integer()) return number;
        refuse(key, "must be a whole number");
        return std::nullopt;
    }

    std::optional<bool> truth(std::string_view key)
    {
        const auto found = at(key);
        if (!found) return std::nullopt;
        if (found->is_true() || found->is_false()) return found->is_true();
        refuse(key, "must be true or false");
        return std::nullopt;
    }

    // A list of strings; absent is empty.
    std::vector<std::string> texts(std::string_view key)
    {
        std::vector<std::string> texts;
        const auto list = at(key);
        if (list && !list->is_array()) refuse(key, "must be a list of strings");
        if (!list || !list->is_array()) return texts;
        std::string buffer;
        for (const auto &[none, item] : *list) {
            const auto text = item.text(buffer);
            if (!text) refuse(item_path(key, texts.size()), "must be a string");
            texts.emplace_back(text.value_or(""));
        }
        return texts;
    }

    // Where an element of a list stands: "evil_users.3".
    static std::string item_path(std::string_view key, std::size_t index)
    {
        char number[24]; // not std::to_string, with which GCC exports one of the library's symbols from the module
        std::snprintf(number, sizeof number, ".%zu", index);
        return std::string(key) + number;
    }

private:
    std::optional<json> at(std::string_view key) const { return value_.at('/' + std::string(key)); }

    static std::string no_such_setting(std::initializer_list<std::string_view> names)
    {
        std::string text = "there is no such setting; known:";
        for (const std::string_view name : names) text.append(" \"").append(name).append("\"");
        return text;
    }

    json value_;
    gh_config_reply *reply_;
    bool is_refused_ = false;
};
