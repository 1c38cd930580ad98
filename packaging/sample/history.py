# SPDX-License-Identifier: GPL-3.0-or-later
"""What she has and had: illnesses, allergies, medicines, operations, vaccinations, pictures, papers."""
import base64

from fhir import ATC, CVX, ICD10, LOINC, SNOMED, TERMINOLOGY, category, concept, quantity, reference
from people import CENTRE, HOSPITAL, WHO, by


def add(bundle):
    conditions(bundle)
    allergies(bundle)
    medicines(bundle)
    vaccinations(bundle)
    operations(bundle)
    papers(bundle)


def status(system, code):
    return {"coding": [{"system": TERMINOLOGY + system, "code": code}]}


CONDITIONS = (
    # id, onset, active, words, ICD-10, SNOMED CT
    ("hypertension", "2009-05", True, "高血压病 Hypertension", ("I10", "Essential (primary) hypertension"),
     ("38341003", "Hypertensive disorder")),
    ("diabetes", "2018-02-27", True, "2型糖尿病 Type 2 diabetes",
     ("E11", "Type 2 diabetes mellitus"), ("44054006", "Diabetes mellitus type 2")),
    ("knee", "2014", True, "双膝骨关节炎 Osteoarthritis of both knees", ("M17", "Gonarthrosis"),
     ("239873007", "Osteoarthritis of knee")),
    ("appendicitis", "1971", False, "阑尾炎", ("K35", "Acute appendicitis"), ("74400008", "Appendicitis")),
    ("hyperlipidaemia", "2018-02-27", True, "高脂血症 Hyperlipidaemia", ("E78.5", "Hyperlipidaemia"),
     ("55822004", "Hyperlipidemia")),
    ("cataract", "2020-11-10", False, "右眼老年性白内障 Cataract of the right eye",
     ("H25.9", "Senile cataract"), ("193570009", "Cataract")),
    ("fracture", "2023-01-14", False, "左股骨颈骨折 Fracture of the left femoral neck",
     ("S72.0", "Fracture of neck of femur"), ("5913000", "Fracture of neck of femur")),
    ("depression", "2019-09", False, "丧偶后抑郁发作 Depression after bereavement",
     ("F32.1", "Moderate depressive episode"), ("310496002", "Moderate depression")),
)


def conditions(bundle):
    for name, onset, active, words, icd, snomed in CONDITIONS:
        resource = {"resourceType": "Condition", "id": f"condition-{name}",
                    "clinicalStatus": status("condition-clinical", "active" if active else "resolved"),
                    "verificationStatus": status("condition-ver-status", "confirmed"),
                    "category": category("condition-category", "problem-list-item"),
                    "code": concept(words, (ICD10, *icd), (SNOMED, *snomed)),
                    "subject": WHO, "onsetDateTime": onset, "asserter": by("zhao")}
        if name == "depression":
            resource["meta"] = {"security": [{"system": TERMINOLOGY + "v3-Confidentiality", "code": "R",
                                              "display": "restricted"}]}
            resource["note"] = [{"text": "老伴去世后情绪低落，心理门诊随访一年，已缓解。"}]
        bundle.add(resource)


def allergies(bundle):
    for name, words, code, reaction, when in (
            ("penicillin", "青霉素过敏 Penicillin", (SNOMED, "91936005", "Allergy to penicillin"),
             "荨麻疹、呼吸困难 hives, short of breath", "1983"),
            ("shrimp", "虾过敏", (SNOMED, "91937001", "Allergy to seafood"), "皮疹 rash", "2011-07")):
        bundle.add({"resourceType": "AllergyIntolerance", "id": f"allergy-{name}",
                    "clinicalStatus": status("allergyintolerance-clinical", "active"),
                    "verificationStatus": status("allergyintolerance-verification", "confirmed"),
                    "criticality": "high" if name == "penicillin" else "low",
                    "code": concept(words, code), "patient": WHO, "onsetDateTime": when,
                    "reaction": [{"manifestation": [concept(reaction)]}]})


