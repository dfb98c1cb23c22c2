import CallbackChains
import JSONText
import ModuleLoader
import Testing

@testable import MatrixCallbacks

/// The catalogue beside the rule book, `Tests/Recordings/callbacks.json`: facts of Synapse 1.163.2 as data.
struct RuleBookTests {
    private static let categories = ["spam_checker", "third_party_rules", "presence_router"]

    private let entries: [JSONValue]

    init() throws {
        entries = try Repository.json("Tests/Recordings/callbacks.json").elements.filter { entry in
            Self.categories.contains(entry["category"]?.string ?? "")
        }
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
        Catalogue.callbacks.map { Fact(name: $0.fullName, value: value($0)) }
    }

    @Test func `all callbacks of the three categories are there, since the same version`() {
        #expect(Catalogue.categories.map(\.name) == Self.categories)
        #expect(entries.count == 28)
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
        for (callback, entry) in zip(Catalogue.callbacks, entries) {
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
            "run-all": .tellAll, "union": .union, "union-or-all": .unionOrAll,
        ]
        #expect(
            facts { (callback: Callback) in callback.rule.rawValue }
                == facts { entry in words[entry["combine"]?.string ?? ""]?.rawValue ?? "?" })
    }

    @Test func `failures do what the rule book says`() {
        let words: [String: FailureRule] = [
            "propagate": .propagate, "propagate-wrapped": .propagateWrapped, "deny-403": .deny403,
            "log-continue": .skip,
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
        case .record(let record):
            switch record.name {
            case "gh_event": ["Event"]
            case "gh_requester": ["Requester"]
            case "gh_user_profile": ["UserProfile"]
            case "gh_profile_info": ["ProfileInfo"]
            case "gh_file_info": ["FileInfo"]
            default: []
            }
        case .records(_, let asTuples): asTuples ? ["list<("] : ["iterable<UserPresenceState>"]
        case .state: ["StateMap<Event>"]
        case .media: ["ReadableFileWrapper"]
        case .ownText: []
        }
    }
}
