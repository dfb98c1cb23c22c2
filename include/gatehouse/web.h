/* The service "gatehouse.web/1": paths that the module answers for clients of the server. */
#ifndef GATEHOUSE_WEB_H
#define GATEHOUSE_WEB_H

#include "http.h"

#ifdef __cplusplus
extern "C" {
#endif

#define GH_WEB "gatehouse.web/1"

/* Comes raw: nobody has looked who sends it. It lives until it is answered, also after the handler has returned. */
typedef struct gh_web_request {
    size_t size;
    uint64_t number;
    gh_str method; /* "GET" */
    gh_str path; /* as the client wrote it, without the query */
    gh_str query; /* what stands behind "?", as the client wrote it; absent: there is none */
    const gh_http_header *headers; /* names in lower case */
    size_t header_count;
    gh_str body; /* bytes of any kind */
} gh_web_request;

/* `context` is what the module gave. [one thread at a time, or as the flags say] [between create and destroy] */
typedef void (*gh_web_handler)(void *context, const gh_web_request *request);

typedef struct gh_web_response {
    size_t size;
    uint64_t status; /* 200 to 599 */
    gh_str content_type; /* absent: application/json */
    gh_str body; /* may be absent */
    const gh_http_header *headers; /* further ones */
    size_t header_count;
} gh_web_response;

typedef struct gh_web gh_web;

/* One table an instance. None of its functions waits. [any thread] [between create and destroy, both included] */
struct gh_web {
    size_t size;
    void *data; /* the host's own */

    /* Requests for a path go to `handler`: for exactly this path, and where it ends with "/" also for all below it that
       nobody else has. Clients best find a module's paths below "/_synapse/client/".
       GH_ABSENT: another module has it and keeps it, or it is reserved; the host logs which. GH_UNREACHABLE: it is no
       path ("/a/b", no "?", no "..") or `create` has returned. [the thread of the call] [in create] */
    gh_found (*serve)(const gh_web *web, gh_str path, gh_web_handler handler, void *context);

    /* Answers a request: at once or later, once, from any thread. It is owed for every request, and ends it: after this
       `gh_web_request` is gone. A client that has waited for as long as a call of the instance may take (10 seconds,
       unless the configuration says otherwise) is told 504. GH_ABSENT: it was answered before, or nobody waits any more. GH_UNREACHABLE: it is no response; the client is told 500. */
    gh_found (*answer)(const gh_web *web, uint64_t request, const gh_web_response *response);

    /* The first value of a parameter of a query, "user=%40a%3Ax.org", into `buffer`, without its escapes. `needed` is
       its length, also with GH_TOO_SMALL; NULL with capacity 0 asks for it. GH_UNREACHABLE: it is no UTF-8. */
    gh_found (*parameter)(gh_str query, gh_str name, char *buffer, size_t capacity, size_t *needed);
};

/* The web resources of this instance. NULL: not offered, or not granted. [any thread] [between create and destroy, both
   included] */
static inline const gh_web *gh_find_web(const gh_host *host)
{
    return (const gh_web *)host->service(host, GH_STR(GH_WEB));
}

/* Answers with JSON. */
static inline gh_found gh_answer_json(const gh_web *web, const gh_web_request *request, uint64_t status, gh_json json)
{
    gh_web_response response = {sizeof response, status, GH_STR("application/json"), json.text, NULL, 0};
    return web->answer(web, request->number, &response);
}

#ifdef __cplusplus
}
#endif
#endif
