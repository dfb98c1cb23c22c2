// The configuration: {"always_send_to_users": [...], "blacklisted_users": [...]}, both by default empty.
#ifndef SETTINGS_HPP
#define SETTINGS_HPP

#include <gatehouse/gatehouse.h>

#include <functional>
#include <set>
#include <string>

using UserIDs = std::set<std::string, std::less<>>;

struct Settings {
    UserIDs always_send_to_users;
    UserIDs blacklisted_users;
};

// Tells every mistake to `reply`.
gh_outcome check_settings(const gh_json_functions &json, gh_json config, gh_config_reply *reply);

Settings read_settings(const gh_json_functions &json, gh_json config);

#endif
