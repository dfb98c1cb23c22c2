import Foundation
import Testing

/// Documentation and machines go by the codes of problems: each stands in the page *Problems*, and in a test.
struct ProblemCodeTests {
    private static let page = "Sources/Gatehouse/Gatehouse.docc/Problems.md"

    /// The first column of the page's tables.
    private static let documented = Set(
        ((try? Repository.text(page)) ?? "").split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
            return String(line[line.index(line.startIndex, offsetBy: 3)..<end])
        })

    /// `module.file` of `module.file.missing`
    private static func family(_ code: String) -> String {
        code.split(separator: ".").dropLast().joined(separator: ".")
    }

    /// What stands between quotes or brackets in files.
    private func words(in folder: String, _ endings: [String]) throws -> Set<String> {
        var words: Set<String> = []
        for file in Repository.files(in: folder, ending: endings) {
            let parts = try Repository.text(file).utf8.split { $0 == UInt8(ascii: "\"") || 0x5B...0x5D ~= $0 }
            words.formUnion(parts.lazy.filter { $0.count < 60 }.map { String(decoding: $0, as: UTF8.self) })
        }
        return words
    }

    @Test func `every code of the sources has a line in the page, and every line a code of the sources`() throws {
        let families = Set(Self.documented.map(Self.family))
        let codes = try words(in: "Sources", [".swift"]).filter { families.contains(Self.family($0)) }
        #expect(Self.documented.count > 60)
        #expect(codes.subtracting(Self.documented).sorted() == [])
        #expect(Self.documented.subtracting(codes).sorted() == [])
    }

    @Test func `no problem is made without a whole code, or with one of a family that the page does not have`() throws {
        let families = Set(Self.documented.map(Self.family))
        for file in Repository.files(in: "Sources", ending: [".swift"]) {
            for call in try Repository.text(file).components(separatedBy: "Problem(").dropFirst() {
                let first = call.drop { $0.isWhitespace }
                guard first.hasPrefix("\"") else { continue }
                let code = String(first.dropFirst().prefix { $0 != "\"" })
                #expect(families.contains(Self.family(code)), "\(file): \(code)")
            }
        }
    }

    @Test func `every code is expected by a test`() throws {
        let words = try words(in: "Tests", [".swift", ".json", ".py"])
        #expect(Self.documented.subtracting(words).sorted() == [])
    }
}
