#include "mailer.hpp"

#include "renewal_page.hpp"

#include <cstdio>
#include <stdexcept>

namespace {

constexpr int users_a_visit = 300; // the host takes an instance for stuck that is away for long

} // namespace

void Mailer::start()
{
    if (is_there()) wait(options_.interval);
}

void Mailer::wait(int64_t milliseconds)
{
    const gh_timers *timers = gh_find_timers(&host_);
    const gh_timer_function call = [](void *self, uint64_t) { static_cast<Mailer *>(self)->tell(); };
    timers->after(timers, milliseconds * millisecond, call, this);
}

// The next round waits until this one is through, so that they never overlap. After a failure it goes on behind the
// account that made it, or nobody behind that would ever be told.
void Mailer::tell()
try {
    for (int seen = 0; seen < users_a_visit; seen++) {
        const auto next = validity_.accounts.next_user(reached_);
        reached_ = next.value_or("");
        if (!next) return wait(options_.interval);
        if (is_due(validity_.accounts.find(*next))) return tell_one(*next);
    }
    wait(0);
} catch (const std::exception &exception) {
    complain(exception.what());
    wait(options_.interval);
}

void Mailer::tell_one(const std::string &user_id)
{
    const Account account = validity_.make_token(user_id);
    if (!is_due(account)) return wait(0); // somebody has renewed it meanwhile
    send(user_id, account, [this, user_id](const std::string &error) {
        if (!error.empty()) complain(user_id + " is not told: " + error);
        tell();
    });
}

bool Mailer::is_due(const std::optional<Account> &account) const
{
    return account && !account->is_told && account->end - validity_.now() <= options_.renew_at;
}

void Mailer::complain(std::string_view reason) const
{
    host_.log(&host_, GH_WARNING, gatehouse::c(reason), GH_NO_JSON);
}

std::string Mailer::notice(const std::string &user_id, const Account &account) const
{
    char number[24];
    std::snprintf(number, sizeof number, "%lld", static_cast<long long>(account.end));
    const auto quoted = [&](const std::string &text) {
        std::size_t length = 0;
        std::string json(text.size() * 6 + 2, '\0'); // no escape is longer
        gatehouse::is_found(host_.json->quote(gatehouse::c(text), json.data(), json.size(), &length));
        json.resize(length);
        return json;
    };
    const std::string url = options_.public_baseurl + RENEWAL_PATH "?token=" + account.token;
    return "{\"user_id\": " + quoted(user_id) + ", \"expiration_ts\": " + number + ", \"url\": " + quoted(url) + "}";
}

// What goes wrong is told to whoever waits for the mail.
std::string Mailer::settle(const std::string &user_id, const std::string &token, const gh_http_response &response)
try {
    if (response.result != GH_HTTP_ANSWERED) return std::string(gatehouse::view(response.error));
    if (response.status < 200 || response.status > 299) throw std::runtime_error("the mailer answers with a failure");
    validity_.accounts.update(user_id, [&](std::optional<Account> &account) {
        const bool is_this = account && account->token == token && account->used == 0;
        if (is_this) account->is_told = true;
        return is_this;
    });
    return {};
} catch (const std::exception &exception) {
    return exception.what();
}
