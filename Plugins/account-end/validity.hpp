// When accounts end, and what renews them.
#ifndef VALIDITY_HPP
#define VALIDITY_HPP

#include "accounts.hpp"

constexpr int64_t millisecond = 1000000; // in nanoseconds

struct Renewal {
    bool is_valid, is_stale; // stale: the token was good, and has been used
    int64_t end; // 0: the token is not known
};

// Times are in milliseconds since 1970.
class Validity {
  public:
    Validity(const gh_host &host, int64_t period) : accounts(host), host_(host), period_(period) {}

    int64_t now() const { return host_.now(&host_, GH_WALL) / millisecond; }

    void begin(std::string_view user_id);

    // An account from before this module begins when it is first asked for.
    int64_t end_of(std::string_view user_id);

    // By the token of a mail: the account goes on for another period from now. The second time it changes nothing.
    Renewal renew(std::string_view token);

    // By an administrator. `end`: else another period from now. `mails`: shall its user be told before it ends?
    int64_t set(std::string_view user_id, std::optional<int64_t> end, bool mails);

    // The account with a token for a mail: the one that it has until it is used, because its mail may have arrived, then
    // a new one, and the used one is worth nothing any more.
    Account make_token(std::string_view user_id);

    Accounts accounts;

  private:
    const gh_host &host_;
    const int64_t period_;
};

#endif
