#include "settings.h"

/* A whole number from 1 to `most`. */
static gh_outcome read_number(
    const gh_json_functions *json, gh_json value, gh_str key, int64_t most, int64_t *number, gh_config_reply *reply)
{
    if (json->integer(value, number) == GH_FOUND && *number >= 1 && *number <= most) return GH_NEXT;
    return gh_refuse(reply, key, GH_STR("must be a whole number from 1 to 86400 (seconds) or to 1000000 (events)"));
}

static gh_outcome refuse_key(const gh_json_functions *json, gh_json key, gh_config_reply *reply)
{
    char name[256];
    size_t length;
    gh_found found = json->unescape(key, name, sizeof name, &length);
    gh_str path = found == GH_FOUND ? gh_make_str(name, length) : key.text;
    return gh_refuse(reply, path, GH_STR("there is no such setting; there are \"events\" and \"window_seconds\""));
}

gh_outcome read_settings(
    const gh_json_functions *json, gh_json config, struct settings *settings, gh_config_reply *reply)
{
    uint64_t cursor = 0;
    int64_t seconds = 60;
    gh_json key, value;
    gh_outcome outcome = GH_NEXT;
    settings->events = 60;
    if (!gh_json_is_object(config)) return gh_refuse(reply, GH_STR(""), GH_STR("must be a mapping"));
    while (json->next(config, &cursor, &key, &value) == GH_FOUND) {
        gh_outcome read;
        if (gh_json_is(key, GH_STR("\"events\""))) {
            read = read_number(json, value, GH_STR("events"), 1000000, &settings->events, reply);
        } else if (gh_json_is(key, GH_STR("\"window_seconds\""))) {
            read = read_number(json, value, GH_STR("window_seconds"), 86400, &seconds, reply);
        } else {
            read = refuse_key(json, key, reply);
        }
        if (read != GH_NEXT) outcome = GH_FAILED;
    }
    settings->window = seconds * 1000000000;
    return outcome;
}
