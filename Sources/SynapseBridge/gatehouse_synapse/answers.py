"""The host's answers, as what Synapse expects of a module."""

from synapse.api.errors import Codes, SynapseError
from synapse.api.presence import UserPresenceState
from synapse.module_api import NOT_SPAM, PRESENCE_ALL_USERS
from synapse.spam_checker_api import RegistrationBehaviour


class ModuleFailed(Exception):
    """What a compiled module said of its failure."""


class Answers:
    """Answers of one kind. A subclass has a method for each key that such an answer may have."""

    # What lets pass, and what refuses where that can be said without anything further.
    neutral = None
    refusal = None

    def convert(self, answer, arguments):
        """What the callback returns; raises what a module in Python would have raised."""
        outcome = answer["outcome"]
        if outcome == "next":
            return self.next(arguments)
        if outcome == "failed":
            raise failure(answer)
        for key in answer:
            if handler := getattr(self, "on_" + key, None):
                return handler(answer, arguments)
        raise ModuleFailed(f"An answer of the host that this version does not know: {sorted(answer)}")

    def next(self, arguments):
        return self.neutral


def failure(answer):
    error = answer.get("synapse_error")
    if error is None:
        return ModuleFailed(answer.get("fail"))
    return SynapseError(error["status"], error["msg"], error["code"] or Codes.UNKNOWN, error.get("fields"))


class Verdict(Answers):
    # Synapse compares with this very object, not with its text.
    neutral = NOT_SPAM
    refusal = Codes.FORBIDDEN

    def on_deny(self, answer, arguments):
        return self.refusal

    def on_deny_code(self, answer, arguments):
        code, extra = answer["deny_code"], answer.get("extra") or {}
        try:
            return (Codes(code), extra)
        except ValueError:
            # Synapse takes codes of its own only, but fields go over what it says itself.
            return (self.refusal, {"errcode": code, **extra})

    def on_text(self, answer, arguments):
        return answer["text"]


class Code(Verdict):
    """A code and nothing else."""

    def on_deny_code(self, answer, arguments):
        try:
            return Codes(answer["deny_code"])
        except ValueError:
            raise SynapseError(403, "You are not permitted to send the state event", answer["deny_code"]) from None


class Allows(Answers):
    """False refuses."""

    neutral, refusal = True, False

    def on_deny(self, answer, arguments):
        return self.refusal


class Suspects(Allows):
    """True refuses."""

    neutral, refusal = False, True


class Registration(Answers):
    neutral, refusal = RegistrationBehaviour.ALLOW, RegistrationBehaviour.DENY

    def on_deny(self, answer, arguments):
        return self.refusal

    def on_shadow_ban(self, answer, arguments):
        return RegistrationBehaviour.SHADOW_BAN


class Replacement(Answers):
    neutral, refusal = (True, None), (False, None)

    def on_deny(self, answer, arguments):
        return self.refusal

    def on_replace(self, answer, arguments):
        event, replacement = arguments[0], answer["replace"]
        if event.get("room_id") is None:
            # What creates a room of version 12 names no room, and may not begin to.
            replacement.pop("room_id", None)
        return (True, replacement)


class Rewriting(Answers):
    """The second argument itself becomes what the modules made of it: a request for a room, the response to a login."""

    def on_rewrite(self, answer, arguments):
        request = arguments[1]
        request.clear()
        request.update(answer["rewrite"])


class Notice(Answers):
    pass


class Users(Answers):
    def next(self, arguments):
        return set()

    def on_users(self, answer, arguments):
        return set(answer["users"])

    def on_all_users(self, answer, arguments):
        return PRESENCE_ALL_USERS


class Presence(Answers):
    def next(self, arguments):
        return {}

    def on_users(self, answer, arguments):
        return {user: {UserPresenceState(**state) for state in states} for user, states in answer["users"].items()}


class Value(Answers):
    """A value that goes through as it is."""

    def on_value(self, answer, arguments):
        return answer["value"]


class Fields(Value):
    def next(self, arguments):
        return {}


class Renewal(Value):
    # There is no such token.
    neutral = (False, False, 0)

    def on_value(self, answer, arguments):
        return tuple(answer["value"])


class Limits(Value):
    def on_value(self, answer, arguments):
        from synapse.config.repository import MediaUploadLimit

        return [MediaUploadLimit(**limit) for limit in answer["value"]]


class Override(Value):
    def on_value(self, answer, arguments):
        from synapse.module_api.callbacks.ratelimit_callbacks import RatelimitOverride

        return RatelimitOverride(**answer["value"])


class Opening(Value):
    """A value, and the cookie that the module wants back, or None."""

    def on_value(self, answer, arguments):
        return answer["value"], answer.get("cookie")


class Update(Opening):
    # As long as without a module. Synapse ends all updates where it is told nothing.
    neutral = (100, None)


class Size(Value):
    """How many rows to begin with. Where modules do not care it is what it would be without them."""

    def __init__(self, neutral):
        self.neutral = neutral


KINDS = {
    "verdict": Verdict(),
    "event_verdict": Verdict(),
    "code": Code(),
    "objection": Allows(),
    "registration": Registration(),
    "replacement": Replacement(),
    "rewriting": Rewriting(),
    "notice": Notice(),
    "users": Users(),
    "presence": Presence(),
    "truth": Value(),
    "text": Value(),
    "number": Value(),
    "object": Value(),
    "renewal": Renewal(),
    "limits": Limits(),
    "override": Override(),
    "login": Opening(),
    "update": Update(),
}

# Where Synapse expects something else than of the other callbacks with this kind of answer.
SPECIAL = {
    "spam_checker.should_drop_federated_event": Suspects(),
    "spam_checker.check_username_for_spam": Suspects(),
    "unsigned.add_field_to_unsigned_callback": Fields(),
    "background_update_controller.default_batch_size": Size(100),
    "background_update_controller.min_batch_size": Size(1),
}


def answers_of(callback):
    """None where this version does not know what to make of the answers."""
    return SPECIAL.get(callback.full_name) or KINDS.get(callback.answer)
