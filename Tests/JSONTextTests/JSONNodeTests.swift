import JSONText
import Testing

@Suite struct JSONNodeTests {
    @Test(
        arguments: [
            ("{}", .object), ("[]", .array), ("\"\"", .string), ("0", .integer), ("-9223372036854775808", .integer),
            ("9223372036854775807", .integer), ("9223372036854775808", .bigInteger), ("1.0", .number), ("1e2", .number),
            ("true", .bool), ("false", .bool), ("null", .null),
        ] as [(String, JSONNode.Kind)])
    func `A node knows its kind`(_ text: String, _ kind: JSONNode.Kind) throws {
        #expect(try JSONDocument().parse(text) { $0.kind } == kind)
        #expect(try JSONDocument().parse("[\(text)]") { $0.firstChild?.kind } == kind)
    }

    @Test func `A value is given as what it is and as nothing else`() throws {
        let texts = ["{}", "[]", "\"x\"", "7", "9223372036854775808", "0.5", "true", "false", "null"]
        let nodes = try texts.map { text in
            try JSONDocument().parse(text) { node in
                [
                    node.string.map { "string \($0)" }, node.integer.map { "integer \($0)" },
                    node.bigInteger.map { "big \($0)" },
                    node.double.map { "double \($0)" }, node.bool.map { "bool \($0)" },
                ].compactMap { $0 }
            }
        }
        #expect(
            nodes == [
                [], [], ["string x"], ["integer 7"], ["big 9223372036854775808"], ["double 0.5"], ["bool true"],
                ["bool false"], [],
            ])
    }

    static let values = [
        "{}", "{ }", "{ \"k\" : 1 }", "{\"a\":{\"b\":{}},\"c\":[]}", "[]", "[ ]", "[ 1 , [ ] , \"]\" ]", "\"\"",
        "\"a\"", "\"a\\\"b\\\\\"", "\"\\\\\"", "\"}],:{[\"", "\"é😀\"", "\"\\ud800\"", "\"\\u0000\"", "0", "-12",
        "1.5e+3", "-0", "9223372036854775808", "true", "false", "null",
    ]

    @Test(arguments: ["", " ", "\t", "\n", "\r", "\n\t\r  "]) func `A range is the source without the space around it`(
        _ space: String
    )
        throws
    {
        for value in Self.values {
            let text = space + value + space
            let (slice, range) = try JSONDocument().parse(text) { ($0.slice, $0.range) }
            #expect(isSame(slice, value))
            #expect(range == space.utf8.count..<(space + value).utf8.count)
        }
        let array = "[" + Self.values.map { space + $0 + space }.joined(separator: ",") + "]"
        let elements = try JSONDocument().parse(array) { node in
            var slices: [String] = []
            node.forEachElement { slices.append($0.slice) }
            return slices
        }
        #expect(elements == Self.values)
    }

    @Test(arguments: ["", " ", "\t", "\n", "\r", "\n\t\r  "])
    func `Members are keys and values in the order of the text`(_ space: String)
        throws
    {
        let keys = Self.values.indices.map { "\"\\ud83d\\u0041 k\($0)\"" }
        let members = zip(keys, Self.values).map { space + $0 + space + ":" + space + $1 + space }
        let text = space + "{" + members.joined(separator: ",") + "}" + space
        let (names, slices, whole) = try JSONDocument().parse(text) { node in
            var names: [String] = []
            var slices: [String] = []
            node.forEachMember { key, value in
                names.append(key.slice)
                slices.append(value.slice)
            }
            return (names, slices, unsafe String(decoding: node.wholeText, as: UTF8.self))
        }
        #expect(names == keys)
        #expect(slices == Self.values)
        #expect(whole == text)
    }

    @Test func `Children are walked one by one, and the last has none behind it`() throws {
        let slices = try JSONDocument().parse("[1.5,[2,3],\"x\",{},null]") { root in
            var slices: [String] = []
            var child = root.firstChild
            while let node = child {
                slices.append(node.slice)
                child = node.next
            }
            return slices + [root.next == nil ? "end" : "more"]
        }
        #expect(slices == ["1.5", "[2,3]", "\"x\"", "{}", "null", "end"])
    }

    @Test(arguments: ["{}", "[]", "\"x\"", "7", "true", "null"]) func `What is empty or no container has no child`(
        _ text: String
    ) throws {
        #expect(try JSONDocument().parse(text) { $0.firstChild == nil })
        let visits = try JSONDocument().parse(text) { node in
            var visits = 0
            node.forEachMember { _, _ in visits += 1 }
            node.forEachElement { _ in visits += 1 }
            return visits
        }
        #expect(visits == 0)
    }

    @Test func `An object has members and no elements, an array the other way round`() throws {
        func visits(_ text: String) throws -> [String] {
            try JSONDocument().parse(text) { node in
                var visits: [String] = []
                node.forEachMember { key, value in visits.append("\(key.slice) \(value.slice)") }
                node.forEachElement { visits.append($0.slice) }
                return visits
            }
        }
        #expect(try visits("{\"a\":1,\"b\":2}") == ["\"a\" 1", "\"b\" 2"])
        #expect(try visits("[\"a\",1]") == ["\"a\"", "1"])
    }

    @Test(
        arguments: [
            ("a", "1"), ("b", "{\"a\":9}"), ("A", nil), ("", "2"), ("c", nil), ("d/~", "3"), ("é", "4"),
            ("e\u{301}", "5"),
            ("x\0y", "6"), ("\u{FFFD}", "7"),
        ] as [(String, String?)])
    func `A member is found by what its key says, byte for byte`(_ name: String, _ slice: String?) throws {
        let text =
            "{\"a\":1,\"b\":{\"a\":9},\"\":2,\"d/~\":3,\"\\u00e9\":4,\"e\u{301}\":5,\"x\\u0000y\":6,\"\\udc00\":7}"
        #expect(try JSONDocument().parse(text) { $0.member(name)?.slice } == slice)
    }

    @Test func `Of a key that stands twice the last one counts, however it is spelled`() throws {
        #expect(try JSONDocument().parse("{\"a\":1,\"b\":2,\"\\u0061\":3}") { $0.member("a")?.slice } == "3")
        #expect(try JSONDocument().parse("[\"a\",1]") { $0.member("a") == nil })
    }

    @Test(arguments: [
        ("\"ab\"", true), ("\"\\u0061b\"", true), ("\"abc\"", false), ("\"a\"", false), ("\"aB\"", false),
    ])
    func `A string is compared by what it says`(_ json: String, _ isSame: Bool) throws {
        #expect(try JSONDocument().parse(json) { $0.isText("ab" as String) } == isSame)
        #expect(try JSONDocument().parse(json) { $0.isText("ab" as StaticString) } == isSame)
    }

    @Test func `The empty string is a text, and what is no string is none`() throws {
        #expect(try JSONDocument().parse("\"\"") { $0.isText("" as String) && $0.isText("" as StaticString) })
        let others = try ["null", "1", "[]", "{}", "true"].map { text in
            try JSONDocument().parse(text) { $0.isText("" as String) || $0.isText("" as StaticString) }
        }
        #expect(others == Array(repeating: false, count: 5))
    }
}
