import Gatehouse

extension TypedCall {
    static let eventChecks = [
        TypedCall(
            "spam_checker.check_event_for_spam", ["event": Sample.eventJSON],
            { try .verdict($0.spamChecker.checkEventForSpam(event: $1.event)) },
            { try await .verdict($0.spamChecker.checkEventForSpam(event: $1.event)) }),
        TypedCall(
            "spam_checker.should_drop_federated_event", ["event": Sample.eventJSON],
            { try .verdict($0.spamChecker.shouldDropFederatedEvent(event: $1.event)) },
            { try await .verdict($0.spamChecker.shouldDropFederatedEvent(event: $1.event)) }),
        TypedCall(
            "spam_checker.federated_user_may_invite", ["event": Sample.eventJSON],
            { try .verdict($0.spamChecker.federatedUserMayInvite(event: $1.event)) },
            { try await .verdict($0.spamChecker.federatedUserMayInvite(event: $1.event)) }),
        TypedCall(
            "spam_checker.user_may_send_state_event",
            [
                "user_id": "@a:x.org", "room_id": "!r:x.org", "event_type": "m.room.topic", "state_key": "k",
                "content": ["topic": "t"],
            ],
            { host, _ in
                try .verdict(
                    host.spamChecker.userMaySendStateEvent(
                        userID: "@a:x.org", roomID: "!r:x.org", eventType: "m.room.topic", stateKey: "k",
                        content: JSON(["topic": "t"])))
            },
            { host, _ in
                try await .verdict(
                    host.spamChecker.userMaySendStateEvent(
                        userID: "@a:x.org", roomID: "!r:x.org", eventType: "m.room.topic", stateKey: "k",
                        content: JSON(["topic": "t"])))
            }),
        TypedCall(
            "spam_checker.check_media_file_for_spam",
            [
                "file_wrapper": ["base64": "QUJDREVGRw=="],
                "file_info": [
                    "server_name": "x.org", "file_id": "f", "url_cache": true,
                    "thumbnail": ["width": 1, "height": 2, "method": "crop", "type": "image/png", "length": 3],
                ],
            ],
            { host, _ in
                try .verdict(
                    host.spamChecker.checkMediaFileForSpam(
                        fileWrapper: MediaFile(bytes: Array("ABCDEFG".utf8)),
                        fileInfo: FileInfo(
                            serverName: "x.org", fileID: "f", isURLCache: true,
                            thumbnail: Thumbnail(width: 1, height: 2, method: "crop", type: "image/png", length: 3))))
            },
            { host, _ in
                try await .verdict(
                    host.spamChecker.checkMediaFileForSpam(
                        fileWrapper: MediaFile(bytes: Array("ABCDEFG".utf8)),
                        fileInfo: FileInfo(
                            serverName: "x.org", fileID: "f", isURLCache: true,
                            thumbnail: Thumbnail(width: 1, height: 2, method: "crop", type: "image/png", length: 3))))
            }),
    ]
}
