"""A module in Python that answers as a file says: what the compiled module is compared with."""

import inspect
import json
from pathlib import Path

from synapse.api.errors import Codes, SynapseError
from synapse.module_api import NOT_SPAM, UserPresenceState
from synapse.spam_checker_api import RegistrationBehaviour

INVALID = 12345  # no chain knows what to do with it
MISSING = object()


class Native:
    """`script` is a file with {"callback": ..., "answer": ...}; each call of that callback adds a line to `asked`."""

    def __init__(self, config, api):
        self._script, self._asked = Path(config["script"]), Path(config["asked"])
        for category, callbacks in CALLBACKS.items():
            register = getattr(api, REGISTER.get(category, f"register_{category}_callbacks"), None)
            known = inspect.signature(register).parameters if register else {}
            functions = {name: self._callback(name, answer) for name, answer in callbacks.items() if name in known}
            if functions:
                register(**functions)

    def _callback(self, name, convert):
        # Synapse looks at how many parameters these two have.
        if name in ("user_may_create_room", "check_username_for_spam"):

            async def callback(first, second=None):
                return self._answer(name, convert, (first, second))

        else:

            async def callback(*arguments):
                return self._answer(name, convert, arguments)

        return callback

    def _answer(self, name, convert, arguments):
        script = json.loads(self._script.read_text())
        if script["callback"] != name:
            return convert({"allow": True}, arguments)
        with self._asked.open("a") as asked:
            asked.write(name + "\n")
        answer = script["answer"]
        if "fail" in answer:
            raise RuntimeError(answer["fail"])
        if error := answer.get("synapse_error"):
            raise SynapseError(error["status"], error["msg"], error["code"], error["fields"])
        return INVALID if "invalid" in answer else convert(answer, arguments)


def verdict(answer, _):
    if "allow" in answer:
        return NOT_SPAM
    if "text" in answer:
        return "".join(list(answer["text"]))  # equal to NOT_SPAM perhaps, but not that object
    if "deny" in answer:
        return Codes.FORBIDDEN
    code = Codes(answer["deny_code"])
    return (code, answer["extra"]) if "extra" in answer else code


def harmful(answer, _):
    """True refuses."""
    if "text" in answer:
        return answer["text"]
    return Codes(answer["deny_code"]) if "deny_code" in answer else "deny" in answer


def allowed(answer, _):
    """False refuses."""
    return "deny" not in answer


def registration(answer, _):
    if "shadow_ban" in answer:
        return RegistrationBehaviour.SHADOW_BAN
    return RegistrationBehaviour.DENY if "deny" in answer else RegistrationBehaviour.ALLOW


def event_allowed(answer, _):
    return ("deny" not in answer), answer.get("replace")


def create_room(answer, arguments):
    arguments[1].update(answer.get("rewrite", {}))


def states(answer, _):
    users = answer.get("users", {})
    return {user: {UserPresenceState(**state) for state in states} for user, states in users.items()}


def interested(answer, _):
    return "ALL" if "all_users" in answer else set(answer.get("users", []))


def value(answer, _):
    return answer.get("value")


def fields(answer, _):
    return answer.get("value", {})


def limits(answer, _):
    from synapse.config.repository import MediaUploadLimit

    return [MediaUploadLimit(**limit) for limit in answer["value"]] if "value" in answer else None


def override(answer, _):
    from synapse.module_api import RatelimitOverride

    return RatelimitOverride(**answer["value"]) if "value" in answer else None


def nothing(*_):
    return None


REGISTER = {"unsigned": "register_add_extra_fields_to_unsigned_client_event_callbacks"}
CALLBACKS = {
    "spam_checker": {
        "check_event_for_spam": verdict,
        "should_drop_federated_event": harmful,
        "user_may_join_room": verdict,
        "user_may_invite": verdict,
        "federated_user_may_invite": verdict,
        "user_may_send_3pid_invite": verdict,
        "user_may_create_room": verdict,
        "user_may_create_room_alias": verdict,
        "user_may_publish_room": verdict,
        "user_may_send_state_event": verdict,
        "check_username_for_spam": harmful,
        "check_registration_for_spam": registration,
        "check_media_file_for_spam": verdict,
        "check_login_for_spam": verdict,
    },
    "third_party_rules": {
        "check_event_allowed": event_allowed,
        "on_create_room": create_room,
        "check_threepid_can_be_invited": allowed,
        "check_visibility_can_be_modified": allowed,
        "on_new_event": nothing,
        "check_can_shutdown_room": allowed,
        "check_can_deactivate_user": allowed,
        "on_profile_update": nothing,
        "on_user_deactivation_status_changed": nothing,
        "on_threepid_bind": nothing,
        "on_add_user_third_party_identifier": nothing,
        "on_remove_user_third_party_identifier": nothing,
    },
    "presence_router": {"get_users_for_states": states, "get_interested_users": interested},
    "account_validity": {"is_user_expired": value, "on_user_registration": nothing, "on_user_login": nothing},
    "account_data": {"on_account_data_updated": nothing},
    "media_repository": {
        "get_media_config_for_user": value,
        "is_user_allowed_to_upload_media_of_size": allowed,
        "get_media_upload_limits_for_user": limits,
    },
    "ratelimit": {"get_ratelimit_override_for_user": override},
    "unsigned": {"add_field_to_unsigned_callback": fields},
}
