# SPDX-License-Identifier: GPL-3.0-or-later
"""What a patient and a nurse do in the two apps, step by step.

The names of the controls stand here and nowhere else; each step takes an App (hands.py) and leaves it
on a screen that a person would call finished. `look(name)` is called where there is something to see.
"""
import re
import tempfile

from control import CLINIC_PASSPHRASE, PATIENT_PASSPHRASE, Failed
from world import HOSPITAL


def nothing(_):
    pass


class Patient:
    """A person with the app `apricot`."""

    def __init__(self, app, look=nothing, large=False):
        self.app, self.look, self.large = app, look, large

    def begin(self):
        self.fill_in()
        self.make()

    def fill_in(self, passphrase=PATIENT_PASSPHRASE):
        app = self.app
        app.wait_text("Your health record, in your hands")
        self.look("first start")
        app.type("Think of a passphrase (at least 8 characters)", passphrase)
        app.type("The same passphrase again", passphrase)

    def make(self):
        self.app.press("Make my record")
        self.app.wait_text("Today", 60)

    def unlock(self, passphrase=PATIENT_PASSPHRASE):
        app = self.app
        app.wait_text("Your record is locked")
        self.look("locked")
        app.type("Passphrase", passphrase)
        app.press("Open my record")
        app.wait_text("Today", 60)
        if self.large:
            self.larger()
        self.look("home")

    def go(self, where):
        """By the bar below; with large type most of it is behind "More"."""
        if self.large and where != "Home":
            self.app.press("More")
        self.app.press(where)

    def larger(self):
        """Type at 200 %."""
        self.app.press("Settings")
        self.app.press(re.compile("200 %"))
        self.go("Home")
        self.app.wait_text("Today")

    def read(self):
        self.go("Records")
        self.app.wait_text("Find (for example: blood sugar)")
        self.look("records")

    def choose(self, clinic=HOSPITAL):
        app = self.app
        self.go("Share")
        app.press(re.compile(re.escape(clinic) + ".*"))
        app.press("Medicines and allergies only")
        self.look("share: choose")
        app.press("See exactly what they would see")
        app.wait_text("Is this right?", 60)
        self.look("share: exactly this")

    def sign(self):
        app = self.app
        app.press("Yes, I agree and sign")
        app.wait_text("Show this at the counter", 60)
        self.look("share: code")

    def share(self, clinic=HOSPITAL):
        self.choose(clinic)
        self.sign()

    def done(self):
        self.app.press("Done")

    def who_looked(self, clinic=HOSPITAL):
        self.go("Shared")
        self.app.wait_text("Who may see my records")
        self.app.press(re.compile(re.escape(clinic) + ".*"), 60)
        said = self.app.wait_text("• %1, in block %2", 60)
        self.look("who saw it")
        self.app.press("Back to all permissions")
        return said

    def end_permission(self, clinic=HOSPITAL):
        app = self.app
        self.go("Shared")
        app.press(re.compile(re.escape(clinic) + ".*"), 60)
        app.press("End this permission", 60)
        app.press("Yes, end it for good")
        app.wait_text("You ended this at %1. It took effect in the ledger's block %2.", 60)
        self.look("ended")

    def settings(self):
        self.go("Settings")
        self.app.wait_text("Size of type")
        self.look("settings")

    def lock(self):
        self.go("Home")
        self.app.press("Lock now")
        self.app.wait_text("Your record is locked")


class Nurse:
    """Somebody at the counter with the app `apricot-clinic`."""

    def __init__(self, app, world, look=nothing):
        self.app, self.world, self.look = app, world, look

    def first_look(self):
        self.app.wait_text("Set up this counter")
        self.look("first start")

    def unlock(self, passphrase=CLINIC_PASSPHRASE):
        app = self.app
        app.wait_text("This counter is locked")
        self.look("locked")
        app.type("Passphrase", passphrase)
        app.press("Open the counter")
        app.wait_text("Scan the patient's code", 60)
        self.look("scan")

    def scan(self, patient_app):
        """The hand scanner reads the patient's screen and types what it read."""
        app = self.app
        with tempfile.TemporaryDirectory() as folder:
            picture = folder + "/screen.png"
            patient_app.bring("Code for %1")
            patient_app.picture(picture)
            code = self.world.code_in(picture)
        self.scan_text(code)
        return code

    def scan_text(self, code):
        app = self.app
        app.focus("The code")
        app.keys_of(code)
        app.press("Read the code")

    def checked(self):
        self.app.wait_text("What this code opens")
        self.look("what it opens")

    def open(self):
        app = self.app
        app.press("Open the records")
        app.wait_text("Open: %1 records", 60)
        self.look("the visit")
        return [n for n in app.words()]

    def open_or_again(self):
        """After a power cut: opens, or opens again what is redeemed already; says which."""
        app = self.app
        app.press("Open the records")
        used = "This permission has already been used as often as it allows."
        if app.first_of("Open: %1 records", re.compile(re.escape(used) + ".*", re.DOTALL), seconds=60) == "Open: %1 records":
            return "it was opened now"
        app.press("Understood")
        app.press("We opened this before: show it again")
        app.wait_text("Open: %1 records", 60)
        return "it was redeemed already, and opened again"

    def try_open_used(self):
        self.checked()
        self.app.press("Open the records")
        self.refused("This permission has already been used as often as it allows.")

    def refused(self, what):
        self.app.wait_text(what, 60)
        self.look("refused")
        self.app.press("Understood")

    def put_aside(self):
        self.app.press("Not this one")

    def finish(self):
        self.app.press("Finish and erase")
        self.app.wait_text("Scan the patient's code")

    def lock(self):
        self.app.press("Lock the counter")
        self.app.wait_text("This counter is locked")


def play(patient, nurse):
    """The whole loop between two apps that are both locked."""
    patient.unlock()
    patient.read()
    patient.share()
    nurse.unlock()
    code = nurse.scan(patient.app)
    nurse.checked()
    nurse.open()
    nurse.finish()
    nurse.scan_text(code)
    nurse.try_open_used()
    patient.done()
    patient.who_looked()
    patient.settings()
    patient.lock()
    nurse.put_aside()
    nurse.lock()
