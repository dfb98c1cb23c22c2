/* A host in memory: registers the module that is linked into the test, configures it and makes one instance. */
#ifndef GATEHOUSE_TESTING_HOST_H
#define GATEHOUSE_TESTING_HOST_H

#include "arguments.h"
#include "callbacks.h"
#include "outcome.h"

/* Something that the module said or did: a line of its log, a mistake in its configuration, ... */
typedef struct gh_test_note {
    struct gh_test_note *next;
    uint64_t level; /* of a line of the log: GH_WARNING */
    const char *subject; /* JSON of a line of the log, the key path of a mistake, a callback, a type of state */
    const char *text;
} gh_test_note;

/* One thread at a time. What it gives lives until gh_test_end. */
typedef struct gh_test_host {
    gh_host table; /* what the module gets in `create`; change it between gh_test_start and gh_test_create */
    gh_host_info info;
    gh_module module; /* what it handed over; zeros where it is older than these headers */
    void *self; /* the instance */
    gh_test_memory memory;
    int64_t time[2]; /* nanoseconds, by gh_clock: it stands still until the test moves it */
    gh_bool state_unreachable; /* yes: look-ups of room state say GH_UNREACHABLE */
    gh_test_note *log;
    gh_test_note *mistakes; /* what the last `configure` or `create` refused */
    gh_test_note *left_out; /* callbacks */
    gh_test_note *state_reads; /* types of state that `configure` declared, and their keys */
    gh_test_note *logins; /* login types that `configure` named, and their fields, a JSON list */
    const char *trouble; /* why there is no instance; NULL: there is one */
    gh_bool is_created;
    uint64_t handed_over;
    uint64_t checks;
    uint64_t failures;
    const gh_process *process; /* who calls, the test's own; NULL: nobody says */
} gh_test_host;

static inline const char *gh_test_kept(gh_test_host *host, gh_str text)
{
    return gh_test_copy(&host->memory, text).ptr;
}

/* Adds a note to the end of a list. Absent texts are NULL. */
static inline void gh_test_note_down(
    gh_test_host *host, gh_test_note **list, uint64_t level, gh_str subject, gh_str text)
{
    while (*list)
        list = &(*list)->next;
    *list = (gh_test_note *)gh_test_room(&host->memory, sizeof **list);
    (*list)->level = level;
    (*list)->subject = gh_test_kept(host, subject);
    (*list)->text = gh_test_kept(host, text);
}

/* -- the functions of the host -- */

static inline void gh_test_log(const gh_host *table, gh_log_level level, gh_str message, gh_json metadata)
{
    gh_test_host *host = (gh_test_host *)table->data;
    gh_test_note_down(host, &host->log, level, metadata.text, message);
}

static inline int64_t gh_test_now(const gh_host *table, gh_clock clock)
{
    return ((const gh_test_host *)table->data)->time[clock == GH_WALL];
}

static inline const void *gh_test_service(const gh_host *table, gh_str name)
{
    (void)table, (void)name;
    return NULL;
}

static inline gh_outcome gh_test_refuse_config(gh_config_reply *reply, gh_str key_path, gh_str message)
{
    gh_test_host *host = (gh_test_host *)reply->data;
    gh_test_note_down(host, &host->mistakes, 0, key_path, message);
    return GH_FAILED;
}

static inline gh_outcome gh_test_leave_out(gh_setup *setup, gh_str name)
{
    gh_test_host *host = (gh_test_host *)setup->data;
    if (gh_is_absent(name)) return GH_FAILED;
    gh_test_note_down(host, &host->left_out, 0, name, GH_NO_STR);
    return GH_NEXT;
}

/* Offers are taken as they are: a test of a module calls its functions itself. */
static inline gh_outcome gh_test_offer(gh_setup *setup, const gh_offer *offer)
{
    (void)setup;
    return offer->name.ptr != NULL && offer->signature.ptr != NULL && offer->function != NULL ? GH_NEXT : GH_FAILED;
}

static inline gh_outcome gh_test_read_state_declared(gh_setup *setup, gh_str type, gh_str state_key)
{
    gh_test_host *host = (gh_test_host *)setup->data;
    gh_test_note_down(host, &host->state_reads, 0, type, state_key);
    return gh_is_absent(type) ? GH_FAILED : GH_NEXT;
}

