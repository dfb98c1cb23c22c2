#include "writing.h"

#include <inttypes.h>

#include "fields.h"

void write_word(const struct page *page, const char *word) { fputs(word, page->file); }

static void write_bytes(const struct page *page, gh_str str)
{
    if (str.len > 0) (void)fwrite(str.ptr, 1, str.len, page->file);
}

void write_str(const struct page *page, gh_str str)
{
    write_word(page, gh_is_absent(str) ? "-" : "<");
    write_bytes(page, str);
    write_word(page, gh_is_absent(str) ? "" : ">");
}

void write_json(const struct page *page, gh_json json)
{
    if (gh_is_absent(json.text)) write_word(page, "-");
    write_bytes(page, json.text);
}

void write_flag(const struct page *page, gh_bool flag) { write_word(page, flag ? "yes" : "no"); }
void write_integer(const struct page *page, int64_t integer) { fprintf(page->file, "%" PRId64, integer); }

void write_cookie(const struct page *page, uint64_t cookie) { fprintf(page->file, "%" PRIu64, cookie); }

void write_maybe(const struct page *page, gh_maybe_int integer)
{
    if (integer.present) {
        write_integer(page, integer.value);
    } else {
        write_word(page, "-");
    }
}

#define FIELD(kind, field)                                                                                             \
    write_word(page, " " #field "=");                                                                                  \
    write_##kind(page, record->field);

/* A record that is shorter than this module knows it would be a mistake of the host. */
#define RECORD(name)                                                                                                   \
    void write_##name(const struct page *page, const gh_##name *record)                                                \
    {                                                                                                                  \
        if (!record) {                                                                                                 \
            write_word(page, "-");                                                                                     \
            return;                                                                                                    \
        }                                                                                                              \
        write_word(page, record->size == sizeof *record ? "{" : "{size!");                                             \
        FIELDS_##name(FIELD) write_word(page, " }");                                                                   \
    }

#define LIST(name)                                                                                                     \
    void write_##name##s(const struct page *page, gh_##name##s list)                                                   \
    {                                                                                                                  \
        write_word(page, "[");                                                                                         \
        for (size_t i = 0; i < list.count; i++) {                                                                      \
            write_word(page, " ");                                                                                     \
            write_##name(page, list.items[i]);                                                                         \
        }                                                                                                              \
        write_word(page, " ]");                                                                                        \
    }

RECORD(event)
RECORD(requester)
RECORD(user_profile)
RECORD(profile_info)
RECORD(connection)
RECORD(thumbnail)
RECORD(file_info)
RECORD(presence_state)
RECORD(media_upload_limit)
RECORD(request)
RECORD(delivery)
LIST(event)
LIST(connection)
LIST(presence_state)

void write_state(const struct page *page, const gh_state *state)
{
    uint64_t cursor = 0;
    const gh_event *event, *same;
    write_word(page, "[");
    while (page->host->state->next(state, &cursor, &event) == GH_FOUND) {
        write_word(page, " ");
        write_event(page, event);
        gh_found found = page->host->state->get(state, event->type, event->state_key, &same);
        if (found != GH_FOUND || same != event) write_word(page, " not found by its type and key!");
    }
    write_word(page, " ]");
}

/* Three bytes at a time, so that reading on is asked for too. */
void write_media(const struct page *page, const gh_media *media)
{
    char bytes[3];
    size_t got;
    gh_str path = GH_NO_STR;
    write_word(page, "{ bytes=<");
    for (uint64_t at = 0; page->host->media->read(media, at, bytes, sizeof bytes, &got) == GH_FOUND; at += got) {
        write_bytes(page, gh_make_str(bytes, got));
    }
    write_word(page, "> path=");
    (void)page->host->media->path(media, &path);
    write_str(page, path);
    write_word(page, " }");
}
