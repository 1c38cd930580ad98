#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the whole consent loop with the real programs, and leaves pictures and a transcript.

Every step states what should happen and checks it; the first that is not so ends the play with a
non-zero exit. The patient, the clinics and the ledger are separate folders that share nothing but the
ledger, the mailbox and the picture of the code, as they would in life.
"""
import argparse
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

PATIENT_PASSPHRASE = "four plum trees by the gate"
CLINIC_PASSPHRASE = "counter three opens at eight"
BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


class Failed(Exception):
    """A step that is not as it should be."""


class Transcript:
    """What a person reads afterwards; also printed while it is played."""

    def __init__(self, path):
        self.file = path.open("w", encoding="utf-8")
        self.step_number = 0

    def write(self, text=""):
        print(text, flush=True)
        self.file.write(text + "\n")
        self.file.flush()

    def step(self, title):
        self.step_number += 1
        self.write()
        self.write(f"## {self.step_number}. {title}")
        self.write()

    def said(self, text):
        for line in text.strip().splitlines():
            self.write("    " + line)


class Player:
    def __init__(self, binaries, out, records):
        self.ctl = binaries / "apricotctl"
        self.out = out
        self.records = records
        self.transcript = Transcript(out / "transcript.md")
        self.ledger = out / "ledger"
        self.mailbox = out / "mailbox"
        self.patient = out / "patient.apricot"
        self.shown = out / "pictures"
        self.shown.mkdir()

    # --- running the program ------------------------------------------------------------------
    def run(self, *arguments, passphrase=None, expect=0):
        """Runs apricotctl; the passphrase goes through a pipe, never through the arguments."""
        command = [str(self.ctl), *map(str, arguments)]
        read_end = None
        if passphrase is not None:
            read_end, write_end = os.pipe()
            os.write(write_end, passphrase.encode() + b"\n")
            os.close(write_end)
            command += ["--passphrase-fd", str(read_end)]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              stdin=subprocess.DEVNULL, timeout=300,
                              pass_fds=(read_end,) if read_end is not None else ())
        if read_end is not None:
            os.close(read_end)
        if expect is not None and done.returncode != expect:
            raise Failed(f"apricotctl {' '.join(map(str, arguments))} ended with "
                         f"{done.returncode}, not {expect}:\n{done.stdout}{done.stderr}")
        return done

    def json(self, *arguments, passphrase=None):
        return json.loads(self.run(*arguments, "--json", passphrase=passphrase).stdout)

    def expect(self, truth, what):
        if not truth:
            raise Failed("not as it should be: " + what)
        self.transcript.write(f"- checked: {what}")

    def refused(self, what, name, *arguments, passphrase=None):
        done = self.run(*arguments, passphrase=passphrase, expect=None)
        if done.returncode == 0:
            raise Failed(f"{what} was accepted")
        if name not in done.stderr:
            raise Failed(f"{what} was refused, but not as {name}:\n{done.stderr}")
        self.transcript.write(f"- {what}: refused.")
        self.transcript.said(done.stderr)
        self.transcript.write()

    # --- the play -----------------------------------------------------------------------------
    def vault(self):
        return ["--vault", self.patient]

    def chain(self):
        return ["--ledger", self.ledger, "--mailbox", self.mailbox]

    def clinic(self, name):
        return ["--vault", self.out / f"{name}.apricot"]

    def grant(self, stem, *choices):
        """Signs a grant and returns what the program says of it; the code is a picture."""
        picture = self.shown / f"{stem}.png"
        told = self.json("grant", *self.vault(), *self.chain(), *choices, "--yes", "--qr", picture,
                         passphrase=PATIENT_PASSPHRASE)
        told["picture"] = picture
        return told

    def redeem(self, name, picture, folder=None, expect=0):
        out = ["--out", folder] if folder else []
        return self.run("redeem", *self.clinic(name), *self.chain(), picture, *out,
                        passphrase=CLINIC_PASSPHRASE, expect=expect)

    def refuse_redeem(self, what, code, name, picture):
        self.refused(what, code, "redeem", *self.clinic(name), *self.chain(), picture,
                     passphrase=CLINIC_PASSPHRASE)


def forged(text):
    """The same code with one bit of its signed bytes changed, written again without a mistake."""
    head, body = text[:10], text[10:]
    data = bytearray()
    for i in range(0, len(body), 3):
        group = [BASE45.index(c) for c in body[i:i + 3]]
        n = sum(d * 45 ** k for k, d in enumerate(group))
        data += n.to_bytes(2 if len(group) == 3 else 1, "big")
    data[60] ^= 1
    out = ""
    for i in range(0, len(data), 2):
        n = int.from_bytes(data[i:i + 2], "big")
        for _ in range(3 if i + 1 < len(data) else 2):
            out += BASE45[n % 45]
            n //= 45
    return head + out


def resources_in(bundle_text):
    """Each resource's own bytes in a bundle, by the JSON reader's positions."""
    decoder = json.JSONDecoder()
    found, at = [], 0
    marker = '"resource"'
    while (at := bundle_text.find(marker, at)) >= 0:
        start = bundle_text.index("{", at)
        _, end = decoder.raw_decode(bundle_text, start)
        found.append(bundle_text[start:end])
        at = end
    return found
