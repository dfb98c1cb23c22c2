"""What stands below `config` in homeserver.yaml."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from synapse.config._base import ConfigError

from .unreachable import Unreachable

UNITS = {"ms": 0.001, "s": 1, "m": 60}


@dataclass(frozen=True)
class Configuration:
    """All times are in seconds."""

    socket: str | None = None
    url: str | None = None
    token: str | None = None
    # For a whole chain; the host is told, and stops in time.
    deadline: float = 10
    # How long Synapse waits for the host when it starts.
    start_timeout: float = 30
    # How many connections there may be; one carries one call at a time.
    connections: int = 16
    # How many calls in a row must find the host unreachable before it is not asked any more.
    failures: int = 1
    # Where this process answers what modules ask of the homeserver; `{worker}` stands for its name.
    callback_socket: str | None = None
    # By callback, "category.name", and "default".
    unreachable: dict = field(default_factory=dict)

    def rule(self, callback):
        """What a callback answers while the host cannot be reached."""
        return self.unreachable.get(callback, self.unreachable.get("default", Unreachable.AS_FAILURE))


def parse(section):
    """Reads the section, or raises one `ConfigError` that tells all that is wrong with it."""
    reader = Reader(section)
    configuration = reader.configuration()
    if reader.problems:
        raise ConfigError("gatehouse_synapse: " + "; ".join(reader.problems))
    return configuration


class Reader:
    def __init__(self, section):
        self.problems = []
        self.left = dict(section or {})

    def configuration(self):
        where = {key: self._text(key) for key in ("socket", "url", "callback_socket")}
        if (where["socket"] is None) == (where["url"] is None):
            self._report("socket", "give either `socket` or `url`, where the host listens")
        if where["url"] is not None:
            self._check_url(where["url"])
        values = dict(
            where, token=self._token(), deadline=self._duration("deadline"),
            start_timeout=self._duration("start_timeout"), connections=self._count("connections"),
            failures=self._count("failures"), unreachable=self._unreachable())
        for key in self.left:
            self._report(key, "there is no such key")
        return Configuration(**{key: value for key, value in values.items() if value is not None})

    def _report(self, key, cause):
        self.problems.append(f"{key}: {cause}")

    def _text(self, key):
        value = self.left.pop(key, None)
        if value is None or isinstance(value, str) and value:
            return value
        return self._report(key, "expected a text")

    def _check_url(self, url):
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
            self._report("url", "expected http://HOST:PORT or https://HOST:PORT")

    def _token(self):
        path = self._text("token_file")
        if path is None:
            return None
        try:
            return Path(path).read_text().strip()
        except (OSError, UnicodeDecodeError) as error:
            return self._report("token_file", f"{path} cannot be read: {error}")

    def _duration(self, key):
        value = self.left.pop(key, None)
        if value is None:
            return None
        match = re.fullmatch(r"(\d+)(ms|s|m)", str(value))
        if not match or int(match[1]) == 0:
            return self._report(key, f"expected a duration such as 250ms or 10s, found {value!r}")
        return int(match[1]) * UNITS[match[2]]

    def _count(self, key):
        value = self.left.pop(key, None)
        if value is None or isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        return self._report(key, f"expected a whole number above 0, found {value!r}")

    def _unreachable(self):
        section = self.left.pop("unreachable", None) or {}
        if not isinstance(section, dict):
            return self._report("unreachable", "expected a mapping of callbacks to rules")
        return {callback: rule for callback, word in section.items() if (rule := self._rule(callback, word))}

    def _rule(self, callback, word):
        try:
            return Unreachable(word)
        except ValueError:
            words = ", ".join(rule.value for rule in Unreachable)
            return self._report(f"unreachable.{callback}", f"expected one of {words}, found {word!r}")
