/// Reads a signature from left to right.
struct SignatureParser {
    private let text: [Unicode.Scalar]
    private var place = 0

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    /// - Parameter isNamed: the symbol stands between the result and the parameters.
    mutating func signature(isNamed: Bool) throws(SignatureError) -> (symbol: String, signature: Signature) {
        let result = try resultType()
        let symbol = isNamed ? try word(or: "expected the function's name") : ""
        try expect("(")
        let parameters = try parameters()
        skipSpace()
        if place < text.count { throw error("expected the end, found \(found)") }
        return (symbol, Signature(result: result, parameters: parameters))
    }

    private mutating func resultType() throws(SignatureError) -> ValueType? {
        let word = try word(or: "expected the type of the result")
        return word == "void" ? nil : try type(word, also: ["void"])
    }

    private mutating func parameters() throws(SignatureError) -> [Signature.Parameter] {
        var parameters: [Signature.Parameter] = []
        if take(")") { return parameters }
        repeat {
            let parameter = try parameter()
            if parameters.count == Signature.mostParameters {
                throw error("there are more than \(Signature.mostParameters) parameters")
            }
            if let name = parameter.name, parameters.contains(where: { $0.name == name }) {
                throw error("there are two parameters of the name \(name)", at: place - name.unicodeScalars.count)
            }
            parameters.append(parameter)
        } while take(",")
        if !take(")") { throw error("expected `,` or `)`, found \(found)") }
        return parameters
    }

    private mutating func parameter() throws(SignatureError) -> Signature.Parameter {
        let word = try word(or: "expected the type of a parameter")
        let type = try type(word, also: [])
        skipSpace()
        guard place < text.count, text[place].isWordStart else { return Signature.Parameter(type) }
        return Signature.Parameter(type, name: try self.word(or: ""))
    }

    /// The type of this name, which ends here.
    private func type(_ word: String, also: [String]) throws(SignatureError) -> ValueType {
        if let type = ValueType(rawValue: word) { return type }
        let known = also + ValueType.allCases.map(\.rawValue)
        throw error(
            "there is no type `\(word)`; known: \(known.joined(separator: ", "))", at: place - word.unicodeScalars.count
        )
    }
}

extension SignatureParser {
    private mutating func skipSpace() {
        while place < text.count, text[place] == " " || text[place] == "\t" { place += 1 }
    }

    private mutating func word(or cause: String) throws(SignatureError) -> String {
        skipSpace()
        guard place < text.count, text[place].isWordStart else { throw error("\(cause), found \(found)") }
        let rest = text[place...].prefix { $0.isWordStart || "0"..."9" ~= $0 }
        place = rest.endIndex
        return String(String.UnicodeScalarView(rest))
    }

    private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
        skipSpace()
        guard place < text.count, text[place] == wanted else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ wanted: Unicode.Scalar) throws(SignatureError) {
        if !take(wanted) { throw error("expected `\(wanted)`, found \(found)") }
    }

    /// What stands here, for messages.
    private var found: String {
        place < text.count ? String(Character(text[place])).debugDescription : "the end"
    }

    private func error(_ cause: String, at start: Int? = nil) -> SignatureError {
        SignatureError(column: (start ?? place) + 1, cause: cause)
    }
}

extension Unicode.Scalar {
    fileprivate var isWordStart: Bool { "a"..."z" ~= self || "A"..."Z" ~= self || self == "_" }
}
