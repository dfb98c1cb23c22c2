import Synchronization

/// Cookies that modules have given with their answers, until each goes back to its module: once, used or unused.
final class Cookies: Sendable {
    struct Held {
        /// The number of the instance that gave it.
        let module: Int
        /// What the instance gave.
        let value: UInt64
        /// The callbacks that take it back, by their numbers.
        let used: Int
        let unused: Int
    }

    private struct Jar {
        var last: UInt64 = 0
        var held: [UInt64: Held] = [:]
    }

    private let jar = Mutex(Jar())

    /// - Returns: the host's number for it, never given twice. Modules may give the same one often.
    func keep(_ cookie: Held) -> UInt64 {
        jar.withLock { jar in
            jar.last += 1
            jar.held[jar.last] = cookie
            return jar.last
        }
    }

    /// Takes a cookie out; nil where it is not held any more, or does not go to this callback.
    func take(_ number: UInt64, for callback: Int) -> Held? {
        jar.withLock { jar in
            guard let held = jar.held[number], held.used == callback || held.unused == callback else { return nil }
            jar.held[number] = nil
            return held
        }
    }

    func take(_ number: UInt64) -> Held? { jar.withLock { $0.held.removeValue(forKey: number) } }

    /// Takes all of them, in the order in which they were given.
    func takeAll() -> [Held] {
        jar.withLock { jar in
            defer { jar.held = [:] }
            return jar.held.sorted { $0.key < $1.key }.map(\.value)
        }
    }
}
