#include "CPeers.h"

#include <dlfcn.h>
#include <gatehouse/gatehouse.h>
#include <stdio.h>
#include <stdlib.h>

static void *open_module(const char *folder, size_t number)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/m%04zu.so", folder, number);
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) fprintf(stderr, "%s\n", dlerror());
    return library;
}

int cp_open(const char *folder, size_t count, size_t users, cp_callback *callbacks)
{
    for (size_t i = 0; i < count; i++) {
        void *library = open_module(folder, i);
        if (library == NULL) return 1;
        const gh_spam_checker_callbacks *(*table)(void) = dlsym(library, "bench_callbacks");
        void *(*make)(size_t) = dlsym(library, "bench_make");
        callbacks[i].ask = (uint32_t(*)(void *, const void *, void *))table()->user_may_join_room;
        callbacks[i].instance = make(users);
        callbacks[i].hook = (int (*)(const void *))dlsym(library, "bench_hook");
    }
    return 0;
}

static gh_outcome hand_over(gh_registration *into, const gh_module *module)
{
    *(const gh_module **)into->data = module;
    return GH_NEXT;
}

int cp_open_bare(const char *folder, size_t first, size_t count)
{
    static const gh_registration_functions functions = {.size = sizeof functions, .hand_over = hand_over};
    const gh_host_info host = {.size = sizeof host, .major = GH_MAJOR, .minor = GH_MINOR};
    for (size_t i = first; i < first + count; i++) {
        void *library = open_module(folder, i);
        if (library == NULL) return 1;
        const gh_module *module = NULL;
        gh_registration into = {sizeof into, &functions, &module};
        gh_outcome (*enter)(const gh_host_info *, gh_registration *) = dlsym(library, "gatehouse_module_register");
        if (enter(&host, &into) != GH_NEXT || module == NULL) return 1;
    }
    return 0;
}

void *cp_join_call(const char *user, size_t user_length, const char *room, size_t room_length)
{
    gh_user_may_join_room *call = calloc(1, sizeof *call);
    if (call == NULL) return NULL;
    call->size = sizeof *call;
    call->user_id = gh_make_str(user, user_length);
    call->room_id = gh_make_str(room, room_length);
    return call;
}
