#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows both apps on the synthetic patient.

On a display: opens them side by side, with a ledger, a registered clinic and her records made ready.
Without one: drives them through the loop on a display of its own, in both languages and sizes, and
leaves a picture of each of the loop's screens, and an index.html over them. Ends with 1 when a step fails.
"""
import argparse
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

from control import CLINIC_PASSPHRASE, PATIENT_PASSPHRASE, Failed
from hands import ROOT, App, Room
from loop import Nurse, Patient, play
from world import HOSPITAL, World

PHONE, DESKTOP = (360, 640), (1920, 1080)
# name, language, size, what the device remembers (qml/controls/settings.h)
FORMS = (("phone, English", "en", PHONE, {}), ("phone, 中文", "zh_CN", PHONE, {}),
         ("desktop, English", "en", DESKTOP, {}), ("desktop, 中文", "zh_CN", DESKTOP, {}),
         ("phone, 中文, 200 %", "zh_CN", PHONE, {"typeScale": 2}),
         ("phone, English, dark", "en", PHONE, {"look": 1}),
         ("desktop, 中文, high contrast", "zh_CN", DESKTOP, {"look": 2}),
         ("phone, 中文, elder mode", "zh_CN", PHONE, {"elder": "true", "typeScale": 1.5}))


def file_name(text):
    return re.sub(r"[^\w]+", "-", text).strip("-").lower()


class Album:
    """The pictures: one folder a form, one name a screen; and the page that shows them."""

    def __init__(self, folder):
        self.folder = folder
        self.forms, self.screens = [], {}  # {screen: {form: file}}, in the order they were seen

    def camera(self, form, who, app):
        if form not in self.forms:
            self.forms.append(form)

        def look(screen):
            name = f"{who}: {screen}"
            taken = self.screens.setdefault(name, {})
            file = pathlib.Path(file_name(form)) / f"{list(self.screens).index(name) + 1:02}-{file_name(name)}.png"
            (self.folder / file).parent.mkdir(parents=True, exist_ok=True)
            app.picture(self.folder / file)
            taken[form] = file
            print(f"    {name}", flush=True)
        return look

    def write_page(self):
        cell = '<a href="{0}"><img loading="lazy" src="{0}" alt="{1}"></a>'.format
        rows = []
        for screen, taken in self.screens.items():
            cells = "".join("<td>" + (cell(html.escape(str(taken[form])), html.escape(f"{screen}, {form}"))
                                      if form in taken else "") + "</td>" for form in self.forms)
            rows.append(f"<tr><th>{html.escape(screen)}</th>{cells}</tr>")
        head = "".join(f"<th>{html.escape(form)}</th>" for form in self.forms)
        (self.folder / "index.html").write_text(
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>Apricot: the screens of the loop</title><style>'
            "body{font:15px sans-serif;background:#faf7f2;color:#22201d;margin:2em}td,th{padding:8px;vertical-align:top;"
            "text-align:left}tr>th:first-child{width:9em}img{max-height:300px;max-width:420px;border:1px solid #d8d1c6}"
            f"</style><h1>Apricot: the screens of the loop</h1><table><tr><th></th>{head}</tr>{''.join(rows)}</table></html>",
            encoding="utf-8")


def remember(folder, settings):
    """As if the app had been set so before."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.ini").write_text("[General]\n" + "".join(f"{k}={v}\n" for k, v in settings.items()))


def first_start(open_app, form, album, world):
    """A person and a clinic begin; nothing is there yet."""
    app = open_app("apricot", world.out / "newcomer")
    Patient(app, album.camera(form, "patient", app)).begin()
    app.close()
    app = open_app("apricot-clinic", world.out / "new-counter")
    Nurse(app, world, album.camera(form, "clinic", app)).first_look()
    app.close()


def drive(room, world_of, album, forms):
    for form, language, size, settings in forms:
        print(f"  {form}", flush=True)
        began = time.monotonic()
        world = world_of(file_name(form)).with_clinic().with_patient()

        def open_app(name, data):
            remember(data, settings)
            return App(room, world.binaries / name, *world.options(data), "--language", language, language=language,
                       size=size)

        if "elder" in settings:  # what it changes, all of it the patient's
            app = open_app("apricot", world.patient)
            Patient(app, album.camera(form, "patient", app)).elder_day()
            app.close()
            continue
        first_start(open_app, form, album, world)
        apps = [open_app(name, data) for name, data in (("apricot", world.patient), ("apricot-clinic", world.clinic))]
        patient = Patient(apps[0], album.camera(form, "patient", apps[0]))
        nurse = Nurse(apps[1], world, album.camera(form, "clinic", apps[1]))
        try:
            play(patient, nurse)
        except Failed:
            room.picture(album.folder / "failed.png")
            raise
        for app in apps:
            app.close()
        found = world.plain_on_disk(world.out)
        if found:
            raise Failed(f"{found[0]} holds her words in the clear")
        print(f"  {form}: {time.monotonic() - began:.0f} s", flush=True)


def on_display(world):
    """Opens both, and waits until both are closed."""
    world.with_clinic().with_patient()
    print(f"\nThe patient, Lin Guifang 林桂芳: passphrase  {PATIENT_PASSPHRASE}")
    print(f"The counter of {HOSPITAL}: passphrase  {CLINIC_PASSPHRASE}\n")
    print("Close both windows to end.")
    apps = [subprocess.Popen([str(world.binaries / name), *map(str, world.options(data)), "-qwindowgeometry", place])
            for name, data, place in (("apricot", world.patient, "420x780+40+60"),
                                      ("apricot-clinic", world.clinic, "1000x780+500+60"))]
    return max(abs(app.wait()) for app in apps)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / "build/check/bin")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "build/demo")
    parser.add_argument("--hidden", action="store_true", help="drive them, even when there is a display")
    parser.add_argument("--form", action="append", help="only forms whose name holds this word")
    options = parser.parse_args()
    folder = options.out.resolve()
    worlds, screens = folder / "world", folder / "screens"
    for old in (worlds, screens):
        shutil.rmtree(old, ignore_errors=True)
    screens.mkdir(parents=True)
    try:
        if not options.hidden and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            return on_display(World(options.bin, worlds))
        album = Album(screens)
        forms = [f for f in FORMS if not options.form or any(word in f[0] for word in options.form)]
        try:
            with Room() as room:
                drive(room, lambda name: World(options.bin, worlds / name), album, forms)
        finally:
            album.write_page()
    except Failed as failed:
        print(f"\nFAILED: {failed}", file=sys.stderr)
        return 1
    print(f"\nPictures: {screens}/index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
