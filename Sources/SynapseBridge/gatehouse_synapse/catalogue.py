"""The callbacks that the host knows, as it tells them."""

import json
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Parameter:
    name: str
    type: str
    nullable: bool


@dataclass(frozen=True)
class Callback:
    category: str
    name: str
    parameters: tuple
    # The kind of its answers: "verdict", "objection", ...
    answer: str
    # Nobody is asked anything, modules are told.
    is_notice: bool
    # The modules that implement it, in the order in which they are asked.
    modules: tuple
    # The state that these read: pairs of a type and a state key, None for any key.
    state: frozenset
    # Of logins: the types that modules check, and the fields of each.
    login_types: dict = field(default_factory=dict)
    # The host asks this process for the bytes of files, so that they need not be sent.
    fetches_media: bool = False

    @cached_property
    def full_name(self):
        return f"{self.category}.{self.name}"

    @cached_property
    def path(self):
        return f"/v1/call/{self.category}/{self.name}"

    @cached_property
    def names(self):
        """Of the parameters, in their order."""
        return tuple(parameter.name for parameter in self.parameters)

    @cached_property
    def changed(self):
        """The parameters that are not always sent as Synapse has them."""
        return tuple(parameter for parameter in self.parameters if parameter.type in ("state", "media", "flag"))

    @cached_property
    def state_place(self):
        """Which of the arguments is the room's state; None: it has none."""
        return self._place("state")

    @cached_property
    def file_place(self):
        """Which of the arguments is a file; None: it has none."""
        return self._place("media")

    def _place(self, type):
        return next((place for place, parameter in enumerate(self.parameters) if parameter.type == type), None)


def parse(text):
    """The answer to `GET /v1/callbacks`: full names to callbacks."""
    callbacks = [_callback(entry) for entry in json.loads(text)]
    return {callback.full_name: callback for callback in callbacks}


def _callback(entry):
    parameters = (Parameter(item["name"], item["type"], item["nullable"]) for item in entry["arguments"])
    state = frozenset((item["type"], item.get("state_key")) for item in entry.get("state") or ())
    return Callback(
        entry["category"], entry["name"], tuple(parameters), entry["answer"], entry["answer"] == "notice",
        tuple(entry["modules"]), state, entry.get("login_types", {}), entry.get("fetches_media", False))
