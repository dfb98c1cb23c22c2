import Glibc

/// An open file, which is closed when its owner lets go of it.
struct Descriptor: ~Copyable, Sendable {
    let number: Int32

    /// An error of `close` leaves nothing to do: the number is free afterwards all the same.
    deinit { _ = close(number) }

    /// Takes the file's lock or throws at once; it is held until the last copy of the descriptor is closed.
    func lock() throws(SystemError) {
        _ = try SystemCalls.checked("flock") { flock(number, LOCK_EX | LOCK_NB) }
    }
}
