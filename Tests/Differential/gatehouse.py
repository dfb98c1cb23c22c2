"""Plays cases through Gatehouse: Conformance with the scripted module, fed over a pipe."""

import json
import subprocess
import threading


class Gatehouse:
    def __init__(self, conformance, modules):
        self._command = [conformance, "--play", modules]
        self._process = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self._process:
            self._end()

    def start(self, cases):
        """Hands over cases, which are played while the caller does something else."""
        if not self._process:
            self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._cases = cases
        # On a thread of its own: the pipe may be full until answers are read.
        self._writing = threading.Thread(target=self._write, args=(self._process.stdin, cases))
        self._writing.start()

    def results(self):
        """What it made of the cases that were handed over last, in their order."""
        played = []
        while len(played) < len(self._cases):
            line = self._process.stdout.readline()
            if line:
                played.append(_played(json.loads(line)))
            else:
                played.append(self._died())
                self.start(self._cases[len(played) :])
                played += self.results()
                break
        self._writing.join()
        return played

    def play(self, case):
        self.start([case])
        return self.results()[0]

    def _died(self):
        self._writing.join()
        return {"error": f"the host died with {self._end()}"}

    def _end(self):
        process, self._process = self._process, None
        process.communicate()
        return process.returncode

    @staticmethod
    def _write(pipe, cases):
        try:
            for case in cases:
                pipe.write(json.dumps(case).encode() + b"\n")
            pipe.flush()
        except BrokenPipeError:
            pass  # The reader sees that the process died.


def _played(line):
    return {key: value for key, value in line.items() if key != "id"}
