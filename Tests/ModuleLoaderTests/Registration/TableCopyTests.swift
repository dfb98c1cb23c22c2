import CGatehouse
import Testing

@testable import ModuleLoader

/// The tables of callbacks that a record points to.
@Suite struct TableCopyTests {
    private func registered(_ change: (inout gh_spam_checker_callbacks) -> Void, count: Int? = nil) -> Registered {
        var table = SampleRecord.spamChecker
        change(&table)
        let full = MemoryLayout<gh_spam_checker_callbacks>.size
        return unsafe Registered(changed: { record in
            unsafe record.spam_checker = fenced(table, count: count ?? full)
            unsafe record.third_party_rules = nil
        })
    }

    @Test func `The layouts of these tests cover the tables of the contract`() {
        let sizes = TableLayout.all.map { 16 + 8 * $0.slots.count }
        #expect(sizes == TableLayout.all.map(\.size))
        #expect(TableLayout.all.allSatisfy { $0.pointerOffset > 0 })
    }

    @Test func `Callbacks that are there are found by name, and others are not`() throws {
        let registered = registered { table in unsafe table.check_login_for_spam = { _, _, _ in 77 } }
        let module = try #require(registered.module)
        #expect(module.callbacks == ["spam_checker.user_may_create_room", "spam_checker.check_login_for_spam"])
        let login = unsafe module.function("spam_checker", "check_login_for_spam")
        let room = unsafe module.function("spam_checker", "user_may_create_room")
        #expect(login?(nil, nil, nil) == 77)
        #expect(room?(nil, nil, nil) == 1)
        #expect(unsafe module.function("spam_checker", "user_may_invite") == nil)
        #expect(unsafe module.function("third_party_rules", "user_may_create_room") == nil)
    }

