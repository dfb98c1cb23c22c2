/// Writes JSON text on one line.
public struct JSONWriter {
    public private(set) var text = ""

    public init() { text.reserveCapacity(128) }

    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .integer(let integer): text += String(integer)
        case .bigInteger(let integer): text += String(integer)
        case .number(let number): text += number.isFinite ? String(number) : "null"
        case .string(let string): self.string(string)
        case .array(let elements): list(elements, "[", "]") { writer, element in writer.value(element) }
        case .object(let object):
            list(object.members, "{", "}") { writer, member in
                writer.string(member.key)
                writer.text += ":"
                writer.value(member.value)
            }
        }
    }

    /// A string with its quotes. No escapes but the ones that JSON demands.
    public mutating func string(_ string: String) {
        text += "\""
        if string.utf8.contains(where: \.isEscapedInJSON) {
            for scalar in string.unicodeScalars { escape(scalar) }
        } else {
            text += string
        }
        text += "\""
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        case "\u{08}": text += "\\b"
        case "\u{0C}": text += "\\f"
        case "\u{00}"..<"\u{20}":
            let digits = String(scalar.value, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
    }

    private mutating func list<Element>(
        _ elements: [Element], _ open: String, _ close: String, _ write: (inout JSONWriter, Element) -> Void
    ) {
        text += open
        for (place, element) in elements.enumerated() {
            if place > 0 { text += "," }
            write(&self, element)
        }
        text += close
    }
}

extension UInt8 {
    fileprivate var isEscapedInJSON: Bool { self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }
}
