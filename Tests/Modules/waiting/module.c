/* Blocks in user_may_join_room until the file of its configuration is there. It is for tests of those who have to wait,
   or will not: {"file": PATH}. */
#define _POSIX_C_SOURCE 200809L
#include <gatehouse/gatehouse.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct waiting {
    char file[4096];
};

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    const struct waiting *waiting = self;
    const struct timespec pause = {.tv_nsec = 1000 * 1000};
    (void)call;
    (void)reply;
    while (access(waiting->file, F_OK) != 0)
        nanosleep(&pause, NULL);
    return GH_NEXT;
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_json file;
    size_t length = 0;
    struct waiting *waiting = calloc(1, sizeof *waiting);
    if (!waiting) return gh_refuse(reply, GH_STR(""), GH_STR("no memory"));
    if (host->json->get(config, GH_STR("/file"), &file) != GH_FOUND ||
        host->json->unescape(file, waiting->file, sizeof waiting->file - 1, &length) != GH_FOUND) {
        free(waiting);
        return gh_refuse(reply, GH_STR("file"), GH_STR("must be a path"));
    }
    waiting->file[length] = '\0';
    *self = waiting;
    return GH_NEXT;
}

static void destroy(void *self) { free(self); }

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker, .user_may_join_room = user_may_join_room};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("waiting"),
    .flags = GH_CONCURRENT,
    .create = create,
    .destroy = destroy,
    .spam_checker = &spam_checker,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
