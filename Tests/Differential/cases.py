from random import Random

import answers
from categories import CALLBACKS

MOST_MODULES = 6


def draw(seed, number):
    """The chain of this number. Each can be drawn alone."""
    r = Random(f"{seed}:{number}")
    callback = r.choice(sorted(CALLBACKS))
    category = CALLBACKS[callback]
    declared = category.callbacks[callback.partition(".")[2]]
    # How probable it is that a module has nothing against it: chains end early as well as late.
    calm = r.choice([0.2, 0.5, 0.8, 0.95])
    count = r.choice([0, 1, 1, 1, 2, 3]) if declared.exclusive else r.randint(0, MOST_MODULES)
    return {
        "id": number, "callback": callback, "arguments": declared.draw_arguments(r),
        "modules": [_module(r, category, declared.kind, calm) for _ in range(count)],
    }


def _module(r, category, kind, calm):
    return answers.left_out(r) if r.random() < category.leaving_out else kind.draw(r, calm)
