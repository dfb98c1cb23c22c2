import CallbackChains
import ModuleLoader

/// Writes the reference page of a category, from the catalogue alone: `Gatehouse.docc/Reference/`.
package enum ReferencePage {
    package static func fileName(_ category: Category) -> String { SwiftName.type(category.name) + "Callbacks.md" }

    package static func markdown(_ category: Category) -> String {
        var lines = [
            "# Callbacks of \(category.name)", "",
            "Made by `gatehouse callbacks --markdown DIR` from the catalogue.", "",
            "## Overview", "",
            "Header: `gatehouse/\(category.name).h`. Synapse docs: modules/\(category.docs).",
        ]
        lines += category.together.map { "A module implements \(list($0)) together, or neither." }
        if let required = category.required { lines.append("A module that takes part implements `\(required)`.") }
        if let notes = AccidentNotes.of(category.name) { lines += ["", notes] }
        for callback in category.callbacks { lines += [""] + section(callback) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func list(_ names: [String]) -> String {
        names.map { "`\($0)`" }.joined(separator: " and ")
    }

    private static func section(_ callback: Callback) -> [String] {
        var lines = ["## \(callback.name)", "", "\(callback.asked) Since Synapse \(callback.since).", ""]
        lines += ["| argument | in C | in JSON | |", "| --- | --- | --- | --- |"]
        lines += callback.fields.map(row)
        lines += [
            "", "- Answers: \(callback.reply.answers).",
            "- Rule: \(callback.rule.rawValue). When nobody answers: \(callback.neutral).",
            "- Failure: \(callback.failure.rawValue). Invalid answer: \(callback.invalid.rawValue). "
                + "No answer in time: \(callback.unavailable.rawValue).",
        ]
        if let key = callback.key { lines.append("- Asked are the modules that named this `\(key)` in `configure`.") }
        if let cookie = callback.cookie {
            let names = [cookie.used, cookie.unused].map { "`\($0.split(separator: ".").last ?? "")`" }
            lines.append("- A cookie in the answer comes back exactly once, to \(names.joined(separator: " or to ")).")
        }
        if let list = callback.toldOnlyWith { lines.append("- Nobody is told where `\(list.list)` is empty.") }
        if let follow = callback.follows {
            lines.append(
                "- Followed by `\(follow.callback)`: always in typed calls, with `--follow` on the command line."
            )
        }
        return lines
    }

    private static func row(_ field: Field) -> String {
        let (type, json) = field.type.words
        let c = field.nameInC == field.name ? type : "\(type) \(field.nameInC)"
        return "| `\(field.name)` | `\(c)` | \(json) | \(field.isNullable ? "may be absent" : "") |"
    }
}

extension FieldType {
    /// What a field is in C, and what it is in JSON.
    fileprivate var words: (c: String, json: String) {
        switch self {
        case .text: ("gh_str", "string")
        case .json: ("gh_json", "any value")
        case .ownText: ("gh_json", "object")
        case .flag: ("gh_bool", "boolean")
        case .integer: ("int64_t", "whole number")
        case .maybeInteger: ("gh_maybe_int", "whole number")
        case .cookie: ("uint64_t", "whole number: the host's for this cookie")
        case .record(let record): ("const \(record.name) *", "object: " + record.names)
        case .records(let record, true): ("\(record.name)s", "list of lists: " + record.names)
        case .records(let record, false): ("\(record.name)s", "list of objects: " + record.names)
        case .state: ("const gh_state *", "list of events")
        case .media: ("const gh_media *", "object: `base64`, or `size`, `path`, `call`")
        }
    }
}

extension RecordType {
    fileprivate var names: String { fields.filter(\.isMember).map { "`\($0.name)`" }.joined(separator: ", ") }
}

extension ReplyKind {
    fileprivate var answers: String {
        switch self {
        case .verdict: "deny, deny with a Matrix error code, deny with a code and further fields"
        case .eventVerdict: "deny, deny with a code, with a code and further fields, or with a text for the client"
        case .code: "deny with a Matrix error code"
        case .objection: "object"
        case .registration: "deny, shadow-ban"
        case .replacement: "deny, or the event to allow instead"
        case .rewriting: "the rewritten request"
        case .notice: "none; it can fail"
        case .users: "users, or everyone"
        case .presence: "users and the states that each gets"
        case .truth: "yes or no"
        case .text: "a text, which may be empty"
        case .number: "a whole number"
        case .object: "a JSON object; an empty one is no answer"
        case .login: "the user who has logged in, with or without a cookie"
        case .renewal: "whether the token is valid, whether it was used before, and the end of the account"
        case .limits: "limits on uploads, or that there is none"
        case .override: "another rate limit"
        case .update: "that the step may begin and how long it should take, with or without a cookie"
        }
    }
}

extension Callback {
    /// The outcome of a chain in which all say *next*.
    fileprivate var neutral: String {
        if rule == .merge { return "nothing is added" }
        return switch reply {
        case .verdict, .eventVerdict, .code, .objection, .registration: "allowed"
        case .replacement: "allowed, unchanged"
        case .rewriting: rule == .giver ? "the response as it was" : "the request as it came"
        case .notice: "nothing"
        case .users: "no users"
        case .presence: "no entries"
        case .truth, .text, .number, .object, .login, .renewal, .limits, .override, .update:
            "what the server does itself"
        }
    }
}
