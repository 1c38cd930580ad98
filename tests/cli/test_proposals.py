# SPDX-License-Identifier: GPL-3.0-or-later
"""What administrators sign is shown and agreed to first; policy and standing bind a real counter."""
import datetime
import os
import pty
import unittest

from scene import CTL, Scene, done, run


class Proposals(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scene = Scene().with_clinic()
        cls.signing = ["--ledger", cls.scene.ledger, "--vault", cls.scene.admin]

    @classmethod
    def tearDownClass(cls):
        cls.scene.remove()

    def refused(self, name, *arguments):
        ended, out, err = run(*arguments)
        self.assertNotEqual(ended, 0, out + err)
        self.assertIn(name, err)
        return out + err

    def shown(self):
        return done("clinic-show", "--ledger", self.scene.ledger, "--json", self.scene.clinic_id)

    def redeem(self):
        grant = self.scene.grant()
        return ["redeem", "--vault", self.scene.clinic, *self.scene.chain, grant["text"]]

    def gives_nothing(self):
        """What no desk of the clinic may open, the patient is not let sign."""
        self.refused("ClinicMayNotOpen", "grant", "--vault", self.scene.vault, *self.scene.chain, "--for",
                     self.scene.clinic_id, "--kinds", "lab-result", "--yes", "--json")

    def test_nothing_is_signed_unseen(self):
        said = self.refused("ProposalNotAgreed", "clinic-suspend", *self.signing, self.scene.clinic_id)
        self.assertIn("Clinic", said)
        self.assertIn("Suspends", said)
        self.assertIn("暂停", said)
        self.assertTrue(self.shown()["active"])
        proposal = self.scene.folder / "proposal"
        self.refused("ProposalNotAgreed", "clinic-suspend", *self.signing, "--propose", proposal, self.scene.clinic_id)
        self.assertFalse(proposal.exists())
        done("clinic-suspend", *self.signing, "--yes", "--propose", proposal, self.scene.clinic_id)
        before = proposal.read_bytes()
        words = done("consortium-show", "--ledger", self.scene.ledger, proposal)
        for word in ("Suspends", "Clinic", self.scene.clinic_id, "1 of 1 needed signatures", "signed by administrator"):
            self.assertIn(word, words)
        self.assertNotRegex(words, "[一-鿿]")
        chinese = done("--lang", "zh", "consortium-show", "--ledger", self.scene.ledger, proposal)
        self.assertIn("暂停", chinese)
        self.assertNotIn("Suspends", chinese)
        self.assertIn("was not looked up", done("consortium-show", proposal))
        self.assertIn("whether that counts was not looked up", done("consortium-show", proposal))
        self.assertEqual(done("consortium-show", "--json", "--ledger", self.scene.ledger, proposal)["counted"], 1)
        self.refused("ProposalNotAgreed", "consortium-sign", "--vault", self.scene.admin, proposal)
        self.assertEqual(proposal.read_bytes(), before)

    def test_a_suspended_clinic_takes_its_lost_desk_off(self):
        other = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"  # RFC 8032, 7.1
        change = ["clinic-keys", "--yes", "--ledger", self.scene.ledger, "--vault", self.scene.clinic, "--desk"]
        done(*change, f"own,{other}")
        self.assertIn(other, str(self.shown()))
        done("clinic-suspend", *self.signing, "--yes", self.scene.clinic_id)
        try:
            done(*change, "own")
            self.assertNotIn(other, str(self.shown()))
        finally:
            done("clinic-reinstate", *self.signing, "--yes", self.scene.clinic_id)

    def test_a_person_at_a_terminal_is_asked(self):
        for answer, active in (("n", True), ("", True), ("yess", True), ("Yes ", False)):
            child, terminal = pty.fork()
            if child == 0:
                os.execv(CTL, [str(CTL), "clinic-suspend", *map(str, self.signing), self.scene.clinic_id])
            said = b""
            try:
                for prompt, word in ((b"Passphrase: ", b"seven cranes\n"), (b"for yes: ", answer.encode() + b"\n")):
                    while prompt not in said:
                        said += os.read(terminal, 4096)
                    os.write(terminal, word)
                while True:
                    said += os.read(terminal, 4096)
            except OSError:
                pass
            os.waitpid(child, 0)
            self.assertEqual(self.shown()["active"], active, said)
        done("clinic-reinstate", *self.signing, "--yes", self.scene.clinic_id)

    def test_a_proposal_that_cannot_be_told_is_not_signed(self):
        damaged = self.scene.file("damaged", "no proposal")
        self.assertNotEqual(run("consortium-show", damaged)[0], 0)
        self.assertNotEqual(run("consortium-sign", "--yes", "--vault", self.scene.admin, damaged)[0], 0)

    def test_what_would_be_refused_is_not_proposed(self):
        proposal = self.scene.folder / "refused"
        propose = ["--propose", proposal, "--yes"]
        for name, verb, *words in (("it changes nothing", "clinic-reinstate", self.scene.clinic_id),
                                   ("OrganisationUnknown", "clinic-suspend", "11" * 16),
                                   ("RulesNotInOrder", "rules-schedule", "--rules", "3", "--from-block", "1000"),
                                   ("it changes nothing", "policy-set", "--none")):
            self.refused(name, verb, *self.signing, *propose, *words)
            self.assertFalse(proposal.exists())
        vault = self.scene.folder / "unmade.vault"
        for bad in (["--desk", "own,own"], ["--name", "n" * 129], ["--desk", ""]):
            self.refused("CommandUnclear", "clinic-create", "--vault", vault, "--name", "X", *bad, proposal)
            self.assertFalse(vault.exists() or proposal.exists())

    def test_what_would_be_refused_is_not_signed(self):
        """Where the ledger is named; so neither what others have done meanwhile nor what was bent."""
        proposal = self.scene.folder / "overtaken"
        sign = ["consortium-sign", "--vault", self.scene.admin, "--yes"]
        done("clinic-suspend", *self.signing, "--yes", "--propose", proposal, self.scene.clinic_id)
        before = proposal.read_bytes()
        bent = self.scene.folder / "bent"
        bent.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
        self.refused("TransactionForged", *sign, "--ledger", self.scene.ledger, bent)
        done("clinic-suspend", *self.signing, "--yes", self.scene.clinic_id)
        self.refused("it changes nothing", *sign, "--ledger", self.scene.ledger, proposal)
        self.assertEqual(proposal.read_bytes(), before)
        done("clinic-reinstate", *self.signing, "--yes", self.scene.clinic_id)
        done(*sign, "--ledger", self.scene.ledger, proposal)
        done("consortium-submit", "--ledger", self.scene.ledger, proposal)
        self.refused("TransactionReplayed", *sign, "--ledger", self.scene.ledger, proposal)
        done("clinic-reinstate", *self.signing, "--yes", self.scene.clinic_id)
        # An action's own limits are told as the ledger tells them.
        self.refused("TransactionMalformed", "node-register", *self.signing, "--yes", "--address", "a b",
                     "--operator", self.scene.clinic_id, "22" * 32)

    def test_a_strangers_signature_is_not_counted(self):
        stranger = self.scene.folder / "stranger.vault"
        key = done("admin-create", "--vault", stranger, "--json")["admin"]
        proposal = self.scene.folder / "by-a-stranger"
        done("clinic-suspend", *self.signing, "--yes", "--propose", proposal, self.scene.clinic_id)
        said = done("consortium-sign", "--yes", "--vault", stranger, "--ledger", self.scene.ledger, proposal)
        self.assertIn("1 of 1 needed signatures are there.", said)
        self.assertIn(f"does not count: {key}", said)

    def test_a_new_administrator_signs_too(self):
        other = self.scene.folder / "other-admin.vault"
        fresh = done("admin-create", "--vault", other, "--json")["admin"]
        proposal = self.scene.folder / "admins"
        done("consortium-change", *self.signing, "--propose", proposal, "--yes", "--admins", fresh, "--quorum", "1",
             "--quota", "500")
        self.assertIn("signs this too", done("consortium-show", "--ledger", self.scene.ledger, proposal))
        self.refused("not signed by the new administrator", "consortium-submit", "--ledger", self.scene.ledger, proposal)

    def test_a_clinic_that_lost_its_keys_gets_new_ones_by_the_administrators(self):
        vault, request, proposal = (self.scene.folder / name for name in ("again.vault", "again.request", "again"))
        made = done("clinic-create", "--vault", vault, "--name", "Clinic", "--again", self.scene.clinic_id, request, "--json")
        self.assertEqual(made["organisation"], self.scene.clinic_id)
        before = self.shown()
        lost = self.redeem()  # given while the keys were there
        done("clinic-keys-replace", *self.signing, "--yes", "--propose", proposal, request)
        words = done("consortium-show", "--ledger", self.scene.ledger, proposal)
        for word in ("Changes the keys of:", "is taken away", "(a new desk)", "1 of 1 needed signatures are there."):
            self.assertIn(word, words)
        self.assertNotIn("does not count", words)
        done("consortium-submit", "--ledger", self.scene.ledger, proposal)
        try:
            now = self.shown()
            self.assertNotEqual(now.pop("desks"), before.pop("desks"))
            self.assertEqual(now, before)  # its name, level and standing are as they were
            self.assertNotEqual(run(*lost)[0], 0)
            done("redeem", "--vault", vault, *self.scene.chain, self.scene.grant()["text"])
            # From here on it decides for itself again; what it signed so is counted as enough.
            done("clinic-keys", "--yes", "--ledger", self.scene.ledger, "--vault", vault, "--desk", "own:nurse")
            self.assertEqual(self.shown()["desks"][0]["profession"], "nurse")
        finally:
            done("clinic-keys-replace", *self.signing, "--yes", self.scene.folder / "request")
        done(*self.redeem())

    def test_clinics_are_listed_from_the_ledgers_index(self):
        listed = lambda *more: done("clinics", "--ledger", self.scene.ledger, "--json", *more)["clinics"]
        own = {"organisation": self.scene.clinic_id, "name": "Clinic", "active": True}
        self.assertEqual(listed(), [own])
        done("clinic-suspend", *self.signing, "--yes", self.scene.clinic_id)
        self.assertEqual(listed(), [{**own, "active": False}])
        self.assertIn("(suspended)", done("clinics", "--ledger", self.scene.ledger))
        done("clinic-reinstate", *self.signing, "--yes", self.scene.clinic_id)
        self.assertEqual(len(listed("--name", "cli NI")), 1)
        self.assertEqual(listed("--name", "dental"), [])

    def test_the_policy_binds_the_counter(self):
        ledger = ["--ledger", self.scene.ledger]
        self.assertIn("No policy stands", done("policy-show", *ledger))
        before = self.redeem()  # given while nothing forbade it
        done("policy-set", *self.signing, "--yes", "provider:treatment:nurse:5")
        self.refused("PolicyForbids", *before)
        self.gives_nothing()
        done("policy-set", *self.signing, "--yes", "provider:treatment:doctor+nurse:5", "pharmacy:treatment:all:1:2")
        self.assertEqual(len(done("policy-show", *ledger, "--json")["policy"]), 2)
        self.assertIn("doctor, nurse", done("policy-show", *ledger))
        done(*self.redeem())
        done("policy-set", *self.signing, "--yes", "insurer:treatment")
        self.refused("RoleNotAllowed", *before)
        done("policy-set", *self.signing, "--yes", "provider:treatment:all:5:3")
        self.refused("TierTooLow", *before)
        self.gives_nothing()
        for bad in ([], ["--none", "provider:treatment"], ["provider"], ["priest:treatment"],
                    ["provider:treatment:all:6"], ["provider:treatment:all:x"], ["provider:treatment:all:5:4"]):
            self.refused("CommandUnclear", "policy-set", *self.signing, "--yes", *bad)
        done("policy-set", *self.signing, "--yes", "--none")
        done(*before)

    def test_a_desk_opens_up_to_its_own_level(self):
        keys = ["clinic-keys", "--ledger", self.scene.ledger, "--vault", self.scene.clinic]
        before = self.redeem()
        self.refused("ProposalNotAgreed", *keys, "--desk", "own:clerk:1")
        done(*keys, "--yes", "--desk", "own:clerk:1")
        self.assertEqual([(d["profession"], d["level"]) for d in self.shown()["desks"]], [("clerk", 1)])
        self.refused("DeskLevelTooLow", *before)
        self.gives_nothing()
        done(*keys, "--yes", "--desk", "own")
        done(*before)

    def test_a_standing_is_lowered_and_restored(self):
        until = (datetime.date.today() + datetime.timedelta(days=30)).isoformat()
        standing = ["standing-set", *self.signing, "--yes"]
        done(*standing, "--reason", "breach", "--openings", "0", "--until", until, self.scene.clinic_id)
        self.assertEqual(self.shown()["standing"]["reason"], "breach")
        self.assertIn("a breach of the rules", done("clinic-show", "--ledger", self.scene.ledger, self.scene.clinic_id))
        self.refused("QuotaUsedUp", *self.redeem())
        self.refused("StandingInvalid", *standing, "--reason", "dues", "--openings", "1", "--until", "2020-01-01",
                     self.scene.clinic_id)
        self.refused("CommandUnclear", *standing, "--reason", "dislike", "--openings", "1", "--until", until,
                     self.scene.clinic_id)
        done(*standing, "--restore", self.scene.clinic_id)
        self.assertNotIn("standing", self.shown())
        done(*self.redeem())


if __name__ == "__main__":
    unittest.main()
