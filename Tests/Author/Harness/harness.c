/* The harness of testing.h, from registration to the log, against a module that does what the test says. C and C++. */
#include <gatehouse/testing.h>

#include "answers.h"
#include "calls.h"

static int failures = 0, checks = 0;

static void check(int holds, int line, const char *what)
{
    checks++;
    if (holds) return;
    failures++;
    printf("harness.c:%d: %s\n", line, what);
}

#define CHECK(condition) check((condition) != 0, __LINE__, #condition)
#define HOLDS(expectation) check((expectation) == 1, __LINE__, #expectation)
#define FAILS(expectation) check((expectation) == 0, __LINE__, #expectation)

static void every_kind_of_answer_is_recorded(gh_test_host *host)
{
    HOLDS(GH_EXPECT_NEXT(verdict(host, say_next)));
    HOLDS(GH_EXPECT_ANSWER(verdict(host, deny), "{\"outcome\": \"answered\", \"deny\": true}"));
    HOLDS(GH_EXPECT_DENY_CODE(verdict(host, deny_code), "M_X"));
    HOLDS(GH_EXPECT_DENY_WITH(verdict(host, deny_code), "M_X", "{}"));
    HOLDS(GH_EXPECT_DENY_WITH(verdict(host, deny_with), "M_X", GH_TEST_JSON({"n" : 1, "error" : "No"})));
    HOLDS(GH_EXPECT_DENY_TEXT(event_verdict(host, deny_text), "a \"b\""));
    HOLDS(GH_EXPECT_DENY_CODE(code(host, deny_code), "M_X"));
    HOLDS(GH_EXPECT_OBJECT(objection(host, deny)));
    HOLDS(GH_EXPECT_SHADOW_BAN(registration(host, shadow_ban)));
    HOLDS(GH_EXPECT_REPLACE(replacement(host, give_object), GH_TEST_JSON({"name" : "B"})));
    HOLDS(GH_EXPECT_REWRITE(rewriting(host, give_object), GH_TEST_JSON({"name" : "B"})));
    HOLDS(GH_EXPECT_NEXT(notice(host, say_next)));
    HOLDS(GH_EXPECT_USERS(users(host, add_users), GH_TEST_JSON([ "@b:x", "@c:x" ])));
    HOLDS(GH_EXPECT_EVERYONE(users(host, add_everyone)));
    HOLDS(GH_EXPECT_PRESENCE(presence(host, add_presence), GH_TEST_JSON({
        "@b:x" : [],
        "@c:x" : [
            {
                "user_id" : "@a:x",
                "state" : "online",
                "last_active_ts" : 1,
                "last_federation_update_ts" : 2,
                "last_user_sync_ts" : 3,
                "status_msg" : null,
                "currently_active" : true
            },
            {
                "user_id" : "@a:x",
                "state" : "busy",
                "last_active_ts" : 1,
                "last_federation_update_ts" : 2,
                "last_user_sync_ts" : 3,
                "status_msg" : null,
                "currently_active" : true
            }
        ]
    })));
    HOLDS(GH_EXPECT_VALUE(truth(host, give_truth), "true"));
    HOLDS(GH_EXPECT_VALUE(text(host, give_text), "\"\""));
    HOLDS(GH_EXPECT_VALUE(number(host, give_number), "-7"));
    HOLDS(GH_EXPECT_VALUE(object(host, give_fields), "{\"a\": 1}"));
    HOLDS(GH_EXPECT_NEXT(object(host, give_no_fields)));
    HOLDS(GH_EXPECT_ANSWER(login(host, log_in), "{\"outcome\": \"answered\", \"value\": \"@a:x\"}"));
    HOLDS(GH_EXPECT_COOKIE(login(host, log_in_with), "7"));
    HOLDS(GH_EXPECT_VALUE(renewal(host, renew), "[true, false, 9]"));
    HOLDS(GH_EXPECT_VALUE(limits(host, no_limits), "[]"));
    HOLDS(GH_EXPECT_VALUE(limits(host, add_limits),
        "[{\"max_bytes\": 1, \"time_period_ms\": 2, \"info_uri\": \"i\", \"can_upgrade\": true},"
        " {\"max_bytes\": 1, \"time_period_ms\": 2, \"info_uri\": null, \"can_upgrade\": true}]"));
    HOLDS(GH_EXPECT_VALUE(override_(host, override_limit), "{\"per_second\": 0.5, \"burst_count\": 3}"));
    HOLDS(GH_EXPECT_VALUE(update(host, open_update), "100"));
    HOLDS(GH_EXPECT_FAILED(verdict(host, fail)));
    HOLDS(GH_EXPECT_FAILED_TEXT(verdict(host, fail), "it blew up"));
    HOLDS(GH_EXPECT_FAILED_WITH(notice(host, fail_with), 429, "M_LIMIT_EXCEEDED"));
    HOLDS(GH_EXPECT_FAILED(verdict(host, fail_silently)));
    HOLDS(GH_EXPECT_FAILED_TEXT(verdict(host, defer), "this host takes no late answers"));
}

