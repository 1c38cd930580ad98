#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two real apps, used from outside through the whole loop, and killed at each of its steps.

    test_apps.py loop en|zh_CN       the loop on the embedded ledger
    test_apps.py consortium          the loop on four hospitals
    test_apps.py killed [ROUNDS]     SIGKILL at each step, at a moment of chance (2 rounds; a hundredth of
                                     ROUNDS in the environment, as ./dev torture sets it)
"""
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging/demo"))

from control import CLINIC_PASSPHRASE, PATIENT_PASSPHRASE, Failed  # noqa: E402
from hands import App, Room  # noqa: E402
from loop import Nurse, Patient, play  # noqa: E402
from world import SAMPLE, World  # noqa: E402

BIN = pathlib.Path(os.environ.get("APRICOT_BIN", ROOT / "build/check/bin"))


def expect(truth, what):
    if not truth:
        raise Failed("not as it should be: " + what)
    print("- " + what, flush=True)


def expect_nothing_plain(world, room, since):
    """Neither the apps' folders nor what appeared in /tmp meanwhile holds a word of hers."""
    new = [p for p in pathlib.Path(tempfile.gettempdir()).iterdir()
           if p != world.out and p != room.folder and p.stat().st_mtime >= since and p.name.startswith(("apricot", "qt_", "Qt"))]
    found = world.plain_on_disk(world.out, *[p for p in new if p.is_dir()])
    expect(not found, f"nothing of hers is plain on the disk {found or ''}")


def checkpoints(patient, world):
    """The ledger's page on four hospitals: its nodes, a checkpoint for another device, and one from elsewhere."""
    app = patient.app
    patient.unlock()
    patient.go("Settings")
    app.press("Ledger")
    app.press("Look")
    app.wait_text("Node: %1", 60)
    expect(sum("127.0.0.1" in said for said in map(app.name_of, app.shown())) >= 4, "four nodes are named")
    app.press("Show mine as a code")
    app.bring("Code of the checkpoint")
    picture = world.out / "checkpoint.png"
    app.picture(picture)
    world.run("ledger-trust", "--vault", world.clinic / "clinic.vault", "--ledger", world.ledger, "--yes", picture,
              passphrase=CLINIC_PASSPHRASE)
    expect(True, "another device takes the checkpoint off this screen")
    good = world.json("ledger-checkpoint", "--ledger", world.ledger)["text"]
    forged = good[:-6] + ("A" if good[-6] != "A" else "B") + good[-5:]
    trusted = "Your record now trusts the ledger from block %1 of %2 on."
    for text in (forged, good):
        app.focus("A checkpoint's code from elsewhere")
        app.key("ctrl+a")
        app.keys_of(text)
        app.press("Trust this checkpoint")
        app.press("Yes, I know where it is from")
        came = app.first_of("Understood", seconds=60)
        said = [app.name_of(n) for n in app.shown()]
        expect(any(map(app.matcher(trusted), said)) == (text is good),
               "a true checkpoint is trusted" if text is good else "a changed one is not")
        app.press(came)
    patient.lock()


def loop(language, consortium=False):
    began = time.time()
    with tempfile.TemporaryDirectory(prefix="apricot-world-") as folder, Room() as room:
        world = World(BIN, folder, consortium)
        try:
            world.with_clinic().with_patient()
            apps = [App(room, BIN / "apricot", *world.options(world.patient), "--language", language,
                        language=language, size=(420, 780)),
                    App(room, BIN / "apricot-clinic", *world.options(world.clinic), "--language", language,
                        language=language, size=(1100, 900), place=(440, 0))]
            play(Patient(apps[0]), Nurse(apps[1], world))
            if consortium:
                checkpoints(Patient(apps[0]), world)
            for app in apps:
                app.close()  # fails on anything said on stderr
            expect_nothing_plain(world, room, began)
        finally:
            world.close()
    print("the loop went round")


def takes_files():
    """Whether the app opens files that it is started with."""
    told = subprocess.run([BIN / "apricot", "--help"], env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
                          stdout=subprocess.PIPE, text=True, check=True).stdout
    return re.search(r"Usage: .*\[options\] \S", told)


