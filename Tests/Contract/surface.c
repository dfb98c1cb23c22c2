/* A library that uses all of the contract, for abidw to describe. Made by `make contract-baseline`. */
#include <gatehouse/answer.h>
#include <gatehouse/base.h>
#include <gatehouse/event.h>
#include <gatehouse/gatehouse.h>
#include <gatehouse/host.h>
#include <gatehouse/json.h>
#include <gatehouse/late.h>
#include <gatehouse/media.h>
#include <gatehouse/module.h>
#include <gatehouse/outcome.h>
#include <gatehouse/presence.h>
#include <gatehouse/presence_router.h>
#include <gatehouse/reply.h>
#include <gatehouse/setup.h>
#include <gatehouse/spam_checker.h>
#include <gatehouse/state.h>
#include <gatehouse/text.h>
#include <gatehouse/third_party_rules.h>
#include <gatehouse/user.h>

/* clang-format off */
#define TYPE(name) name *surface_##name(name *it) { return it; }
#define HELPER(name) __typeof__(&name) surface_##name = name;
#define CONSTANT(name) enum constant_##name { surface_##name = name } constant_##name;

TYPE(gh_outcome)
TYPE(gh_found)
TYPE(gh_bool)
TYPE(gh_log_level)
TYPE(gh_clock)
TYPE(gh_str)
TYPE(gh_json)
TYPE(gh_maybe_int)
TYPE(gh_presence_state)
TYPE(gh_presence_states)
TYPE(gh_late)
TYPE(gh_reply_functions)
TYPE(gh_reply)
TYPE(gh_verdict_reply)
TYPE(gh_event_verdict_reply)
TYPE(gh_code_reply)
TYPE(gh_objection_reply)
TYPE(gh_registration_reply)
TYPE(gh_replacement_reply)
TYPE(gh_rewriting_reply)
TYPE(gh_notice_reply)
TYPE(gh_users_reply)
TYPE(gh_presence_reply)
TYPE(gh_event)
TYPE(gh_json_functions)
TYPE(gh_state_functions)
TYPE(gh_thumbnail)
TYPE(gh_file_info)
TYPE(gh_media_functions)
TYPE(gh_requester)
TYPE(gh_user_profile)
TYPE(gh_profile_info)
TYPE(gh_connection)
TYPE(gh_connections)
TYPE(gh_host_info)
TYPE(gh_late_functions)
TYPE(gh_host)
TYPE(gh_config_reply_functions)
TYPE(gh_config_reply)
TYPE(gh_setup_functions)
TYPE(gh_setup)
TYPE(gh_check_event_for_spam)
TYPE(gh_should_drop_federated_event)
TYPE(gh_user_may_join_room)
TYPE(gh_user_may_invite)
TYPE(gh_federated_user_may_invite)
TYPE(gh_user_may_send_3pid_invite)
TYPE(gh_user_may_create_room)
TYPE(gh_user_may_create_room_alias)
TYPE(gh_user_may_publish_room)
TYPE(gh_user_may_send_state_event)
TYPE(gh_check_username_for_spam)
TYPE(gh_check_registration_for_spam)
TYPE(gh_check_media_file_for_spam)
TYPE(gh_check_login_for_spam)
TYPE(gh_spam_checker_callbacks)
TYPE(gh_check_event_allowed)
TYPE(gh_on_create_room)
TYPE(gh_check_threepid_can_be_invited)
TYPE(gh_check_visibility_can_be_modified)
TYPE(gh_on_new_event)
TYPE(gh_check_can_shutdown_room)
TYPE(gh_check_can_deactivate_user)
TYPE(gh_on_profile_update)
TYPE(gh_on_user_deactivation_status_changed)
TYPE(gh_on_threepid_bind)
TYPE(gh_on_add_user_third_party_identifier)
TYPE(gh_on_remove_user_third_party_identifier)
TYPE(gh_third_party_rules_callbacks)
TYPE(gh_get_users_for_states)
TYPE(gh_get_interested_users)
TYPE(gh_presence_router_callbacks)
TYPE(gh_module)
TYPE(gh_registration_functions)
TYPE(gh_registration)

