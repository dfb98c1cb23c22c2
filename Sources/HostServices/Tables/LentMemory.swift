import CGatehouse

/// Text and records that a module reads for as long as this object lives.
@safe final class LentMemory: @unchecked Sendable {
    // - Safety: what is handed out points into these blocks, which stay in place until the end.
    private var blocks: [UnsafeMutableRawBufferPointer] = unsafe []

    deinit { while let block = unsafe blocks.popLast() { unsafe block.deallocate() } }

    func str(_ bytes: some Collection<UInt8>) -> gh_str {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        unsafe block.copyBytes(from: bytes)
        unsafe blocks.append(block)
        return unsafe gh_str(
            ptr: UnsafePointer(block.baseAddress?.assumingMemoryBound(to: CChar.self)), len: bytes.count)
    }

    func str(_ text: String) -> gh_str { unsafe str(text.utf8) }

    /// Absent where it is nil.
    func maybe(_ text: String?) -> gh_str { unsafe text.map { unsafe str($0) } ?? gh_str() }

    func record<Record>(_ record: Record) -> UnsafePointer<Record> { unsafe records([record]).unsafelyUnwrapped }

    /// Nil where there are none.
    func records<Record>(_ records: [Record]) -> UnsafePointer<Record>? {
        if records.isEmpty { return nil }
        let size = records.count * MemoryLayout<Record>.stride
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: MemoryLayout<Record>.alignment)
        let bound = unsafe block.bindMemory(to: Record.self)
        _ = unsafe bound.initialize(from: records)
        unsafe blocks.append(block)
        return unsafe UnsafePointer(bound.baseAddress)
    }

    func headers(_ headers: [(name: String, value: String)]) -> UnsafePointer<gh_http_header>? {
        unsafe records(headers.map { unsafe gh_http_header(name: str($0.name), value: str($0.value)) })
    }
}
