import Gatehouse
import Testing

@testable import GatehouseServer

struct SubjectsTests {
    private func subjects(_ callback: String, _ arguments: String) throws -> Subjects {
        Subjects(of: try #require(Catalogue.callback("spam_checker.\(callback)")), arguments)
    }

    @Test func `users and rooms are known by their signs, in fields and in records`() throws {
        let event = """
            {"event": {"event_id": "$1", "room_id": "!r:x", "sender": "@a:x", "state_key": "@b:x",
            "content": {"body": "@c:x"}}}
            """
        let found = try subjects("check_event_for_spam", event)
        #expect(found.users == ["@a:x", "@b:x"])
        #expect(found.rooms == ["!r:x"])
    }

    @Test func `nobody is named twice, and what is no id is none`() throws {
        let text = ##"{"inviter": "@a:x", "invitee": "@a:x", "room_id": "#alias:x"}"##
        let found = try subjects("user_may_invite", text)
        #expect(found.users == ["@a:x"])
        #expect(found.rooms == [])
    }

    @Test func `what is no object names nobody`() throws {
        #expect(try subjects("user_may_invite", "[]").users == [])
    }
}
