import Glibc

/// Copies a value to where readable memory ends: whoever reads further than `count` bytes stops the process.
///
/// Bytes that the value does not have are junk. `count` is a multiple of what the value has to be aligned to. The
/// memory is never freed.
func fenced<Value>(_ value: Value, count: Int = MemoryLayout<Value>.size) -> UnsafePointer<Value> {
    let block = unsafe fencedBlock(count)
    unsafe withUnsafeBytes(of: value) { bytes in
        for place in 0..<min(count, bytes.count) {
            unsafe block.storeBytes(of: bytes[place], toByteOffset: place, as: UInt8.self)
        }
    }
    return unsafe UnsafePointer(block.assumingMemoryBound(to: Value.self))
}

/// Junk, behind which nothing can be read.
func fencedBlock(_ count: Int) -> UnsafeMutableRawPointer {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let readable = (count + page - 1) / page * page
    guard
        let start = unsafe mmap(nil, readable + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
        unsafe mprotect(start + readable, page, PROT_NONE) == 0
    else { preconditionFailure("there is no memory left") }
    let block = unsafe start + (readable - count)
    unsafe block.initializeMemory(as: UInt8.self, repeating: 0xAA, count: count)
    return unsafe block
}
