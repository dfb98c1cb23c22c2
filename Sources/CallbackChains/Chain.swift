import CModuleCall

/// The modules that a callback asks, in order, with what their outcomes do. A value: built once, never changed.
///
/// Its block of links is never freed, so that a call that still runs through an old chain after a reload is no danger.
@safe package struct Chain: @unchecked Sendable {
    private let links: UnsafePointer<cm_link>
    package let count: Int
    package let steps: Steps
    /// The first module that may make its caller wait; nil: the chain may run anywhere, an event loop included.
    package let waitsFor: Int?
    /// How many links, from the first one on, may run on the caller's thread. All of them, where nobody is waited for.
    package let inPlace: Int
    /// How many bytes of an argument struct the modules may read.
    package let callSize: Int
    /// What a module needs that defers a call of this chain; nil: none can.
    package let deferring: UnsafeRawPointer?

    /// - Parameter deferring: is kept for as long as the process lives, like the chain's block.
    package init(_ list: [Link], _ steps: Steps, waitsFor: Int?, callSize: Int, deferring: AnyObject? = nil) {
        let block = UnsafeMutablePointer<cm_link>.allocate(capacity: max(list.count, 1))
        for (place, link) in list.enumerated() { unsafe (block + place).initialize(to: link.raw) }
        unsafe links = UnsafePointer(block)
        count = list.count
        self.steps = steps
        self.waitsFor = waitsFor
        self.callSize = callSize
        unsafe self.deferring = deferring.map { unsafe UnsafeRawPointer(Unmanaged.passRetained($0).toOpaque()) }
        inPlace = waitsFor.flatMap { waited in list.firstIndex { $0.module == waited } } ?? list.count
    }

    package var isEmpty: Bool { count == 0 }

    /// The number of the instance at a place in the chain.
    package func module(at link: Int) -> Int { ModuleMark(word: unsafe links[link].module).module }

    /// Asks the links from `from` on and stops before `to`.
    // - Safety: `links` holds `count` links that the caller promised to keep callable; `call` and `reply` are what
    //   their functions take.
    @inline(__always)
    func run(from: Int, to: Int, _ call: UnsafeRawPointer, _ reply: UnsafeMutablePointer<cm_reply>) -> Stop {
        let stop = unsafe cm_run(links, from, to, call, reply)
        return Stop(link: stop.link, outcome: stop.outcome, threw: stop.threw != 0)
    }
}
