"""The bridge as pip installs it."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

BRIDGE = Path(__file__).parents[2] / "Sources" / "SynapseBridge"


class PackagingTests(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="gatehouse-synapse-")))
        # A build leaves files beside its sources.
        shutil.copytree(BRIDGE, self.folder / "source", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info", "build"))

    def pip(self, *arguments):
        command = [sys.executable, "-m", "pip", *arguments, "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run(command, check=True, cwd=self.folder)

    def test_a_wheel_has_all_of_it_and_can_be_imported_where_it_is_installed(self):
        self.pip("wheel", "--wheel-dir", "wheels", "./source")
        wheel, = (self.folder / "wheels").glob("gatehouse_synapse-*-py3-none-any.whl")
        packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".py")}
        sources = BRIDGE.glob("gatehouse_synapse/*.py")
        self.assertEqual(packed, {f"gatehouse_synapse/{source.name}" for source in sources})
        self.pip("install", "--target", "installed", str(wheel))
        imported = subprocess.run(
            [sys.executable, "-c", "import gatehouse_synapse; print(gatehouse_synapse.Gatehouse, gatehouse_synapse.__file__)"],
            check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(self.folder / "installed")})
        self.assertIn(str(self.folder / "installed"), imported.stdout)


if __name__ == "__main__":
    unittest.main()