MEDICINES = (
    # id, from, until, words, ATC, dose
    ("metformin-500", "2018-02-27", "2019-08-20", "二甲双胍片 0.5 g Metformin", ("A10BA02", "metformin"), "每日2次，每次1片，随餐服用"),
    ("metformin-850", "2019-08-20", None, "二甲双胍片 0.85 g Metformin", ("A10BA02", "metformin"), "每日2次，每次1片，随餐服用"),
    ("amlodipine", "2009-05-12", None, "氨氯地平片 5 mg Amlodipine", ("C08CA01", "amlodipine"), "每日1次，每次1片，早晨服用"),
    ("atorvastatin", "2018-03-01", None, "阿托伐他汀钙片 20 mg Atorvastatin", ("C10AA05", "atorvastatin"), "每晚1片"),
    ("sertraline", "2019-09-18", "2020-09-30", "舍曲林片 50 mg Sertraline", ("N06AB06", "sertraline"), "每日1次，每次1片"),
    ("rivaroxaban", "2023-01-17", "2023-02-21", "利伐沙班片 10 mg Rivaroxaban", ("B01AF01", "rivaroxaban"), "每日1次，每次1片，共35天"),
    ("calcium", "2023-03-02", None, "碳酸钙D3片 Calcium with vitamin D", ("A12AX", "calcium, combinations"), "每日1片"),
    ("dapagliflozin", "2024-05-14", None, "达格列净片 10 mg Dapagliflozin", ("A10BK01", "dapagliflozin"), "每日1次，每次1片"),
)


def medicines(bundle):
    for name, since, until, words, atc, dose in MEDICINES:
        doctor = by("qian" if atc[0].startswith("A10") else "zhao")
        request = bundle.add({
            "resourceType": "MedicationRequest", "id": f"request-{name}",
            "status": "completed" if until else "active", "intent": "order",
            "medicationReference": reference("#medicine"),
            "contained": [{"resourceType": "Medication", "id": "medicine",
                           "code": concept(words, (ATC, *atc))}],
            "subject": WHO, "authoredOn": since, "requester": doctor,
            "dosageInstruction": [{"text": dose}]})
        bundle.add({
            "resourceType": "MedicationStatement", "id": f"takes-{name}",
            "status": "completed" if until else "active",
            "medicationCodeableConcept": concept(words, (ATC, *atc)), "subject": WHO,
            "effectivePeriod": {"start": since, **({"end": until} if until else {})},
            "basedOn": [reference(bundle.url_of(request))], "dosage": [{"text": dose}]})


def vaccinations(bundle):
    shots = [(f"{year}-10-{12 + year % 7:02d}", "141", "流感疫苗 Influenza vaccine") for year in range(2018, 2027)]
    shots += [("2019-04-09", "33", "23价肺炎球菌多糖疫苗 Pneumococcal vaccine"),
              ("2021-04-20", "511", "新型冠状病毒灭活疫苗 COVID-19 vaccine"),
              ("2021-05-18", "511", "新型冠状病毒灭活疫苗 COVID-19 vaccine"),
              ("2021-12-02", "511", "新型冠状病毒灭活疫苗 COVID-19 vaccine"),
              ("2024-03-12", "187", "重组带状疱疹疫苗 Zoster vaccine")]
    for number, (day, code, words) in enumerate(sorted(shots), 1):
        bundle.add({"resourceType": "Immunization", "id": f"shot-{number:02d}", "status": "completed",
                    "vaccineCode": concept(words, (CVX, code, words.split(" ", 1)[1])),
                    "patient": WHO, "occurrenceDateTime": day, "lotNumber": f"L{number * 7919 % 9973:04d}",
                    "performer": [{"actor": reference(CENTRE, "遥观社区卫生服务中心")}]})


def operations(bundle):
    for name, day, words, code, doctor in (
            ("appendix", "1971", "阑尾切除术", ("80146002", "Appendectomy"), None),
            ("cataract", "2021-03-23", "右眼白内障超声乳化吸除联合人工晶体植入术 Cataract operation",
             ("84149000", "Phacoemulsification of cataract"), "sun"),
            ("hip", "2023-01-16", "左侧人工股骨头置换术 Partial hip replacement",
             ("179344001", "Primary hemiarthroplasty of hip"), "zhou")):
        bundle.add({"resourceType": "Procedure", "id": f"operation-{name}", "status": "completed",
                    "code": concept(words, (SNOMED, *code)), "subject": WHO, "performedDateTime": day,
                    **({"performer": [{"actor": by(doctor)}]} if doctor else {})})


