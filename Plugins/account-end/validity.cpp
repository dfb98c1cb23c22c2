#include "validity.hpp"

#include <unistd.h>

#include <cstdio>
#include <stdexcept>

namespace {

uint64_t random_number()
{
    uint64_t number = 0;
    if (getentropy(&number, sizeof number) != 0) throw std::runtime_error("there is no randomness to be had");
    return number;
}

int64_t random_below(int64_t limit) { return static_cast<int64_t>(random_number() % static_cast<uint64_t>(limit)); }

constexpr std::size_t token_length = 32;

std::string random_token()
{
    std::string token;
    while (token.size() < token_length) {
        char digits[17];
        std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(random_number()));
        token += digits;
    }
    return token;
}

} // namespace

void Validity::begin(std::string_view user_id)
{
    accounts.update(user_id, [&](std::optional<Account> &account) {
        account = Account{now() + period_, false, account ? account->token : "", account ? account->used : 0};
        return true;
    });
}

int64_t Validity::end_of(std::string_view user_id)
{
    if (const auto account = accounts.find(user_id)) return account->end;
    int64_t end = 0;
    accounts.update(user_id, [&](std::optional<Account> &account) {
        const bool is_new = !account;
        // Up to a tenth less, or the mails to all who were there before would go out at once.
        if (is_new) account = Account{now() + period_ - random_below(period_ / 10 + 1), false, "", 0};
        end = account->end;
        return is_new;
    });
    return end;
}

Renewal Validity::renew(std::string_view token)
{
    Renewal renewal{false, false, 0};
    if (token.size() != token_length) return renewal;
    const auto user_id = accounts.user_of(token);
    if (!user_id) return renewal;
    accounts.update(*user_id, [&](std::optional<Account> &account) {
        renewal = {false, false, 0};
        if (!account || account->token != token) return false;
        renewal = {account->used == 0, account->used != 0, account->end};
        if (renewal.is_stale) return false;
        renewal.end = now() + period_;
        account = Account{renewal.end, false, account->token, now()};
        return true;
    });
    return renewal;
}

int64_t Validity::set(std::string_view user_id, std::optional<int64_t> end, bool mails)
{
    const int64_t until = end.value_or(now() + period_);
    std::string token;
    accounts.update(user_id, [&](std::optional<Account> &account) {
        token = account ? account->token : "";
        account = Account{until, !mails, "", 0};
        return true;
    });
    accounts.forget_token(token);
    return until;
}

Account Validity::make_token(std::string_view user_id)
{
    const std::string token = random_token();
    std::string spare;
    Account made;
    end_of(user_id);
    accounts.keep_token(token, user_id);
    accounts.update(user_id, [&](std::optional<Account> &account) {
        made = account.value();
        const bool is_needed = made.token.empty() || made.used != 0;
        spare = is_needed ? made.token : token;
        if (is_needed) account = made = Account{made.end, made.is_told, token, 0};
        return is_needed;
    });
    accounts.forget_token(spare);
    return made;
}
