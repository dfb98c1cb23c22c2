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
        let dynamic = try ELFDynamic(reader)
        if dynamic.entries.contains(where: { $0.tag == ELFDynamic.Tag.flags && $0.value & Self.isProgram != 0 }) {
            throw .notShared("a program (a position-independent one)")
        }
        let texts = Texts(reader: reader, table: try dynamic.table(ELFDynamic.Tag.textTable, Texts.what))
        needed = try texts.all(ELFDynamic.Tag.needed, in: dynamic)
        let runPaths = try texts.all(ELFDynamic.Tag.runPath, in: dynamic)
        let older = try texts.all(ELFDynamic.Tag.olderRunPath, in: dynamic)
        // The older kind counts only where there is none of the newer.
        runPath = (runPaths.isEmpty ? older : runPaths).flatMap { $0.split(separator: ":").map(String.init) }
        wantsExecutableStack = dynamic.segments.first(ELFSegments.stack).map { $0.flags & 1 != 0 } ?? true
    }

    /// A bit of the flags.
    private static let isProgram: UInt64 = 0x0800_0000
}

extension ELFHeader {
    private struct Texts {
        let reader: ByteReader
        let table: UInt64?

        static let what = "the names that it refers to"

        func all(_ tag: UInt64, in dynamic: ELFDynamic) throws(ELFFault) -> [String] {
            var found: [String] = []
            for entry in dynamic.entries where entry.tag == tag {
                guard let table else { throw .truncated(Self.what) }
                let (place, overflow) = table.addingReportingOverflow(entry.value)
                if overflow { throw .truncated(Self.what) }
                found.append(try reader.text(at: place, Self.what))
            }
            return found
        }
    }
}
