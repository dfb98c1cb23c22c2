#include "accounts.h"

#include <stdlib.h>

/* Says what is wrong with one entry, at its place: "accounts.@a:example.org". */
static gh_outcome refuse_entry(gh_json key, gh_str message, gh_config_reply *reply)
{
    const gh_str prefix = GH_STR("accounts."), name = gh_make_str(key.text.ptr + 1, key.text.len - 2);
    char *path = malloc(prefix.len + name.len);
    if (!path) return gh_refuse(reply, GH_STR("accounts"), message);
    memcpy(path, prefix.ptr, prefix.len);
    memcpy(path + prefix.len, name.ptr, name.len);
    gh_outcome outcome = gh_refuse(reply, gh_make_str(path, prefix.len + name.len), message);
    free(path);
    return outcome;
}

static gh_outcome check_entries(const gh_json_functions *json, gh_json accounts, gh_config_reply *reply)
{
    uint64_t cursor = 0;
    gh_json key, value;
    int64_t end;
    gh_outcome outcome = GH_NEXT;
    if (!gh_json_is_object(accounts)) return gh_refuse(reply, GH_STR("accounts"), GH_STR("must be a mapping"));
    while (json->next(accounts, &cursor, &key, &value) == GH_FOUND) {
        if (!gh_has_prefix(key.text, GH_STR("\"@"))) {
            outcome = refuse_entry(key, GH_STR("is no user id; one begins with @"), reply);
        } else if (json->integer(value, &end) != GH_FOUND) {
            outcome = refuse_entry(key, GH_STR("must be a time, in milliseconds since 1970"), reply);
        }
    }
    return outcome;
}

gh_outcome accounts_check(const gh_json_functions *json, gh_json config, gh_config_reply *reply)
{
    uint64_t cursor = 0;
    gh_json key, value;
    gh_outcome outcome = GH_NEXT;
    if (!gh_json_is_object(config)) return gh_refuse(reply, GH_STR(""), GH_STR("must be a mapping"));
    while (json->next(config, &cursor, &key, &value) == GH_FOUND) {
        const gh_outcome setting = gh_json_is(key, GH_STR("\"accounts\""))
                                       ? check_entries(json, value, reply)
                                       : gh_refuse(reply, gh_make_str(key.text.ptr + 1, key.text.len - 2),
                                             GH_STR("there is no such setting; the only one is \"accounts\""));
        if (setting != GH_NEXT) outcome = GH_FAILED;
    }
    return outcome;
}

static size_t count_members(const gh_json_functions *json, gh_json object)
{
    uint64_t cursor = 0;
    gh_json key, value;
    size_t count = 0;
    while (json->next(object, &cursor, &key, &value) == GH_FOUND)
        count++;
    return count;
}

static bool read_account(const gh_json_functions *json, gh_json key, gh_json value, struct account *account)
{
    account->user_id = malloc(key.text.len); /* enough: no escape is shorter than what it stands for */
    if (!account->user_id) return false;
    return json->unescape(key, account->user_id, key.text.len, &account->length) == GH_FOUND &&
           json->integer(value, &account->end) == GH_FOUND;
}

struct accounts *accounts_make(const gh_host *host, gh_json config)
{
    uint64_t cursor = 0;
    gh_json list = GH_JSON("{}"), key, value;
    (void)host->json->get(config, GH_STR("/accounts"), &list);
    const size_t count = count_members(host->json, list);
    struct accounts *accounts = calloc(1, sizeof *accounts);
    if (!accounts) return NULL;
    accounts->host = host;
    accounts->items = calloc(count + 1, sizeof *accounts->items);
    bool is_whole = accounts->items != NULL;
    while (is_whole && host->json->next(list, &cursor, &key, &value) == GH_FOUND)
        is_whole = read_account(host->json, key, value, &accounts->items[accounts->count++]);
    if (is_whole) return accounts;
    accounts_free(accounts);
    return NULL;
}

void accounts_free(struct accounts *accounts)
{
    for (size_t i = 0; i < accounts->count; i++)
        free(accounts->items[i].user_id);
    free(accounts->items);
    free(accounts);
}

bool accounts_end(const struct accounts *accounts, gh_str user_id, int64_t *end)
{
    for (size_t i = 0; i < accounts->count; i++) {
        const struct account *account = &accounts->items[i];
        if (!gh_equal(user_id, gh_make_str(account->user_id, account->length))) continue;
        *end = account->end;
        return true;
    }
    return false;
}
