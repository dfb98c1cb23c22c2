// The accounts, in the host's store: "user/@a:x" is one, "token/abc" the user whom that token renews.
#ifndef ACCOUNTS_HPP
#define ACCOUNTS_HPP

#include <gatehouse/gatehouse.hpp>

#include <optional>
#include <string>

// Times are in milliseconds since 1970.
struct Account {
    int64_t end = 0;
    bool is_told = false; // of this end, by mail
    std::string token; // the one of the last mail; may be empty
    int64_t used = 0; // when the token was; 0: it was not
};

// Safe from any thread, and beside other hosts that have the same store. All of it throws where the store cannot be used.
class Accounts {
  public:
    explicit Accounts(const gh_host &host) : json(*host.json), store(*gh_find_store(&host)) {}

    std::optional<Account> find(std::string_view user_id) const { return parse(read(user_key(user_id))); }
    std::optional<std::string> user_of(std::string_view token) const { return read(token_key(token)); }

    // The first user behind `user_id` in the order of bytes; "" begins.
    std::optional<std::string> next_user(std::string_view user_id) const;

    // Changes an account in one step. `change` is given what there is, and returns whether it is to be kept; it may be
    // asked again, if somebody else was faster.
    template <typename Change> void update(std::string_view user_id, Change change)
    {
        const std::string key = user_key(user_id);
        for (bool is_kept = false; !is_kept;) {
            const auto old = read(key);
            std::optional<Account> account = parse(old);
            is_kept = !change(account) || replace(key, old, *account);
        }
    }

    void keep_token(std::string_view token, std::string_view user_id);
    void forget_token(std::string_view token);

  private:
    static std::string user_key(std::string_view user_id) { return std::string("user/").append(user_id); }
    static std::string token_key(std::string_view token) { return std::string("token/").append(token); }

    std::optional<std::string> read(const std::string &key) const;
    std::optional<Account> parse(const std::optional<std::string> &text) const;
    bool replace(const std::string &key, const std::optional<std::string> &old, const Account &account);

    const gh_json_functions &json;
    const gh_store &store;
};

#endif
