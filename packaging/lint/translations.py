#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string a person sees has a comment for the translator and a finished Chinese translation, with
Chinese punctuation.

    translations.py            checks translations/zh_CN/*.ts against the sources
    translations.py --update   brings the files up to date with the sources (then translate what is new)

One file for core, one for the programs in app, one for platform, one for each module in qml.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import findings

CHINESE = "translations/zh_CN"
PLACE = re.compile(r"%(?:L?\d+|n)")
MARKS = "，。：；！？、（）“”《》"
# A full-width mark has its room in itself; a narrow one does not stand in Chinese.
BLANK = re.compile(rf"\S[ \t]+[{MARKS}]|[{MARKS}][ \t]+\S")
NARROW = re.compile(r"[一-鿿][,:;!?](?=$|\s|[一-鿿%])")


def lupdate():
    for candidate in ("/usr/lib/qt6/bin/lupdate", shutil.which("lupdate")):
        if candidate and pathlib.Path(candidate).exists():
            return candidate
    sys.exit("translations: lupdate is not installed (./dev setup installs it)")


def areas(root):
    """{file name: the sources whose words it holds}"""
    out = {}
    for file in findings.files(root, "*.cpp", "*.h", "*.def", "*.qml"):
        parts = file.relative_to(root).parts
        if parts[0] in ("core", "app", "platform"):
            out.setdefault(parts[0] + ".ts", []).append(file)
        elif parts[0] == "qml":
            out.setdefault(parts[1] + ".ts", []).append(file)
    return out


def extract(sources, target):
    # lupdate does not know .def as C++ by its name.
    with tempfile.TemporaryDirectory() as folder:
        listed = []
        for source in sources:
            if source.suffix == ".def":
                copy = pathlib.Path(folder) / (source.stem + "_def.cpp")
                shutil.copy(source, copy)
                listed.append(copy)
            else:
                listed.append(source)
        subprocess.run([lupdate(), "-silent", "-locations", "none", "-no-obsolete",
                        "-target-language", "zh_CN", *listed, "-ts", target], check=True,
                       stdout=subprocess.DEVNULL)


def messages(file):
    """{(context, source, disambiguation): (comment, translations, unfinished)}"""
    out = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [f.text or "" for f in translation.iter("numerusform")] or [translation.text or ""]
            key = (name, message.findtext("source") or "", message.findtext("comment") or "")
            out[key] = (message.findtext("extracomment") or "", forms, translation.get("type"))
    return out


def glossary(root):
    """[(what is never said, what is, words of the English beside which it may be)] of translations/README.md"""
    table = root / "translations/README.md"
    out = []
    for line in table.read_text(encoding="utf-8").splitlines() if table.exists() else []:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 5 and re.search("[一-鿿]", cells[2]):
            out += [(word, cells[1], cells[3].lower()) for word in cells[2].split("、")]
    return out


def misnamed(terms, source, form):
    for word, right, but in terms:
        # Of 就诊所需 neither half is a clinic.
        if word in form.replace("就诊所", "") and not (but and but in source.lower()):
            yield f"{word} ({right} in translations/README.md)"


def check(root):
    wanted = areas(root)
    terms = glossary(root)
    for name in sorted(wanted.keys() | {f.name for f in (root / CHINESE).glob("*.ts")}):
        yield from compare(root / CHINESE / name, wanted.get(name, []), terms)


def compare(kept, sources, terms):
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / "fresh.ts"
        if sources:
            extract(sources, fresh)
        wanted = messages(fresh) if fresh.exists() else {}
    have = messages(kept) if kept.exists() else {}
    for key, (comment, _, _) in wanted.items():
        said = f"'{key[1][:60]}' ({key[0]})"
        if not comment:
            yield kept, 1, f"{said} has no comment for the translator (//: before it)"
        _, forms, unfinished = have.get(key, ("", [""], "unfinished"))
        if unfinished or not all(forms):
            yield kept, 1, f"{said} is not translated"
            continue
        for form in forms:
            for word in misnamed(terms, key[1], form):
                yield kept, 1, f"{said} says {word}"
            if BLANK.search(form):
                yield kept, 1, f"{said} has a blank beside a full-width mark"
            if NARROW.search(form):
                yield kept, 1, f"{said} has a narrow mark after a Chinese character"
            if sorted(set(PLACE.findall(form))) != sorted(set(PLACE.findall(key[1]))):
                yield kept, 1, f"{said} has other places (%1 ...) than its translation"
    for key in have.keys() - wanted.keys():
        yield kept, 1, f"'{key[1][:60]}' ({key[0]}) is no longer in the sources"


def chinese(source, translation):
    return ('<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh_CN">'
            f"<context><name>a</name><message><source>{source}</source>{translation}</message>"
            "</context></TS>")


SAYS = '//: A greeting\nconst char *x = QT_TRANSLATE_NOOP("a", "Good day %1");\n'

if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        (findings.ROOT / CHINESE).mkdir(exist_ok=True)
        for name, sources in areas(findings.ROOT).items():
            extract(sources, findings.ROOT / CHINESE / name)
    else:
        findings.main(check, {
            "no comment": {"app/a.cpp": SAYS.partition("\n")[2]},
            "is not translated": {"app/a.cpp": SAYS},
            "other places": {"app/a.cpp": SAYS,
                             CHINESE + "/app.ts": chinese("Good day %1", "<translation>您好</translation>")},
            "has a blank beside": {"app/a.cpp": SAYS, CHINESE + "/app.ts": chinese(
                "Good day %1", "<translation>%1 ，您好</translation>")},
            "has a narrow mark": {"app/a.cpp": SAYS, CHINESE + "/app.ts": chinese(
                "Good day %1", "<translation>您好,%1</translation>")},
            "says 诊所": {"app/a.cpp": SAYS, "translations/README.md": "| clinic | 机构 | 诊所 | | |\n",
                        CHINESE + "/app.ts": chinese("Good day %1", "<translation>诊所您好%1</translation>")},
            "no longer": {CHINESE + "/app.ts": chinese("Gone", "<translation>没了</translation>")},
        })
