/// The signature of a C function, written as in `bool(str user, i64 cents)`.
///
/// ```
/// signature = result "(" [ parameter { "," parameter } ] ")"
/// result    = "void" | type
/// parameter = type [ name ]
/// type      = "bool" | "i8" | "u8" | "i16" | "u16" | "i32" | "u32" | "i64" | "u64" | "f32" | "f64"
///           | "ptr" | "str" | "cstr" | "bytes" | "json"
/// name      = ( letter | "_" ) { letter | digit | "_" }
/// ```
///
/// Spaces and tabs may stand between any two of these. Names are for readers: signatures that differ in names alone
/// describe the same function.
public struct Signature: Sendable, Equatable, CustomStringConvertible {
    public struct Parameter: Sendable, Equatable {
        public let type: ValueType
        public let name: String?

        public init(_ type: ValueType, name: String? = nil) { (self.type, self.name) = (type, name) }
    }

    /// Nil: `void`.
    public let result: ValueType?
    public let parameters: [Parameter]

    /// No function has more parameters; an instance that comes before them counts.
    public static let mostParameters = 31

    public init(result: ValueType?, parameters: [Parameter]) { (self.result, self.parameters) = (result, parameters) }

    /// - Throws: the first place that is not as the grammar has it.
    public init(_ text: String) throws(SignatureError) {
        var parser = SignatureParser(text)
        self = try parser.signature(isNamed: false).signature
    }

    /// Do both describe the same C function?
    public func matches(_ other: Signature) -> Bool {
        result == other.result && parameters.map(\.type) == other.parameters.map(\.type)
    }

    /// The signature as one writes it.
    public var description: String { described() }

    func described(symbol: String? = nil) -> String {
        let parameters = parameters.map { [$0.type.rawValue, $0.name].compactMap(\.self).joined(separator: " ") }
        let head = [result?.rawValue ?? "void", symbol].compactMap(\.self).joined(separator: " ")
        return "\(head)(\(parameters.joined(separator: ", ")))"
    }
}

/// A function by name: `bool wordlist_contains(cstr display_name)`, a signature with the symbol before its parameters.
public struct NamedSignature: Sendable, Equatable, CustomStringConvertible {
    public let symbol: String
    public let signature: Signature

    public init(_ text: String) throws(SignatureError) {
        var parser = SignatureParser(text)
        let parsed = try parser.signature(isNamed: true)
        (symbol, signature) = (parsed.symbol, parsed.signature)
    }

    public var description: String { signature.described(symbol: symbol) }
}

/// Where a text is no signature, and why.
public struct SignatureError: Error, Equatable, Sendable, CustomStringConvertible {
    /// From 1. All that stands before it is ASCII, so it counts characters, scalars and bytes alike.
    public let column: Int
    public let cause: String

    public var description: String { "column \(column): \(cause)" }
}
