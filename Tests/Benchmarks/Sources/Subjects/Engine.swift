package import CPeers
import CallbackChains
import Gatehouse
import ModuleLoader

/// The chain engine alone, over the same functions and instances as the peers' loops.
package struct Engine: @unchecked Sendable {
    // - Safety: callbacks and call live as long as the process, and modules do not change them.
    package let callbacks: UnsafeMutablePointer<cp_callback>
    package let count: Int
    package let call: UnsafeMutableRawPointer
    private let chain: Chain

    package static let user = "@" + String(repeating: "a", count: 5) + ":example.org"
    package static let room = "!" + String(repeating: "r", count: 18) + ":example.org"

    /// - Parameter users: how many the list of each module has; 0: it has none.
    package init?(_ folder: String, modules: Int, users: Int = 1000) {
        count = modules
        callbacks = .allocate(capacity: max(modules, 1))
        guard cp_open(folder, modules, users, callbacks) == 0, let call = Self.makeCall() else { return nil }
        self.call = call
        let links = (0..<modules).map { [callbacks] place in
            Link(function: callbacks[place].ask, instance: callbacks[place].instance, module: place + 1)
        }
        let steps = Steps(.firstObjection, .propagate, .deny)
        chain = Chain(links, steps, waitsFor: nil, callSize: 512)
    }

    private static func makeCall() -> UnsafeMutableRawPointer? {
        let texts = [user, room].map { text in
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
            _ = copy.initialize(from: text.utf8)
            return UnsafeRawBufferPointer(copy)
        }
        let pointers = texts.map { $0.baseAddress?.assumingMemoryBound(to: CChar.self) }
        return cp_join_call(pointers[0], texts[0].count, pointers[1], texts[1].count)
    }

    /// Asks the chain so many times. How often somebody objected.
    package func run(_ times: Int) -> Int {
        var objections = 0
        var trail: Trail?
        for _ in 0..<times {
            let end = Exchange.run(chain, .verdict, CallPointer(call), trail: &trail) { $1.settled }
            if end.settled != .next { objections += 1 }
        }
        return objections
    }

    /// The same through the bare loop in C.
    package func loop(_ times: Int) -> Int { cp_loop(callbacks, count, call, times) }

    /// Makes the callbacks Apache's hooks; `hooks` asks those.
    package func hookUp() { cp_hook_up(callbacks, count) }

    package func hooks(_ times: Int) -> Int { cp_hooks(call, times) }
}
