# SPDX-License-Identifier: GPL-3.0-or-later
"""A package that travels beside its code, and an answer whose code does not reach the clinic by itself."""
import re
import shutil
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

    def test_an_answer_that_cannot_be_sent_is_given_once(self):
        scene = self.scene
        mine = ["--vault", scene.vault, *scene.chain]
        done("send", *mine, scene.grant()["grant"])

        def asked():
            return done("ask", "--vault", scene.clinic, "--ledger", scene.ledger, "--kinds", "lab-result",
                        "--json")["text"]
        text, other, third = asked(), asked(), asked()
        inbox, = (scene.mailbox / "inboxes").iterdir()
        inbox.rename(scene.folder / "kept")
        inbox.write_text("no folder")
        told = done("answer", *mine, "--yes", text)
        self.assertIn("could not be sent", told)
        code, _, err = run("answer", *mine, "--yes", text)
        self.assertEqual(code, 1, err)
        self.assertIn("RequestAnswered", err)
        self.assertIn("could not be told", done("answer", *mine, "--decline", other))
        # What it says is to be done does it.
        number = re.search("apricotctl send ... ([0-9a-f]{32})", told).group(1)
        inbox.unlink()
        (scene.folder / "kept").rename(inbox)
        done("send", *mine, number)
        self.assertIn(number, done("desk-inbox", "--vault", scene.clinic, *scene.chain))
        # No mailbox is needed to say no.
        shutil.rmtree(scene.mailbox)
        scene.mailbox.write_text("no folder")
        self.assertIn("could not be told", done("answer", *mine, "--decline", third))


if __name__ == "__main__":
    unittest.main()
