#include "directory.hpp"

namespace {

class DirectoryLogin final : public gatehouse::instance {
  public:
    // A password takes its time to check, so that this is not for an event loop.
    static constexpr gatehouse::about about{
        "directory_login", "1.0.0", "Gatehouse", "Apache-2.0", "Logs in who is in the directory", GH_CONCURRENT};

    static void configure(gatehouse::setup &setup)
    {
        Directory{setup};
        setup.check_logins("m.login.password", {"password"});
    }

    DirectoryLogin(const gh_host &host, gatehouse::settings &settings) : instance(host), directory(settings) {}

    gatehouse::outcome auth_checkers(const gh_auth_checkers &call, gatehouse::login_reply &reply) override
    {
        std::string buffer;
        const auto password = read(call.login_dict).text_at("/password", buffer);
        if (!password) return gatehouse::outcome::next;
        return log_in(directory.user_id_by_name(gatehouse::view(call.username), std::string(*password)), reply);
    }

    gatehouse::outcome check_3pid_auth(const gh_check_3pid_auth &call, gatehouse::login_reply &reply) override
    {
        if (gatehouse::view(call.medium) != "email") return gatehouse::outcome::next;
        const std::string password(gatehouse::view(call.password));
        return log_in(directory.user_id_by_mail(gatehouse::view(call.address), password), reply);
    }

  private:
    static gatehouse::outcome log_in(const std::string &user_id, gatehouse::login_reply &reply)
    {
        return user_id.empty() ? gatehouse::outcome::next : reply.log_in(user_id);
    }

    const Directory directory;
};

} // namespace

GATEHOUSE_MODULE(DirectoryLogin)
