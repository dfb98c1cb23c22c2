"""The functions that Synapse is given: each asks the host."""

import inspect
import time

from synapse.logging.context import defer_to_thread
from twisted.internet import reactor
from twisted.internet.defer import CancelledError

from . import metrics
from .answers import answers_of
from .encoder import Encoder
from .unreachable import HostUnreachable, Unreachable


class Forwarder:
    """`callbacks` are those that the host knows, by full name; another host may know others, and is told other
    state.
    """

    def __init__(self, configuration, server_name, host, callbacks, open_calls=None):
        """`open_calls` are told what came with each call; None: the host cannot ask for it."""
        self._configuration, self._host, self.callbacks, self._open = configuration, host, callbacks, open_calls
        self._encoder = Encoder(server_name)

    def function(self, callback):
        """What is registered for a callback."""
        name, answers = callback.full_name, answers_of(callback)
        ask = self._way(callback)
        rule = self._configuration.rule(name)
        seconds = metrics.seconds.labels(name)
        counters = {outcome: metrics.calls.labels(name, outcome) for outcome in metrics.OUTCOMES}

        async def forward(*arguments):
            began = time.perf_counter()
            outcome = "error"
            try:
                # Which state modules read may have changed with the host.
                answer = await ask(self.callbacks.get(name, callback), arguments)
                outcome = answer["outcome"]
            except HostUnreachable as error:
                outcome = error.outcome
                return unreachable(rule, answers, arguments)
            except CancelledError:
                outcome = "cancelled"
                raise
            finally:
                counters[outcome].inc()
                seconds.observe(time.perf_counter() - began)
            return answers.convert(answer, arguments)

        return signed(forward, callback)

    def _way(self, callback):
        if callback.file_place is not None:
            return self._ask_with_file
        return self._ask if callback.state_place is None or self._open is None else self._ask_with_state

    def _ask(self, callback, arguments):
        return self._host.call(callback, self._encoder.encode(callback, arguments))

    async def _ask_with_file(self, callback, arguments):
        """The host may ask for pieces of it as long as this takes, or is sent it whole."""
        if self._open is None or not callback.fetches_media:
            return await self._send_file(callback, arguments)
        with self._open.opened(arguments[callback.file_place]) as call:
            return await self._send_file(callback, arguments, call)

    async def _send_file(self, callback, arguments, call=None):
        """In a thread: a file may be large, or its disk slow, and everybody else would wait."""
        body = await defer_to_thread(reactor, self._encoder.encode, callback, arguments, call)
        return await self._host.call(callback, body)

    async def _ask_with_state(self, callback, arguments):
        """The host may ask for more of it as long as this takes."""
        with self._open.opened(arguments[callback.state_place]) as call:
            return await self._host.call(callback, self._encoder.encode(callback, arguments, call))


def signed(function, callback):
    """Synapse counts the parameters of some callbacks."""
    parameters = [
        inspect.Parameter(parameter.name, inspect.Parameter.POSITIONAL_ONLY) for parameter in callback.parameters]
    function.__signature__ = inspect.Signature(parameters)
    function.__name__ = callback.name
    function.__qualname__ = f"Gatehouse.{callback.full_name}"
    return function


def unreachable(rule, answers, arguments):
    """Called while `HostUnreachable` is being handled."""
    if rule is Unreachable.ALLOW:
        return answers.next(arguments)
    if rule is Unreachable.DENY and answers.refusal is not None:
        return answers.refusal
    raise
