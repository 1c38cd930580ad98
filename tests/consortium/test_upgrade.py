#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A consortium of four moves from version 2 of the rules to version 3 under load, one of its hospitals dead
at that moment. (What becomes of the grants of a kept state: tests/ledger/test_upgrade.cpp.)"""
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from consortium import BIN, LOAD, Case

CTL = BIN / "apricotctl"
PASSPHRASE = "five willows"


def ctl(*words):
    done = subprocess.run([str(CTL), *map(str, words)], input=PASSPHRASE + "\n", capture_output=True, text=True,
                          timeout=60)
    if done.returncode != 0:
        raise AssertionError(f"{words}\n{done.stdout}{done.stderr}")
    return done.stdout


class Upgrade(Case):
    def a_vault(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="apricot-admin-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return folder / "admin.vault"

    def test_to_version_3_under_load(self):
        vault = self.a_vault()
        decides = json.loads(ctl("admin-create", "--vault", vault, "--passphrase-fd", "0", "--json"))["admin"]
        net = self.begin(4, admins=[decides], quorum=1, rules=2)
        gateways = ",".join(h.url for h in net.voting)
        until = net.folder / "enough"
        loading = subprocess.Popen([str(LOAD), "ends", net.chain, str(net.folder / "ca.pem"), gateways, str(until)],
                                   stdout=subprocess.PIPE, text=True)
        self.addCleanup(loading.kill)
        self.assertEqual(net.voting[0].metric("rules_version"), 2)
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
        said = dict(line.split() for line in loading.communicate(timeout=60)[0].splitlines())
        print(f"load: {said}", flush=True)
        self.assertGreater(int(said["Accepted"]), 50)
        self.assertLessEqual(set(said), {"Accepted", "Unknown"}, "nothing is refused on the way")
        self.assertEqual(net.voting[3].metric("rules_version"), 3)
        self.assertEqual(len({h.app_hash(at + 1) for h in net.voting}), 1)
        self.all_agree(net)


if __name__ == "__main__":
    unittest.main(verbosity=2)