/* The reason of an invalid answer; NULL: it is none. */
static const char *invalid(gh_test_result result)
{
    gh_json reason;
    if (gh_test_get(gh_make_json(gh_test_str(result.text)), GH_STR("/invalid"), &reason) != GH_FOUND) return "";
    return gh_test_string(&result.host->memory, reason).ptr;
}

#define INVALID(call, reason) check(strcmp(invalid(call), reason) == 0, __LINE__, #call)

static void what_no_host_takes_is_invalid(gh_test_host *host)
{
    HOLDS(GH_EXPECT_INVALID(verdict(host, twice)));
    INVALID(verdict(host, twice), "it answered twice");
    INVALID(verdict(host, wrong_outcome), "9 is no outcome");
    INVALID(verdict(host, no_answer), "it says answered, and gave no answer");
    INVALID(verdict(host, next_with_answer), "it says next, and answered");
    INVALID(verdict(host, no_utf8), "the error code is no UTF-8");
    INVALID(verdict(host, field_code), "a field may not be named code");
    INVALID(verdict(host, status_200), "its status is none of a failure");
    INVALID(verdict(host, fields_without_code), "fields need an error code");
    INVALID(verdict(host, code_without_status), "an error code or fields need a status");
    INVALID(verdict(host, next_after_failing), "it says next, and failed");
    INVALID(rewriting(host, no_object), "the object is no JSON object");
    INVALID(rewriting(host, no_json), "the object is no JSON");
    INVALID(rewriting(host, deny), "this callback does not take a plain denial");
    INVALID(objection(host, deny_code), "this callback does not take an error code");
    INVALID(code(host, deny_with), "this callback does not take fields");
    INVALID(verdict(host, deny_text), "this callback does not take a text");
    INVALID(verdict(host, shadow_ban), "this callback does not take a shadow ban");
    INVALID(notice(host, give_object), "this callback does not take an object");
    INVALID(verdict(host, add_users), "this callback does not take users");
    INVALID(verdict(host, give_truth), "this callback does not take this kind of answer");
    INVALID(truth(host, log_in), "this callback does not take this kind of answer");
    INVALID(verdict(host, no_limits), "this callback does not take limits");
    INVALID(login(host, log_nobody_in), "the user id is empty");
    INVALID(update(host, open_no_update), "the duration is negative");
    INVALID(override_(host, override_by_zero), "a rate of 0 goes with a burst of 0 alone");
}

static void a_check_that_does_not_hold_fails(gh_test_host *host)
{
    const uint64_t before = host->failures;
    FAILS(GH_EXPECT_NEXT(verdict(host, deny)));
    FAILS(GH_EXPECT_DENY(verdict(host, say_next)));
    FAILS(GH_EXPECT_DENY(verdict(host, fail)));
    FAILS(GH_EXPECT_DENY_CODE(verdict(host, deny), "M_X"));
    FAILS(GH_EXPECT_DENY_CODE(verdict(host, deny_code), "M_Y"));
    FAILS(GH_EXPECT_DENY_WITH(verdict(host, deny_with), "M_X", "{}"));
    FAILS(GH_EXPECT_USERS(users(host, add_users), "[\"@b:x\"]"));
    FAILS(GH_EXPECT_USERS(users(host, add_everyone), "[]"));
    FAILS(GH_EXPECT_FAILED_WITH(verdict(host, fail_with), 400, "M_LIMIT_EXCEEDED"));
    FAILS(GH_EXPECT_REWRITE(rewriting(host, give_object), "{\"name\": "));
    FAILS(GH_EXPECT_LOGGED(host, GH_WARNING, "nothing was logged"));
    FAILS(GH_EXPECT(host, 1 + 1 == 3));
    CHECK(host->failures == before + 12);
    host->failures = before;
}

