#include "script.h"

#include <stdlib.h>
#include <string.h>

/* The string at this place in `buffer`; absent where there is none. */
static gh_str text_at(const struct script *script, gh_json whole, gh_str pointer, char *buffer, size_t capacity)
{
    gh_json value;
    size_t length;
    if (script->json->get(whole, pointer, &value) != GH_FOUND) return GH_NO_STR;
    if (script->json->unescape(value, buffer, capacity, &length) != GH_FOUND) return GH_NO_STR;
    return gh_make_str(buffer, length);
}

void script_note(const struct script *script, const char *what, gh_str who)
{
    char path[1024];
    gh_str journal = text_at(script, script->config, GH_STR("/journal"), path, sizeof path - 1);
    if (gh_is_absent(journal)) return;
    path[journal.len] = 0;
    FILE *file = fopen(path, "a");
    if (!file) return;
    fprintf(file, "%s %.*s\n", what, (int)who.len, who.ptr);
    fclose(file);
}

static void note_outcome(const struct script *script, const char *what, gh_outcome outcome, gh_str of)
{
    char text[64];
    snprintf(text, sizeof text, "%s %u", what, (unsigned)outcome);
    script_note(script, text, of);
}

void script_leave_out(const struct script *script, gh_setup *setup)
{
    char buffer[256];
    uint64_t cursor = 0;
    gh_json list, item;
    if (script->json->get(script->config, GH_STR("/leave_out"), &list) != GH_FOUND) return;
    while (script->json->next(list, &cursor, NULL, &item) == GH_FOUND) {
        gh_str name = text_at(script, item, GH_STR(""), buffer, sizeof buffer);
        note_outcome(script, "leave_out", gh_leave_out(setup, name), name);
    }
}

void script_read_state(const struct script *script, gh_setup *setup)
{
    char types[256], keys[256];
    uint64_t cursor = 0;
    gh_json list, item;
    if (script->json->get(script->config, GH_STR("/read_state"), &list) != GH_FOUND) return;
    while (script->json->next(list, &cursor, NULL, &item) == GH_FOUND) {
        gh_str type = text_at(script, item, GH_STR("/0"), types, sizeof types);
        gh_str key = text_at(script, item, GH_STR("/1"), keys, sizeof keys);
        note_outcome(script, "read_state", gh_read_state(setup, type, key), type);
    }
}

void script_refuse(const struct script *script, gh_str pointer, gh_config_reply *reply)
{
    char paths[256], messages[256];
    uint64_t cursor = 0;
    gh_json list, item;
    if (script->json->get(script->config, pointer, &list) != GH_FOUND) return;
    while (script->json->next(list, &cursor, NULL, &item) == GH_FOUND) {
        gh_str path = text_at(script, item, GH_STR("/0"), paths, sizeof paths);
        gh_str message = text_at(script, item, GH_STR("/1"), messages, sizeof messages);
        if (gh_refuse(reply, path, message) != GH_FAILED) abort();
    }
}

gh_outcome script_outcome(const struct script *script, gh_str pointer)
{
    gh_json value;
    int64_t number = GH_NEXT;
    if (script->json->get(script->config, pointer, &value) == GH_FOUND) (void)script->json->integer(value, &number);
    return (gh_outcome)number;
}

bool script_copy(const struct script *script, struct script *copy)
{
    gh_str text = script->config.text;
    char *bytes = malloc(text.len + 1);
    if (!bytes) return false;
    memcpy(bytes, text.ptr, text.len);
    *copy = (struct script){.json = script->json, .config = gh_make_json(gh_make_str(bytes, text.len))};
    return true;
}

void script_free(struct script *script) { free((void *)script->config.text.ptr); }
