"""What modules ask of the homeserver: the bridge answers for it, on a Unix socket of its own."""

import base64
import json
import logging
import os

from synapse.api.errors import SynapseError
from synapse.logging.context import defer_to_thread
from twisted.internet import reactor
from twisted.web.resource import Resource
from twisted.web.server import NOT_DONE_YET, Site

from .encoder import Encoder

log = logging.getLogger("gatehouse_synapse")

CREATE = ("m.room.create", "")
# How many bytes of a file are read and sent in one go, at most.
PIECE = 1 << 20


class Refused(Exception):
    """Why not, for the module."""


class Homeserver:
    """A method for each function of the host's homeserver service, with the same parameters, and one for calls.

    None says that there is none. What a method raises is told to the module as a text.
    """

    def __init__(self, api, open_calls):
        self._api, self._open = api, open_calls

    async def get_state_of_call(self, call, type, state_key):
        """For a module that has the call: what it did not declare to read does not come along."""
        event = self._subject(call).get((type, state_key))
        return None if event is None else {"value": event}

    async def get_media_of_call(self, call, offset, count):
        """For a module that has the call: the bytes of its file from `offset` on, at most `count` of them."""
        file = self._subject(call)
        return {"value": await defer_to_thread(reactor, piece, file.path, offset, min(count, PIECE))}

    def _subject(self, call):
        subject = self._open.of(call)
        if subject is None:
            raise Refused("the call is over")
        return subject

    async def send_local_online_presence_to(self, users):
        await self._api.send_local_online_presence_to(users)
        return {"value": None}

    async def get_room_state(self, room_id, type, state_key):
        # Asked for besides: without it the server is not in the room.
        wanted = None if type is None else {(type, state_key), CREATE}
        events = await self._api.get_room_state(room_id, wanted)
        if CREATE not in events:
            return None
        return {"value": [
            event for (its_type, its_key), event in events.items()
            if type in (None, its_type) and state_key in (None, its_key)
        ]}

    async def send_event(self, event):
        if event.get("type") == "m.room.member":
            raise Refused("memberships are changed by update_room_membership")
        sent = await self._api.create_and_send_event_into_room(event)
        return {"value": {"event_id": sent.event_id}}

    async def update_room_membership(self, sender, target, room_id, membership, content):
        event = await self._api.update_room_membership(sender, target, room_id, membership, content)
        return {"value": {"event_id": event.event_id}}

    async def get_user(self, user_id):
        user = await self._api.get_userinfo_by_id(user_id) if self._api.is_mine(user_id) else None
        if user is None:
            return None
        profile = await self._api.get_profile_for_user(user_id[1:].partition(":")[0])
        return {"value": {
            "user_id": user_id, "display_name": profile.display_name, "is_admin": bool(user.is_admin),
            "is_guest": bool(user.is_guest), "is_deactivated": bool(user.is_deactivated),
        }}

    async def register_user(self, localpart, display_name, is_admin):
        return {"value": {"user_id": await self._api.register_user(localpart, display_name, admin=is_admin)}}

    async def get_account_data(self, user_id, type):
        content = await self._api.account_data_manager.get_global(user_id, type)
        return None if content is None else {"value": content}

    async def put_account_data(self, user_id, type, content):
        await self._api.account_data_manager.put_global(user_id, type, content)
        return {"value": None}

    async def is_room_public(self, room_id):
        return {"value": await self._api.public_room_list_manager.room_is_in_public_room_list(room_id)}

    async def set_room_public(self, room_id, is_public):
        rooms = self._api.public_room_list_manager
        await (rooms.add_room_to_public_room_list if is_public else rooms.remove_room_from_public_room_list)(room_id)
        return {"value": None}


class Questions(Resource):
    """`POST /FUNCTION` with its parameters as a JSON object: `{"value": ...}`, `null` where there is none, or a status
    of 400 and `{"error": "..."}`.
    """

    isLeaf = True

    def __init__(self, api, open_calls, run_in_background):
        super().__init__()
        self._homeserver, self._run = Homeserver(api, open_calls), run_in_background
        self._write = Encoder(api.server_name).write

    def render_POST(self, request):
        self._run("gatehouse_question", self._answer, request)
        return NOT_DONE_YET

    async def _answer(self, request):
        status, body = await self._outcome(request.path.decode().lstrip("/"), request.content.read())
        if not request._disconnected:
            request.setResponseCode(status)
            request.setHeader("Content-Type", "application/json")
            request.write(body)
            request.finish()

    async def _outcome(self, name, body):
        function = None if name.startswith("_") else getattr(self._homeserver, name, None)
        try:
            if function is None:
                raise Refused("this version of the bridge cannot do that")
            return 200, self._write(await function(**json.loads(body)))
        except (Refused, SynapseError) as error:
            return 400, self._write({"error": getattr(error, "msg", str(error))})
        except Exception as error:
            log.exception("A module asked for %s", name)
            return 400, self._write({"error": f"{type(error).__name__}: {error}"})


def piece(path, offset, count):
    """Opened for each: nothing is open when the call is over, whoever still reads then."""
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return base64.b64encode(os.pread(file, count, offset)).decode("ascii")
    finally:
        os.close(file)


def listen(reactor, path, api, open_calls, run_in_background):
    """Only who runs the host may ask: its user or its group."""
    reactor.listenUNIX(path, Site(Questions(api, open_calls, run_in_background)), mode=0o660)
