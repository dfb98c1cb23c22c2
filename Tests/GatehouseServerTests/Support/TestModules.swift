import Foundation
import Gatehouse

/// The modules that `make modules` builds.
enum TestModules {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static let path = ["\(root)/build/modules", "\(root)/build/test-modules"]
}

extension ModuleEntry {
    /// The scripted module: it offers one callback, and gives this answer each time.
    static func scripted(_ name: String, _ callback: String, _ answer: JSONValue) -> ModuleEntry {
        ModuleEntry("scripted", name: name, config: ["callback": .string(callback), "answer": answer])
    }

    /// The tardy module: it finishes a call when it is told that nobody waits, and never else.
    static let tardy = ModuleEntry("tardy", config: ["how": "cancel"])
}

/// Calls that tests make.
enum Sample {
    static let invite = "/v1/call/spam_checker/user_may_invite"
    static let inviting = #"{"inviter": "@a:x", "invitee": "@b:x", "room_id": "!r:x"}"#
}

extension JSONValue {
    subscript(member key: String) -> JSONValue? { if case .object(let object) = self { object[key] } else { nil } }
}
