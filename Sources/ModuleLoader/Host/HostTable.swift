import CGatehouse
import Glibc
import JSONText
import Logging

/// The table that an instance gets of its host. One an instance, so that its name and its rights are its own.
@safe final class HostTable: Sendable {
    let instanceName: String
    let logger: Logger
    private let services: GrantedServices
    let tickets: Tickets
    let counters: Counters
    // - Safety: filled in `init` and only read after that. It and this object are never freed: a thread of the module
    //   may keep the table longer than its instance lives.
    nonisolated(unsafe) let pointer: UnsafeMutablePointer<gh_host>

    /// - Parameter dataFolder: made, or nil where this host gives none.
    init(
        instanceName: String, logger: Logger, tickets: Tickets = Tickets(), counters: Counters? = nil,
        services: GrantedServices = GrantedServices(NoServices(), ServiceGrants([])), dataFolder: String? = nil
    ) {
        self.instanceName = instanceName
        self.logger = logger
        self.tickets = tickets
        self.counters = counters ?? Counters(logger)
        self.services = services
        unsafe pointer = .allocate(capacity: 1)
        unsafe pointer.initialize(to: gh_host())
        unsafe pointer.pointee.size = MemoryLayout<gh_host>.size
        unsafe pointer.pointee.data = Unmanaged.passRetained(self).toOpaque()
        unsafe pointer.pointee.info = HostInfo.record
        unsafe pointer.pointee.instance_name = Immortal.str(instanceName)
        unsafe pointer.pointee.data_folder = dataFolder.map(Immortal.str) ?? gh_str()
        unsafe pointer.pointee.json = JSONFunctions.table
        unsafe pointer.pointee.state = StateFunctions.table
        unsafe pointer.pointee.media = MediaFunctions.table
        unsafe pointer.pointee.late = LateFunctions.table
        unsafe pointer.pointee.log = HostFunctions.log
        unsafe pointer.pointee.now = HostFunctions.now
        unsafe pointer.pointee.service = HostFunctions.service
    }

    func service(_ name: String) -> ServiceTable? { services.table(name) }

    /// Whose table this is, by what a module hands over.
    // - Safety: `data` is the HostTable that made this table and is never freed.
    static func of(_ host: UnsafePointer<gh_host>?) -> HostTable? {
        guard let data = unsafe host?.pointee.data else { return nil }
        return unsafe Unmanaged<HostTable>.fromOpaque(data).takeUnretainedValue()
    }
}

/// Who this host is.
@safe package enum HostInfo {
    package static let version = "0.1.0"

    // - Safety: written once, before any module is called, and only read after that.
    nonisolated(unsafe) static let record: UnsafePointer<gh_host_info> = {
        let record = UnsafeMutablePointer<gh_host_info>.allocate(capacity: 1)
        unsafe record.initialize(
            to: gh_host_info(
                size: MemoryLayout<gh_host_info>.size, major: Contract.major, minor: Contract.minor,
                name: Immortal.str("gatehouse"), version: Immortal.str(version)))
        return unsafe UnsafePointer(record)
    }()
}

/// Text that modules may keep as long as the process lives.
@safe enum Immortal {
    static func str(_ text: String) -> gh_str {
        let bytes = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(text.utf8.count, 1))
        _ = unsafe bytes.initialize(from: text.utf8.map { CChar(bitPattern: $0) })
        return unsafe gh_str(ptr: bytes.baseAddress, len: text.utf8.count)
    }
}

private enum HostFunctions {
    static let log: @convention(c) (UnsafePointer<gh_host>?, gh_log_level, gh_str, gh_json) -> Void = {
        host, level, message, metadata in
        guard let table = unsafe HostTable.of(host) else { return }
        let text = (try? unsafe Handed.text(message, "the message")) ?? "a message that is no UTF-8"
        var more: Logger.Metadata = [:]
        let fields = try? unsafe Handed.object(metadata, "the metadata")
        if let fields, case .object(let object) = fields.value {
            // What the host says of the line, the instance's name above all, is not the module's to say.
            for (key, value) in object.members where table.logger[metadataKey: key] == nil {
                more[key] = .string(value.text)
            }
        }
        table.logger.log(level: Logger.Level(module: level), "\(text)", metadata: more)
    }

    static let now: @convention(c) (UnsafePointer<gh_host>?, gh_clock) -> Int64 = { _, clock in
        var time = timespec()
        _ = unsafe clock_gettime(clock == 1 ? CLOCK_REALTIME : CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    static let service: @convention(c) (UnsafePointer<gh_host>?, gh_str) -> UnsafeRawPointer? = { host, name in
        guard let name = try? unsafe Handed.text(name, "the name") else { return nil }
        return unsafe HostTable.of(host)?.service(name)?.pointer
    }
}

extension Logger.Level {
    fileprivate init(module level: gh_log_level) {
        let levels = Logger.Level.allCases
        self = levels[min(Int(level), levels.count - 1)]
    }
}

/// The contract that this host was built with.
package enum Contract {
    package static let major = UInt64(GH_MAJOR)
    package static let minor = UInt64(GH_MINOR)
    /// No argument struct exceeds this in major 1.
    package static let callLimit = 512
}
