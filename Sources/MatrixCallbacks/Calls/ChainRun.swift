import CallbackChains
import JSONText
package import ModuleLoader

/// One call of one callback's chain, from its arguments to its result: what its modules have said so far. One thread at a
/// time has it: the caller's, then those on which the call goes on.
package final class ChainRun: @unchecked Sendable {
    package let ready: ReadyChain
    let process: CallingProcess
    private let names: [String]
    /// What several answers make together; nil where the first one ends the chain.
    private var collected: Answer?
    /// What the last one said that did not say *next*.
    private var own: OwnOutcome?
    private var decider: Int?
    private var notes: [Note] = []
    private var trail: Trail?
    private var unused: [(module: Int, cookie: UInt64)] = []

    private init(_ ready: ReadyChain, _ process: CallingProcess, names: [String]) {
        (self.ready, self.process, self.names) = (ready, process, names)
    }

    var chain: Chain { ready.chain }
    private var rules: Rules { ready.rules }

    /// How far a chain came on its caller's thread.
    package enum Begun {
        case ended(CallEnd)
        /// It goes on at a link, with what a module says late, or on another thread.
        case open(ChainRun, at: Int, LateCall?)
        /// A module would have answered late, and the caller cannot wait.
        case mustWait(module: String)
    }

    /// Runs the chain as far as it may run on this thread. Nothing is allocated or retained until a module has something
    /// to say.
    ///
    /// - Parameters:
    ///   - names: the instances' names, by their numbers less one.
    ///   - arguments: written for this callback. A rewriting chain changes them.
    package static func begin(
        _ ready: ReadyChain, names: [String], _ arguments: inout CallArguments, traced: Bool, callerWaits: Bool,
        process: CallingProcess = .unknown
    ) -> Begun {
        var spoken: ChainRun?
        var late: LateCall?
        var trail: Trail? = traced ? Trail() : nil
        let pointer = arguments.pointer
        let end = Exchange.run(
            ready.chain, from: 0, to: ready.chain.inPlace, ready.rules.reply, pointer, kept: nil,
            callerWaits: callerWaits, process: process, trail: &trail
        ) { link, said in
            var said = said
            ready.rules.check(&said)
            if case .pending(let call) = said.own { late = call }
            if let rewritten = ready.rewritten(said.own) { arguments.rewrite(rewritten.field, rewritten.json) }
            let settled = said.settled
            if spoken == nil { spoken = ChainRun(ready, process, names: names) }
            spoken?.take(link, said)
            return settled
        }
        if spoken == nil && !traced && end.link == ready.chain.count { return .ended(.allNext) }
        return (spoken ?? ChainRun(ready, process, names: names)).begun(end, late, trail)
    }

    private func begun(_ end: ChainEnd, _ late: LateCall?, _ trail: Trail?) -> Begun {
        self.trail = trail
        switch end.settled {
        case .pending where late == nil: return .mustWait(module: name(end.link))
        case .pending: return .open(self, at: end.link, late)
        case .next where end.link < chain.count: return .open(self, at: end.link, nil)
        default: return .ended(self.end(end))
        }
    }

    private func take(_ link: Int, _ said: consuming Said) {
        for cookie in said.unused { unused.append((chain.module(at: link), cookie)) }
        switch said.own {
        case nil, .next, .pending: return
        case .answered(let answer):
            decider = link
            if !chain.steps.stops(at: .answered) { collect(answer) }
        case .failed(let failure): note(link, .failure, failure.message)
        case .invalid(let reason): note(link, .invalidAnswer, reason)
        case .unavailable(let why): note(link, .unavailable, why.text)
        }
        own = said.own
    }

    private func collect(_ answer: Answer) {
        if collected == nil {
            collected = answer
        } else if rules.rule == .merge {
            collected?.merge(answer)
        } else {
            collected?.unite(with: answer)
        }
    }

    /// The answer that counts so far.
    private var answer: Answer? {
        guard collected == nil, case .answered(let answer)? = own else { return collected }
        return answer
    }

    private func note(_ link: Int, _ kind: Note.Kind, _ text: String) {
        notes.append(Note(module: name(link), link: link, kind: kind, text: text))
    }

    private func name(_ link: Int) -> String { names[chain.module(at: link) - 1] }
}

