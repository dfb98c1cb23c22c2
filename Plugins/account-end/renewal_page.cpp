#include "renewal_page.hpp"

#include <ctime>

namespace {

std::string date(int64_t milliseconds)
{
    char text[40] = "";
    std::tm parts{};
    const std::time_t seconds = milliseconds / 1000;
    if (gmtime_r(&seconds, &parts) != nullptr) std::strftime(text, sizeof text, "%Y-%m-%d %H:%M UTC", &parts);
    return text;
}

} // namespace

void RenewalPage::serve()
{
    const gh_web_handler handler = [](void *self, const gh_web_request *request) {
        static_cast<RenewalPage *>(self)->answer(*request);
    };
    web_.serve(&web_, GH_STR("/" RENEWAL_PATH), handler, this); // where another module has it, the host logs it
}

void RenewalPage::answer(const gh_web_request &request)
try {
    char token[64];
    std::size_t length = 0;
    if (gatehouse::view(request.method) != "GET") return say(request, 405, "This page can only be looked at.");
    switch (web_.parameter(request.query, GH_STR("token"), token, sizeof token, &length)) {
    case GH_FOUND: return show(request, {token, length});
    case GH_TOO_SMALL: return show(request, "");
    default: return say(request, 400, "The link is incomplete: its token is missing.");
    }
} catch (const std::exception &) {
    say(request, 500, "This does not work at the moment. Please try again later.");
}

void RenewalPage::show(const gh_web_request &request, std::string_view token)
{
    const Renewal renewal = validity_.renew(token);
    if (renewal.is_valid)
        return say(request, 200, "Your account is renewed. It is valid until " + date(renewal.end) + ".");
    if (renewal.is_stale)
        return say(request, 200, "This link has been used. Your account is valid until " + date(renewal.end) + ".");
    say(request, 404, "This link is not valid. Only the one in the latest mail is.");
}

void RenewalPage::say(const gh_web_request &request, uint64_t status, std::string_view text)
{
    std::string page("<!DOCTYPE html><title>Account</title><p>");
    page.append(text).append("</p>\n");
    const gh_http_header header = {GH_STR("Cache-Control"), GH_STR("no-store")};
    const gh_web_response response = {
        sizeof response, status, GH_STR("text/html; charset=utf-8"), gatehouse::c(page), &header, 1};
    web_.answer(&web_, request.number, &response);
}
