import JSONText
import Testing

@testable import ModuleLoader

@Suite struct JSONPointerTests {
    private func found(_ pointer: String, in text: String) throws -> String? {
        guard let pointer = JSONPointer(pointer) else { return "no pointer" }
        return try JSONDocument().parse(text) { root in
            pointer.resolve(in: root).map { unsafe String(decoding: $0.text, as: UTF8.self) }
        }
    }

    private static let example = #"""
        {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8,
         "~1": 9, "\u0301x": 10, "\r\n": 11, "01": 12, "o": {"": {"": 13}}}
        """#

    /// Those of RFC 6901, section 5, and some more.
    @Test(arguments: [
        ("/foo", "[\"bar\", \"baz\"]"), ("/foo/0", "\"bar\""), ("/", "0"), ("/a~1b", "1"), ("/c%d", "2"),
        ("/e^f", "3"), ("/g|h", "4"), ("/i\\j", "5"), ("/k\"l", "6"), ("/ ", "7"), ("/m~0n", "8"), ("/~01", "9"),
        ("/\u{301}x", "10"), ("/\r\n", "11"), ("/01", "12"), ("/o/", "{\"\": 13}"), ("/o//", "13"),
    ])
    func `A pointer leads to its value`(_ pointer: String, _ value: String) throws {
        #expect(try found(pointer, in: Self.example) == value)
    }

    @Test(arguments: [
        "/bar", "/foo/2", "/foo/-", "/foo/bar", "/foo/-1", "/foo/0/0", "/foo/", "/a/b", "//", "/FOO", "/foo ",
        "/foo/18446744073709551616",
    ])
    func `A pointer to nothing finds nothing`(_ pointer: String) throws {
        #expect(try found(pointer, in: Self.example) == nil)
    }

    @Test(arguments: ["/00", "/01", "/+1", "/-0", "/ 1", "/1 ", "/1.0", "/١", "/0x1"])
    func `A place in an array is a number as JSON writes it`(
        _ pointer: String
    ) throws {
        #expect(try found(pointer, in: "[5,6,7]") == nil)
    }

    @Test(arguments: ["a", "foo/0", " /foo", "~", "#/foo", "/~", "/~2", "/~a", "/a~/b", "/~~0", "/m~"])
    func `What breaks the grammar is no pointer`(_ pointer: String) {
        #expect(JSONPointer(pointer) == nil)
    }

    @Test func `In objects a number is a key`() throws {
        #expect(try found("/0", in: "{\"0\":\"zero\"}") == "\"zero\"")
        #expect(try found("/0/1", in: "[[5,{\"1\":2}]]") == "{\"1\":2}")
    }

    @Test func `Of a key that stands twice the last one counts`() throws {
        #expect(try found("/a/b", in: "{\"a\":{\"b\":1},\"a\":{\"b\":2},\"\\u0061\":{\"b\":3}}") == "3")
    }
}
