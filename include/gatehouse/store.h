/* The service "gatehouse.store/1": a place for small things that outlive the process, each instance's its own. */
#ifndef GATEHOUSE_STORE_H
#define GATEHOUSE_STORE_H

#include "host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define GH_STORE "gatehouse.store/1"

/* No key is longer, and none is empty. */
#define GH_STORE_KEY_LIMIT ((size_t)512)
#define GH_STORE_VALUE_LIMIT ((size_t)1 << 20)

typedef struct gh_store gh_store;

/*
 * One table an instance. [any thread] [between create and destroy, both included]
 *
 * Keys and values are bytes of any kind. Each function is one step that happens whole or not at all, also next to others
 * on other threads and in other processes. What GH_FOUND has acknowledged is there after the process was killed. After a
 * power cut the last moments may be missing; nothing is ever torn.
 *
 * It reads and writes a file, which takes its time. GH_WOULD_BLOCK: a callback asks that has promised to return at once
 * (GH_PROMPT); it leaves that to timers and completions. GH_UNREACHABLE: the file cannot be used, or a key or value is none or too long; the host logs which.
 *
 * A lifetime is in nanoseconds, from now on by the wall clock; 0 is for ever. What has outlived it is absent.
 */
struct gh_store {
    size_t size;
    void *data; /* the host's own */

    /* The value of a key, into `buffer`. `needed` is its length in bytes, also with GH_TOO_SMALL; NULL with capacity 0
       asks for it. */
    gh_found (*get)(const gh_store *store, gh_str key, void *buffer, size_t capacity, size_t *needed);

    /* Sets the value of a key, whatever it was. GH_FOUND: it is kept. */
    gh_found (*put)(const gh_store *store, gh_str key, gh_str value, int64_t lifetime);

    /* Sets the value of a key if it still is `expected`; GH_NO_STR: if there is none. GH_NO_STR as `value` deletes it.
       GH_FOUND: done. GH_ABSENT: it is another, and stays. */
    gh_found (*compare_and_set)(const gh_store *store, gh_str key, gh_str expected, gh_str value, int64_t lifetime);

    /* Adds to a whole number, written in decimal, and tells what it is then. A key that is absent begins at 0, and with
       this lifetime; one that is there keeps its own: so a key counts what happens in a window of time. `value` may be
       NULL. GH_UNREACHABLE also: the value is no number, or the sum is beyond 64 bits. */
    gh_found (*increment)(const gh_store *store, gh_str key, int64_t by, int64_t lifetime, int64_t *value);

    /* GH_ABSENT: there was none. */
    gh_found (*remove)(const gh_store *store, gh_str key);

    /* The first key behind `after` that begins with `prefix`, in the order of bytes. GH_NO_STR begins; "" as prefix goes
       through all. `buffer` has room for GH_STORE_KEY_LIMIT bytes; `length` is that of the key. GH_ABSENT: no more.
       Keys that come or go meanwhile are seen or not. */
    gh_found (*next)(const gh_store *store, gh_str prefix, gh_str after, char *buffer, size_t *length);
};

/* The store of this instance. NULL: not offered, or not granted. [any thread] [between create and destroy, both
   included] */
static inline const gh_store *gh_find_store(const gh_host *host)
{
    return (const gh_store *)host->service(host, GH_STR(GH_STORE));
}

#ifdef __cplusplus
}
#endif
#endif
