import Foundation
import JSONText
import Testing

/// A module with one defect, and what is expected of a host that is given it (`Tests/BadModules/README.md`).
struct BadModule: CustomTestStringConvertible, Sendable {
    enum Result: String {
        /// With a problem of the loader's, `code`.
        case refused
        /// Without a problem. What its callbacks do is in `calls`.
        case loads
        /// With one of `signals`, in `stage`. So for the next three.
        case crashes
        case exits
        case hangs
        /// The child comes to its end, and cannot tell what it found.
        case unheard
        /// Nothing is promised, but to those around it.
        case anything
    }

    let name: String
    let defect: String
    let result: Result
    /// The code of the one problem that is reported of it.
    let code: String?
    let stage: String?
    let signals: [String]
    /// The code of the one warning.
    let warning: String?
    /// Stands in the cause of the problem or of the warning.
    let cause: String?
    /// How the subject of the problem ends.
    let subject: String?
    /// Stands in what is told of its standard error.
    let stderr: String?
    /// Does the process of the host survive it, and do the tests that run in it?
    let inHost: Bool
    /// Of its entry in a configuration: `1s`.
    let deadline: String?
    let calls: [Call]

    var testDescription: String { "\(name): \(defect)" }

    /// A call of one of its callbacks, with the arguments of `arguments.json`.
    struct Call: Sendable {
        let callback: String
        let arguments: String
        /// Members of what `gatehouse call` prints. Nil: nothing is promised.
        let outcome: JSONObject?
        /// Stands in the log line about the answer.
        let note: String?
        /// Stands in what the host logs until it has ended.
        let log: String?
        /// Not empty: the call ends the process, with one of these.
        let signals: [String]
        /// The call ends the process, with this exit code.
        let exitCode: Int64?

        /// The members that came out differently.
        func differences(from found: JSONValue) -> [String] {
            (outcome?.members ?? []).compactMap { key, value in
                found[key] == value ? nil : "\(key): expected \(value), found \(found[key] ?? .null)"
            }
        }
    }
}

/// All of them, and where they are.
extension BadModule {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    static let goodPath = "\(root)/build/modules/list_spam_checker.so"

    var path: String { "\(Self.root)/build/bad-modules/\(name).so" }

    /// Those whose description cannot be read are missing.
    static let all = files(ending: ".json").filter { $0.contains("/") }.compactMap { try? BadModule(file: $0) }

    /// Paths from `Tests/BadModules`, sorted.
    static func files(ending: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: "\(root)/Tests/BadModules")?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(ending) }.sorted()
    }

    /// Arguments of a callback, as JSON text. Events are sent by `@evil:example.org`, whom the good module refuses.
    static func arguments(for callback: String) throws -> String { try #require(arguments[callback]).text }

    private static let arguments = (try? json("arguments.json")) ?? .null

    private static func json(_ file: String) throws -> JSONValue {
        try JSONValue(parsing: String(contentsOfFile: "\(root)/Tests/BadModules/\(file)", encoding: .utf8))
    }

    private init(file: String) throws {
        let json = try Self.json(file)
        name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        defect = try #require(json["defect"]?.string)
        result = try #require(json["result"]?.string.flatMap(Result.init))
        (code, stage, warning) = (json["code"]?.string, json["stage"]?.string, json["warning"]?.string)
        (cause, subject, stderr) = (json["cause"]?.string, json["subject"]?.string, json["stderr"]?.string)
        signals = json["signals"]?.strings ?? []
        inHost = json["inHost"] == true
        deadline = json["deadline"]?.string
        calls = try json["calls"]?.elements.map(Call.init) ?? []
    }
}

extension BadModule.Call {
    fileprivate init(_ json: JSONValue) throws {
        callback = try #require(json["callback"]?.string)
        arguments = try BadModule.arguments(for: callback)
        outcome = json["outcome"]?.object
        (note, log) = (json["note"]?.string, json["log"]?.string)
        signals = json["signals"]?.strings ?? []
        exitCode = json["exits"]?.integer
    }
}

extension JSONValue {
    fileprivate subscript(_ key: String) -> JSONValue? { object?[key] }

    fileprivate var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
    fileprivate var string: String? { if case .string(let string) = self { string } else { nil } }
    fileprivate var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }
    fileprivate var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
    fileprivate var strings: [String] { elements.compactMap(\.string) }
}
