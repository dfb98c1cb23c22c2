import CGatehouse

/// The structs that arguments point to.
extension RecordType {
    package static let event = unsafe RecordType(
        gh_event.self,
        [
            .text("event_id", \.event_id), .text("room_id", \.room_id), .text("room_version", \.room_version),
            .text("sender", \.sender), .text("type", \.type), .text("state_key", \.state_key, nullable: true),
            .integer("origin_server_ts", \.origin_server_ts), .flag("local", \.local), .ownText("text", \.text),
            .json("internal_metadata", \.internal_metadata, nullable: true),
        ])

    package static let presenceState = unsafe RecordType(
        gh_presence_state.self,
        [
            .text("user_id", \.user_id), .text("state", \.state), .integer("last_active_ts", \.last_active_ts),
            .integer("last_federation_update_ts", \.last_federation_update_ts),
            .integer("last_user_sync_ts", \.last_user_sync_ts), .text("status_msg", \.status_msg, nullable: true),
            .flag("currently_active", \.currently_active),
        ])

    package static let requester = unsafe RecordType(
        gh_requester.self,
        [
            .text("user", \.user), .maybeInteger("access_token_id", \.access_token_id), .flag("is_guest", \.is_guest),
            .json("scope", \.scope), .flag("shadow_banned", \.shadow_banned),
            .text("device_id", \.device_id, nullable: true), .text("app_service_id", \.app_service_id, nullable: true),
            .text("authenticated_entity", \.authenticated_entity, nullable: true),
        ])

    package static let userProfile = unsafe RecordType(
        gh_user_profile.self,
        [
            .text("user_id", \.user_id), .text("display_name", \.display_name, nullable: true),
            .text("avatar_url", \.avatar_url, nullable: true),
        ])

    package static let profileInfo = unsafe RecordType(
        gh_profile_info.self,
        [
            .text("avatar_url", \.avatar_url, nullable: true), .text("display_name", \.display_name, nullable: true),
        ])

    package static let connection = unsafe RecordType(
        gh_connection.self, [.text("user_agent", \.user_agent, nullable: true), .text("ip", \.ip)])

    package static let fileInfo = unsafe RecordType(
        gh_file_info.self,
        [
            .text("server_name", \.server_name, nullable: true), .text("file_id", \.file_id),
            .flag("url_cache", \.url_cache), .record("thumbnail", \.thumbnail, .thumbnail, nullable: true),
        ])

    package static let thumbnail = unsafe RecordType(
        gh_thumbnail.self,
        [
            .integer("width", \.width), .integer("height", \.height), .text("method", \.method),
            .text("type", \.type), .maybeInteger("length", \.length),
        ])

    package static let mediaUploadLimit = unsafe RecordType(
        gh_media_upload_limit.self,
        [
            .integer("max_bytes", \.max_bytes), .integer("time_period_ms", \.time_period_ms),
            .text("info_uri", \.info_uri, nullable: true), .flag("can_upgrade", \.can_upgrade),
        ])

    package static let request = unsafe RecordType(
        gh_request.self, [.text("method", \.method), .text("uri", \.uri), .text("body", \.body)])

    package static let delivery = unsafe RecordType(
        gh_delivery.self,
        [
            .text("server_name", \.server_name), .records("events", \.events, .event), .text("method", \.method),
        ])

    /// All of them, for the test that lays them beside the header.
    package static let all = [
        event, presenceState, requester, userProfile, profileInfo, connection, fileInfo, thumbnail,
        mediaUploadLimit, request, delivery,
    ]
}
