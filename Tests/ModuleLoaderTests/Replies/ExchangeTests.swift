import CGatehouse
import CModuleCall
import CallbackChains
import JSONText
import Testing

@testable import ModuleLoader

/// A chain whose links answer with the contract's functions.
@Suite struct ExchangeTests {
    private enum Deed {
        case addsUser, fails, addsEveryone, addsEveryoneAndSaysNext, next, saysAnswered, returnsCall

        // - Safety: the reply begins with a `gh_reply`; the instance of `addsUser` is a `gh_str`.
        var function: cm_function {
            switch self {
            case .addsUser:
                { instance, _, reply in
                    guard let instance = unsafe instance, let base = unsafe Self.base(reply) else { return 0 }
                    return unsafe base.pointee.functions.pointee.add_user(base, instance.load(as: gh_str.self))
                }
            case .fails:
                { _, _, reply in
                    guard let base = unsafe Self.base(reply) else { return 0 }
                    return unsafe base.pointee.functions.pointee.fail(base, 0, gh_str(), Text("broken").str, gh_json())
                }
            case .addsEveryone:
                { _, _, reply in
                    guard let base = unsafe Self.base(reply) else { return 0 }
                    return unsafe base.pointee.functions.pointee.add_everyone(base)
                }
            case .addsEveryoneAndSaysNext:
                { _, _, reply in
                    guard let base = unsafe Self.base(reply) else { return 0 }
                    _ = unsafe base.pointee.functions.pointee.add_everyone(base)
                    return 1
                }
            case .next: { _, _, _ in 1 }
            case .saysAnswered: { _, _, _ in 2 }
            case .returnsCall: { _, call, _ in unsafe call?.load(as: UInt32.self) ?? 0 }
            }
        }

        private static func base(_ reply: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<gh_reply>? {
            unsafe reply?.assumingMemoryBound(to: gh_reply.self)
        }
    }

    private func link(_ deed: Deed, user: String? = nil) -> Link {
        let instance = UnsafeMutablePointer<gh_str>.allocate(capacity: 1)
        unsafe instance.initialize(to: user.map { unsafe Text($0).str } ?? gh_str())
        return unsafe Link(function: deed.function, instance: instance, module: 1)
    }

    private func run(_ links: [Link], _ steps: Steps, call: UInt32 = 0) -> (taken: [String], end: String) {
        let chain = Chain(links, steps, waitsFor: nil, callSize: 8)
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
        unsafe memory.initialize(to: call)
        var taken: [String] = []
        var trail: Trail?
        let end = Exchange.run(chain, .users, unsafe CallPointer(memory), trail: &trail) { link, said in
            if let own = said.own { taken.append("\(link) \(own)") }
            return said.settled
        }
        unsafe memory.deallocate()
        return (taken, "\(end.link) \(end.settled)")
    }

    private let toAll = Steps(.unionOrAll, .skip, .skip)
    private let strict = Steps(.firstObjection, .propagate, .deny)

    @Test func `Each link's own answer is taken in order, and none is mixed with another's`() {
        let links = [
            link(.addsUser, user: "@a:x"), link(.next), link(.fails), link(.addsUser, user: "@b:x"),
            link(.addsEveryoneAndSaysNext), link(.saysAnswered), link(.next),
        ]
        let (taken, end) = run(links, toAll)
        let expected: [(Int, OwnOutcome)] = [
            (0, .answered(.users(["@a:x"]))), (2, .failed(.plain("broken"))), (3, .answered(.users(["@b:x"]))),
            (4, .invalid("it says next, and answered")), (5, .invalid("it says answered, and gave no answer")),
        ]
        #expect(taken == expected.map { "\($0) \($1)" })
        #expect(end == "7 next")
    }

    @Test func `Everyone ends the chain`() {
        let (taken, end) = run([link(.addsEveryone), link(.addsUser, user: "@a:x")], toAll)
        #expect(taken == ["0 \(OwnOutcome.answered(.everyone))"])
        #expect(end == "0 answeredForAll")
    }

    @Test func `The first that fails ends the chain, where that is the rule`() {
        let (taken, end) = run([link(.next), link(.fails), link(.addsEveryone)], strict)
        #expect(taken == ["1 \(OwnOutcome.failed(.plain("broken")))"])
        #expect(end == "1 failed")
    }

    @Test func `Where all say next nothing is taken`() {
        let (taken, end) = run([link(.next), link(.next)], strict)
        #expect(taken == [])
        #expect(end == "2 next")
    }

    @Test func `Links get the call that was handed in`() {
        #expect(
            run([link(.returnsCall)], strict, call: 0xBEEF).taken == [
                "0 \(OwnOutcome.invalid("48879 is no outcome"))"
            ])
        #expect(run([link(.returnsCall)], strict, call: 1).taken == [])
    }

    @Test func `An entry of the trail says what was made of the answer`() {
        let chain = Chain(
            [link(.addsEveryoneAndSaysNext), link(.next), link(.fails)], toAll, waitsFor: nil, callSize: 8)
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
        unsafe memory.initialize(to: 0)
        var trail: Trail? = Trail()
        _ = Exchange.run(chain, .users, unsafe CallPointer(memory), trail: &trail) { $1.settled }
        unsafe memory.deallocate()
        #expect(trail?.entries.map(\.settled) == [.invalid, .next, .failed])
    }
}
