#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A hospital dies at every moment of a block at which CometBFT, or our node, can die: it recovers, and
all have the same state."""
import time
import unittest

from consortium import LONG, Case

ENGINE_POINTS = range(18) if LONG else (0, 3, 8, 12, 17)  # FAIL_TEST_INDEX
NODE_MOMENTS = range(5)  # comet::Moment


class CrashPoints(Case):
    def die_and_recover(self, net, victim, seconds=20):
        """Under load until the victim is dead; then it starts again."""
        racing = self.race(net, 60, 6 if not LONG else 15, name=f"history-{time.time()}")
        deadline = time.time() + seconds
        while victim.is_running() and time.time() < deadline:
            time.sleep(0.1)
        died = not victim.is_running()
        victim.kill()
        victim.node_environment, victim.engine_environment = {}, {}
        victim.start()
        self.finished(net, racing)
        self.all_agree(net)
        return died

    def test_the_engine_dies_at_its_own_points(self):
        net = self.begin()
        victim, died = net.hospitals[1], 0
        for point in ENGINE_POINTS:
            victim.stop()
            victim.engine_environment = {"FAIL_TEST_INDEX": str(point)}
            victim.start()
            died += self.die_and_recover(net, victim)
        self.assertGreaterEqual(died, len(ENGINE_POINTS) - 1, "it died where it was told to")
        self.assertTrue(self.history_holds(net))

    def test_our_node_dies_between_finalize_and_commit(self):
        net = self.begin()
        victim = net.hospitals[2]
        for moment in NODE_MOMENTS:
            victim.stop()
            victim.node_environment = {"APRICOT_FAIL_AT": f"{moment} {net.hospitals[0].height() + 3}"}
            victim.start()
            self.assertTrue(self.die_and_recover(net, victim), f"moment {moment}: it died")
        self.assertTrue(self.history_holds(net))

    def history_holds(self, net):
        for history in net.folder.glob("history-*"):
            self.check(net, name=history.name)
        return True


if __name__ == "__main__":
    unittest.main(verbosity=2)
