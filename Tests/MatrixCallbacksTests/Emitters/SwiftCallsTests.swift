import Foundation
import Testing

@testable import MatrixCallbacks

struct SwiftCallsTests {
    private static let folder = "Sources/Gatehouse/Calls/Typed"

    @Test(arguments: Catalogue.categories.flatMap { SwiftCalls.files($0).map(\.name) })
    func `a checked-in file of typed calls is what the catalogue gives`(name: String) throws {
        let file = try #require(Catalogue.categories.flatMap(SwiftCalls.files).first { $0.name == name })
        let found = try? Repository.text("\(Self.folder)/\(name)")
        #expect(found == file.text, Emitted.cure)
    }

    @Test func `no other file stands among the typed calls`() {
        let names = Catalogue.categories.flatMap { SwiftCalls.files($0).map { "\(Self.folder)/\($0.name)" } }
        #expect(Repository.files(in: Self.folder, ending: [""]) == names.sorted(), Emitted.cure)
    }

    @Test func `every callback has a call that answers at once, and one that may wait`() throws {
        for category in Catalogue.categories {
            let files = SwiftCalls.files(category).map(\.text)
            for callback in category.callbacks {
                let start = "public func \(SwiftName.member(callback.name))("
                #expect(files.map { $0.ranges(of: start).count } == [1, 1], "\(callback.fullName)")
            }
        }
    }
}

enum Emitted {
    static let cure: Comment = """
        The catalogue has changed. Run `make generate`, look at what changed, and check it in.
        """
}
