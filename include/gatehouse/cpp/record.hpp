// From a class to the record that is handed over. Nothing in here is for module authors.
#ifndef GATEHOUSE_CPP_RECORD_HPP
#define GATEHOUSE_CPP_RECORD_HPP

#include "instance.hpp"
#include "settings.hpp"

#include <exception>
#include <memory>
#include <type_traits>
#include <utility>

#pragma GCC visibility push(hidden)
namespace gatehouse::detail {

// -- callbacks --

inline gh_outcome fail(gh_reply *reply, const failure &failure) noexcept
{
    const gh_str code = failure.errcode.empty() ? GH_NO_STR : c(failure.errcode);
    const json_text fields = failure.fields.empty() ? json_text() : json_text(failure.fields);
    return gh_reply_fail_with(reply, failure.status, code, c(failure.what()), fields.value);
}

// The C function for an overridden callback of `Class`. An exception ends here.
template <typename Class, auto callback, typename Type = decltype(callback)> struct slot;

template <typename Class, auto callback, typename Owner, typename Call, typename Reply>
struct slot<Class, callback, outcome (Owner::*)(const Call &, Reply &)> {
    static constexpr bool is_overridden = true;

    static gh_outcome function(void *self, const Call *call, typename Reply::c_type *c_reply) noexcept
    {
        try {
            Reply reply(c_reply);
            return static_cast<gh_outcome>((static_cast<Class *>(self)->*callback)(*call, reply));
        } catch (const failure &failure) {
            return fail(&c_reply->base, failure);
        } catch (const std::exception &exception) {
            return gh_fail(c_reply, c(exception.what()));
        } catch (...) {
            return gh_fail(c_reply, GH_STR("an exception that is no std::exception"));
        }
    }
};

// What `instance` itself has is not overridden.
template <typename Class, auto callback, typename Call, typename Reply>
struct slot<Class, callback, outcome (instance::*)(const Call &, Reply &)> {
    static constexpr bool is_overridden = false;
    static constexpr std::nullptr_t function = nullptr;
};

template <typename Table> struct category {
    Table table{};
    size_t offered = 0;

    template <typename Slot, typename Function> constexpr void set(Function &function)
    {
        function = Slot::function;
        offered += Slot::is_overridden;
    }

    constexpr const Table *pointer() const { return offered == 0 ? nullptr : &table; }
};

#define GATEHOUSE_SET(name, kind) made.template set<slot<Class, &Class::name>>(made.table.name);
#define GATEHOUSE_CATEGORY(category_name, CALLBACKS) GATEHOUSE_TABLE(category_name, category_name, CALLBACKS)
#define GATEHOUSE_TABLE(field, category_name, CALLBACKS)                                                               \
    template <typename Class> constexpr auto make_##field()                                                            \
    {                                                                                                                  \
        category<gh_##category_name##_callbacks> made;                                                                 \
        made.table.size = sizeof made.table;                                                                           \
        CALLBACKS(GATEHOUSE_SET)                                                                                       \
        return made;                                                                                                   \
    }                                                                                                                  \
    template <typename Class> constexpr auto field = make_##field<Class>();
GATEHOUSE_CATEGORY(spam_checker, GATEHOUSE_SPAM_CHECKER)
GATEHOUSE_CATEGORY(third_party_rules, GATEHOUSE_THIRD_PARTY_RULES)
GATEHOUSE_CATEGORY(presence_router, GATEHOUSE_PRESENCE_ROUTER)
GATEHOUSE_CATEGORY(account_validity, GATEHOUSE_ACCOUNT_VALIDITY)
GATEHOUSE_CATEGORY(password_auth_provider, GATEHOUSE_PASSWORD_AUTH_PROVIDER)
GATEHOUSE_CATEGORY(media_repository, GATEHOUSE_MEDIA_REPOSITORY)
GATEHOUSE_CATEGORY(background_update_controller, GATEHOUSE_BACKGROUND_UPDATE_CONTROLLER)
GATEHOUSE_CATEGORY(account_data, GATEHOUSE_ACCOUNT_DATA)
GATEHOUSE_CATEGORY(ratelimit, GATEHOUSE_RATELIMIT)
GATEHOUSE_TABLE(unsigned_fields, unsigned, GATEHOUSE_UNSIGNED)
GATEHOUSE_CATEGORY(federation, GATEHOUSE_FEDERATION)
#undef GATEHOUSE_TABLE
#undef GATEHOUSE_CATEGORY
#undef GATEHOUSE_SET

// -- the life of an instance --

// Runs `body` with settings; whatever was refused or thrown refuses the configuration.
template <typename Settings, typename Body> gh_outcome configured(Settings settings, Body body) noexcept
{
    try {
        body(settings);
    } catch (const mistake &mistake) {
        settings.refuse(mistake.key_path, mistake.what());
    } catch (const std::exception &exception) {
        settings.refuse("", exception.what());
    } catch (...) {
        settings.refuse("", "an exception that is no std::exception");
    }
    return settings.is_refused() ? GH_FAILED : GH_NEXT;
}

template <typename Class> gh_outcome configure(gh_json config, gh_setup *c_setup, gh_config_reply *reply) noexcept
{
    return configured(
        setup(json(config, c_setup->json), reply, c_setup), [](setup &setup) { Class::configure(setup); });
}

template <typename Class> Class *make(const gh_host &host, settings &settings)
{
    if constexpr (std::is_constructible_v<Class, const gh_host &, gatehouse::settings &>)
        return new Class(host, settings);
    else
        return new Class(host);
}

template <typename Class>
gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self) noexcept
{
    return configured(settings(json(config, host->json), reply), [&](settings &settings) {
        std::unique_ptr<Class> made(make<Class>(*host, settings));
        if (!settings.is_refused()) *self = made.release();
    });
}

