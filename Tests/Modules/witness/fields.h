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
#define FIELDS_presence_state(_)                                                                                       \
    _(str, user_id)                                                                                                    \
    _(str, state)                                                                                                      \
    _(integer, last_active_ts)                                                                                         \
    _(integer, last_federation_update_ts) _(integer, last_user_sync_ts) _(str, status_msg) _(flag, currently_active)

#endif
