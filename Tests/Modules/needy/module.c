/* Cannot do without services that this host does not have, and would refuse every configuration. */
#include <gatehouse/gatehouse.h>

static const char *const services[] = {"gatehouse.http/1", "example.clock/2", NULL};

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    (void)config;
    (void)setup;
    return gh_refuse(reply, GH_STR(""), GH_STR("was asked all the same"));
}

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("needy"),
    .requires_services = services,
    .configure = configure,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
