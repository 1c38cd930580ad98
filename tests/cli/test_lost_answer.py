# SPDX-License-Identifier: GPL-3.0-or-later
"""A node whose answers get lost, and a folder and a node that are one host: no use is spent for nothing."""
import http.server
import json
import subprocess
import threading
import unittest
import urllib.error
import urllib.request

from scene import CTL, Scene, done, run


class Between(http.server.BaseHTTPRequestHandler):
    """Hands everything on; of what is in `lost`, the answer goes nowhere."""
    lost = set()

    def log_message(self, *_):
        pass

    def go(self):
        length = int(self.headers.get("Content-Length") or 0)
        asked = urllib.request.Request(f"http://127.0.0.1:{self.server.to}{self.path}", method=self.command,
                                       data=self.rfile.read(length) if self.command == "POST" else None)
        try:
            answer = urllib.request.urlopen(asked, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        content = answer.read()
        if any(self.path.startswith(path) for path in self.lost):
            if self.path.startswith("/v1/transactions"):
                self.lost.update(self.server.with_it)
            self.close_connection = True
            return
        self.send_response(answer.status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = go


class LostAnswer(unittest.TestCase):
    def setUp(self):
        self.scene = Scene().with_clinic()
        self.addCleanup(self.scene.remove)
        info = done("ledger-info", "--ledger", self.scene.ledger, "--json")
        self.node = subprocess.Popen(
            [str(CTL.parent / "apricot-node"), "--ledger", str(self.scene.ledger), "--mailbox",
             str(self.scene.mailbox), "--listen", "127.0.0.1:0"], stderr=subprocess.PIPE)
        self.addCleanup(self.node.stderr.close)
        self.addCleanup(self.node.wait)
        self.addCleanup(self.node.terminate)
        said = next(line for line in self.node.stderr if b"gateway" in line)
        port = int(json.loads(said)["gateway"].rsplit(":", 1)[1])
        threading.Thread(target=self.node.stderr.read, daemon=True).start()
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Between)
        server.daemon_threads, server.to, server.with_it = True, port, set()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.server = server
        self.direct, self.lossy = (
            self.scene.file(name, json.dumps({"nodes": [f"http://127.0.0.1:{at}"], "chain": info["chain"],
                                              "ledger_key": info["ledgerKey"]}))
            for name, at in (("direct.json", port), ("lossy.json", server.server_port)))

    def given(self, uses):
        return done("grant", "--vault", self.scene.vault, "--ledger", self.direct, "--for", self.scene.clinic_id,
                    "--kinds", "lab-result", "--uses", uses, "--yes", "--json")

    def redeem(self, ledger, given):
        return run("redeem", "--vault", self.scene.clinic, "--ledger", ledger, given["text"], "--json")

    def test_a_lost_answer_costs_no_use(self):
        for with_it in (set(), {"/v1/"}):
            given = self.given(2)
            Between.lost, self.server.with_it = {"/v1/transactions"}, with_it
            code, out, err = self.redeem(self.lossy, given)
            if with_it:  # nothing was heard any more: the next one tells
                self.assertEqual((code, out), (1, ""), err)
                self.assertIn("UseUnsettled", err)
                self.assertIn("may be spent", err)
                code, out, err = self.redeem(self.direct, given)
            self.assertEqual(code, 0, err)
            self.assertEqual(len(json.loads(out)["resources"]), 5)
            # The other use is there still, and then none.
            self.assertEqual(self.redeem(self.direct, given)[0], 0)
            self.assertIn("GrantUsedUp", self.redeem(self.direct, given)[2])

    def test_without_its_keys_the_folder_is_no_other_host(self):
        keys = self.scene.ledger / "host-keys"
        kept = keys.read_bytes()
        given = self.given(1)
        words = ["--vault", self.scene.clinic, *self.scene.chain]
        keys.unlink()
        self.assertIn("HostKeysDamaged", run("redeem", *words, given["text"])[2])
        self.assertFalse(keys.exists())
        self.assertNotEqual(self.redeem(self.direct, given)[0], 0)
        keys.write_bytes(kept)
        self.assertEqual(self.redeem(self.direct, given)[0], 0)


if __name__ == "__main__":
    unittest.main()
