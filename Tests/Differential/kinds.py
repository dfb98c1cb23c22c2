"""The kinds of answers: which a module may draw, what it returns in Python, and what a chain's result looks like.

The words for answers and results are those of Tests/Recordings/chain-cases.md."""

import copy

from synapse.api.errors import Codes, SynapseError
from synapse.events.presence_router import PresenceRouter
from synapse.module_api import NOT_SPAM
from synapse.spam_checker_api import RegistrationBehaviour
from synapse.api.presence import UserPresenceState

import answers


# Outcomes of the contract. "Pending" is none where no late answer was promised.
NEXT, PENDING = 1, 4
NO_OUTCOMES = [0, PENDING, 99, 2**32 - 1]


class Nonsense(Exception):
    """What a host raises for a module whose answer is none."""


class Fault(Exception):
    """What a module raises that is no SynapseError."""


class Kind:
    # How modules answer besides what every module may do: allow, fail, or answer nonsense.
    own = ()
    # Those of them that the contract has too: given, and then denied by the outcome, they are invalid answers.
    given = ()
    # What "nothing against it" is in Python.
    neutral = None
    # Values that no module may return: each counts as an invalid answer. The first is the one of chain cases.
    invalid = {"number": 42}

    def draw(self, r, calm):
        """An answer; `calm` is how probable it is that the module has nothing against it."""
        if r.random() < calm:
            return answers.allow(r)
        return r.choice(self.own + (self._draw_invalid, answers.fail, answers.synapse_error))(r)

    def give(self, answer, call):
        """Does what a Python module does to answer so: returns, raises, changes `call`, its arguments."""
        if "fail" in answer:
            raise Fault(answer["fail"])
        if "synapse_error" in answer:
            error = answer["synapse_error"]
            raise SynapseError(error["status"], error["msg"], error["code"], copy.deepcopy(error["fields"]))
        if "nonsense" in answer:
            raise Nonsense
        if "invalid" in answer:
            return self.invalid[answer.get("as", next(iter(self.invalid)))]
        if "allow" in answer:
            return self.neutral
        if "not_spam" in answer:
            return NOT_SPAM
        return self.value(answer)

    def value(self, answer):
        """What a module returns for an answer of its own."""
        raise NotImplementedError

    def form(self, returned):
        """What the chain returned, in the words of chain cases."""
        raise NotImplementedError

    def _draw_invalid(self, r):
        """Nonsense in both languages: a value in Python, an outcome in C that is none or does not fit the answer."""
        drawn = {"invalid": True, "as": r.choice(list(self.invalid))}
        if self.given and r.random() < 0.3:
            return r.choice(self.given)(r) | drawn | {"outcome": r.choice(NO_OUTCOMES + [NEXT])}
        return drawn | r.choice([{}, {"outcome": r.choice(NO_OUTCOMES)}])


class Verdict(Kind):
    own = (answers.deny, answers.deny_code, answers.deny_with, answers.text, answers.not_spam)
    given = (answers.deny, answers.deny_code, answers.deny_with)
    neutral = NOT_SPAM
    plain_denial = False
    invalid = Kind.invalid | {
        "null": None, "list": [Codes.FORBIDDEN, {}], "single": (Codes.FORBIDDEN,), "object": {}, "zero": 0,
        "no-code": ("M_FORBIDDEN", {}), "no-fields": (Codes.FORBIDDEN, None),
    }  # fmt: skip

    def value(self, answer):
        if "deny_code" in answer:
            code = Codes(answer["deny_code"])
            return (code, answer["extra"]) if "extra" in answer else code
        # A text that was made at run time: NOT_SPAM counts for what it says only where it is the very object.
        return "".join(list(answer["text"])) if "text" in answer else self.plain_denial

    def form(self, returned):
        if returned == NOT_SPAM:
            return {"allow": True}
        if not isinstance(returned, tuple):
            return {"text": returned}
        code, extra = returned
        return {"deny_code": code.value, "extra": extra}


class EventVerdict(Verdict):
    plain_denial = True


class MediaVerdict(Verdict):
    plain_denial = True


class StrictVerdict(Verdict):
    """Booleans are no answers."""

    invalid = Verdict.invalid | {"true": True, "false": False}


