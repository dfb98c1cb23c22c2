import CallbackChains
import Foundation
import Gatehouse
import JSONText
import Logging
import MatrixCallbacks

/// Plays chain cases through real modules.
///
/// A host is kept for all cases whose modules differ in their answers alone. They read those from a file, which is
/// written for each case, and write down in another that they are asked.
final class Player {
    /// What a host made of a case.
    struct Played {
        /// In the words of chain cases.
        let result: JSONValue
        /// The places of the modules that were asked, in that order. The first module has place 1.
        let asked: [Int]
    }

    private let modulePath: String
    private let answers: URL
    private let asked: URL
    private var hosts: [String: Gatehouse] = [:]

    init(modulePath: String) {
        self.modulePath = modulePath
        let folder = FileManager.default.temporaryDirectory, id = UUID().uuidString
        answers = folder.appending(path: "conformance-\(id).json")
        asked = folder.appending(path: "conformance-\(id).asked")
    }

    deinit { for file in [answers, asked] { try? FileManager.default.removeItem(at: file) } }

    /// Asks the chain of one instance of the scripted module for each answer. Twice, because a chain that nobody traces
    /// takes a way of its own: both times the same has to come of it.
    ///
    /// - Throws: `Problems` and `CallError`, as a host does; `unknownCallback` before anything is loaded;
    ///   `Contradiction`.
    func play(_ chainCase: ChainCase) throws -> Played {
        guard let callback = Catalogue.callback(chainCase.callback) else {
            throw CallError.unknownCallback(chainCase.callback, didYouMean: nil)
        }
        try Data(JSONValue.array(chainCase.answers).text.utf8).write(to: answers)
        let host = try host(for: modules(chainCase))
        let traced = try ask(host, chainCase, traced: true), untraced = try ask(host, chainCase, traced: false)
        try Contradiction.check(traced, untraced)
        return Played(result: callback.form(of: traced.result, chainCase.arguments), asked: traced.asked)
    }

    /// Asks once. Who was asked is what the modules wrote down.
    private func ask(_ host: Gatehouse, _ chainCase: ChainCase, traced: Bool) throws -> Asked {
        try Data().write(to: asked)
        let result = try host.call(chainCase.callback, arguments: chainCase.arguments.text, traced: traced)
        let places = try String(contentsOf: asked, encoding: .utf8).split(separator: "\n").compactMap { Int($0) }
        return Asked(result: result, asked: places)
    }

    private func host(for modules: [ModuleEntry]) throws -> Gatehouse {
        let key = modules.map(\.config.text).joined()
        if let host = hosts[key] { return host }
        let host = try Gatehouse(Configuration(modulePath: [modulePath], modules: modules), logger: Self.silence)
        hosts[key] = host
        return host
    }

    private func modules(_ chainCase: ChainCase) -> [ModuleEntry] {
        chainCase.answers.enumerated().map { place, answer in
            var config: JSONObject = [
                "callback": .string(chainCase.callback), "file": .string(answers.path), "asked": .string(asked.path),
                "place": .integer(Int64(place)),
            ]
            if case .object(let words) = answer {
                config["field"] = words["field"]
                config["leaves_out"] = words["left_out"]
            }
            return ModuleEntry("scripted", name: "m\(place + 1)", config: .object(config))
        }
    }

    private static let silence = Logger(label: "conformance") { _ in SwiftLogNoOpLogHandler() }
}
