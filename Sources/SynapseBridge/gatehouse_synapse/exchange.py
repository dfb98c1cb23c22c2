"""One request and its answer."""

from synapse.logging.context import SENTINEL_CONTEXT, set_current_context
from twisted.internet.defer import Deferred

from .unreachable import HostUnreachable


class Exchange:
    """`answer` fires once: with the response, or with `HostUnreachable`. Cancelling it tells the host that the caller has
    gone away.
    """

    def __init__(self, request, repeats):
        """`repeats`: how often it may be sent again when its connection breaks."""
        self.request, self.repeats = request, repeats
        # Which one carries it now; None while it waits.
        self.connection = None
        self.is_over = False
        self.answer = Deferred(lambda _: self.abandon())

    async def response(self):
        """Waits for the answer as Synapse wants it: the reactor is left in its own log context, and the request goes on
        in the one that it had. `make_deferred_yieldable` does the same at a tenth of what a whole call costs.
        """
        context = set_current_context(SENTINEL_CONTEXT)
        try:
            return await self.answer
        finally:
            set_current_context(context)

    def succeed(self, response):
        if not self.is_over:
            self.is_over = True
            self._fire(self.answer.callback, response)

    def fail(self, cause):
        """For good; a connection that carries it is closed, so that the host learns of it."""
        if not self.is_over:
            self.abandon()
            self._fire(self.answer.errback, HostUnreachable(cause))

    @staticmethod
    def _fire(answer, value):
        """Who waits goes on in the log context of its request, and the reactor in its own."""
        before = set_current_context(SENTINEL_CONTEXT)
        try:
            answer(value)
        finally:
            set_current_context(before)

    def abandon(self):
        self.is_over = True
        if self.connection is not None:
            self.connection.abort()
