import CallbackChains
import ModuleLoader

/// Writes the typed calls of a category, from the catalogue alone: `Sources/Gatehouse/Calls/Typed/`.
package enum SwiftCalls {
    /// The name of the file and of the type in it.
    package static func typeName(_ category: Category) -> String { SwiftName.type(category.name) }

    package static func source(_ category: Category) -> String {
        let type = typeName(category)
        let property = SwiftName.member(category.name)
        var lines = [
            "// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.",
            "public import JSONText", "public import MatrixCallbacks", "public import ModuleLoader", "",
            "extension Gatehouse {", "    /// The callbacks of `\(category.name)`.",
            "    public var \(property): \(type) { \(type)(host: self) }", "}", "",
            "/// The callbacks of `\(category.name)`, as typed calls.",
            "///",
            "/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the",
            "/// chain may take its time. All throw `CallError.failed` where a failure is handed on.",
            "public struct \(type): Sendable {", "    let host: Gatehouse", "",
        ]
        lines += category.callbacks.map { "    private static let \(SwiftName.member($0.name)) = \($0.index)" }
        lines.append("}")
        for callback in category.callbacks {
            lines +=
                ["", "extension \(type) {"] + function(callback, isAsync: false) + [""]
                + function(callback, isAsync: true) + ["}"]
        }
        return imports(lines).joined(separator: "\n") + "\n"
    }

    /// Without the imports that this category does not need.
    private static func imports(_ lines: [String]) -> [String] {
        let text = lines.joined(separator: "\n")
        return lines.filter { line in
            switch line {
            case "public import JSONText": text.contains(": JSON") || text.contains("-> JSON")
            case "public import ModuleLoader": text.contains("PresenceState")
            default: true
            }
        }
    }

    private static func function(_ callback: Callback, isAsync: Bool) -> [String] {
        let name = SwiftName.member(callback.name)
        let result = callback.reply.swiftType.map { " -> \($0)" } ?? ""
        var lines = callback.asked.split(separator: "\n").map { "    /// \($0)" }
        lines += ["    ///", "    /// Synapse docs: since \(callback.since). Rule: \(callback.rule.rawValue)."]
        lines.append("    public func \(name)(")
        lines.append(
            "        " + callback.fields.map { "\(SwiftName.member($0.name)): \($0.swiftType)" }.joined(separator: ", ")
        )
        lines.append("    ) \(isAsync ? "async " : "")throws(CallError)\(result) {")
        lines += body(callback, name, isAsync) + ["    }"]
        return lines
    }

    private static func body(_ callback: Callback, _ name: String, _ isAsync: Bool) -> [String] {
        let ask = "try host.ask(Self.\(name), mayWait: \(isAsync)) { arguments in"
        let arguments = callback.fields.map { "            arguments." + $0.swiftWrite }
        let end = "        }" + (callback.reply.swiftProperty(callback).map { ".\($0)" } ?? "")
        guard let follow = callback.follows else {
            let head = callback.reply.swiftType == nil ? "        _ = \(ask)" : "        \(ask)"
            return [head] + arguments + [end]
        }
        return followed(callback, follow, ask, arguments, end, isAsync)
    }

    /// Asks the chain that Synapse asks afterwards, where this one lets pass.
    private static func followed(
        _ callback: Callback, _ follow: Callback.Follow, _ ask: String, _ arguments: [String], _ end: String,
        _ isAsync: Bool
    ) -> [String] {
        let name = SwiftName.member(String(follow.callback.split(separator: ".").last ?? ""))
        let passed = follow.arguments.map { "\(SwiftName.member($0.name)): \(value($0.path))" }.joined(separator: ", ")
        let next = "try \(isAsync ? "await " : "")\(name)(\(passed))"
        if callback.reply.swiftType == nil { return ["        _ = \(ask)"] + arguments + [end, "        \(next)"] }
        return ["        let verdict = \(ask)"] + arguments + [
            end, "        guard verdict == .allow else { return verdict }", "        return \(next)",
        ]
    }

    private static func value(_ path: [String]) -> String {
        let text = path.map { SwiftName.member($0) }.joined(separator: ".")
        return path.last == "state_key" ? text + " ?? \"\"" : text
    }
}

extension Field {
    fileprivate var swiftType: String {
        let type =
            switch type {
            case .text: "String"
            case .json, .ownText: "JSON"
            case .flag: "Bool"
            case .integer: "Int64"
            case .maybeInteger: "Int64?"
            case .record(let record): record.swiftName
            case .records(let record, _): "[\(record.swiftName)]"
            case .state: "RoomState"
            case .media: "MediaFile"
            }
        return isNullable ? type + "?" : type
    }

    fileprivate var swiftWrite: String {
        let name = SwiftName.member(name)
        return switch type {
        case .text: "text(\(name))"
        case .json, .ownText: "json(\(name))"
        case .flag: "flag(\(name))"
        case .integer: "integer(\(name))"
        case .maybeInteger: "maybeInteger(\(name))"
        case .record(let record): record.swiftName == "Event" ? "kept(\(name).kept)" : "record(\(name))"
        case .records: "records(\(name))"
        case .state: "kept(\(name).kept)"
        case .media: "bytes(\(name).bytes, path: \(name).path)"
        }
    }
}

extension RecordType {
    fileprivate var swiftName: String { SwiftName.type(String(name.dropFirst("gh_".count))) }
}

extension ReplyKind {
    fileprivate var swiftType: String? {
        switch self {
        case .verdict, .eventVerdict, .code, .objection: "Verdict"
        case .registration: "RegistrationVerdict"
        case .replacement: "EventVerdict"
        case .rewriting: "JSON"
        case .notice: nil
        case .users: "InterestedUsers"
        case .presence: "[String: Set<PresenceState>]"
        }
    }

    /// The property of a result that has this type.
    fileprivate func swiftProperty(_ callback: Callback) -> String? {
        switch self {
        case .verdict, .eventVerdict, .code, .objection: "verdict"
        case .registration: "registrationVerdict"
        case .replacement: "eventVerdict"
        case .rewriting: "object ?? requestContent"
        case .notice: nil
        case .users: "interestedUsers"
        case .presence: "presence"
        }
    }
}
