#include "HookCall.h"

#include <cstdlib>
#include <cstring>
#include <new>

namespace {

constexpr size_t textLimit = 16 << 20;

bool passes(cm_pass pass, const fc_result &result)
{
    switch (pass) {
    case CM_PASS_NONE: return false;
    case CM_PASS_ALL: return true;
    case CM_PASS_TRUE: return result.cells[0] != 0;
    case CM_PASS_FALSE:
    case CM_PASS_NULL: return result.cells[0] == 0;
    }
    return false;
}

// How many bytes of a result's text are copied; one that is too long keeps a length that says so.
size_t lengthToCopy(const fc_result &result, const char *text, cm_copy kind)
{
    if (kind == CM_COPY_CSTR) return strnlen(text, textLimit + 1);
    return result.cells[1] > textLimit ? 0 : result.cells[1];
}

// Puts a copy in the place of the text that the result points to: the call's own, with a NUL behind it.
void keepText(cm_hook_call &call, cm_copy kind)
{
    const auto *text = reinterpret_cast<const char *>(call.result.cells[0]);
    if (kind == CM_COPY_CELLS || text == nullptr) return;
    const size_t length = lengthToCopy(call.result, text, kind);
    call.text = static_cast<char *>(std::malloc(length + 1));
    if (call.text == nullptr) throw std::bad_alloc();
    std::memcpy(call.text, text, length);
    call.text[length] = 0;
    call.result.cells[0] = reinterpret_cast<uint64_t>(call.text);
}

} // namespace

extern "C" {

gh_outcome cm_call_hook(void *context, const void *raw, void *)
{
    const auto *hook = static_cast<const cm_hook *>(context);
    auto *call = static_cast<cm_hook_call *>(const_cast<void *>(raw));
    call->cells[0] = reinterpret_cast<uint64_t>(hook->instance);
    return cm_hook_return(call, fc_call(hook->signature, hook->function, call->cells), hook->copy, hook->pass);
}

gh_outcome cm_hook_return(cm_hook_call *call, fc_result result, cm_copy copy, cm_pass pass)
{
    std::free(call->text);
    call->text = nullptr;
    call->result = result;
    keepText(*call, copy);
    return passes(pass, result) ? GH_NEXT : GH_ANSWERED;
}

void cm_hook_fold(cm_hook_call *call, size_t cells)
{
    std::memcpy(&call->cells[1], call->result.cells, 8 * cells);
    std::free(call->argument);
    call->argument = call->text;
    call->text = nullptr;
}

void cm_hook_call_end(cm_hook_call *call)
{
    std::free(call->text);
    std::free(call->argument);
}
}
