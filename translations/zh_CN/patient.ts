<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>HomePage</name>
    <message>
        <source>Today</source>
        <extracomment>Heading of the first screen</extracomment>
        <translation>今天</translation>
    </message>
    <message>
        <source>Allergies</source>
        <extracomment>Heading of a list</extracomment>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Conditions</source>
        <extracomment>Heading of a list</extracomment>
        <translation>疾病</translation>
    </message>
    <message>
        <source>Records on this device: %1</source>
        <extracomment>How many records are kept; %1 is the number</extracomment>
        <translation>本设备上的病历：%1条</translation>
    </message>
    <message>
        <source>Let a clinic see my records</source>
        <extracomment>Button of the first screen</extracomment>
        <translation>让诊所看我的病历</translation>
    </message>
    <message>
        <source>Who may see my records, and who did</source>
        <extracomment>Button of the first screen</extracomment>
        <translation>谁可以看、谁看过我的病历</translation>
    </message>
    <message>
        <source>Lock now</source>
        <extracomment>Button of the first screen</extracomment>
        <translation>现在锁上</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Apricot</source>
        <extracomment>Title of the patient&apos;s app</extracomment>
        <translation>杏林</translation>
    </message>
    <message>
        <source>Home</source>
        <extracomment>Bottom bar: the first screen</extracomment>
        <translation>首页</translation>
    </message>
    <message>
        <source>Records</source>
        <extracomment>Bottom bar: the list of records</extracomment>
        <translation>病历</translation>
    </message>
    <message>
        <source>Share</source>
        <extracomment>Bottom bar: let a clinic see records</extracomment>
        <translation>共享</translation>
    </message>
    <message>
        <source>Shared</source>
        <extracomment>Bottom bar: who may see what, who saw it</extracomment>
        <translation>已共享</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>Bottom bar</extracomment>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>MenuPage</name>
    <message>
        <source>Where to?</source>
        <extracomment>Heading of the list of screens</extracomment>
        <translation>去哪里？</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Bring in records from a file</source>
        <extracomment>Button above the records</extracomment>
        <translation>从文件导入病历</translation>
    </message>
    <message>
        <source>Write something down</source>
        <extracomment>Button above the records: a reading, a note, a photo of one&apos;s own</extracomment>
        <translation>记一笔</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>Heading</extracomment>
        <translation>设置</translation>
    </message>
    <message>
        <source>Size of type</source>
        <extracomment>Heading of a group of settings</extracomment>
        <translation>字号</translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>Heading of a group of settings: colours</extracomment>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>A choice of colours</extracomment>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>A choice of colours</extracomment>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>A choice of colours</extracomment>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <extracomment>Heading of a group of settings</extracomment>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Passphrase so far</source>
        <extracomment>Label of a field</extracomment>
        <translation>原口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <extracomment>Label of a field</extracomment>
        <translation>新口令</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <extracomment>Label of a field</extracomment>
        <translation>再输一次新口令</translation>
    </message>
    <message>
        <source>Change it</source>
        <extracomment>Button</extracomment>
        <translation>更改</translation>
    </message>
    <message>
        <source>Back up to a file</source>
        <extracomment>Button</extracomment>
        <translation>备份到文件</translation>
    </message>
    <message>
        <source>Take all my records out as one file</source>
        <extracomment>Button</extracomment>
        <translation>把我的全部病历导出为一个文件</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Your health record, in your hands</source>
        <extracomment>Heading of the first start</extracomment>
        <translation>您的健康档案，由您掌握</translation>
    </message>
    <message>
        <source>Apricot keeps your records on this device, locked. Nobody sees them unless you let them.</source>
        <extracomment>First start: what the app is</extracomment>
        <translation>杏林把您的病历锁好存在这台设备上。没有您的允许，谁也看不到。</translation>
    </message>
    <message>
        <source>I am new here</source>
        <extracomment>First start: choice</extracomment>
        <translation>我是第一次用</translation>
    </message>
    <message>
        <source>I have a backup from another device</source>
        <extracomment>First start: choice; from another phone or after a loss</extracomment>
        <translation>我有另一台设备的备份</translation>
    </message>
    <message>
        <source>I only have my 24 words</source>
        <extracomment>First start: choice</extracomment>
        <translation>我只有24个词</translation>
    </message>
    <message>
        <source>Your 24 words, with spaces between them</source>
        <extracomment>Label of the field for the recovery words</extracomment>
        <translation>您的24个词，中间用空格隔开</translation>
    </message>
    <message>
        <source>Passphrase of the backup</source>
        <extracomment>Label of a field</extracomment>
        <translation>备份的口令</translation>
    </message>
    <message>
        <source>Think of a passphrase (at least 8 characters)</source>
        <extracomment>Label of a field</extracomment>
        <translation>想一个口令（至少8个字符）</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <extracomment>Label of a field</extracomment>
        <translation>再输一次同样的口令</translation>
    </message>
    <message>
        <source>Choose the backup file and open it</source>
        <extracomment>Button of the first start</extracomment>
        <translation>选择备份文件并打开</translation>
    </message>
    <message>
        <source>Make my record</source>
        <extracomment>Button of the first start</extracomment>
        <translation>建立我的档案</translation>
    </message>
    <message>
        <source>If you forget the passphrase, nobody can open your record again: not we, not the hospital. Write it down and keep it at home, and keep a backup on another device.</source>
        <extracomment>First start: what a loss means</extracomment>
        <translation>如果忘了口令，谁也打不开您的档案：我们不能，医院也不能。请写下来放在家里，并在另一台设备上留一份备份。</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Your record is locked</source>
        <extracomment>Heading of the lock screen</extracomment>
        <translation>您的档案已锁上</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>Label of a field</extracomment>
        <translation>口令</translation>
    </message>
    <message>
        <source>Opening …</source>
        <extracomment>Button of the lock screen, while it opens</extracomment>
        <translation>正在打开……</translation>
    </message>
    <message>
        <source>Open my record</source>
        <extracomment>Button of the lock screen</extracomment>
        <translation>打开我的档案</translation>
    </message>
</context>
</TS>
