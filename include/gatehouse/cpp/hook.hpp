// From a member function to what is offered for a hook point. Nothing in here is for module authors: see setup::offer.
#ifndef GATEHOUSE_CPP_HOOK_HPP
#define GATEHOUSE_CPP_HOOK_HPP

#include "../hook.h"
#include "text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#pragma GCC visibility push(hidden)
namespace gatehouse::detail {

// What a C++ type is in a signature, and the way from and to the C type that crosses.
template <typename Type> struct hook_type;

#define GATEHOUSE_HOOK_TYPE(type, crossing, word, taken, given)                                                        \
    template <> struct hook_type<type> {                                                                               \
        using c_type = crossing;                                                                                       \
        static constexpr std::string_view name = word;                                                                 \
        static type from_c(c_type value) noexcept { return taken; }                                                    \
        static c_type to_c(type value) noexcept { return given; }                                                      \
    };
#define GATEHOUSE_HOOK_PLAIN(type, word) GATEHOUSE_HOOK_TYPE(type, type, word, value, value)
GATEHOUSE_HOOK_PLAIN(bool, "bool")
GATEHOUSE_HOOK_PLAIN(int8_t, "i8")
GATEHOUSE_HOOK_PLAIN(uint8_t, "u8")
GATEHOUSE_HOOK_PLAIN(int16_t, "i16")
GATEHOUSE_HOOK_PLAIN(uint16_t, "u16")
GATEHOUSE_HOOK_PLAIN(int32_t, "i32")
GATEHOUSE_HOOK_PLAIN(uint32_t, "u32")
GATEHOUSE_HOOK_PLAIN(int64_t, "i64")
GATEHOUSE_HOOK_PLAIN(uint64_t, "u64")
GATEHOUSE_HOOK_PLAIN(float, "f32")
GATEHOUSE_HOOK_PLAIN(double, "f64")
GATEHOUSE_HOOK_PLAIN(void *, "ptr")
GATEHOUSE_HOOK_PLAIN(const char *, "cstr")
GATEHOUSE_HOOK_PLAIN(gh_str, "str")
GATEHOUSE_HOOK_PLAIN(gh_json, "json")
GATEHOUSE_HOOK_TYPE(std::string_view, gh_str, "str", view(value), c(value))
GATEHOUSE_HOOK_TYPE(std::optional<std::string_view>, gh_str, "str", maybe(value), value ? c(*value) : GH_NO_STR)
#undef GATEHOUSE_HOOK_PLAIN
#undef GATEHOUSE_HOOK_TYPE

template <> struct hook_type<void> {
    using c_type = void;
    static constexpr std::string_view name = "void";
};

// "bool(str, i64)"
template <typename Result, typename... Parameters> struct hook_signature {
    static constexpr std::size_t size = (hook_type<Result>::name.size() + ... + (hook_type<Parameters>::name.size())) +
                                        2 + (sizeof...(Parameters) == 0 ? 0 : 2 * (sizeof...(Parameters) - 1));

    static constexpr std::array<char, size> make()
    {
        std::array<char, size> made{};
        std::size_t end = 0;
        const auto add = [&](std::string_view text) {
            for (const char character : text)
                made[end++] = character;
        };
        add(hook_type<Result>::name);
        add("(");
        [[maybe_unused]] std::string_view comma;
        ((add(comma), add(hook_type<Parameters>::name), comma = ", "), ...);
        add(")");
        return made;
    }

    static constexpr std::array<char, size> characters = make();
    static constexpr std::string_view text{characters.data(), size};
};

// The C function that calls a member function.
template <auto method, typename Class, typename Result, typename... Parameters> struct hook_call {
    static constexpr std::string_view signature = hook_signature<Result, std::decay_t<Parameters>...>::text;

    static typename hook_type<Result>::c_type call(
        void *self, typename hook_type<std::decay_t<Parameters>>::c_type... values)
    {
        const auto ask = [&] {
            return (static_cast<Class *>(self)->*method)(hook_type<std::decay_t<Parameters>>::from_c(values)...);
        };
        if constexpr (std::is_void_v<Result>)
            ask();
        else
            return hook_type<Result>::to_c(ask());
    }
};

template <auto method, typename Method = decltype(method)> struct hook_function;

template <auto method, typename Class, typename Result, typename... Parameters, bool never_throws>
struct hook_function<method, Result (Class::*)(Parameters...) noexcept(never_throws)>
    : hook_call<method, Class, Result, Parameters...> {
};

template <auto method, typename Class, typename Result, typename... Parameters, bool never_throws>
struct hook_function<method, Result (Class::*)(Parameters...) const noexcept(never_throws)>
    : hook_call<method, const Class, Result, Parameters...> {
};

template <auto method> gh_offer make_offer(std::string_view name, bool required)
{
    using function = hook_function<method>;
    return {sizeof(gh_offer), c(name), c(function::signature), reinterpret_cast<gh_hook_function>(&function::call),
        required};
}

} // namespace gatehouse::detail
#pragma GCC visibility pop

#endif
