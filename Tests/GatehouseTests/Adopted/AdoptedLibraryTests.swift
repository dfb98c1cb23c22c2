import Foundation
import Gatehouse
import Testing

/// Libraries of the system that were never made for this.
struct AdoptedLibraryTests {
    private static let dictionary = "/var/cache/cracklib/cracklib_dict"

    private func ask(
        _ callback: String, _ arguments: JSONValue, _ library: String, _ adoption: JSONValue
    ) async throws -> CallResult.Outcome {
        let entry = ModuleEntry(adopting: library, callbacks: [callback: adoption], name: "adopted")
        let host = try TestModules.host(entry)
        defer { host.shutDown() }
        return try await host.call(callback, arguments: arguments.text).outcome
    }

    private func event(_ content: JSONValue) -> JSONValue {
        [
            "event": [
                "event_id": "$1", "room_id": "!r:x", "room_version": "10", "sender": "@a:x", "type": "m.room.message",
                "origin_server_ts": 1, "local": true, "content": content,
            ]
        ]
    }

    @Test(arguments: [("password1", true), ("xq9vblorptz77", false)])
    func `FascistCheck of libcrack2 answers with a text, or with NULL`(name: String, isRefused: Bool) async throws {
        try #require(FileManager.default.fileExists(atPath: "\(Self.dictionary).pwd"), "run `make libraries`")
        let outcome = try await ask(
            "spam_checker.check_registration_for_spam",
            [
                "email_threepid": .null, "username": .string(name), "request_info": [], "auth_provider_id": .null,
            ], "libcrack.so.2",
            [
                "call": "cstr FascistCheck(cstr word, cstr dictionary)",
                "with": ["word": "username", "dictionary": ["constant": .string(Self.dictionary)]],
                "when": ["null": "next", "default": "deny"],
            ])
        #expect(outcome == (isRefused ? .answered(.denial) : .next))
    }

    @Test(arguments: [("hello world", true), ("hello world!", false)])
    func `crc32 of zlib gets the address and the length of a text`(body: String, isRefused: Bool) async throws {
        let outcome = try await ask(
            "spam_checker.check_event_for_spam", event(["body": .string(body)]), "libz.so.1",
            [
                "call": "u64 crc32(u64 start, ptr data, u32 length)",
                "with": [
                    "start": ["constant": 0], "data": ["pointer": "event.content.body"],
                    "length": ["length": "event.content.body"],
                ],
                "when": ["222957957": ["text": "not this"], "default": "next"],
            ])
        #expect(outcome == (isRefused ? .answered(.denialWithText("not this")) : .next))
    }

    @Test func `lzma_crc64 of liblzma gets a whole event, and returns 64 bits`() async throws {
        let adoption: JSONValue = [
            "call": "u64 lzma_crc64(ptr data, u64 length, u64 start)",
            "with": ["data": ["pointer": "event"], "length": ["length": "event"], "start": ["constant": 0]],
            "when": ["default": "deny"],
        ]
        let outcome = try await ask("spam_checker.check_event_for_spam", event([:]), "liblzma.so.5", adoption)
        #expect(outcome == .answered(.denialWithCode("M_FORBIDDEN", fields: JSON([:]))))
    }

    @Test(arguments: [("!closed:x", true), ("!open:x", false)])
    func `strcmp of libc compares with a constant`(room: String, isRefused: Bool) async throws {
        let outcome = try await ask(
            "spam_checker.user_may_join_room",
            ["user_id": "@a:x", "room_id": .string(room), "is_invited": false], "libc.so.6",
            [
                "call": "i32 strcmp(cstr a, cstr b)", "with": ["a": "room_id", "b": ["constant": "!closed:x"]],
                "when": ["0": ["deny_code": "M_CLOSED", "error": "closed"], "default": "next"],
            ])
        let denial = Answer.denialWithCode("M_CLOSED", fields: JSON(["error": "closed"]))
        #expect(outcome == (isRefused ? .answered(denial) : .next))
    }

    @Test(arguments: [
        ("#official-news:x", CallResult.Outcome.answered(.denialWithCode("M_FORBIDDEN", fields: JSON([:])))),
        ("#news:x", .next),
    ])
    func `fnmatch of libc matches a pattern`(alias: String, expected: CallResult.Outcome) async throws {
        let outcome = try await ask(
            "spam_checker.user_may_create_room_alias", ["user_id": "@a:x", "room_alias": .string(alias)], "libc.so.6",
            [
                "call": "i32 fnmatch(cstr pattern, cstr text, i32 flags)",
                "with": ["pattern": ["constant": "#official-*"], "text": "room_alias", "flags": ["constant": 0]],
                "when": ["0": "deny", "1": "next"],
            ])
        #expect(outcome == expected)
    }

