import CGatehouse
import Synchronization

/// The process of the homeserver that calls, as modules see it.
@safe package struct CallingProcess: Equatable, @unchecked Sendable {
    // - Safety: a record is written once, before anybody gets it, and never freed: a module may look at it for longer
    //   than it should.
    let record: UnsafePointer<gh_process>?

    /// The caller does not say which one it is.
    package static var unknown: CallingProcess { unsafe CallingProcess(record: nil) }

    private init(record: UnsafePointer<gh_process>?) { unsafe self.record = record }

    package static func == (one: CallingProcess, other: CallingProcess) -> Bool { unsafe one.record == other.record }

    private static let known = Mutex<[String: CallingProcess]>([:])
    /// No homeserver has so many; a caller that makes up names shall not fill the memory.
    private static let limit = 1024

    /// The process of this name. `isMain` is what was said of it first.
    package static func named(_ name: String, isMain: Bool) -> CallingProcess {
        known.withLock { known in
            if let process = known[name] { return process }
            if known.count >= limit { return .unknown }
            let record = UnsafeMutablePointer<gh_process>.allocate(capacity: 1)
            unsafe record.initialize(
                to: gh_process(
                    size: MemoryLayout<gh_process>.size, name: Immortal.str(name), is_main: isMain ? 1 : 0))
            let process = unsafe CallingProcess(record: UnsafePointer(record))
            known[name] = process
            return process
        }
    }
}
