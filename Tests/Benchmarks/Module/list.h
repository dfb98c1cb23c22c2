/* A set of made-up user ids: @user0000:example.org, @user0001:example.org and so on. */
#ifndef LIST_H
#define LIST_H

#include <gatehouse/gatehouse.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIST_SLOTS 2048

struct list {
    uint16_t slots[LIST_SLOTS]; /* place in `users` plus 1; 0: nobody */
    size_t count;
    size_t seen; /* how often somebody on it was noticed */
    struct {
        size_t length;
        char name[24];
    } users[];
};

static inline uint64_t list_hash(gh_str text)
{
    uint64_t hash = text.len, word;
    size_t at = 0;
    for (; at + sizeof word <= text.len; at += sizeof word) {
        memcpy(&word, text.ptr + at, sizeof word);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
    }
    for (; at < text.len; at++)
        hash = (hash ^ (unsigned char)text.ptr[at]) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

static inline bool list_contains(const struct list *list, gh_str user)
{
    if (list == NULL) return false;
    for (size_t slot = list_hash(user) % LIST_SLOTS; list->slots[slot] != 0; slot = (slot + 1) % LIST_SLOTS) {
        const size_t place = list->slots[slot] - 1u;
        if (list->users[place].length == user.len && memcmp(list->users[place].name, user.ptr, user.len) == 0) {
            return true;
        }
    }
    return false;
}

/* NULL: no memory, or more than fit. */
static inline struct list *list_make(size_t count)
{
    if (count > LIST_SLOTS / 2) return NULL;
    struct list *list = calloc(1, sizeof *list + count * sizeof list->users[0]);
    if (list == NULL) return NULL;
    for (list->count = 0; list->count < count; list->count++) {
        char *name = list->users[list->count].name;
        const int length = snprintf(name, sizeof list->users[0].name, "@user%04zu:example.org", list->count);
        size_t slot = list_hash(gh_make_str(name, (size_t)length)) % LIST_SLOTS;
        while (list->slots[slot] != 0)
            slot = (slot + 1) % LIST_SLOTS;
        list->slots[slot] = (uint16_t)(list->count + 1);
        list->users[list->count].length = (size_t)length;
    }
    return list;
}

#endif
