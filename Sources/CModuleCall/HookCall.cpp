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

// Puts a copy in the place of the text that `result` points to.
void keepText(cm_hook_call &call, cm_copy kind)
{
    const auto *text = reinterpret_cast<const char *>(call.result.cells[0]);
    if (kind == CM_COPY_CELLS || text == nullptr) return;
    const size_t length = kind == CM_COPY_TEXT ? call.result.cells[1] : strnlen(text, textLimit + 1) + 1;
    if (length > textLimit + 1) return;
    auto *copy = static_cast<char *>(std::malloc(length == 0 ? 1 : length));
    if (copy == nullptr) throw std::bad_alloc();
    std::memcpy(copy, text, length);
    std::free(call.text); // the last text, which this function may have been given as an argument
    call.text = copy;
    call.result.cells[0] = reinterpret_cast<uint64_t>(copy);
}

} // namespace

extern "C" {

gh_outcome cm_call_hook(void *context, const void *raw, void *)
{
    const auto *hook = static_cast<const cm_hook *>(context);
    auto *call = static_cast<cm_hook_call *>(const_cast<void *>(raw));
    call->cells[0] = reinterpret_cast<uint64_t>(hook->instance);
    call->result = fc_call(hook->signature, hook->function, call->cells);
    keepText(*call, hook->copy);
    return passes(hook->pass, call->result) ? GH_NEXT : GH_ANSWERED;
}

void cm_hook_call_end(cm_hook_call *call) { std::free(call->text); }
}
