/// A piece of a C header.
struct CToken: Equatable {
    enum Kind { case word, mark, comment }

    let kind: Kind
    let text: String
    let line: Int
}

extension CToken {
    /// The pieces of a text in their order. Directives of the preprocessor are left out.
    static func tokens(of text: String) -> [CToken] {
        var scanner = CScanner(text)
        return scanner.all()
    }
}

private struct CScanner {
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func all() -> [CToken] {
        var tokens: [CToken] = []
        while place < bytes.count {
            if let token = next() { tokens.append(token) }
        }
        return tokens
    }

    private mutating func next() -> CToken? {
        let start = place
        switch bytes[place] {
        case UInt8(ascii: "#"): skipDirective()
        case UInt8(ascii: "/") where follows("/*"): return comment()
        case UInt8(ascii: "\""): skipString()
        case let byte where Self.isOfWord(byte):
            while place < bytes.count, Self.isOfWord(bytes[place]) { place += 1 }
            return CToken(kind: .word, text: slice(from: start), line: line)
        case let byte:
            step()
            if !Self.isSpace(byte) { return CToken(kind: .mark, text: slice(from: start), line: line) }
        }
        return nil
    }

    private mutating func comment() -> CToken {
        let (start, first) = (place + 2, line)
        while place < bytes.count, !follows("*/") { step() }
        let words = slice(from: start).split { $0.isWhitespace }.joined(separator: " ")
        place += 2
        return CToken(kind: .comment, text: words, line: first)
    }

    private mutating func skipDirective() {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
            if bytes[place] == UInt8(ascii: "\\") { step() }
            step()
        }
    }

    private mutating func skipString() {
        step()
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { step() }
        step()
    }

    private mutating func step() {
        if place < bytes.count, bytes[place] == UInt8(ascii: "\n") { line += 1 }
        place += 1
    }

    private func follows(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    private func slice(from start: Int) -> String { String(decoding: bytes[start..<place], as: UTF8.self) }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
