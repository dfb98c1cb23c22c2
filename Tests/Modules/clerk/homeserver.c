#include "clerk.h"

#include <stdio.h>

/* presence USER..., state ROOM TYPE KEY, send EVENT, member SENDER TARGET ROOM MEMBERSHIP CONTENT, user USER,
   register LOCALPART NAME ADMIN, data USER TYPE [CONTENT], public ROOM [YES], mine ID; - is absent. What the homeserver
   answers goes into the journal. */

static void told(void *context, const gh_homeserver_answer *answer)
{
    gh_str said = answer->found == GH_UNREACHABLE ? answer->error : answer->value.text;
    note(context, "%u %.*s;", (unsigned)answer->found, (int)said.len, said.len ? said.ptr : "");
}

static gh_str maybe(const struct command *command, size_t place)
{
    gh_str text = word(command, place);
    return gh_equal(text, GH_STR("-")) ? GH_NO_STR : text;
}

static int is(const struct command *command, const char *name)
{
    return gh_equal(word(command, 0), gh_make_str(name, strlen(name)));
}

gh_found run_homeserver(struct clerk *clerk, const struct command *command, char *text, size_t room)
{
    const gh_homeserver *server = gh_find_homeserver(clerk->host);
    gh_str one = maybe(command, 1), two = maybe(command, 2), three = maybe(command, 3);
    if (server == NULL) return 0;
    if (is(command, "mine")) return gh_is_mine(server, one) ? GH_FOUND : GH_ABSENT;
    if (is(command, "presence")) {
        size_t users = 0;
        while (users < 7 && !gh_is_absent(command->words[users + 1]))
            users++;
        server->send_local_online_presence_to(server, command->words + 1, users, told, clerk);
    } else if (is(command, "state")) {
        server->get_room_state(server, one, two, three, told, clerk);
    } else if (is(command, "send")) {
        server->send_event(server, gh_make_json(one), told, clerk);
    } else if (is(command, "send-and-forget")) {
        server->send_event(server, gh_make_json(one), NULL, NULL);
    } else if (is(command, "member")) {
        gh_str membership = maybe(command, 4);
        gh_json content = gh_make_json(maybe(command, 5));
        server->update_room_membership(server, one, two, three, membership, content, told, clerk);
    } else if (is(command, "user")) {
        server->get_user(server, one, told, clerk);
    } else if (is(command, "register")) {
        server->register_user(server, one, two, count(command, 3), told, clerk);
    } else if (is(command, "data") && gh_is_absent(three)) {
        server->get_account_data(server, one, two, told, clerk);
    } else if (is(command, "data")) {
        server->put_account_data(server, one, two, gh_make_json(three), told, clerk);
    } else if (is(command, "public") && gh_is_absent(two)) {
        server->is_room_public(server, one, told, clerk);
    } else if (is(command, "public")) {
        server->set_room_public(server, one, count(command, 2), told, clerk);
    } else {
        return 0;
    }
    snprintf(text, room, "asked");
    return GH_FOUND;
}
