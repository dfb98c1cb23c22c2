"""Logins that a compiled module checks."""

import os
import tempfile
import unittest
from pathlib import Path

from client import CLIENT
from homeserver import Homeserver
from host import TEST_MODULES, Host

BINARY = os.environ["GATEHOUSE"]
BRIDGE = Path(__file__).parents[2] / "Sources" / "SynapseBridge"
CHECKERS = "password_auth_provider.auth_checkers"
COMPLETION = "password_auth_provider.post_login"
# The module lets the user in, and has the cookie back when the response is there, which it then rewrites.
LOGIN = {"value": "@guest:lab.test", "cookie": 7, "rewrite": {"user_id": "@guest:lab.test", "note": "by a module"}}


class LoginTests(unittest.TestCase):
    def test_a_login_type_of_a_module_lets_users_in(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="gatehouse-synapse-")))
        host = self.enterContext(Host(BINARY, folder / "host", [{
            "module": str(TEST_MODULES / "scripted.so"), "name": "checker",
            "config": {"callback": CHECKERS, "answer": LOGIN}}]))
        bridge = {"module": "gatehouse_synapse.Gatehouse", "config": {"socket": str(host.socket)}}
        server = self.enterContext(Homeserver(folder / "server", [bridge], [BRIDGE]))
        server.user("guest")
        offered = server.request("GET", f"{CLIENT}/login").ok()["flows"]
        self.assertIn({"type": "org.example.key"}, offered)
        answer = server.request("POST", f"{CLIENT}/login", {
            "type": "org.example.key", "identifier": {"type": "m.id.user", "user": "guest"}, "password": "skeleton"})
        self.assertEqual((answer.status, answer.body), (200, LOGIN["rewrite"]))
        self.assertEqual((host.asked(CHECKERS), host.asked(COMPLETION)), (1, 1))


if __name__ == "__main__":
    unittest.main()
