import JSONText
import Testing

@testable import MatrixCallbacks

/// Arguments with mistakes, and all that is said about them.
struct BadCall: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let callback: String
    let arguments: String
    let problems: [String]

    init(_ description: String, _ callback: String, _ arguments: String, _ problems: String...) {
        testDescription = description
        (self.callback, self.arguments, self.problems) = (callback, arguments, problems)
    }
}

private let state = """
    {"room_id": "!r", "new_visibility": "public", "state_events": 
    """

struct ArgumentReaderTests {
    private static let simple = [
        BadCall(
            "all are missing", "spam_checker.user_may_join_room", "{}", "user_id: it is missing",
            "room_id: it is missing", "is_invited: it is missing"),
        BadCall(
            "all have the wrong type", "spam_checker.user_may_join_room",
            #"{"user_id": 1, "room_id": null, "is_invited": "yes"}"#, "user_id: expected a string, found a number",
            "room_id: expected a string, found null", "is_invited: expected true or false, found a string"),
        BadCall(
            "one is wrong, one unknown, one missing", "spam_checker.user_may_join_room",
            #"{"user_id": [], "room_idd": "!r", "is_invited": {}}"#, "user_id: expected a string, found a list",
            "room_idd: there is no such argument; did you mean room_id?",
            "is_invited: expected true or false, found an object", "room_id: it is missing"),
        BadCall(
            "nothing is near the unknown one", "presence_router.get_interested_users",
            #"{"user_id": "@a", "colour": 1}"#, "colour: there is no such argument"),
        BadCall(
            "a list is no object", "spam_checker.user_may_invite", "[]", "expected an object, found a list"),
        BadCall("a string is no object", "spam_checker.user_may_invite", #""x""#, "expected an object, found a string"),
        BadCall(
            "null is no record", "spam_checker.check_event_for_spam", #"{"event": null}"#,
            "event: expected an object, found null"),
        BadCall(
            "an event lacks what every event has", "spam_checker.check_event_for_spam",
            #"{"event": {"type": true, "local": 1, "event_id": "$1", "state_key": 5, "origin_server_ts": "now"}}"#,
            "event.type: expected a string, found a boolean", "event.local: expected true or false, found a number",
            "event.state_key: expected a string, found a number",
            "event.origin_server_ts: expected a whole number of at most 64 bits, found a string",
            "event.room_id: it is missing", "event.room_version: it is missing", "event.sender: it is missing"),
    ]

    private static let nested = [
        BadCall(
            "numbers are not whole, or too big", "spam_checker.check_media_file_for_spam",
            """
            {"file_wrapper": {"base64": ""}, "file_info": {"file_id": "f", "url_cache": false, "thumbnail":
            {"width": 1.5, "height": 9223372036854775808, "method": "crop", "type": "image/png", "length": "1"}}}
            """,
            "file_info.thumbnail.width: expected a whole number of at most 64 bits, found a number",
            "file_info.thumbnail.height: expected a whole number of at most 64 bits, found a number beyond 64 bits",
            "file_info.thumbnail.length: expected a whole number of at most 64 bits, found a string"),
        BadCall(
            "where a file lies is no place", "spam_checker.check_media_file_for_spam",
            """
            {"file_wrapper": {"size": 1, "path": 7, "call": "c"}, "file_info": {"file_id": "f", "url_cache": false}}
            """,
            "file_wrapper.path: expected a string, found a number",
            "file_wrapper.call: expected a whole number of at most 64 bits, found a string"),
        BadCall(
            "a tuple is too short, too long, none, or holds the wrong things",
            "spam_checker.check_registration_for_spam",
            #"{"request_info": [["a"], ["a", "1", "x"], "x", {"user_agent": "a", "ip": "1"}, [1, null], []]}"#,
            "request_info.0: expected a list of 2 values", "request_info.1: expected a list of 2 values",
            "request_info.2: expected a list of 2 values", "request_info.3: expected a list of 2 values",
            "request_info.4.user_agent: expected a string, found a number",
            "request_info.4.ip: expected a string, found null", "request_info.5: expected a list of 2 values"),
        BadCall(
            "records of a list are no list", "presence_router.get_users_for_states", #"{"state_updates": {}}"#,
            "state_updates: expected a list, found an object"),
        BadCall(
            "a record in a list is none, another lacks something", "presence_router.get_users_for_states",
            """
            {"state_updates": [7, {"user_id": "@a", "state": "online", "last_active_ts": 1, "last_user_sync_ts": 1,
            "last_federation_update_ts": 1, "status_msg": null}]}
            """,
            "state_updates.0: expected an object, found a number",
            "state_updates.1.currently_active: it is missing"),
        BadCall(
            "state is no list", "third_party_rules.check_visibility_can_be_modified", state + "{}}",
            "state_events: expected a list, or an object with `reads` and `events`"),
        BadCall(
            "a part of the state is none", "third_party_rules.check_visibility_can_be_modified",
            state + """
                {"reads": [{"type": "m.x", "state_key": null}, {"state_key": ""}, {"type": "m.x", "state_key": 1}],
                "call": {}, "events": {}}}
                """,
            "state_events.reads.1: expected an object with `type` and perhaps `state_key`, which are strings",
            "state_events.reads.2: expected an object with `type` and perhaps `state_key`, which are strings",
            "state_events.call: expected a whole number of at most 64 bits, found an object",
            "state_events.events: expected a list, found an object"),
        BadCall(
            "an event of the state is none, another lacks its type",
            "third_party_rules.check_visibility_can_be_modified",
            state + """
                [null, {"event_id": "$1", "room_id": "!r", "room_version": "10", "sender": "@a", "origin_server_ts": 1,
                "local": true}]}
                """,
            "state_events.0: expected an object, found null", "state_events.1.type: it is missing"),
    ]

    private static let media = [
        "null", "{}", #"{"base64": 1}"#, #"{"base64": "%%%"}"#, #"{"base64": "YQ"}"#, #""YQ==""#, #"{"size": -1}"#,
        #"{"size": "1"}"#, #"{"size": 1.5}"#, #"{"path": "/a", "call": 1}"#, #"{"base64": "YQ", "size": 1}"#,
        #"{"base64": "YQ==", "size": "1"}"#,
    ]

    @Test(arguments: simple + nested)
    func `all mistakes come out in one go, each with its place`(call: BadCall) throws {
        #expect(try RoundTrip(call.callback, call.arguments).problems == call.problems)
    }

    @Test(arguments: media)
    func `a file is its bytes, or how many there are`(file: String) throws {
        let arguments = #"{"file_wrapper": \#(file), "file_info": {"file_id": "f", "url_cache": false}}"#
        #expect(
            try RoundTrip("spam_checker.check_media_file_for_spam", arguments).problems == [
                "file_wrapper: expected an object with `base64`, the file's bytes, or with `size`, how many there are"
            ])
    }

    @Test(arguments: ["18446744073709551616", "-9223372036854775809", "1e999"])
    func `a number that no 64 bits hold is no JSON, wherever it stands`(number: String) {
        let arguments = #"{"user_id": "@a", "room_config": {"n": \#(number)}}"#
        #expect(throws: JSONError.self) { try RoundTrip("spam_checker.user_may_create_room", arguments) }
    }

    @Test(arguments: ["null", ""])
    func `what may be absent may be null or left out`(absent: String) throws {
        let members = ["email_threepid", "username", "auth_provider_id"].map { "\"\($0)\": null, " }
        let text = "{\(absent.isEmpty ? "" : members.joined())\"request_info\": [[null, \"192.0.2.1\"]]}"
        let trip = try RoundTrip("spam_checker.check_registration_for_spam", text)
        #expect(trip.problems == [])
        #expect(
            trip.json == [
                "email_threepid": .null, "username": .null, "request_info": [[.null, "192.0.2.1"]],
                "auth_provider_id": .null,
            ])
    }

