/// The program headers: which bytes of the file are loaded, and to where.
struct ELFSegments: Sendable {
    struct Segment: Equatable, Sendable {
        let type: UInt32
        let flags: UInt32
        let offset: UInt64
        let address: UInt64
        let fileSize: UInt64
    }

    let list: [Segment]

    init(_ reader: ByteReader, of identity: ELFIdentity) throws(ELFFault) {
        let size = UInt64(ELFIdentity.programHeaderSize)
        let count = UInt64(identity.programHeaderCount)
        let table = try reader.range(at: identity.programHeaders, count: count * size, "its program headers")
        var list: [Segment] = []
        for start in stride(from: UInt64(table.lowerBound), to: UInt64(table.upperBound), by: Int(size)) {
            list.append(try Self.segment(reader, at: start))
        }
        self.list = list
    }

    func first(_ type: UInt32) -> Segment? { list.first { $0.type == type } }

    /// Where in the file the byte is that is loaded at `address`; nil where none is.
    func offset(of address: UInt64) -> UInt64? {
        for segment in list where segment.type == Self.load && address >= segment.address {
            let distance = address - segment.address
            // No overflow: offset and size were checked to lie in the file.
            if distance < segment.fileSize { return segment.offset + distance }
        }
        return nil
    }

    static let load: UInt32 = 1
    static let dynamic: UInt32 = 2
    static let stack: UInt32 = 0x6474_E551

    private static func segment(_ reader: ByteReader, at start: UInt64) throws(ELFFault) -> Segment {
        let segment = Segment(
            type: try reader.integer(UInt32.self, at: start, "its program headers"),
            flags: try reader.integer(UInt32.self, at: start + 4, "its program headers"),
            offset: try reader.integer(UInt64.self, at: start + 8, "its program headers"),
            address: try reader.integer(UInt64.self, at: start + 16, "its program headers"),
            fileSize: try reader.integer(UInt64.self, at: start + 32, "its program headers"))
        if segment.type == load || segment.type == dynamic {
            _ = try reader.range(at: segment.offset, count: segment.fileSize, "its code and data")
        }
        return segment
    }
}
