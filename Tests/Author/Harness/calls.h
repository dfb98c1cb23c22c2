/* Calls of one callback for each kind of reply, which answers with the given function. */
#ifndef CALLS_H
#define CALLS_H

#include <gatehouse/testing.h>

#include "subject.h"

#define EVENT                                                                                                          \
    "{\"event_id\": \"$1\", \"room_id\": \"!r:x\", \"room_version\": \"11\", \"sender\": \"@a:x\", \"type\": \"m.x\"," \
    " \"origin_server_ts\": 7, \"local\": true, \"content\": {\"body\": \"a\\\"\\u00e9\"}}"

static gh_test_result verdict(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "spam_checker.user_may_join_room",
        GH_TEST_JSON({"user_id" : "@a:x", "room_id" : "!r:x", "is_invited" : true}));
}

static gh_test_result event_verdict(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "spam_checker.check_event_for_spam", "{\"event\": " EVENT "}");
}

static gh_test_result code(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "spam_checker.user_may_send_state_event",
        GH_TEST_JSON({"user_id" : "", "room_id" : "", "event_type" : "", "state_key" : "", "content" : {}}));
}

static gh_test_result objection(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "third_party_rules.check_can_shutdown_room", GH_TEST_JSON({"room_id" : "!r:x"}));
}

static gh_test_result registration(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "spam_checker.check_registration_for_spam",
        GH_TEST_JSON(
            {"username" : "a", "request_info" : [ [ "curl", "::1" ], [ null, "::2" ] ], "email_threepid" : null}));
}

static gh_test_result replacement(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "third_party_rules.check_event_allowed",
        "{\"event\": " EVENT ", \"state_events\": [" EVENT ", " EVENT "]}");
}

static gh_test_result rewriting(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "third_party_rules.on_create_room", GH_TEST_JSON({
        "requester" :
            {"user" : "@a:x", "access_token_id" : 7, "is_guest" : false, "scope" : [], "shadow_banned" : false},
        "request_content" : {"name" : "A"},
        "is_requester_admin" : false
    }));
}

static gh_test_result notice(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "third_party_rules.on_threepid_bind",
        GH_TEST_JSON({"user_id" : "@a:x", "medium" : "email", "address" : "a@x"}));
}

static gh_test_result users(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "presence_router.get_interested_users", GH_TEST_JSON({"user_id" : "@a:x"}));
}

static gh_test_result presence(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "presence_router.get_users_for_states", GH_TEST_JSON({
        "state_updates" : [ {
            "user_id" : "@a:x",
            "state" : "online",
            "last_active_ts" : 1,
            "last_federation_update_ts" : 2,
            "last_user_sync_ts" : 3,
            "currently_active" : true
        } ]
    }));
}

static gh_test_result truth(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "account_validity.is_user_expired", GH_TEST_JSON({"user" : "@a:x"}));
}

static gh_test_result text(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "password_auth_provider.get_username_for_registration",
        GH_TEST_JSON({"uia_results" : {}, "params" : {}}));
}

static gh_test_result number(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "background_update_controller.min_batch_size",
        GH_TEST_JSON({"update_name" : "u", "database_name" : "master"}));
}

static gh_test_result object(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "media_repository.get_media_config_for_user", GH_TEST_JSON({"user_id" : "@a:x"}));
}

static gh_test_result login(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "password_auth_provider.auth_checkers",
        GH_TEST_JSON({"username" : "a", "login_type" : "m.login.password", "login_dict" : {}}));
}

static gh_test_result renewal(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "account_validity.on_legacy_renew", GH_TEST_JSON({"renewal_token" : "t"}));
}

static gh_test_result limits(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "media_repository.get_media_upload_limits_for_user", GH_TEST_JSON({"user_id" : "@a:x"}));
}

static gh_test_result override_(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(
        host, "ratelimit.get_ratelimit_override_for_user", GH_TEST_JSON({"user" : "@a:x", "limiter_name" : "l"}));
}

static gh_test_result update(gh_test_host *host, subject_answer answer)
{
    subject.answer = answer;
    return gh_test_call(host, "background_update_controller.on_update",
        GH_TEST_JSON({"update_name" : "u", "database_name" : "master", "one_shot" : false}));
}

#endif