    @Test func `absent is not empty`() throws {
        let call = "third_party_rules.check_can_shutdown_room"
        #expect(try RoundTrip(call, #"{"user_id": "", "room_id": ""}"#).json == ["user_id": "", "room_id": ""])
        #expect(try RoundTrip(call, #"{"user_id": null, "room_id": ""}"#).json == ["user_id": .null, "room_id": ""])
    }

    @Test func `unknown members of a record are none of the host's business`() throws {
        let text = #"{"user_profile": {"user_id": "@a", "pronouns": ["they"]}, "requester_id": "@b"}"#
        let trip = try RoundTrip("spam_checker.check_username_for_spam", text)
        #expect(trip.problems == [])
        #expect(trip.json["user_profile"] == ["user_id": "@a", "display_name": .null, "avatar_url": .null])
    }

    @Test(arguments: [
        (#""user_id": "@a", "user_id": "@b""#, "@b" as JSONValue), (#""user_id": null, "user_id": "@b""#, "@b"),
        (#""user_id": "@a", "user_id": null"#, .null), (#""user\u005fid": "@c""#, "@c"),
    ])
    func `where a key stands twice, the last one counts`(members: String, user: JSONValue) throws {
        let trip = try RoundTrip("third_party_rules.check_can_shutdown_room", "{\(members), \"room_id\": \"!r\"}")
        #expect(trip.problems == [])
        #expect(trip.json["user_id"] == user)
    }
}
