import Benchmark
import Foundation

/// Somebody who does the work so many times. What it gives says that it was done.
struct Peer {
    let name: String
    let work: (Int) throws -> Int

    init(_ name: String, _ work: @escaping (Int) throws -> Int) { (self.name, self.work) = (name, work) }
}

/// How many rounds each benchmark has.
private let rounds = ProcessInfo.processInfo.environment["BENCH_ROUNDS"].flatMap { Int($0) } ?? 31

/// Declares a benchmark of rounds.
///
/// - Parameters:
///   - times: how often each peer does the work in a round.
///   - names: those of the peers that `make` gives.
func round(_ name: String, of times: Int, _ names: [String], _ make: @escaping () async throws -> [Peer]) {
    nonisolated(unsafe) var peers: [Peer] = []
    let configuration = Benchmark.Configuration(
        metrics: [.throughput] + names.map { .custom("\(name): \($0)", useScalingFactor: false) },
        warmupIterations: 2, maxDuration: .seconds(60), maxIterations: rounds)
    Benchmark(name, configuration: configuration) { benchmark in
        for peer in peers { benchmark.measurement(.custom("\(name): \(peer.name)"), try picoseconds(peer, times)) }
    } setup: {
        peers = try await make()
    } teardown: {
        peers = []
    }
}

/// What one of so many took.
private func picoseconds(_ peer: Peer, _ times: Int) throws -> Int {
    let clock = ContinuousClock()
    let start = clock.now
    blackHole(try peer.work(times))
    let (seconds, attoseconds) = (clock.now - start).components
    return Int((Double(seconds) * 1e12 + Double(attoseconds) / 1e6) / Double(times))
}
