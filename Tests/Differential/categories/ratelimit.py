from synapse.module_api.callbacks.ratelimit_callbacks import RatelimitModuleApiCallbacks

from arguments import TEXT, USER
from category import Callback, Category
from values import Override


class Ratelimit(Category):
    def chain(self, homeserver):
        return RatelimitModuleApiCallbacks(homeserver)


RATELIMIT = Ratelimit(
    "ratelimit", {"get_ratelimit_override_for_user": Callback(Override(), {"user": USER, "limiter_name": TEXT})})
