import Testing

@testable import JSONText

@Suite struct JSONDocumentTests {
    @Test(arguments: [
        "null", "true", "false", "0", "-1", "1.5", "1e5", "1E-5", "\"\"", "[]", "{}", " [ ] ", "\t\r\n{ }\n",
        "[1,2,3]", "{\"a\":{\"b\":[null]}}", "18446744073709551615",
    ])
    func `Every kind of value is a text of its own`(_ text: String) {
        #expect(isJSON(text))
    }

    @Test(arguments: [
        "{", "}", "[", "]", "{]", "[}", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{1:2}",
        "{a:1}", "{'a':1}", "{\"a\" 1}", "{\"a\"::1}", "[1]]", "{}{}", "{} x", "1 2", "\"a\"b", ":", ",", "nul",
        "nulll", "True", "tru", "truefalse", "undefined", "// c\n1", "1 // c", "[1]//",
    ])
    func `What breaks the grammar is no JSON`(_ text: String) {
        #expect(!isJSON(text))
    }

    @Test(arguments: [
        "01", "-01", "+1", ".5", "1.", "-", "-a", "1e", "1e+", "0x10", "1_000", "1,000", "NaN", "Infinity",
        "-Infinity", "1.2.3", "1a", "--1", "18446744073709551616", "-9223372036854775809", "1e400", "-1e400",
    ])
    func `What is no number, or beyond 64 bits, is an error`(_ text: String) {
        #expect(!isJSON(text))
        #expect(!isJSON("[\(text)]") || text == "1,000")
    }

    @Test(arguments: [
        "\"", "\"a", "\"\\\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\u\"", "\"\\ud8\"",
        "\"\\ud800\\u\"", "\"\\ud800\\udc\"", "\"\\ud800\\uZZZZ\"", "\"\\'\"",
    ])
    func `What is no string is an error`(_ text: String) {
        #expect(!isJSON(text))
    }

    @Test func `A document that is used again knows its last text, and only that`() throws {
        let document = JSONDocument()
        for text in ["[1]", "[1]", "[2]", "[1]", "[1", "[1]", "[1]"] {
            let value = try? document.parse(bytes: Array(text.utf8), isRepeated: true) { $0.firstChild?.integer }
            #expect(value == (text == "[1" ? nil : text == "[2]" ? 2 : 1))
        }
    }

    @Test(arguments: ["", " ", "\n\t \r"]) func `An empty text says that it is empty`(_ text: String) {
        #expect(throws: JSONError(description: "it is empty")) { try JSONDocument().parse(text) { _ in } }
    }

    @Test func `A control character in a string must be escaped`() {
        let raw = (0..<0x20).map { isJSON([0x22, UInt8($0), 0x22]) }
        #expect(raw == Array(repeating: false, count: 0x20))
        #expect(isJSON([0x22, 0x20, 0x22]))
        #expect(isJSON([0x22, 0x7F, 0x22]))
    }

    @Test(
        arguments: [
            [0x80], [0xFF], [0xC3], [0xC0, 0xAF], [0xC1, 0x81], [0xE2, 0x82], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80],
            [0xED, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF0, 0x80, 0x80, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80],
        ] as [[UInt8]])
    func `What is no UTF-8 is no JSON`(_ bytes: [UInt8]) {
        #expect(!isJSON([0x22] + bytes + [0x22]))
        #expect(!isJSON(Array("{\"".utf8) + bytes + Array("\":1}".utf8)))
        #expect(!isJSON(Array("[1]".utf8) + bytes))
    }

    @Test(arguments: [
        "\0", "\0{}", "{}\0", "{\0}", "[1\0]", "[1,\0 2]", "[true\0]", "[null\0,1]", "{\"a\0\":1}", "1\0", "true\0",
        "\"a\"\0", "[\"\0\"]",
    ])
    func `A NUL byte is nowhere a part of JSON`(_ text: String) {
        #expect(!isJSON(text))
    }

    @Test func `A byte order mark is no part of JSON`() {
        #expect(!isJSON([0xEF, 0xBB, 0xBF] + Array("{}".utf8)))
        #expect(!isJSON([0xEF, 0xBB, 0xBF]))
        #expect(isJSON([0x22, 0xEF, 0xBB, 0xBF, 0x22]))
    }

    @Test func `An event that is cut off anywhere is an error`() {
        let bytes = Array(sampleEvent.utf8)
        #expect(isJSON(bytes))
        #expect((0..<bytes.count).filter { isJSON(Array(bytes.prefix($0))) } == [])
    }

    @Test func `An event with something behind it is an error`() {
        let ends = [",", "}", "]", "\"", "0", "{}", "\u{A0}", "\u{0B}"].filter { isJSON(sampleEvent + $0) }
        #expect(ends == [])
        #expect(isJSON(sampleEvent + " \r\n\t"))
    }

    @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
    func `Nesting has a limit, and what is deeper is an error`(_ open: String, _ close: String) {
        func nested(_ depth: Int) -> String {
            String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
        }
        #expect([1, 512, 1023].filter { isJSON(nested($0)) } == [1, 512, 1023])
        #expect([1024, 1025, 2000, 100_000].filter { isJSON(nested($0)) } == [])
        #expect(!isJSON(String(repeating: open, count: 100_000)))
        #expect(throws: Never.self) { try JSONValue(parsing: nested(1023)) }
    }

    @Test func `A document is used again, whatever came before`() throws {
        let document = JSONDocument()
        let texts = [sampleEvent, "[1,", "7", "", "{\"b\":[1,2]}", "\"\\ud800\"", "\"x\"", "[[],{}]"]
        let slices = texts.map { text in try? document.parse(text) { $0.slice } }
        #expect(slices == [sampleEvent, nil, "7", nil, "{\"b\":[1,2]}", "\"\\ud800\"", "\"x\"", "[[],{}]"])
    }

    @Test func `A text is lent as bytes too, and copied`() throws {
        let kind = try JSONDocument().parse(bytes: Array("[1]".utf8)) { $0.kind }
        #expect(kind == .array)
        #expect(!isJSON([UInt8]()))
    }
}

/// As a server sends it: nested, escaped, beyond ASCII, with every kind of value.
let sampleEvent = #"""
    {"type":"m.room.message","event_id":"$Rqnc-F-dvnEYJTyHq_iKxU2bZ1CI92-kuZq3a5lr5Zg","sender":"@älice:example.org",
     "content":{"body":"caf\u00e9 \"quoted\" \\ \ud83d\ude00 \ud800 😀\n","format":null,"mentions":{"user_ids":[]},
     "geo":{"lat":-51.5e-2,"floor":-3,"indoor":true}},"origin_server_ts":1432735824653,"depth":0,
     "unsigned":{"age":1234,"redacted":false},"prev_events":["$a", [ "$b" , {} ] ]}
    """#
