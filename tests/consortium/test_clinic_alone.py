#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One clinic alone: apricot-node serves its embedded ledger over TLS from one configuration file, and the
loop goes through it. No CometBFT."""
import json
import os
import pathlib
import pty
import re
import signal
import shutil
import subprocess
import sys
import time
import unittest
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging/testnet"), str(ROOT / "tests/cli")]
from scene import done, run, Scene  # noqa: E402
from testnet import free_ports  # noqa: E402

NODE = pathlib.Path(os.environ["APRICOT_BIN_DIR"]) / "apricot-node"


def certificate(folder, name):
    """A self-signed one for this machine."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.pem", "-days", "2", "-subj",
                    "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True)


class ClinicAlone(unittest.TestCase):
    def setUp(self):
        self.scene = Scene()
        self.addCleanup(self.scene.remove)
        self.scene.with_clinic()
        self.folder = self.scene.folder
        for name in ("node", "other"):
            certificate(self.folder, name)
        port, self.admin = free_ports(2)
        config = self.folder / "node.conf"
        config.write_text(f"# a clinic\nledger {self.scene.ledger}\nmailbox {self.scene.mailbox}\n"
                          f"listen 127.0.0.1:{port}\ncertificate {self.folder}/node.pem\nkey {self.folder}/node.key\n"
                          f"admin-port {self.admin}\n")
        self.log = open(self.folder / "node.log", "wb")
        self.node = subprocess.Popen([str(NODE), "--config", str(config)], stderr=self.log)
        self.addCleanup(self.log.close)
        self.addCleanup(self.node.wait)
        self.addCleanup(self.node.kill)
        info = done("ledger-info", "--ledger", self.scene.ledger, "--json")
        self.file = self.write("ledger.json", port, "node.pem", info)
        self.stranger = self.write("stranger.json", port, "other.pem", info)
        deadline = time.time() + 10
        while self.get("/ready") is None and time.time() < deadline:
            time.sleep(0.05)

    def write(self, name, port, authority, info):
        path = self.folder / name
        path.write_text(json.dumps({"nodes": [f"https://127.0.0.1:{port}"], "authority": authority,
                                    "chain": info["chain"], "ledger_key": info["ledgerKey"]}))
        return path

    def get(self, path):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.admin}{path}", timeout=5) as answer:
                return answer.read().decode()
        except (OSError, urllib.error.URLError):
            return None

    def test_the_loop_goes_through_it(self):
        self.assertEqual(self.get("/ready"), "ready\n", (self.folder / "node.log").read_text())
        picture = self.folder / "code.png"
        given = done("grant", "--vault", self.scene.vault, "--ledger", self.file, "--for", self.scene.clinic_id,
                     "--kinds", "lab-result", "--yes", "--qr", picture, "--json")
        receipt = self.folder / "receipt"
        opened = done("redeem", "--vault", self.scene.clinic, "--ledger", self.file, "--receipt", receipt, picture,
                      "--json")
        self.assertEqual(len(opened["resources"]), 5)
        code, _, err = run("redeem", "--vault", self.scene.clinic, "--ledger", self.file, picture)
        self.assertEqual(code, 1)
        self.assertIn("GrantUsedUp", err)
        self.assertTrue(done("verify", "--ledger", self.file, receipt, "--json")["present"])
        log = done("log", "--vault", self.scene.vault, "--ledger", self.file, "--json")
        self.assertEqual(log["grants"][0]["grant"], given["grant"])
        done("revoke", "--vault", self.scene.vault, "--ledger", self.file, given["grant"])
        deadline = time.time() + 15  # the node destroys the package when it sees the revocation
        while list((self.scene.mailbox / "packages").iterdir()) and time.time() < deadline:
            time.sleep(0.2)
        self.assertEqual(list((self.scene.mailbox / "packages").iterdir()), [])
        self.assertIn("apricot_requests_answered_total", self.get("/metrics"))
        log = (self.folder / "node.log").read_text()
        for line in log.strip().split("\n"):
            json.loads(line)
        self.assertNotIn(given["grant"], log)

    def test_the_folder_and_the_node_are_one_host(self):
        by_folder = ["--ledger", self.scene.ledger, "--mailbox", self.scene.mailbox]
        by_port = ["--ledger", self.file]
        for given, taken in ((by_folder, by_port), (by_port, by_folder)):
            code = done("grant", "--vault", self.scene.vault, *given, "--for", self.scene.clinic_id, "--kinds",
                        "lab-result", "--yes", "--json")["text"]
            opened = done("redeem", "--vault", self.scene.clinic, *taken, code, "--json")
            self.assertEqual(len(opened["resources"]), 5)
            # What the clinic posts by the folder is there for who asks the node.
            done("ask", "--vault", self.scene.clinic, *given, "--kinds", "allergy", "--to", code)
            news = done("inbox", "--vault", self.scene.vault, *taken, *(["--now"] if taken == by_port else []))
            self.assertIn("asks to read", news)

    def test_another_certificate_is_not_spoken_to(self):
        code, _, err = run("clinic-show", "--ledger", self.stranger, self.scene.clinic_id)
        self.assertNotEqual(code, 0)
        self.assertIn("NodeNotTrusted", err)

    def test_it_ends_cleanly(self):
        self.node.send_signal(signal.SIGTERM)
        self.assertEqual(self.node.wait(15), 0)
        self.assertIn("stopped", (self.folder / "node.log").read_text())
        code, _, err = run("clinic-show", "--ledger", self.file, self.scene.clinic_id)
        self.assertIn("NodeUnreachable", err)
        self.assertNotEqual(code, 0)

    def test_what_is_unclear_is_refused_at_the_start(self):
        def start(*words):
            done = subprocess.run([str(NODE), *map(str, words)], capture_output=True, text=True, timeout=20)
            return done.returncode, done.stderr
        self.assertEqual(start()[0], 2)
        for words in (["--ledger"], ["--ledger", "x"], ["--nonsense", "1"], ["--home", "a", "--ledger", "b", "--mailbox", "c"],
                      ["--ledger", "a", "--mailbox", "b", "--admin-port", "99999999999999999999"],
                      ["--config", self.folder / "missing.conf"]):
            code, err = start(*words)
            self.assertIn(code, (1, 2), words)
            self.assertIn("remedy", err)
        code, err = start("--ledger", self.folder / "none", "--mailbox", self.folder / "m")
        self.assertEqual(code, 1)
        self.assertIn("LedgerMissing", err)
        # The scene's own node serves that ledger; the lock that a copy of it brings along stops nobody.
        code, err = start("--ledger", self.scene.ledger, "--mailbox", self.folder / "m")
        self.assertEqual(code, 1)
        self.assertIn("InUseElsewhere", err)
        copy = self.folder / "copy"
        shutil.copytree(self.scene.ledger, copy)
        # Without a certificate it serves this machine alone.
        code, err = start("--ledger", copy, "--mailbox", self.folder / "m", "--listen", "0.0.0.0:1")
        self.assertEqual(code, 1)
        self.assertIn("HttpServerUnavailable", err)


