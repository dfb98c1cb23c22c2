"""The module that Synapse loads."""

import inspect
import json
import logging
from collections import defaultdict

from synapse.module_api import run_as_background_process
from twisted.internet import reactor

from . import catalogue, homeserver
from .answers import answers_of
from .configuration import parse
from .forwarder import Forwarder
from .host import Host
from .identity import Identity
from .open_calls import OpenCalls
from .shapes import Shapes
from .starting import wait_for_host
from .web import Forwarded

log = logging.getLogger("gatehouse_synapse")

# The categories whose method of Synapse's module interface is not called after them.
REGISTER = {"unsigned": "register_add_extra_fields_to_unsigned_client_event_callbacks"}

# The categories of which Synapse takes all callbacks or none.
TOGETHER = {"presence_router"}

# What the host asks of a module itself when it hands back a cookie; Synapse knows none of it.
COOKIES = {"post_login", "post_login_unused", "on_update_left", "on_update_unused"}


class Gatehouse:
    """Registers what any module of the host implements, and forwards each call."""

    def __init__(self, configuration, api):
        identity = Identity.of(api, configuration)
        # Older versions of Synapse have it beside the interface.
        self._run = getattr(api, "run_as_background_process", run_as_background_process)
        open_calls = OpenCalls() if identity.socket else None
        if identity.socket:
            homeserver.listen(reactor, identity.socket, api, open_calls, self._run)
        callbacks, paths = wait_for_host(configuration, identity)
        self._host = Host(reactor, configuration, identity, self._learned)
        self._forwarder = Forwarder(
            configuration, api.server_name, self._host, catalogue.parse(callbacks), open_calls)
        self._registered = set()
        self._register(api)
        self._mount(api, json.loads(paths))

    @staticmethod
    def parse_config(section):
        return parse(section)

    # -- Registering --

    def _register(self, api):
        for category, callbacks in self._implemented().items():
            register = getattr(api, REGISTER.get(category, f"register_{category}_callbacks"), None)
            known = inspect.signature(register).parameters if register else {}
            shapes = self._shapes(category)
            functions = {name: shapes.shape(callback) for name, callback in callbacks.items() if name in known}
            for name in callbacks.keys() - functions.keys() - COOKIES:
                log.warning("%s.%s is not called: this version of Synapse does not have it", category, name)
            if functions:
                register(**functions)
            self._registered |= {f"{category}.{name}" for name in functions}
        log.info("Gatehouse: registered %s", ", ".join(sorted(self._registered)) or "nothing")

    def _implemented(self):
        """By category and name. Synapse pays for each callback that is registered."""
        found = defaultdict(dict)
        callbacks = self._forwarder.callbacks
        wanted = {callback.category for callback in callbacks.values() if callback.modules} & TOGETHER
        for callback in callbacks.values():
            if not callback.modules and callback.category not in wanted:
                continue
            if answers_of(callback) is None:
                log.warning("%s is not called: this version of the bridge cannot answer it", callback.full_name)
            else:
                found[callback.category][callback.name] = callback
        return found

    def _shapes(self, category):
        def forward(name):
            return self._forwarder.function(self._forwarder.callbacks[f"{category}.{name}"])

        def later(function, argument):
            self._run("gatehouse_cookie", function, argument)

        return Shapes(forward, later)

    def _mount(self, api, paths):
        for path in paths:
            api.register_web_resource(path.rstrip("/"), Forwarded(self._host, self._run))

    # -- Later --

    def _learned(self, text):
        """The host is back, and perhaps another one."""
        callbacks = self._forwarder.callbacks = catalogue.parse(text)
        new = {name for name, callback in callbacks.items() if callback.modules} - self._registered
        if new:
            log.warning("Synapse must be restarted before it calls %s", ", ".join(sorted(new)))
