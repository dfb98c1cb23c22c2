"""The modules of the guide *Port a Synapse module* that need a homeserver's help, on a real one."""

import json
import os
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from client import CLIENT, PASSWORD
from homeserver import Homeserver
from host import MODULES, Host

BINARY = os.environ["GATEHOUSE"]
BRIDGE = Path(__file__).parents[2] / "Sources" / "SynapseBridge"
LEGACY = "/_matrix/client/unstable/account_validity"
ADMIN = "/_synapse/admin/v1/account_validity/validity"
# What mkpasswd makes of PASSWORD.
HASH = "$6$gatehouse$J0apGytWoNbSBdgz5r4aWDnf9aOKi2clKhF1Y89eNNYHR0jTjQMwGk3KrbkkBfzvWHUzY30FiFukwJlPeCLtK0"


def homeserver(case, name, **config):
    """A homeserver with this module, which may ask it everything."""
    folder = Path(case.enterClassContext(tempfile.TemporaryDirectory(prefix="gatehouse-synapse-")))
    grants = ["http", "timers", "store", "web", "homeserver"]
    module = {"module": str(MODULES / f"{name}.so"), "config": config, "grants": grants}
    data = folder / "data"
    data.mkdir(mode=0o700)
    host = case.enterClassContext(
        Host(BINARY, folder / "host", [module], server_name="lab.test", data_folder=str(data)))
    bridge = {"module": "gatehouse_synapse.Gatehouse", "config": {
        "socket": str(host.socket), "callback_socket": str(folder / "synapse-{worker}.sock")}}
    return case.enterClassContext(Homeserver(folder / "server", [bridge], [BRIDGE]))


class Mailer(BaseHTTPRequestHandler):
    """What account_end has mail sent by: keeps what it is told."""

    mails = []

    def do_POST(self):
        self.mails.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


class AccountEndTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        mailer = ThreadingHTTPServer(("127.0.0.1", 0), Mailer)
        cls.addClassCleanup(mailer.server_close)
        cls.addClassCleanup(mailer.shutdown)
        threading.Thread(target=mailer.serve_forever, daemon=True).start()
        cls.server = homeserver(
            cls, "account_end", period="6w", renew_at="1w", mailer=f"http://127.0.0.1:{mailer.server_port}/",
            public_baseurl="https://lab.test/")
        cls.admin = cls.server.user("root", admin=True)

    def expired(self):
        """A user whose account an administrator has ended."""
        user = self.server.user()
        self.assertEqual(self.who(user).status, 200)
        answer = self.admin.request("POST", ADMIN, {"user_id": user.id, "expiration_ts": 5}).ok()
        self.assertEqual(answer, {"expiration_ts": 5})
        refused = self.who(user)
        self.assertEqual((refused.status, refused.body["errcode"]), (403, "ORG_MATRIX_EXPIRED_ACCOUNT"))
        return user

    def who(self, user):
        return user.get(f"{CLIENT}/account/whoami")

    def link(self, user):
        """Of the mail that the user has asked for, without the server."""
        user.request("POST", f"{LEGACY}/send_mail", {}).ok()
        mail = Mailer.mails[-1]
        self.assertEqual((mail["user_id"], mail["expiration_ts"]), (user.id, 5))
        return mail["url"].removeprefix("https://lab.test")

    def test_who_has_expired_asks_for_a_mail_and_renews_by_its_link(self):
        user = self.expired()
        link = self.link(user)
        self.assertEqual(self.server.request("GET", link).status, 200)
        self.assertEqual(self.who(user).status, 200)

    def test_the_older_path_takes_the_same_token(self):
        user = self.expired()
        path = f"{LEGACY}/renew?token=" + self.link(user).partition("=")[2]
        self.assertEqual([self.server.request("GET", path).status for _ in range(2)], [200, 200])
        self.assertEqual(self.who(user).status, 200)
        self.assertEqual(self.server.request("GET", f"{LEGACY}/renew?token=none").status, 404)

    def test_an_administrator_renews(self):
        user = self.expired()
        self.assertEqual(user.request("POST", ADMIN, {"user_id": user.id}).status, 403)
        self.admin.request("POST", ADMIN, {"user_id": user.id}).ok()
        self.assertEqual(self.who(user).status, 200)


class DirectoryLoginTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        entry = {"uid": "alice", "mail": "Alice@lab.test", "name": "Alice Liddell", "password": HASH}
        cls.server = homeserver(cls, "directory_login", server="lab.test", entries=[entry])

    def log_in(self, identifier, password=PASSWORD):
        body = {"type": "m.login.password", "identifier": identifier, "password": password}
        return self.server.request("POST", f"{CLIENT}/login", body)

    def test_the_first_login_makes_the_account_and_the_next_finds_it(self):
        name = {"type": "m.id.user", "user": "alice"}
        mail = {"type": "m.id.thirdparty", "medium": "email", "address": "alice@LAB.test"}
        self.assertEqual(self.log_in(name, PASSWORD + "\0").status, 403)
        self.assertEqual(self.server.request("GET", f"{CLIENT}/profile/@alice:lab.test").status, 404)
        for identifier in (name, name, mail):
            self.assertEqual(self.log_in(identifier).ok()["user_id"], "@alice:lab.test")
        profile = self.server.request("GET", f"{CLIENT}/profile/@alice:lab.test").ok()
        self.assertEqual(profile["displayname"], "Alice Liddell")


if __name__ == "__main__":
    unittest.main()
