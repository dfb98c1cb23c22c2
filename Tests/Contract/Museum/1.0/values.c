/* Answers that are values, one callback for each kind; and a cookie that comes back. */
#include <gatehouse/gatehouse.h>

static gh_outcome is_user_expired(void *self, const gh_is_user_expired *call, gh_truth_reply *reply)
{
    (void)self;
    return gh_has_prefix(call->user, GH_STR("@old")) ? gh_truth_give(reply, 1) : GH_NEXT;
}

static gh_outcome on_legacy_renew(void *self, const gh_on_legacy_renew *call, gh_renewal_reply *reply)
{
    (void)self;
    return gh_renew(reply, gh_equal(call->renewal_token, GH_STR("good")), 0, 1893456000000);
}

static gh_outcome on_legacy_admin_request(void *self, const gh_on_legacy_admin_request *call, gh_number_reply *reply)
{
    (void)self;
    return gh_number_give(reply, (int64_t)call->request->body.len);
}

static gh_outcome auth_checkers(void *self, const gh_auth_checkers *call, gh_login_reply *reply)
{
    (void)self;
    if (gh_equal(call->username, GH_STR("nobody"))) return gh_log_in(reply, GH_STR(""));
    return gh_log_in_with(reply, call->username, 7);
}

static gh_outcome get_username_for_registration(
    void *self, const gh_get_username_for_registration *call, gh_text_reply *reply)
{
    (void)self;
    return gh_text_give(reply, call->params.text);
}

static gh_outcome post_login(void *self, const gh_post_login *call, gh_rewriting_reply *reply)
{
    (void)self;
    return gh_rewrite(reply, call->login_response);
}

static gh_outcome post_login_unused(void *self, const gh_post_login_unused *call, gh_notice_reply *reply)
{
    (void)self;
    return call->cookie == 7 ? GH_NEXT : gh_fail(reply, GH_STR("another cookie"));
}

static gh_outcome get_media_config_for_user(
    void *self, const gh_get_media_config_for_user *call, gh_object_reply *reply)
{
    (void)self;
    return gh_has_prefix(call->user_id, GH_STR("@none")) ? gh_object_give(reply, GH_JSON("{}"))
                                                         : gh_object_give(reply, GH_JSON("{\"m.upload.size\": 1}"));
}

static gh_outcome is_user_allowed_to_upload_media_of_size(
    void *self, const gh_is_user_allowed_to_upload_media_of_size *call, gh_objection_reply *reply)
{
    (void)self;
    return call->file_size > 10 ? gh_object(reply) : GH_NEXT;
}

static gh_outcome get_media_upload_limits_for_user(
    void *self, const gh_get_media_upload_limits_for_user *call, gh_limits_reply *reply)
{
    gh_media_upload_limit limit = {.size = sizeof limit, .max_bytes = 1, .time_period_ms = 1000};
    (void)self;
    if (gh_has_prefix(call->user_id, GH_STR("@free"))) return gh_limits_none(reply);
    if (gh_limits_add(reply, &limit) != GH_ANSWERED) return GH_FAILED;
    limit.time_period_ms = 2000;
    limit.info_uri = GH_STR("https://a.test");
    return gh_limits_add(reply, &limit);
}

static gh_outcome on_update(void *self, const gh_on_update *call, gh_update_reply *reply)
{
    (void)self;
    return gh_open_update(reply, call->one_shot ? 0 : 100);
}

static gh_outcome get_ratelimit_override_for_user(
    void *self, const gh_get_ratelimit_override_for_user *call, gh_override_reply *reply)
{
    const gh_ratelimit_override limit = {.size = sizeof limit, .per_second = 0.5, .burst_count = 3};
    const gh_ratelimit_override wrong = {.size = sizeof wrong, .per_second = 0, .burst_count = 3};
    (void)self;
    return gh_override(reply, gh_has_prefix(call->user, GH_STR("@wrong")) ? &wrong : &limit);
}

static gh_outcome add_field_to_unsigned_callback(
    void *self, const gh_add_field_to_unsigned_callback *call, gh_object_reply *reply)
{
    (void)self;
    return call->event->local ? gh_object_give(reply, GH_JSON("{\"a\": 1}")) : GH_NEXT;
}

static gh_outcome on_event_delivered_over_federation(
    void *self, const gh_on_event_delivered_over_federation *call, gh_notice_reply *reply)
{
    const gh_delivery *delivery = call->delivery;
    (void)self;
    return delivery->events.count == 1 ? gh_fail(reply, delivery->events.items[0]->sender)
                                       : gh_fail(reply, delivery->server_name);
}

static gh_outcome on_account_data_updated(void *self, const gh_on_account_data_updated *call, gh_notice_reply *reply)
{
    (void)self;
    return gh_fail(reply, gh_is_absent(call->room_id) ? call->content.text : call->room_id);
}

static const gh_account_validity_callbacks account_validity = {
    .size = sizeof account_validity,
    .is_user_expired = is_user_expired,
    .on_legacy_renew = on_legacy_renew,
    .on_legacy_admin_request = on_legacy_admin_request,
};
static const gh_password_auth_provider_callbacks password_auth_provider = {
    .size = sizeof password_auth_provider,
    .auth_checkers = auth_checkers,
    .get_username_for_registration = get_username_for_registration,
    .post_login = post_login,
    .post_login_unused = post_login_unused,
};
static const gh_media_repository_callbacks media_repository = {
    .size = sizeof media_repository,
    .get_media_config_for_user = get_media_config_for_user,
    .is_user_allowed_to_upload_media_of_size = is_user_allowed_to_upload_media_of_size,
    .get_media_upload_limits_for_user = get_media_upload_limits_for_user,
};
static const gh_background_update_controller_callbacks background_update_controller = {
    .size = sizeof background_update_controller,
    .on_update = on_update,
};
static const gh_account_data_callbacks account_data = {
    .size = sizeof account_data,
    .on_account_data_updated = on_account_data_updated,
};
static const gh_ratelimit_callbacks ratelimit = {
    .size = sizeof ratelimit,
    .get_ratelimit_override_for_user = get_ratelimit_override_for_user,
};
static const gh_unsigned_callbacks unsigned_fields = {
    .size = sizeof unsigned_fields,
    .add_field_to_unsigned_callback = add_field_to_unsigned_callback,
};
static const gh_federation_callbacks federation = {
    .size = sizeof federation,
    .on_event_delivered_over_federation = on_event_delivered_over_federation,
};

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    const gh_str password = GH_STR("password");
    (void)config;
    (void)reply;
    return gh_check_logins(setup, GH_STR("m.login.password"), &password, 1);
}

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("values"),
    .flags = GH_CONCURRENT | GH_PROMPT,
    .configure = configure,
    .account_validity = &account_validity,
    .password_auth_provider = &password_auth_provider,
    .media_repository = &media_repository,
    .background_update_controller = &background_update_controller,
    .account_data = &account_data,
    .ratelimit = &ratelimit,
    .unsigned_fields = &unsigned_fields,
    .federation = &federation,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
