import CallbackChains
import ModuleLoader

/// The answers of each kind.
extension PortedAnswer {
    static func answers(_ callback: Callback) -> [PortedAnswer] {
        switch callback.reply {
        case .verdict: denials("gh_deny")
        case .eventVerdict: denials("gh_event_deny") + [text]
        case .code: [code("gh_code_deny", cpp: "deny")]
        case .objection: [Self("return \(PythonForm.objection(callback))", helper: "gh_object", cpp: "reply.object()")]
        case .registration: registration
        case .replacement: replacement
        case .rewriting: [rewriting(callback)]
        case .notice: []
        case .users: users
        case .presence:
            [
                Self(
                    "return {user_id: {state}}", helper: "gh_presence_add", "user_id, state",
                    cpp: "reply.add(user_id, *state)")
            ]
        default: values(callback)
        }
    }

    private static func values(_ callback: Callback) -> [PortedAnswer] {
        switch callback.reply {
        case .truth: [Self("return True", helper: "gh_truth_give", "1", cpp: "reply.give(true)")]
        case .text: [Self("return name", helper: "gh_text_give", "name", cpp: "reply.give(name)")]
        case .number: [Self("return 100", helper: "gh_number_give", "100", cpp: "reply.give(100)")]
        case .object: [Self("return fields", helper: "gh_object_give", "fields", cpp: "reply.give(fields)")]
        case .login: logins
        case .renewal:
            [
                Self(
                    "return valid, stale, expiration_ts", helper: "gh_renew", "valid, stale, expiration_ts",
                    cpp: "reply.renew(valid, stale, expiration_ts)")
            ]
        case .limits:
            [
                Self("return [limit]", helper: "gh_limits_add", "&limit", cpp: "reply.add(limit)"),
                Self("return []", helper: "gh_limits_none", cpp: "reply.none()"),
            ]
        case .override:
            [
                Self(
                    "return RatelimitOverride(0.5, 3)", helper: "gh_override", "&limit", cpp: "reply.give(0.5, 3)")
            ]
        case .update: updates
        default: []
        }
    }

    private static func code(_ helper: String, cpp: String) -> PortedAnswer {
        Self(
            "return Codes.FORBIDDEN", helper: helper, "GH_M_FORBIDDEN", cpp: #"reply.\#(cpp)("M_FORBIDDEN")"#,
            swift: #"text("M_FORBIDDEN")"#)
    }

    private static func denials(_ helper: String) -> [PortedAnswer] {
        [
            code(helper + "_code", cpp: "deny_code"),
            Self(
                "return Codes.FORBIDDEN, fields", helper: helper + "_with", "GH_M_FORBIDDEN, fields",
                cpp: #"reply.deny_with("M_FORBIDDEN", fields)"#, swift: #"text("M_FORBIDDEN"), fields"#),
        ]
    }

    private static let text = Self(
        #"return "No, thanks""#, helper: "gh_event_deny_text", #"GH_STR("No, thanks")"#,
        cpp: #"reply.deny_text("No, thanks")"#, swift: #"text("No, thanks")"#)

    private static let registration = [
        Self("return RegistrationBehaviour.DENY", helper: "gh_registration_deny", cpp: "reply.deny()"),
        Self(
            "return RegistrationBehaviour.SHADOW_BAN", helper: "gh_registration_shadow_ban", cpp: "reply.shadow_ban()"),
    ]

    private static let replacement = [
        Self("return False, None", helper: "gh_replacement_deny", cpp: "reply.deny()"),
        Self("return True, event_dict", helper: "gh_replace", "event", cpp: "reply.replace(event)"),
    ]

    private static func rewriting(_ callback: Callback) -> PortedAnswer {
        let name = callback.rewritten?.name ?? ""
        return Self(#"\#(name)["key"] = value"#, helper: "gh_rewrite", "whole", cpp: "reply.rewrite(whole)")
    }

    private static let users = [
        Self("return {user_id}", helper: "gh_users_add", "user_id", cpp: "reply.add(user_id)"),
        Self("return PresenceRouter.ALL_USERS", helper: "gh_users_add_everyone", cpp: "reply.add_everyone()"),
    ]

    private static let logins = [
        Self("return user_id, None", helper: "gh_log_in", "user_id", cpp: "reply.log_in(user_id)"),
        Self("return user_id, post_login", helper: "gh_log_in_with", "user_id, 7", cpp: "reply.log_in(user_id, 7)"),
    ]

    private static let updates = [
        Self("yield 100", helper: "gh_open_update", "100", cpp: "reply.open(100)"),
        Self("yield 100 (and on)", helper: "gh_open_update_with", "100, 7", cpp: "reply.open(100, 7)"),
    ]
}
