#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hospitals join (from a snapshot, without replaying), leave, change their keys; the rules move on to
their next version; all by administrators who sign proposals with apricotctl."""
import json
import pathlib
import shutil
import tempfile
import time
import unittest

from consortium import BIN, Case, ctl
from testnet import ENGINE, edit, run


class Members(Case):
    def administrators(self, count):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="apricot-admins-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        self.vaults = [folder / f"admin{i}.vault" for i in range(count)]
        return [json.loads(ctl("admin-create", "--vault", v, "--passphrase-fd", "0", "--json"))["admin"]
                for v in self.vaults]

    def decide(self, net, verb, *words, signers=2, joining=None):
        """Proposed by the first, signed by as many as must and a joining validator, handed in."""
        proposal = net.folder / "proposal"
        ctl(verb, "--yes", "--ledger", net.file, "--vault", self.vaults[0], "--passphrase-fd", "0", "--propose", proposal, "--replace", *words)
        for vault in self.vaults[1:signers]:
            ctl("consortium-sign", "--yes", "--vault", vault, "--passphrase-fd", "0", proposal)
        if joining:
            run(BIN / "apricot-node", "--sign", proposal, "--yes", "--validator-key",
                joining.home / "engine/config/priv_validator_key.json")
        ctl("consortium-submit", "--ledger", net.file, proposal)

    def validators(self, hospital):
        answer = hospital.ask("/validators")
        return {v["pub_key"]["value"]: int(v["voting_power"]) for v in answer["validators"]} if answer else {}

    def wait_validators(self, net, wanted, seconds=40):
        deadline = time.time() + seconds
        while time.time() < deadline:
            if self.validators(net.voting[0]) == wanted:
                return
            time.sleep(0.3)
        self.fail(f"{self.validators(net.voting[0])} instead of {wanted}\n{self.logs(net)}")

    def test_join_from_a_snapshot_rotate_leave(self):
        admins = self.administrators(3)
        # Blocks as in earnest: a snapshot must stay long enough to be fetched.
        settings = {"statesync": {"discovery_time": '"5s"'}, "consensus": {"create_empty_blocks_interval": '"5s"'}}
        net = self.begin(4, spare=1, admins=admins, quorum=2, settings=settings)
        for hospital in net.voting:  # snapshots often enough for a test
            hospital.stop()
            hospital.node_options = {"snapshot-every": 5}
            hospital.start()
        self.decide(net, "consortium-change", "--admins", ",".join(admins), "--quorum", "2", "--quota", "500")
        self.assertTrue(net.wait_height(12, seconds=90), self.logs(net))

        # It knows one block, from a checkpoint, and takes the state over from a snapshot.
        joining = net.hospitals[4]
        trusted = net.voting[0].ask("/commit?height=8")["signed_header"]["commit"]["block_id"]["hash"]
        config = joining.home / "engine/config/config.toml"
        for name, value in (("enable", "true"), ("trust_height", "8"), ("trust_hash", f'"{trusted}"'),
                            ("rpc_servers", f'"http://127.0.0.1:{net.voting[0].rpc},http://127.0.0.1:{net.voting[1].rpc}"'),
                            ("trust_period", '"168h"')):
            edit(config, "statesync", name, value)
        joining.start()
        self.assertTrue(net.wait_height(net.voting[0].height() + 1, [joining], 120), self.logs(net))
        self.all_agree(net, net.hospitals)
        self.assertIsNone(joining.ask("/block?height=3"), "it has not replayed the first blocks")

        powers = {h.key["value"]: 10 for h in net.voting}
        self.decide(net, "validators-change", f"{joining.key['value']}:10", joining=joining)
        powers[joining.key["value"]] = 10
        self.wait_validators(net, powers)

        # A new key for the joined one, in one step: the old one off, the new one on.
        old = joining.key["value"]
        joining.stop()
        (joining.home / "engine/data/priv_validator_state.json").write_text('{"height":"0","round":0,"step":0}')
        key = json.loads(run(ENGINE, "gen-validator", "--home", joining.home / "engine"))
        key = key.get("Key", key)
        (joining.home / "engine/config/priv_validator_key.json").write_text(json.dumps(key))
        fresh = key["pub_key"]["value"]
        self.decide(net, "validators-change", f"{old}:0,{fresh}:10", joining=joining)
        joining.start()
        del powers[old]
        powers[fresh] = 10
        self.wait_validators(net, powers)
        before = net.voting[0].height()
        self.assertTrue(net.wait_height(before + 3, net.hospitals, 60), self.logs(net))

        # And the first hospital leaves.
        self.decide(net, "validators-change", f"{net.hospitals[0].key['value']}:0")
        del powers[net.hospitals[0].key["value"]]
        self.wait_validators(net, powers)
        net.hospitals[0].kill()
        before = net.voting[1].height()
        self.assertTrue(net.wait_height(before + 3, net.hospitals[1:], 60), self.logs(net))
        self.all_agree(net, net.hospitals[1:])
        # A phone that knows the first four alone still verifies, by the trail of changes.
        net.write_file(net.file, net.hospitals[1:])
        shown = json.loads(ctl("ledger-checkpoint", "--ledger", net.file, "--json"))
        self.assertGreater(shown["height"], before)

    def test_the_rules_move_on(self):
        net = self.begin(4, admins=self.administrators(4), quorum=3, rules=2)
        self.assertEqual(net.voting[0].metric("rules_version"), 2)
        at = net.voting[0].height() + 8
        self.decide(net, "rules-schedule", "--rules", "3", "--from-block", at, signers=3)
        self.assertTrue(net.wait_height(at + 2, seconds=90), self.logs(net))
        for hospital in net.voting:
            self.assertEqual(hospital.metric("rules_version"), 3)
        self.all_agree(net)
        net.hospitals[1].kill()
        net.hospitals[1].start()  # with the version that its state says
        self.assertTrue(net.wait_height(net.voting[0].height() + 2, seconds=60), self.logs(net))
        self.all_agree(net)


if __name__ == "__main__":
    unittest.main(verbosity=2)
