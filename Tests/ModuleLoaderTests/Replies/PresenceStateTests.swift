import CGatehouse
import CallbackChains
import Testing

@testable import ModuleLoader

@Suite struct PresenceStateTests {
    private func copied(_ presence: HandedPresence) -> OwnOutcome {
        let reply = TestReply(.presence)
        return reply.settle(reply.addPresence("@to:x", presence))
    }

    @Test func `All fields are copied`() {
        let presence = HandedPresence(user: "@b:x", state: "unavailable", status: "away", active: 1)
        let state = PresenceState(
            userID: "@b:x", state: "unavailable", lastActive: 1, lastFederationUpdate: 2, lastUserSync: 3,
            statusMessage: "away", isCurrentlyActive: true)
        #expect(copied(presence) == .answered(.presence(["@to:x": [state]])))
    }

    @Test func `No status is not an empty one`() {
        func status(_ status: Text) -> String? {
            guard case .answered(.presence(let entries)) = copied(HandedPresence(status: status)) else {
                return "refused"
            }
            return entries["@to:x"]?.first?.statusMessage
        }
        #expect(status(.absent) == nil)
        #expect(status("") == "")
    }

    @Test(arguments: [(0, false), (1, true), (2, true), (.max, true)] as [(UInt64, Bool)])
    func `Everything but 0 is yes`(_ flag: UInt64, _ isActive: Bool) {
        guard case .answered(.presence(let entries)) = copied(HandedPresence(active: flag)) else {
            Issue.record("it was refused")
            return
        }
        #expect(entries["@to:x"]?.first?.isCurrentlyActive == isActive)
    }

    @Test func `A record that is shorter than the first of all, or of an absurd size, is refused`() {
        let full = unsafe MemoryLayout<gh_presence_state>.size
        #expect(full == 88)
        for size in [0, 8, full - 8, full - 1, -1, .min, 1 << 16 + 8] {
            let reason = "the size of a presence state is \(UInt(bitPattern: size))"
            #expect(copied(HandedPresence(size: size)) == .invalid(reason))
        }
    }

    @Test func `A record of a newer contract is longer and is taken`() {
        let full = unsafe MemoryLayout<gh_presence_state>.size
        #expect(copied(HandedPresence(size: full + 8)).settled == .answered)
    }

    @Test func `States are equal by value`() {
        let state = PresenceState(userID: "@a:x", state: "online")
        var other = state
        #expect(Set([state, other]).count == 1)
        other.statusMessage = ""
        #expect(Set([state, other]).count == 2)
    }
}
