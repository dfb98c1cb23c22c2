#include "directory.hpp"
#include "newcomer.hpp"

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

    DirectoryLogin(const gh_host &host, gatehouse::settings &settings)
        : instance(host), directory(settings), homeserver(gh_find_homeserver(&host))
    {
        if (homeserver != nullptr && gatehouse::view(homeserver->server_name) != directory.server())
            settings.refuse("server", "is not the name of the homeserver, which would make accounts with another");
    }

    gatehouse::outcome auth_checkers(const gh_auth_checkers &call, gatehouse::login_reply &reply) override
    {
        std::string buffer;
        const auto password = read(call.login_dict).text_at("/password", buffer);
        if (!password) return gatehouse::outcome::next;
        return log_in(directory.by_name(gatehouse::view(call.username), *password), reply);
    }

    gatehouse::outcome check_3pid_auth(const gh_check_3pid_auth &call, gatehouse::login_reply &reply) override
    {
        if (gatehouse::view(call.medium) != "email") return gatehouse::outcome::next;
        return log_in(directory.by_mail(gatehouse::view(call.address), gatehouse::view(call.password)), reply);
    }

  private:
    // Where there is a homeserver that makes accounts, the first login makes one.
    gatehouse::outcome log_in(const Directory::Entry *entry, gatehouse::login_reply &reply) const
    {
        if (entry == nullptr) return gatehouse::outcome::next;
        const std::string user_id = directory.user_id(*entry);
        if (homeserver == nullptr) return reply.log_in(user_id);
        auto newcomer = std::make_unique<Newcomer>(host(), entry->uid, entry->name, user_id);
        return Newcomer::let_in(std::move(newcomer), *homeserver, reply);
    }

    const Directory directory;
    const gh_homeserver *const homeserver; // null: not offered, or not granted
};

} // namespace

GATEHOUSE_MODULE(DirectoryLogin)
