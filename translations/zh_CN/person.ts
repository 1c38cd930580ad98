<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>LedgerState</name>
    <message>
        <source>Ledger %1, block %2 of %3. Fingerprint: %4</source>
        <extracomment>What a checkpoint&apos;s code says; %1 is a ledger&apos;s name, %2 a block&apos;s number, %3 its time, %4 letters and digits to compare</extracomment>
        <translation>账本 %1，区块 %2（%3）。指纹：%4</translation>
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
        <translation>新增%1条记录。%2条原来就有。%3条无法读取。</translation>
    </message>
    <message>
        <source>All your records are in the file now. It is not locked: whoever has the file can read it.</source>
        <extracomment>After all records were written to a file</extracomment>
        <translation>您的全部记录已写入文件。文件没有上锁：谁拿到文件，谁就能看。</translation>
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
    <message>
        <source>Your passphrase is changed. A PIN or a finger no longer opens your record; you can set them anew below.</source>
        <extracomment>After the passphrase was changed, when a PIN or finger opened the record</extracomment>
        <translation>口令已更改。原来的 PIN 码和指纹不能再打开您的档案，您可以在下面重新设置。</translation>
    </message>
    <message>
        <source>This PIN is not right. Tries left: %1. Your passphrase always works.</source>
        <extracomment>A wrong PIN was typed; %1 is how many tries are left</extracomment>
        <translation>PIN 码不对，还可以试 %1 次。用口令随时都能打开。</translation>
    </message>
    <message>
        <source>The PIN no longer opens your record: it was wrong five times, or the passphrase was changed. Nothing is lost. Type your passphrase; you can set a new PIN afterwards, under Settings, Security.</source>
        <extracomment>The PIN was taken away, by wrong tries or by a changed passphrase</extracomment>
        <translation>PIN 码已失效：可能是输错了五次，或者口令已更改。您的资料都还在。请输入口令，打开后可以在“设置—安全”里重新设置 PIN 码。</translation>
    </message>
    <message>
        <source>Your finger no longer opens your record: the passphrase was changed, or this device forgot the key. Nothing is lost. Type your passphrase; you can switch the finger on again afterwards, under Settings, Security.</source>
        <extracomment>The finger no longer opens the record</extracomment>
        <translation>指纹已不能打开您的档案：可能是口令已更改，或者这台设备丢失了钥匙。您的资料都还在。请输入口令，打开后可以在“设置—安全”里重新启用指纹。</translation>
    </message>
    <message>
        <source>The two PINs are not the same. Type the same one twice.</source>
        <extracomment>Two PINs that were typed differ</extracomment>
        <translation>两次输入的 PIN 码不一样，请输入相同的 PIN 码。</translation>
    </message>
    <message>
        <source>Your finger opens your record on this device from now on. The passphrase always works.</source>
        <extracomment>After the finger was switched on</extracomment>
        <translation>今后在这台设备上可以用指纹打开您的档案。用口令也随时都能打开。</translation>
    </message>
    <message>
        <source>Your finger no longer opens your record.</source>
        <extracomment>After the finger was switched off</extracomment>
        <translation>指纹不再能打开您的档案。</translation>
    </message>
</context>
</TS>
