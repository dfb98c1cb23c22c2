"""The kinds of answers that are values. Where Synapse looks at none of them, any value of Python is one."""

from contextlib import asynccontextmanager

from synapse.module_api.callbacks.media_repository_callbacks import MediaUploadLimit
from synapse.module_api.callbacks.ratelimit_callbacks import RatelimitOverride

import answers
import drawing
from kinds import Kind


class Value(Kind):
    def __init__(self, draw=None):
        if draw:
            self.own = self.given = (answers.value(draw),)

    def value(self, answer):
        return answer["value"]

    def form(self, returned):
        return {"value": self.json(returned)}

    def json(self, returned):
        """What the chain returned, as chain cases have it."""
        return returned


class Expired(Value):
    invalid = {"text": "no", "number": 42, "list": []}

    def __init__(self):
        super().__init__(drawing.flag)


class Name(Value):
    invalid = Kind.invalid | {"true": True, "list": []}

    def __init__(self):
        super().__init__(drawing.text)


class Number(Value):
    invalid = {"text": "no", "list": []}


class Renewal(Value):
    """Whether the token is good, whether it was used before, and until when the account is good."""

    # There is no such token.
    neutral = (False, False, 0)
    invalid = Kind.invalid | {"null": None, "pair": (True, True)}

    def __init__(self):
        super().__init__(answers.renewal)

    def json(self, returned):
        return None if returned in (None, self.neutral) else list(returned)


class MediaConfig(Value):
    invalid = Kind.invalid | {"text": "no", "zero": 0, "list": []}

    def __init__(self):
        super().__init__(answers.media_config)


class SizeCheck(Kind):
    """Objects by whatever is not true; so all of that is an answer, and nothing is invalid but what C has of its own."""

    own = given = (answers.deny,)
    neutral = True
    invalid = {"null": None, "zero": 0, "empty": "", "list": []}

    def value(self, answer):
        return False

    def form(self, returned):
        return {"allow": True} if returned else {"deny": True}


class Limits(Value):
    invalid = Kind.invalid | {"tuple": (), "object": {}}

    def __init__(self):
        super().__init__(answers.upload_limits)

    def value(self, answer):
        return [MediaUploadLimit(**limit) for limit in answer["value"]]

    def json(self, returned):
        return returned if returned is None else [_limit(limit) for limit in returned]


class Override(Value):
    def __init__(self):
        super().__init__(answers.override)

    def value(self, answer):
        return RatelimitOverride(**answer["value"])

    def json(self, returned):
        if not isinstance(returned, RatelimitOverride):
            return returned
        return {"per_second": returned.per_second, "burst_count": returned.burst_count}


class Login(Value):
    """Who has logged in, and what to do once they have."""

    own = (answers.login,)
    given = (answers.login,)
    invalid = Kind.invalid | {
        "text": "@alice:chain.test", "true": True, "list": ["@alice:chain.test", None],
        "single": ("@alice:chain.test",), "no user": (None, None), "no function": ("@alice:chain.test", 42),
    }  # fmt: skip

    def value(self, answer):
        return answer["value"], self._finish if "cookie" in answer else None

    def form(self, returned):
        if returned is None:
            return {"value": None}
        user, finish = returned
        return {"value": user, "cookie": True} if finish else {"value": user}

    @staticmethod
    async def _finish(response):
        pass


class Checkers(Login):
    """Some of them check logins by another field than the others."""

    def draw(self, r, calm):
        return super().draw(r, calm) | ({"field": "otp"} if r.random() < 0.03 else {})


class Update(Value):
    """A context that yields how long the step should take."""

    invalid = Kind.invalid | {"null": None, "list": []}

    def __init__(self):
        super().__init__(answers.duration)

    @property
    def neutral(self):
        # One for each time: a context is entered once.
        return _context(None)

    def value(self, answer):
        return _context(answer["value"])


class Fields(Value):
    neutral = {}
    invalid = Kind.invalid | {"null": None, "text": "no", "list": [], "pairs": [("a", 1)]}

    def __init__(self):
        super().__init__(drawing.json_object)


@asynccontextmanager
async def _context(milliseconds):
    yield milliseconds


def _limit(limit):
    return {
        "max_bytes": limit.max_bytes, "time_period_ms": limit.time_period_ms, "info_uri": limit.info_uri,
        "can_upgrade": limit.can_upgrade,
    }
