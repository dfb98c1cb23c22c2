import CallbackChains
import Foundation
import Gatehouse
import JSONText
import Logging
import MatrixCallbacks

/// Plays chain cases through real modules.
///
/// A host is kept for all cases whose modules differ in their answers alone. They read those from a file, which is
/// written for each case.
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
    private var hosts: [String: Gatehouse] = [:]

    init(modulePath: String) {
        self.modulePath = modulePath
        answers = FileManager.default.temporaryDirectory.appending(path: "conformance-\(UUID().uuidString).json")
    }

    deinit { try? FileManager.default.removeItem(at: answers) }

    /// Asks the chain of one instance of the scripted module for each answer.
    ///
    /// - Throws: `Problems` and `CallError`, as a host does; `unknownCallback` before anything is loaded.
    func play(_ chainCase: ChainCase) throws -> Played {
        guard let callback = Catalogue.callback(chainCase.callback) else {
            throw CallError.unknownCallback(chainCase.callback, didYouMean: nil)
        }
        try Data(JSONValue.array(chainCase.answers).text.utf8).write(to: answers)
        let result = try host(for: modules(chainCase))
            .call(chainCase.callback, arguments: chainCase.arguments.text, traced: true)
        let asked = (result.trail ?? []).compactMap { step in Int(step.module.dropFirst()) }
        return Played(result: callback.form(of: result, chainCase.arguments), asked: asked)
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
                "callback": .string(chainCase.callback), "file": .string(answers.path), "place": .integer(Int64(place)),
            ]
            if case .object(let words) = answer { config["field"] = words["field"] }
            return ModuleEntry("scripted", name: "m\(place + 1)", config: .object(config))
        }
    }

    private static let silence = Logger(label: "conformance") { _ in SwiftLogNoOpLogHandler() }
}
