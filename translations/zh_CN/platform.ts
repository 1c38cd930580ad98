<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Display</name>
    <message>
        <source>A code is being shown or read</source>
        <extracomment>Why the screen stays on, in the words of the system&apos;s power settings</extracomment>
        <translation>正在显示或读取二维码</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>A request waits for your answer.</source>
        <extracomment>A message of the system, seen on a locked screen: says nothing about who or what</extracomment>
        <translation>有一项请求等待您答复。</translation>
    </message>
    <message>
        <source>A permission you gave was used.</source>
        <extracomment>A message of the system, seen on a locked screen: says nothing about who or what</extracomment>
        <translation>您给出的一项许可已被使用。</translation>
    </message>
    <message>
        <source>Something new has arrived.</source>
        <extracomment>A message of the system, seen on a locked screen: says nothing about who or what</extracomment>
        <translation>有新内容到达。</translation>
    </message>
    <message>
        <source>A permission you gave ends soon.</source>
        <extracomment>A message of the system, seen on a locked screen: says nothing about who or what</extracomment>
        <translation>您给出的一项许可即将到期。</translation>
    </message>
</context>
<context>
    <name>SimulatedCamera</name>
    <message>
        <source>Simulated camera</source>
        <extracomment>Name of a camera that plays pictures: for tests and demonstrations</extracomment>
        <translation>模拟摄像头</translation>
    </message>
</context>
<context>
    <name>Sleep</name>
    <message>
        <source>Records are locked before sleep</source>
        <extracomment>Why sleep waits a moment, in the words of the system&apos;s power settings</extracomment>
        <translation>睡眠前先锁上档案</translation>
    </message>
</context>
</TS>
