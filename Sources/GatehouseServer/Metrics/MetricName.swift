/// Names and labels as the Prometheus text format has them.
enum MetricName {
    /// Letters, digits, `_` and `:`; all else becomes `_`.
    static func plain(_ label: String) -> String {
        let name = String(
            label.unicodeScalars.map { scalar in
                let isPlain = scalar.isASCII && (Character(scalar).isLetter || Character(scalar).isNumber)
                return isPlain || scalar == "_" || scalar == ":" ? Character(scalar) : "_"
            })
        return name.first?.isNumber == true ? "_" + name : name
    }

    /// `{module="a",callback="b"}`; empty without labels.
    static func labels(_ labels: [(String, String)]) -> String {
        if labels.isEmpty { return "" }
        return "{" + labels.map { "\(plain($0))=\"\(escaped($1))\"" }.joined(separator: ",") + "}"
    }

    private static func escaped(_ value: String) -> String {
        value.reduce(into: "") { text, character in
            switch character {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
    }
}
