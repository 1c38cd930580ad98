# SPDX-License-Identifier: GPL-3.0-or-later
"""What a patient and a nurse do in the two apps, step by step.

The names of the controls stand here and nowhere else; each step takes an App (hands.py) and leaves it
on a screen that a person would call finished. `look(name)` is called where there is something to see.
"""
import re
import tempfile

from control import CLINIC_PASSPHRASE, Failed, PATIENT_PASSPHRASE
from world import HOSPITAL

USED = "This permission has already been used as often as it allows."
ENDED = "The patient has withdrawn this permission."
TEST = ("Potassium", "血钾")


def in_language(app, english, chinese):
    return chinese if app.language.startswith("zh") else english


def nothing(_):
    pass


class Patient:
    """A person with the app `apricot`."""

    def __init__(self, app, look=nothing):
        self.app, self.look = app, look

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
        app = self.app
        app.press("Make my record")
        words = "Write down these 24 words"
        if app.first_of("Lock now", words, seconds=60) == words:
            self.look("24 words")
            app.press("I wrote them down")
            app.wait_text("Let us check three of them")
            self.look("24 words: check")
            app.press("Later")
        app.wait_text("Today", 60)

    def unlock(self, passphrase=PATIENT_PASSPHRASE):
        app = self.app
        app.wait_text("Open my record")
        self.look("locked")
        app.type("Passphrase", passphrase)
        app.press("Open my record")
        app.wait_text("Today", 60)
        self.look("home")

    def go(self, where):
        """By the bar or the rail; with large type most of it is behind "More"."""
        if where != "Home" and self.app.first_of(where, "More") == "More":
            self.app.press("More")
        self.app.press(where)

    def read(self):
        self.app.press(re.compile("青霉素过敏 Penicillin.*", re.DOTALL), 60)  # from home right to the record
        self.app.wait_text("What it says")
        self.look("one record")
        self.go("Home")
        self.go("Records")
        self.app.wait_text("Find (for example: blood sugar)")
        self.look("records")

    def choose(self, clinic=HOSPITAL):
        """Up to the list of exactly what would be seen."""
        app = self.app
        self.go("Share")
        app.press(re.compile(re.escape(clinic) + ".*"), 60)
        if app.first_of("See exactly what they would see", "What may %1 see?") == "What may %1 see?":
            self.look("share: what")
            app.press("Medicines and allergies only")
            app.wait_text("How long and how often?")
            self.look("share: how long")
        else:
            app.press("Medicines and allergies only")
            self.look("share: choose")
        app.press("See exactly what they would see")
        app.wait_text("Is this right?", 60)
        self.look("share: exactly this")

    def sign(self):
        app = self.app
        app.press("Yes, I agree and sign")
        app.wait_text("Show this at the counter", 60)
        app.wait_for("Code for %1", 60)
        self.look("share: code")

    def share(self, clinic=HOSPITAL):
        self.choose(clinic)
        self.sign()

    def done(self):
        self.app.press("Done")

    def who_looked(self, clinic=HOSPITAL):
        """What the ledger proves of the permission that was given last."""
        app = self.app
        self.go("Seen by")
        app.wait_text("Who may see my records, and who did")
        told, row = "Opened at %1, proven by the ledger (block %2)", re.compile(re.escape(clinic))
        came = app.first_of(told, row, seconds=60) if app.press_action(app.wait_for(row, 60)) is not None else told
        self.look("permissions")
        if came is row:
            app.press(row)
            told = "✓ Proven by the ledger as of block %1, %2. This device has checked the proof itself."
            # On hospitals' nodes nobody is asked by merely opening the page.
            if app.first_of(told, "Look now", seconds=60) == "Look now":
                app.press("Look now")
        said = app.wait_text(told, 60)
        self.look("who saw it")
        return said

    def read_letter(self):
        """What the nurse wrote has come, and its origin is proven."""
        app = self.app
        self.go("Share")
        app.press("Letters from clinics", 60)
        app.press(app.first_of("Look for new letters", "Look at all clinics now"))
        app.wait_text("✓ Genuine: signed by this clinic, proven by the ledger.", 60)
        self.look("a letter")
        app.press(re.compile(f"({'|'.join(TEST)}).*", re.DOTALL))
        app.wait_text(re.compile(r"4\.4"), 60)
        app.wait_text("Written by %1, verified")
        self.look("what came with it")
        app.press("Back to the list")
        app.wait_text("Letters from clinics")
        app.press("Back")

    def end(self):
        """The permission whose page who_looked() has left open."""
        app = self.app
        app.press("End this permission")
        app.press("Yes, end it for good")
        app.wait_text("You ended this at %1. It took effect in the ledger's block %2.", 60)
        self.look("ended")

    def settings(self):
        app = self.app
        self.go("Settings")
        app.wait_text("Settings")
        self.look("settings")
        for part in ("Language and reading", "Security", "Backup and moving", "People on this device", "Ledger", "About Apricot"):
            if app.find(part):
                app.press(part)
                app.wait_for("Back")
                self.look("settings: " + part)
                app.press("Back")

    def elder_day(self, passphrase=PATIENT_PASSPHRASE):
        """The few large ways of elder mode, each there and back."""
        app = self.app
        self.unlock(passphrase)
        for way, heading in (("My medicines and allergies", "My medicines and allergies"),
                             ("Who looked at my records", "Who may see my records, and who did"), ("Help", "Help")):
            app.press(way)
            app.wait_text(heading, 60)
            self.look("elder: " + way.lower())
            self.go("Home")
        app.press("Show my code to a clinic")
        app.press(re.compile(re.escape(HOSPITAL) + ".*"), 60)
        app.press("Medicines and allergies only")
        app.press("See exactly what they would see")
        app.wait_text("Is this right?", 60)
        self.look("share: exactly this")
        self.sign()

    def lock(self):
        self.go("Home")
        self.app.press("Lock now")
        self.app.wait_text("Open my record")


