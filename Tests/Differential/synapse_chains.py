"""Plays a case through Synapse's real classes."""

import copy

from synapse.api.errors import ModuleFailedException, SynapseError

from categories import CALLBACKS
from homeserver import HomeServer
from kinds import Fault, Nonsense


class Broken(BaseException):
    """Not the chain but this test is at fault. No chain catches it."""


def play(case):
    """What Synapse's chain made of a case.

    `result`, and `asked`, the places of the modules that were asked; or `refused`, if some could not be registered."""
    category, name = CALLBACKS[case["callback"]], case["callback"].partition(".")[2]
    callback = category.callbacks[name]
    asked, refused = [], []
    chain = category.chain(HomeServer())
    for place, answer in enumerate(case["modules"], 1):
        if "left_out" in answer:
            category.leave_out(chain, name)
            continue
        try:
            category.register(chain, name, _module(callback.kind, place, answer, asked), answer)
        except RuntimeError:
            refused.append("module.configure.exclusive")
    if refused:
        return {"refused": refused}
    arguments = callback.native_arguments(copy.deepcopy(case["arguments"]))
    return {"result": _run(result(callback.kind, category.ask(chain, name, arguments))), "asked": asked}


def _module(kind, place, answer, asked):
    def at_once(*call):
        asked.append(place)
        try:
            return kind.give(answer, call)
        except (Fault, Nonsense, SynapseError):
            raise
        except Exception as error:
            raise Broken(f"{answer} cannot be given: {error!r}") from error

    async def module(*call):
        return at_once(*call)

    module.at_once = at_once
    return module


async def result(kind, asking):
    """What came of asking a chain, in the words of chain cases."""
    try:
        returned = await asking
    except Fault as fault:
        return {"raised": {"fail": str(fault)}}
    except ModuleFailedException:
        return {"raised": {"module_failed": True}}
    except SynapseError as error:
        return {"raised": {"synapse_error": _members(error)}}
    except Exception:
        # Synapse itself stumbled over what a module returned.
        return {"raised": {"invalid_answer": True}}
    return {"returned": kind.form(returned)}


def _members(error):
    code = getattr(error.errcode, "value", error.errcode)
    return {"status": error.code, "code": code, "msg": error.msg, "fields": error._additional_fields}


def _run(coroutine):
    """Runs a coroutine that never waits."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    raise Broken("a chain waits for something that the stand-ins do not have")
