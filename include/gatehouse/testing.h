/*
 * Tests of a module without a host. C11, and clean as C++17; nothing but the C standard library.
 *
 * Not a part of the contract: all of this stands on the test's side. The test is a program that the module is linked
 * into, by its sources or as the library that was built:
 *
 *     #include <gatehouse/testing.h>
 *
 *     int main(void)
 *     {
 *         gh_test_host *host = gh_test_load(GH_TEST_JSON({"prefix": "@guest-"}));
 *
 *         GH_EXPECT_NEXT(gh_test_call(host, "spam_checker.user_may_join_room",
 *             GH_TEST_JSON({"user_id": "@alice:example.org", "room_id": "!r:example.org", "is_invited": false})));
 *         GH_EXPECT_DENY_CODE(gh_test_call(host, "spam_checker.user_may_join_room",
 *             GH_TEST_JSON({"user_id": "@guest-1:example.org", "room_id": "!r:example.org", "is_invited": false})),
 *             "M_FORBIDDEN");
 *         GH_EXPECT_REFUSED(host, GH_TEST_JSON({"prefix": 7}), "prefix");
 *
 *         return gh_test_end(host);
 *     }
 *
 *     cc -std=c11 doorkeeper.c doorkeeper_test.c -o doorkeeper_test && ./doorkeeper_test
 *
 * gh_test_load registers the module, configures it and makes an instance, as a host does; gh_test_start,
 * gh_test_configure and gh_test_create do it step by step. Several hosts may be open at once. A call takes its arguments
 * as JSON, or as the callback's struct: gh_test_user_may_join_room(host, &call). What a host would not take is an
 * invalid answer here too. The clock stands still until the test moves `host->time`. All checks are in
 * testing/expect.h.
 *
 * What it does not do: late answers, services, chains of several modules, and calls on several threads. A cookie goes
 * back only where the test hands it back: gh_test_post_login(host, &call).
 */
#ifndef GATEHOUSE_TESTING_H
#define GATEHOUSE_TESTING_H

#include "gatehouse.h"
#include "testing/memory.h"
#include "testing/json.h"
#include "testing/json_functions.h"
#include "testing/reply.h"
#include "testing/reply_functions.h"
#include "testing/outcome.h"
#include "testing/fields.h"
#include "testing/handles.h"
#include "testing/arguments.h"
#include "testing/callbacks.h"
#include "testing/host.h"
#include "testing/call.h"
#include "testing/expect.h"

#endif