class Nurse:
    """Somebody at the counter with the app `apricot-clinic`."""

    PIN = "4417"

    def __init__(self, app, world, look=nothing):
        self.app, self.world, self.look = app, world, look
        self.name = in_language(app, "Nurse Chen", "陈护士")

    def first_look(self):
        self.app.wait_text("Set up this counter")
        self.look("first start")

    def unlock(self, passphrase=CLINIC_PASSPHRASE):
        app = self.app
        app.wait_text("This counter is locked")
        self.look("locked")
        app.type("Passphrase", passphrase)
        app.press("Open the counter")
        self.sign_in()
        self.look("scan")

    def sign_in(self):
        """Where staff have names of their own: the first one there adds hers."""
        app = self.app
        came = app.first_of("Scan the patient's code", "Who works at this counter?", "Who is there?", seconds=60)
        if came == "Who works at this counter?":
            self.look("staff: first name")
            app.type("Name, as it stands in the log", self.name)
            app.type("A new PIN (at least 4 characters)", self.PIN)
            app.press("Add this name")
            came = app.first_of("Scan the patient's code", "Who is there?", seconds=60)
        if came == "Who is there?":
            app.press(self.name)
            app.type("Your PIN", self.PIN)
            self.look("staff: sign in")
            app.press("Sign in")
        app.wait_text("Scan the patient's code", 60)

    def scan(self, patient_app):
        """The hand scanner reads the patient's screen and types what it read."""
        with tempfile.TemporaryDirectory() as folder:
            picture = folder + "/screen.png"
            patient_app.bring("Code for %1")
            patient_app.picture(picture)
            code = self.world.code_in(picture)
        self.scan_text(code)
        return code

    def scan_text(self, code):
        app = self.app
        if app.first_of("The code", "Scan the next code", "Scan") != "The code":
            app.press("Scan the next code" if app.find("Scan the next code") else "Scan")
        app.focus("The code")
        app.scanner_types(code)
        # A scanner is quick enough to be known for one: then nothing stays in the field to be read.
        if app.first_of("What this code opens", "Read the code") == "Read the code":
            app.press_if("Read the code")

    def checked(self):
        self.app.wait_text("What this code opens", 60)
        self.look("what it opens")

    def open(self):
        app = self.app
        app.press("Open the records")
        app.wait_text("Open: %1 records", 60)
        self.look("the visit")

    def open_or_again(self):
        """After a power cut: opens, or opens again what is redeemed already; says which."""
        app = self.app
        opened, again = "Open: %1 records", "Show the records again"
        if app.first_of("Open the records", again) == "Open the records":
            app.press("Open the records")
            if app.first_of(opened, re.compile(".*(already been used).*", re.DOTALL), seconds=60) == opened:
                return "it was opened now"
            app.press("Understood")
            again = "We opened this before: show it again"
        app.press(again)
        app.wait_text(opened, 60)
        return "it was redeemed already, and opened again"

    def try_open_used(self):
        """A code that was used up opens nothing new."""
        app = self.app
        app.wait_text("What this code opens", 60)
        self.look("scanned again")
        if app.find("Open the records"):
            app.press("Open the records")
            app.wait_text(USED, 60)
            app.press("Understood")

    def try_open_ended(self, code):
        """A permission that the patient has ended opens nothing, and not what it had opened either. What a
        counter is shown of a ledger of others may be seconds old: then it scans again."""
        for left in range(5, -1, -1):
            self.scan_text(code)
            self.app.wait_text("What this code opens", 60)
            try:
                self.app.wait_text(ENDED, 5)
                break
            except Failed:
                if left == 0:
                    raise
                self.put_aside()
        self.look("refused")

    def put_aside(self):
        self.app.press(self.app.first_of("Not this one", "Scan another code"))

    def write_back(self):
        """A result of this visit, signed and sealed to the patient; where the app can."""
        app = self.app
        if not app.find("Write to the patient"):
            return False
        app.press("Write to the patient")
        app.press("A result")
        for field, text in (("Test", in_language(app, *TEST)), ("Value", "4.4"), ("Unit", "mmol/L"), ("Usual from", "3.5"), ("Usual to", "5.3")):
            app.type(field, text)
        self.look("writing")
        app.press("Look at it")
        app.wait_text("Look at it before it is sent")
        self.look("writing: look at it")
        app.press("Sign and send")
        app.wait_text("Open: %1 records", 60)
        return True

    def finish(self):
        app = self.app
        app.press("Finish and erase")
        app.first_of("Scan the patient's code", "No code was opened yet. Up to %1 visits can be open at once.", "Scan the next code")

    def lock(self):
        app = self.app
        if not app.find("Lock the counter") and not app.find("Lock and erase all"):
            app.press("About this desk" if app.find("About this desk") else "This desk")
        app.press(app.first_of("Lock the counter", "Lock and erase all"))
        app.wait_text("This counter is locked")


def play(patient, nurse):
    """The whole loop between two apps that are both locked."""
    patient.unlock()
    patient.read()
    patient.share()
    nurse.unlock()
    code = nurse.scan(patient.app)
    nurse.checked()
    nurse.open()
    written = nurse.write_back()
    nurse.finish()
    nurse.scan_text(code)
    nurse.try_open_used()
    patient.done()
    if written:
        patient.read_letter()
    patient.who_looked()
    nurse.put_aside()
    patient.end()
    nurse.try_open_ended(code)
    patient.settings()
    patient.lock()
    nurse.put_aside()
    nurse.lock()
