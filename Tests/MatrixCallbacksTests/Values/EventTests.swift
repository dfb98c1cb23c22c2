import JSONText
import MatrixCallbacks
import Testing

struct EventTests {
    private let own = #"{"room_id":"!r","sender":"@a","type":"m.room.name","origin_server_ts":1,"content":{}}"#

    @Test func `an event knows what its JSON says, and what is said beside it`() throws {
        let event = try Event(JSON(own), id: "$1", roomVersion: "11", isLocal: true)
        #expect(event.eventID == "$1")
        #expect(event.roomID == "!r")
        #expect(event.sender == "@a")
        #expect(event.type == "m.room.name")
        #expect(event.stateKey == nil)
        let state = try Event(
            JSON(#"{"room_id":"!r","sender":"@a","type":"t","origin_server_ts":1,"state_key":""}"#), id: "$2",
            roomVersion: "11", isLocal: false)
        #expect(state.stateKey == "")
    }

    @Test func `both forms of an event are the same event`() throws {
        let arguments = try JSON(
            #"{"event_id":"$1","room_version":"11","local":true,"#
                + #""internal_metadata":{"outlier":true},"# + String(own.dropFirst()))
        let one = try Event(arguments: arguments).kept
        let other = try Event(
            JSON(own), id: "$1", roomVersion: "11", isLocal: true, internalMetadata: JSON(["outlier": true])
        ).kept
        for field in ["event_id", "room_id", "room_version", "sender", "type", "state_key", "text"] {
            #expect(one.text(field) == other.text(field), "\(field)")
        }
        #expect(one.text("text") == own)
        #expect(other.text("internal_metadata") == #"{"outlier":true}"#)
    }

    @Test func `modules get an event's own object to the letter`() throws {
        let text =
            #"{"type":"t" , "room_id":"!r","sender":"@a","origin_server_ts":1,"n":1.50e+2,"b":"\ud800\u00e9","event_id":7}"#
        let event = try Event(JSON(text), id: "$1", roomVersion: "11", isLocal: true).kept
        #expect(event.text("text") == text)
        #expect(event.text("event_id") == "$1")
    }

    @Test func `the event that creates a room of version 12 is named by its own id`() throws {
        let text = #"{"type":"m.room.create","sender":"@a","origin_server_ts":1,"state_key":"","content":{}}"#
        let event = try Event(JSON(text), id: "$abc", roomVersion: "12", isLocal: true)
        #expect(event.roomID == "!abc")
        #expect(event.kept.text("text") == text)
    }

    @Test(arguments: ["[]", "7", "null", #""text""#])
    func `what is no object is no event`(json: String) {
        #expect(throws: BadArguments.self) { try Event(JSON(json), id: "$1", roomVersion: "11", isLocal: true) }
    }

    @Test func `all that an event lacks is told`() {
        do throws(BadArguments) {
            _ = try Event(JSON(["sender": 1]), id: "$1", roomVersion: "11", isLocal: true)
            Issue.record("it was taken")
        } catch {
            #expect(
                error.description
                    == "sender: expected a string, found a number; room_id: it is missing; type: it is missing; "
                    + "origin_server_ts: it is missing")
        }
    }
}
