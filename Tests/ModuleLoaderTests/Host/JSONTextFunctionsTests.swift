import CGatehouse
import Testing

@testable import ModuleLoader

/// The two of the JSON functions that fill a buffer.
@Suite struct JSONTextFunctionsTests {
    @Test func `A string fits exactly, and a smaller buffer is left alone and told the size`() {
        let json = Text(#" "h\u00e9llo\n" "#)
        for capacity in 0..<7 { #expect(Filled.unescape(json, capacity: capacity) == Filled(5, needed: 7)) }
        #expect(Filled.unescape(json, capacity: 7) == Filled(1, "héllo\n", needed: 7))
        #expect(Filled.unescape(json, capacity: 100) == Filled(1, "héllo\n", needed: 7))
    }

    @Test(arguments: [
        (#""\ud800""#, "\u{FFFD}"), (#""\ud83d\ude00""#, "😀"), (#""\"\\\/""#, "\"\\/"), (#""a\u0000b""#, "a\0b"),
        (#""\\ud800""#, #"\ud800"#),
    ])
    func `A string is what its JSON says, and never longer`(_ json: String, _ text: String) {
        #expect(Filled.unescape(Text(json), capacity: json.utf8.count) == Filled(1, text, needed: text.utf8.count))
    }

    @Test(arguments: ["1", "null", "true", "{}", "[\"a\"]"]) func `What is no string is absent`(_ json: String) {
        #expect(Filled.unescape(Text(json), capacity: 10) == Filled(2))
    }

    @Test func `Text becomes a JSON string, and a smaller buffer is left alone and told the size`() {
        for capacity in 0..<9 { #expect(Filled.quote("a\"\n\0", capacity: capacity) == Filled(5, needed: 13)) }
        #expect(Filled.quote("a\"\n\0", capacity: 13) == Filled(1, #""a\"\n\u0000""#, needed: 13))
        #expect(Filled.quote("", capacity: 2) == Filled(1, "\"\"", needed: 2))
        #expect(Filled.quote("é😀", capacity: 50) == Filled(1, "\"é😀\"", needed: 8))
    }

    @Test(arguments: [Text.absent, .notUTF8, .tooLong, .absurd]) func `What is no text cannot be quoted`(_ text: Text) {
        #expect(Filled.quote(text, capacity: 50) == Filled(3))
    }

    @Test func `Nothing as a buffer asks for the size, and for the empty string that is enough`() {
        let table = unsafe JSONFunctions.table.pointee
        var needed = -1
        #expect(unsafe table.unescape(Text("\"abc\"").json, nil, 0, &needed) == 5)
        #expect(needed == 3)
        #expect(unsafe table.unescape(Text("\"abc\"").json, nil, 100, &needed) == 5)
        #expect(unsafe table.unescape(Text("\"\"").json, nil, 0, &needed) == 1)
        #expect(needed == 0)
        #expect(unsafe table.quote(Text("abc").str, nil, 0, &needed) == 5)
        #expect(needed == 5)
    }

    @Test func `The size need not be asked for`() {
        let table = unsafe JSONFunctions.table.pointee
        var buffer: [CChar] = [1, 1, 1, 1, 1]
        #expect(unsafe table.unescape(Text("\"abc\"").json, &buffer, 5, nil) == 1)
        #expect(buffer == [97, 98, 99, 1, 1])
        #expect(unsafe table.quote(Text("abc").str, &buffer, 5, nil) == 1)
        #expect(buffer == [34, 97, 98, 99, 34])
        #expect(unsafe table.quote(Text("abc").str, &buffer, 4, nil) == 5)
    }
}
