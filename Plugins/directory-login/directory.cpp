#include "directory.hpp"

#include <crypt.h>

#include <algorithm>
#include <memory>

namespace {

// The directory never binds without a password: an empty one is nobody's. Nor is one that crypt(3) would cut short.
bool is_right(std::string_view password, const std::string &hash)
{
    if (password.empty() || password.find('\0') != std::string_view::npos) return false;
    const auto data = std::make_unique<crypt_data>(); // too large for a stack
    *data = crypt_data{};
    const char *found = crypt_r(std::string(password).c_str(), hash.c_str(), data.get());
    return found != nullptr && hash == found;
}

std::string lower(std::string_view text)
{
    std::string made(text);
    for (char &character : made)
        if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    return made;
}

// crypt(3) knows its method, and behind the salt is a hash.
bool is_hash(const std::string &text)
{
    const int method = crypt_checksalt(text.c_str());
    return method != CRYPT_SALT_INVALID && method != CRYPT_SALT_METHOD_DISABLED &&
           std::count(text.begin(), text.end(), '$') >= 3 && text.back() != '$';
}

bool is_localpart(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._=-/+") == text.npos;
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
    settings.allow_only({"uid", "mail", "name", "password"}, entry, path);
    if (!entry.is_object()) return;
    const auto text = [&](const char *pointer, const char *key) {
        std::string buffer;
        const auto value = entry.at(pointer);
        const auto found = value ? value->text(buffer) : std::string_view();
        if (!found) settings.refuse(gatehouse::settings::member_path(path, key), "must be a string");
        return std::string(found.value_or(""));
    };
    Entry made{
        lower(text("/uid", "uid")), lower(text("/mail", "mail")), text("/name", "name"), text("/password", "password")};
    if (!is_localpart(made.uid))
        settings.refuse(path + ".uid", "must be the user's name, what stands before the colon");
    else if (has(made.uid))
        settings.refuse(path + ".uid", "is that of another entry as well; leave one of them");
    if (!is_hash(made.password)) settings.refuse(path + ".password", "must be what `mkpasswd -m sha-512` prints");
    if (made.name.empty()) made.name = made.uid;
    entries_.push_back(std::move(made));
}

bool Directory::has(const std::string &uid) const
{
    const auto is_it = [&](const Entry &entry) { return entry.uid == uid; };
    return std::any_of(entries_.begin(), entries_.end(), is_it);
}

std::string_view Directory::localpart(std::string_view username) const
{
    if (username.empty() || username[0] != '@') return username;
    const std::size_t colon = username.find(':');
    if (colon == std::string_view::npos || username.substr(colon + 1) != server_) return {};
    return username.substr(1, colon - 1);
}

const Directory::Entry *Directory::by_name(std::string_view username, std::string_view password) const
{
    return find(&Entry::uid, localpart(username), password);
}

const Directory::Entry *Directory::by_mail(std::string_view mail, std::string_view password) const
{
    return find(&Entry::mail, mail, password);
}

const Directory::Entry *Directory::find(
    std::string Entry::*field, std::string_view value, std::string_view password) const
{
    const std::string wanted = lower(value);
    if (wanted.empty()) return nullptr;
    for (const Entry &entry : entries_)
        if (entry.*field == wanted && is_right(password, entry.password)) return &entry;
    return nullptr;
}
