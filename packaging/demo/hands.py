#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the real apps from outside, as a screen reader and a hand do.

Controls are found by their accessible names over AT-SPI, pressed by their accessible action, typed
into by the keyboard (XTEST). The apps know nothing of it. `Room` is a display with a session bus and
a window manager; `App` is one running app on it. Wants Debian's python3 with python3-gi and Atspi.

Names are given in English, as they stand in qsTr(); in Chinese the same call finds the translation
from translations/zh_CN. A %1 in a name stands for anything.
"""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import xml.etree.ElementTree as ET

from control import Failed

ROOT = pathlib.Path(__file__).resolve().parents[2]
NO_FRAMES = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <placement><policy>Smart</policy></placement>
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>
"""
# What Qt itself says on a machine without hardware; anything else on stderr is a fault of ours.
HARMLESS = re.compile("|".join((
    r"^$", r"dbind-WARNING", r"^QStandardPaths: XDG_RUNTIME_DIR",
    r"^qt\.qpa\.(theme|services|wayland)", r"^Qt: Session management error",
    r"libEGL|MESA|libGL|ALSA lib|jack server|JackShm|PulseAudio|pulse",
    r"^qt\.(multimedia|speech|tts)")))


def translations():
    """{English: set of Chinese}, from every context."""
    out = {}
    for file in sorted((ROOT / "translations/zh_CN").glob("*.ts")):
        for message in ET.parse(file).getroot().iter("message"):
            said = message.findtext("translation") or ""
            out.setdefault(message.findtext("source"), set()).add(said)
    return out


def pattern(text):
    """A regular expression for a name in which %1, %L1 ... stand for anything."""
    return re.sub(r"%L?\d", "(.*)", re.escape(text).replace(r"\%", "%"))


