/* Functions for the tests of ForeignCalls, as a C compiler makes them. */
#ifndef FOREIGNFUNCTIONS_H
#define FOREIGNFUNCTIONS_H

#include "CForeignCall.h"

/* What the compiler says of a type. */
size_t ff_size(fc_type type);
size_t ff_alignment(fc_type type);

/* A function `T f(T)` of this type, which returns what it gets. */
fc_function ff_echo(fc_type type);

/* Functions of 20 parameters that spill from the registers to the stack. Each returns a sum in which every parameter has
   a weight of its own, or the last text. */
typedef struct ff_mix {
    const char *signature;
    fc_function function;
} ff_mix;
const ff_mix *ff_mix_at(size_t number);
#define FF_MIX_COUNT 4

/* Functions whose arguments, of 2 to 6 cells, stand in registers. Each returns such a sum, or the last text. */
const ff_mix *ff_small_mix_at(size_t number);
#define FF_SMALL_MIX_COUNT 6

/* The weight of the parameter at a place, from 0. */
double ff_weight(size_t place);

/* A function of any signature, made by libffi. `result` is all 0 when its handler begins. */
typedef void (*ff_handler)(void *context, const uint64_t *cells, fc_result *result);
typedef struct ff_made ff_made;
ff_made *ff_make_function(fc_type result, const fc_type *parameters, size_t count, ff_handler handler, void *context);
fc_function ff_made_function(const ff_made *made);
void ff_free_function(ff_made *made);

/* A compiled function of each signature whose arguments stand in registers: notes those, and returns what it is told.
   Each thread has its own notes. */
extern const fc_function ff_recorder;
void ff_record(fc_result returned);
const uint64_t *ff_recorded(void);

/* For the benchmark: so many calls of a `bool(str user, i64 cents)` with an instance, through its own type or as one
   knows it at run time only. Gives how many were answered with yes. */
typedef fc_result (*ff_way)(const fc_signature *signature, fc_function function, const uint64_t *cells);
uint64_t ff_call_directly(const uint64_t *cells, size_t calls);
uint64_t ff_call_prepared(ff_way way, const fc_signature *signature, const uint64_t *cells, size_t calls);

#endif
