/* Room state and media files of a test: what the handles in arguments point to. */
#ifndef GATEHOUSE_TESTING_HANDLES_H
#define GATEHOUSE_TESTING_HANDLES_H

#include "memory.h"

typedef struct gh_test_state {
    const gh_event *const *events;
    size_t count;
    const gh_bool *unreachable; /* yes: look-ups say GH_UNREACHABLE; it belongs to the host of the test */
} gh_test_state;

typedef struct gh_test_media {
    gh_str bytes;
    gh_str path; /* absent: only the bytes can be had */
} gh_test_media;

static inline gh_found gh_test_state_next(const gh_state *handle, uint64_t *cursor, const gh_event **event)
{
    const gh_test_state *state = (const gh_test_state *)(const void *)handle;
    if (*state->unreachable) return GH_UNREACHABLE;
    if (*cursor >= state->count) return GH_ABSENT;
    *event = state->events[(*cursor)++];
    return GH_FOUND;
}

static inline gh_found gh_test_state_get(const gh_state *handle, gh_str type, gh_str state_key, const gh_event **event)
{
    uint64_t cursor = 0;
    const gh_event *candidate;
    gh_found found;
    while ((found = gh_test_state_next(handle, &cursor, &candidate)) == GH_FOUND) {
        if (!gh_equal(candidate->type, type) || !gh_equal(candidate->state_key, state_key)) continue;
        *event = candidate;
        return GH_FOUND;
    }
    return found;
}

static inline const gh_state_functions *gh_test_state_functions(void)
{
    static const gh_state_functions functions = {
        sizeof(gh_state_functions), gh_test_state_get, gh_test_state_next, NULL};
    return &functions;
}

static inline gh_found gh_test_media_path(const gh_media *handle, gh_str *path)
{
    const gh_test_media *media = (const gh_test_media *)(const void *)handle;
    if (gh_is_absent(media->path)) return GH_ABSENT;
    *path = media->path;
    return GH_FOUND;
}

static inline gh_found gh_test_media_read(
    const gh_media *handle, uint64_t offset, void *buffer, size_t capacity, size_t *got)
{
    const gh_test_media *media = (const gh_test_media *)(const void *)handle;
    if (capacity == 0) return GH_UNREACHABLE;
    if (offset >= media->bytes.len) return GH_ABSENT;
    const size_t left = media->bytes.len - (size_t)offset;
    *got = left < capacity ? left : capacity;
    memcpy(buffer, media->bytes.ptr + offset, *got);
    return GH_FOUND;
}

static inline const gh_media_functions *gh_test_media_functions(void)
{
    static const gh_media_functions functions = {sizeof(gh_media_functions), gh_test_media_path, gh_test_media_read};
    return &functions;
}

#endif