static inline gh_outcome gh_test_check_logins(gh_setup *setup, gh_str login_type, const gh_str *fields, size_t count)
{
    gh_test_host *host = (gh_test_host *)setup->data;
    const char *list = "";
    for (const gh_test_note *note = host->logins; note; note = note->next) {
        if (gh_equal(login_type, gh_test_str(note->subject))) return GH_FAILED;
    }
    for (size_t i = 0; i < count; i++) {
        if (gh_is_absent(fields[i])) return GH_FAILED;
        list = gh_test_print(&host->memory, "%s%s%s", list, i ? "," : "", gh_test_quoted(&host->memory, fields[i]));
    }
    if (gh_is_absent(login_type)) return GH_FAILED;
    const char *whole = gh_test_print(&host->memory, "[%s]", list);
    gh_test_note_down(host, &host->logins, 0, login_type, gh_test_str(whole));
    return GH_NEXT;
}

static inline gh_outcome gh_test_hand_over(gh_registration *into, const gh_module *module)
{
    gh_test_host *host = (gh_test_host *)into->data;
    host->handed_over++;
    memcpy(&host->module, module, module->size < sizeof host->module ? module->size : sizeof host->module);
    return GH_ANSWERED;
}

static inline gh_outcome gh_test_refuse_host(gh_registration *into, gh_str message)
{
    gh_test_host *host = (gh_test_host *)into->data;
    host->trouble = gh_test_print(&host->memory, "it refuses this host: %.*s", GH_TEST_SHOW(message));
    return GH_FAILED;
}

static inline int gh_test_is_left_out(const gh_test_host *host, const char *name)
{
    for (const gh_test_note *note = host->left_out; note; note = note->next) {
        if (strcmp(note->subject, name) == 0) return 1;
    }
    return 0;
}

/* -- from nothing to an instance -- */

/* What is wrong with a registration; NULL: nothing. */
static inline const char *gh_test_registration_fault(gh_test_host *host, gh_outcome outcome)
{
    const gh_module *module = &host->module;
    if (host->trouble) return host->trouble;
    if (host->handed_over != 1) return "its registration did not hand over one record";
    if (module->major != GH_MAJOR) return "it was built with another major version of the contract";
    if (module->size < 40 || module->size % 8 != 0) return "the size of its gh_module is wrong";
    if (module->name.len == 0) return "it has no name";
    if (outcome != GH_ANSWERED) return "its registration did not return what gh_register returned";
    if (gh_test_offers_get_users_for_states(module) != gh_test_offers_get_interested_users(module)) {
        return "it implements one callback alone of presence_router";
    }
    if (gh_test_offers_post_login(module) != gh_test_offers_post_login_unused(module)) {
        return "it implements one alone of post_login and post_login_unused";
    }
    if (gh_test_offers_on_update_left(module) != gh_test_offers_on_update_unused(module)) {
        return "it implements one alone of on_update_left and on_update_unused";
    }
    if (module->background_update_controller && !gh_test_offers_on_update(module)) {
        return "it takes part in background_update_controller without on_update";
    }
    return NULL;
}

static inline void gh_test_fill_table(gh_test_host *host)
{
    host->info.size = sizeof host->info;
    host->info.major = GH_MAJOR;
    host->info.minor = GH_MINOR;
    host->info.name = GH_STR("gatehouse/testing.h");
    host->info.version = GH_STR("1.0");
    host->table.size = sizeof host->table;
    host->table.data = host;
    host->table.info = &host->info;
    host->table.instance_name = GH_STR("test");
    host->table.json = gh_test_json_functions();
    host->table.state = gh_test_state_functions();
    host->table.media = gh_test_media_functions();
    host->table.log = gh_test_log;
    host->table.now = gh_test_now;
    host->table.service = gh_test_service;
    host->time[GH_MONOTONIC] = 3600 * (int64_t)1000000000;
    host->time[GH_WALL] = 1767225600 * (int64_t)1000000000; /* the first second of 2026 */
}

/* Makes a host and registers the module. */
static inline gh_test_host *gh_test_start(void)
{
    static const gh_registration_functions functions = {
        sizeof(gh_registration_functions), gh_test_hand_over, gh_test_refuse_host};
    gh_test_host *host = (gh_test_host *)calloc(1, sizeof *host);
    if (!host) abort();
    gh_test_fill_table(host);
    gh_registration into = {sizeof into, &functions, host};
    host->trouble = gh_test_registration_fault(host, gatehouse_module_register(&host->info, &into));
    return host;
}

