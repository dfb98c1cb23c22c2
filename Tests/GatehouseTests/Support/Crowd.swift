import Foundation
import Synchronization

/// Threads that do the same at the same time.
final class Crowd<Value: Sendable>: Sendable {
    private let found = Mutex<[Int: Value]>([:])

    /// What each thread found, by its number.
    static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Value) async -> [Value] {
        let crowd = Crowd()
        return await withCheckedContinuation { continuation in
            for number in 0..<count {
                Thread {
                    let all = crowd.add(body(number), of: number)
                    if all.count == count {
                        continuation.resume(returning: all.sorted { $0.key < $1.key }.map(\.value))
                    }
                }.start()
            }
        }
    }

    private func add(_ value: Value, of number: Int) -> [Int: Value] {
        found.withLock { found in
            found[number] = value
            return found
        }
    }
}
