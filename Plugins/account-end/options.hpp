// What the operator says.
#ifndef OPTIONS_HPP
#define OPTIONS_HPP

#include <gatehouse/gatehouse.hpp>

#include <string>

// Times are in milliseconds.
struct Options {
    // Reads the section; what is wrong with it is refused at its place.
    explicit Options(gatehouse::settings &settings);

    int64_t period = 0; // how long an account lasts
    int64_t renew_at = 0; // how long before its end its user is told
    int64_t interval = 0; // how often somebody looks who has to be told
    std::string mailer; // where to post what is to be mailed; empty: nobody is told
    std::string public_baseurl; // ends with "/"; the link in the mail begins with it
};

#endif
