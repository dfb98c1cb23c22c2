#include "clerk.h"

#include <stdio.h>

/* get KEY, put KEY VALUE [LIFETIME], cas KEY EXPECTED VALUE (- for none), add KEY BY [LIFETIME], remove KEY, keys [PREFIX];
   small KEY gets into a buffer of one byte, folder tells the data folder. */

static gh_str or_none(gh_str text) { return gh_equal(text, GH_STR("-")) ? GH_NO_STR : text; }

static gh_found list(const gh_store *store, gh_str prefix, char *text, size_t room)
{
    char key[512];
    size_t length, used = 0;
    gh_str last = GH_NO_STR;
    gh_found found;
    if (gh_is_absent(prefix)) prefix = GH_STR("");
    while ((found = store->next(store, prefix, last, key, &length)) == GH_FOUND) {
        used += (size_t)snprintf(text + used, room - used, "%s%.*s", used ? " " : "", (int)length, key);
        last = gh_make_str(key, length);
    }
    return found;
}

gh_found run_store(const struct clerk *clerk, const struct command *command, char *text, size_t room)
{
    const gh_store *store = gh_find_store(clerk->host);
    gh_str name = word(command, 0), key = word(command, 1);
    size_t length = 0;
    int64_t value = 0;
    if (gh_equal(name, GH_STR("folder"))) {
        gh_str folder = clerk->host->data_folder;
        snprintf(text, room, "%.*s", (int)folder.len, folder.len ? folder.ptr : "");
        return gh_is_absent(folder) ? GH_ABSENT : GH_FOUND;
    }
    if (store == NULL) return 0;
    if (gh_equal(name, GH_STR("get"))) return store->get(store, key, text, room - 1, &length);
    if (gh_equal(name, GH_STR("put"))) return store->put(store, key, word(command, 2), number(command, 3));
    if (gh_equal(name, GH_STR("cas"))) {
        return store->compare_and_set(store, key, or_none(word(command, 2)), or_none(word(command, 3)), 0);
    }
    if (gh_equal(name, GH_STR("add"))) {
        gh_found found = store->increment(store, key, number(command, 2), number(command, 3), &value);
        if (found == GH_FOUND) snprintf(text, room, "%lld", (long long)value);
        return found;
    }
    if (gh_equal(name, GH_STR("remove"))) return store->remove(store, key);
    if (gh_equal(name, GH_STR("keys"))) return list(store, key, text, room);
    if (gh_equal(name, GH_STR("small"))) {
        char small[1];
        gh_found found = store->get(store, key, small, sizeof small, &length);
        snprintf(text, room, "%zu", length);
        return found;
    }
    return 0;
}
