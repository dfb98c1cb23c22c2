#include "user_list.h"

#include <stdlib.h>
#include <string.h>

/* One block: the list, its entries in order, then the text that they point into. */
struct user_list {
    size_t count;
    gh_str users[];
};

static int compare(const void *left, const void *right)
{
    const gh_str *a = left, *b = right;
    int order = memcmp(a->ptr, b->ptr, a->len < b->len ? a->len : b->len);
    return order ? order : (a->len > b->len) - (a->len < b->len);
}

static size_t count_items(const gh_json_functions *json, gh_json array)
{
    size_t count = 0;
    uint64_t cursor = 0;
    gh_json item;
    while (json->next(array, &cursor, NULL, &item) == GH_FOUND)
        count++;
    return count;
}

static bool fill(struct user_list *list, size_t capacity, const gh_json_functions *json, gh_json array)
{
    char *text = (char *)&list->users[capacity], *end = text + array.text.len;
    uint64_t cursor = 0;
    gh_json item;
    size_t length;
    for (list->count = 0; list->count < capacity; list->count++, text += length) {
        if (json->next(array, &cursor, NULL, &item) != GH_FOUND) return false;
        if (json->unescape(item, text, (size_t)(end - text), &length) != GH_FOUND) return false;
        list->users[list->count] = gh_make_str(text, length);
    }
    return true;
}

struct user_list *user_list_make(const gh_json_functions *json, gh_json array)
{
    size_t capacity = count_items(json, array);
    /* The text of the array is enough room: no escape is shorter than what it stands for. */
    struct user_list *list = malloc(sizeof *list + capacity * sizeof list->users[0] + array.text.len);
    if (!list || !fill(list, capacity, json, array)) {
        free(list);
        return NULL;
    }
    qsort(list->users, list->count, sizeof list->users[0], compare);
    return list;
}

bool user_list_contains(const struct user_list *list, gh_str user_id)
{
    return bsearch(&user_id, list->users, list->count, sizeof list->users[0], compare) != NULL;
}

void user_list_free(struct user_list *list) { free(list); }
