import Testing

@testable import MatrixCallbacks

struct SwiftNameTests {
    @Test(arguments: [
        ("user_may_join_room", "userMayJoinRoom"), ("room_id", "roomID"), ("ip", "ip"), ("avatar_url", "avatarURL"),
        ("user_may_send_3pid_invite", "userMaySend3pidInvite"), ("auth_provider_id", "authProviderID"),
        ("url_cache", "urlCache"), ("event", "event"), ("", ""),
    ])
    func `names of the contract get Swift's spelling`(name: String, swift: String) {
        #expect(SwiftName.member(name) == swift)
    }

    @Test(arguments: [("spam_checker", "SpamChecker"), ("file_info", "FileInfo"), ("event", "Event")])
    func `types begin with a capital`(name: String, swift: String) {
        #expect(SwiftName.type(name) == swift)
    }
}
