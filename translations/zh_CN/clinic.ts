<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Counter</name>
    <message>
        <source>The clinic&apos;s keys are made. Give the request file to the ledger&apos;s administrator; it holds no secret. You can open codes once it is registered.</source>
        <extracomment>After a clinic&apos;s keys were made</extracomment>
        <translation>诊所的密钥已经生成。请把申请文件交给账本的管理员，文件里没有秘密。登记之后就可以打开许可码。</translation>
    </message>
    <message>
        <source>The visit&apos;s records are erased here, and that is noted.</source>
        <extracomment>After a visit&apos;s records were erased at the clinic</extracomment>
        <translation>本次就诊的记录已在这里清除，并已记下。</translation>
    </message>
</context>
<context>
    <name>DoorPage</name>
    <message>
        <source>Set up this counter</source>
        <extracomment>Heading of the clinic&apos;s first start</extracomment>
        <translation>设置本窗口</translation>
    </message>
    <message>
        <source>This counter is locked</source>
        <extracomment>Heading of the clinic&apos;s lock screen</extracomment>
        <translation>本窗口已锁定</translation>
    </message>
    <message>
        <source>The clinic&apos;s name, as patients know it</source>
        <extracomment>Label of a field</extracomment>
        <translation>诊所名称（患者所知的）</translation>
    </message>
    <message>
        <source>Think of a passphrase (at least 8 characters)</source>
        <extracomment>Label of a field</extracomment>
        <translation>想一个口令（至少 8 个字符）</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>Label of a field</extracomment>
        <translation>口令</translation>
    </message>
    <message>
        <source>Without the passphrase nobody can use this clinic&apos;s keys, and nobody can recover them.</source>
        <extracomment>Below the passphrase of a clinic&apos;s first start</extracomment>
        <translation>没有口令，谁也不能使用本诊所的密钥，也没有人能找回它。</translation>
    </message>
    <message>
        <source>Make the keys and save the request</source>
        <extracomment>Button of the clinic&apos;s first start</extracomment>
        <translation>生成密钥并保存申请</translation>
    </message>
    <message>
        <source>Open the counter</source>
        <extracomment>Button of the clinic&apos;s lock screen</extracomment>
        <translation>打开窗口</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Apricot at the counter</source>
        <extracomment>Title of the clinic&apos;s app</extracomment>
        <translation>杏林 · 窗口</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>What this code opens</source>
        <extracomment>Heading of the clinic&apos;s first step</extracomment>
        <translation>这个码能打开什么</translation>
    </message>
    <message>
        <source>Scan the patient&apos;s code</source>
        <extracomment>Heading of the clinic&apos;s first step</extracomment>
        <translation>扫描患者的码</translation>
    </message>
    <message>
        <source>Point the hand scanner at the code, or paste what it says here. A picture of the code works too: choose it, or drop it on this window.</source>
        <extracomment>How a code gets in</extracomment>
        <translation>请用扫码枪对准码，或把码的内容粘贴到这里。码的图片也可以：选择图片，或拖到本窗口。</translation>
    </message>
    <message>
        <source>The code</source>
        <extracomment>Label of the field that a hand scanner types into</extracomment>
        <translation>码</translation>
    </message>
    <message>
        <source>Read the code</source>
        <extracomment>Button: says what a code opens; nothing is opened yet</extracomment>
        <translation>读取</translation>
    </message>
    <message>
        <source>Choose a picture of the code</source>
        <extracomment>Button</extracomment>
        <translation>选择码的图片</translation>
    </message>
    <message>
        <source>Lock the counter</source>
        <extracomment>Button</extracomment>
        <translation>锁定窗口</translation>
    </message>
    <message>
        <source>Nothing is open yet. Opening is written on the ledger, where the patient sees it.</source>
        <extracomment>Above the button that opens a patient&apos;s records at a clinic</extracomment>
        <translation>现在什么都还没有打开。打开会记在账本上，患者看得到。</translation>
    </message>
    <message>
        <source>Open the records</source>
        <extracomment>Button: spends one use of a permission</extracomment>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>We opened this before: show it again</source>
        <extracomment>Button: for a permission that this clinic has used already, which costs no further use</extracomment>
        <translation>我们以前打开过：再次显示</translation>
    </message>
    <message>
        <source>Not this one</source>
        <extracomment>Button: a code is put aside unopened</extracomment>
        <translation>不是这个</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>The patient&apos;s records</source>
        <extracomment>Accessible name of the list of records at a clinic</extracomment>
        <translation>患者的记录</translation>
    </message>
    <message>
        <source>Open: %1 records</source>
        <extracomment>Heading above a visit&apos;s records; %1 is how many</extracomment>
        <translation>已打开：%1 条记录</translation>
    </message>
    <message>
        <source>They are erased here at %1, or as soon as you finish.</source>
        <extracomment>Above a visit&apos;s records; %1 is a date and time</extracomment>
        <translation>将于 %1 在这里清除，或在您结束时立即清除。</translation>
    </message>
    <message>
        <source>Finish and erase</source>
        <extracomment>Button: erases what is shown of a patient</extracomment>
        <translation>结束并清除</translation>
    </message>
</context>
</TS>
