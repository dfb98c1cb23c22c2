"""Callbacks that no row of client-effects.json is about: real requests reach a compiled module, and its answers arrive."""

import os
import tempfile
import unittest
from pathlib import Path
from urllib.parse import quote

from client import CLIENT, PASSWORD
from homeserver import Homeserver
from host import TEST_MODULES, Host
from scenarios import eventually

BRIDGE = Path(__file__).parents[2] / "Sources" / "SynapseBridge"
LIMIT = {"max_bytes": 10, "time_period_ms": 86_400_000, "info_uri": None, "can_upgrade": False}
ADMIN = "/_synapse/admin/v1"


class Server(Homeserver):
    """One that could send mail, if anything took it."""

    def configuration(self):
        mail = {"smtp_host": "127.0.0.1", "smtp_port": 1, "notif_from": "lab <lab@example.org>"}
        return super().configuration() | {"email": mail, "public_baseurl": f"http://127.0.0.1:{self.port}/"}


class RareCallbackTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="gatehouse-synapse-")))
        host = Host(os.environ["GATEHOUSE"], folder / "host")
        bridge = {"module": "gatehouse_synapse.Gatehouse", "config": {"socket": str(host.socket)}}
        cls.server = Server(folder / "server", [bridge], [BRIDGE], federates=True)
        host.modules = [
            {"module": str(TEST_MODULES / "scripted.so"), "name": name, "config": {"callback": name, "answer": answer}}
            for name, answer in cls.answers(f"@guest:{cls.server.name}").items()]
        cls.host = cls.enterClassContext(host)
        cls.enterClassContext(cls.server)
        cls.other = cls.enterClassContext(Homeserver(folder / "other", federates=True))
        cls.user, cls.guest = cls.server.user("alice"), cls.server.user("guest")

    @staticmethod
    def answers(guest):
        return {
            "account_validity.on_legacy_send_mail": {"allow": True},
            "account_validity.on_legacy_renew": {"value": [True, False, 4_102_444_800_000]},
            "account_validity.on_legacy_admin_request": {"value": 4_102_444_800_000},
            "password_auth_provider.check_3pid_auth": {"value": guest},
            "password_auth_provider.on_logged_out": {"allow": True},
            "password_auth_provider.get_username_for_registration": {"value": "chosen"},
            "password_auth_provider.get_displayname_for_registration": {"value": "Chosen by a module"},
            "password_auth_provider.is_3pid_allowed": {"deny": True},
            "media_repository.get_media_upload_limits_for_user": {"value": [LIMIT]},
            "media_repository.on_media_upload_limit_exceeded": {"allow": True},
            "background_update_controller.on_update": {"value": 50, "cookie": 7},
            "federation.on_event_delivered_over_federation": {"allow": True},
        }

    def check_asked(self, *names):
        for name in names:
            self.assertTrue(eventually(lambda: self.host.asked(name), 20), name)

    def test_a_mail_for_renewal_is_the_module_s_to_send(self):
        answer = self.user.request("POST", "/_matrix/client/unstable/account_validity/send_mail", {})
        self.assertEqual(answer.status, 200, answer.body)
        self.check_asked("account_validity.on_legacy_send_mail")

    def test_a_token_for_renewal_is_good_where_the_module_says_so(self):
        answer = self.server.request("GET", "/_matrix/client/unstable/account_validity/renew?token=t")
        self.assertEqual(answer.status, 200, answer.body)
        self.assertIn(b"valid until 01-01-2100", answer.body)

    def test_an_administrator_s_request_is_answered_by_the_module(self):
        answer = self.server.admin.request("POST", f"{ADMIN}/account_validity/validity", {"user_id": self.user.id})
        self.assertEqual(answer.ok(), {"expiration_ts": 4_102_444_800_000})

    def test_an_address_and_a_password_log_in_whom_the_module_knows(self):
        answer = self.server.request("POST", f"{CLIENT}/login", {
            "type": "m.login.password", "password": "skeleton",
            "identifier": {"type": "m.id.thirdparty", "medium": "email", "address": "guest@example.org"}})
        self.assertEqual((answer.status, answer.body.get("user_id")), (200, self.guest.id), answer.body)

    def test_who_logs_out_is_told(self):
        self.server.user().request("POST", f"{CLIENT}/logout", {}).ok()
        self.check_asked("password_auth_provider.on_logged_out")

    def test_a_module_names_new_users(self):
        made = self.server.request("POST", f"{CLIENT}/register", {
            "username": "wanted", "password": PASSWORD, "auth": {"type": "m.login.dummy"}}).ok()
        self.assertEqual(made["user_id"], f"@chosen:{self.server.name}")
        profile = self.user.get(f"{CLIENT}/profile/{quote(made['user_id'])}").ok()
        self.assertEqual(profile["displayname"], "Chosen by a module")

    def test_an_address_that_the_module_refuses_is_refused(self):
        answer = self.server.request("POST", f"{CLIENT}/register/email/requestToken", {
            "client_secret": "secret", "email": "guest@example.org", "send_attempt": 1})
        self.assertEqual((answer.status, answer.body["errcode"]), (403, "M_THREEPID_DENIED"))

    def test_who_uploads_more_than_the_module_s_limit_is_refused_and_told_of(self):
        answer = self.user.request(
            "POST", "/_matrix/media/v3/upload", b"more than ten bytes", {"Content-Type": "text/plain"})
        self.assertNotEqual(answer.status, 200)
        self.check_asked("media_repository.on_media_upload_limit_exceeded")

    def test_a_background_update_takes_its_steps_from_the_module(self):
        self.user.room()  # Without one there is nothing to do, and no second step.
        self.server.admin.request(
            "POST", f"{ADMIN}/background_updates/start_job", {"job_name": "populate_stats_process_rooms"}).ok()
        self.check_asked(*(f"background_update_controller.{name}" for name in (
            "on_update", "default_batch_size", "min_batch_size", "on_update_left")))

        def is_done():
            return not self.server.admin.get(f"{ADMIN}/background_updates/status").ok()["current_updates"]

        self.assertTrue(eventually(is_done, 20))
        self.assertEqual(self.host.asked("background_update_controller.on_update_unused"), 0)

    def test_an_event_that_another_server_has_taken_is_told(self):
        room = self.user.room()
        self.other.user().join(room, via=self.server.name).ok()
        self.user.send(room).ok()
        self.check_asked("federation.on_event_delivered_over_federation")


if __name__ == "__main__":
    unittest.main()
