/// The chains of a host, by the number of the callback. Never freed, so that a call may hold it without counting.
@usableFromInline @safe package struct ChainTable: @unchecked Sendable {
    @usableFromInline let chains: UnsafePointer<ReadyChain>
    @usableFromInline package let count: Int

    package init(_ list: [ReadyChain]) {
        let block = UnsafeMutablePointer<ReadyChain>.allocate(capacity: max(list.count, 1))
        for (place, chain) in list.enumerated() { unsafe (block + place).initialize(to: chain) }
        unsafe chains = UnsafePointer(block)
        count = list.count
    }

    // - Safety: the block holds `count` chains for good; an index beyond them stops the process, as in an array.
    @inlinable package subscript(index: Int) -> ReadyChain {
        precondition(index >= 0 && index < count, "no chain has this number")
        return unsafe chains[index]
    }
}
