# SPDX-License-Identifier: GPL-3.0-or-later
"""apricotctl, run from Python: passphrases through a pipe, answers as JSON."""
import json
import os
import subprocess

PATIENT_PASSPHRASE = "four plum trees by the gate"
CLINIC_PASSPHRASE = "counter three opens at eight"


class Failed(Exception):
    """A step that is not as it should be."""


class Control:
    def __init__(self, binaries):
        self.binaries = binaries
        self.ctl = binaries / "apricotctl"

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
