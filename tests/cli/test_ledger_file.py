# SPDX-License-Identifier: GPL-3.0-or-later
"""The file by which phones and counters reach a ledger is written only when they can use it."""
import json
import subprocess
import unittest

from scene import Scene, done, run

ADDRESSES = ("http://evil/", "x:99999", "user@x:1", "x:", "x:0", "", "a b:1", "x/y:1", "[::1", "x:1:2", "杏:1")


class LedgerFile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scene = Scene().with_clinic()
        cls.folder = cls.scene.folder
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-subj", "/CN=a", "-keyout", cls.folder / "a.key", "-out", cls.folder / "a.pem"],
                       check=True, capture_output=True)
        (cls.folder / "both.pem").write_bytes((cls.folder / "a.pem").read_bytes() + (cls.folder / "a.key").read_bytes())
        (cls.folder / "sub").mkdir()
        cls.file = cls.folder / "ledger.json"

    @classmethod
    def tearDownClass(cls):
        cls.scene.remove()

    def written(self, address, *more):
        return run("ledger-info", "--ledger", self.scene.ledger, "--file", self.file, "--address", address, *more)

    def test_addresses_that_no_phone_can_use(self):
        for address in ADDRESSES:
            code, _, err = self.written(address)
            self.assertNotEqual(code, 0, address)
            if address:
                self.assertIn("NetAddressInvalid", err, address)
            self.assertFalse(self.file.exists(), address)

    def test_the_authority_is_certificates_beside_it(self):
        for authority in ("/dev/zero", "a.key", "both.pem", "none.pem", "sub", "", self.folder / "a.pem",
                          "../" + self.folder.name + "/a.pem", "ledger/data.mdb"):
            code, out, err = self.written("x:1", "--authority", authority)
            self.assertNotEqual(code, 0, authority)
            self.assertFalse(self.file.exists(), authority)
            self.assertIn("--authority", err, authority)
        done("ledger-info", "--ledger", self.scene.ledger, "--file", self.file, "--address", "[2001:db8::1]:8443",
             "--authority", "a.pem")
        read = json.loads(self.file.read_text())
        self.file.unlink()
        self.assertEqual(read["nodes"], ["https://[2001:db8::1]:8443"])
        self.assertEqual(read["authority"], "a.pem")


if __name__ == "__main__":
    unittest.main()
