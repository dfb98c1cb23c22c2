#include "web_resource.h"

#define PATH "/_synapse/client/list_spam_checker/is_evil"

/* No user id is longer. */
#define USER_LIMIT 255

/* GET PATH?user=ID. Answers at once, and so keeps what the module promises. */
static void is_evil(void *context, const gh_web_request *request)
{
    const struct checker *checker = context;
    const gh_web *web = gh_find_web(checker->host);
    char user[USER_LIMIT];
    size_t length;
    if (!gh_equal(request->method, GH_STR("GET"))) {
        gh_answer_json(
            web, request, 405, GH_JSON("{\"errcode\": \"M_UNRECOGNIZED\", \"error\": \"Only GET is answered\"}"));
        return;
    }
    gh_found found = web->parameter(request->query, GH_STR("user"), user, sizeof user, &length);
    if (found == GH_ABSENT || found == GH_UNREACHABLE) {
        gh_answer_json(web, request, 400,
            GH_JSON("{\"errcode\": \"M_MISSING_PARAM\", \"error\": \"The parameter user is missing or no UTF-8\"}"));
        return;
    }
    int evil = found == GH_FOUND && user_list_contains(checker->evil_users, gh_make_str(user, length));
    gh_answer_json(web, request, 200, evil ? GH_JSON("{\"evil\": true}") : GH_JSON("{\"evil\": false}"));
}

void serve_web_resource(struct checker *checker)
{
    const gh_web *web = gh_find_web(checker->host);
    if (web != NULL) web->serve(web, GH_STR(PATH), is_evil, checker);
}
