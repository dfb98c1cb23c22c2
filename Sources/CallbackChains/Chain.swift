import CModuleCall
public import Synchronization

/// The modules that a callback asks, in order, with what their outcomes do. Built once, and never changed but for how much
/// of it runs on callers' threads.
///
/// It is never freed, so that a call that still runs through an old chain after a reload is no danger; and one word, so
/// that a call takes it along for nothing.
@usableFromInline @safe package struct Chain: @unchecked Sendable {
    @usableFromInline @safe struct Block: ~Copyable {
        let links: UnsafePointer<cm_link>
        @usableFromInline let count: Int
        let steps: Steps
        @usableFromInline let waitsFor: Int?
        @usableFromInline let inPlace: Atomic<Int>
        @usableFromInline let callSize: Int
        @usableFromInline let deferring: UnsafeRawPointer?
    }

    @usableFromInline let block: UnsafePointer<Block>

    /// - Parameter deferring: is kept for as long as the process lives, like the chain's block.
    package init(_ list: [Link], _ steps: Steps, waitsFor: Int?, callSize: Int, deferring: AnyObject? = nil) {
        let links = UnsafeMutablePointer<cm_link>.allocate(capacity: max(list.count, 1))
        for (place, link) in list.enumerated() { unsafe (links + place).initialize(to: link.raw) }
        let block = UnsafeMutablePointer<Block>.allocate(capacity: 1)
        unsafe block.initialize(
            to: Block(
                links: links, count: list.count, steps: steps, waitsFor: waitsFor, inPlace: Atomic(list.count),
                callSize: callSize,
                deferring: deferring.map { unsafe UnsafeRawPointer(Unmanaged.passRetained($0).toOpaque()) }))
        unsafe self.block = UnsafePointer(block)
        keepOffCallers([])
    }

    @inlinable package var count: Int { unsafe block.pointee.count }
    package var steps: Steps { unsafe block.pointee.steps }
    /// The first module that may make its caller wait; nil: the chain may run anywhere, an event loop included.
    @inlinable package var waitsFor: Int? { unsafe block.pointee.waitsFor }
    /// How many links, from the first one on, may run on the caller's thread. All of them, where nobody is waited for.
    @inlinable package var inPlace: Int { unsafe block.pointee.inPlace.load(ordering: .relaxed) }
    /// How many bytes of an argument struct the modules may read.
    @inlinable package var callSize: Int { unsafe block.pointee.callSize }
    /// What a module needs that defers a call of this chain; nil: none can.
    @inlinable package var deferring: UnsafeRawPointer? { unsafe block.pointee.deferring }

    @inlinable package var isEmpty: Bool { count == 0 }

    /// The number of the instance at a place in the chain.
    package func module(at link: Int) -> Int { ModuleMark(word: unsafe block.pointee.links[link].module).module }

    /// Lets these modules run on no caller's thread, and all others where they may. For calls that begin from now on.
    package func keepOffCallers(_ modules: Set<Int>) {
        let first = (0..<count).first { module(at: $0) == waitsFor || modules.contains(module(at: $0)) }
        unsafe block.pointee.inPlace.store(first ?? count, ordering: .relaxed)
    }

    /// Asks the links from `from` on and stops before `to`.
    // - Safety: `links` holds `count` links that the caller promised to keep callable; `call` and `reply` are what
    //   their functions take.
    @inline(__always)
    func run(from: Int, to: Int, _ call: UnsafeRawPointer, _ reply: UnsafeMutablePointer<cm_reply>) -> Stop {
        let stop = unsafe cm_run(block.pointee.links, from, to, call, reply)
        return Stop(link: stop.link, outcome: stop.outcome, threw: stop.threw != 0)
    }
}
