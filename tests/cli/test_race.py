# SPDX-License-Identifier: GPL-3.0-or-later
"""Many desks at once on one single-use grant: exactly one opens it."""
import unittest

from scene import ROUNDS, Scene, done, run, start

DESKS = 6


class Race(unittest.TestCase):
    def setUp(self):
        self.scene = Scene().with_clinic()
        self.desks = [self.scene.copy_of_clinic(n) for n in range(DESKS)]

    def tearDown(self):
        self.scene.remove()

    def race(self, uses):
        code = self.scene.grant("--uses", str(uses))["text"]
        runners = [start("redeem", "--vault", desk, *self.scene.chain, code) for desk in self.desks]
        ended = [(r.communicate(timeout=300), r.returncode) for r in runners]
        winners = [out for (out, _), exit_code in ended if exit_code == 0]
        self.assertEqual(len(winners), uses, [err.decode() for (_, err), _ in ended])
        for (_, err), exit_code in ended:
            if exit_code != 0:
                self.assertEqual(exit_code, 1)
                self.assertIn(b"GrantUsedUp", err)

    def test_one_use_is_one_use(self):
        for _ in range(max(3, ROUNDS // 50)):
            self.race(1)

    def test_three_uses_are_three(self):
        self.race(3)

    def test_a_revocation_in_the_race_comes_before_or_after(self):
        for _ in range(max(2, ROUNDS // 100)):
            given = self.scene.grant()
            redeemer = start("redeem", "--vault", self.desks[0], *self.scene.chain, given["text"])
            revoker = start("revoke", "--vault", self.scene.vault, *self.scene.chain, given["grant"])
            _, refused = redeemer.communicate(timeout=300)
            revoker.communicate(timeout=300)
            self.assertEqual(revoker.returncode, 0)
            if redeemer.returncode != 0:
                # Redeemed first, the package may be gone before it is collected.
                self.assertRegex(refused, b"GrantRevoked|PackageNotThere|CollectionRefused")
            code, _, err = run("redeem", "--vault", self.desks[1], *self.scene.chain, given["text"])
            self.assertEqual(code, 1)
            self.assertIn("GrantRevoked", err)

    def test_a_second_process_on_a_vault_is_told_so(self):
        first = start("import", "--vault", self.scene.vault, self.scene.bundle)
        seen = set()
        while first.poll() is None:
            code, _, err = run("list", "--vault", self.scene.vault)
            seen.add((code, "VaultInUse" in err))
        _, err = first.communicate()
        self.assertLessEqual(seen, {(0, False), (4, True)})
        if first.returncode != 0:  # then the other one was there first
            self.assertIn(b"VaultInUse", err)
            self.assertIn((0, False), seen)
        done("unlock", "--vault", self.scene.vault)


if __name__ == "__main__":
    unittest.main()
