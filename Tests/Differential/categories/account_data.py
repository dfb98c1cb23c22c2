from synapse.handlers.account_data import AccountDataHandler

from arguments import OBJECT, ROOM, TEXT, USER, nullable
from category import Callback, Category
from kinds import Notice


class AccountData(Category):
    def chain(self, homeserver):
        return AccountDataHandler(homeserver)

    def register(self, chain, callback, module, answer):
        chain.register_module_callbacks(**{callback: module})

    async def ask(self, chain, callback, arguments):
        user_id, room_id, type, content = arguments
        if room_id is None:
            await chain.add_account_data_for_user(user_id, type, content)
        else:
            await chain.add_account_data_to_room(user_id, room_id, type, content)


ACCOUNT_DATA = AccountData(
    "account_data",
    {
        "on_account_data_updated": Callback(
            Notice(), {"user_id": USER, "room_id": nullable(ROOM), "account_data_type": TEXT, "content": OBJECT}),
    })
