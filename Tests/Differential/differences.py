"""The deliberate differences between Gatehouse and Synapse. The page ComparedWithSynapse of the documentation has the
same list, for readers.

None is an exemption. Each says what a case means to Gatehouse, by rewriting it: Synapse, asked the rewritten case, must
do exactly what Gatehouse did with the original. Nothing else about the case may differ."""

from dataclasses import dataclass
from typing import Callable

BY_TRUTH = ("spam_checker.should_drop_federated_event", "spam_checker.check_username_for_spam")
UNCHECKED = (
    "account_validity.is_user_expired", "account_validity.on_legacy_admin_request",
    "background_update_controller.default_batch_size", "background_update_controller.min_batch_size",
    "media_repository.get_media_config_for_user", "ratelimit.get_ratelimit_override_for_user",
    "unsigned.add_field_to_unsigned_callback",
)  # fmt: skip


@dataclass(frozen=True)
class Difference:
    name: str
    # The answer that Gatehouse takes a module's answer for; the same answer where it makes none of it.
    answer: Callable[[str, dict], dict]


def _forbidden_fields(callback, answer):
    fields = answer.get("extra", {}) | answer.get("synapse_error", {}).get("fields", {})
    return {"invalid": True} if fields.keys() & {"code", "msg"} else answer


def _no_failure(callback, answer):
    status = answer.get("synapse_error", {}).get("status", 500)
    return answer if 300 <= status < 600 else {"invalid": True}


def _not_spam(callback, answer):
    return {"allow": True} if "not_spam" in answer and callback in BY_TRUTH else answer


def _presence_by_half(callback, answer):
    return {"invalid": True} if "by_half" in answer else answer


def _empty_user(callback, answer):
    logs_in = callback in ("password_auth_provider.auth_checkers", "password_auth_provider.check_3pid_auth")
    return {"invalid": True} if logs_in and answer.get("value") == "" else answer


def _out_of_range(callback, answer):
    match callback.partition(".")[2], answer.get("value"):
        case "on_update", int(duration):
            fits = duration >= 0
        case "default_batch_size" | "min_batch_size", int(size):
            fits = size >= 1
        case "get_media_upload_limits_for_user", list(limits):
            fits = all(limit["max_bytes"] >= 0 for limit in limits)
        case "get_ratelimit_override_for_user", {"per_second": rate, "burst_count": burst}:
            fits = burst >= 0 and not (rate == 0 and burst > 0)
        case _:
            fits = True
    return answer if fits else {"invalid": True}


def _unchecked(callback, answer):
    return {"nonsense": True} if "invalid" in answer and callback in UNCHECKED else answer


# In the order in which they are applied: the last one looks at what the others took for invalid.
DIFFERENCES = [
    Difference("error-field-names", _forbidden_fields),
    Difference("error-status", _no_failure),
    Difference("truth-of-not-spam", _not_spam),
    Difference("presence-by-half", _presence_by_half),
    Difference("empty-user-id", _empty_user),
    Difference("out-of-range", _out_of_range),
    Difference("unchecked-values", _unchecked),
]
LOGIN_FIELDS = "login-fields"
NAMES = [difference.name for difference in DIFFERENCES] + [LOGIN_FIELDS]


def apply(case):
    """The case as Gatehouse takes it, and the names of the differences that it shows."""
    shown = []
    for difference in DIFFERENCES:
        answers = [difference.answer(case["callback"], answer) for answer in case["modules"]]
        if answers != case["modules"]:
            case = case | {"modules": answers}
            shown.append(difference.name)
    return case, shown


def refused(case, gatehouse):
    """One difference is no matter of answers: modules that check a login type by other fields than the first one."""
    fields = [answer.get("field") for answer in case["modules"] if "left_out" not in answer]
    others = sum(field != fields[0] for field in fields)
    return [LOGIN_FIELDS] if others and gatehouse == {"refused": ["module.configure.login-fields"] * others} else []
