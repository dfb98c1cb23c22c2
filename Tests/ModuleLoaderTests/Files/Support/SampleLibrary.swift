@testable import ModuleLoader

/// Writes the bytes of a small shared library, or of one that is wrong in one respect.
///
/// One segment holds the whole file and is loaded at an address that is not its offset, so that a reader which mixes
/// the two up finds nothing.
struct SampleLibrary {
    var machine = ELFMachine.host.number
    var type: UInt16 = 3
    var needed: [String] = []
    var runPath: String?
    var olderRunPath: String?
    var isProgram = false
    /// The flags of the header for the stack; nil leaves it out.
    var stackFlags: UInt32? = 6

    private static let address: UInt64 = 0x40_0000

    var bytes: [UInt8] {
        let headers: UInt64 = stackFlags == nil ? 2 : 3
        let dynamicStart = 64 + headers * 56
        let (entries, texts) = dynamic
        let textStart = dynamicStart + UInt64(entries.count + 2) * 16
        let size = textStart + UInt64(texts.count)
        var file = fileHeader(programHeaders: UInt16(headers))
        file += programHeader(type: 1, flags: 5, offset: 0, size: size)
        file += programHeader(type: 2, flags: 6, offset: dynamicStart, size: textStart - dynamicStart)
        if let stackFlags { file += programHeader(type: 0x6474_E551, flags: stackFlags, offset: 0, size: 0) }
        let table = (tag: UInt64(5), value: Self.address + textStart)
        for entry in entries + [table, (0, 0)] { file += Self.raw(entry.tag) + Self.raw(entry.value) }
        return file + texts
    }

    private var dynamic: (entries: [(tag: UInt64, value: UInt64)], texts: [UInt8]) {
        var entries: [(tag: UInt64, value: UInt64)] = []
        var texts: [UInt8] = [0]
        let named =
            needed.map { (1, $0) }
            + [(29, runPath), (15, olderRunPath)].compactMap { tag, text in text.map { (tag, $0) } }
        for (tag, text) in named {
            entries.append((UInt64(tag), UInt64(texts.count)))
            texts += Array(text.utf8) + [0]
        }
        if isProgram { entries.append((0x6FFF_FFFB, 0x0800_0000)) }
        return (entries, texts)
    }

    private func fileHeader(programHeaders: UInt16) -> [UInt8] {
        let identity: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + Array(repeating: 0, count: 9)
        let start = Self.raw(type) + Self.raw(machine) + Self.raw(UInt32(1)) + Self.raw(UInt64(0))
        let tables = Self.raw(UInt64(64)) + Self.raw(UInt64(0)) + Self.raw(UInt32(0)) + Self.raw(UInt16(64))
        return identity + start + tables + Self.raw(UInt16(56)) + Self.raw(programHeaders)
            + Array(repeating: 0, count: 6)
    }

    private func programHeader(type: UInt32, flags: UInt32, offset: UInt64, size: UInt64) -> [UInt8] {
        let place = Self.raw(offset) + Self.raw(Self.address + offset) + Self.raw(Self.address + offset)
        return Self.raw(type) + Self.raw(flags) + place + Self.raw(size) + Self.raw(size) + Self.raw(UInt64(8))
    }

    static func raw(_ number: some FixedWidthInteger) -> [UInt8] {
        stride(from: 0, to: number.bitWidth, by: 8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}

extension [UInt8] {
    /// The same with a number written over what stands at `offset`.
    func replacing(at offset: Int, with number: some FixedWidthInteger) -> [UInt8] {
        let raw = SampleLibrary.raw(number)
        return Array(prefix(offset)) + raw + Array(dropFirst(offset + raw.count))
    }
}

/// Libraries that are there on the machines that we build on; tests that read real files go through those that exist.
let realLibraries = [
    "/usr/lib/x86_64-linux-gnu/libz.so.1", "/usr/lib/aarch64-linux-gnu/libz.so.1",
    "/usr/lib/x86_64-linux-gnu/libc.so.6", "/usr/lib/aarch64-linux-gnu/libc.so.6",
].filter(exists)
