// Every kind of answer that is a value, and cookies, said in C++.
#include <gatehouse/gatehouse.hpp>

namespace {

class Voices final : public gatehouse::instance {
  public:
    static constexpr gatehouse::about about{"voices", "1.0.0", {}, {}, {}, GH_CONCURRENT | GH_PROMPT};
    using instance::instance;

    static void configure(gatehouse::setup &setup)
    {
        setup.check_logins("m.login.password", {"password", "pin"});
        setup.check_logins("org.example.none", {});
    }

    gatehouse::outcome is_user_expired(const gh_is_user_expired &, gatehouse::truth_reply &reply) override
    {
        return reply.give(false);
    }

    gatehouse::outcome on_legacy_renew(const gh_on_legacy_renew &, gatehouse::renewal_reply &reply) override
    {
        return reply.renew(true, false, 9);
    }

    gatehouse::outcome on_legacy_admin_request(
        const gh_on_legacy_admin_request &, gatehouse::number_reply &reply) override
    {
        return reply.give(7);
    }

    gatehouse::outcome auth_checkers(const gh_auth_checkers &call, gatehouse::login_reply &reply) override
    {
        return reply.log_in(gatehouse::view(call.username), 7);
    }

    gatehouse::outcome check_3pid_auth(const gh_check_3pid_auth &call, gatehouse::login_reply &reply) override
    {
        return reply.log_in(gatehouse::view(call.address));
    }

    gatehouse::outcome get_username_for_registration(
        const gh_get_username_for_registration &, gatehouse::text_reply &reply) override
    {
        return reply.give("name");
    }

    gatehouse::outcome post_login(const gh_post_login &call, gatehouse::rewriting_reply &reply) override
    {
        if (call.cookie != 7) throw gatehouse::failure(400, "M_UNKNOWN", "another cookie");
        return reply.rewrite(read(call.login_response));
    }

    gatehouse::outcome post_login_unused(const gh_post_login_unused &, gatehouse::notice_reply &) override
    {
        return gatehouse::outcome::next;
    }

    gatehouse::outcome get_media_config_for_user(
        const gh_get_media_config_for_user &, gatehouse::object_reply &reply) override
    {
        return reply.give(gatehouse::json_text("{\"a\": 1}"));
    }

    gatehouse::outcome get_media_upload_limits_for_user(
        const gh_get_media_upload_limits_for_user &call, gatehouse::limits_reply &reply) override
    {
        if (gatehouse::view(call.user_id) == "@free:x.org") return reply.none();
        return reply.add({sizeof(gh_media_upload_limit), 1, 2000, GH_NO_STR, 1});
    }

    gatehouse::outcome on_update(const gh_on_update &, gatehouse::update_reply &reply) override
    {
        return reply.open(100);
    }

    gatehouse::outcome get_ratelimit_override_for_user(
        const gh_get_ratelimit_override_for_user &, gatehouse::override_reply &reply) override
    {
        return reply.give(0.5, 3);
    }
};

} // namespace

GATEHOUSE_MODULE(Voices)
