#include "settings.hpp"

#include <memory>
#include <string_view>
#include <vector>

// Exceptions, such as std::bad_alloc, may leave these functions: the host takes them for a failure.
namespace {

bool contains(const UserIDs &users, gh_str user_id)
{
    return users.find(std::string_view(user_id.ptr, user_id.len)) != users.end();
}

gh_outcome send_updates(
    const gh_presence_states &updates, const UserIDs &blacklist, gh_str recipient, gh_presence_reply *reply)
{
    // Where all users are on the blacklist, an empty entry remains.
    gh_outcome outcome = gh_presence_add(reply, recipient, nullptr);
    for (size_t i = 0; i < updates.count && outcome == GH_ANSWERED; i++) {
        if (contains(blacklist, updates.items[i]->user_id)) continue;
        outcome = gh_presence_add(reply, recipient, updates.items[i]);
    }
    return outcome;
}

gh_outcome get_users_for_states(void *self, const gh_get_users_for_states *call, gh_presence_reply *reply)
{
    const auto &settings = *static_cast<const Settings *>(self);
    gh_outcome outcome = GH_NEXT;
    for (const std::string &user : settings.always_send_to_users) {
        const gh_str recipient = gh_make_str(user.data(), user.size());
        outcome = send_updates(call->state_updates, settings.blacklisted_users, recipient, reply);
        if (outcome != GH_ANSWERED) break;
    }
    return outcome;
}

gh_outcome get_interested_users(void *self, const gh_get_interested_users *call, gh_users_reply *reply)
{
    const auto &settings = *static_cast<const Settings *>(self);
    return contains(settings.always_send_to_users, call->user_id) ? gh_users_add_everyone(reply) : GH_NEXT;
}

gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    return check_settings(*setup->json, config, reply);
}

// Who gets everybody's presence gets what there is now, too. Only where there is a homeserver that is granted.
void send_presence_now(const gh_host *host, const UserIDs &users)
{
    const gh_homeserver *homeserver = gh_find_homeserver(host);
    if (homeserver == nullptr || users.empty()) return;
    std::vector<gh_str> list;
    for (const std::string &user : users)
        list.push_back(gh_make_str(user.data(), user.size()));
    homeserver->send_local_online_presence_to(homeserver, list.data(), list.size(), nullptr, nullptr);
}

gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *, void **self)
{
    auto settings = std::make_unique<Settings>(read_settings(*host->json, config));
    send_presence_now(host, settings->always_send_to_users);
    *self = settings.release();
    return GH_NEXT;
}

void destroy(void *self) { delete static_cast<Settings *>(self); }

constexpr gh_presence_router_callbacks callbacks = {
    sizeof(gh_presence_router_callbacks), 0, get_users_for_states, get_interested_users};

constexpr gh_module make_module()
{
    gh_module module{};
    module.size = sizeof(gh_module);
    module.major = GH_MAJOR;
    module.minor = GH_MINOR;
    module.name = GH_STR_INIT("presence_router");
    module.version = GH_STR_INIT("1.0.0");
    module.vendor = GH_STR_INIT("Gatehouse");
    module.licence = GH_STR_INIT("Apache-2.0");
    module.description = GH_STR_INIT("Sends the presence of everybody to some users");
    module.flags = GH_CONCURRENT | GH_PROMPT;
    module.configure = configure;
    module.create = create;
    module.destroy = destroy;
    module.presence_router = &callbacks;
    return module;
}

constexpr gh_module module = make_module();

} // namespace

gh_outcome gatehouse_module_register(const gh_host_info *, gh_registration *into) { return gh_register(into, &module); }
