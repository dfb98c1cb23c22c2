import Glibc
import ModuleLoader

/// What systemd hands to a service, and wants to hear of it. Without systemd it does nothing.
struct Systemd: Sendable {
    let environment: [String: String]

    /// The sockets that it has bound for this process.
    var sockets: [ServedSocket] {
        guard environment["LISTEN_PID"].flatMap(pid_t.init) == getpid(),
            let count = environment["LISTEN_FDS"].flatMap(CInt.init), 1...64 ~= count
        else { return [] }
        return (3..<3 + count).map { descriptor in
            // Not for the children of this process.
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return .inherited(descriptor: descriptor)
        }
    }

    /// Says `READY=1` or `STOPPING=1` to whoever started the service, if that is wanted.
    func say(_ state: String) {
        guard let name = environment["NOTIFY_SOCKET"], name.hasPrefix("/") || name.hasPrefix("@") else { return }
        try? SystemCalls.send(state, to: name)
    }
}
