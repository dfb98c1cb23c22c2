/// The code of a Swift file: without comments, and without the text of strings. Lines stay where they are.
struct SwiftCode {
    private let bytes: [UInt8]
    private var place = 0
    private var code: [UInt8] = []

    /// The lines, from 1.
    static func lines(of text: String) -> [(number: Int, text: String)] {
        var reader = SwiftCode(bytes: Array(text.utf8))
        reader.read(to: nil)
        let lines = String(decoding: reader.code, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { ($0 + 1, String($1)) }
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func follows(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    private var isAtEnd: Bool { place >= bytes.count }

    /// Takes a byte; only what is code is kept, and line ends.
    private mutating func step(isCode: Bool) {
        guard !isAtEnd else { return }
        if isCode || bytes[place] == UInt8(ascii: "\n") { code.append(bytes[place]) }
        place += 1
    }

    /// Reads code to the bracket that closes it, or to the end of the file.
    private mutating func read(to end: UInt8?) {
        var depth = 0
        while !isAtEnd {
            switch bytes[place] {
            case UInt8(ascii: "/") where follows("//"): while !isAtEnd, !follows("\n") { step(isCode: false) }
            case UInt8(ascii: "/") where follows("/*"): blockComment()
            case UInt8(ascii: "\""): string()
            case UInt8(ascii: "#") where follows("#\""): string()
            case UInt8(ascii: ")") where depth == 0 && end == bytes[place]: return
            case let byte:
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                step(isCode: true)
            }
        }
    }

    private mutating func blockComment() {
        while !isAtEnd, !follows("*/") { step(isCode: false) }
        place += 2
    }

    private mutating func string() {
        let hash = follows("#") ? "#" : ""
        let quote = follows(hash + "\"\"\"") ? "\"\"\"" : "\""
        step(isCode: true)
        place += hash.utf8.count + quote.utf8.count - 1
        while !isAtEnd, !follows(quote + hash) {
            if follows("\\" + hash + "(") {
                place += hash.utf8.count + 2
                read(to: UInt8(ascii: ")"))
            } else if hash.isEmpty, follows("\\") {
                step(isCode: false)
            }
            step(isCode: false)
        }
        place += quote.utf8.count + hash.utf8.count
    }
}
