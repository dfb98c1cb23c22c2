import Yams

/// What Yams says about a text that is no YAML, with a cure.
struct SyntaxError {
    /// Where; `nil` if Yams does not say.
    let place: Place?
    let cause: String
    let cure: String

    init(_ error: any Error) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            self.init(Place(mark), problem + Self.start(of: context, seenFrom: mark), of: problem)
        case YamlError.reader(let problem, let offset, _, let yaml):
            self.init(offset.map { Place(offset: $0, in: yaml) }, problem, of: problem)
        default:
            self.init(nil, "\(error)", of: "")
        }
    }

    private init(_ place: Place?, _ cause: String, of problem: String) {
        self.place = place
        self.cause = cause
        cure =
            Self.cures.first { problem.contains($0.problem) }?.cure
            ?? "Check the indentation, the brackets and the quotes around this place."
    }

    /// ", while parsing a flow sequence that starts on line 3"; nothing if it starts on the same line.
    private static func start(of context: YamlError.Context?, seenFrom mark: Mark) -> String {
        guard let context, context.mark.line != mark.line else { return "" }
        return ", \(context.text) that starts on line \(context.mark.line)"
    }

    private static let cures: [(problem: String, cure: String)] = [
        (
            "cannot start any token",
            "Put quotes around a text that starts with @, % or a backtick, and indent with spaces, never with tabs."
        ),
        ("mapping values are not allowed", "Put quotes around a text that contains `: `, and check the indentation."),
        ("expected alphabetic or numeric", "Put quotes around a text that starts with * or &."),
        ("undefined alias", "Put an anchor, `&name`, at an earlier place, or quotes around a text that starts with *."),
        ("control characters", "Remove the character."),
        ("nesting level", "Make it flatter."),
    ]
}

extension Place {
    fileprivate init(offset: Int, in text: String) {
        let before = text.prefix(offset)
        let line = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        self.init(line: line.count, column: (line.last?.unicodeScalars.count ?? 0) + 1)
    }
}
