import Testing

@testable import JSONText

@Suite struct JSONLinesTests {
    /// What each line is, by its number and the offset behind it: the same at the end of a text and far before it.
    private func read(_ text: String) -> [String] {
        let found = lines(of: text)
        #expect(lines(of: text + String(repeating: "\n", count: 64)) == found)
        return found
    }

    private func lines(of text: String) -> [String] {
        var found: [String] = []
        let bytes = Array(text.utf8)
        JSONLines.forEach(in: bytes.span) { line in
            let value =
                switch line.value {
                case .success(let node): JSONValue(node).text
                case .failure: "no JSON"
                }
            found.append("\(line.number) \(line.end) \(value)")
        }
        return found
    }

    @Test func `Each line is a value of its own`() {
        #expect(read("1\n{\"a\":\"b\"}\n[2]\n") == ["1 1 1", "2 11 {\"a\":\"b\"}", "3 15 [2]"])
    }

    @Test func `The last line needs no line feed, and no text has no lines`() {
        #expect(read("1\n2") == ["1 1 1", "2 3 2"])
        #expect(read("").isEmpty)
    }

    @Test func `Empty lines are passed over and counted`() {
        #expect(read("\n\n1\n\n") == ["3 3 1"])
    }

    @Test(arguments: ["{\"a\":", "\"a", "12", "tru", "[1,2", "\"\\", "-"])
    func `What a line lacks is not taken from the next one`(_ line: String) {
        let value = line == "12" ? line : "no JSON"
        let end = line.utf8.count
        #expect(read("\(line)\n3]e\"}\n") == ["1 \(end) \(value)", "2 \(end + 6) no JSON"])
    }

    @Test func `A lone surrogate is replaced in a line, too`() {
        #expect(read("\"\\ud800\"\n1") == ["1 8 \"\u{FFFD}\"", "2 10 1"])
    }
}
