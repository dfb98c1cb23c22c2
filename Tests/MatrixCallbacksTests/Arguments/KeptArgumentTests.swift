import JSONText
import ModuleLoader
import Testing

@testable import MatrixCallbacks

struct KeptArgumentTests {
    private let text = """
        {"event_id": "$1", "room_version": "10", "local": true, "room_id": "!r", "sender": "@a", "type": "t", \
        "origin_server_ts": 1, "content": {}}
        """

    private func problems(_ text: String) -> [String] {
        do throws(BadArguments) {
            _ = try KeptArgument(event: text)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func `all mistakes of an event come out in one go`() {
        #expect(
            problems(#"{"event_id": 1, "room_version": "10", "local": true, "room_id": "!r", "sender": "@a"}"#) == [
                "event_id: expected a string, found a number", "type: it is missing", "origin_server_ts: it is missing",
            ])
        #expect(problems("[1]").first == "expected an object, found a list")
        #expect(problems("{").count == 1)
        #expect(problems("{").first?.hasPrefix("it is not JSON: ") == true)
        #expect(problems(text) == [])
    }

    @Test func `an event outlives the text that it was made of, and is used in many calls at once`() async throws {
        let kept = try KeptArgument(event: String(text))
        let senders = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<100 { group.addTask { kept.text("sender") } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(senders == Array(repeating: "@a", count: 100))
        #expect(kept.text("no_such_field") == nil)
    }

    @Test func `state of many events holds them all`() throws {
        let callback = try #require(Catalogue.callback("third_party_rules.check_threepid_can_be_invited"))
        let state = KeptArgument(state: try (0..<300).map { _ in try KeptArgument(event: text) })
        let json = CallArguments.lend(size: callback.callSize, known: callback.callSize) { call in
            call.text("email")
            call.text("a@x.org")
            call.kept(state)
            // - Safety: the struct was written for this callback and lives in this closure.
            return unsafe ArgumentWriter.json(callback, call.pointer.raw)
        }
        let event = try JSONValue(parsing: text)
        #expect(
            json == [
                "medium": "email", "address": "a@x.org", "state_events": .array(Array(repeating: event, count: 300)),
            ])
    }
}
