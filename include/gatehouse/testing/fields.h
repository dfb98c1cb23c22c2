/* Which fields the records of the contract have: what JSON is read into. */
#ifndef GATEHOUSE_TESTING_FIELDS_H
#define GATEHOUSE_TESTING_FIELDS_H

#include "memory.h"

typedef struct gh_test_record gh_test_record;

typedef uint64_t gh_test_type;
#define GH_TEST_TYPE_TEXT ((gh_test_type)1) /* gh_str */
#define GH_TEST_TYPE_JSON ((gh_test_type)2) /* gh_json */
#define GH_TEST_TYPE_FLAG ((gh_test_type)3) /* gh_bool */
#define GH_TEST_TYPE_INTEGER ((gh_test_type)4) /* int64_t */
#define GH_TEST_TYPE_MAYBE_INTEGER ((gh_test_type)5) /* gh_maybe_int */
#define GH_TEST_TYPE_RECORD ((gh_test_type)6) /* a pointer to a record; in JSON an object */
#define GH_TEST_TYPE_RECORDS ((gh_test_type)7) /* an array of records; in JSON a list of objects */
#define GH_TEST_TYPE_TUPLES ((gh_test_type)8) /* the same, in JSON a list of lists of the fields' values */
#define GH_TEST_TYPE_STATE ((gh_test_type)9) /* gh_state; in JSON a list of events */
#define GH_TEST_TYPE_MEDIA ((gh_test_type)10) /* gh_media; in JSON an object with "base64" */
#define GH_TEST_TYPE_OWN_TEXT ((gh_test_type)11) /* the event's own object, taken from the whole */
#define GH_TEST_TYPE_COOKIE ((gh_test_type)12) /* uint64_t; in JSON a whole number */

typedef struct gh_test_field {
    const char *name; /* NULL: no more */
    gh_test_type type;
    gh_bool nullable; /* null or missing in JSON */
    size_t offset;
    const gh_test_record *(*record)(void);
} gh_test_field;

struct gh_test_record {
    size_t size;
    gh_test_field fields[11];
};

/* Fields of the struct that is called `gh_test_this` where they stand. */
#define GH_TEST_FIELD(type, nullable, name, record) GH_TEST_FIELD_AS(type, nullable, name, name, record)
#define GH_TEST_FIELD_AS(type, nullable, name, member, record)                                                         \
    {                                                                                                                  \
#name, GH_TEST_TYPE_##type, nullable, offsetof(gh_test_this, member), record                                   \
    }
#define GH_TEST_TEXT(name) GH_TEST_FIELD(TEXT, 0, name, NULL)
#define GH_TEST_MAYBE_TEXT(name) GH_TEST_FIELD(TEXT, 1, name, NULL)
#define GH_TEST_VALUE(name) GH_TEST_FIELD(JSON, 0, name, NULL)
#define GH_TEST_MAYBE_VALUE(name) GH_TEST_FIELD(JSON, 1, name, NULL)
#define GH_TEST_FLAG(name) GH_TEST_FIELD(FLAG, 0, name, NULL)
#define GH_TEST_INTEGER(name) GH_TEST_FIELD(INTEGER, 0, name, NULL)
/* A field whose name in JSON is another. */
#define GH_TEST_INTEGER_AS(name, member) GH_TEST_FIELD_AS(INTEGER, 0, name, member, NULL)
#define GH_TEST_COOKIE(name) GH_TEST_FIELD(COOKIE, 0, name, NULL)
#define GH_TEST_MAYBE_INTEGER(name) GH_TEST_FIELD(MAYBE_INTEGER, 1, name, NULL)
#define GH_TEST_RECORD(name, type) GH_TEST_FIELD(RECORD, 0, name, gh_test_record_##type)
#define GH_TEST_MAYBE_RECORD(name, type) GH_TEST_FIELD(RECORD, 1, name, gh_test_record_##type)
#define GH_TEST_RECORDS(name, type) GH_TEST_FIELD(RECORDS, 0, name, gh_test_record_##type)
#define GH_TEST_TUPLES(name, type) GH_TEST_FIELD(TUPLES, 0, name, gh_test_record_##type)
#define GH_TEST_STATE(name) GH_TEST_FIELD(STATE, 0, name, gh_test_record_event)
#define GH_TEST_MEDIA(name) GH_TEST_FIELD(MEDIA, 0, name, NULL)
#define GH_TEST_OWN_TEXT(name) GH_TEST_FIELD(OWN_TEXT, 0, name, NULL)

