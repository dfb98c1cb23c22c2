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
                GH_KIND_TRUTH, GH_KIND_TEXT, GH_KIND_NUMBER, GH_KIND_OBJECT, GH_KIND_LOGIN, GH_KIND_RENEWAL,
                GH_KIND_LIMITS, GH_KIND_OVERRIDE, GH_KIND_UPDATE,
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
        case truth = "yes or no"
        case value = "a text, as a value"
        case number = "a number"
        case login = "a login"
        case loginWithCookie = "a login, with a cookie"
        case renewal = "a renewal"
        case limit = "limits"
        case noLimits = "limits, none"
        case override = "a rate limit"
        case step = "a step of an update"
        case stepWithCookie = "a step of an update, with a cookie"

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
            case .object: [.replacement, .rewriting, .object]
            case .user, .everyone: [.users]
            case .presence, .noPresence: [.presence]
            case .truth: [.truth]
            case .value: [.text]
            case .number: [.number]
            case .login, .loginWithCookie: [.login]
            case .renewal: [.renewal]
            case .limit, .noLimits: [.limits]
            case .override: [.override]
            case .step, .stepWithCookie: [.update]
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
            case .truth: .truth(true)
            case .value: .text("")
            case .number: .number(-7)
            case .login: .login(userID: "@a:x", cookie: nil)
            case .loginWithCookie: .login(userID: "@a:x", cookie: 0)
            case .renewal: .renewal(Renewal(isValid: true, isStale: false, expiration: 9))
            case .limit: .limits([MediaUploadLimit(maxBytes: 1, timePeriod: .milliseconds(2), infoURI: "i")])
            case .noLimits: .limits([])
            case .override: .override(RatelimitOverride(perSecond: 0.5, burstCount: 3))
            case .step: .update(milliseconds: 100, cookie: nil)
            case .stepWithCookie: .update(milliseconds: 100, cookie: .max)
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
            case .truth: reply.giveTruth(2)
            case .value: reply.giveText("")
            case .number: reply.giveNumber(-7)
            case .login: reply.logIn("@a:x", nil)
            case .loginWithCookie: reply.logIn("@a:x", 0)
            case .renewal: reply.renew(1, 0, 9)
            case .limit: reply.addLimit(HandedLimit())
            case .noLimits: reply.addLimit(nil)
            case .override: reply.overrideLimit(0.5, 3)
            case .step: reply.openUpdate(100, nil)
            case .stepWithCookie: reply.openUpdate(100, .max)
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

    @Test(arguments: ReplyKind.allCases) func `A call that is not a host's cannot be deferred`(_ kind: ReplyKind) {
        let reply = TestReply(kind)
        #expect(reply.postpone() == 3)
        #expect(reply.touched)
        #expect(reply.settle(3) == .failed(.plain("this call cannot be deferred")))
    }
}
