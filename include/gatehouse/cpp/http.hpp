// Requests to other servers, with a function object as completion.
#ifndef GATEHOUSE_CPP_HTTP_HPP
#define GATEHOUSE_CPP_HTTP_HPP

#include "../http.h"
#include "text.hpp"

#include <memory>
#include <string_view>
#include <utility>

#pragma GCC visibility push(hidden)
namespace gatehouse {
namespace detail {

// Sends with `completion` in a place of its own, which is freed when it has been called.
template <typename Completion, typename Send> uint64_t send_with(Completion completion, Send send)
{
    auto place = std::make_unique<Completion>(std::move(completion));
    const gh_http_completion call = [](void *context, const gh_http_response *response) {
        const std::unique_ptr<Completion> owned(static_cast<Completion *>(context));
        (*owned)(*response);
    };
    const uint64_t number = send(call, place.get());
    if (number != 0) static_cast<void>(place.release()); // the completion has it, perhaps already
    return number;
}

} // namespace detail

// Calls `completion(const gh_http_response &)` once; 0: the instance ends, and it is never called.
template <typename Completion> uint64_t send(const gh_http &http, const gh_http_request &request, Completion completion)
{
    return detail::send_with(std::move(completion),
        [&](gh_http_completion call, void *context) { return http.send(&http, &request, call, context); });
}

// Posts JSON and gets JSON. GH_HTTP_ANSWERED: a status of 200 to 299, and the body is JSON.
template <typename Completion>
uint64_t post_json_get_json(const gh_http &http, std::string_view url, gh_json json, Completion completion)
{
    return detail::send_with(std::move(completion), [&](gh_http_completion call, void *context) {
        return gh_post_json_get_json(&http, c(url), json, call, context);
    });
}

} // namespace gatehouse
#pragma GCC visibility pop

#endif
