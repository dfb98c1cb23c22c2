/// The dynamic section: what a library tells the system's loader, which goes by nothing else. A file may be stripped of
/// its section headers and be loaded all the same.
struct ELFDynamic: Sendable {
    let segments: ELFSegments
    let entries: [Entry]

    struct Entry: Sendable {
        let tag: UInt64
        let value: UInt64
    }

    enum Tag {
        static let needed: UInt64 = 1
        static let hashTable: UInt64 = 4
        static let textTable: UInt64 = 5
        static let symbolTable: UInt64 = 6
        static let olderRunPath: UInt64 = 15
        static let runPath: UInt64 = 29
        static let gnuHashTable: UInt64 = 0x6FFF_FEF5
        static let flags: UInt64 = 0x6FFF_FFFB
    }

    /// Up to the entry that ends them. Real libraries have some dozens; thousands are there to keep the reader busy.
    init(_ reader: ByteReader) throws(ELFFault) {
        segments = try ELFSegments(reader, of: ELFIdentity(reader))
        guard let segment = segments.first(ELFSegments.dynamic), segment.fileSize >= 16 else {
            throw .notShared("an ELF file without anything to link against (one of debug information alone?)")
        }
        var entries: [Entry] = []
        for index in 0..<min(segment.fileSize / 16, 4096) {
            let place = segment.offset + index * 16
            let tag = try reader.integer(UInt64.self, at: place, "its dynamic section")
            let value = try reader.integer(UInt64.self, at: place + 8, "its dynamic section")
            if tag == 0 { break }
            entries.append(Entry(tag: tag, value: value))
        }
        self.entries = entries
    }

    /// Where in the file the table starts whose address in memory an entry gives; nil: there is no such entry.
    func table(_ tag: UInt64, _ what: String) throws(ELFFault) -> UInt64? {
        guard let entry = entries.first(where: { $0.tag == tag }) else { return nil }
        guard let offset = segments.offset(of: entry.value) else { throw .truncated(what) }
        return offset
    }
}
