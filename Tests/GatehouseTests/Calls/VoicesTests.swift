import Gatehouse
import Testing

/// What a module says in C++ is what it would say in C.
struct VoicesTests {
    private func host() throws -> Gatehouse { try TestModules.host(ModuleEntry("voices")) }

    @Test func `every kind of value comes out as it went in`() throws {
        let host = try host()
        defer { host.shutDown() }
        #expect(try host.accountValidity.isUserExpired(user: "@a:x.org") == false)
        #expect(
            try host.accountValidity.onLegacyRenew(renewalToken: "t")
                == Renewal(isValid: true, isStale: false, expiration: 9))
        let request = Request(method: "POST", uri: "/", body: "")
        #expect(try host.accountValidity.onLegacyAdminRequest(request: request) == 7)
        let empty = JSON([:])
        let name = try host.passwordAuthProvider.getUsernameForRegistration(uiaResults: empty, params: empty)
        #expect(name == "name")
        #expect(try host.mediaRepository.getMediaConfigForUser(userID: "@a:x.org") == JSON(["a": 1]))
        #expect(
            try host.mediaRepository.getMediaUploadLimitsForUser(userID: "@a:x.org")
                == [MediaUploadLimit(maxBytes: 1, timePeriod: .seconds(2), canUpgrade: true)])
        #expect(try host.mediaRepository.getMediaUploadLimitsForUser(userID: "@free:x.org") == [])
        #expect(
            try host.ratelimit.getRatelimitOverrideForUser(user: "@a:x.org", limiterName: "l")
                == RatelimitOverride(perSecond: 0.5, burstCount: 3))
        let step = try host.backgroundUpdateController.onUpdate(
            updateName: "u", databaseName: "master", oneShot: false)
        #expect(step?.duration == .milliseconds(100))
        #expect(step?.cookie == nil)
    }

    @Test func `logins are said with a cookie and without`() throws {
        let host = try host()
        defer { host.shutDown() }
        #expect(host.loginTypes == ["m.login.password": ["password", "pin"], "org.example.none": []])
        let provider = host.passwordAuthProvider
        let bare = try provider.check3pidAuth(medium: "email", address: "@b:x.org", password: "p")
        #expect(bare?.userID == "@b:x.org")
        #expect(bare?.cookie == nil)
        let login = try #require(
            try provider.authCheckers(username: "@a:x.org", loginType: "org.example.none", loginDict: JSON([:])))
        let response = JSON(["device_id": "D"])
        #expect(try provider.postLogin(cookie: #require(login.cookie), loginResponse: response) == response)
    }
}
