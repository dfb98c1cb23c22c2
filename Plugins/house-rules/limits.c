/* What users may upload, and how often they may invite. */
#include "house.h"
#include "text.h"

static bool is_vip(gh_str user_id) { return gh_has_prefix(user_localpart(user_id), GH_STR("vip")); }

static gh_outcome get_media_config_for_user(
    void *self, const gh_get_media_config_for_user *call, gh_object_reply *reply)
{
    (void)self;
    return is_vip(call->user_id) ? gh_object_give(reply, GH_JSON("{\"m.upload.size\": 1048576}")) : GH_NEXT;
}

static gh_outcome is_user_allowed_to_upload_media_of_size(
    void *self, const gh_is_user_allowed_to_upload_media_of_size *call, gh_objection_reply *reply)
{
    (void)self;
    return call->file_size > 65536 && !is_vip(call->user_id) ? gh_object(reply) : GH_NEXT;
}

static gh_outcome limit(int64_t max_bytes, int64_t time_period_ms, gh_limits_reply *reply)
{
    const gh_media_upload_limit limit = {
        .size = sizeof limit,
        .max_bytes = max_bytes,
        .time_period_ms = time_period_ms,
        .info_uri = GH_STR("https://example.org/limits"),
    };
    return gh_limits_add(reply, &limit);
}

static gh_outcome get_media_upload_limits_for_user(
    void *self, const gh_get_media_upload_limits_for_user *call, gh_limits_reply *reply)
{
    (void)self;
    if (!gh_has_prefix(user_localpart(call->user_id), GH_STR("limited"))) return GH_NEXT;
    if (limit(2000, 3600000, reply) == GH_FAILED) return GH_FAILED;
    return limit(5000, 86400000, reply);
}

static gh_outcome get_ratelimit_override_for_user(
    void *self, const gh_get_ratelimit_override_for_user *call, gh_override_reply *reply)
{
    const gh_ratelimit_override none = {.size = sizeof none};
    (void)self;
    return is_vip(call->user) ? gh_override(reply, &none) : GH_NEXT;
}

const gh_media_repository_callbacks house_media_repository = {
    .size = sizeof house_media_repository,
    .get_media_config_for_user = get_media_config_for_user,
    .is_user_allowed_to_upload_media_of_size = is_user_allowed_to_upload_media_of_size,
    .get_media_upload_limits_for_user = get_media_upload_limits_for_user,
};

const gh_ratelimit_callbacks house_ratelimit = {
    .size = sizeof house_ratelimit,
    .get_ratelimit_override_for_user = get_ratelimit_override_for_user,
};
