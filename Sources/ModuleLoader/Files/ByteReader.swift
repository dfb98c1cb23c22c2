/// Reads little-endian numbers and texts out of bytes that somebody hostile may have written: every place is checked,
/// and what lies outside is `ELFFault.truncated`.
struct ByteReader: Sendable {
    let bytes: [UInt8]

    /// `what` is for the reader of the problem, "its program headers".
    func integer<Number: FixedWidthInteger>(
        _ type: Number.Type, at offset: UInt64, _ what: String
    ) throws(ELFFault) -> Number {
        let range = try range(at: offset, count: UInt64(MemoryLayout<Number>.size), what)
        return bytes[range].reversed().reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }

    /// Up to the first NUL. Longer than any path is as good as without an end.
    func text(at offset: UInt64, _ what: String) throws(ELFFault) -> String {
        let start = try range(at: offset, count: 0, what).lowerBound
        let window = bytes[start...].prefix(4096)
        guard let end = window.firstIndex(of: 0) else { throw .truncated(what) }
        return String(decoding: window[..<end], as: UTF8.self)
    }

    /// The place as indices of `bytes`.
    func range(at offset: UInt64, count: UInt64, _ what: String) throws(ELFFault) -> Range<Int> {
        let (end, overflow) = offset.addingReportingOverflow(count)
        guard !overflow, end <= UInt64(bytes.count) else { throw .truncated(what) }
        return Int(offset)..<Int(end)
    }
}
