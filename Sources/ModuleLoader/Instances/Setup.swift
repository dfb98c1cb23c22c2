import CGatehouse
import CModuleCall

/// What an instance takes part in, as its `configure` said.
package struct Participation: Sendable {
    /// `category.callback` of what the tables offer and this instance leaves out.
    package internal(set) var leftOut: Set<String> = []
    package fileprivate(set) var stateReads: [StateRead] = []
    package fileprivate(set) var logins: [LoginCheck] = []
    /// Functions for hook points, beside those of the module's record.
    package fileprivate(set) var offers: [HookOffer] = []

    /// All functions for hook points that are not left out.
    func kept(_ offersOfRecord: [HookOffer]) -> [HookOffer] {
        (offersOfRecord + offers).filter { !leftOut.contains($0.hook) }
    }
}

/// State that an instance reads: of a type, and of one key or any.
package struct StateRead: Hashable, Sendable {
    package let type: String
    package let stateKey: String?
}

/// Logins that an instance checks: of a type, with its fields.
package struct LoginCheck: Hashable, Codable, Sendable {
    package let type: String
    package let fields: [String]

    package init(type: String, fields: [String]) { (self.type, self.fields) = (type, fields) }
}

/// Asks a module what it thinks of a section of the configuration.
@safe final class Setup {
    private let module: RegisteredModule
    private var participation = Participation()
    private var badOffer: Handed.Refusal?

    private init(_ module: RegisteredModule) { self.module = module }

    static func run(
        _ module: RegisteredModule, instanceName: String, config: String, subject: String
    ) throws(Problems) -> Participation {
        guard unsafe module.record.pointee.configure != nil else { return Participation() }
        let setup = Setup(module)
        let reply = ConfigReply()
        let (outcome, threw) = setup.call(instanceName, config, reply)
        try setup.checkOffers(subject)
        try reply.check(outcome, threw: threw, entry: "configure", subject: subject)
        return setup.participation
    }

    private func checkOffers(_ subject: String) throws(Problems) {
        do throws(Handed.Refusal) {
            if let badOffer { throw badOffer }
            try HookOffer.checkNames(participation.kept(module.offers))
        } catch {
            throw Problems(list: [
                Problem(
                    "module.configure.offer", subject, error.reason, cure: "Mend what the module offers in `configure`."
                )
            ])
        }
    }

    // - Safety: the module gets records on this stack, whose `data` are objects that live until the call has returned.
    private func call(_ instanceName: String, _ config: String, _ reply: ConfigReply) -> (gh_outcome, Bool) {
        var threw = false
        var record = unsafe gh_setup(
            size: MemoryLayout<gh_setup>.size, functions: Self.table, data: Unmanaged.passUnretained(self).toOpaque(),
            instance_name: Immortal.str(instanceName), json: JSONFunctions.table)
        let outcome = unsafe reply.lend { raw in
            unsafe Borrowed.json(config) { json in unsafe cm_configure(module.record, json, &record, raw, &threw) }
        }
        return (outcome, threw)
    }

    // - Safety: written once, before any module is called, and only read after that. `data` is the Setup of the call.
    nonisolated(unsafe) private static let table: UnsafePointer<gh_setup_functions> = {
        let table = UnsafeMutablePointer<gh_setup_functions>.allocate(capacity: 1)
        unsafe table.initialize(
            to: gh_setup_functions(
                size: MemoryLayout<gh_setup_functions>.size,
                leave_out: { setup, callback in
                    unsafe with(setup) { setup in
                        setup.participation.leftOut.insert(try unsafe Handed.required(callback, "the callback"))
                        return true
                    }
                },
                read_state: { setup, type, key in
                    unsafe with(setup) { setup in
                        let read = try unsafe StateRead(
                            type: Handed.required(type, "the type"), stateKey: Handed.text(key, "the state key"))
                        setup.participation.stateReads.append(read)
                        return true
                    }
                },
                check_logins: { setup, type, fields, count in
                    unsafe with(setup) { setup in
                        guard 0...256 ~= count, unsafe fields != nil || count == 0 else { return false }
                        let type = try unsafe Handed.required(type, "the login type")
                        if setup.participation.logins.contains(where: { $0.type == type }) { return false }
                        let names = try (0..<count).compactMap { place in
                            try unsafe fields.map { try unsafe Handed.required($0[place], "a field") }
                        }
                        setup.participation.logins.append(LoginCheck(type: type, fields: names))
                        return true
                    }
                },
                offer: { setup, offer in unsafe with(setup) { setup in unsafe setup.take(offer) } }))
        return unsafe UnsafePointer(table)
    }()

    private func take(_ offer: UnsafePointer<gh_offer>?) -> Bool {
        do throws(Handed.Refusal) {
            guard let offer = unsafe offer else { throw Handed.Refusal(reason: "it offers nothing") }
            participation.offers.append(try unsafe HookOffer(handed: offer))
            return true
        } catch {
            badOffer = error
            return false
        }
    }

    private static func with(_ setup: UnsafeMutablePointer<gh_setup>?, _ body: (Setup) throws -> Bool) -> gh_outcome {
        guard let data = unsafe setup?.pointee.data else { return Outcome.failed }
        let done = try? unsafe body(Unmanaged<Setup>.fromOpaque(data).takeUnretainedValue())
        return done == true ? Outcome.next : Outcome.failed
    }
}

/// Lends text to a module for the length of a call.
enum Borrowed {
    static func json<Result>(_ text: String, _ body: (gh_json) -> Result) -> Result {
        var text = text
        // - Safety: `body` does not let the pointer out of the call.
        return text.withUTF8 { bytes in
            let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            return unsafe body(gh_json(text: gh_str(ptr: start, len: bytes.count)))
        }
    }
}
