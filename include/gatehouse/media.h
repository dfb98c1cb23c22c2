/* Media files: what is known of one, and a handle to its bytes. */
#ifndef GATEHOUSE_MEDIA_H
#define GATEHOUSE_MEDIA_H

#include "outcome.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gh_thumbnail {
    size_t size;
    int64_t width;
    int64_t height;
    gh_str method; /* "crop" or "scale" */
    gh_str type; /* "image/png" */
    gh_maybe_int length; /* bytes */
} gh_thumbnail;

typedef struct gh_file_info {
    size_t size;
    gh_str server_name; /* absent: a file of this server */
    gh_str file_id;
    gh_bool url_cache; /* made for the preview of a link */
    const gh_thumbnail *thumbnail; /* NULL: the file itself */
} gh_file_info;

/* Belongs to the call that it came with and lives as long as the call's arguments. */
typedef struct gh_media gh_media;

/* Functions of the host. [any thread] [while the call's arguments live] */
typedef struct gh_media_functions {
    size_t size;

    /* Where the file lies, when this process can open it. GH_ABSENT: it cannot, use `read`. Do not write to it: it is
       the homeserver's. */
    gh_found (*path)(const gh_media *media, gh_str *path);

    /* Up to `capacity` bytes from `offset`; `got` tells how many, at least one with GH_FOUND.
       They may have to be fetched, for which this waits: a prompt callback is told GH_WOULD_BLOCK instead.
       GH_ABSENT: `offset` is at the end or behind it. GH_UNREACHABLE: they cannot be had, or the file has become
       shorter than it was when the call was made. */
    gh_found (*read)(const gh_media *media, uint64_t offset, void *buffer, size_t capacity, size_t *got);
} gh_media_functions;

#ifdef __cplusplus
}
#endif
#endif
