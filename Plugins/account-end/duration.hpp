// Lengths of time, as Synapse's configuration writes them.
#ifndef DURATION_HPP
#define DURATION_HPP

#include <gatehouse/gatehouse.hpp>

#include <optional>

// "6w", "90s", "300" and 300: milliseconds. Nothing where it is none, or more than a hundred years.
std::optional<int64_t> read_duration(const gatehouse::json &value);

#endif
