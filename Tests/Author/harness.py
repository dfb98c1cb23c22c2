"""The harness of `gatehouse/testing.h`: its own tests, its list of callbacks beside the host's, a real recording."""

import json
import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent / "Harness"
FLAGS = ["-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=undefined", "-Wall", "-Wextra",
         "-Wpedantic", "-Werror"]
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
        for compiler in ("gcc", "clang"):
            if not shutil.which(compiler):
                self.report.skip("testing.h: each header alone", f"{compiler} is not here")
                continue
            for language, standard in (("c", "c11"), ("c++", "c++17")):
                problems = []
                command = [compiler, "-x", language, f"-std={standard}", *HEADER_FLAGS, *self.include, "-"]
                headers = self.headers()
                for header in headers:
                    line = f"#include <gatehouse/{header}>\n"
                    ran = subprocess.run(command, input=line, text=True, capture_output=True)
                    if ran.returncode != 0:
                        problems.append(f"{header}: {ran.stderr}")
                name = f"testing.h: each header alone, {compiler}, {standard}"
                self.report.check(name, len(headers) > 10 and not problems, "\n".join(problems))

    def headers(self):
        parts = self.root.glob("include/gatehouse/testing/*.h")
        return ["testing.h", *sorted(f"testing/{path.name}" for path in parts)]

    def build(self, program, compiler, sources):
        """The program, or None and a check that failed."""
        command = [*compiler, *FLAGS, *self.include, *map(str, sources), "-o", str(self.folder / program)]
        built = subprocess.run(command, text=True, capture_output=True)
        if built.returncode == 0:
            return self.folder / program
        self.report.check(f"testing.h: {program} compiles", False, built.stderr)
        return None

    def test(self, name, program, compiler, sources):
        path = self.build(program, compiler, sources)
        if path:
            ran = subprocess.run([path], text=True, capture_output=True)
            # Checks that should fail do so on standard error. The last line counts: "121 checks, 0 failed".
            is_whole = re.search(r"^[1-9]\d+ checks, 0 failed\n\Z", ran.stdout, re.M)
            details = f"exit code {ran.returncode}\n{ran.stdout or ran.stderr}"
            self.report.check(f"testing.h: {name}", ran.returncode == 0 and is_whole, details)

    def test_in_cpp(self):
        """The same test as C++, where exceptions are caught as well; the module stays in C."""
        subject = self.folder / "subject.o"
        subprocess.run(["cc", "-std=c11", "-fexceptions", *FLAGS, *self.include, "-c", str(HERE / "subject.c"), "-o",
                        str(subject)], check=True)
        self.test("harness.c, in C++", "harness-cpp", ["c++", "-std=c++17"],
                  ["-x", "c++", HERE / "harness.c", "-x", "none", subject])

    @staticmethod
    def described(entry):
        """As much of a callback as testing.h knows."""
        arguments = [{key: field[key] for key in ("name", "nullable")} for field in entry["arguments"]]
        return {"category": entry["category"], "name": entry["name"], "arguments": arguments}

    def compare_callbacks(self):
        name = "testing.h: its callbacks are those of the catalogue"
        path = self.build("catalogue", ["cc", "-std=c11"], [HERE / "catalogue.c"])
        if not path:
            return
        ran = subprocess.run([path], text=True, capture_output=True)
        if ran.returncode != 0:
            return self.report.check(name, False, ran.stderr)
        host = subprocess.run([self.host, "callbacks", "--json"], text=True, capture_output=True, check=True)
        own, known = json.loads(ran.stdout), [self.described(entry) for entry in json.loads(host.stdout)]
        details = [f"only in testing.h: {entry}" for entry in own if entry not in known]
        details += [f"only in the catalogue: {entry}" for entry in known if entry not in own]
        self.report.check(name, own == known and len(own) > 0, "\n".join(details))

    def replay(self):
        sources = sorted((self.root / "Plugins/house-rules").glob("*.c"))
        path = self.build("replay", ["cc", "-std=c11"], [*sources, HERE / "replay.c"])
        name = "testing.h: house-rules answers a recording as the Python module did"
        if not path:
            return
        recording = self.root / "Tests/Recordings/synapse-calls.jsonl"
        ran = subprocess.run([path, '{"server": "orchard.test"}', recording], text=True, capture_output=True)
        is_whole = ran.returncode == 0 and int(ran.stdout.split()[0]) > 2200
        self.report.check(name, is_whole, f"exit code {ran.returncode}\n{ran.stdout}{ran.stderr}")
        ran = subprocess.run([path, '{"server": "meadow.test"}', recording], text=True, capture_output=True)
        differs = ran.returncode == 1 and "expected the outcome to be" in ran.stderr
        self.report.check("testing.h: and not with another configuration", differs, f"exit code {ran.returncode}")
