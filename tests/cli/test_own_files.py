# SPDX-License-Identifier: GPL-3.0-or-later
"""No verb writes over what a vault, a ledger or a mailbox is made of, by whatever name; nor over any
other file unless --replace says so."""
import os
import unittest

from scene import Scene, done, run


class OwnFiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scene = Scene().with_clinic()
        cls.other = cls.scene.folder / "other.vault"
        done("create", "--vault", cls.other)

    @classmethod
    def tearDownClass(cls):
        cls.scene.remove()

    def own(self):
        """Names of files that are kept, there or not, by paths of many kinds."""
        folder, vault = self.scene.folder, self.scene.vault
        for end in ("", ".key", ".lock", "-wal", "-journal", ".new"):
            yield f"{vault}{end}"
        yield f"{self.other}.key"
        yield self.scene.clinic
        yield folder / "sub" / ".." / "patient.vault"
        yield os.path.relpath(vault)
        yield str(vault).replace("patient.vault", "PATIENT.VAULT.KEY")
        (folder / "sub").mkdir(exist_ok=True)
        for name, make in (("soft", os.symlink), ("hard", os.link)):
            link = folder / "sub" / name
            if not os.path.lexists(link):
                make(f"{vault}.key", link)
            yield link
        yield self.scene.ledger / "data.mdb"
        yield self.scene.ledger / "fresh.json"
        yield self.scene.mailbox / "packages" / "fresh.json"

    def kept(self):
        """What the files hold, except what a verb that opens a vault may change."""
        return {path: path.read_bytes() for path in self.scene.folder.rglob("*")
                if path.is_file() and path.name in ("patient.vault.key", "other.vault", "other.vault.key",
                                                    "clinic.vault", "clinic.vault.key", "ledger.key")}

    def refused(self, code, error, arguments):
        said = run(*arguments)
        self.assertNotEqual(said[0], 0, f"{arguments}: {said}")
        self.assertIn(error, said[2], arguments)

    def test_own(self):
        vault = ["--vault", self.scene.vault]
        before = self.kept()
        for file in self.own():
            for verb in (["backup", *vault], ["export", *vault],
                         ["history", *vault, "--ledger", self.scene.ledger]):
                self.refused(4, "ChosenFileIsKept", [*verb, "--replace", file])
        for file in (f"{self.scene.vault}.key", self.scene.ledger / "data.mdb"):
            given = ["grant", *vault, *self.scene.chain, "--for", self.scene.clinic_id, "--kinds", "lab-result",
                     "--yes", "--qr", file]
            self.refused(4, "ChosenFileIsKept", given)
            self.refused(4, "ChosenFileIsKept", ["clinic-create", "--vault", self.scene.folder / "new.vault",
                                                 "--name", "N", "--replace", file])
        self.assertFalse((self.scene.folder / "new.vault").exists())
        self.assertEqual(self.kept(), before)
        done("unlock", *vault)
        done("unlock", "--vault", self.other)

    def test_no_vault_in_anothers_place(self):
        for end in ("-wal", ".key.old1", "-journal"):
            self.refused(4, "ChosenFileIsKept", ["create", "--vault", f"{self.scene.vault}{end}"])
        done("unlock", "--vault", self.scene.vault)

    def test_other_files_are_replaced_when_asked_only(self):
        vault = ["--vault", self.scene.vault]
        for verb in ("backup", "export"):
            file = self.scene.file(f"mine-{verb}", "mine")
            self.refused(4, "ChosenFileExists", [verb, *vault, file])
            self.assertEqual(file.read_text(), "mine")
            done(verb, *vault, "--replace", file)
            self.assertNotEqual(file.read_bytes(), b"mine")
        beside = self.scene.file("fresh.new", "mine")
        done("export", *vault, self.scene.folder / "fresh")
        self.assertEqual(beside.read_text(), "mine")

    def test_a_use_is_not_spent_for_a_receipt_that_cannot_be_written(self):
        code = self.scene.grant()["text"]
        redeem = ["redeem", "--vault", self.scene.clinic, *self.scene.chain, "--receipt"]
        self.refused(4, "ChosenFileExists", [*redeem, self.scene.file("receipt", "mine"), code])
        done(*redeem, self.scene.folder / "receipt2", code)

    def test_a_use_is_not_spent_for_what_cannot_be_written(self):
        scene, folder = self.scene, self.scene.folder
        words = ["--vault", scene.clinic, *scene.chain]
        text = scene.grant()["text"]
        one = scene.file("one", "mine")
        full = folder / "full"
        full.mkdir()
        (full / "3.json").write_text("mine")
        nested = folder / "nested"
        (nested / "2.json").mkdir(parents=True)
        for error, *places in (
                ("FileUnwritable", "--receipt", folder / "nowhere" / "receipt"),
                ("FileUnwritable", "--receipt", "/proc/receipt"),
                ("FileUnwritable", "--replace", "--receipt", full),
                ("FileUnwritable", "--out", one),
                ("FileUnwritable", "--out", one / "below"),
                ("FileUnwritable", "--out", "/proc/x/y"),
                ("FileUnwritable", "--out", "/dev/full"),
                ("ChosenFileExists", "--out", full),
                ("FileUnwritable", "--replace", "--out", nested),
                ("ChosenFileIsKept", "--out", scene.mailbox / "packages" / "x"),
                ("FileUnwritable", "--out", folder / "both", "--receipt", folder / "both"),
                ("CommandUnclear", "--out", folder / "both", "--receipt", folder / "both" / "1.json")):
            code, out, err = run("redeem", *words, *places, text)
            self.assertNotEqual(code, 0, places)
            self.assertIn(error, err, places)
            self.assertEqual(out, "", places)
        self.assertFalse((folder / "both").exists())
        self.assertFalse((scene.mailbox / "packages" / "x").exists())
        self.assertEqual(one.read_text(), "mine")
        # It is there still, to be used once.
        done("redeem", *words, "--out", folder / "a" / "b", "--receipt", folder / "a" / "receipt", text)
        self.assertEqual(len(list((folder / "a" / "b").iterdir())), 5)
        self.assertTrue((folder / "a" / "receipt").is_file())
        # Opening again writes nothing into what it cannot fill.
        self.refused(4, "ChosenFileExists", ["open", *words, "--out", full, text])
        self.assertEqual(sorted(file.name for file in full.iterdir()), ["3.json"])


if __name__ == "__main__":
    unittest.main()
