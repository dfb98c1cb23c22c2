import JSONText
import ModuleLoader
import Testing

@testable import MatrixCallbacks

/// Values of Swift, written into a struct, and what they say there.
struct TypedValuesTests {
    /// Writes one argument of a callback and reads the whole struct.
    private func written(
        _ name: String, _ field: String, _ write: (inout CallArguments) -> Void
    ) throws -> JSONValue? {
        let callback = try #require(Catalogue.callback(name))
        try #require(callback.fields.first?.name == field)
        let json = CallArguments.lend(size: callback.callSize, known: callback.callSize) { call in
            write(&call)
            // - Safety: the struct was written for this callback, zeros behind its first field.
            return unsafe ArgumentWriter.json(callback, call.pointer.raw)
        }
        return json[field]
    }

    @Test(arguments: [true, false])
    func `a requester says what it was made of`(isFull: Bool) throws {
        let full = Requester(
            user: "@a:x", accessTokenID: -7, isGuest: true, scope: JSON(["a", "b"]), isShadowBanned: true,
            deviceID: "D", appServiceID: "S", authenticatedEntity: "@root:x")
        let requester = isFull ? full : Requester(user: "@a:x")
        let found = try written("third_party_rules.on_create_room", "requester") { $0.record(requester) }
        let expected: JSONValue = [
            "user": "@a:x", "access_token_id": -7, "is_guest": true, "scope": ["a", "b"], "shadow_banned": true,
            "device_id": "D", "app_service_id": "S", "authenticated_entity": "@root:x",
        ]
        let least: JSONValue = [
            "user": "@a:x", "access_token_id": .null, "is_guest": false, "scope": [], "shadow_banned": false,
            "device_id": .null, "app_service_id": .null, "authenticated_entity": .null,
        ]
        #expect(found == (isFull ? expected : least))
    }

    @Test func `profiles keep name and picture apart`() throws {
        let profile = UserProfile(userID: "@a:x", displayName: "", avatarURL: "mxc://x/y")
        #expect(
            try written("spam_checker.check_username_for_spam", "user_profile") { $0.record(profile) } == [
                "user_id": "@a:x", "display_name": "", "avatar_url": "mxc://x/y",
            ])
        let json = CallArguments.lend(size: 48, known: 48) { call in
            call.text("@a:x")
            call.record(ProfileInfo(avatarURL: nil, displayName: "A 🍎"))
            call.flag(true)
            call.flag(false)
            return Catalogue.callback("third_party_rules.on_profile_update").map {
                // - Safety: the struct was written for this callback and lives in this closure.
                unsafe ArgumentWriter.json($0, call.pointer.raw)
            }
        }
        #expect(
            json == [
                "user_id": "@a:x", "new_profile": ["avatar_url": .null, "display_name": "A 🍎"], "by_admin": true,
                "deactivation": false,
            ])
    }

    @Test func `presence states keep their three times apart`() throws {
        let state = PresenceState(
            userID: "@a:x", state: "online", lastActive: 1, lastFederationUpdate: 2, lastUserSync: 3,
            statusMessage: "out", isCurrentlyActive: true)
        let found = try written("presence_router.get_users_for_states", "state_updates") {
            $0.records([state, PresenceState(userID: "@b:x", state: "offline")])
        }
        #expect(
            found == [
                [
                    "user_id": "@a:x", "state": "online", "last_active_ts": 1, "last_federation_update_ts": 2,
                    "last_user_sync_ts": 3, "status_msg": "out", "currently_active": true,
                ],
                [
                    "user_id": "@b:x", "state": "offline", "last_active_ts": 0, "last_federation_update_ts": 0,
                    "last_user_sync_ts": 0, "status_msg": .null, "currently_active": false,
                ],
            ])
        #expect(found == .array([state.json, PresenceState(userID: "@b:x", state: "offline").json]))
    }

    @Test func `no records are an empty list`() throws {
        #expect(
            try written("presence_router.get_users_for_states", "state_updates") { $0.records([PresenceState]()) } == []
        )
    }

    @Test(arguments: [nil, Thumbnail(width: 1, height: 2, method: "crop", type: "image/png", length: 3)])
    func `a file's description has a thumbnail, or none`(thumbnail: Thumbnail?) throws {
        let callback = try #require(Catalogue.callback("spam_checker.check_media_file_for_spam"))
        let json = CallArguments.lend(size: callback.callSize, known: callback.callSize) { call in
            call.bytes([1, 2, 3], path: "/media/f")
            call.record(FileInfo(serverName: "x", fileID: "f", isURLCache: true, thumbnail: thumbnail))
            // - Safety: the struct was written for this callback and lives in this closure.
            return unsafe ArgumentWriter.json(callback, call.pointer.raw)
        }
        let small: JSONValue = ["width": 1, "height": 2, "method": "crop", "type": "image/png", "length": 3]
        #expect(
            json == [
                "file_wrapper": ["path": "/media/f", "base64": "AQID"],
                "file_info": [
                    "server_name": "x", "file_id": "f", "url_cache": true,
                    "thumbnail": thumbnail == nil ? .null : small,
                ],
            ])
    }

    @Test func `connections are pairs in JSON`() throws {
        let callback = try #require(Catalogue.callback("spam_checker.check_registration_for_spam"))
        let json = CallArguments.lend(size: callback.callSize, known: callback.callSize) { call in
            call.json(JSON(["medium": "email"]) as JSON?)
            call.text("a" as String?)
            call.records([Connection(userAgent: nil, ip: "192.0.2.1"), Connection(userAgent: "curl", ip: "::1")])
            call.text(nil)
            // - Safety: the struct was written for this callback and lives in this closure.
            return unsafe ArgumentWriter.json(callback, call.pointer.raw)
        }
        #expect(
            json == [
                "email_threepid": ["medium": "email"], "username": "a",
                "request_info": [[.null, "192.0.2.1"], ["curl", "::1"]], "auth_provider_id": .null,
            ])
    }
}