/// Link by link, where a chain goes on elsewhere.
extension ChainRun {
    /// Asks one link, on this thread. Nil: it plainly said *next*.
    static func ask(
        _ chain: Chain, _ link: Int, _ kind: ReplyKind, _ call: KeptCall, _ process: CallingProcess
    ) -> Said {
        var said = Said(own: nil, unused: [])
        var trail: Trail?
        _ = Exchange.run(
            chain, from: link, to: link + 1, kind, call.pointer, kept: call, callerWaits: true, process: process,
            trail: &trail
        ) { _, own in
            said = own
            return own.settled
        }
        return said
    }

    /// Takes what a link said at last. Nil: the next one is to be asked.
    func settle(_ link: Int, _ said: Said) -> ChainEnd? {
        var said = said
        rules.check(&said)
        let settled = said.settled
        trail?.note(settled, of: link)
        take(link, said)
        if chain.steps.stops(at: settled) { return ChainEnd(link: link, settled: settled) }
        return link + 1 < chain.count ? nil : allAsked
    }

    /// The end where nobody is left to ask, or nobody else will be asked.
    var allAsked: ChainEnd { ChainEnd(link: chain.count, settled: .next) }
}

/// From the end of a chain to its result.
extension ChainRun {
    func end(_ end: ChainEnd) -> CallEnd {
        let isSilent = own == nil && unused.isEmpty && trail == nil
        return isSilent ? .allNext : .said(result(end))
    }

    private func result(_ end: ChainEnd) -> CallResult {
        let (outcome, held) = outcome(end)
        let ended = end.link < chain.count ? end.link : decider
        return CallResult(
            outcome: outcome, decidedBy: ended.map { name($0) }, held: held, own: own, notes: notes,
            decider: ended.map { chain.module(at: $0) }, unused: unused, trail: trail.map { steps($0) })
    }

    /// The caller has gone away, whatever the modules said.
    var cancelled: CallEnd {
        var unused = unused
        if let decider, let cookie = answer?.cookie { unused.append((chain.module(at: decider), cookie)) }
        return .said(
            CallResult(
                outcome: .cancelled, decidedBy: nil, held: .cancellation, own: own, notes: notes, decider: nil,
                unused: unused, trail: trail.map { steps($0) }))
    }

    private func outcome(_ end: ChainEnd) -> (CallResult.Outcome, CallResult.Held) {
        guard end.link < chain.count, let own else {
            return (collected.map { .answered($0) } ?? .next, .rule(rules.rule))
        }
        switch own {
        case .next: return (.next, .rule(rules.rule))
        case .answered(let answer): return (.answered(rules.normalized(collected ?? answer)), .rule(rules.rule))
        case .failed(let failure): return (.failed(rules.failure.applied(to: failure)), .failure(rules.failure))
        case .invalid(let reason): return invalid(reason)
        case .unavailable(let why): return unavailable(why)
        case .pending: return (.next, .rule(rules.rule))  // a chain does not end while it waits
        }
    }

    private func invalid(_ reason: String) -> (CallResult.Outcome, CallResult.Held) {
        let held = CallResult.Held.invalidAnswer(rules.invalid)
        if rules.invalid == .deny { return (.answered(rules.denialOfInvalid), held) }
        return (.failed(rules.failure.applied(to: .plain("invalid answer: \(reason)"))), held)
    }

    private func unavailable(_ why: Unavailability) -> (CallResult.Outcome, CallResult.Held) {
        let held = CallResult.Held.unavailable(rules.unavailable)
        if rules.unavailable == .deny { return (.answered(rules.denialOfInvalid), held) }
        return (.failed(rules.failure.applied(to: .plain("no answer: \(why.text)"))), held)
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
        case .pending: "pending"
        case .unavailable: "unavailable"
        }
    }
}

extension Unavailability {
    /// For the log.
    package var text: String {
        switch self {
        case .late: "it did not answer in time"
        case .stuck: "it is stuck: a callback has not come back"
        }
    }
}
