import CGatehouse
import CallbackChains
import ModuleLoader

extension Category {
    /// Synapse docs: modules/media_repository_callbacks.
    static let mediaRepository = unsafe Category(
        "media_repository", \gh_module.media_repository,
        [
            Entry(
                "get_media_config_for_user", since: "1.132.0", gh_get_media_config_for_user.self,
                \.get_media_config_for_user, .object, .firstAnswer, failure: .propagate, invalid: .fail,
                asked: """
                    Asked when a client wants to know what it may upload. The answer is the whole response; an empty \
                    object is no answer.
                    """,
                [.text("user_id", \.user_id)]),
            Entry(
                "is_user_allowed_to_upload_media_of_size", since: "1.132.0",
                gh_is_user_allowed_to_upload_media_of_size.self, \.is_user_allowed_to_upload_media_of_size, .objection,
                .firstObjection, failure: .propagate, invalid: .deny,
                asked: "Asked before an upload is read; the server's own maximum comes first.",
                [.text("user_id", \.user_id), .integer("size", \.file_size, inC: "file_size")]),
            Entry(
                "get_media_upload_limits_for_user", since: "1.139.0", gh_get_media_upload_limits_for_user.self,
                \.get_media_upload_limits_for_user, .limits, .firstAnswer, failure: .propagate, invalid: .fail,
                asked: """
                    Asked after a file was uploaded and checked, before it is kept. Where nobody answers, the server's \
                    own limits hold.
                    """,
                [.text("user_id", \.user_id)]),
            Entry(
                "on_media_upload_limit_exceeded", since: "1.139.0", gh_on_media_upload_limit_exceeded.self,
                \.on_media_upload_limit_exceeded, .notice, .tellAll, failure: .propagate, invalid: .skip,
                asked: "Told when an upload is refused because of a limit.",
                [
                    .text("user_id", \.user_id), .record("limit", \.limit, .mediaUploadLimit),
                    .integer("sent_bytes", \.sent_bytes), .integer("attempted_bytes", \.attempted_bytes),
                ]),
        ])
}
