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
            "Header: `gatehouse/\(category.name).h`. Synapse docs: modules/\(category.name)_callbacks.",
        ]
        if category.allOrNone { lines.append("A module implements all of these callbacks, or none.") }
        for callback in category.callbacks { lines += [""] + section(callback) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ callback: Callback) -> [String] {
        var lines = ["## \(callback.name)", "", "\(callback.asked) Since Synapse \(callback.since).", ""]
        lines += ["| argument | in C | in JSON | |", "| --- | --- | --- | --- |"]
        lines += callback.fields.map(row)
        lines += [
            "", "- Answers: \(callback.reply.answers).",
            "- Rule: \(callback.rule.rawValue). When nobody answers: \(callback.neutral).",
            "- Failure: \(callback.failure.rawValue). Invalid answer: \(callback.invalid.rawValue).",
        ]
        if let follow = callback.follows {
            lines.append(
                "- Followed by `\(follow.callback)`: always in typed calls, with `--follow` on the command line."
            )
        }
        return lines
    }

    private static func row(_ field: Field) -> String {
        let (c, json) = field.type.words
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
        case .record(let record): ("const \(record.name) *", "object: " + record.names)
        case .records(let record, true): ("\(record.name)s", "list of lists: " + record.names)
        case .records(let record, false): ("\(record.name)s", "list of objects: " + record.names)
        case .state: ("const gh_state *", "list of events")
        case .media: ("const gh_media *", "object: `base64`")
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
        }
    }
}

extension Callback {
    /// The outcome of a chain in which all say *next*.
    fileprivate var neutral: String {
        switch reply {
        case .verdict, .eventVerdict, .code, .objection, .registration: "allowed"
        case .replacement: "allowed, unchanged"
        case .rewriting: "the request as it came"
        case .notice: "nothing"
        case .users: "no users"
        case .presence: "no entries"
        }
    }
}
