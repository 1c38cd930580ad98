#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the whole consent loop with the real programs, and leaves pictures and a transcript.

Every step states what should happen and checks it; the first that is not so ends the play with a
non-zero exit. The patient, the clinics and the ledger are separate folders that share nothing but the
ledger, the mailbox and the picture of the code, as they would in life.
"""
import argparse
import datetime
import gzip
import json
import os
import pathlib
import re
import shlex
import shutil
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testnet"))

from control import CLINIC_PASSPHRASE, PATIENT_PASSPHRASE, Control, Failed
from nodes import place_nodes

BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


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


class Player(Control):
    def __init__(self, binaries, out, records, consortium=False):
        super().__init__(binaries)
        self.consortium = consortium
        self.out = out
        self.records = records
        self.transcript = Transcript(out / "transcript.md")
        self.ledger = out / "ledger"
        self.mailbox = out / "mailbox"
        self.testnet = None
        self.patient = out / "patient.apricot"
        self.pictures = out / "pictures"
        self.pictures.mkdir()
        raw = records.read_bytes()
        self.source = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw

    def run(self, *arguments, **how):
        words = [str(word).replace(f"{self.out}/", "") for word in arguments]
        self.transcript.write("    $ apricotctl " + shlex.join(w if len(w) < 90 else w[:80] + "..." for w in words))
        return super().run(*arguments, **how)

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
    def chain(self):
        if self.consortium:
            return ["--ledger", self.ledger]
        return ["--ledger", self.ledger, "--mailbox", self.mailbox]

    def of_patient(self):
        return ["--vault", self.patient]

    def of_clinic(self, name):
        return ["--vault", self.out / f"{name}.apricot"]

    def grant(self, stem, *choices):
        """Signs a grant and returns what the program says of it; the code is a picture."""
        picture = self.pictures / f"{stem}.png"
        told = self.json("grant", *self.of_patient(), *self.chain(), *choices, "--yes", "--qr",
                         picture, passphrase=PATIENT_PASSPHRASE)
        told["picture"] = picture
        return told

    def redeem(self, name, code, *more):
        return self.json("redeem", *self.of_clinic(name), *self.chain(), code, *more,
                         passphrase=CLINIC_PASSPHRASE)

    def refuse_redeem(self, what, reason, name, code, verb="redeem"):
        self.refused(what, reason, verb, *self.of_clinic(name), *self.chain(), code,
                     passphrase=CLINIC_PASSPHRASE)

    def play(self):
        say = self.transcript
        say.write("# The consent loop, played by the real programs")
        say.write()
        say.write(f"Records: {self.records.name}. Ledger: "
                  f"{'four hospitals' if self.consortium else 'embedded'}. Everything below was done by "
                  "`apricotctl`; whatever is marked *checked* was compared here, outside it.")

        say.step("A vault is made, and the records come in")
        self.run("create", *self.of_patient(), passphrase=PATIENT_PASSPHRASE)
        report, person = self.import_records()
        self.expect(report["added"] > 0, f"{report['added']} records came in")
        for rejected in report["rejected"]:
            say.write(f"- not taken: {rejected['place']}: {rejected['reason']}")
        again = self.json("import", *self.of_patient(), self.records, *person,
                          passphrase=PATIENT_PASSPHRASE)
        self.expect(again["added"] + again["newer"] == 0, "importing the same file again adds nothing")
        if not person:
            exported = self.out / "exported.json"
            self.run("export", *self.of_patient(), "--source", "1", exported,
                     passphrase=PATIENT_PASSPHRASE)
            self.expect(exported.read_bytes() == self.source,
                        "the exported file is the imported one, byte for byte")
        self.refused("Opening the vault with a wrong passphrase", "WrongPassphrase", "unlock",
                     *self.of_patient(), passphrase="plum four trees")

        say.step("A ledger begins, and clinics are registered on it")
        if self.consortium:
            key = self.begin_consortium()
        else:
            ledger = self.json("ledger-create", "--ledger", self.ledger, "--vault",
                               self.admin(0), "--chain", "wujin-demo",
                               passphrase=CLINIC_PASSPHRASE)
            key = ["--ledger-key", ledger["ledgerKey"], "--chain", ledger["chain"]]
        clinics = {}
        for name, called in (("wujin", "Wujin Hospital 武进医院"), ("lakeside", "Lakeside Clinic 湖滨诊所")):
            request = self.out / f"{name}.request"
            made = self.json("clinic-create", *self.of_clinic(name), "--name", called, request,
                             passphrase=CLINIC_PASSPHRASE)
            clinics[name] = made["organisation"]
            self.decide("clinic-register", request)
            shown = self.json("clinic-show", "--ledger", self.ledger, clinics[name])
            self.expect(shown["name"] == called and shown["active"], f"{called} stands on the ledger")
        if self.consortium:
            self.place_nodes(clinics)

        say.step("The patient chooses, sees exactly what will be opened, and signs")
        kinds = self.choose_kinds()
        choice = ["--for", clinics["wujin"], "--kinds", ",".join(kinds)]
        given = self.grant("code", *choice)
        say.write("Before signing, the patient is shown these words:")
        say.said(given["english"])
        say.said(given["chinese"])
        say.write(f"and this list of {len(given['records'])} records:")
        for line in given["list"][:8]:
            say.write(f"    {line}")
        if len(given["list"]) > 8:
            say.write(f"    ... and {len(given['list']) - 8} more")
        outside = report["added"] - len(given["records"])
        self.expect(given["records"] and outside >= 0, f"{outside} other records stay closed")
        if self.consortium:
            self.expect("3 other organisations each guard a part of the key" in given["english"],
                        "the key of the package lies in parts with three other hospitals, and the words say so")
        self.expect(given["qrVersion"] <= 22, f"the code fits one picture (QR version "
                    f"{given['qrVersion']}): pictures/code.png")
        self.refused("Sharing with a clinic nobody registered", "ClinicNotOnLedger", "grant",
                     *self.of_patient(), *self.chain(), "--for", "00" * 16, "--kinds", kinds[0],
                     "--yes", passphrase=PATIENT_PASSPHRASE)

        if self.consortium:
            say.step("One of the four hospitals loses power")
            self.testnet.hospitals[3].kill()
            say.write("- hospital3: its node and its validator were killed; the loop goes on without it")

        say.step("The clinic scans the picture, sees what it is, redeems it, and opens the records")
        seen = self.json("scan", "--ledger", self.ledger, given["picture"])
        self.expect(seen["english"] == given["english"] and seen["chinese"] == given["chinese"],
                    "the clinic reads the very words the patient agreed to")
        self.refuse_redeem("Opening before redeeming", "CollectionRefused", "wujin",
                           given["picture"], verb="open")
        self.refuse_redeem("Another clinic's attempt with the same code", "GrantForOtherOrganisation",
                           "lakeside", given["picture"])
        self.refuse_redeem("A forged code (one bit of it changed)", "GrantForged", "wujin",
                           forged(given["text"]))
        receipt = self.out / "redemption.receipt"
        opened = self.redeem("wujin", given["picture"], "--receipt", receipt)
        self.expect_exactly(opened["resources"], given["records"])
        again = self.json("open", *self.of_clinic("wujin"), *self.chain(), given["picture"],
                          passphrase=CLINIC_PASSPHRASE)
        self.expect(again["resources"] == opened["resources"],
                    "a counter that lost power may open again what it has redeemed")
        self.refuse_redeem("A second redemption", "GrantUsedUp", "wujin", given["picture"])
        self.refuse_redeem("Another clinic asking the mailbox for the package", "CollectionRefused",
                           "lakeside", given["picture"], verb="open")

        say.step("The patient sees who opened what, and the ledger proves it")
        log = self.json("log", *self.of_patient(), "--ledger", self.ledger, "--receipts",
                        self.out / "receipts", passphrase=PATIENT_PASSPHRASE)
        entry = next(g for g in log["grants"] if g["grant"] == given["grant"])
        self.expect(entry.get("openedBy", "").startswith("Wujin Hospital"),
                    f"opened by {entry.get('openedBy')} at {entry.get('openedAt')}")
        what_vouches = "the genesis validators" if self.consortium else "the ledger's public key"
        for proof in (receipt, self.out / "receipts" / f"{given['grant']}.receipt"):
            proven = self.json("verify", *key, proof)
            self.expect(proven["present"], f"{proof.name} verifies offline, with {what_vouches} alone "
                        f"(block {proven['height']})")
        # In what it says: the key, then the value. (A commit holds more signatures than are needed,
        # so a bit of the last of them decides nothing.)
        whole = receipt.read_bytes()
        for what, at in (("key", 10), ("value", 3 + whole[2] + 6)):
            bent = bytearray(whole)
            bent[at] ^= 1
            (self.out / "bent.receipt").write_bytes(bent)
            self.refused(f"A receipt with one bit of its {what} changed", "", "verify", *key,
                         self.out / "bent.receipt")

        say.step("What is over is over: expired and revoked grants")
        short = self.grant("expired", *choice, "--seconds", "6")
        revoked = self.grant("revoked", *choice)
        self.run("revoke", *self.of_patient(), *self.chain(), revoked["grant"],
                 passphrase=PATIENT_PASSPHRASE)
        self.refuse_redeem("A grant that the patient ended", "GrantRevoked", "wujin",
                           revoked["picture"])
        expiry = datetime.datetime.fromisoformat(short["expiry"].replace("Z", "+00:00"))
        time.sleep(max(0, expiry.timestamp() + 1 - time.time()))
        self.refuse_redeem("An expired grant", "GrantExpired", "wujin", short["picture"])
        suspended = self.grant("suspended", *choice)
        self.decide("clinic-suspend", clinics["wujin"])
        self.refuse_redeem("A suspended clinic", "OrganisationSuspended", "wujin",
                           suspended["picture"])

        if self.consortium:
            self.show_agreement()
        say.step("Backup, and a look at the disk")
        self.run("backup", *self.of_patient(), self.out / "patient.backup",
                 passphrase=PATIENT_PASSPHRASE)
        self.run("restore", "--vault", self.out / "restored.apricot", self.out / "patient.backup",
                 passphrase=PATIENT_PASSPHRASE)
        restored = self.json("unlock", "--vault", self.out / "restored.apricot",
                             passphrase=PATIENT_PASSPHRASE)
        self.expect(restored["records"] == report["added"], "the backup holds every record")
        self.expect_nothing_readable(opened["resources"])
        update = self.records.with_name(self.records.stem + "-update.json")
        if update.is_file():
            say.step("A later message from the hospital comes in")
            later = self.json("import", *self.of_patient(), update, passphrase=PATIENT_PASSPHRASE)
            self.expect((later["added"], later["newer"], len(later["rejected"])) == (1, 1, 1),
                        "one record is new, one is corrected, one cannot be taken:")
            for rejected in later["rejected"]:
                say.write(f"    {rejected['place']}: {rejected['reason']}")
        say.write()
        say.write("Everything was as it should be.")

    # --- the ledger's administrators ------------------------------------------------------------
    def admin(self, number):
        return self.out / f"administrator{number}.apricot"

    def begin_consortium(self):
        from testnet import Testnet
        keys = [self.json("admin-create", "--vault", self.admin(i), passphrase=CLINIC_PASSPHRASE)["admin"]
                for i in range(4)]
        self.testnet = Testnet(self.out / "consortium", self.binaries, 4, keys, quorum=3, chain="wujin-consortium")
        self.testnet.start()
        self.ledger = self.testnet.file
        self.expect(self.testnet.wait_height(2), "four hospitals run the ledger: four CometBFT validators, "
                    "four nodes, four mailboxes; the patient's side has their genesis file")
        return ["--ledger", self.ledger]

    def place_nodes(self, clinics):
        """Four hospitals run a node each; two of them are in the story."""
        organisations = list(clinics.values())
        for name in ("Hengshan Hospital 横山医院", "Xinbei Hospital 新北医院"):
            request = self.out / "hospital.request"
            vault = self.out / f"hospital{len(organisations)}.apricot"
            made = self.json("clinic-create", "--vault", vault, "--name", name, "--replace", request,
                             passphrase=CLINIC_PASSPHRASE)
            self.decide("clinic-register", request)
            organisations.append(made["organisation"])
        place_nodes(self, self.testnet.hospitals, organisations, self.decide)
        self.transcript.write("- each hospital's node stands on the ledger, with its keys for the months to come")

    def decide(self, *what):
        """A change by the administrators: of a consortium, three of four sign it."""
        common = ["--ledger", self.ledger, "--vault", self.admin(0), "--yes"]
        if not self.consortium:
            self.run(what[0], *common, *what[1:], passphrase=CLINIC_PASSPHRASE)
            return
        proposal = self.out / "proposal"
        self.run(what[0], *common, "--propose", proposal, "--replace", *what[1:], passphrase=CLINIC_PASSPHRASE)
        self.run("consortium-sign", "--yes", "--vault", self.admin(1), proposal, passphrase=CLINIC_PASSPHRASE)
        self.refused(f"{what[0]} with two of the three signatures that are needed", "NotAuthorised",
                     "consortium-submit", "--ledger", self.ledger, proposal)
        self.run("consortium-sign", "--yes", "--vault", self.admin(2), proposal, passphrase=CLINIC_PASSPHRASE)
        self.run("consortium-submit", "--ledger", self.ledger, proposal)

    def show_agreement(self):
        say = self.transcript
        say.step("The hospital comes back, and all four hold the same state")
        back = self.testnet.hospitals[3]
        back.start()
        reached = self.testnet.wait_height(max(h.height() for h in self.testnet.hospitals[:3]), [back])
        same, height = self.testnet.agree()
        self.expect(reached and same, f"the same state at all four hospitals at block {height}")
        shown = self.json("ledger-checkpoint", "--ledger", self.ledger, "--qr",
                          self.pictures / "checkpoint.png")
        self.run("ledger-trust", "--ledger", self.ledger, *self.of_patient(),
                 "--yes", self.pictures / "checkpoint.png", passphrase=PATIENT_PASSPHRASE)
        self.json("log", *self.of_patient(), "--ledger", self.ledger, "--receipts", self.out / "later",
                  passphrase=PATIENT_PASSPHRASE)
        later = next((self.out / "later").iterdir())
        self.expect(self.json("verify", "--ledger", self.ledger, "--checkpoint", shown["text"], later)["height"] > 0,
                    "receipts taken from then on verify offline from that checkpoint")
        self.expect(shown["height"] > 1, "a phone that slept too long trusts the ledger again from a code: "
                    "pictures/checkpoint.png")

    # --- its parts ------------------------------------------------------------------------------
    def import_records(self):
        """Imports the file; when it is about several people, the first of them."""
        done = self.run("import", *self.of_patient(), self.records, "--json",
                        passphrase=PATIENT_PASSPHRASE, expect=None)
        if done.returncode == 0:
            return json.loads(done.stdout), []
        if "PersonChoiceNeeded" not in done.stderr:
            raise Failed(f"the file was not imported:\n{done.stderr}")
        first = done.stderr.strip().rstrip(")").rsplit(": ", 1)[1].split(", ")[0]
        self.transcript.write(f"- the file is about several people; this is about {first}")
        person = ["--person", first]
        return self.json("import", *self.of_patient(), self.records, *person,
                         passphrase=PATIENT_PASSPHRASE), person

    def choose_kinds(self):
        """Kinds of which there are records a clinic may see, but not all there are."""
        rows = self.json("list", *self.of_patient(), "--limit", "1000000", "--level", "3",
                         passphrase=PATIENT_PASSPHRASE)["records"]
        present = {row["kind"] for row in rows}
        wanted = [kind for kind in ("lab-result", "medication", "allergy", "condition", "vital-sign",
                                    "immunisation", "procedure", "visit", "document", "imaging",
                                    "care-plan", "other", "person") if kind in present]
        if not wanted:
            raise Failed("the file holds no record that a clinic may see")
        return wanted[:3] if len(wanted) > 3 else wanted[:1]

    def expect_exactly(self, opened, names):
        """What the clinic opened, against the file that was imported, read here by other means."""
        def name(resource):
            parsed = json.loads(resource)
            return f"{parsed['resourceType']}/{parsed.get('id', '')}"

        own = resources_in(self.source.decode("utf-8-sig"))
        known = {name(resource) for resource in own}
        # A resource without an id goes by its place in the bundle, which is not in its bytes.
        wanted = [n if n in known else n.split("/")[0] + "/" for n in names]
        exact = set(opened) <= set(own) and sorted(map(name, opened)) == sorted(wanted)
        self.expect(exact, f"the clinic has exactly those {len(names)} records, byte for byte, and no "
                    "other")

    def expect_nothing_readable(self, resources):
        """No file that patient, mailbox or ledger keep holds a piece of a record in the clear."""
        pieces = [resource.encode()[at:at + 48] for resource in resources
                  for at in range(0, len(resource) - 48, 200)]
        folders = [self.out / "consortium"] if self.consortium else [self.mailbox, self.ledger]
        kept = [self.patient, self.out / "patient.backup", self.out / "wujin.apricot",
                *(f for folder in folders for f in folder.rglob("*"))]
        for file in kept:
            content = file.read_bytes() if file.is_file() else b""  # sockets and folders hold nothing
            if any(piece in content for piece in pieces):
                raise Failed(f"{file} holds a record in the clear")
        self.transcript.write(f"- checked: none of {len(kept)} files on disk holds a piece of a record "
                              "in the clear")


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


def resources_in(text):
    """Each resource's own bytes in a Bundle, NDJSON or single resource, found by Python's reader."""
    decoder = json.JSONDecoder()
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        return [line.strip() for line in text.splitlines() if line.strip()]
    if whole.get("resourceType") != "Bundle":
        return [text.strip()]
    found, at = [], 0
    while match := re.compile(r'"resource"\s*:\s*(?={)').search(text, at):
        _, at = decoder.raw_decode(text, match.end())
        found.append(text[match.end():at])
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = pathlib.Path(__file__).resolve().parent
    parser.add_argument("--bin", type=pathlib.Path, required=True, help="where apricotctl is")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="emptied, then filled")
    parser.add_argument("--records", type=pathlib.Path, default=here / "../sample/lin-guifang.json",
                        help="a FHIR R4 file (default: the synthetic patient)")
    parser.add_argument("--consortium", action="store_true",
                        help="on four hospitals' validators and nodes, on this machine")
    options = parser.parse_args()
    if not options.records.is_file():
        parser.error(f"{options.records}: no such file")
    shutil.rmtree(options.out, ignore_errors=True)
    options.out.mkdir(parents=True)
    player = Player(options.bin.resolve(), options.out.resolve(), options.records.resolve(),
                    options.consortium)
    try:
        player.play()
    except Failed as failed:
        player.transcript.write(f"\nFAILED: {failed}")
        return 1
    finally:
        if player.testnet:
            player.testnet.stop()
    print(f"\nTranscript: {options.out}/transcript.md    Pictures: {options.out}/pictures/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
