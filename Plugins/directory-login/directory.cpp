#include "directory.hpp"

#include <crypt.h>
#include <memory>

namespace {

// The directory never binds without a password: an empty one is nobody's.
bool is_right(const std::string &password, const std::string &hash)
{
    if (password.empty()) return false;
    const auto data = std::make_unique<crypt_data>(); // too large for a stack
    *data = crypt_data{};
    const char *found = crypt_r(password.c_str(), hash.c_str(), data.get());
    return found != nullptr && hash == found;
}

} // namespace

Directory::Directory(gatehouse::settings &settings)
{
    settings.allow_only({"server", "entries"});
    if (!settings.value().is_object()) return;
    if (const auto server = settings.text("server"))
        server_ = *server;
    else if (!settings.is_refused())
        settings.refuse("server", "is missing; give the name of your server");
    const auto list = settings.value().at("/entries");
    if (!list) return;
    if (!list->is_array()) {
        settings.refuse("entries", "must be a list");
        return;
    }
    std::size_t index = 0;
    for (const auto &[none, item] : *list)
        read_entry(settings, item, gatehouse::settings::item_path("entries", index++));
}

void Directory::read_entry(gatehouse::settings &settings, const gatehouse::json &entry, const std::string &path)
{
    std::string buffer;
    const auto text = [&](const char *pointer) {
        const auto found = entry.is_object() ? entry.text_at(pointer, buffer) : std::nullopt;
        return found ? std::string(*found) : std::string();
    };
    Entry made{text("/uid"), text("/mail"), text("/password")};
    if (made.uid.empty()) return settings.refuse(path, "must be a mapping with `uid`, the user's name");
    if (made.password.empty() || made.password[0] != '$') {
        return settings.refuse(path + ".password", "must be what `mkpasswd` prints");
    }
    entries_.push_back(std::move(made));
}

std::string_view Directory::localpart(std::string_view username) const
{
    if (username.empty() || username[0] != '@') return username;
    const std::size_t colon = username.find(':');
    if (colon == std::string_view::npos || username.substr(colon + 1) != server_) return {};
    return username.substr(1, colon - 1);
}

std::string Directory::user_id_by_name(std::string_view username, const std::string &password) const
{
    const std::string_view uid = localpart(username);
    for (const Entry &entry : entries_)
        if (entry.uid == uid && is_right(password, entry.password)) return user_id(entry);
    return {};
}

std::string Directory::user_id_by_mail(std::string_view mail, const std::string &password) const
{
    if (mail.empty()) return {};
    for (const Entry &entry : entries_)
        if (entry.mail == mail && is_right(password, entry.password)) return user_id(entry);
    return {};
}
