# SPDX-License-Identifier: GPL-3.0-or-later
"""A temporary ledger with one clinic, and a patient with a few records, made by apricotctl."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

CTL = pathlib.Path(os.environ["APRICOT_BIN_DIR"]) / "apricotctl"
PASSPHRASE = "seven cranes"
ROUNDS = int(os.environ.get("ROUNDS", "0"))


def start(*arguments, passphrase=PASSPHRASE, **how):
    """A running apricotctl that has its passphrase waiting in a pipe."""
    read_end, write_end = os.pipe()
    os.write(write_end, passphrase.encode() + b"\n")
    os.close(write_end)
    command = [str(CTL), *map(str, arguments)]
    if "--vault" in command:
        command += ["--passphrase-fd", str(read_end)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               stdin=subprocess.DEVNULL, pass_fds=(read_end,), **how)
    os.close(read_end)
    return process


def run(*arguments, passphrase=PASSPHRASE):
    process = start(*arguments, passphrase=passphrase)
    out, err = process.communicate(timeout=300)
    return process.returncode, out.decode(), err.decode()


def run_in(folder, *arguments, passphrase=PASSPHRASE):
    process = start(*arguments, passphrase=passphrase, cwd=folder)
    out, err = process.communicate(timeout=300)
    return process.returncode, out.decode(), err.decode()


def done(*arguments):
    """What a command says that must succeed; with --json, as a dictionary."""
    code, out, err = run(*arguments)
    if code != 0:
        raise AssertionError(f"{arguments}: {code}\n{out}{err}")
    return json.loads(out) if "--json" in arguments else out


def observation(number, subject="p", text="Glucose 血糖"):
    return {"resourceType": "Observation", "id": f"o{number}", "status": "final",
            "category": [{"coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                "code": "laboratory"}]}],
            "code": {"text": text}, "subject": {"reference": f"Patient/{subject}"},
            "effectiveDateTime": f"20{10 + number % 15:02d}-03-01",
            "valueQuantity": {"value": number % 97, "unit": "mmol/L"}}


def bundle(count):
    patient = {"resourceType": "Patient", "id": "p", "name": [{"text": "林桂芳"}]}
    entries = [patient, *(observation(i) for i in range(count))]
    return json.dumps({"resourceType": "Bundle", "type": "collection",
                       "entry": [{"resource": e} for e in entries]}, ensure_ascii=False)


class Scene:
    def __init__(self, records=5):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="apricot-cli-"))
        self.bundle = self.file("bundle.json", bundle(records))
        self.ledger, self.mailbox = self.folder / "ledger", self.folder / "mailbox"
        self.vault, self.clinic = self.folder / "patient.vault", self.folder / "clinic.vault"
        self.admin = self.folder / "admin.vault"
        self.chain = ["--ledger", self.ledger, "--mailbox", self.mailbox]
        done("create", "--vault", self.vault)

    def with_clinic(self):
        done("ledger-create", "--ledger", self.ledger, "--vault", self.admin, "--chain", "test")
        request = self.folder / "request"
        self.clinic_id = done("clinic-create", "--vault", self.clinic, "--name", "Clinic", request,
                              "--json")["organisation"]
        done("clinic-register", "--yes", "--ledger", self.ledger, "--vault", self.admin, request)
        done("import", "--vault", self.vault, self.bundle)
        return self

    def grant(self, *choices):
        return done("grant", "--vault", self.vault, *self.chain, "--for", self.clinic_id, "--kinds",
                    "lab-result", "--yes", "--json", *choices)

    def copy_of_clinic(self, number):
        """The same desk key on another machine: a vault serves one process at a time."""
        copy = self.folder / f"desk{number}.vault"
        for suffix in ("", ".key"):
            shutil.copy(f"{self.clinic}{suffix}", f"{copy}{suffix}")
        return copy

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)
