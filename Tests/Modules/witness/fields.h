/* The fields of all arguments, and of the records that they point to, with how each is written down. */
#ifndef FIELDS_H
#define FIELDS_H

#define FIELDS_check_event_for_spam(_) _(event, event)
#define FIELDS_should_drop_federated_event(_) _(event, event)
#define FIELDS_user_may_join_room(_) _(str, user_id) _(str, room_id) _(flag, is_invited)
#define FIELDS_user_may_invite(_) _(str, inviter) _(str, invitee) _(str, room_id)
#define FIELDS_federated_user_may_invite(_) _(event, event)
#define FIELDS_user_may_send_3pid_invite(_) _(str, inviter) _(str, medium) _(str, address) _(str, room_id)
#define FIELDS_user_may_create_room(_) _(str, user_id) _(json, room_config)
#define FIELDS_user_may_create_room_alias(_) _(str, user_id) _(str, room_alias)
#define FIELDS_user_may_publish_room(_) _(str, user_id) _(str, room_id)
#define FIELDS_user_may_send_state_event(_)                                                                            \
    _(str, user_id) _(str, room_id) _(str, event_type) _(str, state_key) _(json, content)
#define FIELDS_check_username_for_spam(_) _(user_profile, user_profile) _(str, requester_id)
#define FIELDS_check_registration_for_spam(_)                                                                          \
    _(json, email_threepid) _(str, username) _(connections, request_info) _(str, auth_provider_id)
#define FIELDS_check_media_file_for_spam(_) _(media, file_wrapper) _(file_info, file_info)
#define FIELDS_check_login_for_spam(_)                                                                                 \
    _(str, user_id) _(str, device_id) _(str, initial_display_name) _(connections, request_info) _(str, auth_provider_id)

#define FIELDS_check_event_allowed(_) _(event, event) _(state, state_events)
#define FIELDS_on_create_room(_) _(requester, requester) _(json, request_content) _(flag, is_requester_admin)
#define FIELDS_check_threepid_can_be_invited(_) _(str, medium) _(str, address) _(state, state_events)
#define FIELDS_check_visibility_can_be_modified(_) _(str, room_id) _(state, state_events) _(str, new_visibility)
#define FIELDS_on_new_event(_) _(event, event) _(state, state_events)
#define FIELDS_check_can_shutdown_room(_) _(str, user_id) _(str, room_id)
#define FIELDS_check_can_deactivate_user(_) _(str, user_id) _(flag, by_admin)
#define FIELDS_on_profile_update(_) _(str, user_id) _(profile_info, new_profile) _(flag, by_admin) _(flag, deactivation)
#define FIELDS_on_user_deactivation_status_changed(_) _(str, user_id) _(flag, deactivated) _(flag, by_admin)
#define FIELDS_on_threepid_bind(_) _(str, user_id) _(str, medium) _(str, address)
#define FIELDS_on_add_user_third_party_identifier(_) _(str, user_id) _(str, medium) _(str, address)
#define FIELDS_on_remove_user_third_party_identifier(_) _(str, user_id) _(str, medium) _(str, address)

#define FIELDS_get_users_for_states(_) _(presence_states, state_updates)
#define FIELDS_get_interested_users(_) _(str, user_id)

#define FIELDS_is_user_expired(_) _(str, user)
#define FIELDS_on_user_registration(_) _(str, user)
#define FIELDS_on_user_login(_) _(str, user_id) _(str, auth_provider_type) _(str, auth_provider_id)
#define FIELDS_on_legacy_send_mail(_) _(str, user_id)
#define FIELDS_on_legacy_renew(_) _(str, renewal_token)
#define FIELDS_on_legacy_admin_request(_) _(request, request)
#define FIELDS_auth_checkers(_) _(str, username) _(str, login_type) _(json, login_dict)
#define FIELDS_check_3pid_auth(_) _(str, medium) _(str, address) _(str, password)
#define FIELDS_on_logged_out(_) _(str, user_id) _(str, device_id) _(str, access_token)
#define FIELDS_get_username_for_registration(_) _(json, uia_results) _(json, params)
#define FIELDS_get_displayname_for_registration(_) _(json, uia_results) _(json, params)
#define FIELDS_is_3pid_allowed(_) _(str, medium) _(str, address) _(flag, registration)
#define FIELDS_post_login(_) _(cookie, cookie) _(json, login_response)
#define FIELDS_post_login_unused(_) _(cookie, cookie)
#define FIELDS_get_media_config_for_user(_) _(str, user_id)
#define FIELDS_is_user_allowed_to_upload_media_of_size(_) _(str, user_id) _(integer, file_size)
#define FIELDS_get_media_upload_limits_for_user(_) _(str, user_id)
#define FIELDS_on_media_upload_limit_exceeded(_)                                                                       \
    _(str, user_id) _(media_upload_limit, limit) _(integer, sent_bytes) _(integer, attempted_bytes)
#define FIELDS_on_update(_) _(str, update_name) _(str, database_name) _(flag, one_shot)
#define FIELDS_default_batch_size(_) _(str, update_name) _(str, database_name)
#define FIELDS_min_batch_size(_) _(str, update_name) _(str, database_name)
#define FIELDS_on_update_left(_) _(cookie, cookie) _(str, error)
#define FIELDS_on_update_unused(_) _(cookie, cookie)
#define FIELDS_on_account_data_updated(_) _(str, user_id) _(str, room_id) _(str, account_data_type) _(json, content)
#define FIELDS_get_ratelimit_override_for_user(_) _(str, user) _(str, limiter_name)
#define FIELDS_add_field_to_unsigned_callback(_) _(event, event)
#define FIELDS_on_event_delivered_over_federation(_) _(delivery, delivery)

#define FIELDS_event(_)                                                                                                \
    _(str, event_id)                                                                                                   \
    _(str, room_id)                                                                                                    \
    _(str, room_version)                                                                                               \
    _(str, sender)                                                                                                     \
    _(str, type) _(str, state_key) _(integer, origin_server_ts) _(flag, local) _(json, text) _(json, internal_metadata)
#define FIELDS_requester(_)                                                                                            \
    _(str, user)                                                                                                       \
    _(maybe, access_token_id)                                                                                          \
    _(flag, is_guest)                                                                                                  \
    _(json, scope) _(flag, shadow_banned) _(str, device_id) _(str, app_service_id) _(str, authenticated_entity)
#define FIELDS_user_profile(_) _(str, user_id) _(str, display_name) _(str, avatar_url)
#define FIELDS_profile_info(_) _(str, avatar_url) _(str, display_name)
#define FIELDS_connection(_) _(str, user_agent) _(str, ip)
#define FIELDS_thumbnail(_) _(integer, width) _(integer, height) _(str, method) _(str, type) _(maybe, length)
#define FIELDS_file_info(_) _(str, server_name) _(str, file_id) _(flag, url_cache) _(thumbnail, thumbnail)
#define FIELDS_media_upload_limit(_)                                                                                   \
    _(integer, max_bytes) _(integer, time_period_ms) _(str, info_uri) _(flag, can_upgrade)
#define FIELDS_request(_) _(str, method) _(str, uri) _(str, body)
#define FIELDS_delivery(_) _(str, server_name) _(events, events) _(str, method)
#define FIELDS_presence_state(_)                                                                                       \
    _(str, user_id)                                                                                                    \
    _(str, state)                                                                                                      \
    _(integer, last_active_ts)                                                                                         \
    _(integer, last_federation_update_ts) _(integer, last_user_sync_ts) _(str, status_msg) _(flag, currently_active)

#endif
