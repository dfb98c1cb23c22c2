import JSONText
import ModuleLoader
import Testing

@testable import MatrixCallbacks

/// Everything that is wrong with an `adopt` section is told when it is read.
struct AdoptionReaderTests {
    private func mistakes(_ callbacks: JSONValue) -> [String] {
        AdoptionReader(callbacks).problems(subject: "x").map { "\($0.subject): \($0.cause). \($0.cure)" }
    }

    /// Of one callback, which is right but for these members.
    private func mistakes(_ callback: String, _ changed: JSONObject) -> [String] {
        var adoption: JSONObject = [
            "call": "bool f(cstr name)", "with": ["name": "user_id"], "when": ["true": "deny", "default": "next"],
        ]
        for (key, value) in changed.members { adoption[key] = value == .null ? nil : value }
        let prefix = "x.callbacks.\(callback)."
        return mistakes([callback: .object(adoption)]).map { $0.replacing(prefix, with: "") }
    }

    private static let page = "The page Adopt a library of the documentation says what goes here."
    private static let join = "spam_checker.user_may_join_room"

    @Test func `a section without a mistake has none`() {
        #expect(mistakes(Self.join, [:]) == [])
    }

    @Test(
        arguments: [
            ([], "x.callbacks: expected a mapping from callbacks to functions. \(page)"),
            (
                ["spam_checker.user_may_join_rom": [:]],
                "x.callbacks.spam_checker.user_may_join_rom: there is no callback spam_checker.user_may_join_rom. "
                    + "Did you mean spam_checker.user_may_join_room?"
            ),
            (
                ["spam_checker.user_may_join_room": 5],
                "x.callbacks.spam_checker.user_may_join_room: expected a mapping with `call`, `with` and `when`. \(page)"
            ),
        ] as [(JSONValue, String)])
    func `callbacks are those of the catalogue`(section: JSONValue, mistake: String) {
        #expect(mistakes(section) == [mistake])
    }

