/* The JSON functions of testing.h, case by case. */
#include <gatehouse/testing.h>

static int failures = 0, checks = 0;

static void check(int holds, int line, const char *what)
{
    checks++;
    if (holds) return;
    failures++;
    fprintf(stderr, "json.c:%d: %s\n", line, what);
}

#define CHECK(condition) check((condition) != 0, __LINE__, #condition)

static int is_json(gh_str text) { return gh_test_is_json(gh_make_json(text)); }

static void json_is_told_from_what_is_none(void)
{
    const char *good[] = {"null", " true ", "-0", "0", "10", "1.5", "1e9", "1E-9", "-1.25e+3", "\"\"",
        "\"a\\u00e9\\n\"", "[]", "[ ]", "{}", "[1, [2], {\"a\": []}]", "{\"a\":1,\"a\":2}", "\"\\ud800\"",
        "\"\xf0\x9f\x98\x80\"", "\t\r\n[]\n"};
    const char *bad[] = {"", " ", "nul", "nulll", "True", "+1", "01", "-", "1.", ".5", "1e", "1e+", "0x1", "NaN", "\"",
        "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\n\"", "\"\x01\"", "[", "]", "[1", "[1,]", "[,1]", "[1 2]",
        "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\" 1}", "[}", "[] []", "\"\xff\"",
        "\"\xc0\x80\"", "\"\xed\xa0\x80\"", "\"\xf4\x90\x80\x80\"", "\"\xe2\x82\"", "\"\\\n\"", "1 1"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        check(is_json(gh_test_str(good[i])), __LINE__, good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        check(!is_json(gh_test_str(bad[i])), __LINE__, bad[i]);
    CHECK(!is_json(GH_NO_STR));
    CHECK(!is_json(GH_STR("\"\0\"")));
    CHECK(is_json(GH_STR("\"\\u0000\"")));
    for (size_t length = 0; length < 22; length++) /* nothing behind the end is looked at */
        CHECK(!is_json(gh_make_str("{\"a\":[1,\"\\u00e9\",true]}", length)));
}

static void depth_is_limited(void)
{
    char text[2 * GH_TEST_DEPTH + 2];
    memset(text, '[', GH_TEST_DEPTH + 1);
    memset(text + GH_TEST_DEPTH + 1, ']', GH_TEST_DEPTH + 1);
    CHECK(is_json(gh_make_str(text + 1, 2 * GH_TEST_DEPTH)));
    CHECK(!is_json(gh_make_str(text, sizeof text)));
}

/* What `get` gives, as text: "?" unreachable, "-" absent. */
static gh_str get(const char *json, const char *pointer)
{
    gh_json value;
    const gh_found found = gh_test_get(gh_make_json(gh_test_str(json)), gh_test_str(pointer), &value);
    return found == GH_FOUND ? value.text : found == GH_ABSENT ? GH_STR("-") : GH_STR("?");
}

#define GIVES(json, pointer, value) CHECK(gh_equal(get(json, pointer), GH_STR(value)))

static void a_pointer_leads_to_a_slice(void)
{
    GIVES(" {\"a\": {\"b\": [10, 20 ]}} ", "/a/b/1", "20");
    GIVES(" {\"a\": {\"b\": [10, 20 ]}} ", "/a/b", "[10, 20 ]");
    GIVES(" 7 ", "", "7");
    GIVES("{\"a\": 1, \"a\": 2}", "/a", "2");
    GIVES("{\"\": 1}", "/", "1");
    GIVES("{\"a/b\": 1, \"a~b\": 2, \"~1\": 3}", "/a~1b", "1");
    GIVES("{\"a/b\": 1, \"a~b\": 2, \"~1\": 3}", "/a~0b", "2");
    GIVES("{\"a/b\": 1, \"a~b\": 2, \"~1\": 3}", "/~01", "3");
    GIVES("{\"\\u00e9\": 1}", "/\xc3\xa9", "1");
    GIVES("{\"a\": 1}", "/A", "-");
    GIVES("{\"ab\": 1}", "/a", "-");
    GIVES("{\"a\": 1}", "/ab", "-");
    GIVES("{\"a\": 1}", "/a/b", "-");
    GIVES("[1, 2]", "/2", "-");
    GIVES("[1, 2]", "/01", "-");
    GIVES("[1, 2]", "/-", "-");
    GIVES("[1, 2]", "/", "-");
    GIVES("{\"a~\": 1}", "/a~", "?");
    GIVES("{\"a~2\": 1}", "/a~2", "?");
    GIVES("[1, 2]", "1", "?");
    GIVES("[1, 2", "/1", "?");
}

static void strings_come_out_and_go_in(void)
{
    char buffer[64];
    size_t needed = 0;
    const gh_json string = GH_JSON("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u20ac\\ud83d\\ude00\\ud800x\\udc00\"");
    const gh_str text = GH_STR("a\"\\/\b\f\n\r\tA\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xef\xbf\xbdx\xef\xbf\xbd");
    CHECK(gh_test_unescape(string, NULL, 0, &needed) == GH_TOO_SMALL && needed == text.len);
    CHECK(gh_test_unescape(string, buffer, needed - 1, &needed) == GH_TOO_SMALL);
    CHECK(gh_test_unescape(string, buffer, needed, &needed) == GH_FOUND);
    CHECK(gh_equal(gh_make_str(buffer, needed), text));
    CHECK(gh_test_unescape(GH_JSON("\"\""), NULL, 0, &needed) == GH_FOUND && needed == 0);
    CHECK(gh_test_unescape(GH_JSON("7"), buffer, sizeof buffer, &needed) == GH_ABSENT);
    CHECK(gh_test_unescape(GH_JSON("\"a"), buffer, sizeof buffer, &needed) == GH_UNREACHABLE);

    const gh_str quoted = GH_STR("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\x7f\xc3\xa9\"");
    CHECK(gh_test_quote(GH_STR("\"\\/\b\f\n\r\t\0\x1f\x7f\xc3\xa9"), buffer, sizeof buffer, &needed) == GH_FOUND);
    CHECK(gh_equal(gh_make_str(buffer, needed), quoted));
    CHECK(gh_test_quote(GH_STR("a"), buffer, 2, &needed) == GH_TOO_SMALL && needed == 3);
    CHECK(gh_test_quote(GH_STR("\xff"), buffer, sizeof buffer, &needed) == GH_UNREACHABLE);
    CHECK(gh_test_quote(GH_NO_STR, buffer, sizeof buffer, &needed) == GH_UNREACHABLE);
}

static void whole_numbers_have_64_bits(void)
{
    int64_t number = 0;
    CHECK(gh_test_integer(GH_JSON(" 9223372036854775807 "), &number) == GH_FOUND && number == INT64_MAX);
    CHECK(gh_test_integer(GH_JSON("-9223372036854775808"), &number) == GH_FOUND && number == INT64_MIN);
    CHECK(gh_test_integer(GH_JSON("-0"), &number) == GH_FOUND && number == 0);
    CHECK(gh_test_integer(GH_JSON("9223372036854775808"), &number) == GH_ABSENT);
    CHECK(gh_test_integer(GH_JSON("-9223372036854775809"), &number) == GH_ABSENT);
    CHECK(gh_test_integer(GH_JSON("1.0"), &number) == GH_ABSENT);
    CHECK(gh_test_integer(GH_JSON("\"1\""), &number) == GH_ABSENT);
    CHECK(gh_test_integer(GH_JSON("1x"), &number) == GH_UNREACHABLE);
}

static void containers_are_gone_through(void)
{
    const gh_json object = GH_JSON(" { \"a\" : 1 , \"b\" : [ 2 ] } "), array = GH_JSON("[ 1 , {} ]");
    uint64_t cursor = 0;
    gh_json key, value;
    CHECK(gh_test_next(object, &cursor, &key, &value) == GH_FOUND && gh_json_is(key, GH_STR("\"a\"")));
    CHECK(gh_json_is(value, GH_STR("1")));
    CHECK(gh_test_next(object, &cursor, NULL, &value) == GH_FOUND && gh_json_is(value, GH_STR("[ 2 ]")));
    CHECK(gh_test_next(object, &cursor, &key, &value) == GH_ABSENT);
    cursor = 0;
    CHECK(gh_test_next(array, &cursor, &key, &value) == GH_FOUND && gh_is_absent(key.text));
    CHECK(gh_test_next(array, &cursor, &key, &value) == GH_FOUND && gh_json_is(value, GH_STR("{}")));
    CHECK(gh_test_next(array, &cursor, &key, &value) == GH_ABSENT && cursor == 2);
    cursor = 0;
    CHECK(gh_test_next(GH_JSON("{}"), &cursor, &key, &value) == GH_ABSENT);
    CHECK(gh_test_next(GH_JSON("7"), &cursor, &key, &value) == GH_UNREACHABLE);
    CHECK(gh_test_next(GH_JSON("[1"), &cursor, &key, &value) == GH_UNREACHABLE);
}

static int same(const char *one, const char *other, int inAnyOrder)
{
    gh_test_memory memory = {NULL};
    const gh_json left = gh_test_trim(gh_make_json(gh_test_str(one)));
    const int found = gh_test_same(&memory, left, gh_test_trim(gh_make_json(gh_test_str(other))), inAnyOrder);
    gh_test_release(&memory);
    return found;
}

static void values_are_compared_by_what_they_mean(void)
{
    CHECK(same("{\"a\": 1, \"b\": \"\\u00e9\"}", "{\"b\":\"\xc3\xa9\",\"a\":1}", 0));
    CHECK(same("[1, 2.50]", "[1.0, 2.5]", 0));
    CHECK(!same("[1, 2]", "[2, 1]", 0));
    CHECK(same("[1, 2]", "[2, 1]", 1));
    CHECK(!same("[1]", "[1, 1]", 1));
    CHECK(!same("{\"a\": 1}", "{\"b\": 1}", 0));
    CHECK(!same("\"1\"", "1", 0));
    CHECK(!same("[]", "{}", 0));
    CHECK(!same("null", "false", 0));
    CHECK(!same("0", "null", 0));
}

/* testing.h refers to the module that is under test. */
gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_refuse_host(into, GH_STR("there is none"));
}

int main(void)
{
    json_is_told_from_what_is_none();
    depth_is_limited();
    a_pointer_leads_to_a_slice();
    strings_come_out_and_go_in();
    whole_numbers_have_64_bits();
    containers_are_gone_through();
    values_are_compared_by_what_they_mean();
    printf("%d checks, %d failed\n", checks, failures);
    return failures > 0;
}
