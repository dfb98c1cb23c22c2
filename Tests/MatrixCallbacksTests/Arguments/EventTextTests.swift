import JSONText
import Testing

@testable import MatrixCallbacks

/// An event as callers write it, and what modules get as the event's own object.
struct WrittenEvent: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let written: String
    let own: String

    init(_ description: String, _ written: String, _ own: String) {
        (testDescription, self.written, self.own) = (description, written, own)
    }
}

private let ids = #""event_id":"$1","room_version":"10","local":true"#
private let rest = #""room_id":"!r","sender":"@a","type":"t","origin_server_ts":1"#

struct EventTextTests {
    private static let places = [
        WrittenEvent("at the start", "{\(ids),\(rest)}", "{\(rest)}"),
        WrittenEvent("at the end", "{\(rest),\(ids)}", "{\(rest)}"),
        WrittenEvent(
            "in the middle", #"{"room_id":"!r","sender":"@a",\#(ids),"type":"t","origin_server_ts":1}"#, "{\(rest)}"),
        WrittenEvent(
            "one by one",
            #"{"event_id":"$1","room_id":"!r","room_version":"10","sender":"@a","local":true,"type":"t","origin_server_ts":1}"#,
            "{\(rest)}"),
        WrittenEvent(
            "between white space",
            #"{ "local" : true , "room_id" : "!r" , \#(ids) ,"sender":"@a", "type": "t","origin_server_ts": 1 }"#,
            #"{"room_id" : "!r","sender":"@a", "type": "t","origin_server_ts": 1}"#),
        WrittenEvent("twice", "{\(ids),\(rest),\(ids)}", "{\(rest)}"),
        WrittenEvent(
            "with an escaped key", #"{"event\u005fid":"$1","room_version":"10","local":true,\#(rest)}"#, "{\(rest)}"),
        WrittenEvent(
            "with metadata", #"{\#(ids),"internal_metadata":{"soft_failed":true},\#(rest)}"#, "{\(rest)}"),
        WrittenEvent(
            "the same keys further inside stay",
            #"{\#(ids),\#(rest),"content":{"local":1,"event_id":"x","room_version":[]}}"#,
            #"{\#(rest),"content":{"local":1,"event_id":"x","room_version":[]}}"#),
        WrittenEvent(
            "what is like them stays", #"{\#(ids),\#(rest),"event_ids":[],"Local":1,"":2}"#,
            #"{\#(rest),"event_ids":[],"Local":1,"":2}"#),
        WrittenEvent(
            "numbers and strings stay to the letter", #"{\#(ids),\#(rest),"a":1.50e+2,"b":"\u00e9\/","c":"\ud800"}"#,
            #"{\#(rest),"a":1.50e+2,"b":"\u00e9\/","c":"\ud800"}"#),
    ]

    private func event(_ text: String) throws -> KeptArgument { try KeptArgument(event: text) }

    @Test(arguments: places)
    func `what callers write beside an event is not in its own text`(event: WrittenEvent) throws {
        let kept = try self.event(event.written)
        #expect(kept.text("text") == event.own)
        #expect(kept.text("event_id") == "$1")
        #expect(kept.text("room_version") == "10")
    }

    @Test(arguments: [("1", true), ("2", true), ("3", false), ("10", false), ("12", false), ("org.example.1", false)])
    func `the room versions 1 and 2 write the event id into the event`(version: String, stays: Bool) throws {
        let id = #""event_id":"$1:x""#
        let kept = try event(#"{"local":false,\#(id),"room_version":"\#(version)",\#(rest)}"#)
        #expect(kept.text("text") == (stays ? "{\(id),\(rest)}" : "{\(rest)}"))
        #expect(kept.text("event_id") == "$1:x")
    }

    @Test func `lone surrogates are replaced in fields and stay in the text`() throws {
        let body = #""content":{"body":"a\udc00b\ud83d"}"#
        let kept = try event(
            #"{\#(ids),"room_id":"!r","sender":"@\ud800x","type":"\ud83c\udf4e","origin_server_ts":1,\#(body)}"#)
        #expect(kept.text("sender") == "@\u{FFFD}x")
        #expect(kept.text("type") == "🍎")
        let text = try #require(kept.text("text"))
        #expect(text == #"{"room_id":"!r","sender":"@\ud800x","type":"\ud83c\udf4e","origin_server_ts":1,\#(body)}"#)
    }

    @Test func `an absent state key is not an empty one`() throws {
        #expect(try event("{\(ids),\(rest)}").text("state_key") == nil)
        #expect(try event("{\(ids),\(rest),\"state_key\":null}").text("state_key") == nil)
        #expect(try event("{\(ids),\(rest),\"state_key\":\"\"}").text("state_key") == "")
    }

    @Test func `metadata is a field, and absent where nothing is known`() throws {
        let known = #"{"soft_failed": true}"#
        #expect(try event("{\(ids),\(rest),\"internal_metadata\":\(known)}").text("internal_metadata") == known)
        #expect(try event("{\(ids),\(rest)}").text("internal_metadata") == nil)
    }

    @Test func `an event comes out of the struct with what was written beside it`() throws {
        let text = #"{"event":{\#(ids),\#(rest),"state_key":"","internal_metadata":{"outlier":true},"content":{}}}"#
        let trip = try RoundTrip("spam_checker.check_event_for_spam", text)
        #expect(trip.json == (try JSONValue(parsing: text)))
    }
}
