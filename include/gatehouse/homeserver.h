/* The service "gatehouse.homeserver/1": what the homeserver around the host knows, and what it does for a module. */
#ifndef GATEHOUSE_HOMESERVER_H
#define GATEHOUSE_HOMESERVER_H

#include "host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define GH_HOMESERVER "gatehouse.homeserver/1"

/* What became of a request. */
typedef struct gh_homeserver_answer {
    size_t size;
    uint64_t found; /* GH_FOUND: done; GH_ABSENT: there is none; GH_UNREACHABLE: it failed, or cannot be done here */
    gh_json value; /* what each function says; absent unless it is GH_FOUND */
    gh_str error; /* why it is GH_UNREACHABLE, for a log; absent otherwise */
} gh_homeserver_answer;

/* `context` is what the module gave; `answer` is borrowed until this returns. Called exactly once for each request, as
   the instance's callbacks are, and never before `create` has returned. What is asked while the instance ends is
   GH_UNREACHABLE; of what is asked in `destroy` itself nothing is told any more.
   [one thread at a time, or as the flags say] [between create and destroy] */
typedef void (*gh_homeserver_completion)(void *context, const gh_homeserver_answer *answer);

typedef struct gh_homeserver gh_homeserver;

/*
 * One table an instance. [any thread] [between create and destroy, both included]
 *
 * None of these functions waits, and all that is handed over is copied. So no call comes back on the caller's stack: an
 * event that is sent runs the chains when the callback has returned. A module that sends one for each it sees goes round
 * in circles: events of its own making are for it to leave alone. `completion` may be NULL where nobody cares.
 *
 * Not granted unless the operator says so: it acts for the whole server.
 */
struct gh_homeserver {
    size_t size;
    void *data; /* the host's own */
    gh_str server_name;

    /* Sends the presence of all local users to these, as if they had come online. Value: null. */
    void (*send_local_online_presence_to)(const gh_homeserver *homeserver, const gh_str *users, size_t count,
        gh_homeserver_completion completion, void *context);

    /* A room's current state events of this type, GH_NO_STR: of all types; and of this key, GH_NO_STR: of any.
       Value: an array of events; absent where the server is not in the room. */
    void (*get_room_state)(const gh_homeserver *homeserver, gh_str room_id, gh_str type, gh_str state_key,
        gh_homeserver_completion completion, void *context);

    /* Sends an event as a local user who is in the room: an object with "type", "room_id", "sender", "content" and, for
       state, "state_key". Not for memberships. Value: {"event_id"}. */
    void (*send_event)(
        const gh_homeserver *homeserver, gh_json event, gh_homeserver_completion completion, void *context);

    /* Changes the membership of `target` ("join", "leave", "invite", "ban") as the local user `sender`. `content` is
       more for the event's content, or GH_NO_JSON. Value: {"event_id"}. */
    void (*update_room_membership)(const gh_homeserver *homeserver, gh_str sender, gh_str target, gh_str room_id,
        gh_str membership, gh_json content, gh_homeserver_completion completion, void *context);

    /* What is known of a local user. Value: {"user_id", "display_name", "is_admin", "is_guest", "is_deactivated"};
       absent where there is no such user. "display_name" may be null. */
    void (*get_user)(
        const gh_homeserver *homeserver, gh_str user_id, gh_homeserver_completion completion, void *context);

    /* Makes a local user. `display_name` may be absent. Value: {"user_id"}. */
    void (*register_user)(const gh_homeserver *homeserver, gh_str localpart, gh_str display_name, gh_bool is_admin,
        gh_homeserver_completion completion, void *context);

    /* A local user's own account data of this type. Value: its content. */
    void (*get_account_data)(const gh_homeserver *homeserver, gh_str user_id, gh_str type,
        gh_homeserver_completion completion, void *context);

    /* Sets it to an object. Value: null. */
    void (*put_account_data)(const gh_homeserver *homeserver, gh_str user_id, gh_str type, gh_json content,
        gh_homeserver_completion completion, void *context);

    /* Is a room in the public room list? Value: true or false. */
    void (*is_room_public)(
        const gh_homeserver *homeserver, gh_str room_id, gh_homeserver_completion completion, void *context);

    /* Adds a room to the public room list, or takes it off. Value: null. */
    void (*set_room_public)(const gh_homeserver *homeserver, gh_str room_id, gh_bool is_public,
        gh_homeserver_completion completion, void *context);
};

/* The homeserver, as this instance may use it. NULL: there is none, or it is not granted. [any thread] [between create
   and destroy, both included] */
static inline const gh_homeserver *gh_find_homeserver(const gh_host *host)
{
    return (const gh_homeserver *)host->service(host, GH_STR(GH_HOMESERVER));
}

/* Is this user, room or alias of this server? Looks at its name alone. [any thread] [any time] */
static inline int gh_is_mine(const gh_homeserver *homeserver, gh_str id)
{
    const char *colon = id.ptr == NULL ? NULL : (const char *)memchr(id.ptr, ':', id.len);
    return colon != NULL &&
           gh_equal(gh_make_str(colon + 1, (size_t)(id.ptr + id.len - colon - 1)), homeserver->server_name);
}

#ifdef __cplusplus
}
#endif
#endif