class GuideAloneInAFolder(unittest.TestCase):
    """The guide's section about a clinic alone, command by command as it stands there, at a terminal. Only
    folders, the name of the machine and its ports are others, and what only root may do is left out."""

    PASSPHRASE = b"seven cranes"
    STUBS = {"adduser": "exit 0", "chown": "exit 0",
             "install": 'words=(); while [ $# -gt 0 ]; do case $1 in -o|-g) shift;; *) words+=("$1");; esac; shift; '
                        'done; exec /usr/bin/install "${words[@]}"'}

    def setUp(self):
        self.scene = Scene()
        self.addCleanup(self.scene.remove)
        self.folder = self.scene.folder
        self.port, self.admin = free_ports(2)
        (self.folder / "stubs").mkdir()
        for name, does in self.STUBS.items():
            (self.folder / "stubs" / name).write_text(f"#!/bin/bash\n{does}\n")
            (self.folder / "stubs" / name).chmod(0o755)
        self.mailbox = self.folder / "var/lib/apricot/mailbox"

    def here(self, text):
        for there, here in (("/usr/share/doc/apricot-node/", f"{ROOT}/packaging/consortium/"),
                            ("/etc/apricot", f"{self.folder}/etc/apricot"), ("/var/lib/apricot", f"{self.folder}/var/lib/apricot"),
                            ("clinic.example", "localhost"), ("8443", str(self.port)), ("9464", str(self.admin))):
            text = text.replace(there, here)
        return text

    def typed(self, command):
        """At a terminal of its own: passphrases and y are typed when they are asked for."""
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.environ["PATH"] = f"{self.folder}/stubs:{NODE.parent}:{os.environ['PATH']}"
            os.environ["LANG"] = "en"
            os.execv("/bin/bash", ["bash", "-ec", command])
        said, seen = b"", 0
        try:
            while chunk := os.read(terminal, 4096):
                said += chunk
                if said[seen:].endswith(b": "):
                    os.write(terminal, (b"y" if said.endswith(b"for yes: ") else self.PASSPHRASE) + b"\n")
                    seen = len(said)
        except OSError:
            pass  # the other end is closed
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        self.assertEqual(code, 0, f"{command}\n{said.decode()}")
        return said.decode()

    def start(self):
        unit = (ROOT / "packaging/consortium/apricot-clinic-node.service").read_text()
        words = self.here(re.search("ExecStart=/usr/bin/apricot-node (.*)", unit)[1]).split()
        config = pathlib.Path(words[1])
        config.write_text(self.here(config.read_text()))
        log = open(self.folder / "node.log", "wb")
        node = subprocess.Popen([str(NODE), *words], stderr=log)
        for undo in (log.close, node.wait, node.kill):
            self.addCleanup(undo)
        deadline = time.time() + 10
        while time.time() < deadline and b"ready" not in subprocess.run(
                ["curl", "-s", f"http://127.0.0.1:{self.admin}/ready"], capture_output=True, check=False).stdout:
            time.sleep(0.05)

    def test_the_guide_leads_to_two_desks_that_open_records(self):
        guide = (ROOT / "packaging/consortium/guide.md").read_text()
        section = guide.partition("## A clinic alone\n")[2].partition("\n## ")[0]
        commands = re.findall(r"^    +(\S.*)$", section, re.M)
        self.assertGreater(len(commands), 15)
        said = {}
        for command in commands:
            if command.startswith("systemctl"):
                self.assertIn("apricot-clinic-node", command)
                self.start()
                continue
            if command.startswith("apricotctl clinic-keys"):
                key = re.search("key: ([0-9a-f]{64})", said["desk-create"])[1]
                command = command.replace("KEY", key)
            words = command.split()
            said[words[1]] = self.typed(self.here(command))
        self.assertIn("Riverside Clinic", said["clinics"])
        self.assertEqual(said["-s"].strip(), "ready")
        clinic = said["clinics"].split()[0]
        ledger = ["--ledger", self.folder / "ledger.json"]
        done("import", "--vault", self.scene.vault, self.scene.bundle)
        for desk in ("clinic.vault", "second.vault"):
            picture = self.folder / f"{desk}.png"
            done("grant", "--vault", self.scene.vault, *ledger, "--for", clinic, "--kinds", "lab-result", "--yes", "--qr",
                 picture, "--json")
            opened = done("redeem", "--vault", self.folder / desk, *ledger, picture, "--json")
            self.assertEqual(len(opened["resources"]), 5)
        # Only the first has the key that says which desks there are.
        code, _, err = run("clinic-keys", "--vault", self.folder / "second.vault", *ledger, "--yes", "--desk", "own")
        self.assertEqual(code, 1)
        self.assertIn("KeyNotInVault", err)


if __name__ == "__main__":
    unittest.main(verbosity=2)
