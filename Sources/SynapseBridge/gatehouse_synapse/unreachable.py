"""What happens to a call when the host cannot be asked."""

from enum import Enum


class Unreachable(Enum):
    # As if a Python module had raised: Synapse's own rule for the callback holds.
    AS_FAILURE = "as_failure"
    ALLOW = "allow"
    # Where the callback cannot refuse: as a failure.
    DENY = "deny"


class HostUnreachable(Exception):
    """The host cannot be asked: it is gone, it hangs, or it has too much to do."""

    # As the metrics put it.
    outcome = "unreachable"


class NotAsked(HostUnreachable):
    """The host did not answer before, and is left alone until it does."""

    outcome = "not_asked"
