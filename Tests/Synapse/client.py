"""A user of a homeserver, with a session."""

import hashlib
import hmac
import itertools
from urllib.parse import quote

CLIENT = "/_matrix/client/v3"
PASSWORD = "open sesame"
transactions = itertools.count()


class Client:
    def __init__(self, server, answer):
        self.server, self.id = server, answer["user_id"]
        self.token, self.device = answer["access_token"], answer["device_id"]

    @classmethod
    def register(cls, server, name, secret, admin):
        path = "/_synapse/admin/v1/register"
        nonce = server.request("GET", path).ok()["nonce"]
        role = "admin" if admin else "notadmin"
        mac = hmac.new(secret.encode(), "\0".join([nonce, name, PASSWORD, role]).encode(), hashlib.sha1)
        answer = server.request("POST", path, {
            "nonce": nonce, "username": name, "password": PASSWORD, "admin": admin, "mac": mac.hexdigest()})
        return cls(server, answer.ok())

    def through(self, server):
        """The same session, at another process of the homeserver."""
        return Client(server, {"user_id": self.id, "access_token": self.token, "device_id": self.device})

    def request(self, method, path, body=None, headers=None):
        return self.server.request(method, path, body, self.token, headers)

    def get(self, path):
        return self.request("GET", path)

    def room(self, **options):
        """A new public room's id."""
        return self.request("POST", f"{CLIENT}/createRoom", {"preset": "public_chat", **options}).ok()["room_id"]

    def join(self, room, via=None):
        query = f"?server_name={via}&via={via}" if via else ""
        return self.request("POST", f"{CLIENT}/join/{quote(room)}{query}", {})

    def send(self, room, content=None, type="m.room.message"):
        return self.request("PUT", message_path(room, type), content or MESSAGE)

    def member(self, room, user):
        """Somebody's membership as this user sees it, None where there is none."""
        answer = self.get(f"{CLIENT}/rooms/{quote(room)}/state/m.room.member/{quote(user)}")
        return answer.body.get("membership") if answer.status == 200 else None

    def events(self, room):
        """The latest events, newest first."""
        return self.get(f"{CLIENT}/rooms/{quote(room)}/messages?dir=b&limit=20").ok()["chunk"]


MESSAGE = {"msgtype": "m.text", "body": "hi"}


def message_path(room, type="m.room.message"):
    return f"{CLIENT}/rooms/{quote(room)}/send/{type}/t{next(transactions)}"
