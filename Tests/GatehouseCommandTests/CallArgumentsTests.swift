import JSONText
import Testing

/// Where `gatehouse call` takes its arguments from.
struct CallArgumentsTests {
    private static let callback = "third_party_rules.check_can_shutdown_room"
    private static let arguments = #"{"user_id": "@warden:orchard.test", "room_id": "!é:x"}"#
    private static let denied = #"{"outcome":"answered","deny":true,"decided_by":"house_rules"}"# + "\n"

    private let scene: Scene

    init() throws { scene = try Scene(.houseRules) }

    @Test func `arguments stand on the command line, in a file, or come from standard input`() throws {
        try scene.folder.write("arguments.json", Self.arguments)
        let endings = [
            try scene.run("call", Self.callback, "--arguments", Self.arguments),
            try scene.run("call", Self.callback, "--arguments", "@arguments.json"),
            try scene.run("call", Self.callback, "--arguments", "@\(scene.folder.path)/arguments.json"),
            try scene.run("call", Self.callback, "--arguments", "-", input: Self.arguments),
        ]
        #expect(endings.map(\.output) == Array(repeating: Self.denied, count: 4))
        #expect(endings.map(\.status) == [1, 1, 1, 1])
    }

    @Test func `a file that cannot be read is a mistake`() throws {
        let ending = try scene.run("call", Self.callback, "--arguments", "@none.json")
        #expect(ending.status == 1)
        #expect(ending.output == "")
        #expect(ending.errors.hasPrefix("error: @none.json: it cannot be read: "))
    }

    @Test(arguments: [
        ("{}", "error: arguments: room_id: it is missing\n"),
        (
            #"{"user": 1, "user_id": 2, "room_id": []}"#,
            "error: arguments: user: there is no such argument; user_id: expected a string, found a number; "
                + "room_id: expected a string, found a list\n"
        ),
        ("[]", "error: arguments: expected an object, found a list\n"),
    ])
    func `all that is wrong with the arguments is told`(arguments: String, error: String) throws {
        let ending = try scene.run("call", Self.callback, "--arguments", arguments)
        #expect(ending.status == 1)
        #expect(ending.output == "")
        #expect(ending.errors == error)
    }

    @Test(arguments: ["", "{", "nonsense"])
    func `arguments that are no JSON are told so`(arguments: String) throws {
        let ending = try scene.run("call", Self.callback, "--arguments", arguments)
        #expect(ending.status == 1)
        #expect(ending.errors.hasPrefix("error: arguments: it is not JSON: "))
    }

    @Test func `of a callback that there is not, the nearest is told`() throws {
        let ending = try scene.run("call", "spam_checker.user_may_invit", "--arguments", "{}")
        #expect(ending.status == 1)
        #expect(ending.output == "")
        #expect(
            ending.errors
                == "error: there is no callback spam_checker.user_may_invit; did you mean spam_checker.user_may_invite?\n"
        )
    }
}
