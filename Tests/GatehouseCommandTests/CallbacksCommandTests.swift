import Foundation
import JSONText
import Testing

struct CallbacksCommandTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func run(_ arguments: String...) throws -> Ending { try Tool.run(arguments, in: folder.path) }

    @Test func `every callback has a line, and no configuration is needed`() throws {
        let ending = try run("callbacks")
        #expect(ending.status == 0)
        #expect(ending.errors == "")
        #expect(ending.outputLines.count == 56)
        let first = ending.outputLines.first?.split(separator: " ").first
        #expect(first == "CALLBACK")
        let invite = try #require(ending.outputLines.first { $0.hasPrefix("spam_checker.user_may_invite ") })
        for word in ["1.37.0", "first that objects", "propagate", "deny"] { #expect(invite.contains(word)) }
    }

    @Test func `as JSON each has its arguments and rules`() throws {
        let callbacks = try run("callbacks", "--json").json().items
        #expect(callbacks.count == 55)
        let shutdown = try #require(callbacks.first { $0[member: "name"] == "check_can_shutdown_room" })
        #expect(
            shutdown == [
                "category": "third_party_rules", "name": "check_can_shutdown_room", "since": "1.55.0",
                "asked": "Asked before a room is deleted; twice by the admin API.",
                "arguments": [
                    ["name": "user_id", "type": "text", "nullable": true],
                    ["name": "room_id", "type": "text", "nullable": false],
                ],
                "answer": "objection",
                "rule": "first that objects", "failure": "log and go on", "invalid_answer": "ignore and go on",
                "no_answer": "a failure of the module",
            ])
    }

    @Test func `pages and typed calls are written as they are checked in`() throws {
        let ending = try run("callbacks", "--markdown", "new/pages", "--swift", "calls")
        #expect(ending.status == 0)
        #expect(ending.output == "")
        let pairs = [
            ("new/pages", "Sources/Gatehouse/Gatehouse.docc/Reference"), ("calls", "Sources/Gatehouse/Calls/Typed"),
        ]
        for (written, checkedIn) in pairs {
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(Tool.root)/\(checkedIn)").sorted()
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(written)").sorted() == names)
            for name in names {
                let expected = try String(contentsOfFile: "\(Tool.root)/\(checkedIn)/\(name)", encoding: .utf8)
                #expect(try folder.text("\(written)/\(name)") == expected, "\(name)")
            }
        }
    }

    @Test func `a folder that cannot be written to is a mistake`() throws {
        try folder.write("file", "")
        let ending = try run("callbacks", "--markdown", "file/pages")
        #expect(ending.status == 1)
        #expect(ending.errors.hasPrefix("error: file/pages: it cannot be written: "))
    }
}
