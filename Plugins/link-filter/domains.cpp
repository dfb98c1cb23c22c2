#include "domains.hpp"

#include <algorithm>

namespace {

constexpr std::size_t none = std::string_view::npos;

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr bool is_in_name(char c) noexcept
{
    const char l = lower(c);
    return (l >= 'a' && l <= 'z') || (l >= '0' && l <= '9') || l == '-' || static_cast<unsigned char>(l) >= 0x80;
}

bool is_name(std::string_view text) noexcept
{
    bool was_dot = true;
    for (const char c : text) {
        if (c == '.' ? was_dot : !is_in_name(c)) return false;
        was_dot = c == '.';
    }
    return !was_dot;
}

// The host in "user@host:port/path"; a browser takes a backslash for a slash.
std::string_view host_at_start(std::string_view link)
{
    std::string_view host = link.substr(0, link.find_first_of("/\\?#\"'<> \t\r\n"));
    if (const std::size_t at = host.rfind('@'); at != none) host.remove_prefix(at + 1);
    host = host.substr(0, host.find(':'));
    const auto end = std::find_if(host.begin(), host.end(), [](char c) { return !is_in_name(c) && c != '.'; });
    host = host.substr(0, static_cast<std::size_t>(end - host.begin()));
    while (!host.empty() && host.back() == '.')
        host.remove_suffix(1);
    return host;
}

} // namespace

bool HostLess::operator()(std::string_view left, std::string_view right) const noexcept
{
    return std::lexicographical_compare(
        left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) { return lower(a) < lower(b); });
}

bool Domains::add(std::string_view name)
{
    if (!is_name(name)) return false;
    names_.emplace(name);
    return true;
}

bool Domains::has_link_in(std::string_view text) const
{
    constexpr std::string_view mark = "://";
    for (std::size_t at = text.find(mark); at != none; at = text.find(mark, at + 1)) {
        if (contains(host_at_start(text.substr(at + mark.size())))) return true;
    }
    return false;
}

bool Domains::contains(std::string_view host) const
{
    while (!host.empty()) {
        if (names_.find(host) != names_.end()) return true;
        const std::size_t dot = host.find('.');
        host = dot == none ? std::string_view() : host.substr(dot + 1);
    }
    return false;
}
