import CallbackChains
import ModuleLoader
import Testing

@testable import MatrixCallbacks

struct CatalogueTests {
    /// A struct and what should fill it.
    private struct Filled: Sendable {
        let name: String
        let fields: [Field]
        let size: Int
    }

    private static let structs =
        Catalogue.callbacks.map { Filled(name: $0.fullName, fields: $0.fields, size: $0.callSize) }
        + RecordType.all.map { Filled(name: $0.name, fields: $0.fields, size: $0.size) }

    @Test(arguments: structs.map(\.name))
    func `fields tile their struct: none is missing and nothing is padded`(name: String) throws {
        let filled = try #require(Self.structs.first { $0.name == name })
        var end = 8
        for field in filled.fields {
            #expect(field.offset == end, "\(field.name)")
            end += field.type.size
        }
        #expect(end == filled.size)
    }

    @Test(arguments: Catalogue.callbacks.map(\.fullName))
    func `arguments stay within the limit of major 1`(name: String) throws {
        #expect(try #require(Catalogue.callback(name)).callSize <= Contract.callLimit)
        #expect(Contract.callLimit == 512)
    }

    @Test func `every callback is found by its name and at its number`() {
        #expect(Catalogue.callbacks.map(\.index) == Array(0..<Catalogue.callbacks.count))
        #expect(Catalogue.callbacks.map { Catalogue.callback($0.fullName)?.index } == Catalogue.callbacks.map(\.index))
        #expect(Catalogue.callback("spam_checker.none") == nil)
        #expect(Catalogue.category("spam") == nil)
    }

    @Test func `the reader can tell all fields of a struct apart in one word`() {
        #expect(Self.structs.map(\.fields.count).max() ?? 0 <= UInt64.bitWidth)
    }

    @Test func `what a callback passes on to the next is there to be passed on`() throws {
        for callback in Catalogue.callbacks {
            guard let follow = callback.follows else { continue }
            let next = try #require(Catalogue.callback(follow.callback))
            #expect(follow.arguments.map(\.name) == next.fields.map(\.name))
            #expect(next.reply == callback.reply)
            for (_, path) in follow.arguments { #expect(callback.fields.reaches(path), "\(path)") }
        }
    }

    @Test func `a category's layout is what the loader copies by`() throws {
        let layout = try #require(Catalogue.layouts.last)
        #expect(layout.category == "presence_router")
        #expect(layout.allOrNone)
        #expect(layout.slots.map(\.callback) == ["get_users_for_states", "get_interested_users"])
        #expect(layout.slots.map(\.offset) == [16, 24])
        #expect(layout.size == 32)
        #expect(Catalogue.layouts.filter(\.allOrNone).count == 1)
    }
}

extension [Field] {
    fileprivate func reaches(_ path: [String]) -> Bool {
        guard let step = path.first, let field = first(where: { $0.name == step }) else { return false }
        guard path.count > 1, case .record(let record) = field.type else { return path.count == 1 }
        return record.fields.reaches([String](path.dropFirst()))
    }
}
