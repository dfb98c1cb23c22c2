#include "rules.hpp"

#include <optional>
#include <stdexcept>

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

std::optional<Pattern> pattern_at(gatehouse::settings &settings, const gatehouse::json &rule, const std::string &path)
try {
    std::string buffer;
    if (const auto match = rule.text_at("/match", buffer)) return Pattern(*match);
    settings.refuse(path, "must be a regular expression for user ids, a string");
    return std::nullopt;
} catch (const std::invalid_argument &mistake) {
    settings.refuse(path, std::string(mistake.what()).insert(0, "this is no regular expression: "));
    return std::nullopt;
}

} // namespace

Rules::Rules(gatehouse::settings &settings)
{
    settings.allow_only({"rules", "default_deny"});
    if (!settings.value().is_object()) return;
    const auto denied = settings.value().at("/default_deny");
    if (denied && denied->raw() != "null") // a blank one denies nothing
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
    settings.allow_only({"match", "allow", "deny"}, item, path);
    if (!item.is_object()) return;
    const Permissions allowed = permissions_at(settings, item, "/allow", path + ".allow");
    const Permissions denied = permissions_at(settings, item, "/deny", path + ".deny");
    if (auto match = pattern_at(settings, item, path + ".match"))
        rules_.push_back({std::move(*match), allowed, denied});
}

bool Rules::allow(std::string_view user_id, Permission permission) const
{
    for (const Rule &rule : rules_) {
        if (!rule.match.fits(user_id)) continue;
        if (rule.allowed.*permission) return true;
        if (rule.denied.*permission) return false;
    }
    return !(default_deny_.*permission);
}
