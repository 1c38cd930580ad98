# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random moments: nothing half done stays, nothing done is lost."""
import os
import random
import time
import unittest

from scene import ROUNDS, Scene, done, run, start

RECORDS = 4000


class Crash(unittest.TestCase):
    def setUp(self):
        self.random = random.Random(int(os.environ.get("SEED", "1")))
        self.scene = Scene(RECORDS)

    def tearDown(self):
        self.scene.remove()

    def killed(self, longest, *arguments):
        """Starts a command and kills it at some moment; true when it had ended before."""
        process = start(*arguments)
        time.sleep(self.random.uniform(0, longest))
        process.kill()
        process.communicate()
        return process.returncode == 0

    def seconds(self, *arguments):
        began = time.monotonic()
        done(*arguments)
        return time.monotonic() - began

    def test_an_import_is_whole_or_not_there(self):
        vault = ["--vault", self.scene.vault]
        probe = self.scene.folder / "probe.vault"
        done("create", "--vault", probe)
        longest = self.seconds("import", "--vault", probe, self.scene.bundle) * 1.1
        for _ in range(max(8, ROUNDS // 20)):
            ended = self.killed(longest, "import", *vault, self.scene.bundle)
            held = done("unlock", *vault, "--json")["records"]
            self.assertIn(held, (0, RECORDS + 1))
            if ended:
                self.assertEqual(held, RECORDS + 1)
            if held:
                self.scene.remove()
                self.scene = Scene(RECORDS)
                vault = ["--vault", self.scene.vault]

    def test_a_backup_is_whole_or_not_there(self):
        vault = ["--vault", self.scene.vault]
        done("import", *vault, self.scene.bundle)
        target, restored = self.scene.folder / "b", self.scene.folder / "restored"
        longest = self.seconds("backup", *vault, target) * 1.1
        for n in range(max(5, ROUNDS // 20)):
            target.unlink(missing_ok=True)
            self.killed(longest, "backup", *vault, target)
            if target.exists():
                done("restore", "--vault", f"{restored}{n}", target)
                held = done("unlock", "--vault", f"{restored}{n}", "--json")["records"]
                self.assertEqual(held, RECORDS + 1)
        self.assertEqual(done("unlock", *vault, "--json")["records"], RECORDS + 1)

    def test_a_killed_redemption_loses_nothing(self):
        self.scene.remove()
        self.scene = Scene().with_clinic()
        clinic = ["--vault", self.scene.clinic, *self.scene.chain]
        longest = self.seconds("redeem", *clinic, self.scene.grant()["text"]) * 1.1
        for _ in range(max(5, ROUNDS // 20)):
            given = self.scene.grant()
            code = given["text"]
            self.killed(longest, "redeem", *clinic, code)
            # Either it counts, and the records can be opened, or it does not, and can be redeemed.
            exit_code, _, err = run("redeem", *clinic, code)
            if exit_code != 0:
                self.assertIn("GrantUsedUp", err)
                # What was kept before the use was spent opens it, without the patient.
                self.assertIn("5 records", done("open", *clinic, given["grant"]))
            self.assertIn("5 records", done("open", *clinic, code))
        done("unlock", "--vault", self.scene.clinic)
        done("log", "--vault", self.scene.vault, "--ledger", self.scene.ledger)

    def test_a_killed_passphrase_change_leaves_one_that_opens(self):
        vault = ["--vault", self.scene.vault]
        words = ["seven cranes", "seven herons"]
        for _ in range(max(4, ROUNDS // 40)):
            process = start("passphrase", *vault, passphrase="\n".join(words))
            time.sleep(self.random.uniform(0, 2.5))
            process.kill()
            process.communicate()
            opens = [word for word in words if run("unlock", *vault, passphrase=word)[0] == 0]
            self.assertEqual(len(opens), 1)
            words = opens + [word for word in words if word not in opens]


if __name__ == "__main__":
    unittest.main()
