import CallbackChains
import ModuleLoader

/// Writes the typed calls of a category, from the catalogue alone: `Sources/Gatehouse/Calls/Typed/`.
package enum SwiftCalls {
    /// The files of a category: the calls that answer at once, and the same for callers that may be suspended.
    package static func files(_ category: Category) -> [(name: String, text: String)] {
        let type = SwiftName.type(category.name)
        let atOnce = head(category, type) + category.callbacks.flatMap { function($0, type, isAsync: false) }
        let later = category.callbacks.flatMap { function($0, type, isAsync: true) }
        return [("\(type).swift", file(category, atOnce)), ("\(type)+Async.swift", file(category, later))]
    }

    private static func file(_ category: Category, _ lines: [String]) -> String {
        let text = lines.joined(separator: "\n")
        var head = [
            "// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file."
        ]
        if text.contains(": JSON") || text.contains("-> JSON") { head.append("public import JSONText") }
        head.append((category.callbacks.contains(where: \.saysMatrix) ? "public " : "") + "import MatrixCallbacks")
        if ["PresenceState", "MediaUploadLimit", "RatelimitOverride", "Renewal"].contains(where: text.contains) {
            head.append("public import ModuleLoader")
        }
        return head.joined(separator: "\n") + "\n" + text + "\n"
    }

    private static func head(_ category: Category, _ type: String) -> [String] {
        [
            "", "extension Gatehouse {", "    /// The callbacks of `\(category.name)`.",
            "    public var \(SwiftName.member(category.name)): \(type) { \(type)(host: self) }", "}", "",
            "/// The callbacks of `\(category.name)`, as typed calls. Any thread may call.", "///",
            "/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the",
            "/// chain may take its time. All throw `CallError.failed` where a failure is handed on. `deadline` is when the",
            "/// caller needs the result at the latest; the configuration's deadline holds in any case.",
            "public struct \(type): Sendable {", "    let host: Gatehouse", "",
        ] + category.callbacks.map { "    static let \(SwiftName.member($0.name)) = \($0.index)" } + ["}"]
    }

    private static func function(_ callback: Callback, _ type: String, isAsync: Bool) -> [String] {
        let name = SwiftName.member(callback.name)
        let result = callback.swiftResult.map { " -> \($0)" } ?? ""
        let deadline = isAsync ? ["deadline: ContinuousClock.Instant? = nil"] : []
        let parameters = callback.fields.map { "\(SwiftName.member($0.name)): \($0.swiftType)" } + deadline
        let effects = "\(isAsync ? "async " : "")throws(CallError)\(result) {"
        return ["", "extension \(type) {"] + documentation(callback, isAsync)
            + signature(name, parameters, effects) + body(callback, name, isAsync) + ["    }", "}"]
    }

    private static func documentation(_ callback: Callback, _ isAsync: Bool) -> [String] {
        if isAsync { return ["    /// The same, for callers that may be suspended while modules work."] }
        return Wrapped.lines(callback.asked, prefix: "    /// ") + [
            "    ///", "    /// Synapse docs: since \(callback.since). Rule: \(callback.rule.rawValue).",
        ]
    }

    private static func signature(_ name: String, _ parameters: [String], _ effects: String) -> [String] {
        let line = "    public func \(name)(\(parameters.joined(separator: ", "))) \(effects)"
        if line.count <= 120 { return [line] }
        return ["    public func \(name)("] + parameterLines(parameters) + ["    ) \(effects)"]
    }

    /// Parameters are broken between, never inside.
    private static func parameterLines(_ parameters: [String]) -> [String] {
        var lines: [String] = []
        for parameter in parameters {
            if let last = lines.last, last.count + parameter.count + 3 <= 120 {
                lines[lines.count - 1] = "\(last), \(parameter)"
            } else {
                if !lines.isEmpty { lines[lines.count - 1] += "," }
                lines.append("        \(parameter)")
            }
        }
        return lines
    }

    private static func body(_ callback: Callback, _ name: String, _ isAsync: Bool) -> [String] {
        let call = isAsync ? "await host.ask(Self.\(name), by: deadline)" : "host.askAtOnce(Self.\(name))"
        let ask = "try \(call) { arguments in"
        let arguments = callback.fields.map { "            arguments." + $0.swiftWrite }
        let end = "        }" + (callback.swiftProperty.map { ".\($0)" } ?? "")
        guard let follow = callback.follows else {
            let head = callback.swiftResult == nil ? "        _ = \(ask)" : "        \(ask)"
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
        let values = follow.arguments.map { "\(SwiftName.member($0.name)): \(value($0.path))" }
        let passed = (values + (isAsync ? ["deadline: deadline"] : [])).joined(separator: ", ")
        let next = "try \(isAsync ? "await " : "")\(name)(\n            \(passed))"
        if callback.swiftResult == nil { return ["        _ = \(ask)"] + arguments + [end, "        \(next)"] }
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
            case .cookie: "Cookie"
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
        case .cookie: "cookie(\(name).number)"
        case .maybeInteger: "maybeInteger(\(name))"
        case .record(let record): record.swiftName == "Event" ? "kept(\(name).kept)" : "record(\(name))"
        case .records: "records(\(name))"
        case .state: "kept(\(name).kept)"
        case .media: "bytes(\(name).bytes, path: \(name).path)"
        }
    }
}

extension Callback {
    /// Does its typed call take or give types of this target?
    fileprivate var saysMatrix: Bool {
        switch reply {
        case .verdict, .eventVerdict, .code, .objection, .registration, .replacement, .users: true
        default: fields.contains(where: \.saysMatrix)
        }
    }
}

extension Field {
    fileprivate var saysMatrix: Bool {
        switch type {
        case .record(let record), .records(let record, _): !RecordType.ofLoader.contains(record.name)
        case .state, .media: true
        default: false
        }
    }
}

extension RecordType {
    /// Those whose Swift values answers hold as well.
    fileprivate static let ofLoader = ["gh_presence_state", "gh_media_upload_limit"]

    fileprivate var swiftName: String { SwiftName.type(String(name.dropFirst("gh_".count))) }
}

extension Callback {
    /// What a typed call gives back; nil: nothing.
    fileprivate var swiftResult: String? {
        switch reply {
        case .verdict, .eventVerdict, .code, .objection: "Verdict"
        case .registration: "RegistrationVerdict"
        case .replacement: "EventVerdict"
        case .rewriting: "JSON"
        case .notice: nil
        case .users: "InterestedUsers"
        case .presence: "[String: Set<PresenceState>]"
        case .truth: "Bool?"
        case .text: "String?"
        case .number: "Int64?"
        case .object: rule == .merge ? "JSON" : "JSON?"
        case .login: "Login?"
        case .renewal: "Renewal?"
        case .limits: "[MediaUploadLimit]?"
        case .override: "RatelimitOverride?"
        case .update: "UpdateStep?"
        }
    }

    /// The property of a result that has this type.
    fileprivate var swiftProperty: String? {
        switch reply {
        case .verdict, .eventVerdict, .code, .objection: "verdict"
        case .registration: "registrationVerdict"
        case .replacement: "eventVerdict"
        case .rewriting: "object ?? \(SwiftName.member(rewritten?.name ?? ""))"
        case .notice: nil
        case .users: "interestedUsers"
        case .presence: "presence"
        case .object: rule == .merge ? "object ?? .noMembers" : "object"
        case .login: "login(of: host)"
        case .update: "updateStep(of: host)"
        case .truth, .text, .number, .renewal, .limits, .override: "\(reply)"
        }
    }
}