    @Test(arguments: [("@trial-1:x", CallResult.Outcome.answered(.truth(true))), ("@a:x", .next)])
    func `an answer that is a value stands in the configuration`(
        user: String, expected: CallResult.Outcome
    ) async throws {
        let outcome = try await ask(
            "account_validity.is_user_expired", ["user": .string(user)], "libc.so.6",
            [
                "call": "i32 fnmatch(cstr pattern, cstr text, i32 flags)",
                "with": ["pattern": ["constant": "@trial-*"], "text": "user", "flags": ["constant": 0]],
                "when": ["0": ["answer": true], "default": "next"],
            ])
        #expect(outcome == expected)
    }

    private static let related: JSONValue = ["m.relates_to": ["rel_type": "m.replace", "a\"b": "m.replace"]]

    @Test(arguments: [
        #"event.content."m.relates_to".rel_type"#, #"event.content."m.relates_to"."rel_type""#,
        #"event.content."m.relates_to"."a""b""#, #""event"."content"."m.relates_to".rel_type"#,
    ])
    func `a key with a point in it stands in quotes`(path: String) async throws {
        let outcome = try await ask(
            "spam_checker.check_event_for_spam", event(Self.related), "libc.so.6",
            [
                "call": "i32 strcmp(cstr a, cstr b)", "with": ["a": .string(path), "b": ["constant": "m.replace"]],
                "when": ["0": ["text": "no edits"], "absent": "next"],
            ])
        #expect(outcome == .answered(.denialWithText("no edits")))
    }

    @Test(
        arguments: [
            (.number(0.1), .answered(.denialWithText("a tenth"))),
            (.number(-0.1), .answered(.denialWithText("a tenth"))), (.number(0.2), .next),
            (.bigInteger(.max), .next),
            (.number(1e300), .failed(.plain("`event.content.n`: 1e+300 is not within f32"))),
        ] as [(JSONValue, CallResult.Outcome)])
    func `numbers are those of the type`(number: JSONValue, expected: CallResult.Outcome) async throws {
        let outcome = try await ask(
            "spam_checker.check_event_for_spam", event(["n": number]), "libm.so.6",
            [
                "call": "f32 fabsf(f32 x)", "with": ["x": "event.content.n"],
                "when": ["0.1": ["text": "a tenth"], "default": "next"],
            ])
        #expect(outcome == expected)
    }

    @Test func `a library that is nowhere is told with all places, and one that is there`() throws {
        let entry = ModuleEntry(
            adopting: "libz.so.2",
            callbacks: [
                "spam_checker.user_may_join_room": [
                    "call": "u64 crc32(u64 a)", "with": ["a": ["constant": 0]], "when": ["default": "next"],
                ]
            ], name: "z")
        let problems = try #require(throws: Problems.self) { try TestModules.host(entry) }
        let problem = try #require(problems.list.first)
        #expect(problems.list.map(\.code) == ["module.file.missing"])
        #expect(problem.cause.hasPrefix("there is no \(TestModules.root)/build/modules/libz.so.2, nor "))
        #expect(problem.cause.contains(", nor /usr/lib/libz.so.2"))
        #expect(problem.cure == "Did you mean libz.so.1?")
    }

    @Test(
        arguments: [
            (["body": "a\0b"], "`event.content.body`: the text has a NUL in it, which a cstr cannot have"),
            (["body": 5], "`event.content.body` is a number, which cannot be passed as cstr"),
            (["body": "b"], "it returned 1, which means nothing"),
            (["body": "a"], "it returned 0, which is a failure"),
            ([:], "nothing to pass, which is a failure"),
        ] as [(JSONValue, String)])
    func `what cannot be passed and what means nothing is a failure of the module`(
        content: JSONValue, message: String
    ) async throws {
        let outcome = try await ask(
            "spam_checker.check_event_for_spam", event(content), "libc.so.6",
            [
                "call": "i32 fnmatch(cstr pattern, cstr text, i32 flags)",
                "with": ["pattern": ["constant": "a"], "text": "event.content.body", "flags": ["constant": 0]],
                "when": ["0": "fail", "absent": "fail"],
            ])
        #expect(outcome == .failed(.plain(message)))
    }

    @Test func `a library is in the chains at its place, with what it adopts`() throws {
        let callback = "spam_checker.user_may_join_room"
        let library = ModuleEntry(
            adopting: "libc.so.6",
            callbacks: [
                callback: [
                    "call": "i32 strcmp(cstr a, cstr b)", "with": ["a": "user_id", "b": "room_id"],
                    "when": ["default": "next"],
                ]
            ], name: "c")
        let host = try TestModules.host(
            .scripted("a", callback, ["allow": true]), library, .scripted("z", callback, ["allow": true]))
        defer { host.shutDown() }
        let chain = try #require(host.chainDescriptions.first { $0.callback == callback })
        #expect(chain.modules == ["a", "c", "z"])
        let found = try #require(host.instances.first { $0.name == "c" })
        #expect(found.callbacks == [callback])
        #expect(found.summary == "adopted: i32 strcmp(cstr a, cstr b)")
        #expect(found.path?.hasSuffix("/libc.so.6") == true && found.contract == nil)
    }
}