class CodeVerdict(StrictVerdict):
    """A code alone; in a pair it is invalid."""

    given = (answers.deny_code,)


class Truth(Verdict):
    """Objects by what is true, whatever it is."""

    neutral = False
    plain_denial = True
    invalid = Kind.invalid

    def form(self, returned):
        return {"deny": True} if returned else {"allow": True}


class Check(Kind):
    """Objects by False alone."""

    own = (answers.deny,)
    given = (answers.deny,)
    neutral = True
    invalid = Kind.invalid | {"null": None, "zero": 0, "empty": "", "text": "no", "list": []}

    def value(self, answer):
        return False

    def form(self, returned):
        return {"allow": True} if returned is not False else {"deny": True}


class Registration(Kind):
    own = (answers.deny, answers.shadow_ban)
    given = (answers.deny, answers.shadow_ban)
    neutral = RegistrationBehaviour.ALLOW
    invalid = Kind.invalid | {"null": None, "true": True, "text": "allow", "code": Codes.FORBIDDEN}

    def value(self, answer):
        return RegistrationBehaviour.SHADOW_BAN if "shadow_ban" in answer else RegistrationBehaviour.DENY

    def form(self, returned):
        return {
            RegistrationBehaviour.ALLOW: {"allow": True},
            RegistrationBehaviour.DENY: {"deny": True},
            RegistrationBehaviour.SHADOW_BAN: {"shadow_ban": True},
        }[returned]


class Replacement(Kind):
    own = (answers.deny, answers.replace, answers.deny_and_replace)
    given = (answers.deny, answers.replace)
    neutral = (True, None)
    invalid = Kind.invalid | {
        "null": None, "true": True, "triple": (True, None, None), "event": {"type": "m.room.message"}
    }

    def value(self, answer):
        return ("deny" not in answer, answer.get("replace"))

    def form(self, returned):
        allowed, replacement = returned
        if not allowed:
            return {"deny": True}
        return {"allow": True} if replacement is None else {"replace": replacement}


class Notice(Kind):
    invalid = Kind.invalid | {"false": False, "text": "no", "code": Codes.FORBIDDEN}

    def form(self, returned):
        return {"done": True}


class Rewriting(Kind):
    """Changes the request, its second argument. What it returns is ignored."""

    own = (answers.rewrite, answers.append_state, answers.rewrite_and_append, answers.append_and_fail)
    given = (answers.rewrite,)
    invalid = Notice.invalid

    def give(self, answer, call):
        if "invalid" in answer:
            return super().give(answer, call)
        request = call[1]
        request.update(copy.deepcopy(answer.get("rewrite", {})))
        if "append_state" in answer:
            self._append(request, copy.deepcopy(answer["append_state"]))
        return super().give(answer, call)

    def _append(self, request, event):
        state = request.setdefault("initial_state", [])
        if not isinstance(state, list):
            raise Fault("the request could not be rewritten")
        state.append(event)

    def value(self, answer):
        return None

    def form(self, returned):
        return {"rewrite": returned}


class Users(Kind):
    own = (answers.users, answers.users, answers.all_users)
    given = (answers.users, answers.all_users)
    neutral = set()
    invalid = Kind.invalid | {"null": None, "list": ["@alice:chain.test"], "frozen": frozenset(), "text": "all"}

    def value(self, answer):
        return PresenceRouter.ALL_USERS if "all_users" in answer else set(answer["users"])

    def form(self, returned):
        if returned == PresenceRouter.ALL_USERS:
            return {"all_users": True}
        return {"users": sorted(returned)}


class Presence(Kind):
    own = (answers.presence, answers.presence, answers.presence_by_half)
    neutral = {}
    invalid = Kind.invalid | {"null": None, "list": [], "set": set(), "list of states": {"@alice:chain.test": []}}

    def give(self, answer, call):
        if "by_half" in answer:
            return self.value(answer) | {"@last:chain.test": None}
        return super().give(answer, call)

    def value(self, answer):
        return {
            user: {UserPresenceState(**state) for state in states} for user, states in answer["users"].items()
        }

    def form(self, returned):
        return {"users": {user: [state.as_dict() for state in states] for user, states in returned.items()}}
