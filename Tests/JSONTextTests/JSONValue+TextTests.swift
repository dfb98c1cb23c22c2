import Testing

@testable import JSONText

@Suite struct JSONValueTextTests {
    @Test func `A text becomes the value that it says`() throws {
        let value = try JSONValue(parsing: sampleEvent)
        guard case .object(let event) = value, case .object(let content) = event["content"] else {
            Issue.record("it is no event")
            return
        }
        #expect(
            event.members.map(\.key) == [
                "type", "event_id", "sender", "content", "origin_server_ts", "depth", "unsigned", "prev_events",
            ])
        #expect(content["body"] == "café \"quoted\" \\ 😀 \u{FFFD} 😀\n")
        #expect(content["geo"] == ["lat": .number(-0.515), "floor": -3, "indoor": true])
        #expect(event["origin_server_ts"] == 1_432_735_824_653)
        #expect(event["prev_events"] == ["$a", ["$b", [:]]])
        #expect(content["format"] == .null)
    }

    @Test(arguments: [
        (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"\b"#, "\u{08}"), (#"\f"#, "\u{0C}"), (#"\n"#, "\n"),
        (#"\r"#, "\r"), (#"\t"#, "\t"), (#"\u0000"#, "\0"), (#"\u001f"#, "\u{1F}"), (#"\u00E9"#, "é"),
        (#"\u00e9"#, "é"), (#"\u20ac"#, "€"), (#"\ud83d\ude00"#, "😀"), (#"a\u0000b\n"#, "a\0b\n"),
    ])
    func `Each escape says its character`(_ escape: String, _ text: String) throws {
        guard case .string(let said) = try JSONValue(parsing: "\"\(escape)\"") else {
            Issue.record("it is no string")
            return
        }
        #expect(isSame(said, text))
        #expect(isSame(try JSONValue(parsing: JSONValue.string(said).text).text, JSONValue.string(said).text))
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("1432735824653", 1432735824653),
        ] as [(String, Int64)])
    func `Whole numbers of 64 bits are exact`(_ text: String, _ number: Int64) throws {
        #expect(try JSONValue(parsing: text) == .integer(number))
        #expect(try JSONValue(parsing: JSONValue.integer(number).text) == .integer(number))
    }

    @Test(arguments: [
        "9223372036854775808", "18446744073709551615", "[1,9223372036854775808]", "{\"a\":{\"b\":9223372036854775808}}",
    ])
    func `A whole number that needs the 64th bit comes back as it went`(_ text: String) throws {
        #expect(try JSONValue(parsing: text).text == text)
    }

    @Test func `Whole numbers of more than 63 bits are exact, and no doubles`() throws {
        #expect(try JSONValue(parsing: "9223372036854775808") == .bigInteger(1 << 63))
        #expect(try JSONValue(parsing: "18446744073709551615") == .bigInteger(.max))
        #expect(try JSONValue(parsing: "9223372036854775808") != .integer(.min))
    }

    @Test(arguments: ["18446744073709551616", "-9223372036854775809", "[1e400]"])
    func `A number beyond 64 bits is an error`(_ text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    }

    @Test(
        arguments: [
            ("0.1", 0.1), ("1.0", 1), ("-2.5e-3", -0.0025), ("1e5", 100_000), ("1E+2", 100),
            ("5e-324", .leastNonzeroMagnitude),
            ("1.7976931348623157e308", .greatestFiniteMagnitude), ("9007199254740993.0", 9_007_199_254_740_992),
            ("123456789012345678901234567890.0", 123456789012345678901234567890.0), ("1e-400", 0),
        ] as [(String, Double)])
    func `Other numbers are doubles`(_ text: String, _ number: Double) throws {
        #expect(try JSONValue(parsing: text) == .number(number))
        #expect(try JSONValue(parsing: JSONValue.number(number).text) == .number(number))
    }

    @Test func `Of a key that stands twice the last value stays, in the place of the first`() throws {
        let value = try JSONValue(parsing: #"{"a":1,"b":2,"a":3,"\u0061":{"x":4}}"#)
        #expect(value.text == #"{"a":{"x":4},"b":2}"#)
    }

    @Test func `Keys that only look alike are two`() throws {
        let value = try JSONValue(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}")
        #expect(isSame(value.text, "{\"\u{E9}\":1,\"e\u{301}\":2}"))
    }

    @Test func `What is no JSON is an error, not a value`() {
        #expect(throws: JSONError(description: "it is empty")) { try JSONValue(parsing: "") }
        #expect(throws: JSONError.self) { try JSONValue(parsing: "{\"a\":1") }
    }

    @Test func `A description is the text`() {
        #expect("\(["a": [1, .null]] as JSONValue)" == "{\"a\":[1,null]}")
    }

    @Test(arguments: [1, 20260731, 0xFEED_BEEF] as [UInt64]) func `Random values come back as they went`(_ seed: UInt64)
        throws
    {
        var random = RandomJSON(seed: seed)
        for _ in 0..<400 {
            let value = random.value(depth: 4)
            let back = try JSONValue(parsing: value.text)
            #expect(back == value)
            #expect(isSame(back.text, value.text))
            let spelled = random.spelled(value)
            #expect(try JSONValue(parsing: spelled) == value, "\(spelled)")
            #expect(isSame(try JSONValue(parsing: spelled).text, value.text))
        }
    }
}
