/* Gatehouse contract: its version and the few macros that all its headers use. */
#ifndef GATEHOUSE_BASE_H
#define GATEHOUSE_BASE_H

#include <stddef.h>
#include <stdint.h>

/* The contract that these headers describe. What the numbers promise stands at the top of gatehouse.h. */
#define GH_MAJOR 1
#define GH_MINOR 0

/* Records are laid out for machines with 64 bits. */
#if defined(__cplusplus)
static_assert(sizeof(void *) == 8 && sizeof(size_t) == 8, "the contract is for machines with 64 bits");
#else
_Static_assert(sizeof(void *) == 8 && sizeof(size_t) == 8, "the contract is for machines with 64 bits");
#endif

/* Marks the one function that a module exports, so that all else may be compiled with -fvisibility=hidden. */
#if defined(__GNUC__)
#define GH_EXPORT __attribute__((visibility("default")))
#else
#define GH_EXPORT
#endif

/* Marks functions whose outcome must be returned or looked at. */
#if defined(__cplusplus)
#define GH_CHECKED [[nodiscard]]
#elif defined(__GNUC__)
#define GH_CHECKED __attribute__((warn_unused_result))
#else
#define GH_CHECKED
#endif

/* Functions that C++ may call in constant expressions. */
#if defined(__cplusplus)
#define GH_CONSTANT static constexpr
#else
#define GH_CONSTANT static inline
#endif

/* Did the side that made `record` know `field`? Ask it before reading any field newer than 1.0. */
#define GH_HAS(record, field)                                                                                          \
    ((record)->size >= (size_t)((const char *)(&(record)->field + 1) - (const char *)(record)))

#endif
