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


class LoginTests(unittest.TestCase):
    def test_a_login_type_of_a_module_lets_users_in(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="gatehouse-synapse-")))
        host = self.enterContext(Host(BINARY, folder / "host", [{
            "module": str(TEST_MODULES / "scripted.so"), "name": "checker",
            "config": {"callback": CHECKERS, "answer": {"value": "@guest:lab.test"}}}]))
        bridge = {"module": "gatehouse_synapse.Gatehouse", "config": {"socket": str(host.socket)}}
        server = self.enterContext(Homeserver(folder / "server", [bridge], [BRIDGE]))
        server.user("guest")
        offered = server.request("GET", f"{CLIENT}/login").ok()["flows"]
        self.assertIn({"type": "org.example.key"}, offered)
        answer = server.request("POST", f"{CLIENT}/login", {
            "type": "org.example.key", "identifier": {"type": "m.id.user", "user": "guest"}, "password": "skeleton"})
        self.assertEqual((answer.status, answer.body.get("user_id")), (200, "@guest:lab.test"), answer.body)
        self.assertEqual(host.asked(CHECKERS), 1)


if __name__ == "__main__":
    unittest.main()
