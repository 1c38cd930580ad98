#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hospitals on machines of their own (network namespaces), cut off from each other while the same grants
race at all of them: one order, the same everywhere."""
import os
import subprocess
import sys
import time
import unittest

from consortium import LONG, Case

SECONDS = 24 if not LONG else max(60, LONG // 10)


def possible():
    """Whether this machine lets us make namespaces: root, and a kernel that has them."""
    if os.geteuid() != 0:
        return False
    name = f"apricot-try-{os.getpid()}"
    made = subprocess.run(["ip", "netns", "add", name], capture_output=True).returncode == 0
    if made:
        made = subprocess.run(["ip", "link", "add", "apricottry", "type", "bridge"], capture_output=True).returncode == 0
        subprocess.run(["ip", "link", "del", "apricottry"], capture_output=True)
        subprocess.run(["ip", "netns", "del", name], capture_output=True)
    return made


class Partitions(Case):
    def test_one_is_cut_off_then_two(self):
        net = self.begin(isolated=True)
        racing = self.race(net, 1_000_000, SECONDS)
        time.sleep(3)
        net.part([net.hospitals[3]])
        before = net.hospitals[0].height()
        time.sleep(SECONDS / 4)
        self.others_go_on(net, before)
        net.join()
        time.sleep(SECONDS / 8)
        net.part(net.hospitals[2:])  # two and two: nobody may go on alone
        time.sleep(3)
        halted = max(h.height() for h in net.hospitals)
        time.sleep(SECONDS / 6)
        self.assertEqual(max(h.height() for h in net.hospitals), halted, "neither half makes a block")
        net.join()
        self.assertTrue(net.wait_height(halted + 2, seconds=90), self.logs(net))
        self.finished(net, racing, 180)
        self.all_agree(net)
        self.check(net)


if __name__ == "__main__":
    if not possible():
        print("SKIPPED: network namespaces cannot be made here (root is needed)")
        sys.exit(77)
    unittest.main(verbosity=2)
