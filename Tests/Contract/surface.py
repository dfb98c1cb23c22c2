"""surface.c and baseline.abi: a library that uses all of the contract, and what abidw says of it."""

import re
import shutil
import subprocess

from headers import HERE, ROOT, HeaderError, run

FILE = HERE / "surface.c"
BASELINE = HERE / "baseline.abi"
BUILD = ROOT / "build/contract"

HEAD = """\
/* A library that uses all of the contract, for abidw to describe. Made by `make contract-baseline`. */
{includes}
/* clang-format off */
#define TYPE(name) name *surface_##name(name *it) {{ return it; }}
#define HELPER(name) __typeof__(&name) surface_##name = name;
#define CONSTANT(name) enum constant_##name {{ surface_##name = name }} constant_##name;
"""

TAIL = """\
gh_outcome surface_gh_fail(gh_verdict_reply *reply, gh_str message) { return gh_fail(reply, message); }

gh_outcome surface_gh_fail_with(gh_verdict_reply *reply, uint64_t status, gh_str code, gh_str message, gh_json fields)
{
    return gh_fail_with(reply, status, code, message, fields);
}

gh_outcome surface_gh_defer(gh_verdict_reply *reply, gh_late *late) { return gh_defer(reply, late); }

int surface_gh_has(const gh_host *host) { return GH_HAS(host, service); }

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, NULL);
}
"""


def generate(contract):
    def calls(macro, names):
        return "".join(f"{macro}({name})\n" for name in names)

    return "\n".join([
        HEAD.format(includes=contract.include_lines),
        calls("TYPE", [*contract.scalars, *contract.structs]),
        calls("HELPER", contract.helpers),
        calls("CONSTANT", contract.constants),
        "/* clang-format on */",
        "",
        TAIL])


def build(contract):
    BUILD.mkdir(parents=True, exist_ok=True)
    library = BUILD / "surface.so"
    run(["gcc", "-std=gnu11", "-g", "-O0", "-fPIC", "-shared", f"-ffile-prefix-map={contract.include.parent}=.",
         f"-ffile-prefix-map={HERE}=.", "-I", contract.include, "-o", library, FILE])
    return library


def write_baseline(contract):
    run(["abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--no-elf-needed", "--type-id-style",
         "hash", "--out-file", BASELINE, build(contract)])


def check(contract, report):
    listed = set(re.findall(r"^(?:TYPE|HELPER|CONSTANT)\((\w+)\)", FILE.read_text(), re.M))
    present = {*contract.scalars, *contract.structs, *contract.helpers, *contract.constants}
    report.same_names("surface: each type, helper and constant is in surface.c", listed, present)
    name = "surface: abidiff finds no difference"
    if not shutil.which("abidiff"):
        return report.check(name, "there is no abidiff: .ci/install abigail-tools")
    try:
        report.check(name, difference(build(contract)))
    except HeaderError as error:
        report.check(name, repr(error))


def difference(library):
    # Harmless ones count as well: a renamed field, a new constant.
    result = subprocess.run(
        ["abidiff", "--harmless", "--no-corpus-path", "--no-show-locs", BASELINE, library],
        capture_output=True, text=True)
    if result.returncode == 0:
        return None
    return (result.stdout + result.stderr +
            "If it is meant: add an entry to include/CHANGES.md and run `make contract-baseline`.")
