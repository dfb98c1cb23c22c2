/* Memory and text of a test: kept until the test ends, so that nobody has to free it. */
#ifndef GATEHOUSE_TESTING_MEMORY_H
#define GATEHOUSE_TESTING_MEMORY_H

#include "../gatehouse.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#if defined(__GNUC__)
#define GH_TEST_FORMAT(text, arguments) __attribute__((format(printf, text, arguments)))
#else
#define GH_TEST_FORMAT(text, arguments)
#endif

/* Stands before each piece of memory; two words, so that what follows is aligned for everything. */
typedef struct gh_test_block {
    struct gh_test_block *next;
    size_t size;
} gh_test_block;

typedef struct gh_test_memory {
    gh_test_block *blocks;
} gh_test_memory;

/* `size` zero bytes. Ends the process when there is no memory. */
static inline void *gh_test_room(gh_test_memory *memory, size_t size)
{
    gh_test_block *block = (gh_test_block *)calloc(1, sizeof *block + size);
    if (!block) abort();
    block->next = memory->blocks;
    block->size = size;
    memory->blocks = block;
    return block + 1;
}

static inline void gh_test_release(gh_test_memory *memory)
{
    while (memory->blocks) {
        gh_test_block *block = memory->blocks;
        memory->blocks = block->next;
        free(block);
    }
}

/* A copy with a NUL behind it. Absent text stays absent. */
static inline gh_str gh_test_copy(gh_test_memory *memory, gh_str text)
{
    if (gh_is_absent(text)) return text;
    char *copy = (char *)gh_test_room(memory, text.len + 1);
    memcpy(copy, text.ptr, text.len);
    return gh_make_str(copy, text.len);
}

/* As printf. */
GH_TEST_FORMAT(2, 3) static inline const char *gh_test_print(gh_test_memory *memory, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = (char *)gh_test_room(memory, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text;
}

/* The text that a NUL ends; NULL is absent. */
static inline gh_str gh_test_str(const char *text) { return text ? gh_make_str(text, strlen(text)) : GH_NO_STR; }

/* For "%.*s". */
#define GH_TEST_SHOW(str) (int)(str).len, (str).ptr ? (str).ptr : ""

#endif
