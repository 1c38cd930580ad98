# SPDX-License-Identifier: GPL-3.0-or-later
"""A small world to use the apps in: a ledger, a registered clinic, a patient with her records."""
import pathlib
import sys

from control import CLINIC_PASSPHRASE, PATIENT_PASSPHRASE, Control
from nodes import place_nodes

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent / "sample/lin-guifang.json"
HOSPITAL = "Wujin Hospital 武进医院"
# What stands in her records and must stand on no disk: in the sample, not in the programs.
PLAIN_WORDS = ("林桂芳", "Lin Guifang", "舍曲林", "metformin 500")


class World(Control):
    """Folders below `out`: ledger, mailbox, patient (data of apricot), clinic (data of apricot-clinic)."""

    def __init__(self, binaries, out, consortium=False):
        super().__init__(pathlib.Path(binaries).resolve())
        self.out = pathlib.Path(out).resolve()
        self.out.mkdir(parents=True, exist_ok=True)
        self.patient, self.clinic = self.out / "patient", self.out / "clinic"
        self.vault = self.patient / "person.vault"
        self.ledger, self.mailbox = self.out / "ledger", self.out / "mailbox"
        self.testnet = None
        self.admins = [self.out / f"administrator{i}.vault" for i in range(4 if consortium else 1)]
        if consortium:
            self.start_consortium()
        else:
            self.run("ledger-create", "--ledger", self.ledger, "--vault", self.admins[0], "--chain", "wujin-demo",
                     passphrase=CLINIC_PASSPHRASE)

    def start_consortium(self):
        sys.path.insert(0, str(HERE.parent / "testnet"))
        from testnet import Testnet
        keys = [self.json("admin-create", "--vault", admin, passphrase=CLINIC_PASSPHRASE)["admin"]
                for admin in self.admins]
        self.testnet = Testnet(self.out / "consortium", self.binaries, 4, keys, quorum=3, chain="wujin-consortium")
        self.testnet.start()
        self.testnet.wait_height(2)
        self.ledger, self.mailbox = self.testnet.file, None

    def close(self):
        if self.testnet:
            self.testnet.stop()

    def options(self, data):
        """What an app is started with."""
        out = ["--data", data, "--ledger", self.ledger]
        return out + ["--mailbox", self.mailbox] if self.mailbox else out

    def with_patient(self, records=SAMPLE):
        self.patient.mkdir()
        self.run("create", "--vault", self.vault, passphrase=PATIENT_PASSPHRASE)
        if records:
            self.run("import", "--vault", self.vault, records, passphrase=PATIENT_PASSPHRASE)
        return self

    def with_clinic(self, name=HOSPITAL):
        self.clinic.mkdir()
        organisation = self.founded(self.clinic / "clinic.vault", name)
        if self.testnet:
            others = [self.founded(self.out / f"hospital{i}.vault", f"Hospital {i}") for i in range(1, 4)]
            place_nodes(self, self.testnet.hospitals, [organisation, *others], self.decide)
        return self

    def founded(self, vault, name):
        """An organisation that stands on the ledger; its number."""
        request = self.out / "clinic.request"
        made = self.json("clinic-create", "--vault", vault, "--name", name, "--replace", request,
                         passphrase=CLINIC_PASSPHRASE)
        self.register(request)
        return made["organisation"]

    def register(self, request):
        """The ledger's administrators take a clinic in."""
        self.decide("clinic-register", request)

    def decide(self, verb, *what):
        """A change by the administrators: of a consortium, three of four sign it."""
        common = ["--ledger", self.ledger, "--vault", self.admins[0]]
        if not self.testnet:
            self.run(verb, "--yes", *common, *what, passphrase=CLINIC_PASSPHRASE)
            return
        proposal = self.out / "proposal"
        self.run(verb, "--yes", *common, "--propose", proposal, "--replace", *what, passphrase=CLINIC_PASSPHRASE)
        for admin in self.admins[1:3]:
            self.run("consortium-sign", "--yes", "--vault", admin, proposal, passphrase=CLINIC_PASSPHRASE)
        self.run("consortium-submit", "--ledger", self.ledger, proposal)

    def code_in(self, picture):
        """The text of the code in a picture, as a hand scanner reads it."""
        return self.json("scan", "--ledger", self.ledger, picture)["text"]

    def plain_on_disk(self, *folders, words=PLAIN_WORDS):
        """Files that hold one of these words in the clear."""
        wanted = [w.encode(code) for w in words for code in ("utf-8", "utf-16-le")]
        found = []
        for folder in folders:
            for file in pathlib.Path(folder).rglob("*"):
                if file.is_file() and not file.is_symlink():
                    content = file.read_bytes()
                    found += [file for word in wanted if word in content][:1]
        return found
