#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's questions go by relay over four hospitals' nodes: the letter comes and the opening is shown while
one hospital is down and another lies, as a relay and as the one that is asked. What the liar carried is sealed."""
import http.server
import json
import os
import pathlib
import re
import shutil
import ssl
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request

from consortium import Case
from testnet import ROOT, free_ports

sys.path[:0] = [str(ROOT / "tests/cli")]
from scene import bundle, done, observation, run  # noqa: E402

DIRECTLY = "they go directly"  # what apricotctl says where no relay can carry


class Liar:
    """In front of a hospital's node: passes everything on but what is carried or comes carried: to that it
    answers as if it had, with nothing of worth."""

    def __init__(self, net, hospital):
        self.port, self.carried, self.asked, self.directly, lying = free_ports(1)[0], [], [], [], self
        trusting = ssl.create_default_context(cafile=net.folder / "ca.pem")

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                status, said = 200, os.urandom(4096 + 40)
                if self.path.startswith("/v1/relay?"):
                    lying.carried.append(body)
                elif self.path == "/v1/relayed":
                    lying.asked.append(body)
                else:
                    lying.directly.append(self.path)
                    asked = urllib.request.Request(hospital.url + self.path, data=body or None, method=self.command)
                    try:
                        with urllib.request.urlopen(asked, timeout=20, context=trusting) as got:
                            said = got.read()
                    except urllib.error.HTTPError as refused:
                        status, said = refused.code, refused.read()
                self.send_response(status)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            do_GET = do_POST = answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(net.folder / "node.pem", net.folder / "node.key")
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"https://127.0.0.1:{self.port}"


class Relay(Case):
    def begin_with_nodes(self):
        self.admin = self.made_folder() / "admin.vault"
        net = self.made(admins=[done("admin-create", "--vault", self.admin, "--json")["admin"]])
        for hospital in net.hospitals:
            hospital.node_options = {"authority": net.folder / "ca.pem"}
        net.start()
        self.assertTrue(net.wait_height(2, seconds=60), self.logs(net))
        self.liar = Liar(net, net.hospitals[3])
        self.addCleanup(self.liar.server.shutdown)
        # No relay is possible yet: that is said, in these words.
        early = net.folder / "early.vault"
        done("create", "--vault", early)
        self.assertIn(DIRECTLY, done("log", "--vault", early, "--ledger", net.file))
        addresses = [h.url for h in net.hospitals[:3]] + [self.liar.url]
        decide = ["--yes", "--ledger", net.file, "--vault", self.admin]
        self.clinics = []
        for i, (hospital, address) in enumerate(zip(net.hospitals, addresses)):
            request, vault = net.folder / "request", net.folder / f"clinic{i}.vault"
            made = done("clinic-create", "--vault", vault, "--name", f"Hospital {i}", "--replace", request, "--json")
            done("clinic-register", *decide, request)
            self.clinics.append((vault, made["organisation"]))
            key = done("node-keys", hospital.home / "state/host-keys", "--json")["node"]
            done("node-register", *decide, "--operator", made["organisation"], "--address",
                 address.removeprefix("https://"), key)
        deadline = time.time() + 60
        for hospital in net.hospitals:
            while "month-keys-published" not in (hospital.home / "node.log").read_text(errors="replace"):
                self.assertLess(time.time(), deadline, self.logs(net))
                time.sleep(0.1)
        return net, addresses

    def made_folder(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="apricot-relay-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return folder

    def file_of(self, net, name, addresses, hospitals):
        genesis = {n: net.genesis[n] for n in ("chain_id", "genesis_time", "validators")}
        nodes = [{"address": addresses[h], "operator": f"hospital{h}"} for h in hospitals]
        path = net.folder / name
        path.write_text(json.dumps({"genesis": genesis, "nodes": nodes, "authority": str(net.folder / "ca.pem")}))
        return path

    def test_grants_inbox_and_log(self):
        net, addresses = self.begin_with_nodes()
        everybody = self.file_of(net, "all.json", addresses, [0, 1, 2, 3])
        patient, records = net.folder / "patient.vault", net.folder / "bundle.json"
        records.write_text(bundle(3), encoding="utf-8")
        done("create", "--vault", patient)
        done("import", "--vault", patient, records)
        (desk, clinic), code = self.clinics[0], net.folder / "code.png"
        given = done("grant", "--vault", patient, "--ledger", everybody, "--for", clinic, "--kinds", "lab-result",
                     "--uses", "2", "--yes", "--qr", code, "--json")
        self.assertEqual(len(done("redeem", "--vault", desk, "--ledger", net.file, code, "--json")["resources"]), 3)
        letter = net.folder / "letter.json"
        letter.write_text(json.dumps(observation(99, text="Potassium")), encoding="utf-8")
        # A message lies at two operators: at two that go on, of which one may be the relay.
        honest = self.file_of(net, "honest.json", addresses, [0, 1])
        done("write-back", "--vault", desk, "--ledger", honest, code, letter)

        net.hospitals[2].kill()
        # Whoever is drawn first: the one that is down, the one that lies, or another.
        few = self.file_of(net, "few.json", addresses, [0, 2, 3])
        news = done("inbox", "--vault", patient, "--ledger", few, "--json")
        self.assertEqual([(n["state"], len(n["records"])) for n in news["letters"]], [("verified", 1)])
        log = done("log", "--vault", patient, "--ledger", few, "--json")
        self.assertEqual((log["grants"][0]["grant"], log["grants"][0]["used"]), (given["grant"], 1))
        said = done("log", "--vault", patient, "--ledger", few)
        self.assertNotIn(DIRECTLY, said)
        # The liar is somebody's relay too: it is passed over by all whose turn it would be.
        before = time.time()
        for i in range(12):
            if self.liar.carried:
                break
            stranger = net.folder / f"stranger{i}.vault"
            done("create", "--vault", stranger)
            self.assertNotIn(DIRECTLY, done("log", "--vault", stranger, "--ledger", few))
        self.assertTrue(self.liar.carried, "it was nobody's relay")
        for body in self.liar.carried + self.liar.asked:
            self.assertIsNone(re.search(rb"prefix|/v1/|bits", body), "sealed")
        print(f"relay: the liar carried {len(self.liar.carried)} and was asked {len(self.liar.asked)} times; "
              f"strangers took {time.time() - before:.1f} s", flush=True)
        # Where the lying one and the dead one are all there is, that is an error, and the liar is asked nothing
        # itself but whether it is there, and blocks.
        none = self.file_of(net, "none.json", addresses, [2, 3])
        self.liar.directly.clear()
        status, out, err = run("log", "--vault", patient, "--ledger", none)
        self.assertEqual(status, 1, out + err)
        self.assertRegex(err, r"(?m)^\((NodeUnreachable|CiphertextRejected), ")  # of whoever was drawn last
        paths = {path.partition("?")[0] for path in self.liar.directly}
        self.assertLessEqual(paths, {"/v1/ledger", "/v1/light-block"}, "asked directly")


if __name__ == "__main__":
    unittest.main(verbosity=2)
