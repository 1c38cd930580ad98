# SPDX-License-Identifier: GPL-3.0-or-later
"""Small pieces of FHIR R4, and a Bundle that collects resources."""
import json
import re
import uuid

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
ICD10 = "http://hl7.org/fhir/sid/icd-10"
ATC = "http://www.whocc.no/atc"
CVX = "http://hl7.org/fhir/sid/cvx"
UCUM = "http://unitsofmeasure.org"
TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/"


def decimal(text):
    """A number written exactly so: 6.50 stays 6.50."""
    return f"@{text}@"


def write(value):
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return re.sub(r'"@(-?\d+(?:\.\d+)?)@"', r"\1", text) + "\n"


def concept(text, *codings):
    """`codings`: (system, code, English display)."""
    out = {"coding": [{"system": s, "code": c, "display": d} for s, c, d in codings]} if codings else {}
    return {**out, "text": text}


def category(system, code):
    return [{"coding": [{"system": TERMINOLOGY + system, "code": code}]}]


def quantity(value, unit, code=None):
    return {"value": decimal(value), "unit": unit, "system": UCUM, "code": code or unit}


def reference(type_and_id, display=None):
    return {"reference": type_and_id, **({"display": display} if display else {})}


class Bundle:
    def __init__(self, identifier):
        self.identifier = identifier
        self.entries = []

    def add(self, resource):
        """Takes a resource and returns "Type/id", for references to it."""
        name = f"{resource['resourceType']}/{resource['id']}"
        self.entries.append({"fullUrl": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}",
                             "resource": resource})
        return name

    def url_of(self, name):
        """The same resource by its urn:uuid, as some hospitals write it."""
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"

    def text(self):
        return write({"resourceType": "Bundle", "id": self.identifier, "type": "collection",
                      "timestamp": "2026-11-06T09:30:00+08:00", "entry": self.entries})
