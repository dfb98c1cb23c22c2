#include "options.hpp"

#include "duration.hpp"

namespace {

int64_t duration_at(gatehouse::settings &settings, const std::string &key, std::optional<int64_t> otherwise)
{
    const auto value = settings.value().at("/" + key);
    const auto found = value ? read_duration(*value) : otherwise;
    if (!found || *found == 0) settings.refuse(key, "must be a length of time, such as \"6w\"");
    return found.value_or(0);
}

bool is_url(std::string_view text) { return text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://"; }

std::string url_at(gatehouse::settings &settings, const std::string &key)
{
    const std::string url = settings.text(key).value_or("");
    if (!url.empty() && !is_url(url)) settings.refuse(key, "must be a URL, such as \"https://matrix.example.org/\"");
    return url;
}

} // namespace

Options::Options(gatehouse::settings &settings)
{
    settings.allow_only({"period", "renew_at", "interval", "mailer", "public_baseurl"});
    if (!settings.value().is_object()) return;
    mailer = url_at(settings, "mailer");
    public_baseurl = url_at(settings, "public_baseurl");
    const bool mails = !mailer.empty();
    if (mails && public_baseurl.empty())
        settings.refuse("public_baseurl", "is missing; the link in the mail begins with it");
    if (!public_baseurl.empty() && public_baseurl.back() != '/') public_baseurl += '/';
    period = duration_at(settings, "period", std::nullopt);
    if (mails)
        renew_at = duration_at(settings, "renew_at", std::nullopt);
    else if (settings.value().at("/renew_at"))
        settings.refuse("renew_at", "tells nobody without a mailer; set mailer and public_baseurl, or leave it out");
    interval = duration_at(settings, "interval", 30 * 60 * 1000);
}
