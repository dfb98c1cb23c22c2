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
    /// `Tests/Sanitizers/run thread` asks for a million.
    private static let count = Int(ProcessInfo.processInfo.environment["GATEHOUSE_COMPLETIONS"] ?? "") ?? 40_000
    private static let callers = 4

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
        // How each instance answers, and after how many milliseconds.
        let ways: [(String, Int64)] = [("thread", 0), ("before", 0), ("thread", 1), ("cancel", 0)]
        let requests = ways.enumerated().map { place, way in
            let config: JSONValue = ["how": .string(way.0), "ms": .integer(way.1), "answer": true]
            return ModuleRequest(
                reference: "tardy_prompt", name: "m\(place)", sha256: nil, config: config.text, origin: "race")
        }
        return try LoadedModules.load(
            requests, LoadOptions(modulePath: [folder], folder: "/", allowWritablePaths: true),
            layouts: Catalogue.layouts, logger: Logger(label: "race") { _ in SwiftLogNoOpLogHandler() })
    }

    private func chain(_ callback: Callback, _ modules: LoadedModules, _ instance: any ChainMember) throws -> Chain {
        let link = try #require(instance.link(callback.category, callback.name))
        return Chain(
            [link], Steps(callback.rule, callback.failure, callback.invalid, callback.unavailable), waitsFor: nil,
            callSize: callback.callSize,
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
                call(callback, chains[number % chains.count], modules, number) { end in
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
        let begun = CallArguments.lend(size: chain.callSize, known: callback.callSize) { arguments in
            arguments.text("@user\(number):x.org")
            arguments.text("!room:x.org")
            arguments.flag(false)
            return ChainRun.begin(
                ReadyChain(callback, chain), names: ["m0", "m1", "m2", "m3"], &arguments, traced: false,
                callerWaits: true)
        }
        guard case .open(let run, let link, let late?) = begun else {
            Issue.record("it was not deferred: \(begun)")
            return
        }
        let onlyCancelled = number % 4 == 3
        let isHurried = onlyCancelled ? number % 8 == 3 : number % 3 == 0
        let deadline = ContinuousClock.now + (isHurried ? .milliseconds(number % 3) : .seconds(600))
        let flight = Flight(
            run, at: link, late.arguments, modules, Flight.Terms(deadline: deadline, budget: .seconds(600)))
        flight.start(late, ending)
        if (onlyCancelled && !isHurried) || number % 5 == 0 { DispatchQueue.global().async { flight.cancel() } }
    }
}
