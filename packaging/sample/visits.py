# SPDX-License-Identifier: GPL-3.0-or-later
"""Her visits, four a year, with what was measured at each."""
import datetime
import random

from fhir import LOINC, TERMINOLOGY, category, concept, decimal, quantity, reference
from people import CENTRE, HOSPITAL, WHO, by

FIRST, LAST = datetime.date(2018, 2, 27), datetime.date(2026, 11, 3)

LABS = {
    # words, LOINC, display, unit, UCUM, low, high
    "glucose": ("空腹血糖 Fasting glucose", "1558-6", "Fasting glucose [Moles/volume] in Serum or Plasma", "mmol/L", "mmol/L", "3.90", "6.10"),
    "hba1c": ("糖化血红蛋白 HbA1c", "4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood", "%", "%", "4.0", "6.0"),
    "creatinine": ("肌酐 Creatinine", "14682-9", "Creatinine [Moles/volume] in Serum or Plasma", "μmol/L", "umol/L", "41", "81"),
    "egfr": ("估算肾小球滤过率 eGFR", "33914-3", "Glomerular filtration rate/1.73 sq M.predicted", "mL/min/1.73m²", "mL/min/{1.73_m2}", "90", None),
    "ldl": ("低密度脂蛋白胆固醇 LDL cholesterol", "22748-8", "Cholesterol in LDL [Moles/volume] in Serum or Plasma", "mmol/L", "mmol/L", None, "3.40"),
    "triglycerides": ("甘油三酯 Triglycerides", "14927-8", "Triglyceride [Moles/volume] in Serum or Plasma", "mmol/L", "mmol/L", None, "1.70"),
    "potassium": ("血钾 Potassium", "2823-3", "Potassium [Moles/volume] in Serum or Plasma", "mmol/L", "mmol/L", "3.50", "5.30"),
}


def add(bundle):
    chance = random.Random(19460318)  # only random() is used: it is the same on every Python
    number, day = 0, FIRST
    while day <= LAST:
        number += 1
        visit(bundle, chance, number, day)
        day += datetime.timedelta(days=84 + int(chance.random() * 16))


def noise(chance, size):
    return (chance.random() + chance.random() + chance.random() - 1.5) * size


def visit(bundle, chance, number, day):
    years = (day - FIRST).days / 365.25
    hour = 8 + int(chance.random() * 3)
    begins = f"{day}T{hour:02d}:{int(chance.random() * 6) * 10:02d}:00+08:00"
    specialist = number % 4 == 1
    encounter = bundle.add({
        "resourceType": "Encounter", "id": f"visit-{number:02d}", "status": "finished",
        "class": {"system": TERMINOLOGY + "v3-ActCode", "code": "AMB", "display": "ambulatory"},
        "type": [concept("内分泌科复诊 Endocrinology" if specialist else "慢病随访 Long-term care visit")],
        "subject": WHO, "participant": [{"individual": by("qian" if specialist else "zhao")}],
        "period": {"start": begins, "end": begins.replace(":00+08:00", ":40+08:00")},
        "serviceProvider": reference(HOSPITAL if specialist else CENTRE)})

    def observe(name, kind, code, **value):
        bundle.add({"resourceType": "Observation", "id": f"{name}-{number:02d}",
                    "meta": {"versionId": "1", "lastUpdated": f"{day}T17:{number % 60:02d}:00+08:00"},
                    "status": "final", "category": category("observation-category", kind), "code": code,
                    "subject": WHO, "encounter": reference(bundle.url_of(encounter)),
                    "effectiveDateTime": begins,
                    "performer": [reference(HOSPITAL if specialist else CENTRE)], **value})

    # Blood pressure: better once amlodipine and walking had their effect.
    high, low = 148 - 9 * min(years, 2) / 2 + noise(chance, 12), 84 - 4 * min(years, 2) / 2 + noise(chance, 8)
    observe("pressure", "vital-signs", concept("血压 Blood pressure", (LOINC, "85354-9", "Blood pressure panel")),
            component=[
                {"code": concept("收缩压", (LOINC, "8480-6", "Systolic blood pressure")),
                 "valueQuantity": quantity(f"{high:.0f}", "mmHg", "mm[Hg]")},
                {"code": concept("舒张压", (LOINC, "8462-4", "Diastolic blood pressure")),
                 "valueQuantity": quantity(f"{low:.0f}", "mmHg", "mm[Hg]")}])
    observe("weight", "vital-signs", concept("体重 Body weight", (LOINC, "29463-7", "Body weight")),
            valueQuantity=quantity(f"{61.5 - 0.6 * years + noise(chance, 1):.1f}", "kg"))
    if number % 2:
        observe("pulse", "vital-signs", concept("脉搏 Heart rate", (LOINC, "8867-4", "Heart rate")),
                valueQuantity=quantity(f"{74 + noise(chance, 8):.0f}", "次/分", "/min"))

    better = min(years, 1.5) * 0.9 - 0.12 * max(0, years - 3) + (0.5 if years > 6.3 else 0)
    labs = {"glucose": f"{9.1 - better * 1.2 + noise(chance, 0.8):.2f}",
            "hba1c": f"{8.6 - better + noise(chance, 0.3):.1f}"}
    if number % 2:
        kidney = 63 + 2.2 * years + noise(chance, 5)
        labs |= {"creatinine": f"{kidney:.0f}", "egfr": f"{5100 / kidney:.0f}",
                 "potassium": f"{4.3 + noise(chance, 0.4):.2f}"}
    if number % 4 == 1:
        labs |= {"ldl": f"{3.9 - min(years, 1) * 1.5 + noise(chance, 0.4):.2f}",
                 "triglycerides": f"{2.1 - min(years, 2) * 0.2 + noise(chance, 0.4):.2f}"}
    done = []
    for name, value in labs.items():
        words, code, display, unit, ucum, least, most = LABS[name]
        span = {k: {"value": decimal(v), "unit": unit} for k, v in (("low", least), ("high", most)) if v}
        flag = "H" if most and float(value) > float(most) else "L" if least and float(value) < float(least) else "N"
        observe(name, "laboratory", concept(words, (LOINC, code, display)),
                valueQuantity=quantity(value, unit, ucum), referenceRange=[span],
                interpretation=[{"coding": [{"system": TERMINOLOGY + "v3-ObservationInterpretation",
                                             "code": flag}]}])
        done.append(reference(f"Observation/{name}-{number:02d}"))
    if number % 4 == 1:
        bundle.add({"resourceType": "DiagnosticReport", "id": f"report-{number:02d}", "status": "final",
                    "category": [{"coding": [{"system": TERMINOLOGY + "v2-0074", "code": "LAB"}]}],
                    "code": concept("年度生化检查 Yearly blood chemistry", (LOINC, "24323-8", "Comprehensive metabolic panel")),
                    "subject": WHO, "effectiveDateTime": begins, "result": done})
