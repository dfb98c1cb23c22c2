"""What was measured, where and when."""

import platform
import time

from building import ROOT, output


def machine():
    with open("/proc/cpuinfo") as lines:
        models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {
        "date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()), "processors": f"{len(models)} x {models[0]}",
        "system": f"{_system()}, Linux {platform.release()}", "load": open("/proc/loadavg").read().split()[0],
        "commit": output("git", "-C", ROOT, "rev-parse", "--short", "HEAD").strip(),
        "swift": output("swift", "--version").splitlines()[0],
        "packages": output("dpkg-query", "-W", "-f", "${Package} ${Version}\n", "libaprutil1-dev", "libsimdjson-dev",
                           "libc6").splitlines(),
    }


def _system():
    with open("/etc/os-release") as lines:
        return next(line.partition("=")[2].strip().strip('"') for line in lines if line.startswith("PRETTY_NAME"))
