"""layout.c: where each field of the contract stands, as static assertions."""

import re
import shutil
import subprocess

from headers import HERE

FILE = HERE / "layout.c"

HEAD = """\
/* Where each field of the contract stands. Made by `make contract-baseline`; a header that differs does not compile. */
#include <stdalign.h>

{includes}
#ifdef __cplusplus
#define REQUIRE(condition, text) static_assert(condition, text)
#else
#define REQUIRE(condition, text) _Static_assert(condition, text)
#endif

#define SCALAR(type, bytes) REQUIRE(sizeof(type) == bytes, #type " has changed its size")
#define STRUCT(type, bytes) REQUIRE(sizeof(type) == bytes && alignof(type) == 8, #type " has changed its size")
#define FIELD(type, field, place, bytes)                                                                               \\
    REQUIRE(offsetof(type, field) == place, #type "." #field " has moved");                                            \\
    REQUIRE(sizeof(((type *)0)->field) == bytes, #type "." #field " has changed its size");                            \\
    REQUIRE(bytes % 8 == 0, #type "." #field " is no multiple of 8 bytes")
#define CALL(type) REQUIRE(sizeof(type) <= 512, #type " is too long for the arguments of a callback")
"""


def generate(contract):
    sizes = contract.layout()
    lines = [HEAD.format(includes=contract.include_lines)]
    lines += [f"SCALAR({name}, {sizes[name][0]});" for name in contract.scalars]
    for name, fields in contract.structs.items():
        lines += ["", f"STRUCT({name}, {sizes[name][0]});"]
        for field in fields:
            place, size = sizes[f"{name}.{field}"]
            lines.append(f"FIELD({name}, {field}, {place}, {size});")
        if name in contract.calls:
            lines.append(f"CALL({name});")
    return "\n".join(lines) + "\n"


def check(contract, report):
    text = FILE.read_text()
    listed = set(re.findall(r"^(?:STRUCT|SCALAR)\((\w+),", text, re.M))
    listed |= {".".join(pair) for pair in re.findall(r"^FIELD\((\w+), (\w+),", text, re.M)}
    listed |= {f"{name} as arguments" for name in re.findall(r"^CALL\((\w+)\)", text, re.M)}
    present = {*contract.scalars, *contract.structs, *(f"{name} as arguments" for name in contract.calls)}
    present |= {f"{name}.{field}" for name, fields in contract.structs.items() for field in fields}
    report.same_names("layout: each struct and field is in layout.c", listed, present)
    for compiler in ("gcc", "clang"):
        for language, standard in (("c", "c11"), ("c++", "c++17")):
            name = f"layout: {standard}, {compiler}"
            if shutil.which(compiler):
                report.check(name, compile_errors(contract, compiler, language, standard))
            else:
                report.skip(name, f"there is no {compiler}")


def compile_errors(contract, compiler, language, standard):
    result = subprocess.run(
        [compiler, "-x", language, f"-std={standard}", "-fsyntax-only", "-Wall", "-Wextra", "-Wpadded", "-Werror",
         "-I", contract.include, FILE], capture_output=True, text=True)
    errors = [line for line in result.stderr.splitlines() if "error:" in line]
    return "\n".join(errors or [result.stderr]) if result.returncode else None
