#include "CForeignCall.h"

#include <ffi.h>
#include <stdlib.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "an argument begins where its cell begins");

struct fc_signature {
    ffi_cif cif;
    fc_type result;
    bool fits_registers;
    size_t cell_count;
    size_t places[FC_MOST_PARAMETERS]; /* the first cell of each parameter */
    ffi_type *types[FC_MOST_PARAMETERS];
};

static ffi_type *text_elements[] = {&ffi_type_pointer, &ffi_type_uint64, NULL};
static ffi_type text_type = {sizeof(fc_result), _Alignof(fc_result), FFI_TYPE_STRUCT, text_elements};

static ffi_type *const types[] = {
    [FC_VOID] = &ffi_type_void,
    [FC_BOOL] = &ffi_type_uint8,
    [FC_I8] = &ffi_type_sint8,
    [FC_U8] = &ffi_type_uint8,
    [FC_I16] = &ffi_type_sint16,
    [FC_U16] = &ffi_type_uint16,
    [FC_I32] = &ffi_type_sint32,
    [FC_U32] = &ffi_type_uint32,
    [FC_I64] = &ffi_type_sint64,
    [FC_U64] = &ffi_type_uint64,
    [FC_F32] = &ffi_type_float,
    [FC_F64] = &ffi_type_double,
    [FC_POINTER] = &ffi_type_pointer,
    [FC_TEXT] = &text_type,
};

size_t fc_size(fc_type type) { return type == FC_VOID ? 0 : types[type]->size; }
size_t fc_alignment(fc_type type) { return type == FC_VOID ? 1 : types[type]->alignment; }
size_t fc_cells(fc_type type) { return type == FC_VOID ? 0 : type == FC_TEXT ? 2 : 1; }

/* -- preparing -- */

/* So many arguments are passed in registers, and two results, on the machines whose rules this file knows. A text never
   stands with one half in a register and the other on the stack, so all that matters is the sum. */
#if defined(__x86_64__) || defined(__aarch64__)
#define MOST_REGISTERS 6
#else
#define MOST_REGISTERS -1
#endif

static bool is_float(fc_type type) { return type == FC_F32 || type == FC_F64; }

static bool take(fc_signature *made, fc_type result, const fc_type *parameters, size_t count)
{
    made->result = result;
    made->fits_registers = !is_float(result);
    for (size_t i = 0; i < count; i++) {
        if (parameters[i] == FC_VOID) return false;
        made->places[i] = made->cell_count;
        made->types[i] = types[parameters[i]];
        made->cell_count += fc_cells(parameters[i]);
        if (is_float(parameters[i])) made->fits_registers = false;
    }
    if ((long)made->cell_count > MOST_REGISTERS) made->fits_registers = false;
    return true;
}

const fc_signature *fc_prepare(fc_type result, const fc_type *parameters, size_t count)
{
    if (count > FC_MOST_PARAMETERS) return NULL;
    fc_signature *made = calloc(1, sizeof *made);
    if (made == NULL) return NULL;
    if (take(made, result, parameters, count) &&
        ffi_prep_cif(&made->cif, FFI_DEFAULT_ABI, (unsigned)count, types[result], made->types) == FFI_OK)
        return made;
    free(made);
    return NULL;
}

/* -- calling -- */

/* A cell as its type fills it: functions leave rubbish behind narrow results, and callers behind narrow arguments. */
static uint64_t extended(fc_type type, uint64_t cell)
{
    switch (type) {
    case FC_VOID: return 0;
    case FC_BOOL: return (uint8_t)cell != 0;
    case FC_I8: return (uint64_t)(int64_t)(int8_t)cell;
    case FC_U8: return (uint8_t)cell;
    case FC_I16: return (uint64_t)(int64_t)(int16_t)cell;
    case FC_U16: return (uint16_t)cell;
    case FC_I32: return (uint64_t)(int64_t)(int32_t)cell;
    case FC_U32:
    case FC_F32: return (uint32_t)cell;
    default: return cell;
    }
}

static fc_result result_of(const fc_signature *signature, fc_result result)
{
    result.cells[0] = extended(signature->result, result.cells[0]);
    if (signature->result != FC_TEXT) result.cells[1] = 0;
    return result;
}

bool fc_fits_registers(const fc_signature *signature) { return signature->fits_registers; }

/* The sanitizer for function types cannot know that these are called by their shape. */
#if defined(__clang__)
#define CALLS_BY_SHAPE __attribute__((no_sanitize("function")))
#else
#define CALLS_BY_SHAPE
#endif

typedef uint64_t w;

CALLS_BY_SHAPE fc_result fc_call_in_registers(const fc_signature *signature, fc_function function, const w *c)
{
    fc_result result = {{0, 0}};
    switch (signature->cell_count) {
    case 0: result = ((fc_result(*)(void))function)(); break;
    case 1: result = ((fc_result(*)(w))function)(c[0]); break;
    case 2: result = ((fc_result(*)(w, w))function)(c[0], c[1]); break;
    case 3: result = ((fc_result(*)(w, w, w))function)(c[0], c[1], c[2]); break;
    case 4: result = ((fc_result(*)(w, w, w, w))function)(c[0], c[1], c[2], c[3]); break;
    case 5: result = ((fc_result(*)(w, w, w, w, w))function)(c[0], c[1], c[2], c[3], c[4]); break;
    case 6: result = ((fc_result(*)(w, w, w, w, w, w))function)(c[0], c[1], c[2], c[3], c[4], c[5]); break;
    }
    return result_of(signature, result);
}

/* libffi only reads the cells, and the prepared call, which it takes without `const`. */
fc_result fc_call_through_libffi(const fc_signature *signature, fc_function function, const uint64_t *cells)
{
    void *arguments[FC_MOST_PARAMETERS];
    fc_result result = {{0, 0}};
    for (size_t i = 0; i < signature->cif.nargs; i++)
        arguments[i] = (void *)&cells[signature->places[i]];
    ffi_call((ffi_cif *)&signature->cif, function, &result, arguments);
    return result_of(signature, result);
}

fc_result fc_call(const fc_signature *signature, fc_function function, const uint64_t *cells)
{
    if (signature->fits_registers) return fc_call_in_registers(signature, function, cells);
    return fc_call_through_libffi(signature, function, cells);
}
