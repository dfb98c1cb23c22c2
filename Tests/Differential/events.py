"""Events: random ones in the form of chain cases, and the objects that Synapse makes of them."""

from synapse.api.room_versions import KNOWN_ROOM_VERSIONS
from synapse.events import make_event_from_dict

import drawing

BESIDE = ("event_id", "room_version", "local")
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"


def draw(r, type=None, **members):
    """An event; `members` replace those that it would have."""
    event = {
        "type": type or r.choice(["m.room.message", "m.reaction", "org.example.ü"]),
        "sender": drawing.user(r),
        "room_id": drawing.room(r),
        "content": r.choice([
            {"msgtype": "m.text", "body": drawing.text(r)}, drawing.json_object(r, keys=["a", "ключ"]),
        ]),
        "origin_server_ts": 1_790_000_000_000 + drawing.whole(r) % 10**9,
        "depth": r.randrange(1, 100),
        "prev_events": ["$" + _letters(r, 43)],
        "auth_events": ["$" + _letters(r, 43)],
        "hashes": {"sha256": _letters(r, 43)},
        "signatures": {"chain.test": {"ed25519:1": _letters(r, 86)}},
        "unsigned": {},
    }
    event |= {"event_id": "$" + _letters(r, 43), "room_version": r.choice(["10", "11"]), "local": drawing.flag(r)}
    return event | members


def draw_invite(r):
    return draw(r, "m.room.member", state_key=drawing.user(r), content={"membership": "invite"})


def draw_state(r):
    """A room's state: no two events with the same type and state key."""
    types = ["m.room.create", "m.room.topic", "org.example.lock"]
    return [draw(r, type, state_key="", content={}) for type in r.sample(types, r.randrange(3))]


def native(event):
    members = {key: value for key, value in event.items() if key not in BESIDE}
    return make_event_from_dict(members, KNOWN_ROOM_VERSIONS[event["room_version"]])


def native_state(events):
    return {(event["type"], event["state_key"]): native(event) for event in events}


def _letters(r, count):
    return "".join(r.choices(LETTERS, k=count))
