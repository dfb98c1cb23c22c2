/* Offers a function for each of the tests' hooks. Its instance is the number of its configuration. */
#include "gatehouse/gatehouse.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef struct instance {
    int64_t number;
    int64_t told;
    char text[64];
} instance;

static bool is_below(void *self, int64_t number) { return number < ((instance *)self)->number; }

/* A name for its own number, and none for any other. */
static gh_str name_of(void *self, int64_t number)
{
    return number == ((instance *)self)->number ? GH_STR("mine") : GH_NO_STR;
}

static void told(void *self, gh_str text)
{
    (void)text;
    ((instance *)self)->told++;
}

static int64_t count(void *self) { return ((instance *)self)->told; }

static uint8_t add(void *self) { return (uint8_t)((instance *)self)->number; }

/* Puts its number, a digit, behind the text; number 0 returns what is no text. What is returned is the instance's, and
   changes with each call. */
static gh_str append(void *self, gh_str text)
{
    instance *own = self;
    const size_t length = text.len < 60 ? text.len : 60;
    if (own->number == 0) return GH_STR("\xff");
    memmove(own->text, text.ptr, length);
    own->text[length] = (char)('0' + own->number);
    own->text[length + 1] = 0;
    return gh_make_str(own->text, length + 1);
}

static const char *append_cstr(void *self, const char *text)
{
    return append(self, gh_make_str(text, strlen(text))).ptr;
}

/* A number with its own digit behind it; number 0 returns what is no JSON. */
static gh_json append_json(void *self, gh_json number)
{
    gh_json appended = {append(self, number.text)};
    return appended;
}

/* Through libffi: floats, and more than six cells. */
static double mix(void *self, double a, float b, int8_t c, gh_str d, gh_json e, const char *f, bool g)
{
    return (double)((instance *)self)->number + a + (double)b + c + (double)d.len + (double)e.text.len +
           (double)strlen(f) + g;
}

static gh_str no_utf8(void *self)
{
    (void)self;
    return GH_STR("\xff");
}

static gh_str endless(void *self)
{
    (void)self;
    return gh_make_str("x", SIZE_MAX);
}

#define OFFER(variable, name, signature, function) static const gh_offer variable = GH_OFFER(name, signature, function)
OFFER(below, "test.is_below", "bool(i64 number)", is_below);
OFFER(naming, "test.name_of", "str(i64 number)", name_of);
OFFER(telling, "test.told", "void(str text)", told);
OFFER(counting, "test.count", "i64()", count);
OFFER(adding, "test.add", "u8()", add);
OFFER(appending, "test.append", "str(str text)", append);
OFFER(appending_cstr, "test.append_cstr", "cstr(cstr text)", append_cstr);
OFFER(appending_json, "test.append_json", "json(json number)", append_json);
OFFER(mixing, "test.mix", "f64(f64 a, f32 b, i8 c, str d, json e, cstr f, bool g)", mix);
OFFER(invalid, "test.no_utf8", "str()", no_utf8);
OFFER(absurd, "test.endless", "str()", endless);
static const gh_offer *const offers[] = {&below, &naming, &telling, &counting, &adding, &appending, &appending_cstr,
    &appending_json, &mixing, &invalid, &absurd, NULL};

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    gh_json left_out = GH_NO_JSON;
    char name[64];
    size_t needed = 0;
    (void)reply;
    if (setup->json->get(config, GH_STR("/without"), &left_out) != GH_FOUND) return GH_NEXT;
    if (setup->json->unescape(left_out, name, sizeof name, &needed) != GH_FOUND) return GH_FAILED;
    return gh_leave_out(setup, gh_make_str(name, needed));
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_json number = GH_NO_JSON;
    instance *made = calloc(1, sizeof *made);
    if (made == NULL) return gh_refuse(reply, GH_STR(""), GH_STR("there is no memory left"));
    if (host->json->get(config, GH_STR("/number"), &number) == GH_FOUND)
        (void)host->json->integer(number, &made->number);
    *self = made;
    return GH_NEXT;
}

static void destroy(void *self) { free(self); }

static const gh_module module = {
    .size = sizeof(gh_module),
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("hooked"),
    .configure = configure,
    .create = create,
    .destroy = destroy,
    .offers = offers,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
