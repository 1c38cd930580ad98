#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A consortium of four goes on from a ledger that version 2 of the rules left, and moves to version 3
under load, one of its hospitals dead at that moment."""
import json
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

from consortium import BIN, LOAD, Case
from testnet import Testnet

CTL = BIN / "apricotctl"
PASSPHRASE = "five willows"


def ctl(*words):
    done = subprocess.run([str(CTL), *map(str, words)], input=PASSPHRASE + "\n", capture_output=True, text=True,
                          timeout=60)
    if done.returncode != 0:
        raise AssertionError(f"{words}\n{done.stdout}{done.stderr}")
    return done.stdout


def load(*words):
    done = subprocess.run([str(LOAD), *map(str, words)], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise AssertionError(f"{words}\n{done.stdout}{done.stderr}")
    return done.stdout


class Upgrade(Case):
    def goes_on(self):
        """Four engines whose first block follows the kept state's last."""
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="apricot-net-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        net = Testnet(self.folder, BIN, 4, chain="kept-chain")
        self.addCleanup(net.stop)
        height, root = load("kept-unpack", *(h.home / "state" for h in net.hospitals)).split()
        net.genesis["initial_height"] = str(int(height) + 1)
        net.genesis["app_hash"] = root.upper()
        for hospital in net.hospitals:
            (hospital.home / "engine/config/genesis.json").write_text(json.dumps(net.genesis))
        net.write_file(net.file, net.voting)
        net.start()
        self.assertTrue(net.wait_height(int(height) + 3, seconds=60), self.logs(net))
        return net

    def test_a_kept_state_moves_to_version_3_under_load(self):
        net = self.goes_on()
        authority = net.folder / "ca.pem"
        gateways = ",".join(h.url for h in net.voting)
        self.assertEqual(net.voting[0].metric("rules_version"), 2)
        vault = net.folder / "admin.vault"
        admin = json.loads(ctl("admin-create", "--vault", vault, "--passphrase-fd", "0", "--json"))["admin"]
        until = net.folder / "enough"
        loading = subprocess.Popen([str(LOAD), "kept-load", str(authority), gateways, admin, str(until)],
                                   stdout=subprocess.PIPE, text=True)
        self.addCleanup(loading.kill)
        self.assertEqual(loading.stdout.readline().strip(), "handed over: Accepted", self.logs(net))
        # Version 2 redeems nothing in the new form.
        self.assertEqual(set(line.split(": ")[1] for line in load("kept-redeem", authority, gateways).splitlines()),
                         {"ActionNotInForce"})

        at = net.voting[0].height() + 8
        proposal = net.folder / "proposal"
        ctl("rules-schedule", "--ledger", net.file, "--vault", vault, "--passphrase-fd", "0",
            "--propose", proposal, "--rules", "3", "--from-block", at)
        ctl("consortium-submit", "--ledger", net.file, proposal)
        net.voting[3].kill()
        self.assertLess(net.voting[0].height(), at)
        self.assertTrue(net.wait_height(at + 2, net.voting[:3], 60), self.logs(net))
        for hospital in net.voting[:3]:
            self.assertEqual(hospital.metric("rules_version"), 3)
        net.voting[3].start()  # replays the blocks of both versions, and the one between
        self.assertTrue(net.wait_height(net.voting[0].height() + 1, net.voting, 60), self.logs(net))
        until.write_text("")
        said = dict(line.rsplit(" ", 1) for line in loading.communicate(timeout=60)[0].splitlines())
        print(f"load: {said}", flush=True)
        self.assertGreater(int(said["Accepted"]), 50)
        self.assertEqual({name for name in said if name.startswith(("Transaction", "Action", "Not"))}, set())
        self.assertEqual(net.voting[3].metric("rules_version"), 3)

        self.assertEqual(load("kept-redeem", authority, gateways).splitlines(),
                         ["new: Accepted", "again: GrantUsedUp", "kept, used up: GrantUsedUp",
                          "kept, one more: Accepted", "kept, ended: GrantRevoked"])
        self.all_agree(net)
        hashes = {h.app_hash(at + 1) for h in net.voting}  # of the state after the block of the change
        self.assertEqual(len(hashes), 1)
        # A phone proves the openings of before and since; those that version 2 only counted are said to be so.
        self.assertEqual(load("kept-openings", net.file).splitlines(),
                         ["1e: 4 used, 4 proven", "1f: 20 used, 17 proven"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
