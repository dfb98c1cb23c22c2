import Gatehouse
import Testing

/// What a module sees of a call. The witness module is compiled C: its compiler knows the structs from the headers.
struct ArgumentsTests {
    private func follower(of call: TypedCall) throws -> String? {
        switch call.name {
        case "spam_checker.federated_user_may_invite":
            try Witness.line(
                "spam_checker.user_may_invite",
                ["inviter": "@a:x.org", "invitee": "@b:x.org", "room_id": "!r:x.org"])
        case "third_party_rules.on_add_user_third_party_identifier":
            try Witness.line("third_party_rules.on_threepid_bind", call.arguments)
        default: nil
        }
    }

    @Test(arguments: TypedCall.all)
    func `typed calls and calls by name hand over the same arguments, each in its field`(call: TypedCall) async throws {
        let (sample, witness) = (try Sample(), Witness())
        let host = try TestModules.host(witness.wholeModule)
        defer { host.shutDown() }
        _ = try call.atOnce(host, sample)
        _ = try await call.later(host, sample)
        _ = try await host.call(call.name, arguments: call.arguments.text)
        let line = try Witness.line(call.name, call.arguments)
        let typed = [line, try follower(of: call)].compactMap(\.self)
        #expect(witness.calls == typed + typed + [line])
    }

    @Test func `a file that modules can open has a path`() throws {
        let witness = Witness()
        let host = try TestModules.host(witness.module)
        defer { host.shutDown() }
        let file = MediaFile(bytes: [], path: "/media/a b")
        _ = try host.spamChecker.checkMediaFileForSpam(fileWrapper: file, fileInfo: FileInfo(fileID: "f"))
        #expect(
            witness.calls == [
                "spam_checker.check_media_file_for_spam file_wrapper={ bytes=<> path=</media/a b> }"
                    + " file_info={ server_name=- file_id=<f> url_cache=no thumbnail=- }"
            ])
    }

    @Test func `arguments that do not fit on the stack arrive whole`() throws {
        let witness = Witness()
        let host = try TestModules.host(witness.module)
        defer { host.shutDown() }
        let long = String(repeating: "é", count: 100_000)
        _ = try host.spamChecker.userMayInvite(inviter: long, invitee: "", roomID: long)
        #expect(witness.calls == ["spam_checker.user_may_invite inviter=<\(long)> invitee=<> room_id=<\(long)>"])
    }

    @Test func `one event is used in many calls, by several hosts`() throws {
        let sample = try Sample()
        let witnesses = [Witness(), Witness()]
        for witness in witnesses {
            let host = try TestModules.host(witness.module)
            defer { host.shutDown() }
            for _ in 0..<3 { _ = try host.spamChecker.checkEventForSpam(event: sample.event) }
        }
        let line = try Witness.line("spam_checker.check_event_for_spam", ["event": Sample.eventJSON])
        #expect(witnesses.map(\.calls) == [[line, line, line], [line, line, line]])
    }
}