HELPER(gh_make_str)
HELPER(gh_make_json)
HELPER(gh_is_absent)
HELPER(gh_equal)
HELPER(gh_has_prefix)
HELPER(gh_has_suffix)
HELPER(gh_reply_fail)
HELPER(gh_reply_fail_with)
HELPER(gh_deny)
HELPER(gh_deny_code)
HELPER(gh_deny_with)
HELPER(gh_event_deny)
HELPER(gh_event_deny_code)
HELPER(gh_event_deny_with)
HELPER(gh_event_deny_text)
HELPER(gh_code_deny)
HELPER(gh_object)
HELPER(gh_registration_deny)
HELPER(gh_registration_shadow_ban)
HELPER(gh_replacement_deny)
HELPER(gh_replace)
HELPER(gh_rewrite)
HELPER(gh_users_add)
HELPER(gh_users_add_everyone)
HELPER(gh_presence_add)
HELPER(gh_json_is)
HELPER(gh_json_is_true)
HELPER(gh_json_is_string)
HELPER(gh_json_is_array)
HELPER(gh_json_is_object)
HELPER(gh_reply_defer)
HELPER(gh_reopen_verdict)
HELPER(gh_reopen_event_verdict)
HELPER(gh_reopen_code)
HELPER(gh_reopen_objection)
HELPER(gh_reopen_registration)
HELPER(gh_reopen_replacement)
HELPER(gh_reopen_rewriting)
HELPER(gh_reopen_notice)
HELPER(gh_reopen_users)
HELPER(gh_reopen_presence)
HELPER(gh_finish)
HELPER(gh_is_cancelled)
HELPER(gh_refuse)
HELPER(gh_leave_out)
HELPER(gh_read_state)
HELPER(gh_register)
HELPER(gh_refuse_host)

CONSTANT(GH_KIND_VERDICT)
CONSTANT(GH_KIND_EVENT_VERDICT)
CONSTANT(GH_KIND_CODE)
CONSTANT(GH_KIND_OBJECTION)
CONSTANT(GH_KIND_REGISTRATION)
CONSTANT(GH_KIND_REPLACEMENT)
CONSTANT(GH_KIND_REWRITING)
CONSTANT(GH_KIND_NOTICE)
CONSTANT(GH_KIND_USERS)
CONSTANT(GH_KIND_PRESENCE)
CONSTANT(GH_MAJOR)
CONSTANT(GH_MINOR)
CONSTANT(GH_TRACE)
CONSTANT(GH_DEBUG)
CONSTANT(GH_INFO)
CONSTANT(GH_NOTICE)
CONSTANT(GH_WARNING)
CONSTANT(GH_ERROR)
CONSTANT(GH_CRITICAL)
CONSTANT(GH_MONOTONIC)
CONSTANT(GH_WALL)
CONSTANT(GH_CONCURRENT)
CONSTANT(GH_PROMPT)
CONSTANT(GH_NEXT)
CONSTANT(GH_ANSWERED)
CONSTANT(GH_FAILED)
CONSTANT(GH_PENDING)
CONSTANT(GH_FOUND)
CONSTANT(GH_ABSENT)
CONSTANT(GH_UNREACHABLE)
CONSTANT(GH_WOULD_BLOCK)
CONSTANT(GH_TOO_SMALL)

/* clang-format on */

gh_outcome surface_gh_fail(gh_verdict_reply *reply, gh_str message) { return gh_fail(reply, message); }

gh_outcome surface_gh_fail_with(gh_verdict_reply *reply, uint64_t status, gh_str code, gh_str message, gh_json fields)
{
    return gh_fail_with(reply, status, code, message, fields);
}

gh_outcome surface_gh_defer(gh_verdict_reply *reply, gh_late *late) { return gh_defer(reply, late); }

int surface_gh_has(const gh_host *host) { return GH_HAS(host, service); }

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, NULL);
}
