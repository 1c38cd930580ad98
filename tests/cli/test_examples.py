# SPDX-License-Identifier: GPL-3.0-or-later
"""Each example that `apricotctl help VERB` prints runs as it stands, with the numbers, keys and dates of the place."""
import datetime
import json
import pathlib
import re
import shlex
import shutil
import tempfile
import unittest

from scene import PASSPHRASE, bundle, done, observation, run_in

NUMBER, KEY = "00112233445566778899aabbccddeeff", "0011223344556677889900112233445566778899001122334455667788990011"
# Only of a ledger that others run: tests/consortium has them.
NETWORK = {"validators-change", "consortium-change", "consortium-submit", "rules-schedule", "rules-cancel",
           "ledger-checkpoint", "ledger-trust", "node-register", "node-change"}
PLACEHOLDER = re.compile(f"{KEY}|{NUMBER}|wujin|2027-01-31")


class Examples(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="apricot-examples-"))
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.ran = set()

    def example(self, verb, at=None, passphrase=PASSPHRASE, values=None):
        """What the printed example of `verb` says, run in the folder where its files are."""
        helped = done("--lang", "en", verb, "--help")
        typed = shlex.split(helped.split("Example: ")[1].splitlines()[0])[1:]
        values = {"wujin": self.chain, "2027-01-31": self.later, **(values or {})} if hasattr(self, "chain") else values or {}
        typed = [PLACEHOLDER.sub(lambda m: values.get(m.group(), m.group()), word) for word in typed]
        if "--yes" in helped:
            typed.append("--yes")
        code, out, err = run_in(at or self.folder, *typed, passphrase=passphrase)
        self.assertEqual(code, 0, f"{typed}\n{out}{err}")
        self.ran.add(verb)
        return out

    def fails(self, code, words, *typed):
        ended, _, err = run_in(self.folder, *typed)
        self.assertEqual(ended, code, err)
        self.assertIn(words, err)

    def aside(self, *names):
        for name in names:
            (self.folder / name).rename(self.folder / f"{name}.before")

    def test_every_example_runs(self):
        folder = self.folder
        verbs = set(re.findall(r"^  ([a-z-]+) ", done("--lang", "en", "--help"), re.M))

        # A patient's own.
        self.example("create")
        self.assertEqual(self.example("events"), "Nothing is noted yet.\n")
        words = self.example("phrase").strip()
        self.example("passphrase", passphrase=f"{PASSPHRASE}\n{PASSPHRASE}")
        records = json.loads(bundle(5))
        records["entry"].append({"resource": {"resourceType": "AllergyIntolerance", "id": "a", "code": {"text": "Penicillin"},
                                              "patient": {"reference": "Patient/p"}}})
        (folder / "records.json").write_text(json.dumps(records), encoding="utf-8")
        self.example("import")
        self.example("unlock")
        self.assertIn("Glucose", self.example("list"))
        record = self.example("search").split()[0]
        self.example("show", values={NUMBER: record})
        self.example("level", values={NUMBER: record})
        self.aside("records.json")
        self.example("export")
        self.example("backup")
        for verb, phrase in (("restore", PASSPHRASE), ("recover", f"{words}\n{PASSPHRASE}"), ("admin-create", PASSPHRASE)):
            other = folder / verb
            other.mkdir()
            shutil.copy(folder / "my.backup", other)
            self.example(verb, at=other, passphrase=phrase)

        # A ledger, and a clinic on it.
        self.example("ledger-create")
        self.assertEqual(self.example("clinics"), "No clinic stands on this ledger.\n")
        self.example("ledger-info")
        self.assertEqual(self.example("log"), "You have given no permission.\n")
        info = done("ledger-info", "--ledger", folder / "ledger", "--json")
        self.chain, key = info["chain"], info["ledgerKey"]
        self.later = (datetime.date.today() + datetime.timedelta(30)).isoformat()
        self.example("clinic-create")
        self.example("clinic-register")
        self.assertIn("Wujin", self.example("clinics"))
        clinic = {NUMBER: done("clinics", "--ledger", folder / "ledger", "--json")["clinics"][0]["organisation"]}
        shown = self.example("clinic-show", values=clinic)
        self.assertEqual((shown.count("Wujin"), shown.count("up to level 3,")), (1, 1), shown)
        self.assertNotIn("level 5", shown)
        self.example("clinic-keys")
        self.example("clinic-keys-replace")
        self.example("policy-set")
        self.example("policy-show")
        self.example("standing-set", values=clinic)
        administrator = ["--ledger", folder / "ledger", "--vault", folder / "administrator.vault"]
        done("standing-set", *administrator, "--yes", "--restore", clinic[NUMBER])
        self.example("clinic-suspend", values=clinic)
        self.example("clinic-reinstate", values=clinic)
        done("policy-set", *administrator, "--yes", "--none", "--propose", folder / "change.proposal")
        self.example("consortium-show")
        self.example("consortium-sign")
        done("backup", "--vault", folder / "clinic.vault", folder / "clinic.backup")
        self.example("desk-create")
        told = done("events", "--vault", folder / "administrator.vault")
        for change in ("registering a clinic", "the policy", "a clinic's standing", "suspending a clinic"):
            self.assertIn(change, told)
        self.assertIn("Proposed a change", told)
        self.assertIn("Signed a change of the ledger that another proposed", told)
        self.assertIn("a clinic's desks and keys", done("events", "--vault", folder / "clinic.vault"))

        # What is taken for another file is told by its name.
        for verb in ("consortium-show", "consortium-sign"):
            more = ["--vault", "administrator.vault"] if verb == "consortium-sign" else []
            self.fails(2, "clinic.request is a clinic's request", verb, *more, "clinic.request")
        registers = ["clinic-register", "--ledger", "ledger", "--vault", "administrator.vault"]
        self.fails(2, "change.proposal is a proposal", *registers, "change.proposal")
        self.fails(2, "records.json is no clinic's request", *registers, "records.json")

        # A permission, with the mailbox that lies beside the ledger.
        common = ["--vault", folder / "me.vault", "--ledger", folder / "ledger"]
        self.fails(2, "--mailbox is needed", "inbox", *common)
        (folder / "mailbox").mkdir()
        given = re.search("revoke ... ([0-9a-f]{32})", self.example("grant", values=clinic)).group(1)
        grant = {NUMBER: given}
        done("grant", *common, "--for", clinic[NUMBER], "--kinds", "lab-result", "--qr", folder / "code.png", "--yes")
        self.example("scan")
        done("redeem", "--vault", folder / "clinic.vault", "--ledger", folder / "ledger", "--receipt",
             folder / "opening.receipt", folder / "code.png")
        self.example("open")
        self.aside("records.json", "code.png")
        done("grant", *common, "--for", clinic[NUMBER], "--kinds", "lab-result", "--qr", folder / "code.png", "--yes")
        self.example("redeem")
        (folder / "records.json").write_text(json.dumps(observation(7)), encoding="utf-8")
        self.example("write-back")
        done("ask", "--vault", folder / "clinic.vault", "--ledger", folder / "ledger", "--kinds", "lab-result", "--to",
             folder / "code.png")
        self.assertIn("asks to read records", self.example("inbox"))
        told = done("events", "--vault", folder / "me.vault")
        self.assertRegex(told, r"The clinic Wujin \([0-9a-f]{32}\) asks to read records\.")
        self.assertRegex(told, r"The clinic Wujin \([0-9a-f]{32}\) sent a letter with 1 records\.")
        self.assertIn("Asked the patient of permission", done("events", "--vault", folder / "clinic.vault"))
        self.aside("code.png")
        self.example("ask")
        self.example("answer")
        self.example("send", values=grant)

        # What patients have sent is told in words, and opens by its number.
        told = self.example("desk-inbox")
        self.assertNotIn("APRICOT:", told)
        self.assertIn("as the answer to your request", told)
        self.assertIn("Wujin", told)
        numbers = re.findall("apricotctl redeem ... ([0-9a-f]{32})", told)
        self.assertIn(given, numbers)
        for number in numbers:
            out = done("redeem", "--vault", folder / "clinic.vault", "--ledger", folder / "ledger", number)
            self.assertRegex(out, "Opened: [14] records.")
        self.fails(1, "VisitOver", "redeem", "--vault", "clinic.vault", "--ledger", "ledger", "11" * 16)
        self.assertIn("Ended for good", self.example("revoke", values=grant))
        self.assertIn("ended it already", self.example("revoke", values=grant))
        self.example("log")
        self.example("verify", values={KEY: key})
        self.example("history")
        shutil.copy(folder / "ledger" / "host-keys", folder / "node.keys")
        self.example("node-keys")
        self.assertEqual(self.ran | NETWORK, verbs)
        self.assertFalse(self.ran & NETWORK)


if __name__ == "__main__":
    unittest.main()
