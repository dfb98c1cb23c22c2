import CallbackChains
import JSONText
import ModuleLoader
import Testing

@testable import MatrixCallbacks

/// The catalogue beside the rule book, `Tests/Recordings/callbacks.json`: facts of Synapse 1.163.2 as data.
struct RuleBookTests {
    /// What takes cookies back is of the contract: in Python it is a part of an answer.
    private static let callbacks = Catalogue.callbacks.filter { !$0.takesCookies }

    private let entries: [JSONValue]

    init() throws {
        let book = try Repository.json("Tests/Recordings/callbacks.json").elements
        entries = Catalogue.categories.flatMap { category in
            book.filter { $0["category"]?.string == category.name }
        }
        try #require(entries.count == book.count)
    }

    private struct Fact: Equatable {
        let name: String
        let value: String
    }

    private func facts(_ value: (JSONValue) -> String) -> [Fact] {
        entries.map { entry in
            Fact(name: "\(entry["category"]?.string ?? "").\(entry["name"]?.string ?? "")", value: value(entry))
        }
    }

    private func facts(_ value: (Callback) -> String) -> [Fact] {
        Self.callbacks.map { Fact(name: $0.fullName, value: value($0)) }
    }

    @Test func `all callbacks of all categories are there, since the same version`() {
        #expect(entries.count == 51)
        #expect(facts { (callback: Callback) in callback.since } == facts { entry in entry["since"]?.string ?? "" })
    }

    @Test func `parameters have the names, the order and the nullability of the rule book`() {
        let catalogue = facts { (callback: Callback) in
            callback.fields.map { $0.name + ($0.isNullable ? "?" : "") }.joined(separator: " ")
        }
        let book = facts { (entry: JSONValue) in
            let parameters = entry["params"]?.elements ?? []
            return parameters.map { ($0["name"]?.string ?? "") + ($0["nullable"] == true ? "?" : "") }
                .joined(separator: " ")
        }
        #expect(catalogue == book)
    }

    @Test func `a parameter's type fits the rule book's`() {
        for (callback, entry) in zip(Self.callbacks, entries) {
            for (field, parameter) in zip(callback.fields, entry["params"]?.elements ?? []) {
                let type = parameter["type"]?.string ?? ""
                #expect(
                    field.type.bookTypes.contains { type.hasPrefix($0) }, "\(callback.fullName) \(field.name): \(type)")
            }
        }
    }

    @Test func `answers combine by the rule of the rule book`() {
        let words: [String: Rule] = [
            "first-deny": .firstObjection, "first-false": .firstObjection, "first-truthy": .firstObjection,
            "first-false-or-replacement": .firstObjectionOrReplacement, "run-all-mutate": .rewrite,
            "run-all": .tellAll, "union": .union, "union-or-all": .unionOrAll, "first-falsy": .firstObjection,
            "first-non-null": .firstAnswer, "first-valid": .firstAnswer, "merge-last-wins": .merge,
            "single-exclusive": .exclusive, "single-first": .firstModule,
        ]
        #expect(
            facts { (callback: Callback) in callback.rule.rawValue }
                == facts { entry in
                    let isTruthyAnswer = Self.firstTruthyAnswers.contains(entry["name"]?.string ?? "")
                    let rule = isTruthyAnswer ? Rule.firstAnswer : words[entry["combine"]?.string ?? ""]
                    return rule?.rawValue ?? "?"
                })
    }

    /// "First truthy" is an objection where booleans are returned, and an answer where something else is.
    private static let firstTruthyAnswers = ["get_media_config_for_user", "get_ratelimit_override_for_user"]

    @Test func `failures do what the rule book says`() {
        let words: [String: FailureRule] = [
            "propagate": .propagate, "propagate-wrapped": .propagateWrapped, "deny-403": .deny403,
            "log-continue": .skip, "fail-500": .fail500, "retry-abort": .retry,
        ]
        #expect(
            facts { (callback: Callback) in callback.failure.rawValue }
                == facts { entry in words[entry["on_error"]?.string ?? ""]?.rawValue ?? "?" })
    }
}

extension FieldType {
    /// How the rule book's type begins where this one is meant.
    fileprivate var bookTypes: [String] {
        switch self {
        case .text: ["str", "RoomAlias", "'"]
        case .json: ["object"]
        case .flag: ["bool"]
        case .integer, .maybeInteger: ["int"]
        case .cookie: []
        case .record(let record):
            switch record.name {
            case "gh_event": ["Event"]
            case "gh_requester": ["Requester"]
            case "gh_user_profile": ["UserProfile"]
            case "gh_profile_info": ["ProfileInfo"]
            case "gh_file_info": ["FileInfo"]
            case "gh_request": ["HTTP request"]
            case "gh_media_upload_limit": ["MediaUploadLimit"]
            case "gh_delivery": ["FederationEventDeliveryEvent"]
            default: []
            }
        case .records(_, let asTuples): asTuples ? ["list<("] : ["iterable<UserPresenceState>"]
        case .state: ["StateMap<Event>"]
        case .media: ["ReadableFileWrapper"]
        case .ownText: []
        }
    }
}
