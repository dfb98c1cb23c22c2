// The same as twin.c, said with the classes of gatehouse.hpp: do those allocate?
#include <gatehouse/gatehouse.hpp>

#include <string>

namespace {

class Twin final : public gatehouse::instance {
  public:
    static constexpr gatehouse::about about{"twin", "1.0.0", {}, {}, {}, GH_CONCURRENT | GH_PROMPT};
    using instance::instance;

    gatehouse::outcome user_may_join_room(const gh_user_may_join_room &call, gatehouse::verdict_reply &reply) override
    {
        if (gatehouse::view(call.user_id) != listed) return gatehouse::outcome::next;
        return reply.deny_code("M_FORBIDDEN");
    }

    gatehouse::outcome check_event_for_spam(
        const gh_check_event_for_spam &call, gatehouse::event_verdict_reply &reply) override
    {
        std::string buffer;
        const auto body = read(call.event->text).text_at("/content/body", buffer);
        if (!body || body->find("spam") == std::string_view::npos) return gatehouse::outcome::next;
        return reply.deny_code("M_FORBIDDEN");
    }

  private:
    static constexpr std::string_view listed = "@user0999:example.org";
};

} // namespace

GATEHOUSE_MODULE(Twin)
