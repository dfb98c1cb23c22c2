// Who is in the directory, and what their password has to be.
#ifndef DIRECTORY_HPP
#define DIRECTORY_HPP

#include <gatehouse/gatehouse.hpp>

#include <string>
#include <vector>

class Directory {
  public:
    struct Entry {
        std::string uid, mail, password; // the password as crypt(5) writes it: "$6$salt$..."
    };

    // Reads the section; what is wrong with it is refused at its place.
    explicit Directory(gatehouse::settings &settings);

    // The user id of whoever this is, if the password is theirs; empty where it is not. Takes a name ("alice") or a full
    // user id of this server.
    std::string user_id_by_name(std::string_view username, const std::string &password) const;
    std::string user_id_by_mail(std::string_view mail, const std::string &password) const;

  private:
    void read_entry(gatehouse::settings &settings, const gatehouse::json &entry, const std::string &path);
    std::string user_id(const Entry &entry) const { return "@" + entry.uid + ":" + server_; }
    // The localpart, where the user is one of this server; else empty.
    std::string_view localpart(std::string_view username) const;

    std::string server_;
    std::vector<Entry> entries_;
};

#endif
