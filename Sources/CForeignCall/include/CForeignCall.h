/* Calls of C functions whose signature is known only at run time. All of libffi. */
#ifndef CFOREIGNCALL_H
#define CFOREIGNCALL_H

#include "ArgumentRoom.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Types of parameters and results. FC_TEXT is a pointer and a size_t in a struct, by value: gh_str, gh_json. */
typedef enum fc_type {
    FC_VOID,
    FC_BOOL,
    FC_I8,
    FC_U8,
    FC_I16,
    FC_U16,
    FC_I32,
    FC_U32,
    FC_I64,
    FC_U64,
    FC_F32,
    FC_F64,
    FC_POINTER,
    FC_TEXT
} fc_type;

/* As the C compiler of this machine has them. */
size_t fc_size(fc_type type);
size_t fc_alignment(fc_type type);

#define FC_MOST_PARAMETERS 32

/* A signature, prepared once. Never changed and never freed. */
typedef struct fc_signature fc_signature;

/* NULL: more than FC_MOST_PARAMETERS, a parameter of FC_VOID, or no memory left. */
const fc_signature *fc_prepare(fc_type result, const fc_type *parameters, size_t count);

/*
 * Arguments stand one after the other in cells of 64 bits: FC_TEXT in two, all else in one. An integer fills its cell,
 * extended as its type says; a float stands in the first four bytes.
 */
size_t fc_cells(fc_type type);

/* The result, in cells as well; what the type does not fill is 0. */
typedef struct fc_result {
    uint64_t cells[2];
} fc_result;

typedef void (*fc_function)(void);

/* Calls `function`, which must have that signature. Takes registers where they suffice, else libffi. */
fc_result fc_call(const fc_signature *signature, fc_function function, const uint64_t *cells);

/* The two ways. Integers, pointers and text that fit the registers for arguments need nothing prepared. */
bool fc_fits_registers(const fc_signature *signature);
fc_result fc_call_in_registers(const fc_signature *signature, fc_function function, const uint64_t *cells);
fc_result fc_call_through_libffi(const fc_signature *signature, fc_function function, const uint64_t *cells);

#ifdef __cplusplus
}
#endif
#endif
