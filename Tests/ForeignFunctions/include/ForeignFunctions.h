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

/* The weight of the parameter at a place, from 0. */
double ff_weight(size_t place);

/* For the benchmark: so many calls of a `bool(str user, i64 cents)` with an instance, through its own type or as one
   knows it at run time only. Gives how many were answered with yes. */
typedef fc_result (*ff_way)(const fc_signature *signature, fc_function function, const uint64_t *cells);
uint64_t ff_call_directly(const uint64_t *cells, size_t calls);
uint64_t ff_call_prepared(ff_way way, const fc_signature *signature, const uint64_t *cells, size_t calls);

#endif
