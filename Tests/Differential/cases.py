from random import Random

from categories import CALLBACKS

MOST_MODULES = 6


def draw(seed, number):
    """The chain of this number. Each can be drawn alone."""
    r = Random(f"{seed}:{number}")
    callback = r.choice(sorted(CALLBACKS))
    declared = CALLBACKS[callback].callbacks[callback.partition(".")[2]]
    # How probable it is that a module has nothing against it: chains end early as well as late.
    calm = r.choice([0.2, 0.5, 0.8, 0.95])
    count = r.choice([0, 1, 1, 1, 2, 3]) if declared.exclusive else r.randint(0, MOST_MODULES)
    return {
        "id": number, "callback": callback, "arguments": declared.draw_arguments(r),
        "modules": [declared.kind.draw(r, calm) for _ in range(count)],
    }
