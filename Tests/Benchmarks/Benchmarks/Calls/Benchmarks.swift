import Benchmark
import Foundation
import Subjects

/// Where the copies of the module are; `Tests/Benchmarks/bench` says so.
let folder = ProcessInfo.processInfo.environment["BENCH_MODULES"] ?? "build/benchmarks/modules"

/// Every iteration of a benchmark is a round in which each peer does the same work once; the metrics are what they took, in
/// picoseconds a call. So what disturbs the machine disturbs all of them, and the medians can be compared.
let benchmarks: @Sendable () -> Void = {
    for modules in [1, 10, 100, 1000] {
        round("chain \(modules)", of: 200_000 / modules, ["loop", "apr_hooks", "gatehouse"]) {
            guard let engine = Engine(folder, modules: modules) else { throw Missing() }
            engine.hookUp()
            return [Peer("loop", engine.loop), Peer("apr_hooks", engine.hooks), Peer("gatehouse", engine.run)]
        }
    }
    for modules in [0, 1, 10, 100] {
        round("typed \(modules)", of: 100_000 / (modules + 10), typed) {
            guard let engine = Engine(folder, modules: modules) else { throw Missing() }
            let host = try LoadedHost.make(folder, modules: modules)
            let hook = try await HookCalls(folder, modules: modules)
            let (calls, denied) = (try TypedCalls(host), try TypedCalls(host, user: TypedCalls.listed))
            return [
                Peer("loop", engine.loop), Peer("gatehouse", calls.mayJoin), Peer("denial", denied.mayJoin),
                Peer("hook", { try hook.run($0) }),
                Peer("nobody", calls.nobody), Peer("by name", { try calls.byName($0, traced: false) }),
                Peer("trail", { try calls.byName($0, traced: true) }),
                Peer("check_event_for_spam", calls.checkEvent),
                Peer("check_event_allowed", calls.eventAllowed), Peer("on_new_event", calls.newEvent),
            ]
        }
    }
    for size in [600, 1000, 4000, 16000] {
        round("event \(size)", of: 2000, ["on demand", "gatehouse"]) {
            guard let text = EventText(size: size) else { throw Missing() }
            return [
                Peer("on demand", { text.readOnDemand($0) ? $0 : 0 }), Peer("gatehouse", { text.read($0) ? $0 : 0 }),
            ]
        }
    }
    for modules in [1, 10] {
        round("threads \(modules)", of: 1_000_000 / modules, ["one", "two", "loop, one", "loop, two"]) {
            guard let engine = Engine(folder, modules: modules) else { throw Missing() }
            let calls = try TypedCalls(LoadedHost.make(folder, modules: modules))
            return [
                Peer("one", calls.mayJoin), Peer("two", { times in try Threads.run(2, times / 2, calls.mayJoin) }),
                Peer("loop, one", engine.loop),
                Peer("loop, two", { times in try Threads.run(2, times / 2, engine.loop) }),
            ]
        }
    }
    round("late", of: 2560, late.map(String.init)) {
        let calls = try TypedCalls(LoadedHost.make(folder, modules: 1))
        return late.map { count in Peer("\(count)") { times in Late.run(calls, inFlight: count, times) } }
    }
}

/// How many calls wait for their answer at once.
private let late = [1, 16, 256]

private let typed = [
    "loop", "gatehouse", "denial", "hook", "nobody", "by name", "trail", "check_event_for_spam", "check_event_allowed",
    "on_new_event",
]

struct Missing: Error {}
