// Who may do what: rules by regular expression, tried from top to bottom.
#ifndef RULES_HPP
#define RULES_HPP

#include "pattern.hpp"

#include <gatehouse/gatehouse.hpp>

#include <string>

struct Permissions {
    bool invite = false;
    bool create_room = false;
};
using Permission = bool Permissions::*;

class Rules {
  public:
    // Reads the section; what is wrong with it is refused at its place.
    explicit Rules(gatehouse::settings &settings);

    // The first rule that fits the user and names the permission decides; else the default.
    bool allow(std::string_view user_id, Permission permission) const;

  private:
    struct Rule {
        Pattern match;
        Permissions allowed, denied;
    };

    void read_rule(gatehouse::settings &settings, const gatehouse::json &rule, const std::string &path);

    std::vector<Rule> rules_;
    Permissions default_deny_;
};

#endif
