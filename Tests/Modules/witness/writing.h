/* Writes arguments down, in words: field=<text> flag=yes number=7 absent=- record={...} list=[...] */
#ifndef WRITING_H
#define WRITING_H

#include <gatehouse/gatehouse.h>
#include <stdio.h>

/* What is written to, and the host's functions for handles. */
struct witness {
    const gh_host *host;
    char *path;
};
struct page {
    const gh_host *host;
    FILE *file;
};

void write_word(const struct page *page, const char *word);
void write_str(const struct page *page, gh_str str);
void write_json(const struct page *page, gh_json json);
void write_flag(const struct page *page, gh_bool flag);
void write_integer(const struct page *page, int64_t integer);
void write_maybe(const struct page *page, gh_maybe_int integer);
void write_event(const struct page *page, const gh_event *event);
void write_requester(const struct page *page, const gh_requester *requester);
void write_user_profile(const struct page *page, const gh_user_profile *profile);
void write_profile_info(const struct page *page, const gh_profile_info *profile);
void write_thumbnail(const struct page *page, const gh_thumbnail *thumbnail);
void write_file_info(const struct page *page, const gh_file_info *info);
void write_connection(const struct page *page, const gh_connection *connection);
void write_connections(const struct page *page, gh_connections connections);
void write_presence_state(const struct page *page, const gh_presence_state *state);
void write_presence_states(const struct page *page, gh_presence_states states);
void write_cookie(const struct page *page, uint64_t cookie);
void write_media_upload_limit(const struct page *page, const gh_media_upload_limit *limit);
void write_request(const struct page *page, const gh_request *request);
void write_delivery(const struct page *page, const gh_delivery *delivery);
void write_events(const struct page *page, gh_events events);
void write_state(const struct page *page, const gh_state *state);
void write_media(const struct page *page, const gh_media *media);

#endif
