import Foundation
import GRDB
import Gatehouse
package import JSONText
import Logging
import MatrixCallbacks
import ModuleLoader

/// A call that was refused or that failed: who asked, who said no, and why.
package struct Decision: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "decision"

    /// Milliseconds since 1970.
    package let ts: Int64
    package let requestID: String
    /// `spam_checker.user_may_invite`
    package let callback: String
    /// `refused` or `failed`
    package let outcome: String
    package let module: String
    /// What the answer says, in words.
    package let reason: String
    /// The user and room ids that the arguments name.
    package let users: [String]
    package let rooms: [String]
    /// The answer as `gatehouse call --explain` prints it.
    package let result: String

    package var json: JSONValue {
        [
            "ts": .integer(ts), "request_id": .string(requestID), "callback": .string(callback),
            "outcome": .string(outcome), "module": .string(module), "reason": .string(reason),
            "users": .array(users.map { .string($0) }), "rooms": .array(rooms.map { .string($0) }),
            "result": (try? JSONValue(parsing: result)) ?? .null,
        ]
    }
}

extension Decision {
    /// Nil: nothing was refused, and nothing failed.
    init?(_ result: CallResult, of name: String, arguments: String, requestID: String) {
        guard result.objects, let callback = Catalogue.callback(name) else { return nil }
        let subjects = Subjects(of: callback, arguments)
        ts = Int64(Date.now.timeIntervalSince1970 * 1000)
        (self.requestID, self.callback) = (requestID, name)
        if case .failed = result.outcome { outcome = "failed" } else { outcome = "refused" }
        module = result.decidedBy ?? ""
        reason = result.reason
        (users, rooms) = (subjects.users, subjects.rooms)
        self.result = JSONValue.object(result.members(for: callback, withTrail: true)).text
    }

    /// Who was asked, as it goes into one line: `list_spam_checker next, doorkeeper answered`.
    private var trail: String {
        guard case .object(let members)? = try? JSONValue(parsing: result), case .array(let steps)? = members["trail"]
        else { return "" }
        return steps.compactMap(\.trailWords).joined(separator: ", ")
    }

    /// One line that says who refused what, and why.
    package var line: String { "\(module) \(outcome) \(callback): \(reason); asked: \(trail)".printable }

    var metadata: Logger.Metadata {
        [
            "callback": "\(callback)", "module": "\(module)", "outcome": "\(outcome)",
            "users": .array(users.map { .string($0.printable) }), "rooms": .array(rooms.map { .string($0.printable) }),
        ]
    }
}

extension JSONValue {
    fileprivate var trailWords: String? {
        guard case .object(let step) = self, case .string(let module)? = step["module"],
            case .string(let outcome)? = step["outcome"]
        else { return nil }
        return "\(module) \(outcome)"
    }
}

extension CallResult {
    /// Why the answer objects, in words.
    fileprivate var reason: String {
        switch outcome {
        case .answered(.denialWithCode(let code, let fields)):
            [code, fields.errorText].compactMap(\.self).joined(separator: " ")
        case .answered(.denialWithText(let text)): text
        case .answered(.shadowBan): "shadow ban"
        case .failed(.plain(let message)): message
        case .failed(.withStatus(let status, let code, let message, _)): "\(status) \(code) \(message)"
        default: "denied"
        }
    }
}

extension JSON {
    /// The text for the client.
    fileprivate var errorText: String? {
        if case .object(let fields) = value, case .string(let text)? = fields["error"] { text } else { nil }
    }
}
