/// What the loader wants to know of a shared library before the system's loader sees it.
///
/// The bytes may be anybody's: whatever they say, reading ends, and in a value or a fault.
public struct ELFHeader: Equatable, Sendable {
    /// The libraries that it names as needed.
    public let needed: [String]
    /// The folders where they are looked for first, `$ORIGIN` and all, as the file has them.
    public let runPath: [String]
    /// Whether loading it makes the stack of every thread executable. So does a file that says nothing about it.
    public let wantsExecutableStack: Bool

    init(_ bytes: [UInt8]) throws(ELFFault) {
        let reader = ByteReader(bytes: bytes)
        let segments = try ELFSegments(reader, of: ELFIdentity(reader))
        let entries = try Self.dynamicEntries(reader, segments)
        if entries.contains(where: { $0.tag == Tag.flags && $0.value & Tag.isProgram != 0 }) {
            throw .notShared("a program (a position-independent one)")
        }
        let texts = Texts(reader: reader, table: try Self.textTable(entries, segments))
        needed = try texts.all(Tag.needed, in: entries)
        let runPaths = try texts.all(Tag.runPath, in: entries)
        let older = try texts.all(Tag.olderRunPath, in: entries)
        // The older kind counts only where there is none of the newer.
        runPath = (runPaths.isEmpty ? older : runPaths).flatMap { $0.split(separator: ":").map(String.init) }
        wantsExecutableStack = segments.first(ELFSegments.stack).map { $0.flags & 1 != 0 } ?? true
    }
}

extension ELFHeader {
    private struct Entry {
        let tag: UInt64
        let value: UInt64
    }

    private enum Tag {
        static let needed: UInt64 = 1
        static let textTable: UInt64 = 5
        static let olderRunPath: UInt64 = 15
        static let runPath: UInt64 = 29
        static let flags: UInt64 = 0x6FFF_FFFB
        /// A bit of `flags`.
        static let isProgram: UInt64 = 0x0800_0000
    }

    private struct Texts {
        let reader: ByteReader
        let table: UInt64?

        func all(_ tag: UInt64, in entries: [Entry]) throws(ELFFault) -> [String] {
            var found: [String] = []
            for entry in entries where entry.tag == tag {
                guard let table else { throw .truncated("the names that it refers to") }
                let (place, overflow) = table.addingReportingOverflow(entry.value)
                if overflow { throw .truncated("the names that it refers to") }
                found.append(try reader.text(at: place, "the names that it refers to"))
            }
            return found
        }
    }

    /// Up to the one that ends them. Real libraries have some dozens; thousands are there to keep the reader busy.
    private static func dynamicEntries(
        _ reader: ByteReader, _ segments: ELFSegments
    ) throws(ELFFault) -> [Entry] {
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
        return entries
    }

    /// Where in the file the texts start. The file gives the address in memory.
    private static func textTable(
        _ entries: [Entry], _ segments: ELFSegments
    ) throws(ELFFault) -> UInt64? {
        guard let entry = entries.first(where: { $0.tag == Tag.textTable }) else { return nil }
        guard let offset = segments.offset(of: entry.value) else { throw .truncated("the names that it refers to") }
        return offset
    }
}
