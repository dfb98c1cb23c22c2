import CGatehouse
import Testing

@testable import ModuleLoader

/// What `configure` and `create` say of a configuration.
@Suite struct ConfigReplyTests {
    /// Where and what, when an entry refuses these and returns this word.
    private func refused(_ mistakes: [(path: Text, message: Text)], _ word: UInt32) -> [String] {
        let reply = ConfigReply()
        let outcome = unsafe reply.lend { record in
            for (path, message) in mistakes {
                let told = unsafe record.pointee.functions.pointee.refuse(record, path.str, message.str)
                if told != 3 { return 99 }
            }
            return word
        }
        return problems { () throws(Problems) in
            try reply.check(outcome, threw: false, entry: "create", subject: "modules.0")
        }.map { "\($0.subject): \($0.cause)" }
    }

    @Test func `Next without a refusal accepts`() {
        #expect(refused([], 1) == [])
    }

    @Test(arguments: [0, 2, 3, 4, 5, 0xFFFF_FFFF] as [UInt32]) func `Anything else without a refusal is one`(
        _ word: UInt32
    ) {
        #expect(refused([], word) == ["modules.0: its create returned \(word) and gave no reason"])
    }

    @Test(arguments: [0, 1, 3] as [UInt32]) func `Each refusal is told at its key path, whatever is returned`(
        _ word: UInt32
    ) {
        let mistakes: [(Text, Text)] = [
            ("evil.3", "is bad"), ("", "is worse"), (.absent, "is worst"), ("evil.3", "is bad"),
        ]
        #expect(
            refused(mistakes, word) == [
                "modules.0.config.evil.3: is bad", "modules.0.config: is worse", "modules.0.config: is worst",
                "modules.0.config.evil.3: is bad",
            ])
    }

    @Test(arguments: [Text.absent, .notUTF8, .tooLong, .absurd]) func `A refusal without a readable reason is one`(
        _ bad: Text
    ) {
        #expect(refused([("a", bad)], 3) == ["modules.0.config.a: it refuses the configuration and does not say why"])
        #expect(refused([(bad, "m")], 3) == ["modules.0.config: m"])
    }

    @Test func `A problem says which entry refused, and how to mend it`() throws {
        let found = problems { () throws(Problems) in
            try ConfigReply().check(3, threw: false, entry: "configure", subject: "modules.0")
        }
        #expect(found.map(\.code) == ["module.configure.refused"])
        #expect(found.first?.cure == "Mend the module's `config`; its documentation says what it takes.")
    }

    @Test func `Without a reply nothing is taken`() {
        var words: [UInt32] = []
        _ = unsafe ConfigReply().lend { record in
            let functions = unsafe record.pointee.functions
            var nobody = unsafe gh_config_reply(
                size: MemoryLayout<gh_config_reply>.size, functions: functions, data: nil)
            let (path, message) = unsafe (Text("a").str, Text("m").str)
            words = unsafe [
                functions?.pointee.refuse(nil, path, message) ?? 0,
                functions?.pointee.refuse(&nobody, path, message) ?? 0,
            ]
            return 1
        }
        #expect(words == [3, 3])
    }
}
