#include <gatehouse/gatehouse.hpp>

#include "domains.hpp"

namespace {

constexpr std::string_view blocked_domains = "blocked_domains";

// Where a message shows text: as it is, formatted, and after an edit.
constexpr std::string_view bodies[] = {
    "/content/body",
    "/content/formatted_body",
    "/content/m.new_content/body",
    "/content/m.new_content/formatted_body",
};

class LinkFilter final : public gatehouse::instance {
  public:
    static constexpr gatehouse::about about{"link_filter", "1.0.0", "Gatehouse", "Apache-2.0",
        "Refuses events with links to listed domains", GH_CONCURRENT | GH_PROMPT};

    static void configure(gatehouse::setup &setup)
    {
        setup.allow_only({blocked_domains});
        read_domains(setup);
    }

    LinkFilter(const gh_host &host, gatehouse::settings &settings) : instance(host), domains(read_domains(settings)) {}

    gatehouse::outcome check_event_for_spam(
        const gh_check_event_for_spam &call, gatehouse::event_verdict_reply &reply) override
    {
        const gatehouse::json event = read(call.event->text);
        std::string buffer;
        for (const std::string_view pointer : bodies) {
            const auto text = event.text_at(pointer, buffer);
            if (text && domains.has_link_in(*text)) return reply.deny_text("Links to that site are not welcome here");
        }
        return gatehouse::outcome::next;
    }

  private:
    static Domains read_domains(gatehouse::settings &settings)
    {
        Domains domains;
        settings.texts(blocked_domains, "must be a bare domain, such as \"spam.example\"",
            [&](std::string_view name) { return domains.add(name); });
        return domains;
    }

    const Domains domains;
};

} // namespace

GATEHOUSE_MODULE(LinkFilter)
