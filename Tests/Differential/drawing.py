"""Random values, as people, servers and attackers write them. `r` is a random.Random."""

TEXTS = [
    "", "no", "boom", "Nope — not here", 'too "clever"', "back\\slash", "rejected\nby policy", "垃圾信息",
    "ünï.côdé",
    "e\u0301", "\u00e9", "🍎👩‍👩‍👧", "\u202egnp.exe", "nul\u0000inside", "\u2028", "NOT_SPAM", "M_FORBIDDEN", "ALL",
    "null", "x" * 300,
]
USERS = ["@alice", "@bob", "@carol", "@evil_eve", "@ünï.côdé", "@" + "x" * 60, "@NOT_SPAM"]
SERVERS = ["chain.test", "far.test", "[2001:db8::1]:8448"]
ROOMS = ["!abc", "!Zk3", "!room_1"]
CODES = [
    "M_FORBIDDEN", "M_UNKNOWN", "M_LIMIT_EXCEEDED", "M_EXCLUSIVE", "M_NOT_FOUND", "M_TOO_LARGE", "M_BAD_JSON",
    "M_USER_DEACTIVATED", "ORG_MATRIX_EXPIRED_ACCOUNT",
]
STATUSES = [400, 401, 403, 404, 418, 429, 500, 503, 307, 599]
KEYS = ["a", "error", "errcode", "org.example.a", "retry_after_ms", "ключ", "e\u0301", "\u00e9", "", "m.b/c~d"]
NUMBERS = [0, 1, -1, 42, 2**53, 2**63 - 1, -(2**63), 2**64 - 1, 0.5, -2.5, 1e100, 10.0]


def flag(r):
    return r.random() < 0.5


def text(r):
    return r.choice(TEXTS)


def user(r):
    return f"{r.choice(USERS)}:{r.choice(SERVERS)}"


def room(r):
    return f"{r.choice(ROOMS)}:{r.choice(SERVERS)}"


def whole(r):
    return r.randrange(2**40)


def json(r, depth=2):
    """Any JSON value."""
    if depth == 0 or r.random() < 0.6:
        return r.choice([None, True, False, r.choice(NUMBERS), text(r)])
    if r.random() < 0.5:
        return [json(r, depth - 1) for _ in range(r.randrange(4))]
    return json_object(r, depth)


def json_object(r, depth=2, keys=KEYS):
    return {r.choice(keys): json(r, depth - 1) for _ in range(r.randrange(4))}


def either(*draws):
    """One of several ways to draw."""
    return lambda r: r.choice(draws)(r)


def nullable(draw):
    return lambda r: None if r.random() < 0.3 else draw(r)


def just(value):
    return lambda r: value
