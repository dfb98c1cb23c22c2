import json
from collections import Counter

import synapse_chains
from comparing import same
from differences import apply, refused
from shrinking import shrink

# Differences that are told one by one. The rest is counted.
TOLD = 10


class Comparison:
    """Plays cases on both sides, counts what came up, and tells each difference that is on no list."""

    def __init__(self, gatehouse):
        self._gatehouse = gatehouse
        self.callbacks, self.listed, self.found = Counter(), Counter(), 0

    def run(self, cases):
        self._gatehouse.start(cases)
        expected = [synapse_chains.play(case) for case in cases]
        for case, synapse, gatehouse in zip(cases, expected, self._gatehouse.results()):
            self.callbacks[case["callback"]] += 1
            if not same(synapse, gatehouse):
                self._count(case, synapse, gatehouse)

    def _count(self, case, synapse, gatehouse):
        if listed := self._listed(case, gatehouse):
            self.listed.update(listed)
            return
        self.found += 1
        if self.found <= TOLD:
            self._tell(self._smallest(case, synapse, gatehouse))

    def _listed(self, case, gatehouse):
        """The deliberate differences that together account for what Gatehouse did; none where they do not."""
        if shown := refused(case, gatehouse):
            return shown
        rewritten, shown = apply(case)
        return shown if shown and same(synapse_chains.play(rewritten), gatehouse) else []

    def _smallest(self, case, synapse, gatehouse):
        stumbled = _stumbled(synapse, gatehouse)
        return shrink(case, lambda smaller: self._differs(smaller, stumbled))

    def _differs(self, case, stumbled):
        """Does this smaller case show a difference too? Not where it is but too small to be a case for one side."""
        try:
            synapse = synapse_chains.play(case)
        except (Exception, synapse_chains.Broken):
            return False
        gatehouse = self._gatehouse.play(case)
        if same(synapse, gatehouse) or _stumbled(synapse, gatehouse) != stumbled:
            return False
        return not self._listed(case, gatehouse)

    def _tell(self, case):
        print(f"chain {case['id']}, {case['callback']}: a difference that is on no list. The smallest case with it:")
        print(f"    {json.dumps(case)}")
        for side, played in ("Synapse", synapse_chains.play(case)), ("Gatehouse", self._gatehouse.play(case)):
            print(f"    {side + ':':10} {json.dumps(played)}", flush=True)


def _stumbled(synapse, gatehouse):
    """Which side could not make anything of a case."""
    return synapse.get("result") == {"raised": {"invalid_answer": True}}, gatehouse.get("error")
