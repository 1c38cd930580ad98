# SPDX-License-Identifier: GPL-3.0-or-later
"""A package that travels beside its code: written by the one who gives, read by the one who redeems."""
import unittest

from scene import Scene, done, run


class Beside(unittest.TestCase):
    def setUp(self):
        self.scene = Scene().with_clinic()
        self.addCleanup(self.scene.remove)

    def test_a_package_beside_the_code_opens_without_the_mailbox(self):
        scene = self.scene
        package = scene.folder / "package"
        text = scene.grant("--package", package)["text"]
        for kept in (scene.mailbox / "packages").iterdir():
            kept.unlink()
        words = ["--vault", scene.clinic, *scene.chain]
        code, _, err = run("redeem", *words, text)
        self.assertEqual(code, 1, err)
        self.assertIn("PackageNotThere", err)
        # Nothing is spent for what cannot be opened, nor for a package that is another's, or none.
        for content in (b"", b"x", package.read_bytes()[:-1]):
            other = scene.file("other", "")
            other.write_bytes(content)
            code, _, err = run("redeem", *words, "--package", other, text)
            self.assertEqual(code, 1, err)
            self.assertIn("PackageHashDiffers", err)
        opened = done("redeem", *words, "--package", package, text, "--json")
        self.assertEqual(len(opened["resources"]), 5)
        changed = scene.file("changed", "")
        changed.write_bytes(package.read_bytes()[:-1] + b"x")
        code, out, err = run("open", *words, "--package", changed, text)
        self.assertEqual((code, out), (1, ""), err)
        self.assertIn("PackageHashDiffers", err)


if __name__ == "__main__":
    unittest.main()
