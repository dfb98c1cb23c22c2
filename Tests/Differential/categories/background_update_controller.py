from synapse.storage.background_updates import BackgroundUpdater

import drawing
from arguments import FLAG, TEXT
from category import Callback, Category
from homeserver import ANYTHING
from values import Number, Update


class BackgroundUpdateController(Category):
    """Where no module is there, the server's own settings hold. They are not asked here."""

    # Here it matters: the first module is the only one.
    leaving_out = 0.15

    def chain(self, homeserver):
        return BackgroundUpdater(homeserver, ANYTHING)

    def register(self, chain, callback, module, answer):
        # What a module answers is awaited, but for on_update: that is called, and its context entered.
        on_update = module.at_once if callback == "on_update" else lambda *_: None
        others = {} if callback == "on_update" else {callback: module}
        chain.register_update_controller_callbacks(on_update, **others)

    def leave_out(self, chain, callback):
        # Without on_update there is no taking part. With it this module is the one, whatever others have.
        if callback != "on_update":
            chain.register_update_controller_callbacks(lambda *_: None)

    async def ask(self, chain, callback, arguments):
        if not getattr(chain, f"_{callback}_callback"):
            return None
        if callback != "on_update":
            return await super().ask(chain, "_" + callback, arguments)
        async with chain._get_context_manager_for_update(True, *arguments) as duration:
            return duration


_UPDATE = {"update_name": TEXT, "database_name": TEXT}
_SIZE = drawing.either(drawing.whole, drawing.whole, drawing.just(1), drawing.just(0), drawing.just(-1))

BACKGROUND_UPDATE_CONTROLLER = BackgroundUpdateController(
    "background_update_controller",
    {
        "on_update": Callback(Update(), _UPDATE | {"one_shot": FLAG}),
        "default_batch_size": Callback(Number(_SIZE), _UPDATE),
        "min_batch_size": Callback(Number(_SIZE), _UPDATE),
    })
