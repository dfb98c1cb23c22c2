import Foundation
import JSONText
import Testing

struct ReplayCommandTests {
    private static let users = "presence_router.get_interested_users"
    private static let shutdown = "third_party_rules.check_can_shutdown_room"

    /// The house rules' own answers.
    private static let recording = [
        line(1, users, ["user_id": "@root:x"], ["outcome": "answered", "all_users": true]),
        line(2, "later_category.is_unknown", ["user": "@a:x"], ["outcome": "next"]),
        line(3, users, ["user_id": "@a:x"], ["outcome": "next"]),
        line(4, shutdown, ["user_id": "@warden:x", "room_id": "!r"], ["outcome": "answered", "deny": true]),
        line(5, shutdown, ["user_id": .null, "room_id": "!r"], ["outcome": "next"]),
    ]

    private static func line(_ seq: Int64, _ name: String, _ arguments: JSONValue, _ native: JSONValue) -> String {
        JSONValue.object(["seq": .integer(seq), "callback": .string(name), "arguments": arguments, "native": native])
            .text
    }

    private func scene(_ lines: [String]) throws -> Scene {
        let scene = try Scene(.houseRules)
        try scene.folder.write("calls.jsonl", lines.joined(separator: "\n") + "\n")
        return scene
    }

    private func columns(_ line: String) -> [String] {
        line.split(separator: "  ").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }

