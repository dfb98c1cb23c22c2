"""Which process of which homeserver this is, for the host."""

from dataclasses import dataclass

# What Synapse itself calls the process that is no worker.
MAIN = "master"


@dataclass(frozen=True)
class Identity:
    server_name: str
    # The name of the worker.
    worker: str = MAIN
    # Where it answers what modules ask of the homeserver; None: nowhere.
    socket: str | None = None

    @classmethod
    def of(cls, api, configuration):
        worker, path = api.worker_name or MAIN, configuration.callback_socket
        return cls(api.server_name, worker, path and path.replace("{worker}", worker))

    @property
    def headers(self):
        """Sent with each request, so that a host which was restarted knows as well."""
        socket = {"Gatehouse-Socket": self.socket} if self.socket else {}
        return {"Gatehouse-Homeserver": self.server_name, "Gatehouse-Worker": self.worker, **socket}