/* -- arguments -- */

static void arguments_arrive(gh_test_host *host)
{
    replacement(host, say_next);
    const gh_check_event_allowed *call = (const gh_check_event_allowed *)subject.call;
    const gh_event *found = NULL;
    uint64_t cursor = 0;
    gh_json nothing;
    CHECK(call->size == sizeof *call && call->event->size == sizeof *call->event);
    CHECK(gh_equal(call->event->sender, GH_STR("@a:x")) && call->event->origin_server_ts == 7 && call->event->local);
    CHECK(gh_is_absent(call->event->state_key) && gh_is_absent(call->event->internal_metadata.text));
    CHECK(gh_test_get(call->event->text, GH_STR("/local"), &nothing) == GH_ABSENT);
    CHECK(gh_test_state_next(call->state_events, &cursor, &found) == GH_FOUND && found->origin_server_ts == 7);
    CHECK(gh_test_state_get(call->state_events, GH_STR("m.x"), GH_STR(""), &found) == GH_ABSENT);
    CHECK(gh_test_state_get(call->state_events, GH_STR("m.x"), GH_NO_STR, &found) == GH_FOUND);
    host->state_unreachable = 1;
    CHECK(gh_test_state_get(call->state_events, GH_STR("m.x"), GH_NO_STR, &found) == GH_UNREACHABLE);
    host->state_unreachable = 0;

    registration(host, say_next);
    const gh_check_registration_for_spam *account = (const gh_check_registration_for_spam *)subject.call;
    CHECK(account->request_info.count == 2 && gh_is_absent(account->request_info.items[1]->user_agent));
    CHECK(gh_equal(account->request_info.items[1]->ip, GH_STR("::2")) && gh_is_absent(account->email_threepid.text));

    rewriting(host, say_next);
    const gh_on_create_room *room = (const gh_on_create_room *)subject.call;
    CHECK(room->requester->access_token_id.present && room->requester->access_token_id.value == 7);
    CHECK(gh_test_get(room->request_content, GH_STR("/name"), &nothing) == GH_FOUND &&
          gh_json_is(nothing, GH_STR("\"A\"")));
}

static void media_is_read_from_its_bytes(gh_test_host *host)
{
    char buffer[8];
    size_t got = 0;
    gh_str path;
    subject.answer = say_next;
    HOLDS(GH_EXPECT_NEXT(gh_test_call(host, "spam_checker.check_media_file_for_spam", GH_TEST_JSON({
        "file_wrapper" : {"base64" : "aGVsbG8="},
        "file_info" : {
            "file_id" : "f",
            "url_cache" : false,
            "thumbnail" : {"width" : 1, "height" : 2, "method" : "crop", "type" : "image/png"}
        }
    }))));
    const gh_check_media_file_for_spam *call = (const gh_check_media_file_for_spam *)subject.call;
    CHECK(gh_test_media_read(call->file_wrapper, 1, buffer, sizeof buffer, &got) == GH_FOUND && got == 4);
    CHECK(memcmp(buffer, "ello", 4) == 0);
    CHECK(gh_test_media_read(call->file_wrapper, 5, buffer, sizeof buffer, &got) == GH_ABSENT);
    CHECK(call->file_info->thumbnail->height == 2 && !call->file_info->thumbnail->length.present);
    CHECK(gh_test_media_path(call->file_wrapper, &path) == GH_ABSENT);
}

static const char *reason(gh_test_host *host, const char *callback, const char *arguments)
{
    gh_json found;
    const gh_test_result result = gh_test_call(host, callback, arguments);
    FAILS(GH_EXPECT_NEXT(result));
    host->failures--;
    if (gh_test_get(gh_make_json(gh_test_str(result.text)), GH_STR("/reason"), &found) != GH_FOUND) return "";
    return gh_test_string(&host->memory, found).ptr;
}

