import tempfile
import unittest

from gatehouse_synapse.configuration import parse
from gatehouse_synapse.unreachable import Unreachable
from synapse.config._base import ConfigError


class ConfigurationTests(unittest.TestCase):
    def problems(self, section):
        with self.assertRaises(ConfigError) as caught:
            parse(section)
        return str(caught.exception)

    def test_a_socket_is_enough(self):
        configuration = parse({"socket": "/run/gatehouse/gatehouse.sock"})
        self.assertEqual(configuration.socket, "/run/gatehouse/gatehouse.sock")
        self.assertIs(configuration.rule("spam_checker.user_may_invite"), Unreachable.AS_FAILURE)

    def test_durations_have_a_unit(self):
        self.assertEqual(parse({"socket": "s", "deadline": "250ms"}).deadline, 0.25)
        self.assertEqual(parse({"socket": "s", "deadline": "2m"}).deadline, 120)
        for wrong in ("1", 1, "0s", "fast", "1h"):
            self.assertIn("deadline: expected a duration", self.problems({"socket": "s", "deadline": wrong}))

    def test_a_callback_has_its_own_rule_before_the_default(self):
        configuration = parse({"socket": "s", "unreachable": {"default": "deny", "a.b": "allow"}})
        self.assertIs(configuration.rule("a.b"), Unreachable.ALLOW)
        self.assertIs(configuration.rule("a.c"), Unreachable.DENY)

    def test_the_token_is_what_the_file_holds(self):
        with tempfile.NamedTemporaryFile("w", suffix=".token") as file:
            file.write("secret\n")
            file.flush()
            self.assertEqual(parse({"url": "http://127.0.0.1:8900", "token_file": file.name}).token, "secret")

    def test_all_mistakes_are_told_in_one_go(self):
        text = self.problems({
            "url": "ftp://host", "token_file": "/no/such/file", "connections": 0, "failures": True,
            "unreachable": {"default": "panic"}, "sokcet": "x"})
        for key in ("url", "token_file", "connections", "failures", "unreachable.default", "sokcet"):
            self.assertIn(f"{key}: ", text)

    def test_where_the_host_listens_is_said_once(self):
        self.assertIn("socket: give either", self.problems({}))
        self.assertIn("socket: give either", self.problems({"socket": "s", "url": "http://host"}))
