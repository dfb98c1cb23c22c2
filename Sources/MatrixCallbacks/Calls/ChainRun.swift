package import CallbackChains
import JSONText
import ModuleLoader

/// One call of one callback's chain, from its arguments to its result.
package struct ChainRun {
    private let callback: Callback
    private let names: [String]
    private let chain: Chain
    private var collected: Answer?
    private var last: (link: Int, own: OwnOutcome)?
    private var decider: Int?
    private var notes: [Note] = []
    private var unused: [(module: Int, cookie: UInt64)] = []

    private init(_ callback: Callback, _ chain: Chain, names: [String]) {
        (self.callback, self.chain, self.names) = (callback, chain, names)
    }

    /// Runs the chain.
    ///
    /// - Parameters:
    ///   - names: the instances' names, by their numbers less one.
    ///   - arguments: written for this callback. A rewriting chain changes them.
    package static func run(
        _ callback: Callback, _ chain: Chain, names: [String], _ arguments: inout CallArguments, traced: Bool
    ) -> CallResult {
        var run = ChainRun(callback, chain, names: names)
        var trail: Trail? = traced ? Trail() : nil
        let pointer = arguments.pointer
        let end = Exchange.run(
            chain, callback.reply, pointer, trail: &trail,
            take: { link, own in
                run.take(link, own)
                if let rewritten = run.rewritten(own) { arguments.rewrite(rewritten.field, rewritten.json) }
            },
            unused: { link, cookie in run.unused.append((chain.module(at: link), cookie)) })
        return run.result(end, trail)
    }

    private mutating func take(_ link: Int, _ own: OwnOutcome) {
        last = (link, own)
        switch own {
        case .next: break
        case .answered(let answer):
            decider = link
            collect(answer)
        case .failed(let failure): note(link, failure.message, isInvalidAnswer: false)
        case .invalid(let reason): note(link, reason, isInvalidAnswer: true)
        }
    }

    private mutating func collect(_ answer: Answer) {
        if collected == nil {
            collected = answer
        } else if callback.rule == .merge {
            collected?.merge(answer)
        } else {
            collected?.unite(with: answer)
        }
    }

    private mutating func note(_ link: Int, _ text: String, isInvalidAnswer: Bool) {
        notes.append(Note(module: name(link), link: link, text: text, isInvalidAnswer: isInvalidAnswer))
    }

    /// What the modules that follow see in place of a field.
    private func rewritten(_ own: OwnOutcome) -> (field: Field, json: JSON)? {
        guard callback.rule == .rewrite, case .answered(.object(let json)) = own, let field = callback.rewritten
        else { return nil }
        return (field, json)
    }

    private func name(_ link: Int) -> String { names[chain.module(at: link) - 1] }
}

/// From the end of a chain to its result.
extension ChainRun {
    private func result(_ end: ChainEnd, _ trail: Trail?) -> CallResult {
        let (outcome, held) = outcome(end)
        let ended = end.link < chain.count ? end.link : decider
        return CallResult(
            outcome: outcome, decidedBy: ended.map(name), held: held, own: last?.own, notes: notes,
            decider: ended.map { chain.module(at: $0) }, unused: unused, trail: trail.map(steps))
    }

    private func outcome(_ end: ChainEnd) -> (CallResult.Outcome, CallResult.Held) {
        guard end.link < chain.count, let own = last?.own else {
            return (collected.map { .answered($0) } ?? .next, .rule(callback.rule))
        }
        switch own {
        case .next: return (.next, .rule(callback.rule))
        case .answered(let answer): return (.answered(callback.normalized(collected ?? answer)), .rule(callback.rule))
        case .failed(let failure): return (.failed(callback.failure.applied(to: failure)), .failure(callback.failure))
        case .invalid(let reason): return invalid(reason)
        }
    }

    private func invalid(_ reason: String) -> (CallResult.Outcome, CallResult.Held) {
        let held = CallResult.Held.invalidAnswer(callback.invalid)
        if callback.invalid == .deny { return (.answered(callback.denialOfInvalid), held) }
        return (.failed(callback.failure.applied(to: .plain("invalid answer: \(reason)"))), held)
    }

    private func steps(_ trail: Trail) -> [TrailStep] {
        trail.entries.map { entry in
            TrailStep(
                module: name(entry.link), outcome: entry.settled.word, duration: entry.duration,
                message: notes.first { $0.link == entry.link }?.text)
        }
    }
}

extension Settled {
    fileprivate var word: String {
        switch self {
        case .next: "next"
        case .answered, .answeredForAll: "answered"
        case .failed: "failed"
        case .invalid: "invalid"
        }
    }
}