#define GH_TEST_RECORD_TYPE(type, ...)                                                                                 \
    static inline const gh_test_record *gh_test_record_##type(void)                                                    \
    {                                                                                                                  \
        typedef gh_##type gh_test_this;                                                                                \
        static const gh_test_record record = {sizeof(gh_test_this), {__VA_ARGS__}};                                    \
        return &record;                                                                                                \
    }

GH_TEST_RECORD_TYPE(event, GH_TEST_TEXT(event_id), GH_TEST_TEXT(room_id), GH_TEST_TEXT(room_version),
    GH_TEST_TEXT(sender), GH_TEST_TEXT(type), GH_TEST_MAYBE_TEXT(state_key), GH_TEST_INTEGER(origin_server_ts),
    GH_TEST_FLAG(local), GH_TEST_OWN_TEXT(text), GH_TEST_MAYBE_VALUE(internal_metadata))

GH_TEST_RECORD_TYPE(presence_state, GH_TEST_TEXT(user_id), GH_TEST_TEXT(state), GH_TEST_INTEGER(last_active_ts),
    GH_TEST_INTEGER(last_federation_update_ts), GH_TEST_INTEGER(last_user_sync_ts), GH_TEST_MAYBE_TEXT(status_msg),
    GH_TEST_FLAG(currently_active))

GH_TEST_RECORD_TYPE(requester, GH_TEST_TEXT(user), GH_TEST_MAYBE_INTEGER(access_token_id), GH_TEST_FLAG(is_guest),
    GH_TEST_VALUE(scope), GH_TEST_FLAG(shadow_banned), GH_TEST_MAYBE_TEXT(device_id),
    GH_TEST_MAYBE_TEXT(app_service_id), GH_TEST_MAYBE_TEXT(authenticated_entity))

GH_TEST_RECORD_TYPE(
    user_profile, GH_TEST_TEXT(user_id), GH_TEST_MAYBE_TEXT(display_name), GH_TEST_MAYBE_TEXT(avatar_url))

GH_TEST_RECORD_TYPE(profile_info, GH_TEST_MAYBE_TEXT(avatar_url), GH_TEST_MAYBE_TEXT(display_name))

GH_TEST_RECORD_TYPE(connection, GH_TEST_MAYBE_TEXT(user_agent), GH_TEST_TEXT(ip))

GH_TEST_RECORD_TYPE(thumbnail, GH_TEST_INTEGER(width), GH_TEST_INTEGER(height), GH_TEST_TEXT(method),
    GH_TEST_TEXT(type), GH_TEST_MAYBE_INTEGER(length))

GH_TEST_RECORD_TYPE(file_info, GH_TEST_MAYBE_TEXT(server_name), GH_TEST_TEXT(file_id), GH_TEST_FLAG(url_cache),
    GH_TEST_MAYBE_RECORD(thumbnail, thumbnail))

GH_TEST_RECORD_TYPE(media_upload_limit, GH_TEST_INTEGER(max_bytes), GH_TEST_INTEGER(time_period_ms),
    GH_TEST_MAYBE_TEXT(info_uri), GH_TEST_FLAG(can_upgrade))

GH_TEST_RECORD_TYPE(request, GH_TEST_TEXT(method), GH_TEST_TEXT(uri), GH_TEST_TEXT(body))

GH_TEST_RECORD_TYPE(delivery, GH_TEST_TEXT(server_name), GH_TEST_RECORDS(events, event), GH_TEST_TEXT(method))

#endif
