import Foundation
import GatehouseTesting
import JSONText
import Testing

struct HomeserverTests {
    private let homeserver = InMemoryHomeserver(serverName: "example.org")

    private func answer(_ command: String) async throws -> String {
        let clerk = try Clerk(homeserver: homeserver)
        _ = try clerk.run(command)
        return try await clerk.journal()
    }

    @Test func `without a homeserver the table is not there`() throws {
        #expect(try Clerk().run("user @a:example.org").code == "UNKNOWN")
    }

    @Test func `what is of this server is told by its name`() throws {
        let clerk = try Clerk(homeserver: homeserver)
        #expect(try clerk.run("mine @a:example.org").code == "FOUND")
        #expect(try clerk.run("mine #a:example.org:8448").code == "ABSENT")
        #expect(try clerk.run("mine @a:xexample.org").code == "ABSENT")
        #expect(try clerk.run("mine a").code == "ABSENT")
    }

    @Test func `presence is sent to users`() async throws {
        #expect(try await answer("presence @a:x @b:y") == "1 null;")
        #expect(try await answer("presence") == "1 null;")
        #expect(homeserver.presence == [["@a:x", "@b:y"], []])
    }

    @Test func `a room's state is asked by type and key`() async throws {
        for (type, key) in [("m.room.topic", ""), ("m.room.member", "@a:x"), ("m.room.member", "@b:x")] {
            homeserver.setState(["type": .string(type), "state_key": .string(key), "room_id": "!r:x"])
        }
        #expect(
            try await answer("state !r:x m.room.member @b:x")
                == #"1 [{"type":"m.room.member","state_key":"@b:x","room_id":"!r:x"}];"#)
        #expect(try await answer("state !r:x m.room.member -").components(separatedBy: "@").count == 3)
        #expect(try await answer("state !r:x - -").components(separatedBy: "type").count == 4)
        #expect(try await answer("state !r:x m.room.name -") == "1 [];")
        #expect(try await answer("state !other:x - -") == "2 ;")
    }

    @Test func `events and memberships are sent`() async throws {
        #expect(
            try await answer(#"send {"type":"m.x","room_id":"!r:x","sender":"@a:x","content":{}}"#)
                == #"1 {"event_id":"$1"};"#)
        #expect(try await answer(#"send {"type":"m.x"}"#) == "3 an event needs a type, a room and a sender;")
        #expect(try await answer("send nothing").hasPrefix("3 the event is no JSON"))
        #expect(try await answer(#"member @a:x @b:x !r:x invite {"reason":"why"}"#) == #"1 {"event_id":"$2"};"#)
        #expect(homeserver.sent.map(\.text).last?.contains(#"{"reason":"why","membership":"invite"}"#) == true)
    }

    @Test func `users are known, made and have account data`() async throws {
        homeserver.add(HomeserverUser(userID: "@a:example.org", displayName: "A", isAdmin: true))
        #expect(
            try await answer("user @a:example.org")
                == #"1 {"user_id":"@a:example.org","display_name":"A","is_admin":true,"is_guest":false,"#
                + #""is_deactivated":false};"#)
        #expect(try await answer("user @b:example.org") == "2 ;")
        #expect(try await answer("register b Bee 0") == #"1 {"user_id":"@b:example.org"};"#)
        #expect(try await answer("register b Bee 0") == "3 M_USER_IN_USE;")
        #expect(try await answer("data @b:example.org m.x") == "2 ;")
        #expect(try await answer(#"data @b:example.org m.x {"a":1}"#) == "1 null;")
        #expect(try await answer("data @b:example.org m.x") == #"1 {"a":1};"#)
    }

    @Test func `the public room list is asked and changed`() async throws {
        #expect(try await answer("public !r:x") == "1 false;")
        #expect(try await answer("public !r:x 1") == "1 null;")
        #expect(try await answer("public !r:x") == "1 true;")
        #expect(try await answer("public !r:x 0") == "1 null;")
        #expect(try await answer("public !r:x") == "1 false;")
    }

    @Test func `what a homeserver cannot do is told`() async throws {
        struct Bare: Homeserver { let serverName = "x" }
        let clerk = try Clerk(homeserver: Bare())
        for command in ["presence", "state !r:x", "user @a:x", "public !r:x 1", "data @a:x m.x"] {
            _ = try clerk.run(command)
            #expect(try await clerk.journal() == "3 this homeserver cannot do that here;")
        }
    }

    @Test func `nobody need wait for an answer`() async throws {
        let clerk = try Clerk(homeserver: homeserver)
        _ = try clerk.run(#"send-and-forget {"type":"m.x","room_id":"!r:x","sender":"@a:x","content":{}}"#)
        _ = try clerk.run("user @a:x")
        #expect(try await clerk.journal() == "2 ;")
    }

    @Test func `an instance that ends gets its answers first`() async throws {
        struct Slow: Homeserver {
            let serverName = "x"
            func user(_ userID: String) async throws -> HomeserverUser? {
                try await Task.sleep(for: .seconds(3600))
                return nil
            }
        }
        let clerk = try Clerk(homeserver: Slow())
        _ = try clerk.run("user @a:x")
        clerk.host.gatehouse.shutDown()
        #expect(clerk.host.log.last == LogLine(.info, "3 the instance ends;", module: "clerk"))
    }
}
