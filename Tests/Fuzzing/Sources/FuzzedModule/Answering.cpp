#include "Input.hpp"

#include <stdexcept>

namespace {

// A state that is as long as it says, but for lengths that a host has no reason to read.
const gh_presence_state *presence()
{
    Input &in = input();
    const auto size = size_t(in.number(sizeof(gh_presence_state)));
    const gh_presence_state state = {size, in.text(), in.text(), in.number<int64_t>(), 0, 0, in.text(), 1};
    const auto *made = in.block(&state, sizeof state, std::clamp(size, sizeof size, sizeof state));
    return reinterpret_cast<const gh_presence_state *>(made);
}

gh_outcome fail(gh_reply *reply)
{
    Input &in = input();
    const uint64_t status = in.number<uint8_t>() < 128 ? in.number<uint16_t>() % 700 : in.number<uint64_t>();
    const gh_str code = in.text();
    const gh_str message = in.message();
    return reply->functions->fail(reply, status, code, message, in.json());
}

const gh_media_upload_limit *uploadLimit()
{
    Input &in = input();
    const auto size = size_t(in.number(sizeof(gh_media_upload_limit)));
    const gh_media_upload_limit limit = {size, in.number<int64_t>(), in.number<int64_t>(), in.text(), 1};
    const auto *made = in.block(&limit, sizeof limit, std::clamp(size, sizeof size, sizeof limit));
    return reinterpret_cast<const gh_media_upload_limit *>(made);
}

const gh_ratelimit_override *rateLimit()
{
    Input &in = input();
    const auto size = size_t(in.number(sizeof(gh_ratelimit_override)));
    const gh_ratelimit_override limit = {size, in.number<double>(), in.number<int64_t>()};
    const auto *made = in.block(&limit, sizeof limit, std::clamp(size, sizeof size, sizeof limit));
    return reinterpret_cast<const gh_ratelimit_override *>(made);
}

gh_outcome give(gh_reply *reply, uint8_t how)
{
    Input &in = input();
    const gh_reply_functions &functions = *reply->functions;
    const auto cookie = in.number<uint64_t>();
    switch (how) {
    case 0: return functions.give_truth(reply, cookie);
    case 1: return functions.give_text(reply, in.text());
    case 2: return functions.give_number(reply, in.number<int64_t>());
    case 3: return functions.log_in(reply, in.text(), cookie % 2 == 0 ? nullptr : &cookie);
    case 4: return functions.renew(reply, cookie % 2, cookie % 3, in.number<int64_t>());
    case 5: return functions.add_limit(reply, cookie % 4 == 0 ? nullptr : uploadLimit());
    case 6: return functions.override_limit(reply, cookie % 16 == 0 ? nullptr : rateLimit());
    default: return functions.open_update(reply, in.number<int64_t>(), cookie % 2 == 0 ? nullptr : &cookie);
    }
}

gh_outcome answer(gh_reply *reply, uint8_t how)
{
    Input &in = input();
    const gh_reply_functions &functions = *reply->functions;
    const gh_str text = in.text();
    switch (how) {
    case 0: return functions.deny(reply, text, in.json());
    case 1: return functions.deny_with_text(reply, text);
    case 2: return functions.give_object(reply, {text});
    case 3: return functions.add_user(reply, text);
    case 4: return functions.add_presence(reply, text, in.number<uint8_t>() < 64 ? nullptr : presence());
    default: throw std::runtime_error(text.ptr == nullptr || text.len > 255 ? "" : std::string(text.ptr, text.len));
    }
}

} // namespace

extern "C" gh_outcome fm_callback(void *, const void *, void *pointer)
{
    Input &in = input();
    auto *reply = static_cast<gh_reply *>(pointer);
    gh_outcome last = GH_NEXT;
    while (!in.isEmpty()) {
        gh_late late;
        switch (const auto what = in.number<uint8_t>() % 22) {
        case 0: return last;
        case 1: return in.number<uint8_t>() % 6;
        case 2: return in.number<uint32_t>();
        case 3: throw 1;
        case 4: last = reply->functions->shadow_ban(reply); break;
        case 5: last = reply->functions->add_everyone(reply); break;
        case 6: last = reply->functions->defer(reply, &late); break;
        case 7: last = fail(reply); break;
        default: last = what < 14 ? answer(reply, uint8_t(what - 8)) : give(reply, uint8_t(what - 14)); break;
        }
    }
    return last;
}
