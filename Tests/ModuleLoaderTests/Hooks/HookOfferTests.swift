import CGatehouse
import ForeignCalls
import Testing

@testable import ModuleLoader

/// What a record offers for hooks is copied and checked.
@Suite struct HookOfferTests {
    private static func offer(_ name: String?, _ signature: String?, size: Int = 56, required: UInt64 = 0) -> gh_offer {
        let name = unsafe name.map { unsafe Text($0).str } ?? gh_str()
        let signature = unsafe signature.map { unsafe Text($0).str } ?? gh_str()
        return unsafe gh_offer(size: size, name: name, signature: signature, function: {}, required: required)
    }

    /// A registration that hands over these.
    private func registered(_ offers: gh_offer...) -> Registered {
        let count = unsafe offers.count
        let pointers = UnsafeMutablePointer<UnsafePointer<gh_offer>?>.allocate(capacity: count + 1)
        for place in 0..<count { unsafe (pointers + place).initialize(to: fenced(offers[place])) }
        unsafe (pointers + count).initialize(to: nil)
        return unsafe Registered(changed: { record in unsafe record.offers = UnsafePointer(pointers) })
    }

    @Test func `All offers are copied`() throws {
        let module = try #require(
            unsafe registered(Self.offer("a.b", "bool(str user)"), Self.offer("a.c", "void()", required: 1)).module)
        #expect(module.offers.map(\.hook) == ["a.b", "a.c"])
        #expect(module.offers.map(\.offered.signature.description) == ["bool(str user)", "void()"])
        #expect(module.offers.map(\.offered.isRequired) == [false, true])
    }

    @Test func `A record that has none offers nothing`() throws {
        #expect(try #require(unsafe Registered(changed: { _ in }).module).offers.isEmpty)
    }

    @Test(
        arguments: [
            (nil, "void()", 56, "the name of a hook is absent"),
            ("a.b", nil, 56, "the signature for a.b is absent"),
            ("a.b", "void", 56, "the signature \"void\" for a.b, column 5: expected `(`, found the end"),
            ("a.b", "void()", 48, "the size of an offer is 48"),
            ("a.b", "void()", 57, "the size of an offer is 57"),
            ("a.b", "void()", 1 << 40, "the size of an offer is 1099511627776"),
        ] as [(String?, String?, Int, String)])
    func `An offer that makes no sense is refused`(name: String?, signature: String?, size: Int, cause: String) {
        let registered = unsafe registered(Self.offer(name, signature, size: size))
        #expect(registered.codes == ["offer"])
        #expect(registered.problems.map(\.cause) == [cause])
    }

    @Test func `A hook has one function of a module`() {
        let registered = unsafe registered(Self.offer("a.b", "void()"), Self.offer("a.b", "i8()"))
        #expect(registered.problems.map(\.code) == ["module.registration.offer"])
        #expect(registered.problems.map(\.cause) == ["it offers two functions for a.b"])
    }
}
