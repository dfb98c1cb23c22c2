"""What a client does so that a callback fires, one function a request of client-effects.json.

Each is a generator: it makes what the request needs, yields the request, is sent the response, and returns what was
true afterwards. `world.server` has the module; over federation the client is on `world.other`.
"""

import itertools
import time
from collections import namedtuple
from urllib.parse import quote

from client import CLIENT, MESSAGE, PASSWORD, message_path

Request = namedtuple("Request", "client method path body headers", defaults=(None, None))
numbers = itertools.count(1)
SCENARIOS = {}


def scenario(where, request):
    def register(function):
        SCENARIOS[where, request] = function
        return function

    return register


def fresh(word):
    return f"{word}{next(numbers)}"


def eventually(condition, seconds=30):
    """What `condition` says as soon as it is true, and after some time what it says then."""
    end = time.monotonic() + seconds
    while not (value := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return value


# -- Events ------------------------------------------------------------------------------------------------------------


@scenario("local", "PUT /_matrix/client/v3/rooms/{room}/send/m.room.message/{txn}")
def send_message(world):
    user = world.server.user()
    room = user.room()
    response = yield Request(user, "PUT", message_path(room), MESSAGE)
    if response.status != 200:
        return {"sent": any(event["type"] == "m.room.message" for event in user.events(room))}
    event = user.get(f"{CLIENT}/rooms/{quote(room)}/event/{quote(response.body['event_id'])}").ok()
    return {"sent": True, "content": event["content"]}


@scenario("local", "PUT /_matrix/client/v3/rooms/{room}/state/m.room.topic/")
def send_state(world):
    user = world.server.user()
    path = f"{CLIENT}/rooms/{quote(user.room())}/state/m.room.topic/"
    yield Request(user, "PUT", path, {"topic": "new"})
    return {"sent": user.get(path).status == 200}


@scenario("local", "PUT /_matrix/client/v3/rooms/{room}/redact/{event}/{txn}")
def redact(world):
    user = world.server.user()
    room = user.room()
    event = quote(user.send(room).ok()["event_id"])
    yield Request(user, "PUT", f"{CLIENT}/rooms/{quote(room)}/redact/{event}/{fresh('t')}", {})
    return {"redacted": not user.get(f"{CLIENT}/rooms/{quote(room)}/event/{event}").ok()["content"]}


@scenario("local", "GET /_matrix/client/v3/rooms/{room}/messages")
def read_messages(world):
    user = world.server.user()
    room = user.room()
    user.send(room).ok()
    response = yield Request(user, "GET", f"{CLIENT}/rooms/{quote(room)}/messages?dir=b&limit=1")
    if response.status != 200:
        return {}
    unsigned = response.body["chunk"][0].get("unsigned", {})
    return {"unsigned": {key: value for key, value in unsigned.items() if key.startswith("org.example")}}


# -- Rooms -------------------------------------------------------------------------------------------------------------


@scenario("local", "POST /_matrix/client/v3/join/{room}")
def join(world):
    owner, user = world.server.user(), world.server.user()
    room = owner.room()
    yield Request(user, "POST", f"{CLIENT}/join/{quote(room)}", {})
    return {"membership": owner.member(room, user.id)}


@scenario("local", "POST /_matrix/client/v3/rooms/{room}/invite")
def invite(world):
    owner, guest = world.server.user(), world.server.user()
    room = owner.room()
    yield Request(owner, "POST", f"{CLIENT}/rooms/{quote(room)}/invite", {"user_id": guest.id})
    return {"membership": owner.member(room, guest.id)}


@scenario("local", "POST /_matrix/client/v3/rooms/{room}/invite (third party)")
def invite_by_mail(world):
    owner = world.server.user()
    yield Request(owner, "POST", f"{CLIENT}/rooms/{quote(owner.room())}/invite", {
        "medium": "email", "address": "guest@example.org", "id_server": "127.0.0.1:1", "id_access_token": "none"})
    return {}


@scenario("local", "POST /_matrix/client/v3/createRoom")
def create_room(world):
    user = world.server.user()
    response = yield Request(user, "POST", f"{CLIENT}/createRoom", {"name": "original", "preset": "public_chat"})
    if response.status != 200:
        return {"created": bool(user.get(f"{CLIENT}/joined_rooms").ok()["joined_rooms"])}
    room = quote(response.body["room_id"])
    return {"name": user.get(f"{CLIENT}/rooms/{room}/state/m.room.name/").ok()["name"]}


@scenario("local", "PUT /_matrix/client/v3/directory/room/{alias}")
def create_alias(world):
    user = world.server.user()
    path = f"{CLIENT}/directory/room/{quote('#' + fresh('alias') + ':' + world.server.name)}"
    yield Request(user, "PUT", path, {"room_id": user.room()})
    return {"resolves": user.get(path).status == 200}


def change_visibility(world, before, after):
    user = world.server.user()
    path = f"{CLIENT}/directory/list/room/{quote(user.room())}"
    user.request("PUT", path, {"visibility": before}).ok()
    yield Request(user, "PUT", path, {"visibility": after})
    return {"visibility": user.get(path).ok()["visibility"]}


@scenario("local", "PUT /_matrix/client/v3/directory/list/room/{room} (public)")
def publish(world):
    return change_visibility(world, "private", "public")


@scenario("local", "PUT /_matrix/client/v3/directory/list/room/{room} (private)")
def unpublish(world):
    return change_visibility(world, "public", "private")


@scenario("local", "DELETE /_synapse/admin/v1/rooms/{room}")
def delete_room(world, version="v1"):
    admin, room = world.server.admin, quote(world.server.user().room())
    response = yield Request(admin, "DELETE", f"/_synapse/admin/{version}/rooms/{room}", {})
    exists = f"/_synapse/admin/v1/rooms/{room}"
    if response.status != 200:
        return {"room": admin.get(exists).status == 200}
    return {"room": not eventually(lambda: admin.get(exists).status == 404)}


@scenario("local", "DELETE /_synapse/admin/v2/rooms/{room}")
def delete_room_later(world):
    return delete_room(world, "v2")


# -- Accounts ----------------------------------------------------------------------------------------------------------


def account(world, user_id):
    """What the admin interface tells of an account."""
    return world.server.admin.get(f"/_synapse/admin/v2/users/{quote(user_id)}")


@scenario("local", "POST /_matrix/client/v3/register")
def register(world):
    name = fresh("newcomer")
    yield Request(None, "POST", f"{CLIENT}/register", {
        "username": name, "password": PASSWORD, "auth": {"type": "m.login.dummy"}})
    found = account(world, f"@{name}:{world.server.name}")
    if found.status != 200:
        return {"exists": False}
    return {"exists": True, "shadow_banned": bool(found.body["shadow_banned"])}


@scenario("local", "POST /_matrix/client/v3/login")
def log_in(world):
    user = world.server.user()
    response = yield Request(None, "POST", f"{CLIENT}/login", {
        "type": "m.login.password", "identifier": {"type": "m.id.user", "user": user.id}, "password": PASSWORD})
    return {"token": "access_token" in response.body}


@scenario("local", "GET /_matrix/client/v3/account/whoami")
def whoami(world):
    yield Request(world.server.user(), "GET", f"{CLIENT}/account/whoami")
    return {}


@scenario("local", "POST /_matrix/client/v3/account/deactivate")
def deactivate(world):
    user = world.server.user()
    yield Request(user, "POST", f"{CLIENT}/account/deactivate", {"auth": password(user)})
    return {"deactivated": bool(account(world, user.id).ok()["deactivated"])}


@scenario("local", "POST /_synapse/admin/v1/deactivate/{user}")
def deactivate_by_admin(world):
    user = world.server.user()
    yield Request(world.server.admin, "POST", f"/_synapse/admin/v1/deactivate/{quote(user.id)}", {})
    return {"deactivated": bool(account(world, user.id).ok()["deactivated"])}


def password(user):
    return {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": user.id}, "password": PASSWORD}


@scenario("local", "PUT /_matrix/client/v3/profile/{user}/displayname")
def change_name(world):
    user = world.server.user()
    path = f"{CLIENT}/profile/{quote(user.id)}/displayname"
    yield Request(user, "PUT", path, {"displayname": "Somebody else"})
    return {"changed": user.get(path).ok()["displayname"] == "Somebody else"}


@scenario("local", "PUT /_matrix/client/v3/profile/{user}/avatar_url")
def change_avatar(world):
    user = world.server.user()
    yield Request(user, "PUT", f"{CLIENT}/profile/{quote(user.id)}/avatar_url", {"avatar_url": "mxc://lab.test/new"})
    return {}


@scenario("local", "PUT /_synapse/admin/v2/users/{user}")
def add_address(world):
    user = world.server.user()
    address = {"medium": "email", "address": f"{fresh('new')}@example.org"}
    yield Request(world.server.admin, "PUT", f"/_synapse/admin/v2/users/{quote(user.id)}", {"threepids": [address]})
    return {}


@scenario("local", "POST /_matrix/client/v3/account/3pid/delete")
def remove_address(world):
    user = world.server.user()
    address = {"medium": "email", "address": f"{fresh('old')}@example.org"}
    world.server.admin.request("PUT", f"/_synapse/admin/v2/users/{quote(user.id)}", {"threepids": [address]}).ok()
    yield Request(user, "POST", f"{CLIENT}/account/3pid/delete", address)
    return {}


@scenario("local", "PUT /_matrix/client/v3/user/{user}/account_data/{type}")
def change_account_data(world):
    user = world.server.user()
    yield Request(user, "PUT", f"{CLIENT}/user/{quote(user.id)}/account_data/org.example.type", {"k": 1})
    return {}


@scenario("local", "POST /_matrix/client/v3/user_directory/search")
def search_users(world):
    name = fresh("findable")
    searcher, found = world.server.user(), world.server.user(name)
    path, body = f"{CLIENT}/user_directory/search", {"search_term": name}
    # The directory learns of new accounts later.
    eventually(lambda: searcher.request("POST", path, body).ok()["results"])
    response = yield Request(searcher, "POST", path, body)
    return {"results": len(response.body["results"])} if response.status == 200 else {}


# -- Media, presence ---------------------------------------------------------------------------------------------------


@scenario("local", "POST /_matrix/media/v3/upload")
def upload(world):
    response = yield Request(
        world.server.user(), "POST", "/_matrix/media/v3/upload?filename=a.txt", b"some text",
        {"Content-Type": "text/plain"})
    return {"stored": "content_uri" in response.body}


@scenario("local", "GET /_matrix/client/v1/media/config")
def media_config(world):
    response = yield Request(world.server.user(), "GET", "/_matrix/client/v1/media/config")
    return response.body if response.status == 200 else {}


@scenario("local", "PUT /_matrix/client/v3/presence/{user}/status")
def set_presence(world):
    user = world.server.user()
    path = f"{CLIENT}/presence/{quote(user.id)}/status"
    yield Request(user, "PUT", path, {"presence": "unavailable", "status_msg": "away"})
    return {"changed": user.get(path).ok()["presence"] == "unavailable"}


@scenario("local", "GET /_matrix/client/v3/sync")
def sync(world):
    response = yield Request(world.server.user(), "GET", f"{CLIENT}/sync?timeout=0")
    return {"next_batch": "next_batch" in response.body}


# -- Over federation ---------------------------------------------------------------------------------------------------


@scenario("federation", "PUT /_matrix/client/v3/rooms/{room}/send/m.room.message/{txn}")
def send_remote_message(world):
    owner, visitor = world.server.user(), world.other.user()
    room = owner.room()
    visitor.join(room, world.server.name).ok()
    body = fresh("hello ")
    yield Request(visitor, "PUT", message_path(room), {"msgtype": "m.text", "body": body})
    # What is sent next arrives next: then the first one has been decided about.
    visitor.send(room, {"msgtype": "m.text", "body": "last"}, "org.example.last").ok()
    eventually(lambda: any(event["type"] == "org.example.last" for event in owner.events(room)))
    return {"seen_by_others": any(event["content"].get("body") == body for event in owner.events(room))}


@scenario("federation", "POST /_matrix/client/v3/join/{room}")
def join_remotely(world):
    owner, visitor = world.server.user(), world.other.user()
    room = owner.room()
    via = world.server.name
    yield Request(visitor, "POST", f"{CLIENT}/join/{quote(room)}?server_name={via}&via={via}", {})
    return {"membership": owner.member(room, visitor.id)}


@scenario("federation", "POST /_matrix/client/v3/rooms/{room}/invite")
def invite_remotely(world):
    guest, owner = world.server.user(), world.other.user()
    room = owner.room()
    yield Request(owner, "POST", f"{CLIENT}/rooms/{quote(room)}/invite", {"user_id": guest.id})
    return {"membership": owner.member(room, guest.id)}
