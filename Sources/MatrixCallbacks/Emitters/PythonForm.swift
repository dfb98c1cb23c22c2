import CallbackChains
import ModuleLoader

/// How a callback looks in a Python module of Synapse.
enum PythonForm {
    static func signature(_ callback: Callback) -> String {
        switch callback.name {
        case "post_login": return "async def post_login(login_response)"
        case "on_update_left": return "async def __aexit__(self, kind, error, trace)"
        case _ where callback.takesCookies: return ""
        case "on_update": return "@asynccontextmanager async def on_update(self, update_name, database_name, one_shot)"
        default:
            let names = ["self"] + callback.fields.map(\.name)
            return "async def \(callback.name)(\(names.joined(separator: ", ")))"
        }
    }

    /// What says that there is nothing against it, or nothing to say; empty where Python has no such thing.
    static func neutral(_ callback: Callback) -> String {
        switch callback.reply {
        case .verdict, .eventVerdict, .code: "return NOT_SPAM"
        case .objection: "return \(objection(callback) == "True" ? "False" : "True")"
        case .registration: "return RegistrationBehaviour.ALLOW"
        case .replacement: "return True, None"
        case .rewriting, .notice: "return"
        case .users: "return set()"
        case .presence: "return {}"
        case .object: callback.rule == .merge ? "return {}" : "return None"
        case .number, .update, .renewal: ""
        case .truth, .text, .login, .limits, .override: "return None"
        }
    }

    /// Which truth objects: two spam checks ask whether to drop or hide, all others whether it is allowed.
    static func objection(_ callback: Callback) -> String { callback.category == "spam_checker" ? "True" : "False" }
}

extension ReplyKind {
    /// `eventVerdict` is `event_verdict`.
    var nameInC: String { "\(self)".map { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }.joined() }
}
