import JSONText
import Testing

@testable import ModuleLoader

/// Answers that are values: what is checked of them, and what becomes of their cookies.
@Suite struct ReplyValuesTests {
    private func invalid(_ kind: ReplyKind, _ use: (TestReply) -> UInt32) -> String? {
        let reply = TestReply(kind)
        #expect(use(reply) == 3)
        if case .invalid(let reason) = reply.settle(3) { return reason }
        return nil
    }

    @Test func `A rate of 0 forbids with a burst of 0, and means nothing with any other`() {
        let reply = TestReply(.override)
        #expect(reply.overrideLimit(0, 0) == 2)
        #expect(reply.settle(2) == .answered(.override(RatelimitOverride(perSecond: 0, burstCount: 0))))
        #expect(invalid(.override) { $0.overrideLimit(0, 1) } == "a rate of 0 goes with a burst of 0 alone")
        for (rate, burst) in [(-1, 0), (1, -1), (.nan, 0), (.infinity, 1)] as [(Double, Int64)] {
            #expect(
                invalid(.override) { $0.overrideLimit(rate, burst) } == "a rate limit is negative or no number")
        }
        #expect(invalid(.override) { $0.overrideLimit(1, 1, size: 16) } == "the size of a rate limit is 16")
    }

    @Test func `Limits are added one by one, and none is a limit too few`() {
        let reply = TestReply(.limits)
        #expect(reply.addLimit(nil) == 2)
        #expect(reply.addLimit(HandedLimit(bytes: 7, uri: .absent)) == 2)
        #expect(reply.addLimit(HandedLimit()) == 2)
        let limits = [
            MediaUploadLimit(maxBytes: 7, timePeriod: .milliseconds(2)),
            MediaUploadLimit(maxBytes: 1, timePeriod: .milliseconds(2), infoURI: "i"),
        ]
        #expect(reply.settle(2) == .answered(.limits(limits)))
        #expect(invalid(.limits) { $0.addLimit(HandedLimit(bytes: -1)) } == "an upload limit is negative")
        #expect(invalid(.limits) { $0.addLimit(HandedLimit(period: -1)) } == "an upload limit is negative")
        #expect(invalid(.limits) { $0.addLimit(HandedLimit(size: 40)) } == "the size of an upload limit is 40")
    }

    @Test func `An empty object is no answer, where objects are asked for`() {
        let reply = TestReply(.object)
        #expect(reply.giveObject("{}") == 2)
        #expect(reply.settle(2) == .next)
        #expect(reply.giveObject("{ }") == 2)
        #expect(reply.settle(2) == .next)
        let replacement = TestReply(.replacement)
        #expect(replacement.giveObject("{}") == 2)
        #expect(replacement.settle(2) == .answered(.object(JSON([:]))))
    }

    @Test func `Nobody logs in without a name, and no step takes less than no time`() {
        #expect(invalid(.login) { $0.logIn("", nil) } == "the user id is empty")
        #expect(invalid(.login) { $0.logIn(.absent, nil) } == "the user id is absent")
        #expect(invalid(.update) { $0.openUpdate(-1, nil) } == "the duration is negative")
        #expect(invalid(.text) { $0.giveText(.absent) } == "the text is absent")
    }

    @Test func `The cookie of an answer that counts is not unused`() {
        let reply = TestReply(.login)
        _ = reply.logIn("@a:x", 7)
        #expect(reply.settle(2) == .answered(.login(userID: "@a:x", cookie: 7)))
        #expect(reply.unused == [])
    }

    @Test func `A cookie is owed back whatever becomes of its answer`() {
        let reply = TestReply(.login)
        _ = reply.logIn("@a:x", 7)
        _ = reply.settle(3)
        #expect(reply.unused == [7], "it answered and returned failed")
        _ = reply.logIn("@a:x", 8)
        _ = reply.settle(1)
        #expect(reply.unused == [8], "it answered and returned next")
        _ = reply.logIn("@a:x", 9)
        _ = reply.logIn("@a:x", 9)
        _ = reply.settle(2)
        #expect(reply.unused == [9, 9], "it answered twice")
        _ = reply.logIn("", 10)
        _ = reply.settle(2)
        #expect(reply.unused == [10], "its answer is invalid")
        _ = reply.openUpdate(1, 11)
        _ = reply.settle(2)
        #expect(reply.unused == [11], "this callback takes no such answer")
        _ = reply.settle(1)
        #expect(reply.unused == [], "the next link has given none")
    }
}
