#include "CModuleCall.h"
#include "ThreadMark.hpp"

#include <cstdio>
#include <dlfcn.h>
#include <elf.h>
#include <exception>
#include <link.h>
#include <mutex>
#include <new>

struct cm_lock {
    std::mutex mutex;
    uintptr_t holder = 0; // the address of a thread's own variable; only its thread ever finds its own there
};

namespace {

thread_local char exceptionText[256] = "";

void noteException(const char *text) { std::snprintf(exceptionText, sizeof exceptionText, "%s", text); }

// Runs `body`; an exception in it becomes `thrown`.
template <typename Body, typename Result> Result guarded(Body body, Result thrown, bool *threw)
{
    try {
        return body();
    } catch (const std::exception &exception) {
        noteException(exception.what());
    } catch (...) {
        noteException("a C++ exception that is no std::exception");
    }
    *threw = true;
    return thrown;
}

template <typename Body> void guarded(Body body, bool *threw)
{
    guarded([&] { return body(), 0; }, 0, threw);
}

// Names the module that runs on this thread, and the one around it again afterwards.
struct Marker {
    ThreadMark &mark = ThreadMark::here();
    uintptr_t outer = mark.module;
    ~Marker() { __atomic_store_n(&mark.module, outer, __ATOMIC_RELAXED); }

    // The turn first: who sees the module sees its turn.
    void enter(uintptr_t module)
    {
        __atomic_store_n(&mark.turns, mark.turns + 1, __ATOMIC_RELAXED);
        __atomic_store_n(&mark.module, module, __ATOMIC_RELEASE);
    }
};

// Keeps others out of an instance, and knows which thread is in it.
struct Inside {
    explicit Inside(cm_lock *lock) : lock(lock), held(lock->mutex) { note(thisThread()); }
    ~Inside() { note(0); }

    static uintptr_t thisThread() { return reinterpret_cast<uintptr_t>(&ThreadMark::here()); }
    static bool holds(const cm_lock *lock) { return __atomic_load_n(&lock->holder, __ATOMIC_RELAXED) == thisThread(); }

  private:
    void note(uintptr_t thread) { __atomic_store_n(&lock->holder, thread, __ATOMIC_RELAXED); }
    cm_lock *lock;
    std::lock_guard<std::mutex> held;
};

// Runs with nobody else in the instance, where it has a lock.
template <typename Body> void alone(cm_lock *lock, Body body)
{
    if (lock == nullptr) return body();
    const Inside inside(lock);
    body();
}

} // namespace

// Every callback has its own type of arguments and is called as a cm_function: the same shape by the contract, which the
// sanitizer for function types cannot know.
#if defined(__clang__)
#define CALLS_BY_SHAPE __attribute__((no_sanitize("function")))
#else
#define CALLS_BY_SHAPE
#endif

// The one call into a module's callback.
CALLS_BY_SHAPE inline gh_outcome ask(cm_function function, void *instance, const void *call, void *reply)
{
    return function(instance, call, reply);
}

// The one call into what a module gave to a service.
CALLS_BY_SHAPE inline void enter(cm_entry function, void *context, const void *argument)
{
    function(context, argument);
}

extern "C" {

cm_stop cm_run(const cm_link *links, size_t from, size_t to, const void *call, cm_reply *reply)
{
    Marker marker;
    const gh_reply base = reply->base;
    size_t i = from;
    bool threw = false;
    const gh_outcome outcome = guarded(
        [&] {
            for (; i < to; i++) {
                marker.enter(links[i].module);
                reply->base = base; // what one module did to it must not reach the next
                const gh_outcome outcome = ask(links[i].function, links[i].instance, call, reply);
                if (outcome != GH_NEXT || reply->touched) return outcome;
            }
            return GH_NEXT;
        },
        GH_FAILED, &threw);
    return {i, outcome, threw};
}

uintptr_t cm_current_module(void) { return threadMark.module; }

const char *cm_exception_text(void) { return exceptionText; }

cm_lock *cm_lock_create(void) { return new (std::nothrow) cm_lock; }

gh_outcome cm_call_guarded(void *context, const void *call, void *reply)
{
    auto *guard = static_cast<cm_guard *>(context);
    if (Inside::holds(guard->lock)) {
        auto *base = static_cast<gh_reply *>(reply);
        const gh_str text = GH_STR("it was called while the same thread was in it already");
        return base->functions->fail(base, 0, GH_NO_STR, text, GH_NO_JSON);
    }
    const Inside inside(guard->lock);
    return ask(guard->function, guard->instance, call, reply);
}

gh_outcome cm_register(cm_register_function function, const gh_host_info *host, gh_registration *into, bool *threw)
{
    return guarded([&] { return function(host, into); }, GH_FAILED, threw);
}

gh_outcome cm_configure(const gh_module *module, gh_json config, gh_setup *setup, gh_config_reply *reply, bool *threw)
{
    return guarded([&] { return module->configure(config, setup, reply); }, GH_FAILED, threw);
}

gh_outcome cm_create(
    const gh_module *module, const gh_host *host, gh_json config, gh_config_reply *reply, void **self, bool *threw)
{
    return guarded([&] { return module->create(host, config, reply, self); }, GH_FAILED, threw);
}

void cm_destroy(const gh_module *module, void *self, bool *threw)
{
    guarded([&] { module->destroy(self); }, threw);
}

void cm_cancel(const gh_module *module, void *self, uint64_t ticket, cm_lock *lock, bool *threw)
{
    guarded([&] { alone(lock, [&] { module->cancel(self, ticket); }); }, threw);
}

bool cm_call_foreign(const fc_signature *signature, fc_function function, const uint64_t *cells, fc_result *result)
{
    bool threw = false;
    *result = guarded([&] { return fc_call(signature, function, cells); }, fc_result{{0, 0}}, &threw);
    return !threw;
}

void cm_enter(const cm_visit *visit, bool *threw)
{
    const auto call = [visit] {
        if (!visit->begins(visit->knock)) return;
        Marker marker;
        marker.enter(visit->module);
        enter(visit->function, visit->context, visit->argument);
    };
    guarded([&] { alone(visit->lock, call); }, threw);
}

cm_symbol cm_symbol_kind(void *handle, const void *symbol)
{
    Dl_info info;
    const link_map *library = nullptr;
    const ElfW(Sym) *entry = nullptr;
    void **place = reinterpret_cast<void **>(const_cast<ElfW(Sym) **>(&entry));
    if (dladdr1(symbol, &info, place, RTLD_DL_SYMENT) == 0) return CM_NOT_ITS_OWN;
    if (dlinfo(handle, RTLD_DI_LINKMAP, &library) != 0) return CM_NOT_ITS_OWN;
    if (reinterpret_cast<uintptr_t>(info.dli_fbase) != library->l_addr) return CM_NOT_ITS_OWN;
    const unsigned type = entry == nullptr ? STT_NOTYPE : ELF64_ST_TYPE(entry->st_info);
    return type == STT_FUNC || type == STT_GNU_IFUNC ? CM_FUNCTION : CM_NO_FUNCTION;
}
}