template <typename Class> void destroy(void *self) noexcept { delete static_cast<Class *>(self); }

template <typename Class> void cancel(void *self, uint64_t ticket) noexcept
{
    static_cast<Class *>(self)->cancel(ticket);
}

template <typename Class, typename = void> struct has_configure : std::false_type {
};
template <typename Class>
struct has_configure<Class, std::void_t<decltype(Class::configure(std::declval<setup &>()))>> : std::true_type {
};

template <typename Class>
constexpr bool has_cancel = !std::is_same_v<decltype(&Class::cancel), decltype(&instance::cancel)>;

// -- the record --

constexpr gh_str text_or_absent(std::string_view text) { return text.empty() ? GH_NO_STR : c(text); }

template <typename Class> constexpr gh_module describe()
{
    constexpr about about = Class::about;
    static_assert(!about.name.empty(), "a module needs a name");
    gh_module module{};
    module.size = sizeof(gh_module);
    module.major = GH_MAJOR;
    module.minor = GH_MINOR;
    module.name = c(about.name);
    module.version = text_or_absent(about.version);
    module.vendor = text_or_absent(about.vendor);
    module.licence = text_or_absent(about.licence);
    module.description = text_or_absent(about.description);
    module.flags = about.flags;
    module.requires_services = about.requires_services;
    return module;
}

// What takes cookies back is overridden in pairs, and nothing controls updates without on_update.
template <typename Class> constexpr void check_pairs()
{
    constexpr auto &logins = password_auth_provider<Class>.table;
    static_assert((logins.post_login == nullptr) == (logins.post_login_unused == nullptr),
        "override post_login and post_login_unused, or neither");
    constexpr auto &updates = background_update_controller<Class>.table;
    static_assert((updates.on_update_left == nullptr) == (updates.on_update_unused == nullptr),
        "override on_update_left and on_update_unused, or neither");
    static_assert(background_update_controller<Class>.offered == 0 || updates.on_update != nullptr,
        "a background update controller overrides on_update");
}

template <typename Class> constexpr gh_module make_record()
{
    static_assert(std::is_base_of_v<instance, Class>, "derive from gatehouse::instance");
    static_assert(presence_router<Class>.offered != 1, "a presence router overrides both callbacks");
    check_pairs<Class>();
    gh_module module = describe<Class>();
    if constexpr (has_configure<Class>::value) module.configure = configure<Class>;
    module.create = create<Class>;
    module.destroy = destroy<Class>;
    if constexpr (has_cancel<Class>) module.cancel = cancel<Class>;
    module.spam_checker = spam_checker<Class>.pointer();
    module.third_party_rules = third_party_rules<Class>.pointer();
    module.presence_router = presence_router<Class>.pointer();
    module.account_validity = account_validity<Class>.pointer();
    module.password_auth_provider = password_auth_provider<Class>.pointer();
    module.media_repository = media_repository<Class>.pointer();
    module.background_update_controller = background_update_controller<Class>.pointer();
    module.account_data = account_data<Class>.pointer();
    module.ratelimit = ratelimit<Class>.pointer();
    module.unsigned_fields = unsigned_fields<Class>.pointer();
    module.federation = federation<Class>.pointer();
    return module;
}

template <typename Class> constexpr gh_module record = make_record<Class>();

} // namespace gatehouse::detail
#pragma GCC visibility pop

#endif
