import CGatehouse
import Testing

@testable import ModuleLoader

/// A module's record, of this contract, an older one or a newer one, and records that are wrong.
@Suite struct RecordCopyTests {
    private static let full = unsafe MemoryLayout<gh_module>.size

    @Test func `All texts are copied`() throws {
        let registered = unsafe Registered(changed: { record in
            unsafe record.version = Text("1.2.3").str
            unsafe record.vendor = Text("é").str
            unsafe record.licence = Text("").str
            unsafe record.description = Text("what it does").str
        })
        let module = try #require(registered.module)
        #expect(module.name == "sample")
        #expect(module.version == "1.2.3")
        #expect(module.vendor == "é")
        #expect(module.licence == "")
        #expect(module.summary == "what it does")
    }

    @Test func `What is absent is absent`() throws {
        let module = try #require(unsafe Registered(changed: { _ in }).module)
        #expect(module.version == nil && module.vendor == nil && module.licence == nil && module.summary == nil)
        #expect(module.requiredServices == [])
        #expect(module.flags == [])
        #expect(module.contract == (1, 0))
        #expect(!module.isNewer)
    }

    @Test(arguments: [0, 8, 32, 39, 41, full + 1, 65537, 65544, 1 << 40, -8, -1, .min])
    func `A size that no record has is refused before anything behind it is read`(_ size: Int) {
        var record = unsafe SampleRecord.module
        unsafe record.size = size
        // The version stands in the first bytes, which never change, and is looked at first.
        let registered = unsafe Registered(fenced(record))
        #expect(registered.codes == ["size"])
        #expect(registered.problems.first?.cause.contains(" \(UInt(bitPattern: size));") == true)
    }

    @Test func `The shortest record has a name and nothing else`() throws {
        var record = unsafe SampleRecord.module
        unsafe record.size = 40
        let registered = unsafe Registered(fenced(record, count: 40))
        let module = try #require(registered.module)
        #expect(module.name == "sample")
        #expect(module.version == nil)
        #expect(module.callbacks == [])
        #expect(registered.warnings == ["it implements no callback that this host knows"])
    }

    @Test(arguments: Array(stride(from: 48, to: full, by: 8)))
    func `A record of an older contract loads as far as it goes`(_ size: Int) throws {
        var record = unsafe SampleRecord.module
        unsafe record.size = size
        unsafe record.version = Text("7").str  // of its 16 bytes a record of 48 has the pointer alone
        let module = try #require(unsafe Registered(fenced(record, count: size)).module)
        let expected = TableLayout.all.filter { $0.pointerOffset + 8 <= size && $0.category != "presence_router" }
        #expect(Set(module.callbacks.map { String($0.prefix { $0 != "." }) }) == Set(expected.map(\.category)))
        #expect(module.version == (size >= 56 ? "7" : ""))
    }

    @Test func `A record of a newer contract loads, and what is new in it is not looked at`() throws {
        var record = unsafe SampleRecord.module
        unsafe (record.size, record.minor) = (Self.full + 64, 7)
        let registered = unsafe Registered(fenced(record, count: Self.full + 64))
        let module = try #require(registered.module)
        #expect(module.isNewer)
        #expect(module.contract == (1, 7))
        #expect(registered.warnings == [])
    }

    @Test(arguments: [(0, 9), (2, 0), (2, 3), (.max, .max)] as [(UInt64, UInt64)])
    func `Another major is refused, with both versions named and nothing more said`(_ major: UInt64, _ minor: UInt64) {
        let registered = unsafe Registered(changed: { record in
            unsafe (record.major, record.minor) = (major, minor)
            unsafe (record.size, record.flags, record.name) = (3, .max, gh_str())
        })
        #expect(registered.codes == ["version"])
        #expect(
            registered.problems.first?.cause
                == "it was built with contract \(major).\(minor) and this host speaks 1.0")
    }

    @Test(arguments: [.absent, ""] as [Text]) func `A module has a name`(_ name: Text) {
        #expect(unsafe Registered(changed: { record in unsafe record.name = name.str }).codes == ["name"])
    }

    @Test(arguments: [Text.notUTF8, .tooLong, .absurd]) func `Texts are UTF-8 of a length that can be`(_ bad: Text) {
        #expect(unsafe Registered(changed: { record in unsafe record.name = bad.str }).codes.first == "text")
        let registered = unsafe Registered(changed: { record in
            unsafe (record.version, record.vendor) = (bad.str, bad.str)
            unsafe (record.licence, record.description) = (bad.str, bad.str)
        })
        #expect(registered.codes == ["text", "text", "text", "text"])
        #expect(
            registered.problems.map { $0.cause.split(separator: " ")[1] } == [
                "version", "vendor", "licence", "description",
            ])
    }

    @Test(arguments: [1 << 32, 1 << 63, 0xFFFF_FFFF_0000_0000] as [UInt64])
    func `A demand that the host does not know is refused and named`(_ flag: UInt64) {
        let registered = unsafe Registered(changed: { record in unsafe record.flags = flag | 3 })
        #expect(registered.codes == ["demand"])
        #expect(registered.problems.first?.cause.contains("gh_module demand 0x\(String(flag, radix: 16)),") == true)
    }

    @Test(arguments: [4, 1 << 31, 0xFFFF_FFFC] as [UInt64]) func `A hint that the host does not know is ignored`(
        _ flag: UInt64
    ) throws {
        let registered = unsafe Registered(changed: { record in unsafe record.flags = flag })
        #expect(registered.problems == [])
        let module = try #require(registered.module)
        #expect(module.flags.isDisjoint(with: [.concurrent, .prompt]))
    }

    @Test func `Services are listed in their order`() throws {
        let names = unsafe ["gatehouse.http/1", "example.clock/2"].map { unsafe Text($0 + "\0").str.ptr } + [nil]
        let list = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: 3)
        for place in 0..<3 { unsafe (list + place).initialize(to: names[place]) }
        let module = try #require(
            unsafe Registered(changed: { record in unsafe record.requires_services = UnsafePointer(list) }).module)
        #expect(module.requiredServices == ["gatehouse.http/1", "example.clock/2"])
    }

    @Test func `A list of services that never ends is a problem`() {
        let name = unsafe Text("x\0").str.ptr
        let list = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: 256)
        unsafe list.initialize(repeating: name, count: 256)
        let registered = unsafe Registered(changed: { record in unsafe record.requires_services = UnsafePointer(list) })
        #expect(registered.codes == ["services"])
    }

    @Test func `Everything that is wrong comes out in one go`() {
        var spamChecker = SampleRecord.spamChecker
        spamChecker.flags = 1 << 40
        var thirdPartyRules = SampleRecord.thirdPartyRules
        thirdPartyRules.size = 17
        var presenceRouter = SampleRecord.presenceRouter
        unsafe presenceRouter.get_interested_users = nil
        let registered = unsafe Registered(changed: { record in
            unsafe (record.name, record.vendor, record.flags) = (gh_str(), Text.notUTF8.str, 1 << 33)
            unsafe record.spam_checker = fenced(spamChecker)
            unsafe record.third_party_rules = fenced(thirdPartyRules)
            unsafe record.presence_router = fenced(presenceRouter)
        })
        #expect(registered.codes == ["name", "text", "demand", "demand", "size", "incomplete"])
        #expect(registered.module == nil)
        #expect(registered.problems.allSatisfy { $0.subject == "modules.0" && $0.cure.hasSuffix(".") })
    }
}
