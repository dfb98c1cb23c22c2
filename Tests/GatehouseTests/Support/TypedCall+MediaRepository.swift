import Gatehouse

extension TypedCall {
    static let mediaRepository = [
        TypedCall(
            "media_repository.get_media_config_for_user",
            ["user_id": "@a:x.org"],
            { host, _ in try .object(host.mediaRepository.getMediaConfigForUser(userID: "@a:x.org")) },
            { host, _ in try await .object(host.mediaRepository.getMediaConfigForUser(userID: "@a:x.org")) }),
        TypedCall(
            "media_repository.is_user_allowed_to_upload_media_of_size",
            ["user_id": "@a:x.org", "size": 7],
            { host, _ in
                try .verdict(host.mediaRepository.isUserAllowedToUploadMediaOfSize(userID: "@a:x.org", size: 7))
            },
            { host, _ in
                try await .verdict(host.mediaRepository.isUserAllowedToUploadMediaOfSize(userID: "@a:x.org", size: 7))
            }),
        TypedCall(
            "media_repository.get_media_upload_limits_for_user",
            ["user_id": "@a:x.org"],
            { host, _ in try .limits(host.mediaRepository.getMediaUploadLimitsForUser(userID: "@a:x.org")) },
            { host, _ in try await .limits(host.mediaRepository.getMediaUploadLimitsForUser(userID: "@a:x.org")) }),
        TypedCall(
            "media_repository.on_media_upload_limit_exceeded",
            [
                "user_id": "@a:x.org", "sent_bytes": 5, "attempted_bytes": 7,
                "limit": ["max_bytes": 9, "time_period_ms": 60000, "info_uri": "https://x.org", "can_upgrade": true],
            ],
            { host, _ in
                try host.mediaRepository.onMediaUploadLimitExceeded(
                    userID: "@a:x.org", limit: limit, sentBytes: 5, attemptedBytes: 7)
                return .told
            },
            { host, _ in
                try await host.mediaRepository.onMediaUploadLimitExceeded(
                    userID: "@a:x.org", limit: limit, sentBytes: 5, attemptedBytes: 7)
                return .told
            }),
    ]

    private static let limit = MediaUploadLimit(
        maxBytes: 9, timePeriod: .seconds(60), infoURI: "https://x.org", canUpgrade: true)
}
