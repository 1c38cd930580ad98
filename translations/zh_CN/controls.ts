<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Banner</name>
    <message>
        <source>Understood</source>
        <extracomment>Button that closes a message</extracomment>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>Accessible name of the bar that shows how far long work is</extracomment>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>Button that stops long work</extracomment>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Lab results</source>
        <extracomment>A kind of health record</extracomment>
        <translation>化验结果</translation>
    </message>
    <message>
        <source>Measurements</source>
        <extracomment>A kind of health record: blood pressure, weight ...</extracomment>
        <translation>测量</translation>
    </message>
    <message>
        <source>Medicines</source>
        <extracomment>A kind of health record</extracomment>
        <translation>药物</translation>
    </message>
    <message>
        <source>Allergies</source>
        <extracomment>A kind of health record</extracomment>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Conditions</source>
        <extracomment>A kind of health record: diseases, injuries</extracomment>
        <translation>疾病</translation>
    </message>
    <message>
        <source>Vaccinations</source>
        <extracomment>A kind of health record</extracomment>
        <translation>疫苗接种</translation>
    </message>
    <message>
        <source>Operations and procedures</source>
        <extracomment>A kind of health record</extracomment>
        <translation>手术和操作</translation>
    </message>
    <message>
        <source>Visits</source>
        <extracomment>A kind of health record</extracomment>
        <translation>就诊</translation>
    </message>
    <message>
        <source>X-rays and scans</source>
        <extracomment>A kind of health record: X-ray, CT ...</extracomment>
        <translation>影像检查</translation>
    </message>
    <message>
        <source>Documents</source>
        <extracomment>A kind of health record</extracomment>
        <translation>文件</translation>
    </message>
    <message>
        <source>Care plans</source>
        <extracomment>A kind of health record</extracomment>
        <translation>照护计划</translation>
    </message>
    <message>
        <source>People and places</source>
        <extracomment>A kind of health record: the person, doctors, hospitals</extracomment>
        <translation>人员和机构</translation>
    </message>
    <message>
        <source>Other</source>
        <extracomment>A kind of health record</extracomment>
        <translation>其他</translation>
    </message>
</context>
</TS>
