# SPDX-License-Identifier: GPL-3.0-or-later
"""What apricotctl says and how it ends: help, refusals, exit codes, hostile words."""
import datetime
import json
import os
import pathlib
import pty
import re
import shlex
import subprocess
import tempfile
import unittest

from scene import CTL, Scene, done, observation, run, start



class Words(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scene = Scene()
        done("import", "--vault", cls.scene.vault, cls.scene.bundle)

    @classmethod
    def tearDownClass(cls):
        cls.scene.remove()

    def refused(self, code, name, *arguments, **more):
        ended, out, err = run(*arguments, **more)
        self.assertEqual(ended, code, out + err)
        self.assertIn(name, err)
        self.assertEqual(out, "")

    def test_every_verb_teaches_itself(self):
        text = done("--help")
        verbs = [line.split()[0] for line in text.splitlines() if line.startswith("  ")]
        self.assertGreater(len(verbs), 20)
        for verb in verbs:
            self.assertTrue(done(verb, "--help").startswith(f"apricotctl {verb} "))

    def test_an_unclear_command_is_refused_before_anything_happens(self):
        vault = ["--vault", self.scene.vault]
        for arguments in (["fly"], ["list"], ["list", *vault, "--kinds", "nonsense"],
                          ["list", *vault, "--limit", "0"], ["list", *vault, "--from", "yesterday"],
                          ["list", *vault, "stray"], ["show", *vault, "abc"],
                          ["list", *vault, *vault], ["list", *vault, "--qr", "x"], ["list", "--vault"],
                          ["list", *vault, "--lang", "tlh"], ["level", *vault, "--to", "6", "00" * 16]):
            self.refused(2, "CommandUnclear", *arguments)
        self.assertEqual(run()[0], 2)

    def test_a_clinic_of_an_unusable_name_makes_no_keys(self):
        vault, request = self.scene.folder / "nameless.vault", self.scene.folder / "nameless.request"
        for name in ("\u3164", "Clinic\u202e", "Clinic\nApproved", "\U000e0041Clinic"):
            self.refused(1, "OrganisationInvalid", "clinic-create", "--vault", vault, "--name", name, request)
            self.assertFalse(vault.exists() or request.exists())

    def test_a_record_is_one_line_whatever_it_says(self):
        scene = Scene().with_clinic()
        try:
            forged = "Sodium\n2026-01-01  lab-result  Everything is normal\nThat is all."
            entry = {"resource": observation(77, text=forged)}
            file = scene.file("forged.json", json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [entry]}))
            done("import", "--vault", scene.vault, file)
            for arguments in (["list"], ["search", "Sodium"]):
                lines = [line for line in done(arguments[0], "--vault", scene.vault, *arguments[1:]).splitlines() if line]
                self.assertEqual(sum("Sodium" in line for line in lines), 1, lines)
                self.assertFalse(any(line.lstrip().startswith(("2026-01-01", "That is all")) for line in lines), lines)
            given = done("grant", "--vault", scene.vault, *scene.chain, "--for", scene.clinic_id, "--kinds", "lab-result",
                         "--yes")
            self.assertFalse(any(line.lstrip().startswith(("2026-01-01", "That is all")) for line in given.splitlines()), given)
        finally:
            scene.remove()

    # A pipe is no file: who opens one waits for whoever writes.
    def test_a_pipe_in_place_of_a_file_is_refused_at_once(self):
        pipe = self.scene.folder / "pipe"
        os.mkfifo(pipe)
        for arguments in (["scan", "--ledger", self.scene.ledger, pipe], ["verify", "--ledger", self.scene.ledger, pipe],
                          ["consortium-show", pipe], ["unlock", "--vault", pipe],
                          ["import", "--vault", self.scene.vault, pipe]):
            process = start(*arguments)
            try:
                self.assertNotEqual(process.wait(timeout=30), 0, arguments)
            finally:
                process.kill()
                process.communicate()
        self.assertFalse((self.scene.folder / "pipe.lock").exists())

    def test_every_option_of_every_verb_is_explained_and_every_example_is_understood(self):
        verbs = re.findall(r"^  ([a-z-]+) ", done("--lang", "en", "--help"), re.M)
        self.assertGreater(len(verbs), 40)
        with tempfile.TemporaryDirectory() as empty:
            for verb in verbs:
                for language, example in (("en", "Example: "), ("zh", "例：")):
                    said = done("--lang", language, verb, "--help")
                    self.assertEqual(said, done("--lang", language, "--help", verb))
                    usage, _, rest = said.partition("\n\n")
                    # What it takes, what its usage says and what is explained are the same.
                    wanted = set(re.findall(r"--[a-z-]+", usage))
                    explained = re.findall(r"^  (--[a-z-]+).*\n      (.*)$", rest, re.M)
                    if "--vault" in wanted:
                        wanted.add("--passphrase-fd")
                    self.assertEqual(wanted, {option for option, _ in explained}, verb)
                    for option, words in explained:
                        self.assertGreater(len(words), 6, (verb, option))
                        self.assertEqual(bool(re.search("[一-鿿]", words)), language == "zh", (verb, words))
                    typed = shlex.split(rest.split(example)[1].splitlines()[0])
                    self.assertEqual(typed[:2], ["apricotctl", verb])
                    self.assertGreater(len(typed), 2, verb)
                ended = subprocess.run([CTL, *typed[1:]], stdin=subprocess.DEVNULL, capture_output=True,
                                       cwd=empty, check=False, timeout=60)
                # It fails for want of files, not of words.
                self.assertNotIn(b"CommandUnclear", ended.stderr, typed)

    def test_verbs_stand_under_whose_business_they_are_and_every_word_to_type_is_explained(self):
        for language in ("en", "zh"):
            groups = done("--lang", language, "--help").split("\n\n")[1:7]
            for group in groups:
                heading, *verbs = group.splitlines()
                self.assertNotRegex(heading, "^ ")
                self.assertGreaterEqual(len(verbs), 1, group)
                for line in verbs:
                    self.assertRegex(line, "^  [a-z-]+ ")
        whose = {verb: group.splitlines()[0] for group in done("--lang", "en", "--help").split("\n\n")[1:7]
                 for verb in re.findall("^  ([a-z-]+) ", group, re.M)}
        self.assertNotEqual(whose["grant"], whose["redeem"])
        self.assertNotEqual(whose["consortium-sign"], whose["node-keys"])
        for verb in whose:
            said = done("--lang", "en", verb, "--help")
            usage = said.partition("\n\n")[0]
            told = set(re.findall("^  ([A-Z][A-Z-]*)$", said, re.M))
            words = re.sub(r"--[a-z-]+ [^\s\]]+", "", usage)
            for place in re.findall(r"\b[A-Z][A-Z-]*[A-Z]\b", words):
                self.assertIn(place, told, f"{verb}: {place}")
            for term in ("KIND", "PURPOSE", "ROLE", "PROFESSION", "LEVEL", "GRADE", "POWER", "KEY"):
                if re.search(rf"\b{term}\b", usage):
                    self.assertIn(term, told, verb)
        self.assertIn("doctor, nurse", done("policy-set", "--help"))
        self.assertIn("0 takes it off", done("--lang", "en", "validators-change", "--help"))

    def test_what_was_unclear_comes_first_and_in_the_language_that_is_spoken(self):
        vault = ["--vault", self.scene.vault]
        for arguments, english, chinese in (
                (["list", *vault, "--kinds", "xray"], "xray is no KIND, which is one of lab-result", "xray"),
                (["list", *vault, "--limit", "none"], "--limit takes a whole number from 1", "整数"),
                (["list", "--nonsense"], "--nonsense does not belong here", "不属于"),
                (["validators-change", *vault, "--ledger", "x", "11"], "11 is no KEY:POWER", "KEY:POWER"),
                (["policy-set", *vault, "--ledger", "x", "provider"], "provider is no line of a policy", "政策"),
                (["write-back", *vault, "--ledger", "x", "--kind", "bill", "code", "file"],
                 "bill is no kind of letter, which is one of result", "信件"),
                (["clinic-create", "--vault", "x", "--name", "n" * 129, "y"], "--name takes at most 128 bytes", "字节"),
                (["clinic-create", "--vault", "x", "--name", "n", "--desk", "own,own", "y"], "names one key twice", "钥匙"),
                (["clinic-create", "--vault", "x", "--name", "n", "--desk", "", "y"], "takes 1 to 256 desks", "窗口"),
                (["fly"], "There is no verb fly", "fly")):
            said = run(*arguments)[2].splitlines()
            self.assertIn(english, said[0])
            said = run("--lang", "zh", *arguments)[2].splitlines()
            self.assertIn(chinese, said[0])
            self.assertRegex(said[0], "[一-鿿]")
        # And how it is meant.
        self.assertIn("KEY:POWER,KEY:POWER", run("validators-change", "11")[2])

    def test_every_hint_names_a_verb_and_options_that_there_are(self):
        root = pathlib.Path(__file__).parents[2]
        sources = [*root.glob("core/base/errors/*.def"), *root.glob("app/cli/*.cpp"), *root.glob("*.md"),
                   *root.glob("core/*/README.md"), *root.glob("packaging/consortium/*.md"), *root.glob("app/*/README.md"),
                   *root.glob("packaging/man/*")]
        verbs = set(re.findall(r"^  ([a-z-]+) ", done("--lang", "en", "--help"), re.M))
        hints, options = 0, {}
        for source in sources:
            text = re.sub(r'"\s*\n\s*"', "", source.read_text(encoding="utf-8")).replace("\\-", "-")
            for verb, rest in re.findall(r"\bapricotctl ([a-z][a-z-]+)([^\n`;\"]*)", text):
                at = f"{source}: apricotctl {verb}"
                self.assertIn(verb, verbs, at)
                hints += 1
                if verb not in options:
                    options[verb] = set(re.findall(r"--[a-z-]+", done("--lang", "en", verb, "--help")))
                for option in re.findall(r"(?<!\S)--[a-z][a-z-]*", rest):
                    self.assertIn(option, options[verb] | {"--lang", "--help"}, at)
        self.assertGreater(hints, 12)

    def test_what_a_vault_has_done_is_told_in_sentences(self):
        vault = ["--vault", self.scene.vault]
        english, chinese = done("events", *vault), done("events", *vault, "--lang", "zh")
        self.assertIn("Records came in: ", english)
        self.assertNotRegex(english + chinese, "[{}]")
        for line in chinese.strip().splitlines():
            self.assertRegex(line, r"^\d{4}-\d\d-\d\d \d\d:\d\d [+-]\d\d:\d\d  .*[一-鿿].*。$")
        self.assertTrue(done("events", *vault, "--json")["events"][0]["body"].startswith("{"))

    def test_what_is_no_number_is_refused_and_nothing_is_guessed(self):
        common = ["--vault", self.scene.vault, "--ledger", self.scene.ledger]
        key = "11" * 32
        for arguments in (["validators-change", *common, f"{key}:ten"], ["validators-change", *common, f"{key}:"],
                          ["validators-change", *common, f"{key}:10x"], ["validators-change", *common, f"{key}:-1"],
                          ["validators-change", *common, f"{key}:99999999999999999999"],
                          ["consortium-change", *common, "--admins", key],  # no silent quorum of 1
                          ["consortium-change", *common, "--admins", key, "--quorum", "1"],  # nor of the quota
                          ["consortium-change", *common, "--admins", key, "--quorum", "one", "--quota", "0"],
                          ["rules-schedule", *common, "--from-block", "9"],
                          ["consortium-change", *common, "--admins", f"{key},{'22' * 32},{'33' * 32}", "--quorum", "3"],
                          ["consortium-change", *common, "--admins", key, "--quorum", "1", "--quota", "-1"],
                          ["rules-schedule", *common, "--rules", "3"], ["rules-schedule", *common, "--from-block", "soon"],
                          ["rules-schedule", *common, "--rules", "1000", "--from-block", "9"],
                          ["rules-cancel", *common], ["rules-cancel", *common, "--rules", "4th"],
                          ["node-register", *common, key], ["node-register", *common, "--operator", "00" * 16, "here"]):
            self.refused(2, "CommandUnclear", *arguments)
        ended = subprocess.run([CTL, "list", "--vault", self.scene.vault, "--passphrase-fd", "two"],
                               stdin=subprocess.DEVNULL, capture_output=True, check=False)
        self.assertEqual(ended.returncode, 2)

    def test_a_wrong_passphrase_and_a_missing_one(self):
        self.refused(4, "WrongPassphrase", "list", "--vault", self.scene.vault, passphrase="crane")
        ended = subprocess.run([CTL, "list", "--vault", self.scene.vault, "--passphrase-fd", "0"],
                               stdin=subprocess.DEVNULL, capture_output=True, check=False)
        self.assertIn(b"PassphraseMissing", ended.stderr)

    def test_the_passphrase_at_the_terminal_is_not_shown(self):
        child, terminal = pty.fork()
        if child == 0:
            os.execv(CTL, [str(CTL), "list", "--vault", str(self.scene.vault)])
        shown = b""
        while b": " not in shown:
            shown += os.read(terminal, 1024)
        os.write(terminal, b"seven cranes\n")
        try:
            while chunk := os.read(terminal, 4096):
                shown += chunk
        except OSError:  # the other end is closed
            pass
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)
        self.assertNotIn(b"seven", shown)
        self.assertIn("血糖".encode(), shown)

    def at_a_terminal(self, typed, *arguments):
        """What it says, and how it ends, when each question is answered with the next line."""
        child, terminal = pty.fork()
        if child == 0:
            os.execv(CTL, [str(CTL), *map(str, arguments)])
        said, seen, lines = b"", 0, list(typed)
        try:
            while chunk := os.read(terminal, 4096):
                said += chunk
                if said[seen:].endswith(b": ") and lines:
                    os.write(terminal, lines.pop(0).encode() + b"\n")
                    seen = len(said)
        except OSError:  # the other end is closed
            pass
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said.decode(), lines

    def test_a_new_passphrase_is_typed_twice_and_alike_wherever_one_is_made(self):
        folder = self.scene.folder
        words = done("phrase", "--vault", self.scene.vault).strip()
        changing = folder / "twice-changing.vault"
        done("create", "--vault", changing)
        for number, (before, verb, *arguments) in enumerate((
                ([], "create"), ([words], "recover"), ([], "admin-create"),
                ([], "clinic-create", "--name", "Clinic", folder / "twice.request"),
                ([], "ledger-create", "--ledger", folder / "twice-ledger"))):
            vault = folder / f"twice-{number}.vault"
            there = set(folder.iterdir())
            code, said, left = self.at_a_terminal([*before, "seven cranes", "seven crones"], verb, "--vault", vault, *arguments)
            self.assertIn("PassphrasesDiffer", said, verb)
            self.assertEqual((code, left), (1, []), said)
            self.assertEqual(set(folder.iterdir()), there, verb)
            code, said, left = self.at_a_terminal([*before, "seven cranes", "seven cranes"], verb, "--vault", vault, *arguments)
            self.assertEqual((code, left), (0, []), said)
            self.assertTrue(vault.exists())
        code, said, _ = self.at_a_terminal(["seven cranes", "new words", "new wrods"], "passphrase", "--vault", changing)
        self.assertIn("PassphrasesDiffer", said)
        done("unlock", "--vault", changing)

    def test_bad_input_is_refused_by_name_and_changes_nothing(self):
        vault = ["--vault", self.scene.vault]
        before = done("unlock", *vault, "--json")
        for text, exit_code in (("", 3), ("{", 3), ("<Patient/>", 3), ('{"a":1}', 3), ("[1,2]", 3)):
            file = self.scene.file("bad", text)
            code, out, err = run("import", *vault, file)
            self.assertEqual((code, out), (exit_code, ""), err)
        self.refused(4, "FileUnreadable", "import", *vault, self.scene.folder / "nothing")
        self.assertEqual(done("unlock", *vault, "--json"), before)

    def test_a_partly_bad_bundle_comes_in_with_a_report(self):
        good, bad = observation(900), {"id": "no type"}
        file = self.scene.file("partly", json.dumps({
            "resourceType": "Bundle", "type": "collection",
            "entry": [{"resource": bad}, {"resource": good}]}))
        report = done("import", "--vault", self.scene.vault, file, "--json")
        self.assertEqual(report["added"], 1)
        self.assertEqual(len(report["rejected"]), 1)
        self.assertTrue(report["rejected"][0]["reason"])

    def test_a_record_cannot_steer_the_terminal(self):
        hostile = observation(901, text="evil\x1b]0;owned\x07\x9b31m \u202etxt")
        file = self.scene.file("hostile", json.dumps(hostile))
        done("import", "--vault", self.scene.vault, file)
        shown = done("search", "--vault", self.scene.vault, "evil")
        self.assertIn("evil", shown)
        for character in "\x1b\x07\x9b\u202e":
            self.assertNotIn(character, shown)

    def test_search_finds_two_chinese_characters(self):
        rows = done("search", "--vault", self.scene.vault, "血糖", "--json")["records"]
        self.assertGreaterEqual(len(rows), 5)
        self.assertEqual(done("search", "--vault", self.scene.vault, "血压", "--json")["records"], [])

    def test_recovery_words_bring_the_keys_back(self):
        words = done("phrase", "--vault", self.scene.vault).strip()
        self.assertEqual(len(words.split()), 24)
        other = self.scene.folder / "recovered.vault"
        code, out, err = run("recover", "--vault", other, passphrase=f"{words}\nnew words")
        self.assertEqual(code, 0, out + err)
        self.assertEqual(run("phrase", "--vault", other, passphrase="new words")[1].strip(), words)
        wrong = words.split()[0] + " " + " ".join(words.split()[:23])
        self.assertNotEqual(run("recover", "--vault", self.scene.folder / "x",
                                passphrase=f"{wrong}\nnew")[0], 0)
        self.assertFalse((self.scene.folder / "x").exists())

    def test_recovery_words_are_numbered_for_whoever_writes_them_down(self):
        words = done("phrase", "--vault", self.scene.vault).split()
        code, said, _ = self.at_a_terminal(["seven cranes"], "phrase", "--vault", self.scene.vault)
        self.assertEqual(code, 0, said)
        self.assertEqual(re.findall(r"(\d+)\. (\w+)", said), [(str(n + 1), word) for n, word in enumerate(words)])

    def test_recovery_words_in_either_language_bring_back_the_same_keys(self):
        english = done("phrase", "--vault", self.scene.vault).strip()
        chinese = done("phrase", "--vault", self.scene.vault, "--lang", "zh").strip()
        self.assertRegex(chinese, "^[一-鿿]( [一-鿿]){23}$")
        numbered = " ".join(f"{n + 1}.{word.upper()}," for n, word in enumerate(english.split()))
        for number, typed in enumerate((chinese, chinese.replace(" ", ""), chinese.replace(" ", "\u3000"),
                                        chinese.replace(" ", "、"), numbered)):
            other = self.scene.folder / f"chinese-{number}"
            code, out, err = run("recover", "--vault", other, passphrase=f"{typed}\nnew words")
            self.assertEqual(code, 0, out + err)
            self.assertEqual(run("phrase", "--vault", other, passphrase="new words")[1].strip(), english)

    def test_a_changed_passphrase(self):
        vault = self.scene.folder / "changing.vault"
        done("create", "--vault", vault)
        self.assertEqual(run("passphrase", "--vault", vault,
                             passphrase="seven cranes\nseven herons")[0], 0)
        self.refused(4, "WrongPassphrase", "unlock", "--vault", vault)
        self.assertEqual(run("unlock", "--vault", vault, passphrase="seven herons")[0], 0)

    def test_it_speaks_chinese(self):
        self.assertIn("健康", done("--lang", "zh", "--help"))
        code, _, err = run("--lang=zh", "list", "--vault", self.scene.vault, passphrase="no")
        self.assertEqual(code, 4)
        self.assertRegex(err, "[一-鿿]")
        self.assertNotRegex(err, "。 ")


