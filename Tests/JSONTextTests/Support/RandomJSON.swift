import JSONText

/// The same numbers for the same seed, on every machine (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Makes values, and writes them in more ways than `JSONWriter` does.
struct RandomJSON {
    var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(state: seed) }

    mutating func value(depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 7), using: &numbers) {
        case 0: .null
        case 1: .bool(Bool.random(using: &numbers))
        case 2: .integer(Int64(bitPattern: numbers.next()) >> Int64.random(in: 0..<63, using: &numbers))
        case 3: .number(double())
        case 4, 5: .string(string())
        case 6: .bigInteger(numbers.next() | 1 << 63)
        case 7: .array((0..<Int.random(in: 0..<5, using: &numbers)).map { _ in value(depth: depth - 1) })
        default: object(depth: depth)
        }
    }

    private mutating func object(depth: Int) -> JSONValue {
        var object = JSONObject()
        for _ in 0..<Int.random(in: 0..<5, using: &numbers) { object[string()] = value(depth: depth - 1) }
        return .object(object)
    }

    private mutating func double() -> Double {
        let double = Double(bitPattern: numbers.next())
        return double.isFinite ? double : 0.5
    }

    private static let scalars: [Unicode.Scalar] = [
        "\u{00}", "\u{01}", "\u{08}", "\t", "\n", "\u{0C}", "\r", "\u{1F}", " ", "\"", "\\", "/", "u", "d", "8", "0",
        "a", "\u{7F}", "é", "e", "\u{301}", "\u{2028}", "\u{FFFD}", "\u{FFFF}", "😀", "\u{10FFFF}",
    ]

    mutating func string() -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<8, using: &numbers) {
            scalars.append(Self.scalars.randomElement(using: &numbers) ?? "a")
        }
        return String(scalars)
    }
}

/// Other spellings of the same value: white space between all tokens, and escapes that nobody needs.
extension RandomJSON {
    mutating func spelled(_ value: JSONValue) -> String {
        let text: String
        switch value {
        case .string(let string): text = quoted(string)
        case .array(let elements):
            text = "[" + elements.map { spelled($0) }.joined(separator: ",") + space() + "]"
        case .object(let object):
            let members = object.members.map { space() + quoted($0.key) + space() + ":" + spelled($0.value) }
            text = "{" + members.joined(separator: ",") + space() + "}"
        default: text = value.text
        }
        return space() + text + space()
    }

    private mutating func space() -> String {
        ["", "", " ", "\t", "\r\n", "  "].randomElement(using: &numbers) ?? ""
    }

    private mutating func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
            if mustEscape || Bool.random(using: &numbers) {
                for unit in String(scalar).utf16 { text += escape(unit) }
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    private mutating func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: Bool.random(using: &numbers))
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
