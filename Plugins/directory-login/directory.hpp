// Who is in the directory, and what their password has to be.
#ifndef DIRECTORY_HPP
#define DIRECTORY_HPP

#include <gatehouse/gatehouse.hpp>

#include <string>
#include <vector>

// Case makes no difference to user names and mail addresses, as in most directories.
class Directory {
  public:
    struct Entry {
        std::string uid, mail, name;
        std::string password; // as crypt(5) writes it: "$6$salt$..."
    };

    // Reads the section; what is wrong with it is refused at its place.
    explicit Directory(gatehouse::settings &settings);

    const std::string &server() const { return server_; }
    std::string user_id(const Entry &entry) const { return "@" + entry.uid + ":" + server_; }

    // Whoever this is, if the password is theirs; else null. Takes a name ("alice") or a full user id of this server.
    const Entry *by_name(std::string_view username, std::string_view password) const;
    const Entry *by_mail(std::string_view mail, std::string_view password) const;

  private:
    void read_entry(gatehouse::settings &settings, const gatehouse::json &entry, const std::string &path);
    bool has(const std::string &uid) const;
    // The localpart, where the user is one of this server; else empty.
    std::string_view localpart(std::string_view username) const;
    const Entry *find(std::string Entry::*field, std::string_view value, std::string_view password) const;

    std::string server_;
    std::vector<Entry> entries_;
};

#endif
