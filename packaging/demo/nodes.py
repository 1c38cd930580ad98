# SPDX-License-Identifier: GPL-3.0-or-later
"""The nodes of a consortium take their places on the ledger: who runs each, and for whom."""
import time

from control import Failed


def place_nodes(control, hospitals, organisations, decide):
    """Each hospital's node is run by the organisation at the same place; `decide` is a change that the
    administrators make. Waits until every node has published its keys for the months to come."""
    for hospital, organisation in zip(hospitals, organisations):
        key = control.json("node-keys", hospital.home / "state/host-keys")["node"]
        decide("node-register", "--operator", organisation, key)
    deadline = time.time() + 60
    for hospital in hospitals:
        log = hospital.home / "node.log"
        while "month-keys-published" not in log.read_text(errors="replace"):
            if time.time() > deadline:
                raise Failed(f"{log}: no keys published")
            time.sleep(0.2)
