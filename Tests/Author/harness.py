"""The harness of `gatehouse/testing.h`: its own tests, its list of callbacks beside the host's, a real recording."""

import json
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent / "Harness"
FLAGS = ["-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=undefined", "-Wall", "-Wextra", "-Wpedantic",
         "-Werror"]
HEADER_FLAGS = ["-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Wpadded", "-Wconversion", "-Werror"]


class Harness:
    def __init__(self, report, root, host, folder):
        self.report, self.root, self.host, self.folder = report, root, host, folder
        self.include = ["-I", str(root / "include")]

    def run(self):
        self.compile_headers()
        self.test("json.c, in C", "json", ["cc", "-std=c11"], [HERE / "json.c"])
        self.test("harness.c, in C", "harness", ["cc", "-std=c11"], [HERE / "harness.c", HERE / "subject.c"])
        self.test_in_cpp()
        self.compare_callbacks()
        self.replay()

    def compile_headers(self):
        for compiler in filter(shutil.which, ("gcc", "clang")):
            for language, standard in (("c", "c11"), ("c++", "c++17")):
                problems = ""
                for header in ["testing.h", *sorted(f"testing/{p.name}" for p in self.root.glob("include/gatehouse/testing/*.h"))]:
                    command = [compiler, "-x", language, f"-std={standard}", *HEADER_FLAGS, *self.include, "-"]
                    problems += subprocess.run(command, input=f"#include <gatehouse/{header}>\n", text=True,
                                               capture_output=True).stderr
                self.report.check(f"testing.h: each header alone, {compiler}, {standard}", problems)

    def build(self, program, compiler, sources):
        """The program, or what the compiler said."""
        command = [*compiler, *FLAGS, *self.include, *map(str, sources), "-o", str(self.folder / program)]
        built = subprocess.run(command, text=True, capture_output=True)
        return (self.folder / program, None) if built.returncode == 0 else (None, built.stderr)

    def test(self, name, program, compiler, sources):
        path, problem = self.build(program, compiler, sources)
        if path:
            ran = subprocess.run([path], text=True, capture_output=True)
            # Checks that should fail do so on standard error.
            problem = None if ran.returncode == 0 else ran.stdout or ran.stderr
        self.report.check(f"testing.h: {name}", problem)

    def test_in_cpp(self):
        """The same test as C++, where exceptions are caught as well; the module stays in C."""
        subject = self.folder / "subject.o"
        subprocess.run(["cc", "-std=c11", "-fexceptions", *FLAGS, *self.include, "-c", str(HERE / "subject.c"), "-o",
                        str(subject)], check=True)
        self.test("harness.c, in C++", "harness-cpp", ["c++", "-std=c++17"],
                  ["-x", "c++", HERE / "harness.c", "-x", "none", subject])

    def compare_callbacks(self):
        path, problem = self.build("catalogue", ["cc", "-std=c11"], [HERE / "catalogue.c"])
        if path:
            ran = subprocess.run([path], text=True, capture_output=True)
            host = subprocess.run([self.host, "callbacks", "--json"], text=True, capture_output=True, check=True)
            problem = ran.stderr or self.differences(json.loads(ran.stdout), json.loads(host.stdout))
        self.report.check("testing.h: its callbacks are those of the catalogue", problem)

    @staticmethod
    def differences(own, catalogue):
        keys = "category", "name", "arguments"
        known = [{key: entry[key] for key in keys} for entry in catalogue]
        return "\n".join([f"only in testing.h: {entry}" for entry in own if entry not in known] +
                         [f"only in the catalogue: {entry}" for entry in known if entry not in own])

    def replay(self):
        sources = sorted((self.root / "Plugins/house-rules").glob("*.c"))
        path, problem = self.build("replay", ["cc", "-std=c11"], [*sources, HERE / "replay.c"])
        name = "testing.h: house-rules answers a recording as the Python module did"
        if not path:
            return self.report.check(name, problem)
        recording = self.root / "Tests/Recordings/synapse-calls.jsonl"
        ran = subprocess.run([path, '{"server": "orchard.test"}', recording], text=True, capture_output=True)
        is_whole = ran.returncode == 0 and int(ran.stdout.split()[0]) > 1400
        self.report.check(name, None if is_whole else ran.stdout + ran.stderr)
        ran = subprocess.run([path, '{"server": "meadow.test"}', recording], text=True, capture_output=True)
        self.report.check("testing.h: and not with another configuration", None if ran.returncode == 1 else ran.stdout)
