"""Stops asking a host that does not answer, and finds out when it does again."""

from .metrics import breaker_is_open

FIRST_DELAY, LONGEST_DELAY = 0.1, 2.0


class Breaker:
    """Closed: calls go to the host. Open: they do not, and cost nothing; a probe of its own asks from time to time
    whether the host is back, so that no call has to find that out.

    `probe` starts to ask and returns a Deferred, which fails when the host cannot be reached.
    """

    def __init__(self, reactor, failures, probe, log):
        self._reactor, self._limit, self._probe, self._log = reactor, failures, probe, log
        self._failures = 0
        self._delay = FIRST_DELAY
        self.is_open = False
        breaker_is_open.set(0)

    def succeeded(self):
        self._failures = 0

    def failed(self, error):
        self._failures += 1
        if not self.is_open and self._failures >= self._limit:
            self._log.error("The Gatehouse host is not asked any more until it is back: %s", error)
            self._set_open(True)
            self._delay = FIRST_DELAY
            self._probe_later()

    def _set_open(self, is_open):
        self.is_open = is_open
        breaker_is_open.set(int(is_open))

    def _probe_later(self):
        self._reactor.callLater(self._delay, self._try)
        self._delay = min(self._delay * 2, LONGEST_DELAY)

    def _try(self):
        self._probe().addCallbacks(self._is_back, lambda _: self._probe_later())

    def _is_back(self, _):
        self._log.info("The Gatehouse host is back")
        self._failures = 0
        self._set_open(False)
