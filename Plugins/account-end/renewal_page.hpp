// The page behind the link in a mail: GET /_synapse/client/email_account_validity/renew?token=...
#ifndef RENEWAL_PAGE_HPP
#define RENEWAL_PAGE_HPP

#include "validity.hpp"

// Behind the server's public address, which ends with "/".
#define RENEWAL_PATH "_synapse/client/email_account_validity/renew"

class RenewalPage {
  public:
    RenewalPage(const gh_host &host, Validity &validity) : web_(*gh_find_web(&host)), validity_(validity) {}

    void serve();

  private:
    void answer(const gh_web_request &request);
    void show(const gh_web_request &request, std::string_view token);
    void say(const gh_web_request &request, uint64_t status, std::string_view text);

    const gh_web &web_;
    Validity &validity_;
};

#endif
