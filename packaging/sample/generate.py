#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the synthetic patient, the same bytes on every machine. --check only compares."""
import json
import pathlib
import sys

import fhir
import history
import people
import visits

HERE = pathlib.Path(__file__).resolve().parent


def patient():
    bundle = fhir.Bundle("lin-guifang-2026")
    people.add(bundle)
    history.add(bundle)
    visits.add(bundle)
    return bundle.text()


def update():
    """A later message: one value corrected, one new, and one entry that no program can read."""
    entries = json.loads(patient())["entry"]
    corrected = next(e["resource"] for e in reversed(entries)
                     if e["resource"]["id"].startswith("glucose-"))
    corrected["meta"] = {"versionId": "2", "lastUpdated": "2026-11-09T08:00:00+08:00"}
    corrected["status"] = "corrected"
    corrected["valueQuantity"]["value"] = fhir.decimal("7.20")
    home = {"resourceType": "Observation", "id": "home-pressure-1", "status": "final",
            "category": fhir.category("observation-category", "vital-signs"),
            "code": fhir.concept("家庭血压（收缩压）Systolic pressure at home",
                                 (fhir.LOINC, "8480-6", "Systolic blood pressure")),
            "subject": people.WHO, "effectiveDateTime": "2026-11-08",
            "valueQuantity": fhir.quantity("138", "mmHg", "mm[Hg]")}
    broken = {"id": "no-type", "status": "final"}
    return fhir.write({"resourceType": "Bundle", "type": "collection",
                       "entry": [{"resource": r} for r in (corrected, home, broken)]})


def main():
    differing = []
    for name, text in (("lin-guifang.json", patient()), ("lin-guifang-update.json", update())):
        file = HERE / name
        if sys.argv[1:] != ["--check"]:
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            differing.append(name)
    if differing:
        sys.exit(f"{', '.join(differing)}: not what generate.py writes; run it, or undo the change")


if __name__ == "__main__":
    main()
