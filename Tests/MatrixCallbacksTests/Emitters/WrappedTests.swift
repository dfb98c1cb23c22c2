import Testing

@testable import MatrixCallbacks

struct WrappedTests {
    @Test func `a line is as full as 120 columns allow, and no word is lost`() {
        let words = (1...80).map { String(repeating: "w", count: $0 % 13 + 1) }
        let lines = Wrapped.lines(words.joined(separator: " "), prefix: "/// ")
        #expect(lines.allSatisfy { $0.count <= 120 && $0.hasPrefix("/// ") })
        #expect(lines.flatMap { $0.dropFirst(4).split(separator: " ").map(String.init) } == words)
        for (line, next) in zip(lines, lines.dropFirst()) {
            let word = next.dropFirst(4).prefix { $0 != " " }
            #expect(line.count + 1 + word.count > 120)
        }
    }

    @Test func `a word longer than a line stands alone`() {
        let word = String(repeating: "w", count: 200)
        #expect(Wrapped.lines("a \(word) b", prefix: "- ") == ["- a", "- \(word)", "- b"])
        #expect(Wrapped.lines(" \n ", prefix: "- ") == [])
    }
}
