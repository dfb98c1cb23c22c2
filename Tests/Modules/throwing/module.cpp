// Throws where its configuration says: {"in": "create", "as": "number"}. All of its functions can also be called as
// what they are: the two that are exported for that take what they throw from their arguments.

#include <gatehouse/gatehouse.h>

#include <stdexcept>
#include <string>

namespace {

struct Settings {
    std::string in, as;
};

std::string text(const gh_json_functions &json, gh_json config, gh_str pointer)
{
    gh_json value;
    if (json.get(config, pointer, &value) != GH_FOUND) return "";
    std::string text(value.text.len, ' ');
    size_t length = 0;
    if (json.unescape(value, &text[0], text.size(), &length) != GH_FOUND) return "";
    text.resize(length);
    return text;
}

Settings read(const gh_json_functions &json, gh_json config)
{
    return {text(json, config, GH_STR("/in")), text(json, config, GH_STR("/as"))};
}

void thrown_in(const std::string &entry, const Settings &settings)
{
    if (settings.in != entry) return;
    if (settings.as == "number") throw 42;
    throw std::runtime_error("thrown in " + entry);
}

gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *)
{
    thrown_in("configure", read(*setup->json, config));
    return GH_NEXT;
}

gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *, void **self)
{
    const Settings settings = read(*host->json, config);
    thrown_in("create", settings);
    *self = new Settings(settings);
    return GH_NEXT;
}

void destroy(void *self)
{
    const Settings settings = *static_cast<Settings *>(self);
    delete static_cast<Settings *>(self);
    thrown_in("destroy", settings);
}

gh_outcome user_may_create_room(void *self, const gh_user_may_create_room *, gh_verdict_reply *)
{
    thrown_in("user_may_create_room", *static_cast<const Settings *>(self));
    return GH_NEXT;
}

constexpr gh_spam_checker_callbacks make_callbacks()
{
    gh_spam_checker_callbacks callbacks{};
    callbacks.size = sizeof callbacks;
    callbacks.user_may_create_room = user_may_create_room;
    return callbacks;
}

constexpr gh_spam_checker_callbacks callbacks = make_callbacks();

constexpr gh_module make_module()
{
    gh_module module{};
    module.size = sizeof(gh_module);
    module.major = GH_MAJOR;
    module.minor = GH_MINOR;
    module.name = GH_STR_INIT("throwing");
    module.flags = GH_PROMPT; // at once, and one call at a time
    module.configure = configure;
    module.create = create;
    module.destroy = destroy;
    module.spam_checker = &callbacks;
    return module;
}

constexpr gh_module module = make_module();

} // namespace

// A callback and a registration that throw: `call` and the host's name are the text of a std::runtime_error.
extern "C" {
GH_EXPORT gh_outcome throw_error(void *, const void *call, void *)
{
    throw std::runtime_error(static_cast<const char *>(call));
}

GH_EXPORT gh_outcome throw_number(void *, const void *, void *) { throw 42; }

GH_EXPORT gh_outcome throw_in_registration(const gh_host_info *host, gh_registration *)
{
    throw std::runtime_error("thrown at " + std::string(host->name.ptr, host->name.len));
}
}

gh_outcome gatehouse_module_register(const gh_host_info *, gh_registration *into) { return gh_register(into, &module); }
