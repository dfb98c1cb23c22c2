#include "ForeignFunctions.h"

#include <string.h>

typedef struct text {
    const char *ptr;
    size_t len;
} text;

#define TYPES(X)                                                                                                       \
    X(FC_BOOL, bool, boolean)                                                                                          \
    X(FC_I8, int8_t, i8)                                                                                               \
    X(FC_U8, uint8_t, u8)                                                                                              \
    X(FC_I16, int16_t, i16)                                                                                            \
    X(FC_U16, uint16_t, u16)                                                                                           \
    X(FC_I32, int32_t, i32)                                                                                            \
    X(FC_U32, uint32_t, u32)                                                                                           \
    X(FC_I64, int64_t, i64)                                                                                            \
    X(FC_U64, uint64_t, u64)                                                                                           \
    X(FC_F32, float, f32)                                                                                              \
    X(FC_F64, double, f64)                                                                                             \
    X(FC_POINTER, void *, pointer)                                                                                     \
    X(FC_TEXT, text, text)

#define ECHO(number, type, name)                                                                                       \
    static type echo_##name(type value) { return value; }
TYPES(ECHO)

#define SIZE(number, type, name) [number] = sizeof(type),
#define ALIGNMENT(number, type, name) [number] = _Alignof(type),
#define FUNCTION(number, type, name) [number] = (fc_function)echo_##name,
static const size_t sizes[] = {TYPES(SIZE)};
static const size_t alignments[] = {TYPES(ALIGNMENT)};
static const fc_function echoes[] = {TYPES(FUNCTION)};

size_t ff_size(fc_type type) { return sizes[type]; }
size_t ff_alignment(fc_type type) { return alignments[type]; }
fc_function ff_echo(fc_type type) { return echoes[type]; }

double ff_weight(size_t place) { return (double)(place + 1); }

/* -- mixes -- */

#define W(place, value) ((double)(value)*ff_weight(place))

static double integers(int8_t a, uint8_t b, int16_t c, uint16_t d, int32_t e, uint32_t f, int64_t g, uint64_t h, bool i,
    int8_t j, uint8_t k, int16_t l, uint16_t m, int32_t n, uint32_t o, int64_t p, uint64_t q, bool r, int8_t s,
    uint16_t t)
{
    return W(0, a) + W(1, b) + W(2, c) + W(3, d) + W(4, e) + W(5, f) + W(6, g) + W(7, h) + W(8, i) + W(9, j) +
           W(10, k) + W(11, l) + W(12, m) + W(13, n) + W(14, o) + W(15, p) + W(16, q) + W(17, r) + W(18, s) + W(19, t);
}

static double floats(float a, double b, float c, double d, float e, double f, float g, double h, float i, double j,
    float k, double l, float m, double n, float o, double p, float q, double r, float s, double t)
{
    return W(0, a) + W(1, b) + W(2, c) + W(3, d) + W(4, e) + W(5, f) + W(6, g) + W(7, h) + W(8, i) + W(9, j) +
           W(10, k) + W(11, l) + W(12, m) + W(13, n) + W(14, o) + W(15, p) + W(16, q) + W(17, r) + W(18, s) + W(19, t);
}

/* A text counts with its length. */
static double all(text a, int8_t b, float c, const char *d, text e, double f, uint16_t g, text h, bool i, int64_t j,
    float k, text l, uint8_t m, double n, const char *o, text p, int32_t q, float r, uint64_t s, text t)
{
    return W(0, a.len) + W(1, b) + W(2, c) + W(3, strlen(d)) + W(4, e.len) + W(5, f) + W(6, g) + W(7, h.len) + W(8, i) +
           W(9, j) + W(10, k) + W(11, l.len) + W(12, m) + W(13, n) + W(14, strlen(o)) + W(15, p.len) + W(16, q) +
           W(17, r) + W(18, s) + W(19, t.len);
}

