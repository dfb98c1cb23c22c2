"""When two sides agree, and how a difference is told."""

import json


def same(one, other):
    return canonical(one) == canonical(other)


def canonical(played):
    """Text that is equal where results are: sets have no order, a cookie is any number, 1 is neither 1.0 nor true."""
    returned = played.get("result", {}).get("returned", {})
    if "users" in returned:
        played = played | {"result": {"returned": {"users": _sets(returned["users"])}}}
    if "cookie" in returned:
        played = played | {"result": {"returned": returned | {"cookie": True}}}
    return _text(played)


def _sets(users):
    if isinstance(users, dict):
        return {user: sorted(states, key=_text) for user, states in users.items()}
    return sorted(users)


def _text(value):
    return json.dumps(value, sort_keys=True)
