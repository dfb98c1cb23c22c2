import ForeignCalls
import JSONText

extension Signature {
    /// - Parameter types: what it is made of.
    static func random(_ types: [ValueType], most: Int, using generator: inout SeededGenerator) -> Signature {
        let count = Int.random(in: 0...most, using: &generator)
        let result = Int.random(in: 0..<8, using: &generator) == 0 ? nil : types.randomElement(using: &generator)
        let parameters = (0..<count).compactMap { _ in types.randomElement(using: &generator) }
        return Signature(result: result, parameters: parameters.map { Parameter($0) })
    }
}

extension ForeignValue {
    /// A value of a type; those at its ends are as likely as all others.
    static func random(_ type: ValueType?, using generator: inout SeededGenerator) -> ForeignValue {
        guard let type else { return .none }
        if type.isNullable && Int.random(in: 0..<6, using: &generator) == 0 { return .none }
        if let range = type.integers {
            let bits = Int128(truncatingIfNeeded: generator.next() >> UInt64.random(in: 0..<64, using: &generator))
            let values = [range.lowerBound, range.upperBound, 0, 1, bits, -bits].filter(range.contains)
            return .integer(values.randomElement(using: &generator) ?? 0)
        }
        switch type {
        case .bool: return .bool(Bool.random(using: &generator))
        case .f32: return .number(Double(Float.random(in: -1e9...1e9, using: &generator)))
        case .f64: return .number(Double.random(in: -1e99...1e99, using: &generator))
        case .pointer: return .pointer(UInt(generator.next() | 1))
        case .bytes: return .bytes(bytes(using: &generator))
        case .json: return .json(JSON(.array([.string(text(using: &generator))])))
        case .cText: return .text(text(using: &generator).replacing("\0", with: ""))
        default: return .text(text(using: &generator))
        }
    }

    private static func bytes(using generator: inout SeededGenerator) -> [UInt8] {
        (0..<Int.random(in: 0..<20, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    private static func text(using generator: inout SeededGenerator) -> String {
        let scalars: [Unicode.Scalar] = ["\0", "a", "ß", "€", "😀", "\""]
        let count = Int.random(in: 0..<20, using: &generator)
        let picked = (0..<count).compactMap { _ in scalars.randomElement(using: &generator) }
        return String(String.UnicodeScalarView(picked))
    }
}
