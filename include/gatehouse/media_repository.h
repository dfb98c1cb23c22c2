/* Media repository: what may users upload? (Synapse docs: modules/media_repository_callbacks.) */
#ifndef GATEHOUSE_MEDIA_REPOSITORY_H
#define GATEHOUSE_MEDIA_REPOSITORY_H

#include "answer.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * All callbacks: [one thread at a time, or as the flags say] [between create and destroy]. Arguments are borrowed until
 * the callback returns. GH_NEXT does not know, or lets pass, and asks the next module.
 */

/* get_media_config_for_user, since Synapse 1.132.0. Asked when a client wants to know what it may upload. The answer is
   the whole response; an empty object is no answer. Rule: the first answer decides. Failure: goes to the caller. Invalid
   answer: a failure of the module. */
typedef struct gh_get_media_config_for_user {
    size_t size;
    gh_str user_id;
} gh_get_media_config_for_user;

/* is_user_allowed_to_upload_media_of_size, since Synapse 1.132.0. Asked before an upload is read; the server's own
   maximum comes first. Rule: the first that objects decides. Failure: goes to the caller. Invalid answer: denied. */
typedef struct gh_is_user_allowed_to_upload_media_of_size {
    size_t size;
    gh_str user_id;
    int64_t file_size; /* in bytes; in JSON it has Synapse's name, `size` */
} gh_is_user_allowed_to_upload_media_of_size;

/* get_media_upload_limits_for_user, since Synapse 1.139.0. Asked after a file was uploaded and checked, before it is
   kept. Where nobody answers, the server's own limits hold. Rule: the first answer decides. Failure: goes to the caller.
   Invalid answer: a failure of the module. */
typedef struct gh_get_media_upload_limits_for_user {
    size_t size;
    gh_str user_id;
} gh_get_media_upload_limits_for_user;

/* on_media_upload_limit_exceeded, since Synapse 1.139.0. Told when an upload is refused because of a limit. Rule: all
   are told, until one fails. Failure: goes to the caller. Invalid answer: ignored, and the next module is asked. */
typedef struct gh_on_media_upload_limit_exceeded {
    size_t size;
    gh_str user_id;
    const gh_media_upload_limit *limit;
    int64_t sent_bytes; /* in the period, without this file */
    int64_t attempted_bytes; /* of this file */
} gh_on_media_upload_limit_exceeded;

/* The callbacks of a module. NULL: not implemented. `flags` as in module.h, for this category alone. */
typedef struct gh_media_repository_callbacks {
    size_t size;
    uint64_t flags;
    gh_outcome (*get_media_config_for_user)(
        void *self, const gh_get_media_config_for_user *call, gh_object_reply *reply);
    gh_outcome (*is_user_allowed_to_upload_media_of_size)(
        void *self, const gh_is_user_allowed_to_upload_media_of_size *call, gh_objection_reply *reply);
    gh_outcome (*get_media_upload_limits_for_user)(
        void *self, const gh_get_media_upload_limits_for_user *call, gh_limits_reply *reply);
    gh_outcome (*on_media_upload_limit_exceeded)(
        void *self, const gh_on_media_upload_limit_exceeded *call, gh_notice_reply *reply);
} gh_media_repository_callbacks;

#ifdef __cplusplus
}
#endif
#endif
