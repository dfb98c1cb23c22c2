/* The service "gatehouse.http/1": requests to other servers, answered by completion. */
#ifndef GATEHOUSE_HTTP_H
#define GATEHOUSE_HTTP_H

#include "host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define GH_HTTP "gatehouse.http/1"

/* A header of a request or a response. Frozen. */
typedef struct gh_http_header {
    gh_str name;
    gh_str value;
} gh_http_header;

/* Bits of `flags`; a host ignores those that it does not know. */
#define GH_HTTP_FOLLOW ((uint64_t)2) /* up to 5 redirects are followed; else a redirect is a response like others */
#define GH_HTTP_JSON ((uint64_t)1) /* anything but a status of 200 to 299 with a body of JSON is a failure */

/* Zero is the default everywhere: `{.size = sizeof request, .url = url}` gets. */
typedef struct gh_http_request {
    size_t size;
    gh_str method; /* absent: GET, and POST with a body */
    gh_str url; /* http:// or https://; the server's certificate is verified */
    const gh_http_header *headers;
    size_t header_count;
    gh_str body; /* bytes of any kind; may be absent */
    int64_t timeout; /* nanoseconds for all of it; 0: 10 seconds */
    uint64_t body_limit; /* bytes of the response's body, at most 16 MiB; 0: 1 MiB */
    uint64_t flags;
} gh_http_request;

/* How a request ended. */
#define GH_HTTP_ANSWERED ((uint64_t)1)
#define GH_HTTP_INVALID ((uint64_t)2) /* the request makes no sense: nothing was sent */
#define GH_HTTP_UNREACHABLE ((uint64_t)3) /* no connection, no trust in the certificate, or it broke off */
#define GH_HTTP_TIMEOUT ((uint64_t)4)
#define GH_HTTP_TOO_LARGE ((uint64_t)5) /* the body is over its limit */
#define GH_HTTP_REDIRECTS ((uint64_t)6) /* too many of them, or in a circle */
#define GH_HTTP_CANCELLED ((uint64_t)7) /* by `cancel`, or because the instance ends */
#define GH_HTTP_STATUS ((uint64_t)8) /* with GH_HTTP_JSON: another status; it and the body are there */
#define GH_HTTP_NO_JSON ((uint64_t)9) /* with GH_HTTP_JSON: the body is none; it is there */

typedef struct gh_http_response {
    size_t size;
    uint64_t result; /* GH_HTTP_ANSWERED, or another of these; there may be more one day */
    uint64_t status; /* 0: there was no response */
    const gh_http_header *headers; /* names in lower case */
    size_t header_count;
    gh_str body; /* absent: there was no response */
    gh_str error; /* what went wrong, for a log; absent where nothing did */
} gh_http_response;

/* `context` is what the module gave; `response` is borrowed until this returns. Called once for each request that has a
   number, as the instance's callbacks are, and never before `create` has returned.
   [one thread at a time, or as the flags say] [between create and destroy] */
typedef void (*gh_http_completion)(void *context, const gh_http_response *response);

typedef struct gh_http gh_http;

/*
 * One table an instance. [any thread] [between create and destroy, both included]
 *
 * None of these functions waits. Connections are kept and used again. When an instance ends, its requests do first: each
 * completion comes, before `destroy`.
 */
struct gh_http {
    size_t size;
    void *data; /* the host's own */

    /* Sends a request; all of it is copied. `completion` gets what became of it, also of one that is invalid; an
       instance that is called by one thread at a time never sees that before this has returned. The request's number.
       0: the instance ends; nothing is sent, and no completion comes. */
    uint64_t (*send)(const gh_http *http, const gh_http_request *request, gh_http_completion completion, void *context);

    /* A hint that nobody wants the response any more. The completion comes all the same. */
    void (*cancel)(const gh_http *http, uint64_t request);
};

/* The HTTP client of this instance. NULL: not offered, or not granted. [any thread] [between create and destroy, both
   included] */
static inline const gh_http *gh_find_http(const gh_host *host)
{
    return (const gh_http *)host->service(host, GH_STR(GH_HTTP));
}

/* Gets JSON. GH_HTTP_ANSWERED: a status of 200 to 299, and `body` is JSON. */
static inline uint64_t gh_get_json(const gh_http *http, gh_str url, gh_http_completion completion, void *context)
{
    gh_http_header accept = {GH_STR("Accept"), GH_STR("application/json")};
    gh_http_request request = {sizeof request, GH_STR("GET"), url, &accept, 1, GH_NO_STR, 0, 0, GH_HTTP_JSON};
    return http->send(http, &request, completion, context);
}

/* Posts JSON and gets JSON. GH_HTTP_ANSWERED: a status of 200 to 299, and `body` is JSON. */
static inline uint64_t gh_post_json_get_json(
    const gh_http *http, gh_str url, gh_json json, gh_http_completion completion, void *context)
{
    gh_http_header headers[] = {
        {GH_STR("Accept"), GH_STR("application/json")}, {GH_STR("Content-Type"), GH_STR("application/json")}};
    gh_http_request request = {sizeof request, GH_STR("POST"), url, headers, 2, json.text, 0, 0, GH_HTTP_JSON};
    return http->send(http, &request, completion, context);
}

#ifdef __cplusplus
}
#endif
#endif
