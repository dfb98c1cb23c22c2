import asyncio
import inspect
import json
import unittest
from unittest.mock import patch

from gatehouse_synapse.configuration import parse
from gatehouse_synapse.gatehouse import Gatehouse
from gatehouse_synapse.unreachable import HostUnreachable, NotAsked
from synapse.api.errors import Codes
from synapse.module_api import NOT_SPAM


def entry(name, answer, arguments, modules=("module",)):
    category, name = name.split(".")
    listed = [{"name": argument, "type": "text", "nullable": False} for argument in arguments]
    return {"category": category, "name": name, "answer": answer, "arguments": listed, "modules": list(modules)}


class Api:
    """Synapse's module interface, as far as it goes here."""

    server_name, worker_name = "orchard.test", None

    def __init__(self):
        self.registered = {}

    def register_spam_checker_callbacks(self, *, user_may_create_room=None, user_may_invite=None):
        self._add(user_may_create_room=user_may_create_room, user_may_invite=user_may_invite)

    def register_presence_router_callbacks(self, *, get_users_for_states=None, get_interested_users=None):
        self._add(get_users_for_states=get_users_for_states, get_interested_users=get_interested_users)

    def register_add_extra_fields_to_unsigned_client_event_callbacks(self, *, add_field_to_unsigned_callback=None):
        self._add(add_field_to_unsigned_callback=add_field_to_unsigned_callback)

    def _add(self, **functions):
        self.registered.update({name: function for name, function in functions.items() if function})


class Host:
    """Answers as it is told."""

    def __init__(self, *_):
        self.answer, self.calls = {"outcome": "next"}, []

    async def call(self, callback, body):
        self.calls.append((callback.full_name, json.loads(body)))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


CREATE = entry("spam_checker.user_may_create_room", "verdict", ["user_id", "room_config"])
INVITE = entry("spam_checker.user_may_invite", "verdict", ["inviter", "invitee", "room_id"])


class GatehouseTests(unittest.TestCase):
    def load(self, *entries, **options):
        self.api = Api()
        with patch("gatehouse_synapse.gatehouse.wait_for_host", lambda *_: (json.dumps(entries), "[]")):
            with patch("gatehouse_synapse.gatehouse.Host", Host):
                self.gatehouse = Gatehouse(parse({"socket": "s", **options}), self.api)
        self.host = self.gatehouse._host

    def ask(self, name, *arguments):
        return asyncio.run(self.api.registered[name](*arguments))

    def test_what_a_module_implements_is_registered_and_nothing_else(self):
        self.load(CREATE, {**INVITE, "modules": []})
        self.assertEqual(set(self.api.registered), {"user_may_create_room"})

    def test_what_this_synapse_or_this_bridge_does_not_know_is_left_out_and_said(self):
        with self.assertLogs("gatehouse_synapse") as logs:
            self.load(
                CREATE, entry("spam_checker.user_may_fly", "verdict", []),
                entry("astrology.check_stars", "verdict", []), {**INVITE, "answer": "horoscope"})
        self.assertEqual(set(self.api.registered), {"user_may_create_room"})
        said = "\n".join(logs.output)
        for name in ("spam_checker.user_may_fly", "astrology.check_stars", "spam_checker.user_may_invite"):
            self.assertIn(f"{name} is not called", said)

    def test_callbacks_that_synapse_takes_together_are_registered_together(self):
        users = entry("presence_router.get_interested_users", "users", ["user_id"])
        states = entry("presence_router.get_users_for_states", "presence", ["state_updates"], modules=())
        self.load(users, states)
        self.assertEqual(set(self.api.registered), {"get_interested_users", "get_users_for_states"})

    def test_a_category_may_be_registered_under_another_name(self):
        self.load(entry("unsigned.add_field_to_unsigned_callback", "object", ["event"]))
        self.assertEqual(self.ask("add_field_to_unsigned_callback", {}), {})

    def test_functions_have_as_many_parameters_as_synapse_counts(self):
        self.load(CREATE, INVITE)
        counts = {name: len(inspect.signature(function).parameters) for name, function in self.api.registered.items()}
        self.assertEqual(counts, {"user_may_create_room": 2, "user_may_invite": 3})

    def test_a_call_goes_to_the_host_with_the_names_of_the_catalogue(self):
        self.load(INVITE)
        self.assertIs(self.ask("user_may_invite", "@a:b", "@c:d", "!r"), NOT_SPAM)
        self.assertEqual(
            self.host.calls,
            [("spam_checker.user_may_invite", {"inviter": "@a:b", "invitee": "@c:d", "room_id": "!r"})])

    def test_a_host_that_cannot_be_asked_follows_the_rule_of_the_callback(self):
        self.load(CREATE, INVITE, unreachable={
            "default": "deny", "spam_checker.user_may_create_room": "allow"})
        for error in (HostUnreachable("gone"), NotAsked("gone before")):
            self.host.answer = error
            self.assertIs(self.ask("user_may_create_room", "@a:b", {}), NOT_SPAM)
            self.assertIs(self.ask("user_may_invite", "@a:b", "@c:d", "!r"), Codes.FORBIDDEN)

    def test_where_nothing_can_be_refused_it_is_a_failure(self):
        users = entry("presence_router.get_interested_users", "users", ["user_id"])
        for rule in ("deny", "as_failure"):
            self.load(users, unreachable={"default": rule})
            self.host.answer = HostUnreachable("gone")
            with self.assertRaises(HostUnreachable):
                self.ask("get_interested_users", "@a:b")

    def test_a_host_that_has_learned_something_is_listened_to(self):
        self.load(CREATE)
        with self.assertLogs("gatehouse_synapse", "WARNING") as logs:
            self.gatehouse._learned(json.dumps([CREATE, INVITE]))
        self.assertIn("Synapse must be restarted before it calls spam_checker.user_may_invite", logs.output[0])
