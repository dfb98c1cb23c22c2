import Yams

/// The text of a configuration file as nodes.
enum YAMLDocument {
    /// The one document of a text; `nil` if it is empty, which is no error, or cannot be read, which has been reported.
    ///
    /// Keys that are written twice do not end the reading; see ``MarkedText``.
    static func root(of text: String, _ findings: Findings) -> Node? {
        var marked = MarkedText(text)
        while true {
            do {
                return try root(of: marked, findings)
            } catch YamlError.duplicatedKeysInMapping(_, let context) {
                if marked.mark(Place(context.mark)) { continue }
                findings.reportDuplicate(at: marked.original(Place(context.mark)))
            } catch {
                findings.report(SyntaxError(error), in: marked)
            }
            marked.marks.forEach(findings.reportDuplicate)
            return nil
        }
    }

    private static func root(of marked: MarkedText, _ findings: Findings) throws -> Node? {
        let parser = try Parser(yaml: marked.text, encoding: .utf8)
        let root = try parser.nextRoot()
        if let second = try parser.nextRoot()?.mark {
            findings.report(
                "config.syntax", at: Place(second), "there is a second document",
                cure: "Keep one; a line `---` starts another.")
        }
        return root
    }
}

extension Findings {
    /// A key that is written twice, in a file of which nothing more is known.
    fileprivate func reportDuplicate(at place: Place) {
        let cause = "this key is written again further down in the same mapping"
        report("config.duplicate-key", at: place, column: true, cause, cure: "Keep one of the two.")
    }

    fileprivate func report(_ error: SyntaxError, in marked: MarkedText) {
        let place = error.place.map(marked.original) ?? Place(line: 1, column: 1)
        report("config.syntax", at: place, column: true, error.cause, cure: error.cure)
    }
}
