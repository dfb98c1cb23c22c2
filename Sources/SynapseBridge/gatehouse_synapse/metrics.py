"""What Synapse's metrics tell of the bridge."""

from prometheus_client import Counter, Gauge, Histogram

OUTCOMES = ("next", "answered", "failed", "unreachable", "not_asked", "cancelled", "error")

calls = Counter(
    "gatehouse_bridge_calls", "Calls by what came of them",
    ["callback", "outcome"])
seconds = Histogram(
    "gatehouse_bridge_call_seconds", "How long Synapse waited for the host", ["callback"],
    buckets=(0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.005, 0.025, 0.1, 0.5, 1, 5, 10))
breaker_is_open = Gauge("gatehouse_bridge_breaker_open", "1 while the host is not asked because it does not answer")
