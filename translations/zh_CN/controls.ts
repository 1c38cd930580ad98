<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AskDialog</name>
    <message>
        <source>No, leave it as it is</source>
        <extracomment>Button that leaves things as they are</extracomment>
        <translation>不，保持原样</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Understood</source>
        <extracomment>Button that closes a message</extracomment>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>Busy</name>
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
    <name>DateInput</name>
    <message>
        <source>Year</source>
        <extracomment>Part of a date</extracomment>
        <translation>年</translation>
    </message>
    <message>
        <source>Month</source>
        <extracomment>Part of a date</extracomment>
        <translation>月</translation>
    </message>
    <message>
        <source>Day</source>
        <extracomment>Part of a date</extracomment>
        <translation>日</translation>
    </message>
    <message>
        <source>Hour</source>
        <extracomment>Part of a time of day</extracomment>
        <translation>时</translation>
    </message>
    <message>
        <source>Minute</source>
        <extracomment>Part of a time of day</extracomment>
        <translation>分</translation>
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
        <translation>用药</translation>
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
<context>
    <name>LanguagePicker</name>
    <message>
        <source>Language · 语言</source>
        <extracomment>Label of a choice, in both languages so that everybody finds it</extracomment>
        <translation>语言 · Language</translation>
    </message>
    <message>
        <source>As the device</source>
        <extracomment>A choice of language: that of the phone or PC</extracomment>
        <translation>跟随设备</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>More</source>
        <extracomment>Bar of the main screens, with large type or few choices: the other screens</extracomment>
        <translation>更多</translation>
    </message>
    <message>
        <source>Main screens</source>
        <extracomment>Accessible name of the bar that leads to the main screens</extracomment>
        <translation>主要页面</translation>
    </message>
    <message>
        <source>New: %1</source>
        <extracomment>Said by a screen reader of a main screen in the bar; %1 is how many new things wait there</extracomment>
        <translation>新：%1</translation>
    </message>
</context>
<context>
    <name>SayingWindow</name>
    <message>
        <source>Close</source>
        <extracomment>Button that closes a window</extracomment>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ScrollPage</name>
    <message>
        <source>Back</source>
        <extracomment>Button above the heading of a screen: to the one before</extracomment>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <extracomment>Where one is in a flow; %1 and %2 are numbers, %3 is the step&apos;s name</extracomment>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
</TS>