class Killed:
    """Each step is begun and cut off by SIGKILL after a moment of chance; then the app starts again."""

    def __init__(self, room, world):
        self.room, self.world = room, world
        self.app = self.clinic = None

    def start(self, *files):
        self.app = App(self.room, BIN / "apricot", *self.world.options(self.world.patient), *files, size=(420, 780))
        return Patient(self.app)

    def start_clinic(self):
        self.clinic = App(self.room, BIN / "apricot-clinic", *self.world.options(self.world.clinic),
                          size=(1100, 900), place=(440, 0))
        return Nurse(self.clinic, self.world)

    def cut(self, app, step, longest):
        """Begins a step, kills the app meanwhile."""
        after = random.uniform(0, longest)
        timer = threading.Timer(after, app.process.kill)
        timer.start()
        try:
            step()
        except Exception as at_once:  # the app is gone, in whatever way that shows
            if app.process.poll() is None and timer.is_alive():
                raise at_once
        timer.join()
        app.process.wait()
        complaints = app.complaints()
        if complaints:
            raise Failed(f"{app.program.name} said: " + "\n".join(complaints))
        return after

    def round(self):
        world, tell = self.world, lambda text: print("  " + text, flush=True)

        patient = self.start()
        patient.fill_in()
        after = self.cut(self.app, patient.make, 1.5)
        patient = self.start()
        came = self.app.first_of("Your health record, in your hands", "Open my record")
        tell(f"killed {after:.2f} s into the first start: then '{came}'")
        patient.unlock() if came == "Open my record" else patient.begin()
        self.app.close()

        if takes_files():
            patient = self.start(SAMPLE)
            after = self.cut(self.app, patient.unlock, 6)
            brought = self.count()
            expect(brought in (0, 333), f"killed {after:.2f} s into unlocking and importing: {brought} of 333 records are there")
            patient = self.start(SAMPLE)
            patient.unlock()
            self.app.wait_text(re.compile(r"\b333\b"), 60)
            self.app.close()
        else:
            world.run("import", "--vault", world.vault, SAMPLE, passphrase=PATIENT_PASSPHRASE)
        before = self.count()
        expect(before == 333, "all her records are there")

        patient = self.start()
        patient.unlock()
        patient.choose()
        after = self.cut(self.app, patient.sign, 1)
        expect(self.count() == before, f"killed {after:.2f} s into signing: her {before} records are there")
        patient = self.start()
        patient.unlock()
        patient.share()

        nurse = self.start_clinic()
        nurse.unlock()
        code = nurse.scan(self.app)
        nurse.checked()
        after = self.cut(self.clinic, nurse.open, 1)
        nurse = self.start_clinic()
        nurse.unlock()
        nurse.scan_text(code)
        nurse.checked()
        tell(f"killed {after:.2f} s into opening: then {nurse.open_or_again()}")
        self.cut(self.clinic, nurse.write_back, 4)
        expect(not world.plain_on_disk(world.out), "killed while records stood on its screen: none is plain on the disk")
        nurse = self.start_clinic()
        nurse.unlock()
        nurse.scan_text(code)
        nurse.try_open_used()
        nurse.put_aside()
        patient.done()
        patient.who_looked()
        self.cut(self.clinic, nurse.lock, 0.3)
        self.cut(self.app, patient.lock, 0.6)
        expect(self.count() == before, "killed while locking: all is there")
        self.start().unlock()
        self.start_clinic().unlock()
        self.app.close()
        self.clinic.close()
        expect(not world.plain_on_disk(world.out), "nothing of hers is plain on the disk")

    def count(self):
        return self.world.json("unlock", "--vault", self.world.vault,
                               passphrase=PATIENT_PASSPHRASE)["records"]


def killed(rounds):
    random.seed(int(os.environ.get("SEED", time.time_ns() % 1_000_000)))
    with Room() as room:
        for number in range(rounds):
            print(f"round {number + 1} of {rounds}")
            with tempfile.TemporaryDirectory(prefix="apricot-world-") as folder:
                world = World(BIN, folder).with_clinic()
                play_once = Killed(room, world)
                try:
                    play_once.round()
                finally:
                    for app in (play_once.app, play_once.clinic):
                        if app and app.process.poll() is None:
                            app.kill()
    print("killed at every step, and nothing was lost")


def main():
    what = sys.argv[1:]
    missing = [name for name in ("Xvfb", "dbus-daemon", "openbox", "xdotool", "xclip", "import") if not shutil.which(name)]
    if missing:
        print("skipped: ./dev setup installs " + ", ".join(missing))
        sys.exit(77)
    try:
        if what[:1] == ["loop"]:
            loop(what[1])
        elif what[:1] == ["consortium"]:
            loop("en", consortium=True)
        elif what[:1] == ["killed"]:
            killed(int(what[1]) if what[1:] else max(2, int(os.environ.get("ROUNDS", "0")) // 100))
        else:
            sys.exit(__doc__)
    except Failed as failed:
        sys.exit(f"FAILED: {failed}")


if __name__ == "__main__":
    main()
