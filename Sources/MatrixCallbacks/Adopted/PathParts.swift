/// The parts of a path as it is written: `event.content.body` has three, and a key that has a point in it stands in
/// quotes, `event.content."m.relates_to".rel_type`. Two quotes in a quoted key are one.
struct PathParts {
    private let text: String
    private var rest: Substring.UnicodeScalarView

    /// - Throws: a part that is empty, or a quote that is not closed.
    static func of(_ text: String) throws(AdoptionFault) -> [String] {
        var reader = PathParts(text)
        var parts: [String] = []
        repeat { parts.append(try reader.part()) } while try reader.goesOn()
        return parts
    }

    private init(_ text: String) { (self.text, rest) = (text, text[...].unicodeScalars) }

    private mutating func part() throws(AdoptionFault) -> String {
        if rest.first == "\"" { return try quoted() }
        let word = rest.prefix { $0 != "." }
        if word.isEmpty { throw AdoptionFault("`\(text)` has an empty part", cure: "Write `\"\"` for an empty key.") }
        rest = rest[word.endIndex...]
        return String(word)
    }

    private mutating func quoted() throws(AdoptionFault) -> String {
        var key = String.UnicodeScalarView()
        rest.removeFirst()
        while let scalar = rest.popFirst() {
            if scalar == "\"" {
                guard rest.first == "\"" else { return String(key) }
                rest.removeFirst()
            }
            key.append(scalar)
        }
        throw AdoptionFault("a quote of `\(text)` is not closed", cure: "Close it.")
    }

    private mutating func goesOn() throws(AdoptionFault) -> Bool {
        guard let point = rest.popFirst() else { return false }
        if point == "." { return true }
        throw AdoptionFault("there is no point behind a quoted part of `\(text)`", cure: "Write one, or end it there.")
    }
}
