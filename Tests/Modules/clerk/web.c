#include "clerk.h"

#include <stdio.h>

/* Answers with what it was asked. "?how=later" waits for `answer`, "?how=badly" is no response, "?how=never" is left. */

static void answer(struct clerk *clerk, const gh_web_request *request)
{
    const gh_web *web = gh_find_web(clerk->host);
    char user[100] = "", text[600];
    size_t length = 0;
    gh_found found = web->parameter(request->query, GH_STR("user"), user, sizeof user - 1, &length);
    int written = snprintf(text, sizeof text, "%.*s %.*s user=%s(%u) body=%.*s headers=%zu", (int)request->method.len,
        request->method.ptr, (int)request->path.len, request->path.ptr, user, (unsigned)found, (int)request->body.len,
        request->body.ptr, request->header_count);
    gh_http_header more = {GH_STR("X-Clerk"), GH_STR("yes")};
    gh_web_response response = {
        sizeof response, 201, GH_STR("text/plain"), gh_make_str(text, (size_t)written), &more, 1};
    note(clerk, "answer %u;", (unsigned)web->answer(web, request->number, &response));
}

static void handle(void *context, const gh_web_request *request)
{
    struct clerk *clerk = context;
    const gh_web *web = gh_find_web(clerk->host);
    char how[20] = "";
    size_t length = 0;
    web->parameter(request->query, GH_STR("how"), how, sizeof how - 1, &length);
    gh_str name = gh_make_str(how, length);
    if (gh_equal(name, GH_STR("never"))) return;
    if (gh_equal(name, GH_STR("badly"))) {
        gh_http_header bad = {GH_STR("X-Clerk"), GH_STR("yes\r\nX-Other: yes")};
        gh_web_response response = {sizeof response, 200, GH_NO_STR, GH_NO_STR, &bad, 1};
        note(clerk, "badly %u;", (unsigned)web->answer(web, request->number, &response));
    } else if (gh_equal(name, GH_STR("later"))) {
        clerk->open = request;
        note(clerk, "open;");
    } else {
        answer(clerk, request);
    }
}

void serve_paths(struct clerk *clerk, gh_json config)
{
    const gh_web *web = gh_find_web(clerk->host);
    const gh_json_functions *json = clerk->host->json;
    gh_json paths, path;
    uint64_t cursor = 0;
    if (web == NULL || json->get(config, GH_STR("/paths"), &paths) != GH_FOUND) return;
    while (json->next(paths, &cursor, NULL, &path) == GH_FOUND) {
        char text[200];
        size_t length;
        if (json->unescape(path, text, sizeof text, &length) != GH_FOUND) continue;
        gh_found found = web->serve(web, gh_make_str(text, length), handle, clerk);
        note(clerk, "%.*s %u;", (int)length, text, (unsigned)found);
    }
}

gh_found run_web(struct clerk *clerk, const struct command *command, char *text, size_t room)
{
    const gh_web *web = gh_find_web(clerk->host);
    (void)text;
    (void)room;
    if (web == NULL) return 0;
    if (gh_equal(word(command, 0), GH_STR("serve"))) return web->serve(web, word(command, 1), handle, clerk);
    if (!gh_equal(word(command, 0), GH_STR("answer"))) return 0;
    if (clerk->open == NULL) return GH_ABSENT;
    answer(clerk, clerk->open);
    clerk->open = NULL;
    return GH_FOUND;
}
