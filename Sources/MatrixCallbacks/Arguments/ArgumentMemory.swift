import CGatehouse

/// Memory that the arguments of one call stand in: a block on the caller's stack, and further blocks when that is full.
///
/// Valid as long as this value lives. One thread at a time.
@safe package struct ArgumentMemory: ~Copyable {
    private var free: UnsafeMutableRawPointer?
    private var left: Int
    private var blocks: UnsafeMutableRawPointer?
    /// How large the next block is: each is twice as large as the last, since who needs many needs more.
    private var nextSize: Int
    private var kept: Unmanaged<KeptObjects>?

    /// - Parameters:
    ///   - stack: borrowed as long as this value lives; 16-byte aligned; may be empty.
    ///   - first: how large the first block is beyond that.
    package init(_ stack: UnsafeMutableRawBufferPointer, first: Int = 4096) {
        unsafe free = stack.baseAddress
        left = stack.count
        nextSize = first
    }

    deinit {
        unsafe kept?.release()
        var block = unsafe blocks
        while let this = unsafe block {
            unsafe block = this.load(as: UnsafeMutableRawPointer?.self)
            unsafe this.deallocate()
        }
    }

    /// `count` bytes with nothing in them, aligned to 8.
    // - Safety: every byte is handed out once; blocks are freed with this value.
    @inline(__always) mutating func room(_ count: Int) -> UnsafeMutableRawPointer {
        let rounded = (count + 7) & ~7
        guard let room = unsafe free, rounded <= left else { return unsafe addBlock(rounded) }
        unsafe free = room + rounded
        left -= rounded
        return unsafe room
    }

    /// `count` zero bytes, aligned to 8.
    mutating func zeroed(_ count: Int) -> UnsafeMutableRawPointer {
        let room = unsafe room(count)
        unsafe room.initializeMemory(as: UInt8.self, repeating: 0, count: count)
        return unsafe room
    }

    /// Keeps an object that the arguments point to.
    mutating func keep(_ object: AnyObject) {
        let objects = unsafe kept ?? Unmanaged.passRetained(KeptObjects())
        unsafe objects.takeUnretainedValue().list.append(object)
        unsafe kept = objects
    }

    private static let largestBlock = 1 << 20

    private mutating func addBlock(_ needed: Int) -> UnsafeMutableRawPointer {
        let size = max(needed, nextSize)
        nextSize = min(nextSize * 2, Self.largestBlock)
        let block = UnsafeMutableRawPointer.allocate(byteCount: size + 16, alignment: 16)
        unsafe block.storeBytes(of: blocks, as: UnsafeMutableRawPointer?.self)
        unsafe blocks = block
        unsafe free = block + 16 + needed
        left = size - needed
        return unsafe block + 16
    }
}

private final class KeptObjects { var list: [AnyObject] = [] }

extension ArgumentMemory {
    /// A copy of these bytes; the text of nothing has a pointer too, because absent is not empty.
    @inline(__always) mutating func copy(_ bytes: UnsafeRawBufferPointer) -> gh_str {
        let copy = unsafe room(max(bytes.count, 1))
        if let start = bytes.baseAddress { unsafe copy.copyMemory(from: start, byteCount: bytes.count) }
        return unsafe gh_str(ptr: copy.assumingMemoryBound(to: CChar.self), len: bytes.count)
    }

    mutating func copy(_ text: String) -> gh_str {
        unsafe text.utf8.span.withUnsafeBytes { bytes in unsafe copy(bytes) }
    }
}

extension gh_str {
    /// Bytes that somebody else keeps alive.
    init(borrowing bytes: UnsafeRawBufferPointer) {
        let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        unsafe self.init(ptr: start, len: bytes.count)
    }
}