class Scripts(unittest.TestCase):
    """With --json stdout is one JSON object, or nothing when the command was refused."""
    def setUp(self):
        self.scene = Scene().with_clinic()
        self.addCleanup(self.scene.remove)

    def said(self, *arguments):
        ended, out, err = run(*arguments, "--json")
        if ended != 0:
            self.assertEqual(out, "", arguments)
            return None, err
        self.assertEqual(out.count("\n"), 1, out)
        told = json.loads(out)
        self.assertIsInstance(told, dict)
        return told, err

    def test_stdout_of_every_verb_is_one_object(self):
        s, file = self.scene, lambda name: self.scene.folder / name
        mine, ledger = ["--vault", s.vault], ["--ledger", s.ledger]
        counter, admin = ["--vault", s.clinic, *s.chain], [*ledger, "--vault", s.admin, "--yes"]
        known, key = ledger + [s.clinic_id], "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        told = {}

        def works(verb, *arguments):
            told[verb], err = self.said(verb, *arguments)
            self.assertIsNotNone(told[verb], f"{verb}: {err}")
            return told[verb]

        works("unlock", *mine), works("events", *mine), works("list", *mine), works("search", *mine, "Glucose")
        works("import", *mine, s.bundle)
        works("ledger-info", *ledger), works("clinics", *ledger), works("clinic-show", *known)
        works("policy-show", *ledger)
        works("ledger-create", "--ledger", file("l"), "--vault", file("l.vault"))
        works("admin-create", "--vault", file("a.vault"))
        works("clinic-create", "--vault", file("c.vault"), "--name", "Other", file("c.request"))
        works("clinic-register", *admin, file("c.request"))
        done("backup", "--vault", file("c.vault"), file("c.backup"))
        works("desk-create", "--vault", file("d.vault"), file("c.backup"))
        works("clinic-keys", *ledger, "--vault", file("c.vault"), "--yes", "--desk", "own:nurse:3")
        works("clinic-keys-replace", *admin, file("c.request"))
        works("clinic-suspend", *admin, s.clinic_id), works("clinic-reinstate", *admin, s.clinic_id)
        works("standing-set", *admin, "--reason", "dues", "--openings", "9", "--until",
              (datetime.date.today() + datetime.timedelta(days=30)).isoformat(), s.clinic_id)
        works("policy-set", *admin, "provider:treatment"), works("policy-set", *admin, "--none")
        self.assertIsNotNone(self.said("clinic-suspend", *admin, "--propose", file("p"), s.clinic_id)[0])
        for verb, more in (("consortium-show", []), ("consortium-sign", ["--yes", "--vault", s.admin])):
            for known in ([], ledger):
                self.assertIs(type(works(verb, *more, *known, file("p"))["signatures"]), int)
        works("consortium-submit", *ledger, file("p")), works("clinic-reinstate", *admin, s.clinic_id)
        given = works("grant", *mine, *s.chain, "--for", s.clinic_id, "--kinds", "lab-result", "--uses", "2", "--yes")
        works("send", *mine, *s.chain, given["grant"]), works("desk-inbox", *counter)
        works("scan", *ledger, given["text"])
        works("redeem", *counter, "--receipt", file("r"), given["text"]), works("open", *counter, given["text"])
        works("write-back", *counter, given["text"], s.file("letter.json", json.dumps(observation(902))))
        works("inbox", *mine, *s.chain, "--now"), works("log", *mine, *ledger, "--now")
        works("history", *mine, *ledger, file("h"))
        works("verify", "--ledger-key", told["ledger-info"]["ledgerKey"], "--chain", "test", file("r"))
        asked = works("ask", "--vault", s.clinic, *ledger, "--kinds", "lab-result")
        works("answer", *mine, *s.chain, "--yes", asked["text"])
        works("revoke", *mine, *s.chain, given["grant"])
        works("node-register", *admin, "--operator", s.clinic_id, key)
        works("node-change", *admin, "--operator", s.clinic_id, "--resting", key)
        works("node-keys", next(s.folder.rglob("host-keys")))
        # What an embedded ledger has none of is refused.
        for verb, *arguments in (["ledger-checkpoint", *ledger], ["ledger-trust", *ledger, *mine, "--yes", "x"],
                                 ["validators-change", *admin, "x"], ["consortium-change", *admin],
                                 ["rules-schedule", *admin, "--rules", "1", "--from-block", "9"],
                                 ["rules-cancel", *admin, "--rules", "9"]):
            told[verb], _ = self.said(verb, *arguments)
            self.assertIsNone(told[verb], verb)
        verbs = re.findall(r"^  ([a-z-]+) ", done("--lang", "en", "--help"), re.M)
        self.assertEqual({verb for verb in verbs if "[--json]" in done(verb, "--help")}, set(told))

    def test_what_is_asked_is_asked_on_stderr_of_somebody_at_a_terminal(self):
        grant = ["grant", "--vault", self.scene.vault, *self.scene.chain, "--for", self.scene.clinic_id, "--kinds",
                 "lab-result", "--json"]

        def answered(word, at_terminal):
            keys, typing = os.pipe()
            os.write(typing, b"seven cranes\n")
            person, stdin = pty.openpty() if at_terminal else reversed(os.pipe())
            os.write(person, word + b"\n")
            try:
                return subprocess.run([CTL, *map(str, grant), "--passphrase-fd", str(keys)], stdin=stdin,
                                      capture_output=True, pass_fds=[keys], check=False, timeout=60)
            finally:
                for one in (keys, typing, person, stdin):
                    os.close(one)

        for word, at_terminal, code in ((b"y", False, 1), (b"n", True, 1), (b"y", True, 0)):
            ended = answered(word, at_terminal)
            self.assertEqual(ended.returncode, code, ended.stderr)
            said = ended.stderr.decode()
            self.assertEqual("Type y for yes" in said, at_terminal)
            for words in ("and no other", "Clinic"):  # what is signed is seen, though stdout is a script's
                self.assertIn(words, said)
            if code == 0:
                self.assertIn("text", json.loads(ended.stdout))
            else:
                self.assertIn("NotSigned", said)
                self.assertEqual(ended.stdout, b"")


if __name__ == "__main__":
    unittest.main()
