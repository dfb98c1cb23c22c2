import CallbackChains
import Foundation
import JSONText
import Logging
import ModuleLoader
import Synchronization
import Testing

@testable import MatrixCallbacks

/// Late answers from a module's own threads, against the return of the callback, deadlines and cancellation: the sanitizers
/// look on. Nothing here says which of them wins, only that exactly one does, and that nothing is left.
struct CompletionRaceTests {
    /// So many calls are finished by threads of the module's own. The sanitizers ask for more.
    private static let completions = Int(ProcessInfo.processInfo.environment["GATEHOUSE_COMPLETIONS"] ?? "") ?? 40_000
    private static let callers = 4

    /// A way in which an instance answers.
    private struct Way {
        var module = "tardy_prompt"
        let how: String
        var milliseconds: Int64 = 0

        var isPrompt: Bool { module == "tardy_prompt" }
        /// Does a thread of the module finish each call of it?
        var isForeign: Bool { isPrompt && how == "thread" }
    }

    /// What is not prompt is deferred on a worker, or not at all where its deadline comes first.
    private static let ways = [
        Way(how: "thread"), Way(how: "before"), Way(how: "thread", milliseconds: 1), Way(how: "cancel"),
        Way(module: "tardy", how: "thread"), Way(module: "tardy_concurrent", how: "before"),
    ]
    /// Which of them calls take, one after another.
    private static let turns = [0, 2, 0, 4, 0, 2, 1, 0, 2, 3, 0, 5]

    private static func way(_ number: Int) -> Int { turns[(number + number / turns.count) % turns.count] }

    /// How many calls it takes, so that there are as many completions.
    private static let count: Int = {
        let foreign = turns.count { ways[$0].isForeign }
        return (completions + foreign - 1) / foreign * turns.count
    }()

    /// How calls end.
    private struct Tally: Sendable {
        var answered = 0
        var late = 0
        var cancelled = 0
        var other: [String] = []

        mutating func note(_ result: CallResult) {
            switch (result.outcome, result.held) {
            case (.answered, .rule): answered += 1
            case (.failed, .unavailable): late += 1
            case (.cancelled, .cancellation): cancelled += 1
            default: other.append("\(result.outcome)")
            }
        }

        var all: Int { answered + late + cancelled }
    }

    private func modules() throws -> LoadedModules {
        let folder = "\(Repository.root)/build/test-modules"
        let requests = Self.ways.enumerated().map { place, way in
            let config: JSONValue = ["how": .string(way.how), "ms": .integer(way.milliseconds), "answer": true]
            return ModuleRequest(
                reference: way.module, name: "m\(place)", sha256: nil, config: config.text, origin: "race")
        }
        return try LoadedModules.load(
            requests, LoadOptions(modulePath: [folder], folder: "/", allowWritablePaths: true),
            layouts: Catalogue.layouts, logger: Logger(label: "race") { _ in SwiftLogNoOpLogHandler() })
    }

    private func chain(_ callback: Callback, _ modules: LoadedModules, _ instance: any ChainMember) throws -> Chain {
        let link = try #require(instance.link(callback.category, callback.name))
        return Chain(
            [link], Steps(callback.rule, callback.failure, callback.invalid, callback.unavailable),
            waitsFor: instance.isPrompt(for: callback.category) ? nil : instance.number, callSize: callback.callSize,
            deferring: Deferring(modules.instances) { ArgumentCopy.keep(callback, size: callback.callSize, $0) })
    }

    @Test func `of an answer, a deadline and a cancellation exactly one ends a call; tickets are finished`() throws {
        let modules = try modules()
        let callback = try #require(Catalogue.callback("spam_checker.user_may_join_room"))
        let chains = try modules.instances.map { try chain(callback, modules, $0) }
        let tally = Mutex(Tally())
        let room = DispatchSemaphore(value: 0)
        for _ in 0..<256 { room.signal() }
        DispatchQueue.concurrentPerform(iterations: Self.callers) { caller in
            for number in stride(from: caller, to: Self.count, by: Self.callers) {
                room.wait()
                call(callback, chains[Self.way(number)], modules, number) { end in
                    tally.withLock { $0.note(end.result(of: callback)) }
                    room.signal()
                }
            }
        }
        for _ in 0..<256 { room.wait() }
        let ended = tally.withLock { $0 }
        let counted = { event in modules.instances.reduce(0) { $0 + $1.place.counters[event] } }
        while modules.instances.contains(where: { $0.place.openTickets > 0 }) { usleep(1000) }
        modules.destroy()
        #expect(ended.all == Self.count)
        #expect(ended.other == [])
        // A call that was cancelled may meet its deadline before its module is done.
        #expect(ended.late...ended.late + ended.cancelled ~= counted(.deadline))
        #expect(counted(.tooLate) <= counted(.deadline))
        #expect(counted(.finishedTwice) == 0)
        #expect(min(ended.answered, ended.late, ended.cancelled) > 0, "\(ended)")
    }

    /// Some calls have a deadline of about when the answer comes, some are cancelled at about that time, some are both.
    private func call(
        _ callback: Callback, _ chain: Chain, _ modules: LoadedModules, _ number: Int, _ ending: @escaping Flight.Ending
    ) {
        let (begun, kept) = CallArguments.lend(size: chain.callSize, known: callback.callSize) { arguments in
            arguments.text("@user\(number):x.org")
            arguments.text("!room:x.org")
            arguments.flag(false)
            let kept = ArgumentCopy.keep(callback, size: chain.callSize, arguments.pointer)
            let names = Self.ways.indices.map { "m\($0)" }
            let begun = ChainRun.begin(
                ReadyChain(callback, chain), names: names, &arguments, traced: false, callerWaits: true)
            return (begun, kept)
        }
        guard case .open(let run, let link, let late) = begun, (late != nil) == (chain.waitsFor == nil) else {
            Issue.record("it was not deferred: \(begun)")
            return
        }
        let onlyCancelled = Self.ways[Self.way(number)].how == "cancel"
        let isHurried = number % (onlyCancelled ? 2 : 3) == 0
        let deadline = ContinuousClock.now + (isHurried ? .milliseconds(number / 3 % 3) : .seconds(600))
        let flight = Flight(
            run, at: link, late?.arguments ?? kept, modules, Flight.Terms(deadline: deadline, budget: .seconds(600)))
        flight.start(late, ending)
        if (onlyCancelled && !isHurried) || number % 5 == 0 { DispatchQueue.global().async { flight.cancel() } }
    }
}
