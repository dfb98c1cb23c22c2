import unittest

from gatehouse_synapse.answers import ModuleFailed, answers_of
from gatehouse_synapse.catalogue import Callback
from synapse.api.errors import Codes, SynapseError
from synapse.module_api import NOT_SPAM, PRESENCE_ALL_USERS, UserPresenceState
from synapse.spam_checker_api import RegistrationBehaviour

STATE = {
    "user_id": "@a:b", "state": "online", "last_active_ts": 1, "last_federation_update_ts": 2, "last_user_sync_ts": 3,
    "status_msg": None, "currently_active": True}


def convert(kind, answer, arguments=(), name="category.name"):
    category, name = name.split(".")
    callback = Callback(category, name, (), kind, False, ("module",), frozenset())
    return answers_of(callback).convert(answer, arguments)


def answered(kind, arguments=(), name="category.name", **keys):
    return convert(kind, {"outcome": "answered", **keys, "decided_by": "module"}, arguments, name)


class AnswersTests(unittest.TestCase):
    def test_next_is_what_lets_pass(self):
        passes = {
            "registration": RegistrationBehaviour.ALLOW, "objection": True, "replacement": (True, None),
            "rewriting": None, "notice": None, "users": set(), "presence": {}, "truth": None, "limits": None}
        for kind, neutral in passes.items():
            self.assertEqual(convert(kind, {"outcome": "next", "decided_by": None}), neutral, kind)

    def test_a_spam_check_lets_pass_with_the_very_object_of_synapse(self):
        for kind in ("verdict", "event_verdict", "code"):
            self.assertIs(convert(kind, {"outcome": "next"}), NOT_SPAM)

    def test_the_neutral_answer_is_new_each_time_where_it_can_be_changed(self):
        for kind in ("users", "presence"):
            self.assertIsNot(convert(kind, {"outcome": "next"}), convert(kind, {"outcome": "next"}))

    def test_a_verdict_carries_a_code_and_fields(self):
        self.assertIs(answered("verdict", deny=True), Codes.FORBIDDEN)
        self.assertEqual(
            answered("verdict", deny_code="M_LIMIT_EXCEEDED", extra={"k": 1}), (Codes.LIMIT_EXCEEDED, {"k": 1}))
        self.assertEqual(answered("event_verdict", text="no"), "no")

    def test_a_code_of_the_modules_own_goes_as_a_field(self):
        self.assertEqual(
            answered("verdict", deny_code="ORG_EXAMPLE", extra={"k": 1}),
            (Codes.FORBIDDEN, {"errcode": "ORG_EXAMPLE", "k": 1}))

    def test_where_synapse_takes_a_code_alone_one_of_the_modules_own_is_raised(self):
        self.assertIs(answered("code", deny_code="M_LIMIT_EXCEEDED", extra={}), Codes.LIMIT_EXCEEDED)
        with self.assertRaises(SynapseError) as caught:
            answered("code", deny_code="ORG_EXAMPLE", extra={})
        self.assertEqual((caught.exception.code, caught.exception.errcode), (403, "ORG_EXAMPLE"))

    def test_an_objection_is_false_but_where_synapse_asks_whether_something_is_spam(self):
        self.assertIs(answered("objection", deny=True), False)
        for name in ("spam_checker.should_drop_federated_event", "spam_checker.check_username_for_spam"):
            self.assertIs(answered("objection", deny=True, name=name), True)
            self.assertIs(convert("objection", {"outcome": "next"}, name=name), False)

    def test_a_registration_is_refused_or_made_a_shadow(self):
        self.assertIs(answered("registration", deny=True), RegistrationBehaviour.DENY)
        self.assertIs(answered("registration", shadow_ban=True), RegistrationBehaviour.SHADOW_BAN)

    def test_an_event_is_refused_or_replaced(self):
        self.assertEqual(answered("replacement", deny=True), (False, None))
        replacement = {"content": {}, "room_id": "!room:test"}
        self.assertEqual(answered("replacement", [{"room_id": "!room:test"}], replace=replacement), (True, replacement))

    def test_an_event_without_a_room_gets_none(self):
        replacement = {"content": {}, "room_id": "!hash-of-this-event"}
        self.assertEqual(answered("replacement", [{"content": {"a": 1}}], replace=replacement), (True, {"content": {}}))

    def test_a_rewriting_changes_the_argument_itself(self):
        request = {"name": "original", "topic": "gone"}
        answered("rewriting", (None, request, False), rewrite={"name": "renamed"})
        self.assertEqual(request, {"name": "renamed"})

    def test_presence_goes_to_sets(self):
        self.assertEqual(answered("users", users=["@a:b"]), {"@a:b"})
        self.assertEqual(answered("users", all_users=True), PRESENCE_ALL_USERS)
        self.assertEqual(
            answered("presence", users={"@c:d": [STATE], "@e:f": []}),
            {"@c:d": {UserPresenceState(**STATE)}, "@e:f": set()})

    def test_values_become_what_synapse_has_for_them(self):
        self.assertIs(answered("truth", value=False), False)
        self.assertEqual(answered("renewal", value=[True, False, 7]), (True, False, 7))
        self.assertEqual(answered("override", value={"per_second": 0.5, "burst_count": 3}).per_second, 0.5)
        limit = {"max_bytes": 1, "time_period_ms": 2, "info_uri": None, "can_upgrade": False}
        self.assertEqual(answered("limits", value=[limit])[0].max_bytes, 1)
        self.assertEqual(
            convert("object", {"outcome": "next"}, name="unsigned.add_field_to_unsigned_callback"), {})

    def test_a_failure_with_a_status_is_raised_as_synapse_knows_it(self):
        error = {"status": 429, "code": "M_LIMIT_EXCEEDED", "msg": "slow down", "fields": {"org.example.wait": 2}}
        with self.assertRaises(SynapseError) as caught:
            convert("verdict", {"outcome": "failed", "synapse_error": error})
        raised = caught.exception
        self.assertEqual(
            (raised.code, raised.errcode, raised.msg, raised.error_dict(None)["org.example.wait"]),
            (429, "M_LIMIT_EXCEEDED", "slow down", 2))

    def test_a_plain_failure_is_an_error_of_no_kind_that_clients_see(self):
        with self.assertRaises(ModuleFailed) as caught:
            convert("verdict", {"outcome": "failed", "fail": "a secret detail"})
        self.assertNotIsInstance(caught.exception, SynapseError)

    def test_an_answer_that_is_not_known_is_a_failure(self):
        with self.assertRaises(ModuleFailed):
            answered("objection", shrug=True)
