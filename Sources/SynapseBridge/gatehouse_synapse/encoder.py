"""Arguments as Synapse hands them over, as JSON."""

import base64
import json
import os
from enum import Enum
from functools import singledispatch

import attr
from synapse.events import EventBase
from synapse.http.site import SynapseRequest
from synapse.media.media_storage import ReadableFileWrapper
from synapse.types import DomainSpecificString, Requester

# What stands in for an argument that this version of Synapse does not pass yet.
NOT_PASSED = {"text": "", "json": {}, "flag": False, "integer": 0}


class Encoder:
    """Makes the body of a call.

    How a value is written follows from its Python type; a new callback needs nothing here as long as its parameters are
    of types that occur elsewhere. Objects that are made of attributes are written with the names of these.
    """

    def __init__(self, server_name):
        suffix = ":" + server_name
        self._is_mine = lambda user_id: user_id.endswith(suffix)
        # What Synapse hands over has no circles.
        self._text = json.JSONEncoder(
            separators=(",", ":"), allow_nan=False, check_circular=False, default=self._plain).encode

    def encode(self, callback, arguments, call=None):
        """The arguments, in the order of the callback's parameters, as the bytes of a JSON object. `call` is the number
        under which the host may ask for more of the room's state, or for the bytes of the file; None: it cannot.
        """
        values = dict(zip(callback.names, arguments))
        for parameter in callback.changed:
            if parameter.name in values:
                values[parameter.name] = self._changed(callback, parameter, values[parameter.name], call)
        for parameter in callback.parameters[len(arguments):]:
            values[parameter.name] = None if parameter.nullable else NOT_PASSED.get(parameter.type)
        return self.write(values)

    def write(self, value):
        return self._text(value).encode("ascii")

    def _changed(self, callback, parameter, value, call):
        if parameter.type == "state":
            return self._state(value, callback.state) | ({} if call is None else {"call": call})
        if parameter.type == "media":
            return self._file(value, call)
        # Some come as the numbers that a database has for them.
        return bool(value) if type(value) is int else value

    def _plain(self, value):
        return self._event(value) if isinstance(value, EventBase) else plain(value)

    def _event(self, event):
        """The event's own object, and what it does not say itself."""
        written = event.get_dict()
        written["event_id"] = event.event_id
        written["room_id"] = event.room_id
        written["room_version"] = event.room_version.identifier
        written["local"] = self._is_mine(event.sender)
        if metadata := event.internal_metadata.get_dict():
            written["internal_metadata"] = metadata
        return written

    @staticmethod
    def _file(file, call):
        """Where it lies, for a host that can open it, and what a host needs that cannot: to ask, or the bytes."""
        rest = plain(file) if call is None else {"size": os.path.getsize(file.path), "call": call}
        return {"path": file.path, **rest}

    @staticmethod
    def _state(events, reads):
        """What the modules declared to read, and nothing more: the host must know what it cannot tell."""
        return {
            "reads": [{"type": type, "state_key": state_key} for type, state_key in reads],
            "events": [
                event for (type, state_key), event in events.items()
                if (type, state_key) in reads or (type, None) in reads
            ],
        }


@singledispatch
def plain(value):
    """A value that JSON does not know, in values that it knows."""
    if attr.has(type(value)):
        return {field.name: getattr(value, field.name) for field in attr.fields(type(value))}
    if isinstance(value, Enum):
        return value.value
    if hasattr(value, "items"):
        return dict(value)
    return list(value)


@plain.register(set)
@plain.register(frozenset)
def _(values):
    return sorted(values)


@plain.register
def _(identifier: DomainSpecificString):
    return identifier.to_string()


@plain.register
def _(requester: Requester):
    return {
        "user": requester.user,
        "access_token_id": requester.access_token_id,
        # Older versions of Synapse have numbers here.
        "is_guest": bool(requester.is_guest),
        "scope": requester.scope,
        "shadow_banned": bool(requester.shadow_banned),
        "device_id": requester.device_id,
        "app_service_id": _service(requester),
        "authenticated_entity": requester.authenticated_entity,
    }


def _service(requester):
    # Older versions of Synapse hold the service itself.
    service = getattr(requester, "app_service", None)
    return service.id if service else getattr(requester, "app_service_id", None)


@plain.register
def _(file: ReadableFileWrapper):
    with open(file.path, "rb") as content:
        return {"base64": base64.b64encode(content.read()).decode("ascii")}


@plain.register
def _(request: SynapseRequest):
    request.content.seek(0)
    return {
        "method": request.get_method(),
        "uri": request.get_redacted_uri(),
        "body": request.content.read().decode("utf-8", "replace"),
    }
