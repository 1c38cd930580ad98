# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of whole consortia share: a running one, and the load on it."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging/testnet"))
from testnet import ENGINE, Testnet  # noqa: E402

BIN = pathlib.Path(os.environ["APRICOT_BIN_DIR"])
LOAD = BIN / "consortium_load"
LONG = int(os.environ.get("ROUNDS", "0"))  # ./dev torture sets it
# A quiet ledger makes a block every 5 seconds; a test that waits for heights does not wait that long.
QUIET = {"consensus": {"create_empty_blocks_interval": '"500ms"'}}


def admin():
    """The administrator that the load acts as."""
    return subprocess.run([str(LOAD), "admin"], check=True, capture_output=True, text=True).stdout.strip()


def ctl(*words):
    """apricotctl, as an administrator with a vault of the tests' passphrase; what it says."""
    done = subprocess.run([str(BIN / "apricotctl"), *map(str, words)], input="five willows\n", capture_output=True,
                          text=True, timeout=120)
    if done.returncode != 0:
        raise AssertionError(f"{words}\n{done.stdout}{done.stderr}")
    return done.stdout


class Case(unittest.TestCase):
    """A consortium of its own for each test."""

    @classmethod
    def setUpClass(cls):
        if not ENGINE.exists():
            print(f"SKIPPED: no CometBFT at {ENGINE}; ./dev setup builds it", flush=True)
            sys.exit(77)

    def made(self, hospitals=4, **options):
        """One that is not started yet."""
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="apricot-net-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        options.setdefault("admins", [admin()])
        options["settings"] = {**QUIET, **options.get("settings", {})}
        net = Testnet(self.folder, BIN, hospitals, **options)
        self.addCleanup(net.stop)
        return net

    def begin(self, hospitals=4, **options):
        net = self.made(hospitals, **options)
        net.start()
        self.assertTrue(net.wait_height(2, seconds=60), self.logs(net))
        return net

    def logs(self, net):
        out = []
        for hospital in net.hospitals:
            for name in ("node.log", "engine.log"):
                file = hospital.home / name
                if file.exists():
                    out.append(f"--- {file}\n" + "\n".join(file.read_text(errors="replace").split("\n")[-8:]))
        return "\n".join(out)

    def race(self, net, grants, seconds, name="history"):
        """Races in the background; `check` waits for them."""
        gateways = ",".join(h.url for h in net.voting)
        return subprocess.Popen([str(LOAD), "race", net.chain, str(net.folder / "ca.pem"), gateways, str(grants),
                                 str(seconds), str(net.folder / name)], stdout=subprocess.PIPE, text=True)

    def finished(self, net, racing, seconds=120):
        out, _ = racing.communicate(timeout=seconds)
        self.assertEqual(racing.returncode, 0, out + self.logs(net))
        return out

    def check(self, net, hospitals=None, name="history"):
        """What the checker says; all that is asked must answer."""
        gateways = ",".join(h.url for h in hospitals or net.voting)
        done = subprocess.run([str(LOAD), "check", str(net.folder / "ca.pem"), gateways, str(net.folder / name)],
                              capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, 0, done.stdout + self.logs(net))
        print(f"{self.id().split('.')[-1]}: {done.stdout.strip()}", flush=True)
        return done.stdout

    def others_go_on(self, net, before, seconds=30):
        """A block more, however slow the machine: a proposer that is away costs a timeout."""
        self.assertTrue(net.wait_height(before + 1, net.hospitals[:1], seconds), "the others go on\n" + self.logs(net))

    def all_agree(self, net, hospitals=None, seconds=60):
        hospitals = hospitals or net.voting
        self.assertTrue(net.wait_height(max(h.height() for h in hospitals), hospitals, seconds), self.logs(net))
        same, height = net.agree(hospitals)
        self.assertTrue(same, f"different states at block {height}\n" + self.logs(net))
