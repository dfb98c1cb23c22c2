import CallbackChains
import ForeignCalls
import ModuleLoader

/// One call of a hook's chain, from its arguments to its result.
struct HookRun {
    /// A failure on the way.
    struct Note {
        let module: String
        let text: String
    }

    private let chain: HookChain
    private var notes: [Note] = []
    private var result: ForeignValue

    /// - Parameter first: the first argument, which is the result of a fold that asks nobody.
    private init(_ chain: HookChain, first: ForeignValue) {
        self.chain = chain
        switch chain.declaration.rule {
        case .firstFalse: result = true
        case .firstTrue: result = false
        case .firstAnswer, .tellAll: result = .none
        case .sum: result = chain.declaration.signature.result?.isFloat == true ? 0.0 : 0
        case .foldLeft: result = first
        }
    }

    /// Asks the modules.
    ///
    /// - Parameter frame: holds the arguments.
    /// - Throws: what the failure rule hands on.
    static func run(
        _ chain: HookChain, _ frame: borrowing CallFrame, first: ForeignValue, log: (Note) -> Void
    ) throws(HookError) -> ForeignValue {
        var run = HookRun(chain, first: first)
        var trail: Trail?
        let folds = chain.declaration.rule == .foldLeft
        let end = HookExchange.run(chain.chain, chain.prepared, frame, folds: folds, trail: &trail) { link, outcome in
            run.take(link, outcome)
        }
        for note in run.notes { log(note) }
        if end.settled == .next || end.settled == .answered { return run.result }
        return try run.failed()
    }

    private func failed() throws(HookError) -> ForeignValue {
        switch chain.declaration.failureRule {
        case .refuse: return false
        case .allow: return true
        case .propagate, .skip:
            throw .failed(notes.last?.text ?? "", module: notes.last?.module ?? "", hook: chain.declaration.name)
        }
    }

    private mutating func take(_ link: Int, _ outcome: HookOutcome) {
        switch outcome {
        case .failed(let text), .invalid(let text): notes.append(Note(module: chain.name(at: link), text: text))
        case .value(let value) where chain.declaration.rule == .sum: result = result.adding(value)
        case .value(let value): result = value
        }
    }
}

extension ForeignValue {
    /// The sum of two numbers of the same type.
    fileprivate func adding(_ other: ForeignValue) -> ForeignValue {
        switch (self, other) {
        case (.integer(let one), .integer(let other)): .integer(one + other)
        case (.number(let one), .number(let other)): .number(one + other)
        default: self
        }
    }
}
