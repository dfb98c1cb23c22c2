import CallbackChains
import ForeignCalls
import Logging
import ModuleLoader

/// One call of a hook's chain, from its arguments to its result.
struct HookRun {
    /// A failure on the way.
    private struct Note {
        let module: String
        let text: String
    }

    private let chain: HookChain
    private var notes: [Note] = []
    /// Nil: nobody has said anything that counts.
    private var result: ForeignValue?

    private init(_ chain: HookChain) { self.chain = chain }

    /// Asks the modules.
    ///
    /// - Parameters:
    ///   - frame: holds the arguments.
    ///   - first: the first of them, which is the result of a fold in which nobody answers.
    /// - Throws: what the failure rule hands on.
    static func run(
        _ chain: HookChain, _ frame: borrowing CallFrame, first: () -> ForeignValue
    ) throws(HookError) -> ForeignValue {
        var run = HookRun(chain)
        var trail: Trail?
        let folds = chain.rule == .foldLeft
        let end = HookExchange.run(chain.chain, chain.prepared, frame, folds: folds, trail: &trail) { link, outcome in
            run.take(link, outcome)
        }
        run.logFailures()
        guard end.settled == .next || end.settled == .answered else { return try run.failed() }
        guard let result = run.result else { return chain.neutral(first) }
        return try run.checked(result)
    }

    private mutating func take(_ link: Int, _ outcome: HookOutcome) {
        switch outcome {
        case .failed(let text), .invalid(let text): notes.append(Note(module: chain.module(at: link), text: text))
        case .value(let value) where chain.rule == .sum: result = result?.adding(value) ?? value
        case .value(let value): result = value
        }
    }

    private func logFailures() {
        for note in notes {
            chain.host.logger.warning(
                "\(note.module): failure in \(chain.name): \(note.text)", metadata: ["module": "\(note.module)"])
        }
    }

    private func failed() throws(HookError) -> ForeignValue {
        switch chain.failureRule {
        case .refuse: return false
        case .allow: return true
        case .propagate, .skip:
            throw .failed(notes.last?.text ?? "", module: notes.last?.module ?? "", hook: chain.name)
        }
    }

    /// A sum may be beyond its type.
    private func checked(_ result: ForeignValue) throws(HookError) -> ForeignValue {
        guard chain.rule == .sum, let type = chain.prepared.result, result.mismatch(with: type) != nil else {
            return result
        }
        throw .badResult("is \(result.number), which is beyond \(type.rawValue)", hook: chain.name)
    }
}

extension HookChain {
    /// The result where nobody says anything that counts.
    fileprivate func neutral(_ first: () -> ForeignValue) -> ForeignValue {
        switch rule {
        case .firstFalse: true
        case .firstTrue: false
        case .firstAnswer, .tellAll: .none
        case .sum: prepared.result?.isFloat == true ? 0.0 : 0
        case .foldLeft: first()
        }
    }
}

extension ForeignValue {
    fileprivate var number: String {
        switch self {
        case .integer(let integer): "\(integer)"
        case .number(let number): "\(number)"
        default: "none"
        }
    }

    /// The sum of two numbers of the same type.
    fileprivate func adding(_ other: ForeignValue) -> ForeignValue {
        switch (self, other) {
        case (.integer(let one), .integer(let other)): .integer(one + other)
        case (.number(let one), .number(let other)): .number(one + other)
        default: self
        }
    }
}
