import CGatehouse
import JSONText
import Testing

@testable import ModuleLoader

/// Which answers each kind of reply takes.
@Suite struct ReplyKindTests {
    @Test func `The numbers of the kinds are those of the contract`() {
        #expect(
            ReplyKind.allCases.map(\.rawValue) == [
                GH_KIND_VERDICT, GH_KIND_EVENT_VERDICT, GH_KIND_CODE, GH_KIND_OBJECTION, GH_KIND_REGISTRATION,
                GH_KIND_REPLACEMENT, GH_KIND_REWRITING, GH_KIND_NOTICE, GH_KIND_USERS, GH_KIND_PRESENCE,
            ])
    }

    enum Use: String, CaseIterable {
        case plainDenial = "a plain denial"
        case code = "an error code"
        case fields = "fields"
        case text = "a text"
        case shadowBan = "a shadow ban"
        case object = "an object"
        case user = "users"
        case everyone = "users, all of them"
        case presence = "presence"
        case noPresence = "presence, none"

        /// What a reply that does not take it says of it.
        var name: String { String(rawValue.prefix { $0 != "," }) }

        /// The kinds that take it.
        var kinds: Set<ReplyKind> {
            switch self {
            case .plainDenial: [.verdict, .eventVerdict, .objection, .registration, .replacement]
            case .code: [.verdict, .eventVerdict, .code]
            case .fields: [.verdict, .eventVerdict]
            case .text: [.eventVerdict]
            case .shadowBan: [.registration]
            case .object: [.replacement, .rewriting]
            case .user, .everyone: [.users]
            case .presence, .noPresence: [.presence]
            }
        }

        var answer: Answer {
            let online = PresenceState(
                userID: "@a:x", state: "online", lastActive: 1, lastFederationUpdate: 2, lastUserSync: 3)
            return switch self {
            case .plainDenial: .denial
            case .code: .denialWithCode("M_X", fields: .init([:]))
            case .fields: .denialWithCode("M_X", fields: .init(["a": 1]))
            case .text: .denialWithText("no")
            case .shadowBan: .shadowBan
            case .object: .object(.init(["b": 2]))
            case .user: .users(["@a:x"])
            case .everyone: .everyone
            case .presence: .presence(["@b:x": [online]])
            case .noPresence: .presence(["@b:x": []])
            }
        }

        func callAsFunction(_ reply: TestReply) -> UInt32 {
            switch self {
            case .plainDenial: reply.deny()
            case .code: reply.deny("M_X")
            case .fields: reply.deny("M_X", "{\"a\":1}")
            case .text: reply.denyWithText("no")
            case .shadowBan: reply.shadowBan()
            case .object: reply.giveObject("{\"b\":2}")
            case .user: reply.addUser("@a:x")
            case .everyone: reply.addEveryone()
            case .presence: reply.addPresence("@b:x", HandedPresence())
            case .noPresence: reply.addPresence("@b:x", nil)
            }
        }
    }

    @Test(arguments: Use.allCases, ReplyKind.allCases)
    func `A reply takes the answers of its kind, and any other makes it invalid`(_ use: Use, _ kind: ReplyKind) {
        let reply = TestReply(kind)
        let word = use(reply)
        #expect(reply.touched)
        if use.kinds.contains(kind) {
            #expect(word == 2)
            #expect(reply.settle(2) == .answered(use.answer))
        } else {
            #expect(word == 3)
            // A code that is refused for its fields is refused for itself first.
            let refused = use == .fields && !Use.code.kinds.contains(kind) ? Use.code.name : use.name
            #expect(reply.settle(3) == .invalid("this callback does not take \(refused)"))
        }
    }

    @Test(arguments: ReplyKind.allCases) func `Every kind can fail`(_ kind: ReplyKind) {
        let reply = TestReply(kind)
        #expect(reply.fail(0, .absent, "broken") == 3)
        #expect(reply.touched)
        #expect(reply.settle(3) == .failed(.plain("broken")))
    }

    @Test(arguments: ReplyKind.allCases) func `No kind can be deferred`(_ kind: ReplyKind) {
        let reply = TestReply(kind)
        #expect(reply.postpone() == 3)
        #expect(reply.touched)
        #expect(reply.settle(3) == .failed(.plain("this host takes no late answers")))
    }
}
