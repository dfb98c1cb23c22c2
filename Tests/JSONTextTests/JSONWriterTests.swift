import JSONText
import Testing

@Suite struct JSONWriterTests {
    private func written(_ string: String) -> String {
        var writer = JSONWriter()
        writer.string(string)
        return writer.text
    }

    @Test func `Control characters are escaped, the shortest way`() {
        let escapes = (0..<0x20).compactMap(Unicode.Scalar.init).map { written(String($0)) }
        let expected = [
            #""\u0000""#, #""\u0001""#, #""\u0002""#, #""\u0003""#, #""\u0004""#, #""\u0005""#, #""\u0006""#,
            #""\u0007""#, #""\b""#, #""\t""#, #""\n""#, #""\u000b""#, #""\f""#, #""\r""#, #""\u000e""#, #""\u000f""#,
            #""\u0010""#, #""\u0011""#, #""\u0012""#, #""\u0013""#, #""\u0014""#, #""\u0015""#, #""\u0016""#,
            #""\u0017""#, #""\u0018""#, #""\u0019""#, #""\u001a""#, #""\u001b""#, #""\u001c""#, #""\u001d""#,
            #""\u001e""#, #""\u001f""#,
        ]
        #expect(escapes == expected)
    }

    @Test(arguments: [
        ("", #""""#), ("\"", #""\"""#), ("\\", #""\\""#), ("\r\n", #""\r\n""#), (#"\ud800"#, #""\\ud800""#),
        ("a\"b\\c\n", #""a\"b\\c\n""#), ("\r\n\u{301}", "\"\\r\\n\u{301}\""), ("\"\u{301}", "\"\\\"\u{301}\""),
    ])
    func `What JSON demands is escaped`(_ string: String, _ text: String) {
        #expect(isSame(written(string), text))
    }

    @Test(arguments: [
        "/", "'", "\u{7F}", "\u{80}", "é", "e\u{301}", "\u{2028}", "\u{FFFD}", "\u{FEFF}", "😀", "\u{10FFFF}", "<&>",
    ])
    func `Nothing else is escaped`(_ string: String) {
        #expect(isSame(written(string), "\"\(string)\""))
    }

    @Test func `A string that is written says what it said`() throws {
        let all = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init)))
        #expect(isSame(try said(written(all)), all))
    }

    @Test(
        arguments: [
            (.null, "null"), (true, "true"), (false, "false"), (-7, "-7"), (.bigInteger(.max), "18446744073709551615"),
            (.number(1), "1.0"), (.number(-0.5), "-0.5"),
            (.number(.infinity), "null"), (.number(.nan), "null"), ([], "[]"), ([:], "{}"), ([[]], "[[]]"),
            ([1, "a", .null], "[1,\"a\",null]"), (["b": 1, "a": [:]], "{\"b\":1,\"a\":{}}"),
            (["a\"": "\n"], #"{"a\"":"\n"}"#),
        ] as [(JSONValue, String)])
    func `A value is written on one line without space`(_ value: JSONValue, _ text: String) {
        #expect(value.text == text)
    }

    @Test func `Values that are written one after another stand one after another`() {
        var writer = JSONWriter()
        writer.value([1])
        writer.string("x")
        writer.value(.null)
        #expect(writer.text == "[1]\"x\"null")
    }

    @Test(arguments: [1e16, 1e-7, .leastNonzeroMagnitude, 1.7976931348623157e308, 123_456_789.125, -0.0] as [Double])
    func `Every number that is written is JSON`(_ number: Double) throws {
        let text = JSONValue.number(number).text
        #expect(try JSONDocument().parse(text) { $0.double } == number)
    }
}
