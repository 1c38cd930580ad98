#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One hospital of four fails in every way there is, and the ledger goes on; two fail, and it halts
without forking, and goes on when they return. Races go on all the while, and nothing accepted is lost."""
import os
import signal
import subprocess
import time
import unittest

from consortium import LONG, Case

SECONDS = 8 if not LONG else max(30, LONG // 20)
GRANTS = 1_000_000  # as many as the time allows


class Faults(Case):
    def test_one_killed_comes_back(self):
        net = self.begin()
        racing = self.race(net, GRANTS, SECONDS)
        time.sleep(3)
        net.hospitals[2].kill()
        before = net.hospitals[0].height()
        time.sleep(SECONDS / 3)
        self.others_go_on(net, before)
        net.hospitals[2].start()
        self.finished(net, racing)
        self.all_agree(net)
        self.check(net)

    def test_one_frozen_comes_back(self):
        net = self.begin()
        racing = self.race(net, GRANTS, SECONDS)
        time.sleep(2)
        net.hospitals[1].signal(signal.SIGSTOP)
        before = net.hospitals[0].height()
        time.sleep(SECONDS / 3)
        self.others_go_on(net, before)
        net.hospitals[1].signal(signal.SIGCONT)
        self.finished(net, racing)
        self.all_agree(net)
        self.check(net)

    def test_one_node_with_a_full_disk_stops_and_recovers(self):
        net = self.begin()
        broken = net.hospitals[3]
        broken.stop()
        # Nothing can be written beyond what is there: as on a full disk.
        size = os.path.getsize(broken.home / "state/data.mdb")
        broken.start_node()
        subprocess.run(["prlimit", "--pid", str(broken.node.pid), f"--fsize={size}"], check=True)
        broken.start_engine()
        racing = self.race(net, GRANTS, SECONDS)
        deadline = time.time() + SECONDS
        while broken.is_running() and time.time() < deadline:
            time.sleep(0.2)
        self.assertFalse(broken.is_running(), "it stops rather than guess")
        self.finished(net, racing)
        broken.kill()
        broken.start()  # with room again
        self.all_agree(net)
        self.check(net)

    def test_one_node_with_a_wrong_clock_changes_nothing(self):
        net = self.begin()
        wrong = net.hospitals[0]
        wrong.stop()
        # Our process alone lives two days ahead: blocks have a time of their own.
        library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"
        if not os.path.exists(library):
            self.skipTest("libfaketime is not installed: ./dev setup")
        wrong.node_environment = {"LD_PRELOAD": library, "FAKETIME": "+2d", "DONT_FAKE_MONOTONIC": "1"}
        wrong.start()
        racing = self.race(net, GRANTS, SECONDS)
        self.finished(net, racing)
        self.all_agree(net)
        self.check(net)

    def test_two_killed_halt_it_and_it_goes_on(self):
        net = self.begin()
        racing = self.race(net, GRANTS, SECONDS + 10)
        time.sleep(3)
        net.hospitals[2].kill()
        net.hospitals[3].kill()
        time.sleep(3)  # a block that had enough votes may still come
        halted = net.hospitals[0].height()
        time.sleep(4)
        self.assertEqual(net.hospitals[0].height(), halted, "two of four make no block")
        same, _ = net.agree(net.hospitals[:2])
        self.assertTrue(same)
        net.hospitals[2].start()
        self.assertTrue(net.wait_height(halted + 2, net.hospitals[:3], 60), self.logs(net))
        net.hospitals[3].start()
        self.finished(net, racing)
        self.all_agree(net)
        self.check(net)


if __name__ == "__main__":
    unittest.main(verbosity=2)
