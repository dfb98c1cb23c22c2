import Foundation
import JSONText
import Testing

@testable import MatrixCallbacks

struct FieldTableTests {
    private static let tables =
        Catalogue.callbacks.map { ($0.fullName, $0.table) } + RecordType.all.map { ($0.name, $0.table) }

    private func place(of key: String, in table: FieldTable) throws -> Int? {
        try JSONDocument().parse("{\"\(key)\": 0}") { object in object.firstChild.flatMap { table.place(of: $0) } }
    }

    @Test(arguments: tables) func `each field is found by its name`(name: String, table: FieldTable) throws {
        for (place, field) in table.fields.enumerated() {
            #expect(try self.place(of: field.name, in: table) == (field.isMember ? place : nil), "\(field.name)")
        }
    }

    @Test(arguments: tables) func `what is like a name is none`(name: String, table: FieldTable) throws {
        let names = Set(table.fields.map(\.name))
        let like = names.flatMap { name in
            let others = name.indices.map { name.replacingCharacters(in: $0...$0, with: "x") }
            return others + [name + "x", String(name.dropLast())]
        }
        for key in like where !names.contains(key) { #expect(try place(of: key, in: table) == nil, "\(key)") }
    }
}
