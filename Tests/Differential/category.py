"""A category of callbacks: what its callbacks take and answer, and how Synapse's own class runs their chains."""

from dataclasses import dataclass, field
from typing import ClassVar

from arguments import Argument
from kinds import Kind


@dataclass(frozen=True)
class Callback:
    kind: Kind
    # By name, in the order in which Synapse passes them.
    arguments: dict[str, Argument]
    # One module alone may have it; of others Synapse says so when they register.
    exclusive: bool = False

    def draw_arguments(self, r):
        return {name: argument.draw(r) for name, argument in self.arguments.items()}

    def native_arguments(self, json):
        return [argument.native(json[name]) for name, argument in self.arguments.items()]


@dataclass(frozen=True)
class Category:
    name: str
    callbacks: dict[str, Callback] = field(default_factory=dict)

    # How probable it is that a module of the category has the callback not at all.
    leaving_out: ClassVar[float] = 0.004

    def chain(self, homeserver):
        """Synapse's own object that keeps and runs the chains, with no module registered yet."""
        raise NotImplementedError

    def register(self, chain, callback, module, answer):
        """Registers a module, an async function that gives `answer`, for one callback."""
        chain.register_callbacks(**{callback: module})

    def leave_out(self, chain, callback):
        """Registers a module that takes part in the category, but not in this callback."""

    async def ask(self, chain, callback, arguments):
        """Asks the chain as Synapse's own code does, and returns what it returns."""
        return await getattr(chain, callback)(*arguments)
