import CModuleCall
import Foundation
import Testing

@testable import CallbackChains

/// The number of the instance whose code a thread runs.
@Suite struct MarkerTests {
    @Test func `While a link runs its module is named, and before and after nobody is`() {
        let stage = Stage([.next, .failed, .next])
        #expect(cm_current_module() == 0)
        _ = stage.run(.lenient)
        #expect(stage.markers == [1, 2, 3])
        #expect(cm_current_module() == 0)
        _ = stage.run(.strict)
        #expect(stage.markers == [1, 2])
        #expect(cm_current_module() == 0)
    }

    @Test func `A run inside a link names its own modules, and the outer one again afterwards`() {
        var seen: [UInt] = []
        let inner = Stage()
        for _ in 0..<3 { inner.add(.next) { seen.append(UInt(cm_current_module())) } }
        let chain = Chain(
            inner.links.enumerated().map { place, link in Link(link, module: 70 + place) }, .strict,
            waitsFor: nil, callSize: 8)
        let outer = Stage()
        for _ in 0..<2 {
            outer.add(.next) {
                seen.append(UInt(cm_current_module()))
                var trail: Trail?
                _ = inner.run(chain, trail: &trail)
                seen.append(UInt(cm_current_module()))
            }
        }
        _ = outer.run(.strict)
        #expect(seen == [1, 70, 71, 72, 1, 2, 70, 71, 72, 2])
        #expect(cm_current_module() == 0)
    }

    @Test func `Other threads run nobody's code`() {
        let stage = Stage()
        let elsewhere = Elsewhere()
        stage.add(.next) { elsewhere.look() }
        _ = stage.run(.strict)
        #expect(stage.markers == [1])
        #expect(elsewhere.seen == 0)
    }
}

/// Reads the marker on another thread and waits for that.
private final class Elsewhere: @unchecked Sendable {
    private(set) var seen: UInt = 99

    func look() {
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            self.seen = UInt(cm_current_module())
            done.signal()
        }
        done.wait()
    }
}

extension Link {
    /// The same for another instance.
    fileprivate init(_ link: Link, module: Int) {
        unsafe self.init(function: link.raw.function, instance: link.raw.instance, module: module)
    }
}
