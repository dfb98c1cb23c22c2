@testable import ForeignCalls
import Testing

struct SignatureTests {
    @Test func `a signature is read and written`() throws {
        let signature = try Signature("bool(str user,i64   cents)")
        #expect(signature.result == .bool)
        #expect(signature.parameters == [.init(.text, name: "user"), .init(.i64, name: "cents")])
        #expect(signature.description == "bool(str user, i64 cents)")
    }

    @Test func `every type is one of a parameter and of a result`() throws {
        for type in ValueType.allCases {
            let signature = try Signature("\(type.rawValue)(\(type.rawValue))")
            #expect(signature == Signature(result: type, parameters: [.init(type)]))
        }
    }

    @Test(arguments: ["void()", " void ( ) ", "\tvoid\t(\t)\t"])
    func `spaces and tabs may stand between all parts`(text: String) throws {
        #expect(try Signature(text) == Signature(result: nil, parameters: []))
    }

    @Test func `names are for readers`() throws {
        let signature = try Signature("void(str a, i8 b)")
        #expect(signature.matches(try Signature("void(str, i8)")))
        #expect(!signature.matches(try Signature("void(str, u8)")))
        #expect(!signature.matches(try Signature("bool(str, i8)")))
        #expect(!signature.matches(try Signature("void(str)")))
    }

    @Test func `a function has its symbol before the parameters`() throws {
        let function = try NamedSignature("cstr FascistCheck(cstr password, cstr path)")
        #expect(function.symbol == "FascistCheck")
        #expect(function.signature.parameters.map(\.name) == ["password", "path"])
        #expect(function.description == "cstr FascistCheck(cstr password, cstr path)")
    }

    @Test(arguments: [
        ("", 1, "expected the type of the result, found the end"),
        ("(", 1, "expected the type of the result, found \"(\""),
        ("bool", 5, "expected `(`, found the end"),
        ("bool user(", 6, "expected `(`, found \"u\""),
        ("bool(", 6, "expected the type of a parameter, found the end"),
        ("bool(,)", 6, "expected the type of a parameter, found \",\""),
        ("bool(str,)", 10, "expected the type of a parameter, found \")\""),
        ("bool(str user cents)", 15, "expected `,` or `)`, found \"c\""),
        ("bool(str) x", 11, "expected the end, found \"x\""),
        ("bool(str a, i8 a)", 16, "there are two parameters of the name a"),
        ("bool(str é)", 10, "expected `,` or `)`, found \"é\""),
        ("bool\u{0}(str)", 5, "expected `(`, found \"\\0\""),
    ])
    func `a mistake is told with its column`(text: String, column: Int, cause: String) {
        #expect(throws: SignatureError(column: column, cause: cause)) { try Signature(text) }
    }

    @Test(arguments: [("string(str)", 1, "`string`"), ("bool(str a, int b)", 13, "`int`"), ("bool(void)", 6, "`void`")])
    func `a type that there is not is named with those that there are`(
        text: String, column: Int, name: String
    ) throws {
        let error = try #require(throws: SignatureError.self) { try Signature(text) }
        #expect(error.column == column)
        #expect(error.cause.hasPrefix("there is no type \(name); known: "))
        #expect(error.cause.hasSuffix("str, cstr, bytes, json"))
    }

    @Test func `a function without a symbol is refused`() {
        #expect(throws: SignatureError(column: 5, cause: "expected the function's name, found \"(\"")) {
            try NamedSignature("bool(str user)")
        }
    }

    @Test func `there are at most 31 parameters`() throws {
        let most = "void(\(Array(repeating: "i8", count: 31).joined(separator: ", ")))"
        #expect(try Signature(most).parameters.count == 31)
        let error = SignatureError(column: 5 + 32 * 4 - 1, cause: "there are more than 31 parameters")
        #expect(throws: error) { try Signature(most.dropLast() + ", i8)") }
    }
}