def pdf(*lines):
    """A one-page PDF with these lines (ASCII), written by hand."""
    text = "BT /F1 12 Tf 72 760 Td 16 TL " + " T* ".join(f"({line}) Tj" for line in lines) + " ET"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
               "/Resources << /Font << /F1 5 0 R >> >> >>",
               f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return base64.b64encode(out.encode("ascii")).decode("ascii")


def papers(bundle):
    study = bundle.add({
        "resourceType": "ImagingStudy", "id": "xray-hip", "status": "available", "subject": WHO,
        "started": "2023-01-14T19:42:10+08:00", "description": "左髋关节正侧位X线 X-ray of the left hip",
        "series": [{"uid": "2.25.4467732910", "modality": {"system": "http://dicom.nema.org/resources/ontology/DCM",
                                                            "code": "DX"}, "numberOfInstances": 2}]})
    bundle.add({"resourceType": "DiagnosticReport", "id": "report-hip", "status": "final",
                "category": [{"coding": [{"system": TERMINOLOGY + "v2-0074", "code": "RAD"}]}],
                "code": concept("左髋关节X线报告 X-ray report", (LOINC, "24762-0", "XR Hip Views")),
                "subject": WHO, "effectiveDateTime": "2023-01-14T20:05:00+08:00",
                "imagingStudy": [reference(bundle.url_of(study))], "performer": [reference(HOSPITAL)],
                "conclusion": "左股骨颈骨折，断端移位。Displaced fracture of the left femoral neck."})
    for name, day, title, words, lines in (
            ("discharge", "2023-01-27", "出院小结 Discharge summary", ("18842-5", "Discharge summary"),
             ("Wujin Riverside Hospital", "Discharge summary: Lin Guifang, 76 years",
              "Partial hip replacement on 16 January 2023, no complications.",
              "Walks with a frame. Rivaroxaban for 35 days. Review in six weeks.")),
            ("eye", "2021-03-24", "白内障手术记录 Operation note", ("11504-8", "Surgical operation note"),
             ("Wujin Riverside Hospital", "Right eye: phacoemulsification and lens implant.",
              "Visual acuity 0.2 before, 0.8 after."))):
        bundle.add({"resourceType": "DocumentReference", "id": f"document-{name}", "status": "current",
                    "type": concept(title, (LOINC, *words)), "subject": WHO, "date": f"{day}T16:00:00+08:00",
                    "author": [reference(HOSPITAL, "武进河畔医院")],
                    "content": [{"attachment": {"contentType": "application/pdf", "title": title,
                                                "creation": day, "data": pdf(*lines)}}]})
    bundle.add({"resourceType": "CarePlan", "id": "plan-diabetes", "status": "active", "intent": "plan",
                "title": "糖尿病与高血压随访计划 Care plan", "subject": WHO,
                "period": {"start": "2018-03"}, "author": by("zhao"),
                "addresses": [reference("Condition/condition-diabetes"),
                              reference("Condition/condition-hypertension")],
                "activity": [{"detail": {"status": "in-progress", "description": text}} for text in
                             ("每三个月复查糖化血红蛋白", "每天测一次血压并记录", "每年查一次眼底",
                              "每周走路五次，每次半小时")]})
    bundle.add({"resourceType": "Observation", "id": "hiv-screen-2023", "status": "final",
                "category": category("observation-category", "laboratory"),
                "code": concept("术前HIV抗体筛查 HIV screening before the operation",
                                (LOINC, "56888-1", "HIV 1+2 Ab+HIV1 p24 Ag [Presence] in Serum or Plasma")),
                "subject": WHO, "effectiveDateTime": "2023-01-15T07:30:00+08:00",
                "valueCodeableConcept": concept("阴性 negative", (SNOMED, "260385009", "Negative"))})
    bundle.add({"resourceType": "Goal", "id": "goal-hba1c", "lifecycleStatus": "active", "subject": WHO,
                "description": concept("糖化血红蛋白低于7.5% HbA1c below 7.5 %"),
                "target": [{"measure": concept("HbA1c"), "detailQuantity": quantity("7.5", "%")}]})
