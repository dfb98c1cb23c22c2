import ModuleLoader
import Testing

@testable import MatrixCallbacks

struct PortingPageTests {
    private static let folder = "Sources/Gatehouse/Gatehouse.docc/Porting"

    @Test(arguments: Catalogue.categories.map(\.name))
    func `a checked-in porting page is what the catalogue gives`(name: String) throws {
        let category = try #require(Catalogue.category(name))
        let found = try? Repository.text("\(Self.folder)/\(PortingPage.fileName(category))")
        #expect(found == PortingPage.markdown(category), Emitted.cure)
    }

    @Test func `no other page stands among them`() {
        let names = Catalogue.categories.map { "\(Self.folder)/\(PortingPage.fileName($0))" }
        #expect(Repository.files(in: Self.folder, ending: [""]) == names.sorted(), Emitted.cure)
    }

    /// What the pages tell people to write is there to be written.
    @Test func `every helper that a page names is one of the contract`() throws {
        let names = ["answer.h", "reply.h"]
        let headers = try names.map { try Repository.text("include/gatehouse/\($0)") }.joined()
        let helper = try Regex(#"\bgh_[a-z_]+(?=\(reply|\(&reply)"#)
        var found: Set<String> = []
        for category in Catalogue.categories {
            for match in PortingPage.markdown(category).matches(of: helper) { found.insert("\(match.0)") }
        }
        #expect(found.filter { !headers.contains(" \($0)(") } == [])
        #expect(found.count > 25)
    }

    @Test func `every kind of answer but a notice has a row of its own`() {
        for callback in Catalogue.callbacks {
            #expect(PortedAnswer.answers(callback).isEmpty == (callback.reply == .notice), "\(callback.fullName)")
        }
    }
}
