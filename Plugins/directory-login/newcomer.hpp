// Somebody who logs in, and whose account is made if there is none.
#ifndef NEWCOMER_HPP
#define NEWCOMER_HPP

#include <gatehouse/gatehouse.hpp>

#include <memory>
#include <string>

class Newcomer {
  public:
    Newcomer(const gh_host &host, std::string_view localpart, std::string_view name, std::string_view user_id)
        : host_(host), localpart_(localpart), name_(name), user_id_(user_id)
    {
    }

    // Answers late: when it is certain that there is an account.
    static gatehouse::outcome let_in(
        std::unique_ptr<Newcomer> newcomer, const gh_homeserver &homeserver, gatehouse::login_reply &reply);

  private:
    static void was_looked_up(void *context, const gh_homeserver_answer *answer);
    static void was_registered(void *context, const gh_homeserver_answer *answer);
    static void was_looked_up_again(void *context, const gh_homeserver_answer *answer);
    void finish(uint64_t found, gh_str error) const;

    const gh_host &host_;
    const std::string localpart_, name_, user_id_;
    std::string error_; // why the account was not made
    gh_late late_ = {};
};

#endif
