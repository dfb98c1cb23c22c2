#include "clerk.h"

#include <stdio.h>

/* http FLAGS TIMEOUT LIMIT METHOD URL [BODY], post-json URL JSON, stop REQUEST: result, status and body into the journal. */

static void answered(void *context, const gh_http_response *response)
{
    note(context, "%llu %llu %.*s;", (unsigned long long)response->result, (unsigned long long)response->status,
        (int)(response->body.len < 200 ? response->body.len : 200), response->body.len ? response->body.ptr : "");
}

gh_found run_http(struct clerk *clerk, const struct command *command, char *text, size_t room)
{
    const gh_http *http = gh_find_http(clerk->host);
    gh_str name = word(command, 0);
    uint64_t request = 0;
    if (http == NULL) return 0;
    if (gh_equal(name, GH_STR("stop"))) {
        http->cancel(http, count(command, 1));
        return GH_FOUND;
    }
    if (gh_equal(name, GH_STR("post-json"))) {
        request = gh_post_json_get_json(http, word(command, 1), gh_make_json(word(command, 2)), answered, clerk);
    } else if (gh_equal(name, GH_STR("http"))) {
        gh_http_header header = {GH_STR("X-Clerk"), GH_STR("yes")};
        gh_http_request asked = {
            .size = sizeof asked,
            .flags = count(command, 1),
            .timeout = number(command, 2),
            .body_limit = count(command, 3),
            .method = word(command, 4),
            .url = word(command, 5),
            .body = word(command, 6),
            .headers = &header,
            .header_count = 1,
        };
        request = http->send(http, &asked, answered, clerk);
    } else {
        return 0;
    }
    snprintf(text, room, "%llu", (unsigned long long)request);
    return request ? GH_FOUND : GH_ABSENT;
}
