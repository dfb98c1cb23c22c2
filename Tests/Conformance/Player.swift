import CallbackChains
import Gatehouse
import JSONText
import Logging
import MatrixCallbacks

/// Plays chain cases through real modules.
struct Player {
    /// What a host made of a case.
    struct Played {
        /// In the words of chain cases.
        let result: JSONValue
        /// The places of the modules that were asked, in that order. The first module has place 1.
        let asked: [Int]
    }

    let modulePath: String

    /// Loads one instance of the scripted module for each answer, told to give it, and asks their chain.
    ///
    /// - Throws: `Problems` and `CallError`, as a host does; `unknownCallback` before anything is loaded.
    func play(_ chainCase: ChainCase) throws -> Played {
        guard let callback = Catalogue.callback(chainCase.callback) else {
            throw CallError.unknownCallback(chainCase.callback, didYouMean: nil)
        }
        let gatehouse = try Gatehouse(
            Configuration(modulePath: [modulePath], modules: Self.modules(chainCase)), logger: Self.silence)
        defer { gatehouse.shutDown() }
        let result = try gatehouse.call(chainCase.callback, arguments: chainCase.arguments.text, traced: true)
        let asked = (result.trail ?? []).compactMap { step in Int(step.module.dropFirst()) }
        return Played(result: callback.form(of: result, chainCase.arguments), asked: asked)
    }

    private static func modules(_ chainCase: ChainCase) -> [ModuleEntry] {
        chainCase.answers.enumerated().map { place, answer in
            ModuleEntry(
                "scripted", name: "m\(place + 1)", config: ["callback": .string(chainCase.callback), "answer": answer])
        }
    }

    private static let silence = Logger(label: "conformance") { _ in SwiftLogNoOpLogHandler() }
}
