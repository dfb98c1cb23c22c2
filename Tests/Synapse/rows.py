"""The rows of client-effects.json, and the same facts of a run."""

import json
from pathlib import Path

FILE = Path(__file__).parent.parent / "Recordings" / "client-effects.json"
FACTS = ["asked", "status", "errcode", "error", "fields", "effect"]


def load():
    return json.loads(FILE.read_text())


def kind(row):
    """Which scenario makes it."""
    return row["where"], f"{row['request']['method']} {row['request']['path']}"


def title(row):
    return f"{row['id']:>3} {row['callback']} {json.dumps(row['answer'])} {row['where']}: {kind(row)[1]}"


def facts(row):
    return {fact: row[fact] for fact in FACTS}


def observed(world, response, asked, effect):
    """What happened, as a row puts it."""
    body = response.body if response.status >= 400 and isinstance(response.body, dict) else {}
    fields = {key: value for key, value in body.items() if key not in ("errcode", "error")}
    observation = {
        "asked": asked, "status": response.status, "errcode": body.get("errcode"), "error": body.get("error"),
        "fields": {key: _steady(key, value) for key, value in fields.items()}, "effect": effect}
    text = json.dumps(observation).replace(world.server.name, "lab.test")
    return json.loads(text)


def _steady(key, value):
    """What differs from run to run, as the rows put it."""
    if key == "retry_after_ms" and isinstance(value, int) and value < 0:
        return "a number below 0"
    return value


def differences(expected, found):
    return [f"{fact}: expected {json.dumps(expected[fact])}, found {json.dumps(found[fact])}"
            for fact in FACTS if expected[fact] != found[fact]]
