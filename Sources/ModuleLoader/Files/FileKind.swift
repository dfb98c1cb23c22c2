/// What a file that is no ELF file seems to be, for the one who reads the problem.
enum FileKind {
    /// "an empty file", "a text file that begins with ...", "a file whose first bytes are ...".
    static func name(of bytes: [UInt8]) -> String {
        if bytes.isEmpty { return "an empty file" }
        if let known = magics.first(where: { bytes.starts(with: $0.magic) }) { return known.name }
        let start = bytes.prefix(512)
        if start.allSatisfy(isText) { return "a text file that begins with \"\(firstWords(of: start))\"" }
        let digits = bytes.prefix(8).map { [$0].hexadecimal }
        return "a file whose first bytes are \(digits.joined(separator: " "))"
    }

    private static let magics: [(magic: [UInt8], name: String)] = [
        (Array("!<arch>\n".utf8), "a static library (.a)"),
        ([0xCF, 0xFA, 0xED, 0xFE], "a macOS binary"),
        (Array("MZ".utf8), "a Windows binary"),
        ([0x00, 0x61, 0x73, 0x6D], "a WebAssembly module"),
        ([0x1F, 0x8B], "a gzip archive"),
        (Array("PK\u{3}\u{4}".utf8), "a zip archive"),
    ]

    private static func isText(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// From the first line, and in ASCII: the words end up on somebody's terminal.
    private static func firstWords(of bytes: ArraySlice<UInt8>) -> String {
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(40)
        return String(decoding: line.map { $0 < 0x20 || $0 > 0x7E ? 0x3F : $0 }, as: UTF8.self)
    }
}
