import CModuleCall
import Glibc

/// A process that looks at a module in this one's stead: whatever the module does, it does it there.
package enum ChildProcess {
    /// How a child ended, and what it left.
    package struct Result: Sendable {
        package enum End: Equatable, Sendable {
            case exited(Int32)
            /// The signal's name, `SIGSEGV`.
            case signalled(String)
            case timedOut
        }

        package let end: End
        /// What it wrote to descriptor 3.
        package let report: String
        /// The end of what it wrote to standard error.
        package let lastWords: String
    }

    /// Runs a program to its end, or until its time is up. Blocks the caller. What the program has started is ended
    /// with it, unless it runs with an environment of its own.
    ///
    /// - Parameter variables: what is different in its environment from that of this process.
    /// - Throws: where it cannot be started.
    // - Safety: the texts' copies and `child` outlive the call; `report` is freed once.
    package static func run(
        _ arguments: [String], variables: [String: String] = [:], input: String = "", timeout: Duration
    ) throws(ChildError) -> Result {
        var child = unsafe cm_child()
        let (arguments, variables) = (CTexts(arguments), CTexts(variables.map { "\($0)=\($1)" }))
        defer { withExtendedLifetime((arguments, variables)) {} }
        let (seconds, attoseconds) = timeout.components
        let failure = unsafe cm_child_run(
            arguments.pointers, variables.pointers, input, input.utf8.count,
            seconds * 1000 + attoseconds / 1_000_000_000_000_000, &child)
        guard failure == 0 else { throw ChildError(cause: unsafe String(cString: strerror(failure))) }
        defer { unsafe cm_child_free(&child) }
        return unsafe Result(
            end: end(child), report: text(child.report, child.report_length),
            lastWords: withUnsafePointer(to: &child.last_words) { words in
                unsafe text(UnsafeRawPointer(words).assumingMemoryBound(to: CChar.self), child.last_words_length)
            })
    }

    /// For a child, first of all: it is not to outlive the process that started it.
    ///
    /// - Returns: false where that process is gone already.
    package static func stay(with parent: Int32) -> Bool { cm_child_stay_with(parent) }

    /// Texts as C takes them: an array of pointers, ended by NULL.
    // - Safety: what `strdup` made is freed once, with this.
    @safe private final class CTexts {
        let pointers: [UnsafePointer<CChar>?]

        init(_ texts: [String]) { unsafe pointers = texts.map { unsafe UnsafePointer(strdup($0)) } + [nil] }

        deinit { unsafe pointers.forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) } }
    }

    private static func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
        unsafe String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
    }

    private static func end(_ child: cm_child) -> Result.End {
        if unsafe child.timed_out { return .timedOut }
        let status = unsafe child.status
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(name(signal))
    }

    private static func name(_ signal: Int32) -> String {
        unsafe cm_signal_name(signal).map { unsafe "SIG\(String(cString: $0))" } ?? "signal \(signal)"
    }
}

/// Why a child could not be started.
package struct ChildError: Error, Sendable, CustomStringConvertible {
    package let cause: String

    package var description: String { cause }
}
