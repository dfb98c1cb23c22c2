"""The types of arguments: how each is drawn in the form of chain cases, and what Synapse hands to modules for it."""

import base64
import tempfile
from dataclasses import dataclass
from functools import cache
from typing import Callable

from synapse.api.presence import UserPresenceState
from synapse.media.media_storage import ReadableFileWrapper
from synapse.module_api import ProfileInfo
from synapse.module_api.callbacks.federation import FederatedEventDeliveryMethod
from synapse.module_api.callbacks.media_repository_callbacks import MediaUploadLimit
from synapse.types import RoomAlias, UserID, create_requester

import answers
import drawing
import events


@dataclass(frozen=True)
class Argument:
    # A random value as JSON.
    draw: Callable
    # What Synapse has in its place.
    native: Callable = lambda json: json


def nullable(argument):
    return Argument(drawing.nullable(argument.draw), lambda json: None if json is None else argument.native(json))


def one_of(*values):
    return Argument(lambda r: r.choice(values))


def _object(*names):
    return lambda r: {name: drawing.text(r) for name in names}


def _draw_request(r):
    keys = ["name", "preset", "initial_state", "topic", "ключ"]
    return drawing.json_object(r, keys=keys) | r.choice([{}, {"initial_state": [drawing.json_object(r)]}])


def _draw_requester(r):
    return {
        "user": drawing.user(r), "access_token_id": None, "is_guest": drawing.flag(r), "scope": [],
        "shadow_banned": drawing.flag(r), "device_id": r.choice([None, "DEV"]), "app_service_id": None,
        "authenticated_entity": None,
    }


def _native_requester(json):
    return create_requester(
        UserID.from_string(json["user"]), is_guest=json["is_guest"], shadow_banned=json["shadow_banned"],
        device_id=json["device_id"])


@cache
def _stored(content):
    """A file with these bytes, which goes with the process."""
    file = tempfile.NamedTemporaryFile()
    file.write(base64.b64decode(content))
    file.flush()
    return file


def _draw_file_info(r):
    thumbnail = {"width": 32, "height": 32, "method": "crop", "type": "image/png", "length": 500}
    return {
        "server_name": r.choice([None, "far.test"]), "file_id": drawing.text(r), "url_cache": drawing.flag(r),
        "thumbnail": r.choice([None, thumbnail]),
    }


def _draw_delivery(r):
    method = r.choice(list(FederatedEventDeliveryMethod)).value
    return {
        "server_name": r.choice(drawing.SERVERS), "events": [events.draw(r) for _ in range(r.randrange(3))],
        "method": method,
    }


def _native_delivery(json):
    native = [events.native(event) for event in json["events"]]
    return json | {"events": native, "method": FederatedEventDeliveryMethod(json["method"])}


LOGIN_TYPES = ("m.login.password", "org.example.key")

TEXT = Argument(drawing.text)
FLAG = Argument(drawing.flag)
WHOLE = Argument(drawing.whole)
OBJECT = Argument(drawing.json_object)
USER = Argument(drawing.user)
ROOM = Argument(drawing.room)
MEDIUM = one_of("email", "msisdn")
ADDRESS = one_of("a@example.org", "447700900000", "ü@exämple.org", "")
VISIBILITY = one_of("public", "private")
EVENT = Argument(events.draw, events.native)
INVITE = Argument(events.draw_invite, events.native)
STATE = Argument(events.draw_state, events.native_state)
ALIAS = Argument(lambda r: f"#{r.choice(['a', 'ü', 'x' * 60])}:chain.test", RoomAlias.from_string)
REQUEST = Argument(_draw_request)
REQUESTER = Argument(_draw_requester, _native_requester)
PROFILE = Argument(lambda r: {"user_id": drawing.user(r), "display_name": drawing.text(r), "avatar_url": None})
NEW_PROFILE = Argument(
    lambda r: {"avatar_url": r.choice([None, "mxc://a/b"]), "display_name": drawing.text(r)},
    lambda json: ProfileInfo(**json))
PRESENCE_STATES = Argument(answers.presence_states, lambda json: [UserPresenceState(**state) for state in json])
THREEPID = Argument(_object("medium", "address"))
# Pairs of user agent and address.
CONNECTIONS = Argument(
    lambda r: [[drawing.text(r), "192.0.2.1"] for _ in range(r.randrange(3))],
    lambda json: [tuple(pair) for pair in json])
FILE = Argument(
    lambda r: r.choice(({"base64": "aGVsbG8="}, {"base64": ""})),
    lambda json: ReadableFileWrapper(None, _stored(json["base64"]).name))
FILE_INFO = Argument(_draw_file_info)
UPLOAD_LIMIT = Argument(answers.upload_limit, lambda json: MediaUploadLimit(**json))
DELIVERY = Argument(_draw_delivery, _native_delivery)
HTTP_REQUEST = Argument(
    lambda r: {"method": "POST", "uri": "/_synapse/admin/v1/account_validity/validity", "body": drawing.text(r)})
