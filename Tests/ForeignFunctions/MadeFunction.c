#include "ForeignFunctions.h"

#include <ffi.h>
#include <stdlib.h>
#include <string.h>

struct ff_made {
    ffi_cif cif;
    ffi_closure *closure;
    fc_function code;
    ff_handler handler;
    void *context;
    fc_type result;
    fc_type parameters[FC_MOST_PARAMETERS];
    ffi_type *types[FC_MOST_PARAMETERS];
};

static ffi_type *text_elements[] = {&ffi_type_pointer, &ffi_type_uint64, NULL};
static ffi_type text_type = {16, 8, FFI_TYPE_STRUCT, text_elements};

static ffi_type *type_of(fc_type type)
{
    switch (type) {
    case FC_VOID: return &ffi_type_void;
    case FC_BOOL:
    case FC_U8: return &ffi_type_uint8;
    case FC_I8: return &ffi_type_sint8;
    case FC_I16: return &ffi_type_sint16;
    case FC_U16: return &ffi_type_uint16;
    case FC_I32: return &ffi_type_sint32;
    case FC_U32: return &ffi_type_uint32;
    case FC_I64: return &ffi_type_sint64;
    case FC_U64: return &ffi_type_uint64;
    case FC_F32: return &ffi_type_float;
    case FC_F64: return &ffi_type_double;
    case FC_POINTER: return &ffi_type_pointer;
    case FC_TEXT: return &text_type;
    }
    return &ffi_type_void;
}

/* As a caller of this type would widen it. */
static uint64_t widened(fc_type type, const void *argument)
{
    uint64_t cell = 0;
    memcpy(&cell, argument, fc_size(type) < 8 ? fc_size(type) : 8);
    if (type == FC_I8) return (uint64_t)(int64_t)(int8_t)cell;
    if (type == FC_I16) return (uint64_t)(int64_t)(int16_t)cell;
    if (type == FC_I32) return (uint64_t)(int64_t)(int32_t)cell;
    return cell;
}

static void called(ffi_cif *cif, void *result, void **arguments, void *data)
{
    const ff_made *made = data;
    uint64_t cells[2 * FC_MOST_PARAMETERS];
    uint64_t *cell = cells;
    fc_result own = {{0, 0}};
    for (size_t i = 0; i < cif->nargs; i++) {
        *cell++ = widened(made->parameters[i], arguments[i]);
        if (made->parameters[i] == FC_TEXT) memcpy(cell++, (const char *)arguments[i] + 8, 8);
    }
    made->handler(made->context, cells, &own);
    memcpy(result, &own, 8 * fc_cells(made->result)); /* libffi wants narrow results as whole words */
}

ff_made *ff_make_function(fc_type result, const fc_type *parameters, size_t count, ff_handler handler, void *context)
{
    void *code = NULL;
    ff_made *made = calloc(1, sizeof *made);
    if (made == NULL) return NULL;
    for (size_t i = 0; i < count; i++) {
        made->parameters[i] = parameters[i];
        made->types[i] = type_of(parameters[i]);
    }
    made->handler = handler;
    made->context = context;
    made->result = result;
    made->closure = ffi_closure_alloc(sizeof(ffi_closure), &code);
    made->code = (fc_function)code;
    if (made->closure != NULL &&
        ffi_prep_cif(&made->cif, FFI_DEFAULT_ABI, (unsigned)count, type_of(result), made->types) == FFI_OK &&
        ffi_prep_closure_loc(made->closure, &made->cif, called, made, code) == FFI_OK)
        return made;
    ff_free_function(made);
    return NULL;
}

fc_function ff_made_function(const ff_made *made) { return made->code; }

void ff_free_function(ff_made *made)
{
    if (made->closure != NULL) ffi_closure_free(made->closure);
    free(made);
}
