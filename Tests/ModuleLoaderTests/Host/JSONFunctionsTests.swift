import CGatehouse
import Testing

@testable import ModuleLoader

@Suite struct JSONFunctionsTests {
    private let sample = Text(#" {"a": {"b": [10, "x\ud800", { }]}, "é": null, "a/b~c": true} "#)

    @Test func `Values are slices of the text, without the space around them`() {
        let found = ["", "/a", "/a/b", "/a/b/0", "/a/b/1", "/a/b/2", "/é", "/a~1b~0c"].map {
            Lookup.get(sample, Text($0))
        }
        let expected = [
            #"{"a": {"b": [10, "x\ud800", { }]}, "é": null, "a/b~c": true}"#, #"{"b": [10, "x\ud800", { }]}"#,
            #"[10, "x\ud800", { }]"#, "10", #""x\ud800""#, "{ }", "null", "true",
        ]
        #expect(found == expected.map { Looked(1, $0) })
    }

    @Test func `What is not there is absent, and the place for it left alone`() {
        let found = ["/b", "/a/c", "/a/b/3", "/a/b/-", "/a/b/0/0", "/é/x", "/"].map { Lookup.get(sample, Text($0)) }
        #expect(found == Array(repeating: .absent, count: 7))
    }

    @Test func `No pointer, and the empty one, is the whole`() {
        #expect(Lookup.get("[1]", .absent) == Looked(1, "[1]"))
        #expect(Lookup.get(" 7 ", "") == Looked(1, "7"))
    }

    @Test(arguments: [Text("a"), "a/b", "#/a", "/~", "/~2", "/a~", .notUTF8, .tooLong, .absurd])
    func `What is no pointer makes no sense`(_ pointer: Text) {
        #expect(Lookup.get(sample, pointer) == .unreachable)
    }

    static let noJSON: [Text] = [
        "", " ", "{", "[1]]", .notUTF8, .absent, .absentWithLength, .tooLong, .absurd, .absurdToo,
    ]

    @Test(arguments: noJSON) func `What is no JSON cannot be asked`(_ text: Text) {
        #expect(Lookup.get(text, "") == .unreachable)
        #expect(Lookup.integer(text).found == 3)
        #expect(Lookup.integer(text).value == nil)
        #expect(Filled.unescape(text, capacity: 100) == Filled(3))
        var cursor: UInt64 = 0
        #expect(Lookup.next(text, &cursor) == .unreachable)
        #expect(cursor == 0)
    }

    @Test func `Without a place for it nothing can be told`() {
        let table = unsafe JSONFunctions.table.pointee
        var cursor: UInt64 = 0
        var value = unsafe gh_json()
        let found = unsafe [
            table.get(Text("[1]").json, Text("").str, nil), table.integer(Text("1").json, nil),
            table.next(Text("[1]").json, nil, nil, &value), table.next(Text("[1]").json, &cursor, nil, nil),
        ]
        #expect(found == [3, 3, 3, 3])
        #expect(cursor == 0)
        #expect(table.size == MemoryLayout<gh_json_functions>.size)
    }

    @Test(
        arguments: [
            ("0", 0), (" -12\n", -12), ("9223372036854775807", .max), ("-9223372036854775808", .min), ("-0", 0),
        ] as [(String, Int64)])
    func `A whole number is found`(_ text: String, _ number: Int64) {
        let looked = Lookup.integer(Text(text))
        #expect(looked.found == 1)
        #expect(looked.value == number)
    }

    @Test(arguments: [
        "9223372036854775808", "18446744073709551615", "1.0", "1e3", "\"5\"", "true", "null", "[1]", "{}",
    ])
    func `What is no whole number of 64 bits is absent`(_ text: String) {
        let looked = Lookup.integer(Text(text))
        #expect(looked.found == 2)
        #expect(looked.value == nil)
    }

    @Test func `An array is gone through in its order`() {
        #expect(Lookup.all("[ 1 , [2,3] ,\"x\",{}]") == ["1", "[2,3]", "\"x\"", "{}", "2"])
        #expect(Lookup.all("[]") == ["2"])
        #expect(
            Lookup.all("[\"]\",[[],{\"}\":[\"\\\"]\"]}],-1.5e3]") == [
                "\"]\"", "[[],{\"}\":[\"\\\"]\"]}]", "-1.5e3", "2",
            ])
    }

    @Test func `An object is gone through in its order, with keys as JSON strings`() {
        let text = Text(#"{"b": 1, "\u0061" :[2] , "b":3}"#)
        #expect(Lookup.all(text) == [#""b" 1"#, #""\u0061" [2]"#, #""b" 3"#, "2"])
        #expect(Lookup.all(" { } ") == ["2"])
    }

    @Test(arguments: ["1", "\"x\"", "null", "true"]) func `What is no container cannot be gone through`(_ text: String)
    {
        #expect(Lookup.all(Text(text)) == ["3"])
    }

    @Test func `At the end a cursor stays where it is`() {
        for text in ["[1,2]", "{\"a\":1,\"b\":2}", " [ 1 , 2 ] "] {
            var cursor: UInt64 = 0
            let found = (0..<5).map { _ in Lookup.next(Text(text), &cursor).found }
            #expect(found == [1, 1, 2, 2, 2])
        }
    }

    @Test(arguments: [7, 8, 1000, 1 << 32, .max] as [UInt64]) func `A cursor that no step gave makes no sense`(
        _ start: UInt64
    ) {
        var cursor = start
        #expect(Lookup.next("[1,22]", &cursor) == .unreachable)
        #expect(cursor == start)
    }

    /// Whatever is made of a text while it is gone through, nothing outside of it is given or read.
    @Test func `A cursor into the midst of a text, or of another one, leads nowhere else`() {
        let text = #" {"a\"": [1, "x]\\", {}], "b": "\u00e9", "c": tru"#
        for length in 1...text.utf8.count {
            let cut = Text(fencing: Array(text.utf8.prefix(length)))
            for start in 1...UInt64(length) {
                var cursor = start
                let looked = Lookup.next(cut, &cursor)
                #expect([1, 2, 3].contains(looked.found))
                #expect(looked.value != "a slice of something else" && looked.key != "a slice of something else")
                #expect(cursor <= UInt64(length))
            }
        }
    }

    @Test func `Elements have no key, and nobody needs to ask for keys`() {
        let table = unsafe JSONFunctions.table.pointee
        var cursor: UInt64 = 0
        var (key, value) = unsafe (Text("untouched").json, gh_json())
        #expect(unsafe table.next(Text("[1]").json, &cursor, &key, &value) == 1)
        #expect(unsafe key.text.ptr == nil)
        cursor = 0
        #expect(unsafe table.next(Text("{\"a\":1}").json, &cursor, nil, &value) == 1)
        #expect(unsafe table.next(Text("{\"a\":1}").json, &cursor, nil, &value) == 2)
    }

    @Test func `A value that one look-up gave can be asked the next`() {
        let table = unsafe JSONFunctions.table.pointee
        var (inner, value) = unsafe (gh_json(), gh_json())
        #expect(unsafe table.get(sample.json, Text("/a").str, &inner) == 1)
        #expect(unsafe table.get(inner, Text("/b/0").str, &value) == 1)
        #expect(unsafe value.text.len == 2)
        #expect(unsafe value.text.ptr == sample.str.ptr.map { unsafe $0 + 14 })
    }
}
