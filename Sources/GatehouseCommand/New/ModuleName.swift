/// The name of a new module: of its folder, and with `_` for `-` of its library.
struct ModuleName {
    let text: String

    var library: String { text.replacing("-", with: "_") }

    /// - Throws: what is wrong with it, and a name that would do.
    init(_ text: String) throws(Mistake) {
        guard let first = text.unicodeScalars.first, Self.isLetter(first) else {
            throw Mistake(name: text, cause: "does not begin with a small letter")
        }
        if let bad = text.unicodeScalars.first(where: { !Self.isLetter($0) && !Self.isOther($0) }) {
            throw Mistake(name: text, cause: "has \"\(bad)\" in it")
        }
        if text.utf8.count > Self.limit { throw Mistake(name: text, cause: "has more than \(Self.limit) letters") }
        self.text = text
    }

    private static let limit = 64

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }

    private static func isOther(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_"
    }

    /// A text with the name in the place of what stands for it.
    func fill(_ template: String) -> String {
        template.replacing("@NAME@", with: text).replacing("@LIBRARY@", with: library)
    }

    /// A name that will not do.
    struct Mistake: Error, CustomStringConvertible {
        let name: String
        let cause: String

        var description: String {
            let rule = "Names are small letters, digits, - and _, and begin with a letter"
            return "the name \"\(name)\" \(cause). \(rule)" + (proposal.map { ": \($0)." } ?? ".")
        }

        /// The name with what does not fit left out.
        private var proposal: String? {
            let fitting = name.lowercased().unicodeScalars.map { scalar in
                ModuleName.isLetter(scalar) || ModuleName.isOther(scalar) ? scalar : "-"
            }
            let letters = fitting.drop { !ModuleName.isLetter($0) }.prefix(ModuleName.limit)
            return letters.isEmpty ? nil : String(String.UnicodeScalarView(letters))
        }
    }
}
