import JSONText
import Testing

@Suite struct JSONTests {
    @Test func `A text stays as it came, but for the space around it`() throws {
        let text = "{ \"b\" : 1.50 , \"a\":\"\\u0061\" }"
        let json = try JSON("\n \(text)\t\r\n")
        #expect(isSame(json.text, text))
        #expect(isSame("\(json)", text))
        #expect(json.value == ["b": .number(1.5), "a": "a"])
    }

    @Test(arguments: ["", "{", "{}x", "\u{FEFF}{}"]) func `What is no JSON does not become one`(_ text: String) {
        #expect(throws: JSONError.self) { try JSON(text) }
    }

    @Test func `A value becomes its text`() {
        #expect(JSON(["b": [1, true], "a": .null]).text == "{\"b\":[1,true],\"a\":null}")
    }

    @Test(arguments: [
        ("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}"), ("[1,2]", " [ 1 , 2 ] "), ("\"\\u0061\\/\"", "\"a/\""),
        ("1.50", "15e-1"), ("{\"a\":1,\"a\":2}", "{\"a\":2}"), ("\"\\ud83d\\ude00\"", "\"😀\""), ("-0", "0"),
        ("{\"a\":{\"x\":[],\"y\":{}}}", "{\"a\":{\"y\":{},\"x\":[]}}"),
    ])
    func `Equal is what says the same`(_ one: String, _ other: String) throws {
        #expect(try JSON(one) == JSON(other))
        #expect(try JSON(other) == JSON(one))
    }

    @Test(arguments: [
        ("{\"a\":1,\"b\":2}", "{\"a\":1}"), ("[1,2]", "[2,1]"), ("\"a\"", "\"A\""), ("1", "\"1\""), ("{}", "[]"),
        ("{\"a\":null}", "{}"), ("null", "false"), ("0", "false"), ("1", "2"), ("\"\u{E9}\"", "\"e\u{301}\""),
        ("{\"\u{E9}\":1}", "{\"e\u{301}\":1}"),
    ])
    func `Different is what says something else`(_ one: String, _ other: String) throws {
        #expect(try JSON(one) != JSON(other))
        #expect(try JSON(other) != JSON(one))
    }

    @Test func `Numbers that need all of 64 bits are equal to themselves alone`() throws {
        let big = try JSON("[18446744073709551615]")
        #expect(big == (try JSON("[18446744073709551615]")))
        #expect(big != (try JSON("[18446744073709551614]")))
        #expect(big != (try JSON("null")))
        #expect((try JSON("null")) != big)
    }
}