#define REASON(callback, arguments, expected)                                                                          \
    check(strcmp(reason(host, callback, arguments), expected) == 0, __LINE__, reason(host, callback, arguments))

static void mistakes_in_arguments_are_told(gh_test_host *host)
{
    REASON("spam_checker.user_may_joinn", "{}", "there is no such callback");
    REASON("spam_checker.user_may_join_room", "{", "arguments: they are not JSON");
    REASON("spam_checker.user_may_join_room", "[]", "arguments: expected an object");
    REASON("spam_checker.user_may_join_room", GH_TEST_JSON({"user_id" : 7, "is_invited" : null, "user" : ""}),
        "arguments: user_id: expected a string; room_id: it is missing; is_invited: expected true or false; "
        "user: there is no such argument");
    REASON("spam_checker.check_event_for_spam", GH_TEST_JSON({"event" : {"sender" : 1, "origin_server_ts" : 1.5}}),
        "arguments: event.event_id: it is missing; event.room_id: it is missing; event.room_version: it is missing; "
        "event.sender: expected a string; event.type: it is missing; event.origin_server_ts: expected a whole number "
        "of at most 64 bits; event.local: it is missing");
    REASON("spam_checker.check_media_file_for_spam",
        GH_TEST_JSON({"file_wrapper" : {"base64" : "a"}, "file_info" : {"file_id" : "", "url_cache" : true}}),
        "arguments: file_wrapper: expected an object with `base64`, the file's bytes");
    REASON("spam_checker.check_login_for_spam",
        GH_TEST_JSON({"user_id" : "", "request_info" : [ [ "", "" ], [""], 7 ]}),
        "arguments: request_info.1: expected a list of 2 values; request_info.2: expected a list of 2 values");
}

static void structs_can_be_handed_over_as_well(gh_test_host *host)
{
    const gh_event event = {sizeof event, GH_STR("$1"), GH_STR("!r:x"), GH_STR("11"), GH_STR("@a:x"), GH_STR("m.x"),
        GH_STR(""), 7, 1, GH_JSON("{}"), GH_NO_JSON};
    const gh_event *events[] = {&event};
    const gh_event *found = NULL;
    const gh_check_event_allowed call = {0, &event, gh_test_state_of(host, events, 1)};
    subject.answer = deny;
    HOLDS(GH_EXPECT_DENY(gh_test_check_event_allowed(host, &call)));
    CHECK(gh_test_state_get(call.state_events, GH_STR("m.x"), GH_STR(""), &found) == GH_FOUND && found == &event);

    gh_str path = GH_NO_STR;
    const gh_media *media = gh_test_media_of(host, GH_STR("hello"), GH_STR("/tmp/f"));
    CHECK(gh_test_media_path(media, &path) == GH_FOUND && gh_equal(path, GH_STR("/tmp/f")));
}

/* -- the host -- */

static void the_host_offers_its_tables(gh_test_host *host)
{
    const gh_host *table = subject.host;
    table->log(table, GH_WARNING, GH_STR("a line of the log"), GH_JSON("{\"n\": 1}"));
    HOLDS(GH_EXPECT_LOGGED(host, GH_WARNING, "line of"));
    CHECK(strcmp(host->log->subject, "{\"n\": 1}") == 0);
    const int64_t then = table->now(table, GH_WALL);
    CHECK(table->now(table, GH_WALL) == then && table->now(table, GH_MONOTONIC) != then);
    host->time[GH_WALL] += 1000;
    CHECK(table->now(table, GH_WALL) == then + 1000);
    CHECK(table->service(table, GH_STR("gatehouse.http/1")) == NULL);
    CHECK(table->info->major == GH_MAJOR && table->json == gh_test_json_functions());
}

static void a_call_comes_from_the_process_that_the_test_says(gh_test_host *host)
{
    static const gh_process worker = {sizeof worker, GH_STR_INIT("worker1"), 0};
    verdict(host, say_next);
    CHECK(subject.process == NULL && subject.is_from_main);
    host->process = &worker;
    verdict(host, say_next);
    CHECK(gh_equal(subject.process->name, GH_STR("worker1")) && !subject.is_from_main);
    host->process = NULL;
}

