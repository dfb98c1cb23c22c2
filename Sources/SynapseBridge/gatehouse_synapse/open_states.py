"""The room state that came with calls which are under way: a module may ask for more of it than it declared."""

import itertools
from contextlib import contextmanager


class OpenStates:
    """By a number for each call. What is asked for when the call is over is not known any more."""

    def __init__(self):
        self._states, self._numbers = {}, itertools.count(1)

    @contextmanager
    def opened(self, state):
        """Gives the number."""
        number = next(self._numbers)
        self._states[number] = state
        try:
            yield number
        finally:
            del self._states[number]

    def of(self, number):
        """Pairs of type and state key to events; None: the call is over."""
        return self._states.get(number)
