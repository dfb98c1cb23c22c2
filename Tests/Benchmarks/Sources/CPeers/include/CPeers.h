/* What Gatehouse is measured beside: a bare loop over function pointers, Apache's hooks, simdjson on demand, and bare
   opening of libraries. All ask the same modules for the same work. */
#ifndef CPEERS_H
#define CPEERS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A callback, its instance, and the same work as a hook of Apache, which knows no instances. */
typedef struct cp_callback {
    uint32_t (*ask)(void *instance, const void *call, void *reply);
    void *instance;
    int (*hook)(const void *call);
} cp_callback;

/* Opens the modules m0000.so, m0001.so and so on, each with a list of so many users. 0: done. */
int cp_open(const char *folder, size_t count, size_t users, cp_callback *callbacks);

/* The same for so many from `first` on, without an instance: dlopen, dlsym, registration. 0: done. */
int cp_open_bare(const char *folder, size_t first, size_t count);

/* Arguments of user_may_join_room, for as long as the process lives. The texts are not copied. */
void *cp_join_call(const char *user, size_t user_length, const char *room, size_t room_length);

/* The bare loop: asks all, so many times. How often somebody objected. */
size_t cp_loop(const cp_callback *callbacks, size_t count, const void *call, size_t times);

/* Makes these Apache's hooks, instead of those before. */
void cp_hook_up(const cp_callback *callbacks, size_t count);

/* As cp_loop, through apr_hooks. */
size_t cp_hooks(const void *call, size_t times);

/* The fields of an event, as slices of its text: nothing is unescaped or validated. */
typedef struct cp_event {
    const char *field[6];
    int64_t origin_server_ts;
} cp_event;

/* Reads an event by simdjson on demand, from text with 64 readable bytes behind it. 0: done. */
int cp_on_demand(const char *padded, size_t length, cp_event *event);

#ifdef __cplusplus
}
#endif
#endif
