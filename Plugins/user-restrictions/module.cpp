#include "rules.hpp"

namespace {

class UserRestrictions final : public gatehouse::instance {
  public:
    static constexpr gatehouse::about about{"user_restrictions", "1.0.0", "Gatehouse", "Apache-2.0",
        "Says by regular expressions who may invite and create rooms", GH_CONCURRENT | GH_PROMPT};

    static void configure(gatehouse::setup &setup) { Rules{setup}; }

    UserRestrictions(const gh_host &host, gatehouse::settings &settings) : instance(host), rules(settings) {}

    gatehouse::outcome user_may_invite(const gh_user_may_invite &call, gatehouse::verdict_reply &reply) override
    {
        return judge(gatehouse::view(call.inviter), &Permissions::invite, reply);
    }

    gatehouse::outcome user_may_create_room(
        const gh_user_may_create_room &call, gatehouse::verdict_reply &reply) override
    {
        return judge(gatehouse::view(call.user_id), &Permissions::create_room, reply);
    }

  private:
    gatehouse::outcome judge(std::string_view user_id, Permission permission, gatehouse::verdict_reply &reply) const
    {
        return rules.allow(user_id, permission) ? gatehouse::outcome::next : reply.deny_code("M_FORBIDDEN");
    }

    const Rules rules;
};

} // namespace

GATEHOUSE_MODULE(UserRestrictions)
