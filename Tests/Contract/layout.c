/* Where each field of the contract stands. Made by `make contract-baseline`; a header that differs does not compile. */
#include <stdalign.h>

#include <gatehouse/account_data.h>
#include <gatehouse/account_validity.h>
#include <gatehouse/answer.h>
#include <gatehouse/background_update_controller.h>
#include <gatehouse/base.h>
#include <gatehouse/event.h>
#include <gatehouse/federation.h>
#include <gatehouse/gatehouse.h>
#include <gatehouse/homeserver.h>
#include <gatehouse/hook.h>
#include <gatehouse/host.h>
#include <gatehouse/http.h>
#include <gatehouse/json.h>
#include <gatehouse/late.h>
#include <gatehouse/limits.h>
#include <gatehouse/media.h>
#include <gatehouse/media_repository.h>
#include <gatehouse/metrics.h>
#include <gatehouse/module.h>
#include <gatehouse/outcome.h>
#include <gatehouse/password_auth_provider.h>
#include <gatehouse/presence.h>
#include <gatehouse/presence_router.h>
#include <gatehouse/process.h>
#include <gatehouse/ratelimit.h>
#include <gatehouse/reply.h>
#include <gatehouse/setup.h>
#include <gatehouse/spam_checker.h>
#include <gatehouse/state.h>
#include <gatehouse/store.h>
#include <gatehouse/text.h>
#include <gatehouse/third_party_rules.h>
#include <gatehouse/timers.h>
#include <gatehouse/unsigned.h>
#include <gatehouse/user.h>
#include <gatehouse/web.h>

#ifdef __cplusplus
#define REQUIRE(condition, text) static_assert(condition, text)
#else
#define REQUIRE(condition, text) _Static_assert(condition, text)
#endif

