# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is in the story. Nobody of them exists; no hospital of them does either."""
from fhir import SNOMED, TERMINOLOGY, concept, reference

PATIENT = "Patient/lin-guifang"
WHO = reference(PATIENT, "林桂芳")

HOSPITAL = "Organization/wujin-riverside"
CENTRE = "Organization/yaoguan-centre"
DOCTORS = {
    "zhao": ("Practitioner/zhao-min", "赵敏", "Zhao", "Min", "general practitioner"),
    "qian": ("Practitioner/qian-wei", "钱伟", "Qian", "Wei", "endocrinologist"),
    "sun": ("Practitioner/sun-lili", "孙丽丽", "Sun", "Lili", "ophthalmologist"),
    "zhou": ("Practitioner/zhou-jun", "周军", "Zhou", "Jun", "orthopaedic surgeon"),
}


def by(doctor):
    name, chinese, *_ = DOCTORS[doctor]
    return reference(name, chinese)


def add(bundle):
    bundle.add({
        "resourceType": "Patient", "id": "lin-guifang",
        "meta": {"versionId": "4", "lastUpdated": "2026-11-05T10:12:33.250+08:00"},
        "text": {"status": "generated",
                 "div": "<div xmlns=\"http://www.w3.org/1999/xhtml\">林桂芳，女，1946年生</div>"},
        "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/patient-birthPlace",
                       "valueAddress": {"city": "常州", "country": "CN"}}],
        "identifier": [{"use": "secondary", "system": "urn:example:wujin-riverside:card",
                        "value": "WR-0018-4603"}],
        "name": [{"use": "official", "text": "林桂芳", "family": "林", "given": ["桂芳"]},
                 {"use": "usual", "text": "Lin Guifang", "family": "Lin", "given": ["Guifang"]}],
        "telecom": [{"system": "phone", "value": "+86 519 5550 0137", "use": "home"}],
        "gender": "female", "birthDate": "1946-03-18",
        "address": [{"text": "江苏省常州市武进区遥观镇", "city": "常州", "district": "武进",
                     "country": "CN"}],
        "maritalStatus": concept("丧偶", (TERMINOLOGY + "v3-MaritalStatus", "W", "Widowed")),
        "contact": [{"relationship": [concept("女儿 daughter")],
                     "name": {"text": "陈晓梅", "family": "陈", "given": ["晓梅"]},
                     "telecom": [{"system": "phone", "value": "+86 28 5550 0192"}]}],
        "communication": [{"language": concept("中文", ("urn:ietf:bcp:47", "zh-CN", "Chinese")),
                           "preferred": True}],
        "generalPractitioner": [by("zhao")], "managingOrganization": reference(HOSPITAL)})
    for name, chinese, english in ((HOSPITAL, "武进河畔医院", "Wujin Riverside Hospital"),
                                   (CENTRE, "遥观社区卫生服务中心", "Yaoguan Community Health Centre")):
        bundle.add({"resourceType": "Organization", "id": name.split("/")[1], "active": True,
                    "name": chinese, "alias": [english]})
    for name, chinese, family, given, work in DOCTORS.values():
        bundle.add({"resourceType": "Practitioner", "id": name.split("/")[1], "active": True,
                    "name": [{"text": chinese}, {"family": family, "given": [given]}],
                    "qualification": [{"code": concept(work)}]})
    bundle.add({"resourceType": "RelatedPerson", "id": "chen-xiaomei", "patient": WHO,
                "relationship": [concept("女儿", (TERMINOLOGY + "v3-RoleCode", "DAU", "natural daughter"))],
                "name": [{"text": "陈晓梅"}], "gender": "female"})
    bundle.add({"resourceType": "CareTeam", "id": "diabetes-team", "status": "active", "subject": WHO,
                "name": "慢病随访小组 long-term care team",
                "participant": [{"role": [concept("家庭医生", (SNOMED, "62247001", "Family medicine specialist"))],
                                 "member": by("zhao")},
                                {"member": by("qian")},
                                {"member": reference("RelatedPerson/chen-xiaomei")}]})