    @Test func `a replay ends in a table, its speed, and a count`() throws {
        let ending = try scene(Self.recording).run("replay", "calls.jsonl")
        #expect(ending.status == 0)
        #expect(ending.errors == "")
        #expect(ending.outputLines.last == "4 calls, 1 skipped, 0 differences")
        #expect(ending.outputLines.dropLast().last?.hasSuffix(" calls a second") == true)
        let rows = ending.outputLines.dropLast(2).map(columns)
        #expect(
            rows.first == ["CALLBACK", "CALLS", "NEXT", "ANSWERED", "FAILED", "P50 µs", "P99 µs", "DECIDED BY"])
        #expect(
            rows.dropFirst().map { Array($0.prefix(5)) } == [
                [Self.users, "2", "1", "1", "0"], [Self.shutdown, "2", "1", "1", "0"],
            ])
        #expect(rows.dropFirst().map(\.last) == ["house_rules 1", "house_rules 1"])
    }

    @Test func `a call that is skipped is not what was expected, and ends with 1`() throws {
        let scene = try scene(Self.recording)
        let ending = try scene.run("replay", "calls.jsonl", "--expect")
        #expect(ending.status == 1)
        #expect(ending.errorLines == [Self.skipped(2, "later_category.is_unknown")])
        #expect(ending.outputLines.last == "4 calls, 1 skipped, 0 differences")
        try scene.folder.write("calls.jsonl", Self.recording[0] + "\n")
        #expect(try scene.run("replay", "calls.jsonl", "--expect").status == 0)
    }

    private static func skipped(_ seq: Int, _ name: String) -> String {
        "skipped: seq \(seq), \(name): this host does not know its category"
    }

    @Test func `what modules keep while they are replayed is forgotten`() throws {
        let scene = try Scene(
            yaml: """
                module_path: ["\(Tool.root)/build/modules"]
                allow_writable_paths: true
                data_folder: data
                modules: [{module: rate_limit, config: {events: 1, window_seconds: 86400}}]
                """)
        let event: JSONValue = [
            "type": "m.room.message", "room_id": "!r:x", "sender": "@a:x", "content": [:], "origin_server_ts": 1,
            "event_id": "$1", "room_version": "11", "local": true,
        ]
        let line = Self.line(1, "spam_checker.check_event_for_spam", ["event": event], ["outcome": "next"])
        try scene.folder.write("calls.jsonl", line + "\n")
        for _ in 0..<2 {
            let ending = try scene.run("replay", "calls.jsonl", "--expect")
            #expect(ending.outputLines.last == "1 calls, 0 skipped, 0 differences", "\(ending.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: scene.folder.path + "/data"))
    }

    @Test func `a difference is shown, and ends with 1`() throws {
        var lines = Self.recording
        lines[2] = Self.line(3, Self.users, ["user_id": "@a:x"], ["outcome": "answered", "users": ["@b:x"]])
        lines[4] = #"{"seq": 5, "callback": "\#(Self.shutdown)", "arguments": {"user_id": null, "room_id": "!r"}}"#
        let ending = try scene(lines).run("replay", "calls.jsonl", "--expect")
        #expect(ending.status == 1)
        #expect(ending.outputLines.last == "4 calls, 1 skipped, 2 differences")
        #expect(
            ending.errorLines == [
                Self.skipped(2, "later_category.is_unknown"),
                "difference: seq 3, \(Self.users): "
                    + #"expected {"outcome":"answered","users":["@b:x"]}, found {"outcome":"next"}"#,
                "difference: seq 5, \(Self.shutdown): " + #"expected null, found {"outcome":"next"}"#,
            ])
    }

    @Test func `without --expect it does not matter what was answered`() throws {
        let lines = [Self.line(1, Self.users, ["user_id": "@root:x"], ["outcome": "next"])]
        let ending = try scene(lines).run("replay", "calls.jsonl")
        #expect(ending.status == 0)
        #expect(ending.errors == "")
        #expect(ending.outputLines.last == "1 calls, 0 skipped, 0 differences")
    }

    @Test func `bad lines are reported with their numbers, and the rest goes on`() throws {
        let lines = [
            "nonsense", Self.recording[0], "", "[1]", #"{"callback": "\#(Self.users)"}"#,
            Self.line(6, "spam_checker.nonsense", [:], ["outcome": "next"]),
            Self.line(7, Self.users, ["user_id": 7, "user": "@a"], ["outcome": "next"]),
            Self.line(8, "nonsense.nonsense", [:], ["outcome": "next"]), Self.recording[2],
        ]
        for expects in [[], ["--expect"]] {
            let scene = try scene(lines)
            let ending = try Tool.run(["replay", "calls.jsonl"] + expects, in: scene.folder.path)
            #expect(ending.status == 1)
            #expect(ending.outputLines.last == "2 calls, 1 skipped, 0 differences, 5 bad lines")
            #expect(ending.errorLines.first?.hasPrefix("calls.jsonl:1: no JSON: ") == true)
            #expect(
                ending.errorLines.dropFirst() == [
                    "calls.jsonl:4: no call: `callback` or `arguments` is missing",
                    "calls.jsonl:5: no call: `callback` or `arguments` is missing",
                    "calls.jsonl:6: there is no callback spam_checker.nonsense",
                    "calls.jsonl:7: arguments: user_id: expected a string, found a number; "
                        + "user: there is no such argument",
                ] + (expects.isEmpty ? [] : [Self.skipped(8, "nonsense.nonsense")]))
        }
    }

    @Test func `as JSON it prints a line a call, and nothing else`() throws {
        let ending = try scene(Self.recording).run("replay", "calls.jsonl", "--json")
        #expect(ending.status == 0)
        let lines = try ending.outputLines.map { try JSONValue(parsing: $0) }
        #expect(lines.map { $0[member: "seq"] } == [1, 3, 4, 5])
        #expect(
            lines.first == [
                "seq": 1, "callback": .string(Self.users), "native": ["outcome": "answered", "all_users": true],
                "result": ["outcome": "answered", "all_users": true], "decided_by": "house_rules",
            ])
        #expect(lines.last?[member: "decided_by"] == .null)
        #expect(lines.last?[member: "result"] == ["outcome": "next"])
    }

    @Test func `a difference is an answer of the module, before any rule`() throws {
        let callback = "third_party_rules.check_can_deactivate_user"
        let arguments: JSONValue = ["user_id": "@a:x", "by_admin": true]
        let scene = try Scene(.scripted("m", callback, ["fail": "boom"]))
        try scene.folder.write(
            "calls.jsonl", Self.line(1, callback, arguments, ["outcome": "failed", "fail": "boom"]) + "\n")
        let ending = try scene.run("replay", "calls.jsonl", "--expect", "--json")
        #expect(ending.status == 0)
        #expect(try ending.json()[member: "result"] == ["outcome": "next"])
    }

    @Test func `several recordings are one replay`() throws {
        let scene = try scene(Self.recording)
        let ending = try scene.run("replay", "calls.jsonl", "calls.jsonl", "--expect")
        #expect(ending.outputLines.last == "8 calls, 2 skipped, 0 differences")
    }

    @Test func `a recording that cannot be read is a mistake`() throws {
        let ending = try scene([]).run("replay", "none.jsonl")
        #expect(ending.status == 1)
        #expect(ending.output == "")
        #expect(ending.errors.hasPrefix("error: none.jsonl: it cannot be read: "))
    }

    @Test func `the house rules answer the whole recording of a real homeserver as its own module did`() throws {
        let scene = try Scene(.houseRules)
        let ending = try scene.run("replay", "\(Tool.root)/Tests/Recordings/synapse-calls.jsonl", "--expect")
        #expect(ending.errors == "")
        #expect(ending.outputLines.last == "2286 calls, 0 skipped, 0 differences")
        #expect(ending.status == 0)
    }

    @Test func `one answer that was tampered with is found in the whole recording`() throws {
        let text = try String(contentsOfFile: "\(Tool.root)/Tests/Recordings/synapse-calls.jsonl", encoding: .utf8)
        let native = #""native":{"outcome":"answered","all_users":true}"#
        let place = try #require(text.firstRange(of: native))
        let scene = try Scene(.houseRules)
        try scene.folder.write(
            "calls.jsonl", text.replacingCharacters(in: place, with: #""native":{"outcome":"next"}"#))
        let ending = try scene.run("replay", "calls.jsonl", "--expect")
        #expect(ending.status == 1)
        #expect(ending.errorLines.count == 1)
        #expect(
            ending.errors.hasSuffix(
                #"expected {"outcome":"next"}, found {"outcome":"answered","all_users":true}"# + "\n"))
        #expect(ending.outputLines.last == "2286 calls, 0 skipped, 1 differences")
    }
}
