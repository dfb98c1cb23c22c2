/// The ELF file header: whether the file is a shared object for this host at all, and where its tables are.
struct ELFIdentity: Sendable {
    /// Where the program headers start, and how many there are.
    let programHeaders: UInt64
    let programHeaderCount: UInt16

    static let programHeaderSize: UInt16 = 56
    private static let size: UInt64 = 64

    init(_ reader: ByteReader, host: ELFMachine = .host) throws(ELFFault) {
        if !reader.bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) { throw .notELF(FileKind.name(of: reader.bytes)) }
        try Self.checkMachine(reader, host: host)
        _ = try reader.range(at: 0, count: Self.size, "its header")
        try Self.checkType(reader)
        try Self.checkSections(reader)
        programHeaders = try reader.integer(UInt64.self, at: 32, "its header")
        programHeaderCount = try reader.integer(UInt16.self, at: 56, "its header")
        let size = try reader.integer(UInt16.self, at: 54, "its header")
        if programHeaderCount > 0, size != Self.programHeaderSize { throw .truncated("its program headers") }
    }

    /// Before all else: in a header of another width or byte order nothing is where it is expected.
    private static func checkMachine(_ reader: ByteReader, host: ELFMachine) throws(ELFFault) {
        let width = try reader.integer(UInt8.self, at: 4, "its header")
        let isLittle = try reader.integer(UInt8.self, at: 5, "its header") == 1
        let number = try reader.integer(UInt16.self, at: 18, "its header")
        let found = ELFMachine(
            number: isLittle ? number : number.byteSwapped, bits: width == 2 ? 64 : 32, isLittleEndian: isLittle)
        if found != host { throw .architecture(found.name) }
    }

    private static func checkType(_ reader: ByteReader) throws(ELFFault) {
        switch try reader.integer(UInt16.self, at: 16, "its header") {
        case 3: return
        case 1: throw .notShared("an object file (.o)")
        case 2: throw .notShared("a program")
        case 4: throw .notShared("a core dump")
        case let type: throw .notShared("an ELF file of type \(type)")
        }
    }

    /// Nothing in them is needed, but linkers write them last: here it shows that a file was copied only in part.
    private static func checkSections(_ reader: ByteReader) throws(ELFFault) {
        let start = try reader.integer(UInt64.self, at: 40, "its header")
        let size = try reader.integer(UInt16.self, at: 58, "its header")
        let count = try reader.integer(UInt16.self, at: 60, "its header")
        if start != 0 { _ = try reader.range(at: start, count: UInt64(size) * UInt64(count), "its section headers") }
    }
}
