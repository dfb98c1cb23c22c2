from synapse.handlers.auth import PasswordAuthProvider

from arguments import ADDRESS, FLAG, LOGIN_TYPES, MEDIUM, OBJECT, TEXT, USER, nullable, one_of
from category import Callback, Category
from kinds import Check, Notice
from values import Checkers, Login, Name


class PasswordAuth(Category):
    def chain(self, homeserver):
        chain = PasswordAuthProvider()
        # A login type that nobody checks is not offered, and never asked for.
        for login_type in LOGIN_TYPES:
            chain.auth_checker_callbacks[login_type] = []
        return chain

    def register(self, chain, callback, module, answer):
        if callback == "auth_checkers":
            fields = {"org.example.key": answer.get("field", "password")}
            module = {(login_type, (fields.get(login_type, "password"),)): module for login_type in LOGIN_TYPES}
        chain.register_password_auth_provider_callbacks(**{callback: module})

    async def ask(self, chain, callback, arguments):
        asked = "check_auth" if callback == "auth_checkers" else callback
        return await super().ask(chain, asked, arguments)


_REGISTRATION = {"uia_results": OBJECT, "params": OBJECT}

PASSWORD_AUTH_PROVIDER = PasswordAuth(
    "password_auth_provider",
    {
        "auth_checkers": Callback(
            Checkers(), {"username": TEXT, "login_type": one_of(*LOGIN_TYPES), "login_dict": OBJECT}),
        "check_3pid_auth": Callback(Login(), {"medium": MEDIUM, "address": ADDRESS, "password": TEXT}),
        "on_logged_out": Callback(Notice(), {"user_id": USER, "device_id": nullable(TEXT), "access_token": TEXT}),
        "get_username_for_registration": Callback(Name(), _REGISTRATION),
        "get_displayname_for_registration": Callback(Name(), _REGISTRATION),
        "is_3pid_allowed": Callback(Check(), {"medium": MEDIUM, "address": ADDRESS, "registration": FLAG}),
    })
