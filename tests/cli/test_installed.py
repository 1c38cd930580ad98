# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed finds its words from where it is, not from where it was built."""
import os
import pathlib
import subprocess
import tempfile
import unittest

import scene


class Installed(unittest.TestCase):
    def test_words(self):
        build = pathlib.Path(os.environ["APRICOT_BIN_DIR"]).parent
        with tempfile.TemporaryDirectory() as folder:
            prefix = pathlib.Path(folder) / "some where"
            subprocess.run(["cmake", "--install", build, "--prefix", prefix, "--component", "cli"], check=True,
                           stdout=subprocess.DEVNULL)
            # A list that stands nowhere else.
            words = prefix / "share/apricotctl/word-lists/english.txt"
            words.write_text("".join(f"{word}q\n" for word in words.read_text().split()))
            scene.CTL = prefix / "bin/apricotctl"
            scene.done("create", "--vault", f"{folder}/v")
            phrase = scene.done("phrase", "--vault", f"{folder}/v")
            self.assertEqual(len(phrase.split()), 24)
            self.assertTrue(all(word.endswith("q") for word in phrase.split()), phrase)
            code, _, err = scene.run("recover", "--vault", f"{folder}/w", passphrase=phrase.strip() + "\nseven cranes")
            self.assertEqual(code, 0, err)


if __name__ == "__main__":
    unittest.main()
