"""The test's own tests: what would make it pass without a reason, or tell less than it saw."""

import json
import logging
import os
import sys
import tempfile
import unittest
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
logging.disable(logging.CRITICAL)

import synapse_chains
from cases import draw
from categories import CALLBACKS
from comparing import same
from comparison import Comparison
from differences import NAMES
from gatehouse import Gatehouse

JOIN = "spam_checker.user_may_join_room"
ARGUMENTS = {"user_id": "@alice:chain.test", "room_id": "!abc:chain.test", "is_invited": True}


def case(*modules, callback=JOIN, arguments=ARGUMENTS):
    return {"id": 1, "callback": callback, "arguments": arguments, "modules": list(modules)}


class FaultyGatehouse:
    """Does as Synapse does, but for one mistake: where a module refuses with a code, it asks one more."""

    def start(self, cases):
        self._cases = cases

    def results(self):
        return [self.play(case) for case in self._cases]

    def play(self, case):
        played = synapse_chains.play(case)
        refused = "deny_code" in played["result"].get("returned", {})
        return played | {"asked": played["asked"] + [99]} if refused else played


class RecordingTests(unittest.TestCase):
    def test_the_stand_ins_give_what_was_recorded(self):
        recording = (HERE.parent / "Recordings/chain-cases.jsonl").read_text().splitlines()
        self.assertEqual(len(recording), 300)
        for recorded in map(json.loads, recording):
            with self.subTest(id=recorded["id"]):
                played = synapse_chains.play(recorded)
                self.assertTrue(same({"result": recorded["result"]}, {"result": played["result"]}))
                self.assertEqual(played["asked"], list(range(1, recorded["asked"] + 1)))


class DrawingTests(unittest.TestCase):
    def test_arguments_have_the_names_and_the_order_of_the_catalogue(self):
        catalogue = json.loads((HERE.parent / "Recordings/callbacks.json").read_text())
        names = {f"{entry['category']}.{entry['name']}": [p["name"] for p in entry["params"]] for entry in catalogue}
        self.assertEqual(set(CALLBACKS), set(names))
        for callback, category in CALLBACKS.items():
            declared = category.callbacks[callback.partition(".")[2]]
            self.assertEqual(list(declared.arguments), names[callback], callback)

    def test_a_chain_is_known_by_its_seed_and_number(self):
        self.assertEqual(draw(7, 3), draw(7, 3))
        self.assertNotEqual(draw(7, 3)["arguments"], draw(8, 3)["arguments"])

    def test_chains_have_none_to_six_modules_and_every_callback(self):
        drawn = [draw(1, number) for number in range(2000)]
        self.assertEqual({len(case["modules"]) for case in drawn}, set(range(7)))
        self.assertEqual({case["callback"] for case in drawn}, set(CALLBACKS))


class LeavingOutTests(unittest.TestCase):
    def test_the_first_controller_of_updates_is_the_only_one_whatever_it_leaves_out(self):
        played = synapse_chains.play(case(
            {"left_out": True}, {"value": 5}, callback="background_update_controller.default_batch_size",
            arguments={"update_name": "u", "database_name": "master"}))
        self.assertEqual(played, {"result": {"returned": {"value": None}}, "asked": []})

    def test_elsewhere_the_other_modules_are_asked(self):
        played = synapse_chains.play(case({"left_out": True}, {"deny_code": "M_FORBIDDEN"}))
        self.assertEqual(played["asked"], [2])


class ListTests(unittest.TestCase):
    def test_the_documentation_has_the_same_list(self):
        page = HERE.parents[1] / "Sources/Gatehouse/Gatehouse.docc/ComparedWithSynapse.md"
        table = page.read_text().partition("| --- | --- | --- | --- |\n")[2].partition("\n\n")[0]
        self.assertEqual([row.split("`")[1] for row in table.splitlines()], NAMES)


class ComparisonTests(unittest.TestCase):
    def told(self, gatehouse, *cases):
        comparison, told = Comparison(gatehouse), StringIO()
        with redirect_stdout(told):
            comparison.run(list(cases))
        return comparison, told.getvalue()

    def test_a_difference_is_told_as_the_smallest_case(self):
        refusal = {"deny_code": "M_EXCLUSIVE", "extra": {"a": [1, 2], "b": "text"}}
        _, told = self.told(FaultyGatehouse(), case({"allow": True}, {"fail": "boom"}), case({"allow": True}, refusal))
        smallest = json.loads(told.splitlines()[1])
        self.assertEqual(smallest["modules"], [{"deny_code": "M_EXCLUSIVE"}])
        self.assertEqual(smallest["arguments"], {"user_id": "@", "room_id": "!", "is_invited": True})

    def test_a_listed_difference_hides_no_other(self):
        """Gatehouse may take this answer for an invalid one, which refuses. It may not ask on."""
        comparison, _ = self.told(FaultyGatehouse(), case({"deny_code": "M_EXCLUSIVE", "extra": {"code": 1}}))
        self.assertEqual((comparison.found, comparison.listed.total()), (1, 0))

    def test_a_listed_difference_is_counted_by_its_name(self):
        class Deliberate(FaultyGatehouse):
            def play(self, case):
                return {"result": {"returned": {"deny_code": "M_FORBIDDEN", "extra": {}}}, "asked": [1]}

        comparison, told = self.told(Deliberate(), case({"deny_code": "M_EXCLUSIVE", "extra": {"code": 1}}))
        self.assertEqual((comparison.found, comparison.listed), (0, {"error-field-names": 1}))
        self.assertEqual(told, "")

    def test_what_gatehouse_could_not_play_is_a_difference(self):
        class Contradictory(FaultyGatehouse):
            def play(self, case):
                return {"error": "asked by the trail: [1], by the modules: [1, 2]"}

        comparison, told = self.told(Contradictory(), case({"allow": True}, {"allow": True}))
        self.assertEqual(comparison.found, 1)
        self.assertIn("by the modules: [1, 2]", told)

    def test_one_is_neither_true_nor_one_point_zero(self):
        self.assertFalse(same({"asked": [1]}, {"asked": [True]}))
        self.assertFalse(same({"asked": [1]}, {"asked": [1.0]}))


class DyingHostTests(unittest.TestCase):
    def test_a_host_that_dies_is_told_and_the_next_case_is_played(self):
        host = """#!/bin/sh
while read -r line; do case $line in *boom*) exit 3;; esac; echo '{"id": 1, "asked": []}'; done
"""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "host")
            Path(path).write_text(host)
            os.chmod(path, 0o700)
            with Gatehouse(path, "") as gatehouse:
                gatehouse.start([case(), case({"fail": "boom"}), case()])
                self.assertEqual(
                    gatehouse.results(), [{"asked": []}, {"error": "the host died with 3"}, {"asked": []}])


if __name__ == "__main__":
    unittest.main()
