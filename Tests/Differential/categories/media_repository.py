from synapse.module_api.callbacks.media_repository_callbacks import MediaRepositoryModuleApiCallbacks

from arguments import UPLOAD_LIMIT, USER, WHOLE
from category import Callback, Category
from kinds import Notice
from values import Limits, MediaConfig, SizeCheck


class MediaRepository(Category):
    def chain(self, homeserver):
        return MediaRepositoryModuleApiCallbacks(homeserver)


MEDIA_REPOSITORY = MediaRepository(
    "media_repository",
    {
        "get_media_config_for_user": Callback(MediaConfig(), {"user_id": USER}),
        "is_user_allowed_to_upload_media_of_size": Callback(SizeCheck(), {"user_id": USER, "size": WHOLE}),
        "get_media_upload_limits_for_user": Callback(Limits(), {"user_id": USER}),
        "on_media_upload_limit_exceeded": Callback(
            Notice(), {"user_id": USER, "limit": UPLOAD_LIMIT, "sent_bytes": WHOLE, "attempted_bytes": WHOLE}),
    })
