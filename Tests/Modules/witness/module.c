/* Writes every call into the file that its configuration names, a line a call, and has nothing against it. */
#include <stdlib.h>

#include "../scripted/callbacks.h"
#include "../scripted/taking_part.h"
#include "fields.h"
#include "writing.h"

#define FIELD(kind, field)                                                                                             \
    write_word(&page, " " #field "=");                                                                                 \
    write_##kind(&page, call->field);

#define CALLBACK(category, name, kind, answer)                                                                         \
    static gh_outcome name(void *self, const gh_##name *call, gh_##kind##_reply *reply)                                \
    {                                                                                                                  \
        const struct witness *witness = self;                                                                          \
        struct page page = {.host = witness->host, .file = fopen(witness->path, "a")};                                 \
        if (!page.file) return gh_fail(reply, GH_STR("its file cannot be opened"));                                    \
        write_word(&page, #category "." #name);                                                                        \
        if (call->size != sizeof *call) write_word(&page, " has another size!");                                       \
        FIELDS_##name(FIELD) write_word(&page, "\n");                                                                  \
        return fclose(page.file) == 0 ? GH_NEXT : gh_fail(reply, GH_STR("its file cannot be written"));                \
    }

CALLBACKS(CALLBACK)
CALLBACK(third_party_rules, on_create_room, rewriting, rewriting)

TABLES

static void destroy(void *self)
{
    struct witness *witness = self;
    free(witness->path);
    free(witness);
}

static char *file_of(const gh_json_functions *json, gh_json config)
{
    gh_json file;
    size_t length;
    if (json->get(config, GH_STR("/file"), &file) != GH_FOUND || !gh_json_is_string(file)) return NULL;
    char *path = calloc(file.text.len, 1); /* enough: what is in the quotes, and a NUL */
    if (path && json->unescape(file, path, file.text.len - 1, &length) == GH_FOUND) return path;
    free(path);
    return NULL;
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    struct witness *witness = malloc(sizeof *witness);
    char *path = file_of(host->json, config);
    if (!witness || !path) {
        free(path);
        free(witness);
        return gh_refuse(reply, GH_STR("file"), GH_STR("must be a path"));
    }
    *witness = (struct witness){.host = host, .path = path};
    *self = witness;
    return GH_NEXT;
}

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    (void)reply;
    return leave_out_exclusive(setup, config) == GH_NEXT ? check_logins(setup, GH_STR("m.login.password")) : GH_FAILED;
}

static const gh_module module = {.size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("witness"),
    .flags = GH_PROMPT,
    .configure = configure,
    .create = create,
    .destroy = destroy,
    IN_RECORD};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