#define SCALAR(type, bytes) REQUIRE(sizeof(type) == bytes, #type " has changed its size")
#define STRUCT(type, bytes) REQUIRE(sizeof(type) == bytes && alignof(type) == 8, #type " has changed its size")
#define FIELD(type, field, place, bytes)                                                                               \
    REQUIRE(offsetof(type, field) == place, #type "." #field " has moved");                                            \
    REQUIRE(sizeof(((type *)0)->field) == bytes, #type "." #field " has changed its size");                            \
    REQUIRE(bytes % 8 == 0, #type "." #field " is no multiple of 8 bytes")
#define CALL(type) REQUIRE(sizeof(type) <= 512, #type " is too long for the arguments of a callback")

SCALAR(gh_bool, 8);
SCALAR(gh_outcome, 4);
SCALAR(gh_found, 4);
SCALAR(gh_log_level, 4);
SCALAR(gh_clock, 4);
SCALAR(gh_metric_kind, 4);

STRUCT(gh_str, 16);
FIELD(gh_str, ptr, 0, 8);
FIELD(gh_str, len, 8, 8);

STRUCT(gh_json, 16);
FIELD(gh_json, text, 0, 16);

STRUCT(gh_maybe_int, 16);
FIELD(gh_maybe_int, present, 0, 8);
FIELD(gh_maybe_int, value, 8, 8);

STRUCT(gh_media_upload_limit, 48);
FIELD(gh_media_upload_limit, size, 0, 8);
FIELD(gh_media_upload_limit, max_bytes, 8, 8);
FIELD(gh_media_upload_limit, time_period_ms, 16, 8);
FIELD(gh_media_upload_limit, info_uri, 24, 16);
FIELD(gh_media_upload_limit, can_upgrade, 40, 8);

STRUCT(gh_ratelimit_override, 24);
FIELD(gh_ratelimit_override, size, 0, 8);
FIELD(gh_ratelimit_override, per_second, 8, 8);
FIELD(gh_ratelimit_override, burst_count, 16, 8);

STRUCT(gh_presence_state, 88);
FIELD(gh_presence_state, size, 0, 8);
FIELD(gh_presence_state, user_id, 8, 16);
FIELD(gh_presence_state, state, 24, 16);
FIELD(gh_presence_state, last_active_ts, 40, 8);
FIELD(gh_presence_state, last_federation_update_ts, 48, 8);
FIELD(gh_presence_state, last_user_sync_ts, 56, 8);
FIELD(gh_presence_state, status_msg, 64, 16);
FIELD(gh_presence_state, currently_active, 80, 8);

STRUCT(gh_presence_states, 16);
FIELD(gh_presence_states, items, 0, 8);
FIELD(gh_presence_states, count, 8, 8);

STRUCT(gh_process, 32);
FIELD(gh_process, size, 0, 8);
FIELD(gh_process, name, 8, 16);
FIELD(gh_process, is_main, 24, 8);

STRUCT(gh_late, 16);
FIELD(gh_late, ticket, 0, 8);
FIELD(gh_late, call, 8, 8);

STRUCT(gh_reply_functions, 144);
FIELD(gh_reply_functions, size, 0, 8);
FIELD(gh_reply_functions, fail, 8, 8);
FIELD(gh_reply_functions, deny, 16, 8);
FIELD(gh_reply_functions, deny_with_text, 24, 8);
FIELD(gh_reply_functions, shadow_ban, 32, 8);
FIELD(gh_reply_functions, give_object, 40, 8);
FIELD(gh_reply_functions, add_user, 48, 8);
FIELD(gh_reply_functions, add_everyone, 56, 8);
FIELD(gh_reply_functions, add_presence, 64, 8);
FIELD(gh_reply_functions, defer, 72, 8);
FIELD(gh_reply_functions, give_truth, 80, 8);
FIELD(gh_reply_functions, give_text, 88, 8);
FIELD(gh_reply_functions, give_number, 96, 8);
FIELD(gh_reply_functions, log_in, 104, 8);
FIELD(gh_reply_functions, renew, 112, 8);
FIELD(gh_reply_functions, add_limit, 120, 8);
FIELD(gh_reply_functions, override_limit, 128, 8);
FIELD(gh_reply_functions, open_update, 136, 8);

STRUCT(gh_reply, 32);
FIELD(gh_reply, size, 0, 8);
FIELD(gh_reply, functions, 8, 8);
FIELD(gh_reply, data, 16, 8);
FIELD(gh_reply, process, 24, 8);

STRUCT(gh_verdict_reply, 32);
FIELD(gh_verdict_reply, base, 0, 32);

STRUCT(gh_event_verdict_reply, 32);
FIELD(gh_event_verdict_reply, base, 0, 32);

STRUCT(gh_code_reply, 32);
FIELD(gh_code_reply, base, 0, 32);

STRUCT(gh_objection_reply, 32);
FIELD(gh_objection_reply, base, 0, 32);

STRUCT(gh_registration_reply, 32);
FIELD(gh_registration_reply, base, 0, 32);

STRUCT(gh_replacement_reply, 32);
FIELD(gh_replacement_reply, base, 0, 32);

STRUCT(gh_rewriting_reply, 32);
FIELD(gh_rewriting_reply, base, 0, 32);

STRUCT(gh_notice_reply, 32);
FIELD(gh_notice_reply, base, 0, 32);

STRUCT(gh_users_reply, 32);
FIELD(gh_users_reply, base, 0, 32);

STRUCT(gh_presence_reply, 32);
FIELD(gh_presence_reply, base, 0, 32);

STRUCT(gh_truth_reply, 32);
FIELD(gh_truth_reply, base, 0, 32);

STRUCT(gh_text_reply, 32);
FIELD(gh_text_reply, base, 0, 32);

STRUCT(gh_number_reply, 32);
FIELD(gh_number_reply, base, 0, 32);

STRUCT(gh_object_reply, 32);
FIELD(gh_object_reply, base, 0, 32);

STRUCT(gh_login_reply, 32);
FIELD(gh_login_reply, base, 0, 32);

STRUCT(gh_renewal_reply, 32);
FIELD(gh_renewal_reply, base, 0, 32);

STRUCT(gh_limits_reply, 32);
FIELD(gh_limits_reply, base, 0, 32);

STRUCT(gh_override_reply, 32);
FIELD(gh_override_reply, base, 0, 32);

STRUCT(gh_update_reply, 32);
FIELD(gh_update_reply, base, 0, 32);

STRUCT(gh_on_account_data_updated, 72);
FIELD(gh_on_account_data_updated, size, 0, 8);
FIELD(gh_on_account_data_updated, user_id, 8, 16);
FIELD(gh_on_account_data_updated, room_id, 24, 16);
FIELD(gh_on_account_data_updated, account_data_type, 40, 16);
FIELD(gh_on_account_data_updated, content, 56, 16);
CALL(gh_on_account_data_updated);

STRUCT(gh_account_data_callbacks, 24);
FIELD(gh_account_data_callbacks, size, 0, 8);
FIELD(gh_account_data_callbacks, flags, 8, 8);
FIELD(gh_account_data_callbacks, on_account_data_updated, 16, 8);

STRUCT(gh_is_user_expired, 24);
FIELD(gh_is_user_expired, size, 0, 8);
FIELD(gh_is_user_expired, user, 8, 16);
CALL(gh_is_user_expired);

STRUCT(gh_on_user_registration, 24);
FIELD(gh_on_user_registration, size, 0, 8);
FIELD(gh_on_user_registration, user, 8, 16);
CALL(gh_on_user_registration);

STRUCT(gh_on_user_login, 56);
FIELD(gh_on_user_login, size, 0, 8);
FIELD(gh_on_user_login, user_id, 8, 16);
FIELD(gh_on_user_login, auth_provider_type, 24, 16);
FIELD(gh_on_user_login, auth_provider_id, 40, 16);
CALL(gh_on_user_login);

STRUCT(gh_on_legacy_send_mail, 24);
FIELD(gh_on_legacy_send_mail, size, 0, 8);
FIELD(gh_on_legacy_send_mail, user_id, 8, 16);
CALL(gh_on_legacy_send_mail);

STRUCT(gh_on_legacy_renew, 24);
FIELD(gh_on_legacy_renew, size, 0, 8);
FIELD(gh_on_legacy_renew, renewal_token, 8, 16);
CALL(gh_on_legacy_renew);

STRUCT(gh_request, 56);
FIELD(gh_request, size, 0, 8);
FIELD(gh_request, method, 8, 16);
FIELD(gh_request, uri, 24, 16);
FIELD(gh_request, body, 40, 16);

STRUCT(gh_on_legacy_admin_request, 16);
FIELD(gh_on_legacy_admin_request, size, 0, 8);
FIELD(gh_on_legacy_admin_request, request, 8, 8);
CALL(gh_on_legacy_admin_request);

STRUCT(gh_account_validity_callbacks, 64);
FIELD(gh_account_validity_callbacks, size, 0, 8);
FIELD(gh_account_validity_callbacks, flags, 8, 8);
FIELD(gh_account_validity_callbacks, is_user_expired, 16, 8);
FIELD(gh_account_validity_callbacks, on_user_registration, 24, 8);
FIELD(gh_account_validity_callbacks, on_user_login, 32, 8);
FIELD(gh_account_validity_callbacks, on_legacy_send_mail, 40, 8);
FIELD(gh_account_validity_callbacks, on_legacy_renew, 48, 8);
FIELD(gh_account_validity_callbacks, on_legacy_admin_request, 56, 8);

STRUCT(gh_on_update, 48);
FIELD(gh_on_update, size, 0, 8);
FIELD(gh_on_update, update_name, 8, 16);
FIELD(gh_on_update, database_name, 24, 16);
FIELD(gh_on_update, one_shot, 40, 8);
CALL(gh_on_update);

STRUCT(gh_default_batch_size, 40);
FIELD(gh_default_batch_size, size, 0, 8);
FIELD(gh_default_batch_size, update_name, 8, 16);
FIELD(gh_default_batch_size, database_name, 24, 16);
CALL(gh_default_batch_size);

STRUCT(gh_min_batch_size, 40);
FIELD(gh_min_batch_size, size, 0, 8);
FIELD(gh_min_batch_size, update_name, 8, 16);
FIELD(gh_min_batch_size, database_name, 24, 16);
CALL(gh_min_batch_size);

STRUCT(gh_on_update_left, 32);
FIELD(gh_on_update_left, size, 0, 8);
FIELD(gh_on_update_left, cookie, 8, 8);
FIELD(gh_on_update_left, error, 16, 16);
CALL(gh_on_update_left);

STRUCT(gh_on_update_unused, 16);
FIELD(gh_on_update_unused, size, 0, 8);
FIELD(gh_on_update_unused, cookie, 8, 8);
CALL(gh_on_update_unused);

STRUCT(gh_background_update_controller_callbacks, 56);
FIELD(gh_background_update_controller_callbacks, size, 0, 8);
FIELD(gh_background_update_controller_callbacks, flags, 8, 8);
FIELD(gh_background_update_controller_callbacks, on_update, 16, 8);
FIELD(gh_background_update_controller_callbacks, default_batch_size, 24, 8);
FIELD(gh_background_update_controller_callbacks, min_batch_size, 32, 8);
FIELD(gh_background_update_controller_callbacks, on_update_left, 40, 8);
FIELD(gh_background_update_controller_callbacks, on_update_unused, 48, 8);

STRUCT(gh_event, 152);
FIELD(gh_event, size, 0, 8);
FIELD(gh_event, event_id, 8, 16);
FIELD(gh_event, room_id, 24, 16);
FIELD(gh_event, room_version, 40, 16);
FIELD(gh_event, sender, 56, 16);
FIELD(gh_event, type, 72, 16);
FIELD(gh_event, state_key, 88, 16);
FIELD(gh_event, origin_server_ts, 104, 8);
FIELD(gh_event, local, 112, 8);
FIELD(gh_event, text, 120, 16);
FIELD(gh_event, internal_metadata, 136, 16);

STRUCT(gh_events, 16);
FIELD(gh_events, items, 0, 8);
FIELD(gh_events, count, 8, 8);

STRUCT(gh_delivery, 56);
FIELD(gh_delivery, size, 0, 8);
FIELD(gh_delivery, server_name, 8, 16);
FIELD(gh_delivery, events, 24, 16);
FIELD(gh_delivery, method, 40, 16);

STRUCT(gh_on_event_delivered_over_federation, 16);
FIELD(gh_on_event_delivered_over_federation, size, 0, 8);
FIELD(gh_on_event_delivered_over_federation, delivery, 8, 8);
CALL(gh_on_event_delivered_over_federation);

STRUCT(gh_federation_callbacks, 24);
FIELD(gh_federation_callbacks, size, 0, 8);
FIELD(gh_federation_callbacks, flags, 8, 8);
FIELD(gh_federation_callbacks, on_event_delivered_over_federation, 16, 8);

STRUCT(gh_json_functions, 48);
FIELD(gh_json_functions, size, 0, 8);
FIELD(gh_json_functions, get, 8, 8);
FIELD(gh_json_functions, unescape, 16, 8);
FIELD(gh_json_functions, quote, 24, 8);
FIELD(gh_json_functions, integer, 32, 8);
FIELD(gh_json_functions, next, 40, 8);

STRUCT(gh_state_functions, 32);
FIELD(gh_state_functions, size, 0, 8);
FIELD(gh_state_functions, get, 8, 8);
FIELD(gh_state_functions, next, 16, 8);
FIELD(gh_state_functions, ask, 24, 8);

STRUCT(gh_thumbnail, 72);
FIELD(gh_thumbnail, size, 0, 8);
FIELD(gh_thumbnail, width, 8, 8);
FIELD(gh_thumbnail, height, 16, 8);
FIELD(gh_thumbnail, method, 24, 16);
FIELD(gh_thumbnail, type, 40, 16);
FIELD(gh_thumbnail, length, 56, 16);

STRUCT(gh_file_info, 56);
FIELD(gh_file_info, size, 0, 8);
FIELD(gh_file_info, server_name, 8, 16);
FIELD(gh_file_info, file_id, 24, 16);
FIELD(gh_file_info, url_cache, 40, 8);
FIELD(gh_file_info, thumbnail, 48, 8);

STRUCT(gh_media_functions, 24);
FIELD(gh_media_functions, size, 0, 8);
FIELD(gh_media_functions, path, 8, 8);
FIELD(gh_media_functions, read, 16, 8);

STRUCT(gh_requester, 120);
FIELD(gh_requester, size, 0, 8);
FIELD(gh_requester, user, 8, 16);
FIELD(gh_requester, access_token_id, 24, 16);
FIELD(gh_requester, is_guest, 40, 8);
FIELD(gh_requester, scope, 48, 16);
FIELD(gh_requester, shadow_banned, 64, 8);
FIELD(gh_requester, device_id, 72, 16);
FIELD(gh_requester, app_service_id, 88, 16);
FIELD(gh_requester, authenticated_entity, 104, 16);

STRUCT(gh_user_profile, 56);
FIELD(gh_user_profile, size, 0, 8);
FIELD(gh_user_profile, user_id, 8, 16);
FIELD(gh_user_profile, display_name, 24, 16);
FIELD(gh_user_profile, avatar_url, 40, 16);

STRUCT(gh_profile_info, 40);
FIELD(gh_profile_info, size, 0, 8);
FIELD(gh_profile_info, avatar_url, 8, 16);
FIELD(gh_profile_info, display_name, 24, 16);

STRUCT(gh_connection, 40);
FIELD(gh_connection, size, 0, 8);
FIELD(gh_connection, user_agent, 8, 16);
FIELD(gh_connection, ip, 24, 16);

STRUCT(gh_connections, 16);
FIELD(gh_connections, items, 0, 8);
FIELD(gh_connections, count, 8, 8);

STRUCT(gh_host_info, 56);
FIELD(gh_host_info, size, 0, 8);
FIELD(gh_host_info, major, 8, 8);
FIELD(gh_host_info, minor, 16, 8);
FIELD(gh_host_info, name, 24, 16);
FIELD(gh_host_info, version, 40, 16);

STRUCT(gh_late_functions, 32);
FIELD(gh_late_functions, size, 0, 8);
FIELD(gh_late_functions, reopen, 8, 8);
FIELD(gh_late_functions, finish, 16, 8);
FIELD(gh_late_functions, is_cancelled, 24, 8);

STRUCT(gh_host, 112);
FIELD(gh_host, size, 0, 8);
FIELD(gh_host, data, 8, 8);
FIELD(gh_host, info, 16, 8);
FIELD(gh_host, instance_name, 24, 16);
FIELD(gh_host, data_folder, 40, 16);
FIELD(gh_host, json, 56, 8);
FIELD(gh_host, state, 64, 8);
FIELD(gh_host, media, 72, 8);
FIELD(gh_host, late, 80, 8);
FIELD(gh_host, log, 88, 8);
FIELD(gh_host, now, 96, 8);
FIELD(gh_host, service, 104, 8);

STRUCT(gh_config_reply_functions, 16);
FIELD(gh_config_reply_functions, size, 0, 8);
FIELD(gh_config_reply_functions, refuse, 8, 8);

STRUCT(gh_config_reply, 24);
FIELD(gh_config_reply, size, 0, 8);
FIELD(gh_config_reply, functions, 8, 8);
FIELD(gh_config_reply, data, 16, 8);

STRUCT(gh_setup_functions, 40);
FIELD(gh_setup_functions, size, 0, 8);
FIELD(gh_setup_functions, leave_out, 8, 8);
FIELD(gh_setup_functions, read_state, 16, 8);
FIELD(gh_setup_functions, check_logins, 24, 8);
FIELD(gh_setup_functions, offer, 32, 8);

STRUCT(gh_setup, 48);
FIELD(gh_setup, size, 0, 8);
FIELD(gh_setup, functions, 8, 8);
FIELD(gh_setup, data, 16, 8);
FIELD(gh_setup, instance_name, 24, 16);
FIELD(gh_setup, json, 40, 8);

STRUCT(gh_offer, 56);
FIELD(gh_offer, size, 0, 8);
FIELD(gh_offer, name, 8, 16);
FIELD(gh_offer, signature, 24, 16);
FIELD(gh_offer, function, 40, 8);
FIELD(gh_offer, required, 48, 8);

STRUCT(gh_check_event_for_spam, 16);
FIELD(gh_check_event_for_spam, size, 0, 8);
FIELD(gh_check_event_for_spam, event, 8, 8);
CALL(gh_check_event_for_spam);

STRUCT(gh_should_drop_federated_event, 16);
FIELD(gh_should_drop_federated_event, size, 0, 8);
FIELD(gh_should_drop_federated_event, event, 8, 8);
CALL(gh_should_drop_federated_event);

STRUCT(gh_user_may_join_room, 48);
FIELD(gh_user_may_join_room, size, 0, 8);
FIELD(gh_user_may_join_room, user_id, 8, 16);
FIELD(gh_user_may_join_room, room_id, 24, 16);
FIELD(gh_user_may_join_room, is_invited, 40, 8);
CALL(gh_user_may_join_room);

STRUCT(gh_user_may_invite, 56);
FIELD(gh_user_may_invite, size, 0, 8);
FIELD(gh_user_may_invite, inviter, 8, 16);
FIELD(gh_user_may_invite, invitee, 24, 16);
FIELD(gh_user_may_invite, room_id, 40, 16);
CALL(gh_user_may_invite);

STRUCT(gh_federated_user_may_invite, 16);
FIELD(gh_federated_user_may_invite, size, 0, 8);
FIELD(gh_federated_user_may_invite, event, 8, 8);
CALL(gh_federated_user_may_invite);

STRUCT(gh_user_may_send_3pid_invite, 72);
FIELD(gh_user_may_send_3pid_invite, size, 0, 8);
FIELD(gh_user_may_send_3pid_invite, inviter, 8, 16);
FIELD(gh_user_may_send_3pid_invite, medium, 24, 16);
FIELD(gh_user_may_send_3pid_invite, address, 40, 16);
FIELD(gh_user_may_send_3pid_invite, room_id, 56, 16);
CALL(gh_user_may_send_3pid_invite);

STRUCT(gh_user_may_create_room, 40);
FIELD(gh_user_may_create_room, size, 0, 8);
FIELD(gh_user_may_create_room, user_id, 8, 16);
FIELD(gh_user_may_create_room, room_config, 24, 16);
CALL(gh_user_may_create_room);

STRUCT(gh_user_may_create_room_alias, 40);
FIELD(gh_user_may_create_room_alias, size, 0, 8);
FIELD(gh_user_may_create_room_alias, user_id, 8, 16);
FIELD(gh_user_may_create_room_alias, room_alias, 24, 16);
CALL(gh_user_may_create_room_alias);

STRUCT(gh_user_may_publish_room, 40);
FIELD(gh_user_may_publish_room, size, 0, 8);
FIELD(gh_user_may_publish_room, user_id, 8, 16);
FIELD(gh_user_may_publish_room, room_id, 24, 16);
CALL(gh_user_may_publish_room);

STRUCT(gh_user_may_send_state_event, 88);
FIELD(gh_user_may_send_state_event, size, 0, 8);
FIELD(gh_user_may_send_state_event, user_id, 8, 16);
FIELD(gh_user_may_send_state_event, room_id, 24, 16);
FIELD(gh_user_may_send_state_event, event_type, 40, 16);
FIELD(gh_user_may_send_state_event, state_key, 56, 16);
FIELD(gh_user_may_send_state_event, content, 72, 16);
CALL(gh_user_may_send_state_event);

STRUCT(gh_check_username_for_spam, 32);
FIELD(gh_check_username_for_spam, size, 0, 8);
FIELD(gh_check_username_for_spam, user_profile, 8, 8);
FIELD(gh_check_username_for_spam, requester_id, 16, 16);
CALL(gh_check_username_for_spam);

STRUCT(gh_check_registration_for_spam, 72);
FIELD(gh_check_registration_for_spam, size, 0, 8);
FIELD(gh_check_registration_for_spam, email_threepid, 8, 16);
FIELD(gh_check_registration_for_spam, username, 24, 16);
FIELD(gh_check_registration_for_spam, request_info, 40, 16);
FIELD(gh_check_registration_for_spam, auth_provider_id, 56, 16);
CALL(gh_check_registration_for_spam);

STRUCT(gh_check_media_file_for_spam, 24);
FIELD(gh_check_media_file_for_spam, size, 0, 8);
FIELD(gh_check_media_file_for_spam, file_wrapper, 8, 8);
FIELD(gh_check_media_file_for_spam, file_info, 16, 8);
CALL(gh_check_media_file_for_spam);

STRUCT(gh_check_login_for_spam, 88);
FIELD(gh_check_login_for_spam, size, 0, 8);
FIELD(gh_check_login_for_spam, user_id, 8, 16);
FIELD(gh_check_login_for_spam, device_id, 24, 16);
FIELD(gh_check_login_for_spam, initial_display_name, 40, 16);
FIELD(gh_check_login_for_spam, request_info, 56, 16);
FIELD(gh_check_login_for_spam, auth_provider_id, 72, 16);
CALL(gh_check_login_for_spam);

STRUCT(gh_spam_checker_callbacks, 128);
FIELD(gh_spam_checker_callbacks, size, 0, 8);
FIELD(gh_spam_checker_callbacks, flags, 8, 8);
FIELD(gh_spam_checker_callbacks, check_event_for_spam, 16, 8);
FIELD(gh_spam_checker_callbacks, should_drop_federated_event, 24, 8);
FIELD(gh_spam_checker_callbacks, user_may_join_room, 32, 8);
FIELD(gh_spam_checker_callbacks, user_may_invite, 40, 8);
FIELD(gh_spam_checker_callbacks, federated_user_may_invite, 48, 8);
FIELD(gh_spam_checker_callbacks, user_may_send_3pid_invite, 56, 8);
FIELD(gh_spam_checker_callbacks, user_may_create_room, 64, 8);
FIELD(gh_spam_checker_callbacks, user_may_create_room_alias, 72, 8);
FIELD(gh_spam_checker_callbacks, user_may_publish_room, 80, 8);
FIELD(gh_spam_checker_callbacks, user_may_send_state_event, 88, 8);
FIELD(gh_spam_checker_callbacks, check_username_for_spam, 96, 8);
FIELD(gh_spam_checker_callbacks, check_registration_for_spam, 104, 8);
FIELD(gh_spam_checker_callbacks, check_media_file_for_spam, 112, 8);
FIELD(gh_spam_checker_callbacks, check_login_for_spam, 120, 8);

STRUCT(gh_check_event_allowed, 24);
FIELD(gh_check_event_allowed, size, 0, 8);
FIELD(gh_check_event_allowed, event, 8, 8);
FIELD(gh_check_event_allowed, state_events, 16, 8);
CALL(gh_check_event_allowed);

STRUCT(gh_on_create_room, 40);
FIELD(gh_on_create_room, size, 0, 8);
FIELD(gh_on_create_room, requester, 8, 8);
FIELD(gh_on_create_room, request_content, 16, 16);
FIELD(gh_on_create_room, is_requester_admin, 32, 8);
CALL(gh_on_create_room);

STRUCT(gh_check_threepid_can_be_invited, 48);
FIELD(gh_check_threepid_can_be_invited, size, 0, 8);
FIELD(gh_check_threepid_can_be_invited, medium, 8, 16);
FIELD(gh_check_threepid_can_be_invited, address, 24, 16);
FIELD(gh_check_threepid_can_be_invited, state_events, 40, 8);
CALL(gh_check_threepid_can_be_invited);

STRUCT(gh_check_visibility_can_be_modified, 48);
FIELD(gh_check_visibility_can_be_modified, size, 0, 8);
FIELD(gh_check_visibility_can_be_modified, room_id, 8, 16);
FIELD(gh_check_visibility_can_be_modified, state_events, 24, 8);
FIELD(gh_check_visibility_can_be_modified, new_visibility, 32, 16);
CALL(gh_check_visibility_can_be_modified);

STRUCT(gh_on_new_event, 24);
FIELD(gh_on_new_event, size, 0, 8);
FIELD(gh_on_new_event, event, 8, 8);
FIELD(gh_on_new_event, state_events, 16, 8);
CALL(gh_on_new_event);

STRUCT(gh_check_can_shutdown_room, 40);
FIELD(gh_check_can_shutdown_room, size, 0, 8);
FIELD(gh_check_can_shutdown_room, user_id, 8, 16);
FIELD(gh_check_can_shutdown_room, room_id, 24, 16);
CALL(gh_check_can_shutdown_room);

STRUCT(gh_check_can_deactivate_user, 32);
FIELD(gh_check_can_deactivate_user, size, 0, 8);
FIELD(gh_check_can_deactivate_user, user_id, 8, 16);
FIELD(gh_check_can_deactivate_user, by_admin, 24, 8);
CALL(gh_check_can_deactivate_user);

STRUCT(gh_on_profile_update, 48);
FIELD(gh_on_profile_update, size, 0, 8);
FIELD(gh_on_profile_update, user_id, 8, 16);
FIELD(gh_on_profile_update, new_profile, 24, 8);
FIELD(gh_on_profile_update, by_admin, 32, 8);
FIELD(gh_on_profile_update, deactivation, 40, 8);
CALL(gh_on_profile_update);

STRUCT(gh_on_user_deactivation_status_changed, 40);
FIELD(gh_on_user_deactivation_status_changed, size, 0, 8);
FIELD(gh_on_user_deactivation_status_changed, user_id, 8, 16);
FIELD(gh_on_user_deactivation_status_changed, deactivated, 24, 8);
FIELD(gh_on_user_deactivation_status_changed, by_admin, 32, 8);
CALL(gh_on_user_deactivation_status_changed);

STRUCT(gh_on_threepid_bind, 56);
FIELD(gh_on_threepid_bind, size, 0, 8);
FIELD(gh_on_threepid_bind, user_id, 8, 16);
FIELD(gh_on_threepid_bind, medium, 24, 16);
FIELD(gh_on_threepid_bind, address, 40, 16);
CALL(gh_on_threepid_bind);

STRUCT(gh_on_add_user_third_party_identifier, 56);
FIELD(gh_on_add_user_third_party_identifier, size, 0, 8);
FIELD(gh_on_add_user_third_party_identifier, user_id, 8, 16);
FIELD(gh_on_add_user_third_party_identifier, medium, 24, 16);
FIELD(gh_on_add_user_third_party_identifier, address, 40, 16);
CALL(gh_on_add_user_third_party_identifier);

STRUCT(gh_on_remove_user_third_party_identifier, 56);
FIELD(gh_on_remove_user_third_party_identifier, size, 0, 8);
FIELD(gh_on_remove_user_third_party_identifier, user_id, 8, 16);
FIELD(gh_on_remove_user_third_party_identifier, medium, 24, 16);
FIELD(gh_on_remove_user_third_party_identifier, address, 40, 16);
CALL(gh_on_remove_user_third_party_identifier);

STRUCT(gh_third_party_rules_callbacks, 112);
FIELD(gh_third_party_rules_callbacks, size, 0, 8);
FIELD(gh_third_party_rules_callbacks, flags, 8, 8);
FIELD(gh_third_party_rules_callbacks, check_event_allowed, 16, 8);
FIELD(gh_third_party_rules_callbacks, on_create_room, 24, 8);
FIELD(gh_third_party_rules_callbacks, check_threepid_can_be_invited, 32, 8);
FIELD(gh_third_party_rules_callbacks, check_visibility_can_be_modified, 40, 8);
FIELD(gh_third_party_rules_callbacks, on_new_event, 48, 8);
FIELD(gh_third_party_rules_callbacks, check_can_shutdown_room, 56, 8);
FIELD(gh_third_party_rules_callbacks, check_can_deactivate_user, 64, 8);
FIELD(gh_third_party_rules_callbacks, on_profile_update, 72, 8);
FIELD(gh_third_party_rules_callbacks, on_user_deactivation_status_changed, 80, 8);
FIELD(gh_third_party_rules_callbacks, on_threepid_bind, 88, 8);
FIELD(gh_third_party_rules_callbacks, on_add_user_third_party_identifier, 96, 8);
FIELD(gh_third_party_rules_callbacks, on_remove_user_third_party_identifier, 104, 8);

STRUCT(gh_get_users_for_states, 24);
FIELD(gh_get_users_for_states, size, 0, 8);
FIELD(gh_get_users_for_states, state_updates, 8, 16);
CALL(gh_get_users_for_states);

STRUCT(gh_get_interested_users, 24);
FIELD(gh_get_interested_users, size, 0, 8);
FIELD(gh_get_interested_users, user_id, 8, 16);
CALL(gh_get_interested_users);

STRUCT(gh_presence_router_callbacks, 32);
FIELD(gh_presence_router_callbacks, size, 0, 8);
FIELD(gh_presence_router_callbacks, flags, 8, 8);
FIELD(gh_presence_router_callbacks, get_users_for_states, 16, 8);
FIELD(gh_presence_router_callbacks, get_interested_users, 24, 8);

STRUCT(gh_auth_checkers, 56);
FIELD(gh_auth_checkers, size, 0, 8);
FIELD(gh_auth_checkers, username, 8, 16);
FIELD(gh_auth_checkers, login_type, 24, 16);
FIELD(gh_auth_checkers, login_dict, 40, 16);
CALL(gh_auth_checkers);

STRUCT(gh_check_3pid_auth, 56);
FIELD(gh_check_3pid_auth, size, 0, 8);
FIELD(gh_check_3pid_auth, medium, 8, 16);
FIELD(gh_check_3pid_auth, address, 24, 16);
FIELD(gh_check_3pid_auth, password, 40, 16);
CALL(gh_check_3pid_auth);

STRUCT(gh_on_logged_out, 56);
FIELD(gh_on_logged_out, size, 0, 8);
FIELD(gh_on_logged_out, user_id, 8, 16);
FIELD(gh_on_logged_out, device_id, 24, 16);
FIELD(gh_on_logged_out, access_token, 40, 16);
CALL(gh_on_logged_out);

STRUCT(gh_get_username_for_registration, 40);
FIELD(gh_get_username_for_registration, size, 0, 8);
FIELD(gh_get_username_for_registration, uia_results, 8, 16);
FIELD(gh_get_username_for_registration, params, 24, 16);
CALL(gh_get_username_for_registration);

STRUCT(gh_get_displayname_for_registration, 40);
FIELD(gh_get_displayname_for_registration, size, 0, 8);
FIELD(gh_get_displayname_for_registration, uia_results, 8, 16);
FIELD(gh_get_displayname_for_registration, params, 24, 16);
CALL(gh_get_displayname_for_registration);

STRUCT(gh_is_3pid_allowed, 48);
FIELD(gh_is_3pid_allowed, size, 0, 8);
FIELD(gh_is_3pid_allowed, medium, 8, 16);
FIELD(gh_is_3pid_allowed, address, 24, 16);
FIELD(gh_is_3pid_allowed, registration, 40, 8);
CALL(gh_is_3pid_allowed);

STRUCT(gh_post_login, 32);
FIELD(gh_post_login, size, 0, 8);
FIELD(gh_post_login, cookie, 8, 8);
FIELD(gh_post_login, login_response, 16, 16);
CALL(gh_post_login);

STRUCT(gh_post_login_unused, 16);
FIELD(gh_post_login_unused, size, 0, 8);
FIELD(gh_post_login_unused, cookie, 8, 8);
CALL(gh_post_login_unused);

STRUCT(gh_password_auth_provider_callbacks, 80);
FIELD(gh_password_auth_provider_callbacks, size, 0, 8);
FIELD(gh_password_auth_provider_callbacks, flags, 8, 8);
FIELD(gh_password_auth_provider_callbacks, auth_checkers, 16, 8);
FIELD(gh_password_auth_provider_callbacks, check_3pid_auth, 24, 8);
FIELD(gh_password_auth_provider_callbacks, on_logged_out, 32, 8);
FIELD(gh_password_auth_provider_callbacks, get_username_for_registration, 40, 8);
FIELD(gh_password_auth_provider_callbacks, get_displayname_for_registration, 48, 8);
FIELD(gh_password_auth_provider_callbacks, is_3pid_allowed, 56, 8);
FIELD(gh_password_auth_provider_callbacks, post_login, 64, 8);
FIELD(gh_password_auth_provider_callbacks, post_login_unused, 72, 8);

STRUCT(gh_get_media_config_for_user, 24);
FIELD(gh_get_media_config_for_user, size, 0, 8);
FIELD(gh_get_media_config_for_user, user_id, 8, 16);
CALL(gh_get_media_config_for_user);

STRUCT(gh_is_user_allowed_to_upload_media_of_size, 32);
FIELD(gh_is_user_allowed_to_upload_media_of_size, size, 0, 8);
FIELD(gh_is_user_allowed_to_upload_media_of_size, user_id, 8, 16);
FIELD(gh_is_user_allowed_to_upload_media_of_size, file_size, 24, 8);
CALL(gh_is_user_allowed_to_upload_media_of_size);

STRUCT(gh_get_media_upload_limits_for_user, 24);
FIELD(gh_get_media_upload_limits_for_user, size, 0, 8);
FIELD(gh_get_media_upload_limits_for_user, user_id, 8, 16);
CALL(gh_get_media_upload_limits_for_user);

STRUCT(gh_on_media_upload_limit_exceeded, 48);
FIELD(gh_on_media_upload_limit_exceeded, size, 0, 8);
FIELD(gh_on_media_upload_limit_exceeded, user_id, 8, 16);
FIELD(gh_on_media_upload_limit_exceeded, limit, 24, 8);
FIELD(gh_on_media_upload_limit_exceeded, sent_bytes, 32, 8);
FIELD(gh_on_media_upload_limit_exceeded, attempted_bytes, 40, 8);
CALL(gh_on_media_upload_limit_exceeded);

STRUCT(gh_media_repository_callbacks, 48);
FIELD(gh_media_repository_callbacks, size, 0, 8);
FIELD(gh_media_repository_callbacks, flags, 8, 8);
FIELD(gh_media_repository_callbacks, get_media_config_for_user, 16, 8);
FIELD(gh_media_repository_callbacks, is_user_allowed_to_upload_media_of_size, 24, 8);
FIELD(gh_media_repository_callbacks, get_media_upload_limits_for_user, 32, 8);
FIELD(gh_media_repository_callbacks, on_media_upload_limit_exceeded, 40, 8);

STRUCT(gh_get_ratelimit_override_for_user, 40);
FIELD(gh_get_ratelimit_override_for_user, size, 0, 8);
FIELD(gh_get_ratelimit_override_for_user, user, 8, 16);
FIELD(gh_get_ratelimit_override_for_user, limiter_name, 24, 16);
CALL(gh_get_ratelimit_override_for_user);

STRUCT(gh_ratelimit_callbacks, 24);
FIELD(gh_ratelimit_callbacks, size, 0, 8);
FIELD(gh_ratelimit_callbacks, flags, 8, 8);
FIELD(gh_ratelimit_callbacks, get_ratelimit_override_for_user, 16, 8);

STRUCT(gh_add_field_to_unsigned_callback, 16);
FIELD(gh_add_field_to_unsigned_callback, size, 0, 8);
FIELD(gh_add_field_to_unsigned_callback, event, 8, 8);
CALL(gh_add_field_to_unsigned_callback);

STRUCT(gh_unsigned_callbacks, 24);
FIELD(gh_unsigned_callbacks, size, 0, 8);
FIELD(gh_unsigned_callbacks, flags, 8, 8);
FIELD(gh_unsigned_callbacks, add_field_to_unsigned_callback, 16, 8);

STRUCT(gh_module, 248);
FIELD(gh_module, size, 0, 8);
FIELD(gh_module, major, 8, 8);
FIELD(gh_module, minor, 16, 8);
FIELD(gh_module, name, 24, 16);
FIELD(gh_module, version, 40, 16);
FIELD(gh_module, vendor, 56, 16);
FIELD(gh_module, licence, 72, 16);
FIELD(gh_module, description, 88, 16);
FIELD(gh_module, flags, 104, 8);
FIELD(gh_module, requires_services, 112, 8);
FIELD(gh_module, configure, 120, 8);
FIELD(gh_module, create, 128, 8);
FIELD(gh_module, destroy, 136, 8);
FIELD(gh_module, cancel, 144, 8);
FIELD(gh_module, spam_checker, 152, 8);
FIELD(gh_module, third_party_rules, 160, 8);
FIELD(gh_module, presence_router, 168, 8);
FIELD(gh_module, account_validity, 176, 8);
FIELD(gh_module, password_auth_provider, 184, 8);
FIELD(gh_module, media_repository, 192, 8);
FIELD(gh_module, background_update_controller, 200, 8);
FIELD(gh_module, account_data, 208, 8);
FIELD(gh_module, ratelimit, 216, 8);
FIELD(gh_module, unsigned_fields, 224, 8);
FIELD(gh_module, federation, 232, 8);
FIELD(gh_module, offers, 240, 8);

STRUCT(gh_registration_functions, 24);
FIELD(gh_registration_functions, size, 0, 8);
FIELD(gh_registration_functions, hand_over, 8, 8);
FIELD(gh_registration_functions, refuse, 16, 8);

STRUCT(gh_registration, 24);
FIELD(gh_registration, size, 0, 8);
FIELD(gh_registration, functions, 8, 8);
FIELD(gh_registration, data, 16, 8);

STRUCT(gh_store, 64);
FIELD(gh_store, size, 0, 8);
FIELD(gh_store, data, 8, 8);
FIELD(gh_store, get, 16, 8);
FIELD(gh_store, put, 24, 8);
FIELD(gh_store, compare_and_set, 32, 8);
FIELD(gh_store, increment, 40, 8);
FIELD(gh_store, remove, 48, 8);
FIELD(gh_store, next, 56, 8);

STRUCT(gh_timers, 40);
FIELD(gh_timers, size, 0, 8);
FIELD(gh_timers, data, 8, 8);
FIELD(gh_timers, after, 16, 8);
FIELD(gh_timers, every, 24, 8);
FIELD(gh_timers, cancel, 32, 8);

STRUCT(gh_http_header, 32);
FIELD(gh_http_header, name, 0, 16);
FIELD(gh_http_header, value, 16, 16);

STRUCT(gh_http_request, 96);
FIELD(gh_http_request, size, 0, 8);
FIELD(gh_http_request, method, 8, 16);
FIELD(gh_http_request, url, 24, 16);
FIELD(gh_http_request, headers, 40, 8);
FIELD(gh_http_request, header_count, 48, 8);
FIELD(gh_http_request, body, 56, 16);
FIELD(gh_http_request, timeout, 72, 8);
FIELD(gh_http_request, body_limit, 80, 8);
FIELD(gh_http_request, flags, 88, 8);

STRUCT(gh_http_response, 72);
FIELD(gh_http_response, size, 0, 8);
FIELD(gh_http_response, result, 8, 8);
FIELD(gh_http_response, status, 16, 8);
FIELD(gh_http_response, headers, 24, 8);
FIELD(gh_http_response, header_count, 32, 8);
FIELD(gh_http_response, body, 40, 16);
FIELD(gh_http_response, error, 56, 16);

STRUCT(gh_http, 32);
FIELD(gh_http, size, 0, 8);
FIELD(gh_http, data, 8, 8);
FIELD(gh_http, send, 16, 8);
FIELD(gh_http, cancel, 24, 8);

STRUCT(gh_web_request, 96);
FIELD(gh_web_request, size, 0, 8);
FIELD(gh_web_request, number, 8, 8);
FIELD(gh_web_request, method, 16, 16);
FIELD(gh_web_request, path, 32, 16);
FIELD(gh_web_request, query, 48, 16);
FIELD(gh_web_request, headers, 64, 8);
FIELD(gh_web_request, header_count, 72, 8);
FIELD(gh_web_request, body, 80, 16);

STRUCT(gh_web_response, 64);
FIELD(gh_web_response, size, 0, 8);
FIELD(gh_web_response, status, 8, 8);
FIELD(gh_web_response, content_type, 16, 16);
FIELD(gh_web_response, body, 32, 16);
FIELD(gh_web_response, headers, 48, 8);
FIELD(gh_web_response, header_count, 56, 8);

STRUCT(gh_web, 40);
FIELD(gh_web, size, 0, 8);
FIELD(gh_web, data, 8, 8);
FIELD(gh_web, serve, 16, 8);
FIELD(gh_web, answer, 24, 8);
FIELD(gh_web, parameter, 32, 8);

STRUCT(gh_metrics, 40);
FIELD(gh_metrics, size, 0, 8);
FIELD(gh_metrics, data, 8, 8);
FIELD(gh_metrics, declare, 16, 8);
FIELD(gh_metrics, add, 24, 8);
FIELD(gh_metrics, record, 32, 8);

STRUCT(gh_homeserver_answer, 48);
FIELD(gh_homeserver_answer, size, 0, 8);
FIELD(gh_homeserver_answer, found, 8, 8);
FIELD(gh_homeserver_answer, value, 16, 16);
FIELD(gh_homeserver_answer, error, 32, 16);

STRUCT(gh_homeserver, 112);
FIELD(gh_homeserver, size, 0, 8);
FIELD(gh_homeserver, data, 8, 8);
FIELD(gh_homeserver, server_name, 16, 16);
FIELD(gh_homeserver, send_local_online_presence_to, 32, 8);
FIELD(gh_homeserver, get_room_state, 40, 8);
FIELD(gh_homeserver, send_event, 48, 8);
FIELD(gh_homeserver, update_room_membership, 56, 8);
FIELD(gh_homeserver, get_user, 64, 8);
FIELD(gh_homeserver, register_user, 72, 8);
FIELD(gh_homeserver, get_account_data, 80, 8);
FIELD(gh_homeserver, put_account_data, 88, 8);
FIELD(gh_homeserver, is_room_public, 96, 8);
FIELD(gh_homeserver, set_room_public, 104, 8);
