/* Does what it is told with the services that it has: user_may_publish_room takes a command as the user and refuses with
   how that went. {"paths": [...]} and {"metrics": [[kind, name]...]} are what it asks for in `create`. */
#include "clerk.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#ifndef FLAGS
#define FLAGS 0
#endif

gh_str word(const struct command *command, size_t place) { return place < 8 ? command->words[place] : GH_NO_STR; }

int64_t number(const struct command *command, size_t place)
{
    char digits[24] = "";
    gh_str text = word(command, place);
    if (text.ptr != NULL && text.len < sizeof digits) memcpy(digits, text.ptr, text.len);
    return strtoll(digits, NULL, 10);
}

uint64_t count(const struct command *command, size_t place) { return (uint64_t)number(command, place); }

void note(struct clerk *clerk, const char *format, ...)
{
    if (clerk->inside++ != 0) abort(); /* two threads at once */
    size_t room = sizeof clerk->journal - clerk->journal_length;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(clerk->journal + clerk->journal_length, room, format, arguments);
    va_end(arguments);
    if (length > 0 && (size_t)length < room) clerk->journal_length += (size_t)length;
    clerk->inside--;
}

static struct command parse(gh_str text)
{
    struct command command = {{GH_NO_STR}};
    size_t start = 0, place = 0;
    for (size_t end = 0; end <= text.len && place < 8; end++) {
        if (end < text.len && text.ptr[end] != ' ') continue;
        if (end > start) command.words[place++] = gh_make_str(text.ptr + start, end - start);
        start = end + 1;
    }
    return command;
}

static gh_found run_journal(struct clerk *clerk, const struct command *command, char *text, size_t room)
{
    if (!gh_equal(word(command, 0), GH_STR("journal"))) return 0;
    snprintf(text, room, "%s", clerk->journal);
    clerk->journal[0] = '\0';
    clerk->journal_length = 0;
    return GH_FOUND;
}

static gh_outcome tell(const gh_host *host, gh_verdict_reply *reply, gh_found found, const char *text)
{
    static const char *const names[] = {"UNKNOWN", "FOUND", "ABSENT", "UNREACHABLE", "WOULD_BLOCK", "TOO_SMALL"};
    char quoted[8192], fields[8300];
    size_t length = 0;
    if (host->json->quote(gh_make_str(text, strlen(text)), quoted, sizeof quoted, &length) != GH_FOUND) {
        return gh_fail(reply, GH_STR("what it has to say is no text"));
    }
    int written = snprintf(fields, sizeof fields, "{\"text\":%.*s}", (int)length, quoted);
    gh_str code = gh_make_str(names[found < 6 ? found : 0], strlen(names[found < 6 ? found : 0]));
    return gh_deny_with(reply, code, gh_make_json(gh_make_str(fields, (size_t)written)));
}

static gh_outcome user_may_publish_room(void *self, const gh_user_may_publish_room *call, gh_verdict_reply *reply)
{
    struct clerk *clerk = self;
    struct command command = parse(call->user_id);
    char text[4096] = "";
    gh_found found = run_journal(clerk, &command, text, sizeof text);
    if (found == 0) found = run_store(clerk, &command, text, sizeof text);
    if (found == 0) found = run_timers(clerk, &command, text, sizeof text);
    if (found == 0) found = run_http(clerk, &command, text, sizeof text);
    if (found == 0) found = run_web(clerk, &command, text, sizeof text);
    if (found == 0) found = run_metrics(clerk, &command, text, sizeof text);
    if (found == 0) found = run_homeserver(clerk, &command, text, sizeof text);
    return tell(clerk->host, reply, found, text);
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    struct clerk *clerk = calloc(1, sizeof *clerk);
    if (clerk == NULL) return gh_refuse(reply, GH_STR(""), GH_STR("there is no memory left"));
    clerk->host = host;
    serve_paths(clerk, config);
    declare_metrics(clerk, config);
    *self = clerk;
    return GH_NEXT;
}

static void destroy(void *self)
{
    struct clerk *clerk = self;
    clerk->host->log(
        clerk->host, GH_INFO, gh_make_str(clerk->journal, clerk->journal_length), GH_JSON("{\"at\": \"destroy\"}"));
    free(clerk);
}

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker, .user_may_publish_room = user_may_publish_room};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("clerk"),
    .flags = FLAGS,
    .create = create,
    .destroy = destroy,
    .spam_checker = &spam_checker,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
