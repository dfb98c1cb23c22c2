"""The callbacks that Synapse does not take as plain functions, or whose answers hold functions.

A compiled module cannot answer with a function: it leaves a cookie, a number that the host hands back to it once, to
one callback when the function would be called, and to another when it never will be.
"""


class Shapes:
    """`forward(name)` is the function that calls the host's callback of this category; `later(function, argument)`
    calls one that nobody waits for.
    """

    def __init__(self, forward, later):
        self._forward, self._later = forward, later

    def shape(self, callback):
        """What is registered for this callback."""
        make = getattr(self, callback.name, None)
        forward = self._forward(callback.name)
        return make(callback, forward) if make else forward

    def auth_checkers(self, callback, forward):
        """A function for each login type."""
        check = self.check_3pid_auth(callback, forward)
        return {(type, tuple(fields)): check for type, fields in callback.login_types.items()}

    def check_3pid_auth(self, _, forward):
        async def check(*arguments):
            login = await forward(*arguments)
            if login is None:
                return None
            user_id, cookie = login
            return user_id, None if cookie is None else PostLogin(cookie, self._forward, self._later)

        return check

    def on_update(self, _, forward):
        """Not awaited, and entered when the step begins."""
        return lambda *arguments: Update(forward(*arguments), self._forward)


class PostLogin:
    """What is called with the response to a login, to change it; perhaps it never is."""

    def __init__(self, cookie, forward, later):
        self._cookie, self._forward, self._later = cookie, forward, later
        self._is_used = False

    async def __call__(self, response):
        self._is_used = True
        await self._forward("post_login")(self._cookie, response)

    def __del__(self):
        if not self._is_used:
            self._later(self._forward("post_login_unused"), self._cookie)


class Update:
    """A step of a background update: entered with the time that it should take, left when it is done."""

    def __init__(self, opening, forward):
        self._opening, self._forward = opening, forward
        self._cookie = None

    async def __aenter__(self):
        milliseconds, self._cookie = await self._opening
        return milliseconds

    async def __aexit__(self, type, error, traceback):
        if self._cookie is not None:
            await self._forward("on_update_left")(self._cookie, None if error is None else str(error))
