#include "settings.hpp"

#include <cstdio>
#include <stdexcept>

namespace {

std::string unescape(const gh_json_functions &json, gh_json value)
{
    std::string text(value.text.len, '\0'); // enough: no escape is shorter than what it stands for
    size_t length = 0;
    if (json.unescape(value, text.data(), text.size(), &length) != GH_FOUND) throw std::runtime_error("not a string");
    text.resize(length);
    return text;
}

gh_str view(const std::string &text) { return gh_make_str(text.data(), text.size()); }

// Not std::to_string, with which GCC exports one of the library's symbols from the module.
std::string item_path(const std::string &name, size_t index)
{
    char number[24];
    std::snprintf(number, sizeof number, ".%zu", index);
    return name + number;
}

gh_outcome check_users(const gh_json_functions &json, const std::string &name, gh_json list, gh_config_reply *reply)
{
    if (!gh_json_is_array(list)) return gh_refuse(reply, view(name), GH_STR("must be a list of user ids"));
    gh_outcome outcome = GH_NEXT;
    uint64_t cursor = 0;
    gh_json item;
    for (size_t i = 0; json.next(list, &cursor, nullptr, &item) == GH_FOUND; i++) {
        if (gh_json_is_string(item)) continue;
        outcome = gh_refuse(reply, view(item_path(name, i)), GH_STR("must be a user id, a string"));
    }
    return outcome;
}

gh_outcome check_setting(const gh_json_functions &json, gh_json key, gh_json value, gh_config_reply *reply)
{
    const std::string name = unescape(json, key);
    if (name == "always_send_to_users" || name == "blacklisted_users") return check_users(json, name, value, reply);
    return gh_refuse(reply, view(name),
        GH_STR("there is no such setting; there are \"always_send_to_users\" and \"blacklisted_users\""));
}

UserIDs read_users(const gh_json_functions &json, gh_json config, gh_str pointer)
{
    UserIDs users;
    uint64_t cursor = 0;
    gh_json list, item;
    if (json.get(config, pointer, &list) != GH_FOUND) return users;
    while (json.next(list, &cursor, nullptr, &item) == GH_FOUND)
        users.insert(unescape(json, item));
    return users;
}

} // namespace

gh_outcome check_settings(const gh_json_functions &json, gh_json config, gh_config_reply *reply)
{
    if (!gh_json_is_object(config)) return gh_refuse(reply, GH_STR(""), GH_STR("must be a mapping"));
    gh_outcome outcome = GH_NEXT;
    uint64_t cursor = 0;
    gh_json key, value;
    while (json.next(config, &cursor, &key, &value) == GH_FOUND) {
        if (check_setting(json, key, value, reply) != GH_NEXT) outcome = GH_FAILED;
    }
    return outcome;
}

Settings read_settings(const gh_json_functions &json, gh_json config)
{
    return {read_users(json, config, GH_STR("/always_send_to_users")),
        read_users(json, config, GH_STR("/blacklisted_users"))};
}
