import ForeignCalls
import Foundation
import Testing

/// The grammar stands in three places, and they say the same.
struct GrammarTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Its lines, without what stands before them as a comment.
    private func rules(_ path: String) throws -> [String] {
        let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
        let lines = text.split(separator: "\n").map { $0.drop { " /*".contains($0) } }
        let start = try #require(lines.firstIndex { $0.hasPrefix("signature = ") }, "\(path) has no grammar")
        let rules = lines[start...].prefix { $0.contains(" = ") || $0.hasPrefix("|") }
        return rules.map { $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") }
    }

    @Test func `the documentation has the grammar of the source`() throws {
        let grammar = try rules("Sources/ForeignCalls/Signature.swift")
        #expect(grammar.count == 6)
        #expect(try rules("Sources/Gatehouse/Gatehouse.docc/HookPoints.md") == grammar)
    }

    @Test func `the header has its first rules, and names all types`() throws {
        let header = "include/gatehouse/hook.h"
        #expect(try rules(header) == Array(try rules("Sources/ForeignCalls/Signature.swift").prefix(3)))
        let text = try String(contentsOf: Self.root.appending(path: header), encoding: .utf8)
        #expect(text.contains("bool, i8 to i64, u8 to u64, f32, f64 and ptr are the types of C. str and bytes"))
        #expect(text.contains("json is a gh_json") && text.contains("cstr is a const char *"))
    }

    @Test func `its types are those that there are`() throws {
        let grammar = try rules("Sources/ForeignCalls/Signature.swift")
        let types = grammar.filter { $0.hasPrefix("type = ") || $0.hasPrefix("|") }.joined(separator: " ")
        let words = types.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        #expect(words == ValueType.allCases.map(\.rawValue))
    }
}
