<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>LedgerState</name>
    <message>
        <source>Block %1 of %2</source>
        <extracomment>Below the code of a checkpoint; %1 is a block&apos;s number, %2 its time</extracomment>
        <translation>区块 %1，%2</translation>
    </message>
    <message>
        <source>Your record now trusts the ledger from block %1 of %2 on.</source>
        <extracomment>A checkpoint was taken over; %1 is a block&apos;s number, %2 its time</extracomment>
        <translation>您的档案从区块 %1（%2）起信任这个账本。</translation>
    </message>
</context>
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
    <message>
        <source>The PIN opens your record on this device from now on. Five wrong tries end it; the passphrase always works.</source>
        <extracomment>After a PIN was set</extracomment>
        <translation>从现在起，PIN 可以在这台设备上打开您的档案。输错五次就作废；口令始终有效。</translation>
    </message>
    <message>
        <source>There is no PIN any more.</source>
        <extracomment>After a PIN was taken away</extracomment>
        <translation>PIN 已取消。</translation>
    </message>
</context>
</TS>