/* The last text that is passed in part of the registers that are left, and so not in them at all. */
static text last_text(int64_t a, text b, double c, int64_t d, int64_t e, text f, float g, int32_t h, text i, double j,
    text k, bool l, text m, int8_t n, text o, float p, text q, uint16_t r, text s, text t)
{
    (void)a, (void)b, (void)c, (void)d, (void)e, (void)f, (void)g, (void)h, (void)i, (void)j;
    (void)k, (void)l, (void)m, (void)n, (void)o, (void)p, (void)q, (void)r, (void)s;
    return t;
}

static const ff_mix mixes[FF_MIX_COUNT] = {
    {"f64(i8, u8, i16, u16, i32, u32, i64, u64, bool, i8, u8, i16, u16, i32, u32, i64, u64, bool, i8, u16)",
        (fc_function)integers},
    {"f64(f32, f64, f32, f64, f32, f64, f32, f64, f32, f64, f32, f64, f32, f64, f32, f64, f32, f64, f32, f64)",
        (fc_function)floats},
    {"f64(str, i8, f32, cstr, bytes, f64, u16, json, bool, i64, f32, str, u8, f64, cstr, str, i32, f32, u64, bytes)",
        (fc_function)all},
    {"str(i64, str, f64, i64, i64, str, f32, i32, str, f64, str, bool, str, i8, str, f32, str, u16, str, str)",
        (fc_function)last_text},
};

const ff_mix *ff_mix_at(size_t number) { return &mixes[number]; }

/* -- mixes that fit registers -- */

#define N(place, value) ((int64_t)(value) * (place + 1))

static int64_t two_narrow(int8_t a, uint8_t b) { return N(0, a) + N(1, b); }
static int64_t text_after_one(int16_t a, text b) { return N(0, a) + N(1, b.len); }
static int64_t text_between(int8_t a, text b, uint16_t c) { return N(0, a) + N(1, b.len) + N(2, c); }

static int64_t five(uint8_t a, int16_t b, uint32_t c, int64_t d, bool e)
{
    return N(0, a) + N(1, b) + N(2, c) + N(3, d) + N(4, e);
}

static int64_t six_narrow(bool a, int8_t b, uint8_t c, int16_t d, uint16_t e, int32_t f)
{
    return N(0, a) + N(1, b) + N(2, c) + N(3, d) + N(4, e) + N(5, f);
}

static text six_cells(int8_t a, text b, uint16_t c, text d)
{
    (void)a, (void)b, (void)c;
    return d;
}

static const ff_mix small_mixes[FF_SMALL_MIX_COUNT] = {
    {"i64(i8, u8)", (fc_function)two_narrow},
    {"i64(i16, str)", (fc_function)text_after_one},
    {"i64(i8, bytes, u16)", (fc_function)text_between},
    {"i64(u8, i16, u32, i64, bool)", (fc_function)five},
    {"i64(bool, i8, u8, i16, u16, i32)", (fc_function)six_narrow},
    {"str(i8, json, u16, str)", (fc_function)six_cells},
};

const ff_mix *ff_small_mix_at(size_t number) { return &small_mixes[number]; }

/* -- for the benchmark -- */

static bool may_charge(void *self, text user, int64_t cents) { return self != NULL && user.ptr != NULL && cents < 2; }

uint64_t ff_call_directly(const uint64_t *cells, size_t calls)
{
    bool (*volatile function)(void *, text, int64_t) = may_charge;
    const text user = {(const char *)cells[1], cells[2]};
    uint64_t sum = 0;
    for (size_t i = 0; i < calls; i++)
        sum += function((void *)cells[0], user, (int64_t)cells[3]);
    return sum;
}

uint64_t ff_call_prepared(ff_way way, const fc_signature *signature, const uint64_t *cells, size_t calls)
{
    const volatile ff_way volatile_way = way;
    uint64_t sum = 0;
    for (size_t i = 0; i < calls; i++)
        sum += volatile_way(signature, (fc_function)may_charge, cells).cells[0];
    return sum;
}