/* The section as JSON; NULL is {}. */
static inline gh_json gh_test_section(gh_test_host *host, const char *config)
{
    return gh_make_json(gh_test_copy(&host->memory, gh_test_str(config ? config : "{}")));
}

static inline gh_config_reply gh_test_config_reply(gh_test_host *host)
{
    static const gh_config_reply_functions functions = {sizeof(gh_config_reply_functions), gh_test_refuse_config};
    const gh_config_reply reply = {sizeof reply, &functions, host};
    host->mistakes = NULL;
    return reply;
}

/* Asks the module whether it accepts this section of the configuration: GH_NEXT. */
static inline gh_outcome gh_test_configure(gh_test_host *host, const char *config)
{
    static const gh_setup_functions functions = {sizeof(gh_setup_functions), gh_test_leave_out,
        gh_test_read_state_declared, gh_test_check_logins, gh_test_offer};
    gh_setup setup = {sizeof setup, &functions, host, host->table.instance_name, host->table.json};
    gh_config_reply reply = gh_test_config_reply(host);
    const gh_json section = gh_test_section(host, config);
    host->left_out = host->state_reads = host->logins = NULL;
    if (!gh_test_is_json(section)) {
        return gh_test_refuse_config(&reply, GH_STR(""), GH_STR("the test gave a section that is no JSON"));
    }
    const gh_outcome outcome = host->module.configure ? host->module.configure(section, &setup, &reply) : GH_NEXT;
    const int leavesOneOut = gh_test_is_left_out(host, "presence_router.get_users_for_states") !=
                             gh_test_is_left_out(host, "presence_router.get_interested_users");
    if (leavesOneOut && host->module.presence_router) {
        return gh_test_refuse_config(&reply, GH_STR(""), GH_STR("it leaves one callback out of presence_router"));
    }
    if (outcome == GH_NEXT && !host->logins && gh_test_offers_auth_checkers(&host->module) &&
        !gh_test_is_left_out(host, "password_auth_provider.auth_checkers")) {
        return gh_test_refuse_config(&reply, GH_STR(""), GH_STR("it names no login type"));
    }
    return outcome == GH_NEXT && host->mistakes ? GH_FAILED : outcome;
}

/* Ends the instance, where there is one. */
static inline void gh_test_destroy(gh_test_host *host)
{
    if (host->is_created && host->module.create && host->module.destroy) host->module.destroy(host->self);
    host->is_created = 0;
    host->self = NULL;
}

/* Makes the instance: GH_NEXT. */
static inline gh_outcome gh_test_create(gh_test_host *host, const char *config)
{
    gh_config_reply reply = gh_test_config_reply(host);
    gh_outcome outcome = GH_NEXT;
    if (host->module.create) {
        outcome = host->module.create(&host->table, gh_test_section(host, config), &reply, &host->self);
    }
    host->is_created = outcome == GH_NEXT;
    if (outcome != GH_NEXT || !host->mistakes) return outcome;
    gh_test_destroy(host); /* it was made all the same */
    return GH_FAILED;
}

static inline const char *gh_test_refusal(gh_test_host *host, const char *entry)
{
    const gh_test_note *mistake = host->mistakes;
    return gh_test_print(&host->memory, "%s refuses %s: %s", entry, mistake && mistake->subject ? mistake->subject : "",
        mistake && mistake->text ? mistake->text : "it gives no reason");
}

/* Registers the module, configures it and makes an instance. What goes wrong fails every check that follows. */
static inline gh_test_host *gh_test_load(const char *config)
{
    gh_test_host *host = gh_test_start();
    if (!host->trouble && gh_test_configure(host, config) != GH_NEXT)
        host->trouble = gh_test_refusal(host, "configure");
    if (!host->trouble && gh_test_create(host, config) != GH_NEXT) host->trouble = gh_test_refusal(host, "create");
    return host;
}

/* Ends the instance, tells how many checks failed, and frees all. 0: none failed. For `main` to return. */
static inline int gh_test_end(gh_test_host *host)
{
    gh_test_destroy(host);
    if (host->trouble && host->checks == 0) host->failures++;
    if (host->trouble) fprintf(stderr, "the module cannot be loaded: %s\n", host->trouble);
    const int failed = host->failures > 0;
    printf("%.*s: %llu checks, %llu failed\n", GH_TEST_SHOW(host->module.name), (unsigned long long)host->checks,
        (unsigned long long)host->failures);
    gh_test_release(&host->memory);
    free(host);
    return failed;
}

#endif
