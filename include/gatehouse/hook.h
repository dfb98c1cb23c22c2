/* Functions for hook points: questions that the application around the host asks, and that no callback here knows. */
#ifndef GATEHOUSE_HOOK_H
#define GATEHOUSE_HOOK_H

#include "setup.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Any function; the signature says which. */
typedef void (*gh_hook_function)(void);

/*
 * A module's function for a hook point. The signature describes the hook as the application declares it:
 *
 *     signature = result "(" [ parameter { "," parameter } ] ")"
 *     result    = "void" | type
 *     parameter = type [ name ]
 *
 * bool, i8 to i64, u8 to u64, f32, f64 and ptr are the types of C. str and bytes are a gh_str, json is a gh_json, all
 * by value; cstr is a const char * that ends with a NUL. The function takes its instance before the parameters:
 *
 *     static bool may_charge(void *self, gh_str user, int64_t cents);
 *     static const gh_offer offer = GH_OFFER("billing.may_charge", "bool(str user, i64 cents)", may_charge);
 *
 * The host compares the signature with its own when it loads, and refuses a module whose signature differs; names of
 * parameters may. What the function gets is borrowed until it returns. Text that it returns is copied at once, on the
 * same thread and before the instance is called again, and may be NULL: there is none. Other than a callback it has no
 * reply: only a C++ exception is a failure. [one thread at a time, or as the flags say] [between create and destroy]
 */
struct gh_offer {
    size_t size;
    gh_str name; /* the hook: "billing.may_charge" */
    gh_str signature;
    gh_hook_function function;
    gh_bool required; /* the module is of no use where nobody declares the hook: refuse it there */
};

#define GH_OFFER(name, signature, function)                                                                            \
    {                                                                                                                  \
        sizeof(gh_offer), GH_STR_INIT(name), GH_STR_INIT(signature), (gh_hook_function)(function), 0                   \
    }

/* This instance offers a function for a hook, beside those in the module's record. GH_NEXT: done. GH_FAILED: the offer
   makes no sense; the configuration is refused then, and the host says why. An offer of the record is left out by the
   hook's name, with gh_leave_out. [the thread of the call] [in configure] */
GH_CHECKED static inline gh_outcome gh_offer_hook(gh_setup *setup, const gh_offer *offer)
{
    return setup->functions->offer(setup, offer);
}

#ifdef __cplusplus
}
#endif
#endif
