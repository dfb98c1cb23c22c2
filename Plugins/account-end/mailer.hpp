// Tells users by mail that their account ends. No service sends mail, so that another server does: it is posted
// {"user_id", "expiration_ts", "url"}, finds out the address, and puts the link into a mail of its own words.
#ifndef MAILER_HPP
#define MAILER_HPP

#include "options.hpp"
#include "validity.hpp"

class Mailer {
  public:
    Mailer(const gh_host &host, const Options &options, Validity &validity)
        : host_(host), options_(options), validity_(validity)
    {
    }

    bool is_there() const { return !options_.mailer.empty(); }

    // Looks from time to time who has to be told.
    void start();

    // Has a mail sent with the account's token. `done` is later told why it was not; the empty text: it was. False: the
    // instance ends, and `done` is never called.
    template <typename Done> bool send(const std::string &user_id, const Account &account, Done done)
    {
        const std::string body = notice(user_id, account);
        const gh_http_header header = {GH_STR("Content-Type"), GH_STR("application/json")};
        gh_http_request request{};
        request.size = sizeof request;
        request.url = gatehouse::c(options_.mailer);
        request.headers = &header;
        request.header_count = 1;
        request.body = gatehouse::c(body);
        const auto completion = [this, user_id, token = account.token, done](
                                    const gh_http_response &response) { done(settle(user_id, token, response)); };
        return gatehouse::send(*gh_find_http(&host_), request, completion) != 0;
    }

  private:
    void wait(int64_t milliseconds);
    // One after the other, those behind `reached_`.
    void tell();
    void tell_one(const std::string &user_id);
    bool is_due(const std::optional<Account> &account) const;
    void complain(std::string_view reason) const;

    std::string notice(const std::string &user_id, const Account &account) const;
    std::string settle(const std::string &user_id, const std::string &token, const gh_http_response &response);

    const gh_host &host_;
    const Options &options_;
    Validity &validity_;
    std::string reached_; // the user whom this round saw last; empty: it begins
};

#endif
