import Gatehouse
import Testing

/// Eight threads, 10,000 calls each. Users of odd threads are evil, and refused by the house rules.
struct ConcurrencyTests {
    private static let threads = 8
    private static let calls = 10_000

    private static func user(_ thread: Int) -> String { thread % 2 == 0 ? "@good:x.org" : "@evil:x.org" }

    /// What each thread should find, and how often.
    private static func expected(_ allowed: String, _ refused: String) -> [[String: Int]] {
        (0..<threads).map { [$0 % 2 == 0 ? allowed : refused: calls] }
    }

    private static let verdicts = expected(
        "\(Verdict.allow)", "\(Verdict.deny(Denial(module: "house_rules", code: "M_FORBIDDEN")))")

    /// Counts what comes out of one call again and again.
    private static func tally(_ ask: () throws -> String) -> [String: Int] {
        var tally: [String: Int] = [:]
        for _ in 0..<calls { tally[(try? ask()) ?? "it threw", default: 0] += 1 }
        return tally
    }

    @Test func `a module that takes concurrent calls gives each thread its own answer`() async throws {
        let host = try TestModules.host(.houseRules)
        defer { host.shutDown() }
        let found = await Crowd.run(Self.threads) { thread in
            let user = Self.user(thread)
            return Self.tally {
                "\(try host.spamChecker.userMayJoinRoom(userID: user, roomID: "!r:x.org", isInvited: false))"
            }
        }
        #expect(found == Self.verdicts)
    }

    @Test func `a module without flags is called by one thread at a time`() async throws {
        let host = try TestModules.host(.patient(), .houseRules)
        defer { host.shutDown() }
        let callback = try #require(Catalogue.callback("spam_checker.user_may_join_room"))
        let found = await Crowd.run(Self.threads) { thread in
            let arguments = #"{"user_id": "\#(Self.user(thread))", "room_id": "!r:x.org", "is_invited": false}"#
            let tally = try? JSONDocument().parse(arguments) { node in
                Self.tally {
                    let result = try host.call(callback, arguments: node, traced: false)
                    return "\(result.outcome) \(result.decidedBy ?? "nobody")"
                }
            }
            return tally ?? [:]
        }
        let refusal = CallResult.Outcome.answered(.denialWithCode("M_FORBIDDEN", fields: JSON([:])))
        #expect(found == Self.expected("\(CallResult.Outcome.next) nobody", "\(refusal) house_rules"))
    }

    @Test func `the calls that may wait do so too, from many tasks`() async throws {
        let host = try TestModules.host(.patient(), .houseRules)
        defer { host.shutDown() }
        let found = await withTaskGroup(of: (Int, [String: Int]).self) { group in
            for number in 0..<Self.threads {
                group.addTask {
                    var tally: [String: Int] = [:]
                    for _ in 0..<Self.calls {
                        let verdict = try? await host.spamChecker.userMayJoinRoom(
                            userID: Self.user(number), roomID: "!r:x.org", isInvited: false)
                        tally[verdict.map { "\($0)" } ?? "it threw", default: 0] += 1
                    }
                    return (number, tally)
                }
            }
            return await group.reduce(into: [Int: [String: Int]]()) { $0[$1.0] = $1.1 }
        }
        #expect((0..<Self.threads).map { found[$0] } == Self.verdicts)
    }

    @Test func `a host that is shut down under its callers ends no call, and takes no further one`() async throws {
        let host = try TestModules.host(.patient(), .houseRules)
        let callback = try #require(Catalogue.callback("presence_router.get_interested_users"))
        let found = await Crowd.run(Self.threads) { thread in
            if thread == 0 { host.shutDown() }
            return try? JSONDocument().parse(#"{"user_id": "@root:x.org"}"#) { node in
                var outcomes: Set<String> = []
                while !outcomes.contains("the host is shut down") {
                    do throws(CallError) {
                        outcomes.insert("\(try host.call(callback, arguments: node, traced: false).outcome)")
                    } catch {
                        outcomes.insert("\(error)")
                    }
                }
                return outcomes
            }
        }
        let expected: Set<String> = ["\(CallResult.Outcome.answered(.everyone))", "the host is shut down"]
        #expect(found.compactMap { $0 }.count == Self.threads)
        #expect(found.allSatisfy { $0?.isSubset(of: expected) == true }, "\(found)")
    }
}
