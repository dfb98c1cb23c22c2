import CallbackChains
import Gatehouse
import JSONText
import Logging
import MatrixCallbacks

/// Runs cases and counts.
struct Tally {
    let modulePath: String
    private(set) var passed = 0
    private(set) var failed = 0
    private(set) var skipped = 0

    init(modulePath: String) { self.modulePath = modulePath }

    mutating func run(_ line: String) {
        guard let chainCase = ChainCase(line) else { return fail("no chain case: \(line.prefix(80))") }
        guard Catalogue.category(chainCase.category) != nil else { return skipped += 1 }
        guard let callback = Catalogue.callback(chainCase.callback) else {
            return fail("case \(chainCase.id): there is no callback \(chainCase.callback)")
        }
        do {
            let (result, asked) = try ask(chainCase)
            compare(chainCase, callback.form(of: result, chainCase.arguments), asked)
        } catch {
            fail("case \(chainCase.id), \(chainCase.callback): \(error)")
        }
    }

    private mutating func fail(_ text: String) {
        failed += 1
        print(text)
    }

    /// One instance of the scripted module an entry, each told to give its answer.
    private func ask(_ chainCase: ChainCase) throws -> (CallResult, asked: Int) {
        let modules = chainCase.answers.enumerated().map { place, answer in
            ModuleEntry(
                "scripted", name: "m\(place + 1)", config: ["callback": .string(chainCase.callback), "answer": answer])
        }
        let gatehouse = try Gatehouse(
            Configuration(modulePath: [modulePath], modules: modules),
            logger: Logger(label: "conformance") { _ in SwiftLogNoOpLogHandler() })
        defer { gatehouse.shutDown() }
        let result = try gatehouse.call(chainCase.callback, arguments: chainCase.arguments.text, traced: true)
        return (result, result.trail?.count ?? 0)
    }

    private mutating func compare(_ chainCase: ChainCase, _ found: JSONValue, _ asked: Int) {
        if found == chainCase.result && .integer(Int64(asked)) == chainCase.asked { return passed += 1 }
        fail(
            """
            case \(chainCase.id), \(chainCase.callback): expected \(chainCase.result), asked \(chainCase.asked); \
            found \(found), asked \(asked)
            """)
    }
}

extension Callback {
    /// A result in the words of chain cases: what Synapse's chain returned or raised.
    func form(of result: CallResult, _ arguments: JSONValue) -> JSONValue {
        switch result.outcome {
        case .next: ["returned": .object(neutral(arguments))]
        case .answered(let answer): ["returned": .object(members(of: answer))]
        case .failed(.plain) where failure == .propagateWrapped: ["raised": ["module_failed": true]]
        case .failed(let failure): ["raised": .object(failure.members)]
        }
    }

    private func neutral(_ arguments: JSONValue) -> JSONObject {
        switch reply {
        case .notice: return ["done": true]
        case .users: return ["users": []]
        case .presence: return ["users": [:]]
        case .rewriting:
            guard case .object(let members) = arguments else { return [:] }
            return ["rewrite": members["request_content"] ?? .null]
        default: return ["allow": true]
        }
    }
}
