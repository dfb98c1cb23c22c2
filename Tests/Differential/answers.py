"""What a module may answer, in the words of chain cases (Tests/Recordings/chain-cases.md), drawn at random.

These words stand here alone:

- `not_spam`: said that nothing is wrong in the words of another callback. In Python that is the text NOT_SPAM, in C
  the outcome GH_NEXT.
- `by_half`, beside `users`: the map of presence is right but for its last entry.
- `as`, beside `invalid`: which invalid value the Python module returned.
- `outcome`: what the compiled module returned, whatever it had answered.
- `cookie`, beside `value`: in Python a function that is called when the login is through.
- `field`: the field that the module checks logins of the type org.example.key by, where it is not `password`.
- `left_out`: the module takes part in others of the category's callbacks, if it can, and not in this one.
- `nonsense`: what a host makes of an invalid answer where it counts as a failure. Never drawn.
"""

import drawing


def allow(r):
    return {"allow": True}


def left_out(r):
    return {"left_out": True}


def deny(r):
    return {"deny": True}


def deny_code(r):
    return {"deny_code": r.choice(drawing.CODES)}


def deny_with(r):
    return deny_code(r) | {"extra": fields(r)}


def text(r):
    return {"text": drawing.text(r)}


def not_spam(r):
    return {"not_spam": True}


def shadow_ban(r):
    return {"shadow_ban": True}


def replace(r):
    return {"replace": r.choice([{}, {"content": {"body": drawing.text(r)}}, drawing.json_object(r)])}


def deny_and_replace(r):
    return deny(r) | replace(r)


def rewrite(r):
    keys = ["name", "preset", "initial_state", "topic"]
    return {"rewrite": drawing.json_object(r, keys=keys) | {r.choice(keys): r.choice([[], drawing.text(r)])}}


def append_state(r):
    return {"append_state": {"type": "org.example.s", "state_key": "", "content": {"n": r.randrange(9)}}}


def rewrite_and_append(r):
    return rewrite(r) | append_state(r)


def append_and_fail(r):
    return append_state(r) | fail(r)


def users(r):
    return {"users": [drawing.user(r) for _ in range(r.randrange(4))]}


def all_users(r):
    return {"all_users": True}


def presence(r):
    return {"users": {drawing.user(r): presence_states(r) for _ in range(r.randrange(4))}}


def presence_by_half(r):
    return presence(r) | {"by_half": True, "outcome": 99}


def fail(r):
    return {"fail": drawing.text(r)}


def synapse_error(r):
    # Now and then a status that no failure has.
    status = r.choice([200, 42, 999]) if r.random() < 0.02 else r.choice(drawing.STATUSES)
    return {
        "synapse_error": {
            "status": status, "code": r.choice(drawing.CODES), "msg": drawing.text(r), "fields": fields(r)
        }
    }


def fields(r):
    """Fields for the client's error body. Now and then with a name that breaks Synapse's error writer."""
    drawn = drawing.json_object(r)
    return drawn | {r.choice(["code", "msg"]): drawing.json(r)} if r.random() < 0.05 else drawn


def presence_states(r):
    return [presence_state(r) for _ in range(r.randrange(3))]


def presence_state(r):
    return {
        "user_id": drawing.user(r),
        "state": r.choice(["online", "unavailable", "offline", "org.matrix.msc3026.busy"]),
        "last_active_ts": drawing.whole(r),
        "last_federation_update_ts": drawing.whole(r),
        "last_user_sync_ts": drawing.whole(r),
        "status_msg": r.choice([None, drawing.text(r)]),
        "currently_active": drawing.flag(r),
    }


def value(draw):
    """An answer that is this value."""
    return lambda r: {"value": draw(r)}


def login(r):
    user = drawing.user(r) if r.random() < 0.95 else ""
    return {"value": user} | r.choice([{}, {"cookie": r.randrange(1, 2**40)}])


def renewal(r):
    return [drawing.flag(r), drawing.flag(r), 1 + drawing.whole(r)]


def media_config(r):
    return r.choice([{}, {"m.upload.size": drawing.whole(r)}, drawing.json_object(r)])


def upload_limits(r):
    return [upload_limit(r) for _ in range(r.randrange(4))]


def upload_limit(r):
    return {
        "max_bytes": _mostly_positive(r),
        "time_period_ms": r.choice([0, 60_000, 3_600_000, drawing.whole(r)]),
        "info_uri": r.choice([None, "https://example.org/", drawing.text(r)]),
        "can_upgrade": drawing.flag(r),
    }


def override(r):
    return {"per_second": r.choice([0.0, 0.5, 10.0, 1e100]), "burst_count": r.choice([0, _mostly_positive(r)])}


def duration(r):
    return _mostly_positive(r)


def _mostly_positive(r):
    return -1 if r.random() < 0.03 else drawing.whole(r)
