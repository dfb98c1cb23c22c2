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
        let layout = try #require(Catalogue.layouts.first { $0.category == "presence_router" })
        #expect(layout.together == [["get_users_for_states", "get_interested_users"]])
        #expect(layout.slots.map(\.callback) == ["get_users_for_states", "get_interested_users"])
        #expect(layout.slots.map(\.offset) == [16, 24])
        #expect(layout.size == 32)
    }

    @Test func `layouts say what modules cannot do side by side, and what needs a login type`() {
        let layouts = Catalogue.layouts
        #expect(
            layouts.flatMap(\.exclusive) == ["on_legacy_send_mail", "on_legacy_renew", "on_legacy_admin_request"])
        #expect(layouts.filter(\.isOwned).map(\.category) == ["background_update_controller"])
        #expect(layouts.compactMap(\.required) == ["on_update"])
        #expect(layouts.compactMap(\.keyed) == ["auth_checkers"])
    }

    @Test func `what takes no number below another says so`() {
        let limited = Catalogue.callbacks.filter { $0.least != nil }
        #expect(limited.map(\.name) == ["default_batch_size", "min_batch_size"])
        for callback in limited {
            #expect(callback.reply == .number)
            #expect(callback.asked.hasSuffix("; \(callback.least ?? 0) or more."))
        }
    }

    @Test func `what takes cookies back is there, in pairs, and has a cookie first`() throws {
        let slots = Catalogue.callbacks.compactMap(\.cookie)
        #expect(slots.count == 3)
        let takers = Set(slots.flatMap { [$0.used, $0.unused] })
        #expect(takers == Set(Catalogue.callbacks.filter(\.takesCookies).map(\.fullName)))
        for name in takers {
            let callback = try #require(Catalogue.callback(name))
            #expect(callback.cookieField?.offset == callback.fields.first?.offset)
        }
        for slot in slots {
            let unused = try #require(Catalogue.callback(slot.unused))
            #expect(unused.fields.map(\.name) == ["cookie"])
            #expect(unused.reply == .notice)
        }
    }

    @Test func `a key is a text of the callback, and a list that may not be empty is there`() throws {
        for callback in Catalogue.callbacks {
            if let key = callback.key { #expect(callback.fields.reaches([key])) }
            if let nested = callback.toldOnlyWith { #expect(callback.fields.reaches([nested.record, nested.list])) }
        }
        #expect(Catalogue.callbacks.filter { $0.key != nil }.count == 1)
        #expect(Catalogue.callbacks.filter { $0.toldOnlyWith != nil }.count == 1)
    }
}

extension [Field] {
    fileprivate func reaches(_ path: [String]) -> Bool {
        guard let step = path.first, let field = first(where: { $0.name == step }) else { return false }
        guard path.count > 1, case .record(let record) = field.type else { return path.count == 1 }
        return record.fields.reaches([String](path.dropFirst()))
    }
}
