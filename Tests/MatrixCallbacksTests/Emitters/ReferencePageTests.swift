import Testing

@testable import MatrixCallbacks

struct ReferencePageTests {
    private static let folder = "Sources/Gatehouse/Gatehouse.docc/Reference"

    @Test(arguments: Catalogue.categories.map(\.name))
    func `a checked-in reference page is what the catalogue gives`(name: String) throws {
        let category = try #require(Catalogue.category(name))
        let found = try? Repository.text("\(Self.folder)/\(ReferencePage.fileName(category))")
        #expect(found == ReferencePage.markdown(category), Emitted.cure)
    }

    @Test func `no other page stands among them`() {
        let names = Catalogue.categories.map { "\(Self.folder)/\(ReferencePage.fileName($0))" }
        #expect(Repository.files(in: Self.folder, ending: [""]) == names.sorted(), Emitted.cure)
    }

    @Test func `a page has a section for each callback, with a row for each argument`() throws {
        for category in Catalogue.categories {
            let lines = ReferencePage.markdown(category).split(separator: "\n")
            #expect(lines.filter { $0.hasPrefix("## ") }.dropFirst() == category.callbacks.map { "## \($0.name)" }[...])
            let rows = category.callbacks.flatMap(\.fields).map(\.name)
            let found = lines.filter { $0.hasPrefix("| `") }.compactMap { $0.split(separator: "`").dropFirst().first }
            #expect(found.map(String.init) == rows)
        }
    }
}