    @Test(arguments: [0, 8, 15, 17, 129, 65537, 1 << 40, -1, .min])
    func `A size that no table has is refused`(_ size: Int) {
        let registered = registered { table in table.size = size }
        #expect(registered.codes == ["size"])
        #expect(
            registered.problems.first?.cause.contains("gh_spam_checker_callbacks is \(UInt(bitPattern: size));") == true
        )
    }

    @Test func `A table of an older contract loads as far as it goes`() throws {
        let (short, shorter) = (16 + 8 * 7, 16 + 8 * 6)
        let found = registered({ table in table.size = short }, count: short)
        #expect(found.module?.callbacks == ["spam_checker.user_may_create_room"])
        let lost = registered({ table in table.size = shorter }, count: shorter)
        #expect(lost.module?.callbacks == [])
        #expect(lost.warnings.count == 1)
        #expect(registered({ table in table.size = 16 }, count: 16).warnings.count == 1)
    }

    @Test func `A table of a newer contract loads, and what is new in it is not looked at`() {
        let size = MemoryLayout<gh_spam_checker_callbacks>.size + 80
        let registered = registered({ table in table.size = size }, count: size)
        #expect(registered.module?.callbacks == ["spam_checker.user_may_create_room"])
    }

    @Test func `A module without any callback loads with a warning`() {
        let empty = registered { table in unsafe table.user_may_create_room = nil }
        #expect(empty.problems == [])
        #expect(empty.warnings == ["it implements no callback that this host knows"])
        let none = unsafe Registered(changed: { record in
            unsafe (record.spam_checker, record.third_party_rules) = (nil, nil)
        })
        #expect(none.module?.callbacks == [])
        #expect(none.warnings.count == 1)
    }

    @Test func `Flags of a table add to those of the module, for its category alone`() throws {
        var table = SampleRecord.spamChecker
        table.flags = 2 | 1 << 20
        let module = try #require(
            unsafe Registered(changed: { record in
                unsafe (record.flags, record.spam_checker) = (1, fenced(table))
            }).module)
        #expect(module.flags == .concurrent)
        #expect(module.flags(for: "spam_checker").isSuperset(of: [.concurrent, .prompt]))
        #expect(module.flags(for: "third_party_rules") == .concurrent)
        #expect(module.flags(for: "presence_router") == .concurrent)
    }

    @Test(
        arguments: [(3, 3, true), (2, 0, false), (0, 2, false), (2, 2, true), (1, 1, false)] as [(UInt64, UInt64, Bool)]
    )
    func `A module is prompt where all of its tables are`(_ one: UInt64, _ other: UInt64, _ isPrompt: Bool) throws {
        var spamChecker = SampleRecord.spamChecker
        spamChecker.flags = one
        var thirdPartyRules = SampleRecord.thirdPartyRules
        thirdPartyRules.flags = other
        let module = try #require(
            unsafe Registered(changed: { record in
                unsafe record.spam_checker = fenced(spamChecker)
                unsafe record.third_party_rules = fenced(thirdPartyRules)
            }).module)
        #expect(module.isPromptThroughout == isPrompt)
    }

    @Test func `A demand of a table that the host does not know is refused and named`() {
        let registered = registered { table in table.flags = 1 << 32 }
        #expect(registered.codes == ["demand"])
        #expect(registered.problems.first?.cause.contains("gh_spam_checker_callbacks demand 0x100000000,") == true)
    }

    @Test(arguments: ["get_users_for_states", "get_interested_users"])
    func `Both presence callbacks are there or none`(_ alone: String) {
        var table = SampleRecord.presenceRouter
        if alone == "get_users_for_states" {
            unsafe table.get_interested_users = nil
        } else {
            unsafe table.get_users_for_states = nil
        }
        let registered = unsafe Registered(changed: { record in unsafe record.presence_router = fenced(table) })
        #expect(registered.codes == ["incomplete"])
        #expect(registered.problems.first?.cause == "it implements \(alone) alone of presence_router")
        #expect(
            registered.problems.first?.cure == "Implement get_users_for_states and get_interested_users, or neither.")
    }

    @Test func `Both presence callbacks are taken, and none is no mistake`() {
        var table = SampleRecord.presenceRouter
        let both = unsafe Registered(changed: { record in unsafe record.presence_router = fenced(table) })
        #expect(both.module?.callbacks.filter { $0.hasPrefix("presence_router.") }.count == 2)
        unsafe (table.get_users_for_states, table.get_interested_users) = (nil, nil)
        let none = unsafe Registered(changed: { record in unsafe record.presence_router = fenced(table) })
        #expect(none.problems == [])
        #expect(none.module?.callbacks.count == 2)
    }

    @Test(arguments: 1...7) func `A table may stand at an odd address`(_ shift: Int) {
        let size = MemoryLayout<gh_spam_checker_callbacks>.size
        let block = unsafe UnsafeMutableRawPointer(mutating: fenced(SampleRecord.spamChecker, count: size + 8))
        unsafe (block + shift).copyMemory(from: block, byteCount: size)
        let registered = unsafe Registered(changed: { record in
            unsafe record.spam_checker = UnsafePointer(
                (block + shift).assumingMemoryBound(to: gh_spam_checker_callbacks.self))
        })
        #expect(registered.module?.callbacks.contains("spam_checker.user_may_create_room") == true)
    }

    @Test func `A host that does not know a category does not look at its table`() {
        var table = SampleRecord.thirdPartyRules
        table.size = 3
        var record = unsafe SampleRecord.module
        unsafe record.third_party_rules = fenced(table)
        let handed = unsafe fenced(record)
        let registered = Handshake.$body.withValue(Handshake.Body(run: { unsafe $0.handOver(handed) })) {
            unsafe Registered(Handshake.function, layouts: [.spamChecker])
        }
        #expect(registered.problems == [])
        #expect(registered.module?.callbacks == ["spam_checker.user_may_create_room"])
    }

    @Test func `What a module changes after it handed over changes nothing`() throws {
        let table = UnsafeMutablePointer<gh_spam_checker_callbacks>.allocate(capacity: 1)
        unsafe table.initialize(to: SampleRecord.spamChecker)
        let module = try #require(
            unsafe Registered(changed: { record in unsafe record.spam_checker = UnsafePointer(table) }).module)
        unsafe table.initialize(to: gh_spam_checker_callbacks())
        #expect(module.callbacks.contains("spam_checker.user_may_create_room"))
        #expect(unsafe module.function("spam_checker", "user_may_create_room") != nil)
        unsafe table.deallocate()
    }
}
