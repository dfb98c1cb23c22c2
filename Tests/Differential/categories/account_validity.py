from synapse.handlers.account_validity import AccountValidityHandler
from synapse.rest.admin.users import AccountValidityRenewServlet

import drawing
from arguments import HTTP_REQUEST, TEXT, USER, nullable
from category import Callback, Category
from kinds import Notice
from values import Expired, Number, Renewal


class AccountValidity(Category):
    """Where no module has an endpoint of old, the server's own feature would answer. It is not asked here."""

    def chain(self, homeserver):
        chain = AccountValidityHandler(homeserver)
        chain.old_endpoint = AccountValidityRenewServlet(homeserver)
        return chain

    def register(self, chain, callback, module, answer):
        chain._module_api_callbacks.register_callbacks(**{callback: module})

    async def ask(self, chain, callback, arguments):
        if callback.startswith("on_legacy_") and not getattr(chain._module_api_callbacks, callback + "_callback"):
            return None
        match callback:
            case "on_legacy_send_mail":
                return await chain.send_renewal_email_to_user(*arguments)
            case "on_legacy_renew":
                valid, stale, expiration = await chain.renew_account(*arguments)
                return valid, stale, expiration
            case "on_legacy_admin_request":
                _, body = await chain.old_endpoint.on_POST(*arguments)
                return body["expiration_ts"]
            case _:
                return await super().ask(chain, callback, arguments)


ACCOUNT_VALIDITY = AccountValidity(
    "account_validity",
    {
        "is_user_expired": Callback(Expired(), {"user": USER}),
        "on_user_registration": Callback(Notice(), {"user": USER}),
        "on_user_login": Callback(
            Notice(), {"user_id": USER, "auth_provider_type": nullable(TEXT), "auth_provider_id": nullable(TEXT)}),
        "on_legacy_send_mail": Callback(Notice(), {"user_id": USER}, exclusive=True),
        "on_legacy_renew": Callback(Renewal(), {"renewal_token": TEXT}, exclusive=True),
        "on_legacy_admin_request": Callback(Number(drawing.whole), {"request": HTTP_REQUEST}, exclusive=True),
    })
