import JSONText
import Testing

/// Lone surrogates: a field reads U+FFFD, the text stays as it came.
@Suite struct SurrogateTests {
    @Test(arguments: [
        (#"\ud800"#, "\u{FFFD}"), (#"\udbff"#, "\u{FFFD}"), (#"\udc00"#, "\u{FFFD}"), (#"\udfff"#, "\u{FFFD}"),
        (#"\uD800"#, "\u{FFFD}"), (#"\uDFFF"#, "\u{FFFD}"), (#"x\ud83dy"#, "x\u{FFFD}y"),
        (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\ud83d\""#, "\u{FFFD}\""), (#"\ud83d\u0041"#, "\u{FFFD}A"),
        (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
        (#"\ud83d\ude00\ude00"#, "😀\u{FFFD}"), (#"\ud800\ud800\ud800"#, "\u{FFFD}\u{FFFD}\u{FFFD}"),
        (#"\ud800é😀"#, "\u{FFFD}é😀"), (#"\ud83d ude00"#, "\u{FFFD} ude00"),
    ])
    func `A lone surrogate reads as U+FFFD`(_ escapes: String, _ text: String) throws {
        #expect(isSame(try said("\"\(escapes)\""), text))
        #expect(isSame(try JSONDocument().parse("\"\(escapes)\"") { $0.slice }, "\"\(escapes)\""))
    }

    @Test(arguments: [
        (#"\ud83d\ude00"#, "😀"), (#"\uD83D\uDE00"#, "😀"), (#"\ud800\udc00"#, "\u{10000}"),
        (#"\udbff\udfff"#, "\u{10FFFF}"), (#"\ud7ff\ue000"#, "\u{D7FF}\u{E000}"), (#"\uffff"#, "\u{FFFF}"),
    ])
    func `Pairs and their neighbours are what they are`(_ escapes: String, _ text: String) throws {
        #expect(isSame(try said("\"\(escapes)\""), text))
    }

    @Test(arguments: [
        (#"\\ud800"#, #"\ud800"#), (#"\\\ud800"#, "\\\u{FFFD}"), (#"\\\\ud800"#, #"\\ud800"#),
        (#"\\\\\ud800"#, "\\\\\u{FFFD}"), (#"\\ud83d\ude00"#, "\\ud83d\u{FFFD}"),
        (#"\ud83d\\ude00"#, "\u{FFFD}\\ude00"),
        (#"\"\\ud800\""#, #""\ud800""#),
    ])
    func `Behind an escaped backslash there is no escape`(_ escapes: String, _ text: String) throws {
        #expect(isSame(try said("\"\(escapes)\""), text))
    }

    @Test func `Everything else stands where it stood`() throws {
        let text = #"{"a\ud800": "x\ud800y" , "b":[1, "\udc00",{}], "c":"\ud83d\ude00", "\udfff":2}"#
        let slices = try JSONDocument().parse(text) { node in
            var slices: [String] = []
            node.forEachMember { key, value in slices += [key.slice, value.slice] }
            node.member("b")?.forEachElement { slices.append($0.slice) }
            return slices
        }
        let expected = [
            #""a\ud800""#, #""x\ud800y""#, #""b""#, #"[1, "\udc00",{}]"#, #""c""#, #""\ud83d\ude00""#, #""\udfff""#,
            "2", "1", #""\udc00""#, "{}",
        ]
        #expect(slices == expected)
        #expect(try JSONDocument().parse(text) { $0.member("a\u{FFFD}")?.string } == "x\u{FFFD}y")
        #expect(try JSONDocument().parse(text) { unsafe String(decoding: $0.wholeText, as: UTF8.self) } == text)
    }

    @Test func `Two keys with lone surrogates say the same, and the last one counts`() throws {
        #expect(try JSONValue(parsing: #"{"\ud800":1,"\udc00":2}"#) == ["\u{FFFD}": 2])
    }

    @Test func `A replacement does not make JSON of what is none`() {
        let texts = [
            #"\ud800"#, #"[\ud800]"#, #"{\ud800:1}"#, #""\ud800"#, #""\ud800\x""#, #""\ud80""#, #""\ud800\ud""#,
        ]
        #expect(texts.filter { isJSON($0) } == [])
    }

    @Test func `A text without lone surrogates after one with them is read from itself`() throws {
        let document = JSONDocument()
        #expect(try document.parse(#""\ud800 one""#) { $0.string } == "\u{FFFD} one")
        #expect(try document.parse(#""two""#) { $0.string } == "two")
        #expect(try document.parse(#""three \udc00""#) { $0.string } == "three \u{FFFD}")
    }
}
