#include "rules.hpp"

namespace {

// The permissions in the list below `path`; absent is none.
Permissions permissions_at(
    gatehouse::settings &settings, const gatehouse::json &object, const char *pointer, const std::string &path)
{
    Permissions permissions;
    std::string buffer;
    std::size_t index = 0;
    const auto list = object.at(pointer);
    if (!list) return permissions;
    if (!list->is_array()) settings.refuse(path, "must be a list");
    if (!list->is_array()) return permissions;
    for (const auto &[none, item] : *list) {
        const auto name = item.text(buffer);
        if (name == "invite") {
            permissions.invite = true;
        } else if (name == "create_room") {
            permissions.create_room = true;
        } else {
            settings.refuse(gatehouse::settings::item_path(path, index), "must be \"invite\" or \"create_room\"");
        }
        index++;
    }
    return permissions;
}

} // namespace

bool fits(std::string_view pattern, std::string_view user_id)
{
    if (pattern.empty()) return user_id.empty();
    if (pattern[0] == '*') {
        return fits(pattern.substr(1), user_id) || (!user_id.empty() && fits(pattern, user_id.substr(1)));
    }
    if (user_id.empty() || (pattern[0] != '?' && pattern[0] != user_id[0])) return false;
    return fits(pattern.substr(1), user_id.substr(1));
}

Rules::Rules(gatehouse::settings &settings)
{
    settings.allow_only({"rules", "default_deny"});
    if (!settings.value().is_object()) return;
    default_deny_ = permissions_at(settings, settings.value(), "/default_deny", "default_deny");
    const auto list = settings.value().at("/rules");
    if (!list) return;
    if (!list->is_array()) {
        settings.refuse("rules", "must be a list");
        return;
    }
    std::size_t index = 0;
    for (const auto &[none, item] : *list)
        read_rule(settings, item, gatehouse::settings::item_path("rules", index++));
}

void Rules::read_rule(gatehouse::settings &settings, const gatehouse::json &item, const std::string &path)
{
    std::string buffer;
    const auto match = item.is_object() ? item.text_at("/match", buffer) : std::nullopt;
    if (!match) return settings.refuse(path, "must be a mapping with `match`, a pattern for user ids");
    Rule rule{std::string(*match), {}, {}};
    rule.allowed = permissions_at(settings, item, "/allow", path + ".allow");
    rule.denied = permissions_at(settings, item, "/deny", path + ".deny");
    rules_.push_back(std::move(rule));
}

bool Rules::allow(std::string_view user_id, Permission permission) const
{
    for (const Rule &rule : rules_) {
        if (!fits(rule.match, user_id)) continue;
        if (rule.denied.*permission) return false;
        if (rule.allowed.*permission) return true;
    }
    return !(default_deny_.*permission);
}
