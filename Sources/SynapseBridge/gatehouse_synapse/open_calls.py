"""What came with calls which are under way: a module may ask for more of it than the host was sent."""

import itertools
import secrets
from contextlib import contextmanager


class OpenCalls:
    """By a number for each call. What is asked for when the call is over is not known any more.

    Numbers begin anywhere, so that one of another process, which ended or answers on a socket of the same name, is
    not taken for one of these.
    """

    def __init__(self):
        self._subjects, self._numbers = {}, itertools.count(secrets.randbits(62))

    @contextmanager
    def opened(self, subject):
        """Gives the number."""
        number = next(self._numbers)
        self._subjects[number] = subject
        try:
            yield number
        finally:
            del self._subjects[number]

    def of(self, number):
        """None: the call is over."""
        return self._subjects.get(number)