static void a_configuration_is_accepted_or_refused(gh_test_host *host)
{
    const uint64_t before = host->failures;
    HOLDS(GH_EXPECT_ACCEPTED(host, NULL));
    CHECK(strcmp(host->state_reads->subject, "m.room.name") == 0);
    FAILS(GH_EXPECT_REFUSED(host, "{}", "prefix"));
    subject.key_path = GH_STR("users.3");
    HOLDS(GH_EXPECT_REFUSED(host, "{}", "users.3"));
    FAILS(GH_EXPECT_REFUSED(host, "{}", "users"));
    FAILS(GH_EXPECT_ACCEPTED(host, "{}"));
    gh_test_host *other = gh_test_load("{}");
    CHECK(strcmp(other->trouble, "configure refuses users.3: is wrong") == 0);
    CHECK(gh_test_end(other) == 1);
    subject.key_path = GH_NO_STR;
    HOLDS(GH_EXPECT_REFUSED(host, "{", ""));
    CHECK(host->failures == before + 3);
    host->failures = before;
}

static void what_is_left_out_is_not_asked(void)
{
    subject.leaves_out = GH_STR("spam_checker.user_may_join_room");
    gh_test_host *host = gh_test_load(NULL);
    FAILS(GH_EXPECT_NEXT(verdict(host, say_next)));
    HOLDS(GH_EXPECT_NEXT(event_verdict(host, say_next)));
    CHECK(gh_test_end(host) == 1);
    subject.leaves_out = GH_STR("spam_checker.of_a_newer_contract");
    host = gh_test_load(NULL);
    HOLDS(GH_EXPECT_NEXT(verdict(host, say_next)));
    CHECK(gh_test_end(host) == 0);
    subject.leaves_out = GH_STR("presence_router.get_interested_users");
    HOLDS(gh_test_end(gh_test_load(NULL)));
    subject.leaves_out = GH_NO_STR;
}

static void trouble_in_registration_fails_all_checks(void)
{
    subject.registers = GH_FAILED;
    gh_test_host *host = gh_test_load(NULL);
    CHECK(strcmp(host->trouble, "it refuses this host: not today") == 0);
    FAILS(GH_EXPECT_NEXT(verdict(host, say_next)));
    CHECK(gh_test_end(host) == 1);
    subject.registers = GH_NEXT;
    HOLDS(gh_test_end(gh_test_load(NULL)));
    subject.registers = 0;
}

#if defined(__cpp_exceptions)
#include <stdexcept>

static gh_outcome throw_error(gh_reply *) { throw std::runtime_error("oh no"); }
static gh_outcome throw_number(gh_reply *) { throw 7; }

static void an_exception_is_a_failure(gh_test_host *host)
{
    HOLDS(GH_EXPECT_FAILED_TEXT(verdict(host, throw_error), "C++ exception: oh no"));
    HOLDS(GH_EXPECT_FAILED(verdict(host, throw_number)));
}
#else
static void an_exception_is_a_failure(gh_test_host *host) { (void)host; }
#endif

int main(void)
{
    gh_test_host *host = gh_test_load(NULL);
    CHECK(subject.host == &host->table && host->self == &subject);
    every_kind_of_answer_is_recorded(host);
    what_no_host_takes_is_invalid(host);
    a_check_that_does_not_hold_fails(host);
    arguments_arrive(host);
    media_is_read_from_its_bytes(host);
    mistakes_in_arguments_are_told(host);
    structs_can_be_handed_over_as_well(host);
    the_host_offers_its_tables(host);
    a_call_comes_from_the_process_that_the_test_says(host);
    a_configuration_is_accepted_or_refused(host);
    an_exception_is_a_failure(host);
    CHECK(gh_test_end(host) == 0);
    CHECK(subject.host == NULL);
    what_is_left_out_is_not_asked();
    trouble_in_registration_fails_all_checks();
    printf("%d checks, %d failed\n", checks, failures);
    return failures > 0;
}
