"""The recorded calls of Tests/Recordings, and their arguments as Synapse hands them over."""

import base64
import json
import tempfile
from io import BytesIO
from pathlib import Path

from synapse.api.presence import UserPresenceState
from synapse.api.room_versions import KNOWN_ROOM_VERSIONS
from synapse.config.repository import MediaUploadLimit
from synapse.events import make_event_from_dict
from synapse.http.site import SynapseRequest
from synapse.media._base import FileInfo, ThumbnailInfo
from synapse.media.media_storage import ReadableFileWrapper
from synapse.module_api.callbacks.federation import FederationEventDeliveryEvent
from synapse.types import RoomAlias, UserID, create_requester

FILE = Path(__file__).parents[2] / "Recordings" / "synapse-calls.jsonl"
FACTS = ("event_id", "room_version", "local")


def first_calls():
    """The first call of each callback: name and arguments."""
    seen = set()
    with FILE.open() as lines:
        for line in lines:
            call = json.loads(line)
            if call["callback"] not in seen:
                seen.add(call["callback"])
                yield call["callback"], call["arguments"]


def event(changes):
    """An event of the recording, with some of its members changed."""
    for name, arguments in first_calls():
        if name == "third_party_rules.on_new_event":
            return _event({**arguments["event"], **changes})


def as_synapse_has_it(name, value):
    convert = CONVERSIONS.get(name)
    return value if convert is None or value is None else convert(value)


def _event(written):
    facts = dict(written)
    version = KNOWN_ROOM_VERSIONS[facts.pop("room_version")]
    facts.pop("event_id"), facts.pop("local")
    if facts["type"] == "m.room.create" and version.identifier == "12":
        del facts["room_id"]  # the recording fills it in
    return make_event_from_dict(facts, version)


def _requester(written):
    return create_requester(
        written["user"], written["access_token_id"], written["is_guest"], set(written["scope"]),
        written["shadow_banned"], device_id=written["device_id"],
        authenticated_entity=written["authenticated_entity"])


def _file(written):
    # Read while the test runs, so it goes when the process does.
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(base64.b64decode(written["base64"]))
    return ReadableFileWrapper(None, file.name)


def _file_info(written):
    thumbnail = written["thumbnail"]
    return FileInfo(**{**written, "thumbnail": ThumbnailInfo(**thumbnail) if thumbnail else None})


def _request(written):
    request = SynapseRequest.__new__(SynapseRequest)
    request.method, request.uri = written["method"].encode(), written["uri"].encode()
    request.content = BytesIO(written["body"].encode())
    return request


CONVERSIONS = {
    "event": _event,
    "state_events": lambda events: [_event(event) for event in events],
    "requester": _requester,
    "room_alias": RoomAlias.from_string,
    "state_updates": lambda states: [UserPresenceState(**state) for state in states],
    "file_wrapper": _file,
    "file_info": _file_info,
    "limit": lambda limit: MediaUploadLimit(**limit),
    "request": _request,
    "delivery": lambda delivery: FederationEventDeliveryEvent(
        **{**delivery, "events": [_event(event) for event in delivery["events"]]}),
}
