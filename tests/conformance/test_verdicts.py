# SPDX-License-Identifier: GPL-3.0-or-later
"""apricot-conformance on folders made here (and on shared ones, where there are any)."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

BIN = pathlib.Path(os.environ["APRICOT_BIN_DIR"]) / "apricot-conformance"
SOURCE = pathlib.Path(os.environ["APRICOT_SOURCE_DIR"])
SHARED = pathlib.Path(os.environ.get("APRICOT_SHARED_DATA", SOURCE / "../shared/data"))



def judge(family, folder):
    done = subprocess.run([BIN, family, folder], capture_output=True, text=True, timeout=500,
                          check=False)
    lines = done.stdout.splitlines()
    verdicts = {line.split()[1]: line.split()[0] for line in lines[:-1]}
    return done.returncode, verdicts, lines[-1] if lines else done.stderr


class Verdicts(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)

    def tearDown(self):
        self.temporary.cleanup()

    def put(self, name, content):
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def test_json_by_its_names(self):
        self.put("y_array.json", "[1, 2]")
        self.put("n_comma.json", "[1,]")
        self.put("n_number.json", "[01]")
        self.put("n_bytes.json", b'["\xff"]')
        self.put("y_pair.json", '["\\ud83d\\ude00"]')
        self.put("i_deep.json", "[" * 100000)
        self.put("deep/y_text.json", '"x"')
        code, verdicts, _ = judge("json", self.folder)
        self.assertEqual(code, 0)
        self.assertEqual(verdicts["deep/y_text.json"], "ok")
        self.assertEqual(verdicts["n_comma.json"], "refused")
        self.put("y_wrong.json", "[1,]")
        self.put("n_wrong.json", "[1]")
        code, verdicts, summary = judge("json", self.folder)
        self.assertEqual(code, 1)
        self.assertEqual((verdicts["y_wrong.json"], verdicts["n_wrong.json"]), ("WRONG", "WRONG"))
        self.assertIn("2 failed", summary)

    def test_fhir(self):
        self.put("one.json", '{"resourceType":"Patient","id":"p"}')
        self.put("two.ndjson", '{"resourceType":"Patient","id":"p"}\n{"resourceType":"Patient","id":"q"}\n')
        self.put("three.xml", "<Patient/>")
        self.put("four.json", '{"resourceType":"Bundle","type":"collection","entry":[')
        code, verdicts, _ = judge("fhir", self.folder)
        self.assertEqual(code, 0)
        self.assertEqual(verdicts, {"one.json": "ok", "two.ndjson": "ok", "three.xml": "refused",
                                    "four.json": "refused"})

    def test_cose_that_says_of_itself_what_it_is(self):
        def example(cbor, fail):
            return json.dumps({
                "fail": fail, "output": {"cbor": cbor},
                "input": {"sign0": {"key": {"kty": "OKP", "crv": "Ed25519", "x_hex": "00" * 32}}}})
        self.put("forged.json", example("d28443a10127a04161" + "5840" + "00" * 64, True))
        self.put("other.json", json.dumps({"input": {"plaintext": "x"}, "output": {"cbor": "d8604100"}}))
        code, verdicts, _ = judge("cose", self.folder)
        self.assertEqual((code, set(verdicts.values())), (0, {"refused"}))
        self.put("claims-to-be-good.json", example("d28443a10127a04161" + "5840" + "00" * 64, False))
        code, verdicts, _ = judge("cose", self.folder)
        self.assertEqual((code, verdicts["claims-to-be-good.json"]), (1, "WRONG"))

    def test_cose_that_is_genuine(self):
        # Made with the Ed25519 key of 32 bytes of 1: payload "hi", without and with external data.
        key = "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c"
        start = "d28443a10127a04268695840"
        plain = start + ("86ac177a9e4799668befe3462967c539c2b7fbc5ef9ea70bf1fca504487ad477"
                         "b5a0f52c8ef3355ea47df5b6f334ea991a9a85cbcba9e2b24bd8b727030a5c08")
        bound = start + ("f219197ca0e96ef9ae0979d70752e77d94a089d80aa5ca341f6b42bc43439870"
                         "72194d24d99e38c595b23f7eec991e8eb4fd31c345b1dc84e34230035861860b")

        def example(cbor, external, fail=False):
            return json.dumps({"fail": fail, "output": {"cbor": cbor}, "input": {"sign0": {
                "key": {"kty": "OKP", "crv": "Ed25519", "x_hex": key}, "external": external}}})
        self.put("plain.json", example(plain, ""))
        self.put("bound.json", example(bound, b"aad".hex()))
        self.put("must-fail.json", example(bound, "", True))
        code, verdicts, _ = judge("cose", self.folder)
        self.assertEqual((code, verdicts), (0, {"plain.json": "ok", "bound.json": "ok",
                                                "must-fail.json": "refused"}))
        self.put("other-data.json", example(bound, b"other".hex()))
        self.assertEqual(judge("cose", self.folder)[1]["other-data.json"], "WRONG")

    def test_qr_against_the_text_beside_it(self):
        picture = bytes.fromhex(  # 1 x 1, white
            "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154"
            "78da63f80f0001010100187aaf0b0000000049454e44ae426082")
        self.put("nothing.png", picture)
        self.put("nothing.txt", "a text")
        self.put("cut.png", picture[:30])
        code, verdicts, _ = judge("qr", self.folder)
        self.assertEqual((code, verdicts), (0, {"cut.png": "refused", "nothing.png": "refused"}))

    def test_a_name_cannot_fake_a_line(self):
        self.put("a\nok other\x1b[31m.json", "{")
        done = subprocess.run([BIN, "json", self.folder], capture_output=True, text=True, check=False)
        self.assertEqual(len(done.stdout.splitlines()), 2)
        self.assertNotIn("\x1b", done.stdout)

    def test_of_no_use(self):
        for arguments in ([], ["json"], ["nonsense", self.folder], ["json", self.folder],
                          ["json", self.folder / "missing"]):
            self.assertEqual(subprocess.run([BIN, *arguments], capture_output=True,
                                            check=False).returncode, 2)

    def test_a_light_client_by_its_trace(self):
        trace = (SOURCE / "tests/conformance/light-client/steps.json").read_text()
        self.put("steps.json", trace)
        self.assertEqual(judge("light-client", self.folder)[1], {"steps.json": "ok"})
        block = json.loads(trace)["input"][0]["block"]["signed_header"]
        self.put("rpc/commit.json", json.dumps({"result": {"signed_header": block}}))
        self.put("rpc/error.json", '{"error": {"message": "no"}}')
        self.put("hash/right.json", json.dumps({**block["header"], "hash": block["commit"]["block_id"]["hash"]}))
        self.assertEqual(judge("rpc", self.folder / "rpc")[1], {"commit.json": "ok", "error.json": "refused"})
        self.assertEqual(judge("header-hash", self.folder / "hash")[1], {"right.json": "ok"})
        # A verdict that is not ours, a block that was changed, a hash of another: each is called wrong.
        self.put("steps.json", trace.replace('"INVALID"', '"SUCCESS"', 1))
        self.assertEqual(judge("light-client", self.folder)[1]["steps.json"], "WRONG")
        block["header"]["height"] = "4"
        self.put("rpc/commit.json", json.dumps({"result": {"signed_header": block}}))
        self.put("hash/right.json", json.dumps({**block["header"], "hash": block["commit"]["block_id"]["hash"]}))
        self.assertEqual(judge("rpc", self.folder / "rpc")[1]["commit.json"], "WRONG")
        self.assertEqual(judge("header-hash", self.folder / "hash")[1]["right.json"], "WRONG")
        self.put("ics/iavl_exist.json", '{"key": "00", "value": "00", "root": "00", "proof": "0a00"}')
        self.assertEqual(judge("ics23", self.folder / "ics")[1]["iavl_exist.json"], "WRONG")

    def test_the_shared_folders(self):
        known = {"fhir": "fhir", "cose": "crypto", "qr": "qr-images", "light-client": "tendermint/single_step",
                 "header-hash": "tendermint/serialization", "rpc": "tendermint/rpc-v0_38",
                 "ics23": "tendermint/ics23-proofs"}
        if not SHARED.is_dir():
            self.skipTest(f"{SHARED} is not here: {', '.join(known)} were not judged")
        for family, folder in known.items():
            code, verdicts, summary = judge(family, SHARED / folder)
            self.assertEqual(code, 0, summary)


if __name__ == "__main__":
    unittest.main()
