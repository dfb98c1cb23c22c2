#include "mailer.hpp"
#include "renewal_page.hpp"

namespace {

constexpr const char *services[] = {GH_STORE, GH_TIMERS, GH_HTTP, GH_WEB, nullptr};

bool is_user_id(std::string_view text)
{
    return text.size() <= 255 && text.substr(0, 1) == "@" && text.find(':') != text.npos;
}

class AccountEnd final : public gatehouse::instance {
  public:
    // The store is a file, so that this is not for an event loop. All that changes is in it, each time in one step.
    static constexpr gatehouse::about about{"account_end", "1.0.0", "Gatehouse", "Apache-2.0",
        "Accounts end unless they are renewed", GH_CONCURRENT, services};

    static void configure(gatehouse::setup &setup) { Options{setup}; }

    AccountEnd(const gh_host &host, gatehouse::settings &settings)
        : instance(host), options(settings), validity(host, options.period), mailer(host, options, validity),
          page(host, validity)
    {
        page.serve();
        mailer.start();
    }

    gatehouse::outcome is_user_expired(const gh_is_user_expired &call, gatehouse::truth_reply &reply) override
    try {
        return reply.give(validity.now() >= validity.end_of(gatehouse::view(call.user)));
    } catch (const std::exception &) {
        return gatehouse::outcome::next; // the host has logged it, and a full disk locks nobody out
    }

    gatehouse::outcome on_user_registration(const gh_on_user_registration &call, gatehouse::notice_reply &) override
    try {
        validity.begin(gatehouse::view(call.user));
        return gatehouse::outcome::next;
    } catch (const std::exception &) {
        return gatehouse::outcome::next; // logged as well; the account is made already, and gets its end at first use
    }

    gatehouse::outcome on_legacy_send_mail(const gh_on_legacy_send_mail &call, gatehouse::notice_reply &reply) override
    {
        if (!mailer.is_there()) return reply.fail_with(403, "M_FORBIDDEN", "This server sends no mails for renewal");
        const std::string user_id(gatehouse::view(call.user_id));
        const Account account = validity.make_token(user_id);
        gh_late late;
        const gatehouse::outcome outcome = reply.defer(late);
        if (outcome == gatehouse::outcome::pending) send(user_id, account, late);
        return outcome;
    }

    gatehouse::outcome on_legacy_renew(const gh_on_legacy_renew &call, gatehouse::renewal_reply &reply) override
    {
        const Renewal renewal = validity.renew(gatehouse::view(call.renewal_token));
        return reply.renew(renewal.is_valid, renewal.is_stale, renewal.end);
    }

    gatehouse::outcome on_legacy_admin_request(
        const gh_on_legacy_admin_request &call, gatehouse::number_reply &reply) override
    {
        std::string buffer;
        const gh_json body = gh_make_json(call.request->body);
        gh_json whole;
        if (host().json->get(body, GH_STR(""), &whole) != GH_FOUND || !gh_json_is_object(whole))
            return reply.fail_with(400, "M_NOT_JSON", "The body is no JSON object");
        const auto user_id = read(body).text_at("/user_id", buffer);
        if (!user_id) return reply.fail_with(400, "M_MISSING_PARAM", "The body has no user_id");
        if (!is_user_id(*user_id))
            return reply.fail_with(400, "M_INVALID_PARAM", "user_id is no user id, such as @alice:example.org");
        const auto end = read(body).at("/expiration_ts");
        if (end && end->raw() != "null" && end->integer().value_or(-1) < 0)
            return reply.fail_with(400, "M_BAD_JSON", "expiration_ts is no number of milliseconds");
        const auto mails = read(body).at("/enable_renewal_emails");
        return reply.give(validity.set(*user_id, end ? end->integer() : std::nullopt, !(mails && mails->is_false())));
    }

  private:
    // The ticket is finished whatever happens: it is owed.
    void send(const std::string &user_id, const Account &account, const gh_late &late)
    try {
        const bool is_sent =
            mailer.send(user_id, account, [this, late](const std::string &error) { finish(late, error); });
        if (!is_sent) finish(late, "the instance ends");
    } catch (const std::exception &exception) {
        finish(late, exception.what());
    }

    void finish(const gh_late &late, std::string_view error) const
    {
        gh_outcome outcome = error.empty() ? GH_NEXT : GH_FAILED;
        gh_notice_reply *reopened = error.empty() ? nullptr : gh_reopen_notice(&host(), late.ticket);
        if (reopened != nullptr) outcome = gh_fail(reopened, gatehouse::c(error));
        gh_finish(&host(), late.ticket, outcome);
    }

    const Options options;
    Validity validity;
    Mailer mailer;
    RenewalPage page;
};

} // namespace

GATEHOUSE_MODULE(AccountEnd)
