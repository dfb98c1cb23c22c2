/* Leaves a cookie with every answer, and writes down which come back, a line each:

       {"file": PATH, "cookie": 7, "outcome": 3, "rewrite": {...}}

   `outcome` is what it returns after it has answered, whatever that was. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "../scripted/taking_part.h"

struct jar {
    const gh_host *host;
    char *path;
    uint64_t cookie;
    gh_outcome outcome;
    gh_json rewrite;
};

static gh_outcome answered(const struct jar *jar, gh_outcome outcome)
{
    return jar->outcome == 0 ? outcome : jar->outcome;
}

static gh_outcome note(const struct jar *jar, const char *callback, uint64_t cookie, gh_str text)
{
    FILE *file = fopen(jar->path, "a");
    if (!file) return GH_FAILED;
    fprintf(file, "%s %" PRIu64 " %.*s\n", callback, cookie, (int)text.len, gh_is_absent(text) ? "" : text.ptr);
    return fclose(file) == 0 ? GH_NEXT : GH_FAILED;
}

static gh_outcome auth_checkers(void *self, const gh_auth_checkers *call, gh_login_reply *reply)
{
    const struct jar *jar = self;
    (void)call;
    return answered(jar, gh_log_in_with(reply, GH_STR("@a:x.org"), jar->cookie));
}

static gh_outcome check_3pid_auth(void *self, const gh_check_3pid_auth *call, gh_login_reply *reply)
{
    const struct jar *jar = self;
    (void)call;
    return answered(jar, gh_log_in_with(reply, GH_STR("@b:x.org"), jar->cookie));
}

static gh_outcome post_login(void *self, const gh_post_login *call, gh_rewriting_reply *reply)
{
    const struct jar *jar = self;
    if (note(jar, "post_login", call->cookie, call->login_response.text) != GH_NEXT) return GH_FAILED;
    return gh_is_absent(jar->rewrite.text) ? GH_NEXT : gh_rewrite(reply, jar->rewrite);
}

static gh_outcome post_login_unused(void *self, const gh_post_login_unused *call, gh_notice_reply *reply)
{
    (void)reply;
    return note(self, "post_login_unused", call->cookie, GH_NO_STR);
}

static gh_outcome on_update(void *self, const gh_on_update *call, gh_update_reply *reply)
{
    const struct jar *jar = self;
    (void)call;
    return answered(jar, gh_open_update_with(reply, 100, jar->cookie));
}

static gh_outcome on_update_left(void *self, const gh_on_update_left *call, gh_notice_reply *reply)
{
    (void)reply;
    return note(self, "on_update_left", call->cookie, call->error);
}

static gh_outcome on_update_unused(void *self, const gh_on_update_unused *call, gh_notice_reply *reply)
{
    (void)reply;
    return note(self, "on_update_unused", call->cookie, GH_NO_STR);
}

static const gh_password_auth_provider_callbacks password_auth_provider = {
    .size = sizeof password_auth_provider,
    .auth_checkers = auth_checkers,
    .check_3pid_auth = check_3pid_auth,
    .post_login = post_login,
    .post_login_unused = post_login_unused,
};

static const gh_background_update_controller_callbacks background_update_controller = {
    .size = sizeof background_update_controller,
    .on_update = on_update,
    .on_update_left = on_update_left,
    .on_update_unused = on_update_unused,
};

static void destroy(void *self)
{
    struct jar *jar = self;
    (void)note(jar, "destroyed", 0, GH_NO_STR);
    free(jar->path);
    free((void *)jar->rewrite.text.ptr);
    free(jar);
}

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    (void)config;
    (void)reply;
    return check_logins(setup, GH_STR("m.login.password"));
}

static int64_t integer_at(const gh_json_functions *json, gh_json config, gh_str pointer)
{
    gh_json value;
    int64_t integer = 0;
    if (json->get(config, pointer, &value) == GH_FOUND) (void)json->integer(value, &integer);
    return integer;
}

/* A copy of its own of what stands at `pointer`, with a NUL behind it; absent where there is none. */
static gh_str copy_at(const gh_json_functions *json, gh_json config, gh_str pointer)
{
    gh_json value;
    if (json->get(config, pointer, &value) != GH_FOUND) return GH_NO_STR;
    char *copy = calloc(value.text.len + 1, 1);
    if (!copy) return GH_NO_STR;
    memcpy(copy, value.text.ptr, value.text.len);
    return gh_make_str(copy, value.text.len);
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    struct jar *jar = calloc(1, sizeof *jar);
    gh_str file = copy_at(host->json, config, GH_STR("/file"));
    size_t length = 0;
    if (!jar || gh_is_absent(file)) return gh_refuse(reply, GH_STR("file"), GH_STR("must be a path"));
    jar->host = host;
    jar->path = calloc(file.len, 1);
    jar->cookie = (uint64_t)integer_at(host->json, config, GH_STR("/cookie"));
    jar->outcome = (gh_outcome)integer_at(host->json, config, GH_STR("/outcome"));
    jar->rewrite = gh_make_json(copy_at(host->json, config, GH_STR("/rewrite")));
    if (jar->path) (void)host->json->unescape(gh_make_json(file), jar->path, file.len - 1, &length);
    free((void *)file.ptr);
    *self = jar;
    return GH_NEXT;
}

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("cookies"),
    .flags = GH_CONCURRENT | GH_PROMPT,
    .configure = configure,
    .create = create,
    .destroy = destroy,
    .password_auth_provider = &password_auth_provider,
    .background_update_controller = &background_update_controller,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