    @Test(
        arguments: [
            (["call": .null], "call: expected a function, `bool wordlist_contains(cstr name)`. \(page)"),
            (["call": "bool f(string name)"], "call: \"bool f(string name)\", column 8: there is no type `string`"),
            (["with": [:]], "with: the parameter `name` gets nothing. Write what it gets."),
            (
                ["with": ["name": "user_id", "nam": "user_id"]],
                "with.nam: the function has no parameter of this name. \(page)"
            ),
            (
                ["with": ["name": "user"]],
                "with.name: there is no `user` in the arguments of \(join). Known here: `user_id`"
            ),
            (
                ["with": ["name": "user_i"]],
                "with.name: there is no `user_i` in the arguments of \(join). Did you mean `user_id`?"
            ),
            (
                ["with": ["name": "user_id.x"]],
                "with.name: `user_id.x` goes on after `user_id`, which has no parts. \(page)"
            ),
            (
                ["with": ["name": "is_invited"]],
                "with.name: `is_invited` is yes or no, which cannot be passed as cstr. \(page)"
            ),
            (["with": ["name": ["constant": 5]]], "with.name: the constant 5 cannot be passed as cstr. \(page)"),
            (
                ["with": ["name": ["constant": "a\0b"]]],
                "with.name: the constant \"a\\u0000b\" cannot be passed as cstr."
            ),
            (
                ["with": ["name": ["pointer": "user_id"]]],
                "with.name: `pointer` is for a parameter of the type ptr. \(page)"
            ),
            (
                ["with": ["name": ["length": "user_id"]]],
                "with.name: `length` is for a parameter of an integer type. \(page)"
            ),
            (
                ["with": ["name": ["lenght": "user_id"]]],
                "with.name: expected `constant`, `pointer` or `length`, found `lenght`"
            ),
            (["when": [:]], "when: no result means anything. Write what they mean: `default: next`."),
            (["when": ["maybe": "next"]], "when.maybe: \"maybe\" is no result of the type bool. \(page)"),
            (["when": ["null": "next"]], "when.null: \"null\" is no result of the type bool. \(page)"),
            (
                ["when": ["true": "refuse"]],
                "when.true: \"refuse\" is no meaning of a result of \(join). It takes `next`, `fail`, `deny`"
            ),
            (["with": ["name": "user_id."]], "with.name: `user_id.` has an empty part. Write `\"\"` for an empty key."),
            (["with": ["name": "\"user_id"]], "with.name: a quote of `\"user_id` is not closed. Close it."),
            (
                ["with": ["name": "\"user_id\"x"]],
                "with.name: there is no point behind a quoted part of `\"user_id\"x`. Write one, or end it there."
            ),
            (
                ["when": ["true": "shadow_ban"]],
                "when.true: \(join) does not take \"shadow_ban\". It takes `next`, `fail`, `deny`"
            ),
            (
                ["when": ["true": ["text": "x"]]],
                "when.true: \(join) does not take {\"text\":\"x\"}. It takes `next`, `fail`"
            ),
            (
                ["when": ["true": ["answer": 1]]],
                "when.true: \(join) does not take {\"answer\":1}. It takes `next`, `fail`"
            ),
            (["when": ["true": ["answer": []]]], "when.true: {\"answer\":[]} is no meaning of a result of \(join). It"),
            (["whne": 1], "whne: unknown key. Known here: `call`, `with`, `when`."),
        ] as [(JSONObject, String)])
    func `a mistake is told with its place`(changed: JSONObject, mistake: String) throws {
        let found = mistakes(Self.join, changed)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(mistake) == true, "\(found)")
    }

    @Test(
        arguments: [
            (
                "i32", ["0": "next", "00": "next"],
                ["when.00: this result has a meaning already. Write each result once."]
            ),
            (
                "i32", ["0": "next", "+0": "next"],
                ["when.+0: this result has a meaning already. Write each result once."]
            ),
            (
                "f64", ["0": "next", "-0.0": "next"],
                ["when.-0.0: this result has a meaning already. Write each result once."]
            ),
            ("f32", ["0.1": "next", "nan": "next"], ["when.nan: \"nan\" is no result of the type f32. \(page)"]),
            ("f32", ["inf": "next", "1e300": "next"], ["when.1e300: \"1e300\" is no result of the type f32. \(page)"]),
            ("f64", ["inf": "next", "-inf": "next", "1e300": "next"], []),
        ] as [(String, JSONValue, [String])])
    func `each result has one meaning`(type: String, when: JSONValue, expected: [String]) {
        let found = mistakes(Self.join, ["call": .string("\(type) f(cstr name)"), "when": when])
        #expect(found == expected)
    }

    @Test(arguments: [
        ("user_profile.display_name", "cstr", true), ("user_profile.user_id", "cstr", false),
        ("requester_id", "json", false),
    ])
    func `where there may be nothing, something has to say what that means`(path: String, type: String, mayBe: Bool) {
        let found = mistakes(
            "spam_checker.check_username_for_spam",
            [
                "call": .string("bool f(\(type) name)"), "with": ["name": .string(path)],
                "when": ["true": "deny", "false": "next"],
            ])
        #expect(found.isEmpty != mayBe)
        #expect(!mayBe || found.first?.hasPrefix("when: there may be nothing for `name`") == true)
    }

    @Test(arguments: [
        ("event", "json"), ("event.sender", "str"), ("event.origin_server_ts", "i64"), ("event.local", "bool"),
        ("event.content.body", "cstr"), ("event.content.n", "f64"), ("event.unsigned.age", "u8"),
    ])
    func `paths lead into an event and its JSON`(path: String, type: String) {
        let found = mistakes(
            "spam_checker.check_event_for_spam",
            [
                "call": .string("void f(\(type) name)"), "with": ["name": .string(path)], "when": ["default": "next"],
            ])
        #expect(found == [])
    }

    @Test(arguments: [
        ("file_info", "`file_info` is a record; go on with one of its fields: `server_name`, "),
        ("file_wrapper", "`file_wrapper` is nothing that a plain function could take"),
        ("file_info.thumbnail.width.x", "`file_info.thumbnail.width.x` goes on after `width`, which has no parts"),
    ])
    func `paths end at something that a function can take`(path: String, mistake: String) {
        let found = mistakes("spam_checker.check_media_file_for_spam", ["with": ["name": .string(path)]])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("with.name: \(mistake)") == true, "\(found)")
    }
}
