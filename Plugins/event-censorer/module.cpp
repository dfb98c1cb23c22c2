#include <gatehouse/gatehouse.hpp>

#include <string>
#include <string_view>

namespace {

constexpr const char *services[] = {GH_HTTP, nullptr};

// The event with another content; all else stays as it is written.
std::string with_content(const gatehouse::json &event, std::string_view content)
{
    const auto old = event.at("/content");
    if (!old) throw std::runtime_error("the event has no content");
    const std::string_view text = event.raw();
    const auto start = static_cast<std::size_t>(old->raw().data() - text.data());
    std::string censored(text.substr(0, start));
    censored.append(content).append(text.substr(start + old->raw().size()));
    return censored;
}

class EventCensorer final : public gatehouse::instance {
  public:
    static constexpr gatehouse::about about{"event_censorer", "1.0.0", "Gatehouse", "Apache-2.0",
        "Lets a service replace the content of events", GH_CONCURRENT | GH_PROMPT, services};

    static void configure(gatehouse::setup &setup)
    {
        setup.allow_only({"endpoint"});
        read_endpoint(setup);
    }

    EventCensorer(const gh_host &host, gatehouse::settings &settings)
        : instance(host), endpoint(read_endpoint(settings)), http(*gh_find_http(&host))
    {
    }

    gatehouse::outcome check_event_allowed(
        const gh_check_event_allowed &call, gatehouse::replacement_reply &reply) override
    {
        gh_late late;
        const gatehouse::outcome outcome = reply.defer(late);
        if (outcome == gatehouse::outcome::pending) post(call.event->text, late);
        return outcome;
    }

  private:
    static std::string read_endpoint(gatehouse::settings &settings)
    {
        const std::string endpoint = settings.text("endpoint").value_or("");
        const bool is_url = endpoint.rfind("http://", 0) == 0 || endpoint.rfind("https://", 0) == 0;
        if (!is_url) settings.refuse("endpoint", "must be a URL, such as \"https://censor.example/events\"");
        return endpoint;
    }

    // The ticket is finished whatever happens: it is owed.
    void post(gh_json event, const gh_late &late) const
    try {
        const uint64_t sent = gatehouse::post_json_get_json(
            http, endpoint, event, [this, late](const gh_http_response &response) { finish(late, response); });
        if (sent == 0) gh_finish(&host(), late.ticket, GH_FAILED);
    } catch (const std::exception &) {
        gh_finish(&host(), late.ticket, GH_FAILED);
    }

    void finish(const gh_late &late, const gh_http_response &response) const
    {
        gh_outcome outcome = GH_FAILED;
        if (gh_replacement_reply *reopened = gh_reopen_replacement(&host(), late.ticket)) {
            gatehouse::replacement_reply reply(reopened);
            outcome = static_cast<gh_outcome>(
                answer(*static_cast<const gh_check_event_allowed *>(late.call), response, reply));
        }
        gh_finish(&host(), late.ticket, outcome);
    }

    gatehouse::outcome answer(
        const gh_check_event_allowed &call, const gh_http_response &response, gatehouse::replacement_reply &reply) const
    try {
        if (response.result != GH_HTTP_ANSWERED) return reply.fail(gatehouse::view(response.error));
        const gatehouse::json content = read(gh_make_json(response.body));
        if (!content.at("") || !content.at("")->is_object()) return reply.fail("the answer is no JSON object");
        return reply.replace(gatehouse::json_text(with_content(read(call.event->text), content.at("")->raw())));
    } catch (const std::exception &exception) {
        return reply.fail(exception.what());
    }

    const std::string endpoint;
    const gh_http &http;
};

} // namespace

GATEHOUSE_MODULE(EventCensorer)
