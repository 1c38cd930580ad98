<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Records</name>
    <message>
        <source>Without a date</source>
        <extracomment>Heading above the records that have no date</extracomment>
        <translation>没有日期</translation>
    </message>
</context>
</TS>