class Room:
    """A display of its own (or the one there is), a session bus with accessibility, a window manager."""

    def __init__(self, width=1920, height=1200, display=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="apricot-room-"))
        self.started = []
        self.env = {k: v for k, v in os.environ.items()
                    if k not in ("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY",
                                 "QT_QPA_PLATFORM", "LANG", "LANGUAGE", "LC_ALL")}
        self.env |= {"LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(self.folder), "NO_AT_BRIDGE": "1",
                     "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1",
                     "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software",
                     "XDG_CONFIG_HOME": str(self.folder / "config"), "TZ": "Asia/Shanghai"}
        self.folder.chmod(0o700)
        try:
            if display is None:
                display = self.start_display(width, height)
            self.env["DISPLAY"] = display
            self.start_bus()
            rc = self.folder / "openbox.xml"
            rc.write_text(NO_FRAMES)
            self.start("openbox", "--config-file", rc, "--sm-disable")
        except BaseException:
            self.close()
            raise
        os.environ.update(self.env)  # for AT-SPI in this process, which begins now
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.atspi = Atspi
        Atspi.set_timeout(4000, 8000)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def start(self, *words, **more):
        process = subprocess.Popen([str(w) for w in words], env=self.env, stdin=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True, **more)
        self.started.append(process)
        return process

    def start_display(self, width, height):
        read_end, write_end = os.pipe()
        self.start("Xvfb", "-displayfd", write_end, "-screen", 0, f"{width}x{height}x24", "-nolisten", "tcp",
                   "-noreset", pass_fds=(write_end,), stdout=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as told:
            number = told.readline().strip()
        if not number:
            raise Failed("no display: Xvfb did not start")
        return ":" + number

    def start_bus(self):
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE)
        address = bus.stdout.readline().decode().strip()
        if not address:
            raise Failed("no session bus: dbus-daemon did not start")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address

    def do(self, *words):
        """Runs a small program of the desktop (xdotool, import) and returns what it says."""
        done = subprocess.run([str(w) for w in words], env=self.env, stdin=subprocess.DEVNULL, timeout=60,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            raise Failed(f"{words[0]} {words[1]}: {done.stderr.strip()}")
        return done.stdout.strip()

    def copy(self, text):
        """Puts a text on the clipboard."""
        holder = subprocess.Popen(["xclip", "-selection", "clipboard", "-quiet"], env=self.env, stdin=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, start_new_session=True)
        holder.stdin.write(text.encode())
        holder.stdin.close()
        self.started.append(holder)
        time.sleep(0.2)

    def picture(self, file):
        """The whole display."""
        self.do("import", "-window", "root", file)

    def close(self):
        for process in reversed(self.started):
            process.terminate()
        for process in reversed(self.started):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class App:
    """One running app."""

    def __init__(self, room, program, *arguments, language="en", size=(420, 780), place=(0, 0), env=None):
        self.room, self.program, self.language = room, pathlib.Path(program), language
        self.chinese = translations() if language.startswith("zh") else None
        self.errors = tempfile.TemporaryFile(dir=room.folder)
        self.process = subprocess.Popen([str(program), *map(str, arguments)], env=room.env | (env or {}),
                                        stdin=subprocess.DEVNULL, stdout=self.errors, stderr=self.errors)
        self.window = self.wait(self.find_window, "its window is up", 30)
        self.root = self.wait(self.find_root, "it can be reached by a screen reader", 30)
        if size:
            self.resize(*size, place)

    # --- the window -------------------------------------------------------------------------
    def find_window(self):
        if self.process.poll() is not None:
            raise Failed(f"{self.program.name} ended at its start with {self.process.returncode}:\n{self.said()}")
        done = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                              env=self.room.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        windows = done.stdout.split()
        return int(windows[0]) if windows else None

    def find_root(self):
        desktop = self.room.atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            app = self.child(desktop, i)
            try:
                if app and app.get_process_id() == self.process.pid and app.get_child_count():
                    app.set_cache_mask(self.room.atspi.Cache.NONE)
                    return app
            except self.gone:
                pass
        return None

    def resize(self, width, height, place=(0, 0)):
        self.room.do("xdotool", "windowmove", "--sync", self.window, *place) if place else None
        self.room.do("xdotool", "windowsize", "--sync", self.window, width, height)
        self.size = (width, height)

    def to_front(self):
        self.room.do("xdotool", "windowactivate", "--sync", self.window)

    def picture(self, file):
        self.to_front()
        time.sleep(0.35)  # let the last frame be drawn
        self.room.do("import", "-window", self.window, file)

    # --- finding --------------------------------------------------------------------------------
    @property
    def gone(self):
        from gi.repository import GLib
        return GLib.Error

    def child(self, node, index):
        try:
            return node.get_child_at_index(index)
        except self.gone:
            return None

    def shown(self, node=None):
        """Everything on the page, also what must be scrolled to; what vanishes meanwhile is left out."""
        atspi = self.room.atspi
        try:
            if node is None:
                node = self.root
            else:
                states = node.get_state_set()
                if not states.contains(atspi.StateType.VISIBLE):
                    box = node.get_extents(atspi.CoordType.WINDOW)
                    if box.width <= 0 or box.height <= 0:
                        return  # hidden, not scrolled away
                yield node
            for i in range(node.get_child_count()):
                child = self.child(node, i)
                if child is not None:
                    yield from self.shown(child)
        except self.gone:
            return

    def matcher(self, name):
        """Whether a text is that name, in this app's language."""
        if isinstance(name, re.Pattern):
            return name.fullmatch
        wanted = [name] if self.chinese is None else sorted(self.chinese.get(name, {name}))
        expression = re.compile("|".join(map(pattern, wanted)), re.DOTALL)
        return expression.fullmatch

    def name_of(self, node):
        try:
            return node.get_name() or ""
        except self.gone:
            return ""

    def all_named(self, name, enabled=False):
        fits, out = self.matcher(name), []
        for node in self.shown():
            if fits(self.name_of(node)) and (not enabled or self.has(node, "ENABLED")):
                out.append(node)
        return out

    def has(self, node, state):
        try:
            return node.get_state_set().contains(getattr(self.room.atspi.StateType, state))
        except self.gone:
            return False

    def role(self, node):
        try:
            return node.get_role_name()
        except self.gone:
            return ""

    def find(self, name, index=0):
        """What has that name (index: which, when several have it), or None."""
        found = self.all_named(name)
        return found[index] if len(found) > index else None

    def wait(self, what, told, seconds=25):
        end = time.monotonic() + seconds
        while True:
            found = what()
            if found:
                return found
            if self.process.poll() is not None:
                raise Failed(f"{self.program.name} ended with {self.process.returncode} while waiting that {told}:\n{self.said()}")
            if time.monotonic() > end:
                raise Failed(f"{self.program.name}: waited {seconds} s that {told}; on its screen stands:\n"
                             + "\n".join("    " + line for line in self.words()))
            time.sleep(0.05)

    def wait_for(self, name, seconds=25, index=0):
        """Waits until a control of that name is shown and enabled."""
        def ready():
            found = [n for n in self.all_named(name) if self.has(n, "ENABLED")]
            return found[index] if len(found) > index else None
        return self.wait(ready, f"there is '{name if isinstance(name, str) else name.pattern}'", seconds)

    def words(self):
        """All that is on the screen, as a screen reader would say it, without repetition."""
        out = []
        for node in self.shown():
            said = self.name_of(node)
            if said and (not out or out[-1] != said):
                out.append(said)
        return out

    def wait_text(self, words, seconds=25):
        """Waits until some text on the screen holds these words; returns the text."""
        if isinstance(words, re.Pattern):
            holds = words.search
        else:
            wanted = [words] if self.chinese is None else sorted(self.chinese.get(words, {words}))
            holds = re.compile("|".join(map(pattern, wanted)), re.DOTALL).search
        def text():
            return next((said for said in self.words() if holds(said)), None)
        told = words if isinstance(words, str) else words.pattern
        return self.wait(text, f"there stands '{told}'", seconds)

    def first_of(self, *names, seconds=25):
        """Waits for one of several names; returns the one that came (as given)."""
        def which():
            said = [self.name_of(n) for n in self.shown()]
            return next((n for n in names if any(map(self.matcher(n), said))), None)
        return self.wait(which, "one of these is there: " + ", ".join(map(str, names)), seconds)

    # --- acting ---------------------------------------------------------------------------------
    def actions(self, node):
        try:
            return [node.get_action_name(i) for i in range(node.get_n_actions())]
        except self.gone:
            return []

    def press(self, name, seconds=25, index=0):
        """Presses the control of that name, as a screen reader does."""
        end = time.monotonic() + seconds
        while True:
            nodes = [n for n in self.all_named(name) if self.has(n, "ENABLED")]
            usable = [(n, action) for n in nodes if (action := self.press_action(n)) is not None]
            if len(usable) > index:
                node, action = usable[index]
                try:
                    node.grab_focus()  # also brings it into view
                    node.do_action(action)
                    return
                except self.gone:
                    pass
            if time.monotonic() > end:
                raise Failed(f"{self.program.name}: nothing to press is called '{name}'; on its screen stands:\n"
                             + "\n".join("    " + line for line in self.words()))
            if self.process.poll() is not None:
                raise Failed(f"{self.program.name} ended with {self.process.returncode}:\n{self.said()}")
            time.sleep(0.05)

    def press_if(self, name):
        """Presses it if it is still there: what it does may have happened by itself."""
        try:
            self.press(name, seconds=2)
        except Failed:
            pass

    def press_action(self, node):
        for wanted in ("Press", "Toggle", "Click", "press", "click", "toggle"):
            for i, action in enumerate(self.actions(node)):
                if action == wanted:
                    return i
        return None

    def bring(self, name, index=0):
        """Scrolls until all of what has that name is in sight."""
        window = self.room.atspi.CoordType.WINDOW
        node = self.wait_for(name, index=index)
        self.to_front()
        for _ in range(60):
            box = node.get_extents(window)
            above, below = box.y < 0, box.y + box.height > self.size[1]
            if above == below:
                return node
            self.room.do("xdotool", "mousemove", "--window", self.window, self.size[0] // 2, self.size[1] // 2,
                         "click", 4 if above else 5)
            time.sleep(0.1)
        raise Failed(f"{self.program.name}: '{name}' does not come into sight")

    def focus(self, name, index=0):
        """Gives the keyboard to the field of that name."""
        def field():
            nodes = [n for n in self.all_named(name) if self.has(n, "EDITABLE") and self.has(n, "ENABLED")]
            return nodes[index] if len(nodes) > index else None
        node = self.wait(field, f"there is a field '{name}'")
        self.to_front()
        node.grab_focus()
        self.wait(lambda: self.has(node, "FOCUSED") or None, f"'{name}' has the keyboard", 10)
        return node

    def type(self, name, text, index=0):
        """Types into the field of that name."""
        self.focus(name, index)
        self.keys_of(text)

    def keys_of(self, text):
        if text.isascii() and len(text) < 100:
            self.room.do("xdotool", "type", "--clearmodifiers", "--delay", 12, text)
        else:  # nobody types a code by hand, and a keyboard map has no Chinese: paste it
            self.room.copy(text)
            self.key("ctrl+v")

    def scanner_types(self, text):
        """Types as a hand scanner does: fast, in one breath."""
        self.room.do("xdotool", "type", "--clearmodifiers", "--delay", 2, text)

    def key(self, *keys):
        self.room.do("xdotool", "key", "--clearmodifiers", *keys)

    # --- its end --------------------------------------------------------------------------------
    def said(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def complaints(self):
        """What it said on stderr that it should not have."""
        return [line for line in self.said().splitlines() if not HARMLESS.search(line)]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        """Closes the window as a person does, and says whether all was well."""
        if self.process.poll() is None:
            self.to_front()
            self.key("alt+F4")
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.terminate()
                self.process.wait()
                raise Failed(f"{self.program.name} does not close") from None
        if self.process.returncode:
            raise Failed(f"{self.program.name} ended with {self.process.returncode}:\n{self.said()}")
        if self.complaints():
            raise Failed(f"{self.program.name} said on stderr:\n" + "\n".join(self.complaints()))
