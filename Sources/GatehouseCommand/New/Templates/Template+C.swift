/// A module in C11.
extension Template {
    static let c = Template(
        files: [File("module.c", "the module", moduleC)],
        test: "module_test.c", rules: rulesC)
}

/// `module.c`
private let moduleC = #"""
    /* Refuses users who join a room without an invite and whose ids begin with a configured prefix. */
    #include <gatehouse/gatehouse.h>

    #include <stdlib.h>

    /* An instance: what the callbacks get as `self`. */
    struct door {
        size_t length;
        char prefix[];
    };

    static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
    {
        const struct door *door = self;
        if (call->is_invited || !gh_has_prefix(call->user_id, gh_make_str(door->prefix, door->length))) return GH_NEXT;
        return gh_deny_with(reply, GH_M_FORBIDDEN, GH_JSON("{\"error\": \"You need an invite\"}"));
    }

    /* Looks at the configuration and keeps nothing: may be called just to look. */
    static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
    {
        gh_json prefix;
        if (setup->json->get(config, GH_STR("/prefix"), &prefix) != GH_FOUND) {
            return gh_refuse(reply, GH_STR("prefix"), GH_STR("is missing; give what the user ids of guests begin with"));
        }
        if (!gh_json_is_string(prefix)) return gh_refuse(reply, GH_STR("prefix"), GH_STR("must be a string"));
        return GH_NEXT;
    }

    static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
    {
        gh_json prefix = GH_NO_JSON;
        if (host->json->get(config, GH_STR("/prefix"), &prefix) != GH_FOUND) return GH_FAILED;
        /* The unescaped text is never longer than the JSON text. */
        struct door *door = calloc(1, sizeof *door + prefix.text.len);
        if (!door || host->json->unescape(prefix, door->prefix, prefix.text.len, &door->length) != GH_FOUND) {
            free(door);
            return gh_refuse(reply, GH_STR("prefix"), GH_STR("could not be kept, perhaps for want of memory"));
        }
        *self = door;
        return GH_NEXT;
    }

    static const gh_spam_checker_callbacks spam_checker = {
        .size = sizeof spam_checker,
        .user_may_join_room = user_may_join_room,
    };

    static const gh_module module = {
        .size = sizeof module,
        .major = GH_MAJOR,
        .minor = GH_MINOR,
        .name = GH_STR_INIT("@LIBRARY@"),
        .version = GH_STR_INIT("0.1.0"),
        .flags = GH_CONCURRENT | GH_PROMPT, /* any number of threads may call it, and it never waits */
        .configure = configure,
        .create = create,
        .destroy = free,
        .spam_checker = &spam_checker,
    };

    /* The one function that a host looks for. */
    GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
    {
        (void)host;
        return gh_register(into, &module);
    }
    """#

/// In the Makefile.
private let rulesC = #"""
    CFLAGS = -O2 -g
    FLAGS = -std=c11 -Wall -Wextra -Wpedantic -fPIC -fvisibility=hidden $(contract)
    SANITIZE = -fsanitize=address,undefined

    $(module): module.c
    	@mkdir -p build
    	$(CC) $(FLAGS) $(CFLAGS) -shared -Wl,-z,defs -o $@ module.c

    # The module and its test are one program.
    build/module_test: module_test.c module.c
    	@mkdir -p build
    	$(CC) $(FLAGS) $(CFLAGS) $(SANITIZE) -o $@ module_test.c module.c
    """#
