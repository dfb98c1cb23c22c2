"""Makes a case that shows a difference as small as it gets."""


def shrink(case, differs):
    """The smallest case that steps lead to which keep the difference. `differs` says whether a case has one."""
    while smaller := next(filter(differs, _smaller(case)), None):
        case = smaller
    return case


def _smaller(case):
    """Cases that are a step simpler, the boldest steps first."""
    modules = case["modules"]
    for place in range(len(modules)):
        yield case | {"modules": modules[:place] + modules[place + 1 :]}
    for place, answer in enumerate(modules):
        for simpler in _simpler_answers(answer):
            yield case | {"modules": modules[:place] + [simpler] + modules[place + 1 :]}
    for name, value in case["arguments"].items():
        for simpler in _simpler(value):
            yield case | {"arguments": case["arguments"] | {name: simpler}}


def _simpler_answers(answer):
    if answer == {"allow": True}:
        return
    yield {"allow": True}
    for place, word in enumerate(answer):
        if place > 0:  # The first word says what kind of answer it is.
            yield {other: value for other, value in answer.items() if other != word}
        for simpler in _simpler(answer[word]):
            yield answer | {word: simpler}


def _simpler(value):
    """Values of the same type with less in them."""
    match value:
        case str() if len(value) > 1:
            yield value[: len(value) // 2]
        case list():
            for place, item in enumerate(value):
                yield value[:place] + value[place + 1 :]
                for simpler in _simpler(item):
                    yield value[:place] + [simpler] + value[place + 1 :]
        case dict():
            for key, item in value.items():
                yield {other: kept for other, kept in value.items() if other != key}
                for simpler in _simpler(item):
                    yield value | {key: simpler}
