#include "duration.hpp"

#include <charconv>

namespace {

constexpr int64_t second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;
constexpr int64_t week = 7 * day, year = 365 * day;

std::optional<int64_t> unit(std::string_view suffix)
{
    constexpr std::pair<std::string_view, int64_t> units[] = {
        {"", 1}, {"s", second}, {"m", minute}, {"h", hour}, {"d", day}, {"w", week}, {"y", year}};
    for (const auto &[name, length] : units)
        if (name == suffix) return length;
    return std::nullopt;
}

std::optional<int64_t> product(int64_t number, int64_t unit)
{
    if (number < 0 || number > 100 * year / unit) return std::nullopt;
    return number * unit;
}

} // namespace

std::optional<int64_t> read_duration(const gatehouse::json &value)
{
    if (const auto number = value.integer()) return product(*number, 1);
    std::string buffer;
    const std::string_view text = value.text(buffer).value_or("");
    int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) return std::nullopt;
    const auto length = unit(text.substr(static_cast<std::size_t>(end - text.data())));
    return length ? product(number, *length) : std::nullopt;
}
