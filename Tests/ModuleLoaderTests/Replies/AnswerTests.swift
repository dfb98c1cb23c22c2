import JSONText
import Testing

@testable import ModuleLoader

/// Answers that come piece by piece, and those that do not.
@Suite struct AnswerTests {
    private static let online = PresenceState(
        userID: "@a:x", state: "online", lastActive: 1, lastFederationUpdate: 2, lastUserSync: 3)

    @Test func `Users add up`() {
        let reply = TestReply(.users)
        #expect(["@a:x", "@b:x", "@a:x", ""].map { reply.addUser(Text($0)) } == [2, 2, 2, 2])
        #expect(reply.settle(2) == .answered(.users(["@a:x", "@b:x", ""])))
    }

    @Test func `Everyone absorbs users that came before and come later`() {
        let reply = TestReply(.users)
        #expect([reply.addUser("@a:x"), reply.addEveryone(), reply.addUser("@b:x")] == [2, 2, 2])
        #expect(reply.settle(2) == .answered(.everyone))
        #expect([reply.addEveryone(), reply.addEveryone()] == [2, 2])
        #expect(reply.settle(2) == .answered(.everyone))
    }

    @Test func `Users of one link are not those of the next`() {
        let reply = TestReply(.users)
        _ = reply.addUser("@a:x")
        _ = reply.settle(2)
        _ = reply.addUser("@b:x")
        #expect(reply.settle(2) == .answered(.users(["@b:x"])))
    }

    @Test func `A bad user among good ones makes all of them invalid`() {
        let reply = TestReply(.users)
        #expect([reply.addUser("@a:x"), reply.addUser(.notUTF8), reply.addUser("@b:x")] == [2, 3, 2])
        #expect(reply.settle(2) == .invalid("the user id is no UTF-8"))
    }

    @Test func `Presence entries add up by user, and an empty one is an entry`() {
        let reply = TestReply(.presence)
        var other = HandedPresence()
        other.user = "@b:x"
        let words = [
            reply.addPresence("@one:x", nil), reply.addPresence("@two:x", nil),
            reply.addPresence("@two:x", HandedPresence()), reply.addPresence("@two:x", HandedPresence()),
            reply.addPresence("@two:x", other), reply.addPresence("@two:x", nil),
        ]
        #expect(words == [2, 2, 2, 2, 2, 2])
        var second = Self.online
        second.userID = "@b:x"
        #expect(reply.settle(2) == .answered(.presence(["@one:x": [], "@two:x": [Self.online, second]])))
    }

    @Test func `A second single answer makes both invalid, and is refused`() {
        let reply = TestReply(.registration)
        #expect([reply.deny(), reply.shadowBan()] == [2, 3])
        #expect(reply.settle(2) == .invalid("it answered twice"))
        let other = TestReply(.replacement)
        #expect([other.giveObject("{}"), other.giveObject("{}")] == [2, 3])
        #expect(other.settle(2) == .invalid("it answered twice"))
    }

    @Test func `Uniting keeps everyone, joins sets, and else lets the later win`() {
        func united(_ one: Answer, _ other: Answer) -> Answer {
            var one = one
            one.unite(with: other)
            return one
        }
        #expect(united(.users(["a"]), .users(["b", "a"])) == .users(["a", "b"]))
        #expect(united(.everyone, .users(["a"])) == .everyone)
        #expect(united(.users(["a"]), .everyone) == .everyone)
        #expect(united(.presence(["a": []]), .presence(["b": []])) == .presence(["a": [], "b": []]))
        #expect(united(.presence(["a": [Self.online]]), .presence(["a": []])) == .presence(["a": [Self.online]]))
        #expect(united(.object(JSON(["a": 1])), .object(JSON(["b": 2]))) == .object(JSON(["b": 2])))
    }
}
