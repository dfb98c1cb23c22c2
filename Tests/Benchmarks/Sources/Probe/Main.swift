import Glibc
import Subjects

/// One piece of work, so many times, in a process of its own: for counters that are preloaded, for callgrind and perf, and
/// for what can be done once a process only. Prints nanoseconds and memory as JSON.
///
/// Usage: Probe WORK FOLDER MODULES TIMES [USERS]
@main
enum Main {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 5, let modules = Int(arguments[3]), let times = Int(arguments[4]) else {
            return print("usage: Probe WORK FOLDER MODULES TIMES [USERS]")
        }
        let users = arguments.count > 5 ? Int(arguments[5]) ?? 0 : 1000
        guard let work = try Works(folder: arguments[2], modules: modules, users: users)[arguments[1]] else {
            return print("there is no such work: \(arguments[1])")
        }
        let before = Memory.now
        let clock = ContinuousClock()
        let start = clock.now
        let sum = try work(times)
        let time = clock.now - start
        let after = Memory.now
        print(
            """
            {"nanoseconds":\(time.nanoseconds),"sum":\(sum),"private_kb":\(after.privateKB - before.privateKB),\
            "resident_kb":\(after.residentKB - before.residentKB)}
            """)
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
