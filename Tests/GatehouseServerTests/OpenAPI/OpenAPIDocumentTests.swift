import Gatehouse
import Testing

@testable import GatehouseServer

struct OpenAPIDocumentTests {
    private let document = OpenAPIDocument.json(hasToken: false)

    @Test func `every callback of the catalogue has its path, with its arguments and no others`() {
        for callback in Catalogue.callbacks {
            let operation = document[member: "paths"]?[member: "/v1/call/\(callback.category)/\(callback.name)"]
            let schema = operation?[member: "post"]?[member: "requestBody"]?[member: "content"]?[
                member: "application/json"]?[member: "schema"]
            let properties = schema?[member: "properties"]?.keys
            #expect(properties == callback.fields.filter(\.isMember).map(\.name), "\(callback.fullName)")
            #expect(schema?[member: "additionalProperties"] == false)
        }
    }

    @Test func `every schema that is named is there`() {
        let known = document[member: "components"]?[member: "schemas"]?.keys ?? []
        let named = document.text.matches(of: /"#\/components\/schemas\/([^"]+)"/).map { String($0.output.1) }
        #expect(!named.isEmpty)
        #expect(Set(named).subtracting(known).sorted() == [])
    }

    @Test func `a token is told of where one is needed`() {
        #expect(document[member: "security"] == nil)
        #expect(OpenAPIDocument.json(hasToken: true)[member: "security"] == [["bearer": []]])
    }

    @Test func `a join has the protocol's names`() {
        let schema = document[member: "paths"]?[member: "/antispam/user_may_join_room"]?[member: "post"]?[
            member: "requestBody"]?[member: "content"]?[member: "application/json"]?[member: "schema"]
        #expect(schema?[member: "required"] == ["user", "room", "is_invited"])
        #expect(schema?[member: "properties"]?.keys == ["user", "room", "is_invited"])
    }
}

extension JSONValue {
    fileprivate var keys: [String] { if case .object(let object) = self { object.members.map(\.key) } else { [] } }
}
