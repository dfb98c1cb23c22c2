import JSONText
import Testing

@testable import MatrixCallbacks

/// All calls of the recording, into the C struct and out again.
///
/// Nothing is left out of the comparison: members may come in another order, as objects are equal by their members.
struct RecordingTests {
    private static let lines = (try? Repository.text("Tests/Recordings/synapse-calls.jsonl"))?.split(separator: "\n")

    private struct Tally {
        var calls = 0
        var different: [String] = []
    }

    /// - Returns: how many calls of a category there are, and which do not come out as they went in.
    private func tally(_ category: String) throws -> Tally {
        let document = JSONDocument()
        var tally = Tally()
        for line in try #require(Self.lines) {
            let found = try document.parse(String(line)) { root in
                Result { () throws -> Call? in try call(root, in: category) }
            }.get()
            guard let found else { continue }
            tally.calls += 1
            if let difference = found.difference { tally.different.append(difference) }
        }
        return tally
    }

    private struct Call {
        let difference: String?
    }

    /// Nil: a call of another category.
    private func call(_ root: JSONNode, in category: String) throws -> Call? {
        guard let name = root.member("callback")?.string, name.hasPrefix(category + "."),
            let arguments = root.member("arguments")
        else { return nil }
        let trip = try RoundTrip(name, arguments)
        if trip.problems.isEmpty, trip.json == JSONValue(arguments) { return Call(difference: nil) }
        let place = root.member("seq")?.integer ?? 0
        return Call(difference: "\(place) \(name): \(trip.problems) \(trip.json.text.prefix(400))")
    }

    @Test(
        arguments: [
            ("spam_checker", 469), ("third_party_rules", 865), ("presence_router", 126), ("account_validity", 481),
            ("password_auth_provider", 48), ("media_repository", 25), ("background_update_controller", 136),
            ("account_data", 5), ("ratelimit", 72), ("unsigned", 52), ("federation", 7),
        ])
    func `every recorded call comes out of the C struct as it went in`(category: String, calls: Int) throws {
        let tally = try tally(category)
        #expect(tally.different == [])
        #expect(tally.calls == calls)
    }

    @Test func `every callback of the catalogue occurs in the recording`() throws {
        var seen: Set<String> = []
        for line in try #require(Self.lines) {
            guard let start = line.firstRange(of: "\"callback\":\"") else { continue }
            seen.insert(String(line[start.upperBound...].prefix { $0 != "\"" }))
        }
        let asked = Catalogue.callbacks.filter { !$0.takesCookies }
        #expect(asked.map(\.fullName).filter { !seen.contains($0) } == [])
    }
}
