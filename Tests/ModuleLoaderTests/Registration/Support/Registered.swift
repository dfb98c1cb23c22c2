import CGatehouse
import CModuleCall
import Testing

@testable import ModuleLoader

/// What became of a registration.
struct Registered {
    var module: RegisteredModule?
    var warnings: [String] = []
    var problems: [Problem] = []

    /// Of the problems, without what they have in common.
    var codes: [String] {
        problems.map { $0.code.hasPrefix("module.registration.") ? String($0.code.dropFirst(20)) : $0.code }
    }

    /// Runs a registration with all layouts.
    init(_ function: cm_register_function, layouts: [TableLayout] = TableLayout.all) {
        do throws(Problems) {
            let (module, warnings) = try unsafe Registration.run(function, subject: "modules.0", layouts: layouts)
            (self.module, self.warnings) = (module, warnings)
        } catch {
            problems = error.list
        }
    }

    /// Runs a registration that is this closure.
    init(_ body: @escaping (Handshake) -> gh_outcome) {
        self = Handshake.$body.withValue(Handshake.Body(run: body)) { unsafe Registered(Handshake.function) }
    }

    /// A registration that hands over this record.
    init(_ record: UnsafePointer<gh_module>) {
        self.init { unsafe $0.handOver(record) }
    }

    /// A registration that hands over the sample record, changed.
    init(changed change: (inout gh_module) -> Void) {
        var record = unsafe SampleRecord.module
        unsafe change(&record)
        unsafe self.init(fenced(record))
    }
}

/// What `gatehouse_module_register` gets.
@safe struct Handshake {
    let host: UnsafePointer<gh_host_info>
    let into: UnsafeMutablePointer<gh_registration>

    struct Body: @unchecked Sendable { let run: (Handshake) -> gh_outcome }

    /// What `function` does in this test.
    @TaskLocal static var body: Body?

    static let function: cm_register_function = { host, into in
        guard let host = unsafe host, let into = unsafe into, let body = Handshake.body else { return 0 }
        return body.run(unsafe Handshake(host: host, into: into))
    }

    func handOver(_ record: UnsafePointer<gh_module>?) -> gh_outcome {
        unsafe into.pointee.functions.pointee.hand_over(into, record)
    }

    func refuse(_ message: Text) -> gh_outcome {
        unsafe into.pointee.functions.pointee.refuse(into, message.str)
    }
}

/// A record with nothing wrong in it, and one callback in each of two categories.
enum SampleRecord {
    static var module: gh_module {
        var record = unsafe gh_module()
        unsafe record.size = MemoryLayout<gh_module>.size
        unsafe (record.major, record.minor) = (1, 0)
        unsafe record.name = Text("sample").str
        unsafe record.spam_checker = fenced(spamChecker)
        unsafe record.third_party_rules = fenced(thirdPartyRules)
        return unsafe record
    }

    static var spamChecker: gh_spam_checker_callbacks {
        var table = gh_spam_checker_callbacks()
        table.size = MemoryLayout<gh_spam_checker_callbacks>.size
        unsafe table.user_may_create_room = { _, _, _ in 1 }
        return table
    }

    static var thirdPartyRules: gh_third_party_rules_callbacks {
        var table = gh_third_party_rules_callbacks()
        table.size = MemoryLayout<gh_third_party_rules_callbacks>.size
        unsafe table.check_can_deactivate_user = { _, _, _ in 1 }
        return table
    }

    static var presenceRouter: gh_presence_router_callbacks {
        var table = gh_presence_router_callbacks()
        table.size = MemoryLayout<gh_presence_router_callbacks>.size
        unsafe table.get_users_for_states = { _, _, _ in 1 }
        unsafe table.get_interested_users = { _, _, _ in 1 }
        return table
    }
}
