"""The deliberate differences between Gatehouse and Synapse. The page ComparedWithSynapse of the documentation has the
same list, for readers.

None is an exemption. Each says what a case means to Gatehouse, by rewriting it: Synapse, asked the rewritten case, must do
exactly what Gatehouse did with the original. Nothing else about the case may differ."""

from dataclasses import dataclass
from typing import Callable

BY_TRUTH = ("spam_checker.should_drop_federated_event", "spam_checker.check_username_for_spam")


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


DIFFERENCES = [
    Difference("error-field-names", _forbidden_fields),
    Difference("error-status", _no_failure),
    Difference("truth-of-not-spam", _not_spam),
    Difference("presence-by-half", _presence_by_half),
]


def apply(case, differences=DIFFERENCES):
    """The case as Gatehouse takes it, and the names of the differences that it shows."""
    shown = []
    for difference in differences:
        answers = [difference.answer(case["callback"], answer) for answer in case["modules"]]
        if answers != case["modules"]:
            case = case | {"modules": answers}
            shown.append(difference.name)
    return case, shown
