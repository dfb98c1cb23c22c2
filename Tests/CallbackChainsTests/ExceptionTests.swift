import CModuleCall
import Testing

@testable import CallbackChains

/// C++ exceptions end where they leave a module.
@Suite struct ExceptionTests {
    private func thrower(_ symbol: String) throws -> cm_function {
        try unsafe TestModule.function(symbol, of: "throwing", as: cm_function.self)
    }

    /// Runs a thrower between two that have nothing against it. What it throws as an error is this text.
    private func run(_ symbol: String, _ text: String, _ steps: Steps) throws -> (Stage, [Int], ChainEnd, String) {
        let stage = Stage([.next, .next, .next])
        var links = stage.links
        links[1] = unsafe Link(function: try thrower(symbol), instance: nil, module: 2)
        let chain = Chain(links, steps, waitsFor: nil, callSize: 8)
        var reply = unsafe cm_reply()
        var trail: Trail?
        var threw: [Int] = []
        let end = unsafe text.withCString { call in
            unsafe chain.dispatch(call, &reply, trail: &trail) { stop in
                if stop.threw && stop.outcome == 3 { threw.append(stop.link) }
                return .failed
            }
        }
        return (stage, threw, end, unsafe String(cString: cm_exception_text()))
    }

    @Test func `An exception is a failure of the link that threw it, with its text`() throws {
        let (stage, threw, end, text) = try run("throw_error", "no such file", .strict)
        #expect(threw == [1])
        #expect(end.link == 1)
        #expect(end.settled == .failed)
        #expect(text == "no such file")
        #expect(stage.asked == [0])
        #expect(cm_current_module() == 0)
    }

    @Test func `After an exception the chain can go on`() throws {
        let (stage, threw, end, _) = try run("throw_error", "never mind", .lenient)
        #expect(threw == [1])
        #expect(stage.asked == [0, 2])
        #expect(stage.markers == [1, 3])
        #expect(end.link == 3)
        #expect(end.settled == .next)
    }

    @Test func `What is thrown need not be an exception of the standard library`() throws {
        let (_, threw, end, text) = try run("throw_number", "", .strict)
        #expect(threw == [1])
        #expect(end.link == 1)
        #expect(text == "a C++ exception that is no std::exception")
    }

    @Test func `A long text is cut`() throws {
        let (_, _, _, text) = try run("throw_error", String(repeating: "x", count: 5000), .strict)
        #expect(text == String(repeating: "x", count: 255))
    }

    @Test func `An exception in a run inside a link leaves the outer one its name`() throws {
        let function = try unsafe thrower("throw_number")
        var seen: [UInt] = []
        let outer = Stage()
        outer.add(.next) {
            let links = unsafe [Link(function: function, instance: nil, module: 77)]
            var trail: Trail?
            _ = outer.run(Chain(links, .strict, waitsFor: nil, callSize: 8), trail: &trail)
            seen.append(UInt(cm_current_module()))
        }
        _ = outer.run(.strict)
        #expect(seen == [1])
        #expect(cm_current_module() == 0)
    }

    @Test func `An exception gives back the lock of an instance that takes one call at a time`() throws {
        let lock = unsafe cm_lock_create()
        let function = try unsafe thrower("throw_number")
        var guarded = unsafe cm_guard(function: function, instance: nil, lock: lock)
        var reply = unsafe cm_reply()
        let stops = unsafe withUnsafeMutablePointer(to: &guarded) { guarded in
            let chain = Chain(
                unsafe [Link(function: cm_call_guarded, instance: guarded, module: 1)], .strict, waitsFor: nil,
                callSize: 8)
            return (0..<2).map { _ in unsafe chain.run(from: 0, to: 1, guarded, &reply) }
        }
        #expect(stops.map(\.threw) == [true, true])
    }
}
