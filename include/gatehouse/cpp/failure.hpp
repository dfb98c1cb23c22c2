// The exceptions that say more than a message.
#ifndef GATEHOUSE_CPP_FAILURE_HPP
#define GATEHOUSE_CPP_FAILURE_HPP

#include "../base.h"

#include <stdexcept>
#include <string>
#include <string_view>

#pragma GCC visibility push(hidden)
namespace gatehouse {

// What a Python module's SynapseError is: an HTTP status (300 to 599), an error code, the text for the client, and
// further fields, a JSON object.
class failure : public std::runtime_error {
  public:
    failure(uint64_t status_, std::string_view errcode_, const std::string &message, std::string_view fields_ = {})
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

} // namespace gatehouse
#pragma GCC visibility pop

#endif
