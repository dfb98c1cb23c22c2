import CGatehouse

@testable import ModuleLoader

/// Text as it crosses the boundary: UTF-8 or not, absent, or of a length that lies.
@safe struct Text: ExpressibleByStringLiteral, @unchecked Sendable {
    // - Safety: the bytes are never freed.
    let str: gh_str

    var json: gh_json { unsafe gh_json(text: str) }

    init(stringLiteral text: String) { unsafe str = Immortal.str(text) }

    init(_ text: String) { self.init(stringLiteral: text) }

    init(bytes: [UInt8]) {
        let block = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(bytes.count, 1))
        _ = unsafe block.initialize(from: bytes.map { CChar(bitPattern: $0) })
        unsafe str = gh_str(ptr: block.baseAddress, len: bytes.count)
    }

    /// Behind the last byte nothing can be read.
    init(fencing bytes: [UInt8]) {
        let block = unsafe fencedBlock(bytes.count).assumingMemoryBound(to: CChar.self)
        for (place, byte) in bytes.enumerated() { unsafe block[place] = CChar(bitPattern: byte) }
        unsafe str = gh_str(ptr: block, len: bytes.count)
    }

    /// This often the letter `a`.
    init(length: Int) {
        let block = UnsafeMutablePointer<CChar>.allocate(capacity: max(length, 1))
        unsafe block.initialize(repeating: 97, count: max(length, 1))
        unsafe str = gh_str(ptr: block, len: length)
    }

    /// Bytes of one length that claim another.
    private init(claiming length: Int) {
        let block = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        unsafe block.initialize(to: 97)
        unsafe str = gh_str(ptr: block, len: length)
    }

    private init(_ str: gh_str) { unsafe self.str = str }

    static let absent = unsafe Text(gh_str())
    /// Absent, whatever its length says.
    static let absentWithLength = unsafe Text(gh_str(ptr: nil, len: 7))
    static let notUTF8 = Text(bytes: [0x61, 0xFF])
    /// As much as is taken, and one byte more.
    static let longest = Text(length: 16 << 20)
    static let tooLong = Text(length: (16 << 20) + 1)
    /// `SIZE_MAX`, and the first length beyond what is signed.
    static let absurd = Text(claiming: -1)
    static let absurdToo = Text(claiming: .min)
}
