<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Person</name>
    <message>
        <source>Your passphrase is changed.</source>
        <extracomment>After the passphrase was changed</extracomment>
        <translation>口令已更改。</translation>
    </message>
    <message>
        <source>%1 new records came in. %2 you had already. %3 could not be read.</source>
        <extracomment>After bringing in a file; %1, %2 and %3 are numbers of records</extracomment>
        <translation>新增%1条病历。%2条原来就有。%3条无法读取。</translation>
    </message>
    <message>
        <source>All your records are in the file now. It is not locked: whoever has the file can read it.</source>
        <extracomment>After all records were written to a file</extracomment>
        <translation>您的全部病历已写入文件。文件没有上锁：谁拿到文件，谁就能看。</translation>
    </message>
    <message>
        <source>Backed up and checked. The backup opens with the same passphrase: keep it on another device.</source>
        <extracomment>After a backup was written</extracomment>
        <translation>已备份并核对。备份用同一口令打开：请存放在另一台设备上。</translation>
    </message>
</context>
</TS>
