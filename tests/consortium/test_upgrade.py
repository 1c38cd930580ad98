#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A consortium of four moves from version 2 of the rules to version 3 under load, one of its hospitals dead
at that moment: one that began with version 2, and one that goes on from a kept state, on new CometBFTs."""
import gzip
import json
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

from consortium import LOAD, ROOT, Case, ctl

KEPT = ROOT / "tests/ledger/old/consortium_2/data.mdb.gz"


class Upgrade(Case):
    def a_vault(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="apricot-admin-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return folder / "admin.vault"

    def under_load(self, net, plan, blocks=1):
        """To version 3, from a block that `plan` is told on and in so many; one hospital is dead meanwhile."""
        gateways = ",".join(h.url for h in net.voting)
        until = net.folder / "enough"
        loading = subprocess.Popen([str(LOAD), "ends", net.chain, str(net.folder / "ca.pem"), gateways, str(until)],
                                   stdout=subprocess.PIPE, text=True)
        self.addCleanup(loading.kill)
        self.assertEqual(net.voting[0].metric("rules_version"), 2)
        net.voting[3].kill()
        at = net.voting[0].height() + 12
        plan(gateways, at)
        self.assertTrue(net.wait_height(at + blocks + 1, net.voting[:3], 60), self.logs(net))
        for hospital in net.voting[:3]:
            self.assertEqual(hospital.metric("rules_version"), 3)
        versions = [int(net.voting[0].ask(f"/commit?height={at + 1 + i}")["signed_header"]["header"]["version"]["app"])
                    for i in range(blocks)]  # a header says the version that its block began with
        self.assertEqual(versions, [2] * (blocks - 1) + [3])
        net.voting[3].start()  # replays the blocks of both versions, and the one between
        self.assertTrue(net.wait_height(net.voting[0].height() + 1, net.voting, 60), self.logs(net))
        until.write_text("")
        said = dict(line.split() for line in loading.communicate(timeout=60)[0].splitlines())
        print(f"load: {said}", flush=True)
        self.assertGreater(int(said["Accepted"]), 50)
        self.assertLessEqual(set(said), {"Accepted", "Unknown"}, "nothing is refused on the way")
        self.assertEqual(net.voting[3].metric("rules_version"), 3)
        for block in range(at, at + blocks + 1):
            self.assertEqual(len({h.app_hash(block + 1) for h in net.voting}), 1)
        self.all_agree(net)

    def test_to_version_3_under_load(self):
        vault = self.a_vault()
        decides = json.loads(ctl("admin-create", "--vault", vault, "--passphrase-fd", "0", "--json"))["admin"]
        net = self.begin(4, admins=[decides], quorum=1, rules=2)

        def plan(_, at):
            proposal = net.folder / "proposal"
            ctl("rules-schedule", "--yes", "--ledger", net.file, "--vault", vault, "--passphrase-fd", "0",
                "--propose", proposal, "--rules", "3", "--from-block", at)
            ctl("consortium-submit", "--ledger", net.file, proposal)
        self.under_load(net, plan)

    def test_a_kept_state_goes_on_to_version_3(self):
        net = self.made(4, chain="kept-chain")
        filled = net.folder / "kept"
        filled.mkdir()
        (filled / "data.mdb").write_bytes(gzip.decompress(KEPT.read_bytes()))
        subprocess.run([str(LOAD), "kept", "fill", str(filled), "8000"], check=True, timeout=30)
        for hospital in net.hospitals:
            (hospital.home / "state").mkdir()
            shutil.copy(filled / "data.mdb", hospital.home / "state")
        height, root = self.state_of(net.hospitals[0])
        net.continue_from(height, root)
        # A hospital that lacks the state says so, and begins when it has it.
        late, others = net.hospitals[2], [net.hospitals[i] for i in (0, 1, 3)]
        (late.home / "state/data.mdb").unlink()
        net.start()
        self.assertTrue(net.wait_height(height + 2, others, 60), self.logs(net))
        self.wait_for_end(late)
        self.assertIn("is not here: copy data.mdb", (late.home / "engine.log").read_text())
        # CometBFT does not survive a death in the very first block: it begins once more.
        for moment in ("2", None):
            late.stop()
            for left in (late.home / "engine/data").iterdir():
                if left.name != "priv_validator_state.json":
                    shutil.rmtree(left, ignore_errors=True)
                    left.unlink(missing_ok=True)
            shutil.copy(filled / "data.mdb", late.home / "state")
            late.node_environment = {"APRICOT_FAIL_AT": f"{moment} {height + 1}"} if moment else {}
            late.start()
            if moment:
                self.wait_for_end(late)
        self.assertTrue(net.wait_height(height + 3), self.logs(net))
        self.assertEqual(net.hospitals[0].app_hash(height + 1).lower(), root)

        def plan(gateways, at):
            subprocess.run([str(LOAD), "kept", "plan", str(net.folder / "ca.pem"), gateways, "3", str(at)],
                           check=True, timeout=30)
        self.under_load(net, plan, blocks=4)
        done = subprocess.run([str(LOAD), "kept", "proofs", str(net.file)], capture_output=True, text=True,
                              timeout=120)
        print(done.stdout, flush=True)
        self.assertEqual(done.returncode, 0, done.stdout + self.logs(net))
        self.all_agree(net)

    def wait_for_end(self, hospital, seconds=20):
        deadline = time.time() + seconds
        while hospital.is_running() and time.time() < deadline:
            time.sleep(0.05)
        self.assertFalse(hospital.is_running(), self.logs(hospital.net))

    def state_of(self, hospital):
        """What its node says of the state that it has, without CometBFT."""
        hospital.start_node()
        hospital.stop()
        for line in (hospital.home / "node.log").read_text().splitlines():
            said = json.loads(line)
            if said.get("event") == "state":
                self.assertEqual(said["chain"], "kept-chain")
                return int(said["height"]), said["root"]
        self.fail("it says nothing of its state")


if __name__ == "__main__":
    unittest.main(verbosity=2)
