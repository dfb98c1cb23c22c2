#include "accounts.hpp"

#include <stdexcept>

using gatehouse::c;
using gatehouse::is_found;

namespace {

// Nothing in a token needs an escape.
std::string written(const Account &account)
{
    return "{\"expiration_ts\": " + std::to_string(account.end) +
           ", \"email_sent\": " + (account.is_told ? "true" : "false") + ", \"renewal_token\": \"" + account.token +
           "\", \"token_used_ts\": " + std::to_string(account.used) + "}";
}

} // namespace

std::optional<std::string> Accounts::next_user(std::string_view user_id) const
{
    char key[GH_STORE_KEY_LIMIT];
    std::size_t length = 0;
    const std::string after = user_key(user_id);
    if (!is_found(store.next(&store, GH_STR("user/"), c(after), key, &length))) return std::nullopt;
    return std::string(key, length).substr(5);
}

void Accounts::keep_token(std::string_view token, std::string_view user_id)
{
    is_found(store.put(&store, c(token_key(token)), c(user_id), 0));
}

void Accounts::forget_token(std::string_view token)
{
    if (!token.empty()) is_found(store.remove(&store, c(token_key(token))));
}

std::optional<std::string> Accounts::read(const std::string &key) const
{
    char value[512];
    std::size_t length = 0;
    const gh_found found = store.get(&store, c(key), value, sizeof value, &length);
    if (found == GH_TOO_SMALL)
        throw std::runtime_error(
            "the store has a value at \"" + key + "\" that is too long for this module; remove it");
    if (!is_found(found)) return std::nullopt;
    return std::string(value, length);
}

std::optional<Account> Accounts::parse(const std::optional<std::string> &text) const
{
    if (!text) return std::nullopt;
    const gatehouse::json value(gh_make_json(c(*text)), &json);
    const auto number = [&](const char *pointer) {
        const auto found = value.at(pointer);
        return found ? found->integer().value_or(0) : 0;
    };
    const auto is_told = value.at("/email_sent");
    std::string buffer;
    return Account{number("/expiration_ts"), is_told && is_told->is_true(),
        std::string(value.text_at("/renewal_token", buffer).value_or("")), number("/token_used_ts")};
}

bool Accounts::replace(const std::string &key, const std::optional<std::string> &old, const Account &account)
{
    const std::string text = written(account);
    return is_found(store.compare_and_set(&store, c(key), old ? c(*old) : GH_NO_STR, c(text), 0));
}
