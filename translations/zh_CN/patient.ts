<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutPage</name>
    <message>
        <source>About Apricot</source>
        <extracomment>Heading</extracomment>
        <translation>关于杏林</translation>
    </message>
    <message>
        <source>Apricot 杏林 keeps your health record on your own device, encrypted. You decide who reads it, what, and until when.</source>
        <extracomment>About: what the app is</extracomment>
        <translation>杏林把您的健康档案加密保存在您自己的设备上。谁能看、看什么、看到什么时候，由您决定。</translation>
    </message>
    <message>
        <source>No statistics, no advertisements, no account. While it is open it asks the hospitals&apos; computers for letters to you and for what became of your permissions. Nothing else goes out unless you ask for it.</source>
        <extracomment>About: what the app does not do</extracomment>
        <translation>没有统计，没有广告，不需要账号。打开期间，它会向医院的电脑询问有没有给您的信件，以及您的许可后来怎样。除此之外，没有您的要求，什么都不会发出。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <extracomment>About; %1 is a version number</extracomment>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <extracomment>About: the licence</extracomment>
        <translation>自由软件，按 GNU 通用公共许可证第 3 版或更新版本发布。</translation>
    </message>
</context>
<context>
    <name>BackupSettings</name>
    <message>
        <source>Backup and moving</source>
        <extracomment>Heading</extracomment>
        <translation>备份与换机</translation>
    </message>
    <message>
        <source>Backup</source>
        <extracomment>Heading of a group of settings</extracomment>
        <translation>备份</translation>
    </message>
    <message>
        <source>The last one: %1</source>
        <extracomment>When the last backup was made; %1 is a time</extracomment>
        <translation>最近一次：%1</translation>
    </message>
    <message>
        <source>None so far.</source>
        <extracomment>No backup was made so far</extracomment>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>One locked file with all your records. It opens with your passphrase only. Keep it on another device or a memory stick.</source>
        <extracomment>What a backup is</extracomment>
        <translation>一个上了锁的文件，里面是您的全部记录，只有您的口令能打开。请把它存到另一台设备或 U 盘上。</translation>
    </message>
    <message>
        <source>Back up to a file</source>
        <extracomment>Button</extracomment>
        <translation>备份到文件</translation>
    </message>
    <message>
        <source>Move to a new phone</source>
        <extracomment>Heading of a group of settings</extracomment>
        <translation>换到新手机</translation>
    </message>
    <message>
        <source>1. Here: back up to a file, as above.</source>
        <extracomment>How to move to a new phone, first step</extracomment>
        <translation>1. 在这台设备上：按上面的办法备份到文件。</translation>
    </message>
    <message>
        <source>2. Bring the file to the new phone: by cable, memory stick or message to yourself. It is locked.</source>
        <extracomment>How to move to a new phone, second step</extracomment>
        <translation>2. 把文件带到新手机上：用数据线、U 盘，或发消息给自己。文件是上锁的。</translation>
    </message>
    <message>
        <source>3. There: start Apricot, choose &quot;I have a backup from another device&quot;, and type the same passphrase.</source>
        <extracomment>How to move to a new phone, third step</extracomment>
        <translation>3. 在新手机上：打开杏林，选“我有另一台设备的备份”，输入同样的口令。</translation>
    </message>
    <message>
        <source>4. When all is there, use only the new phone: what is added on one does not come to the other.</source>
        <extracomment>How to move to a new phone, last step</extracomment>
        <translation>4. 都在了以后，只用新手机：在一台上新增的内容不会到另一台上。</translation>
    </message>
    <message>
        <source>Take everything out</source>
        <extracomment>Heading of a group of settings</extracomment>
        <translation>全部取出</translation>
    </message>
    <message>
        <source>All your records as one file in the format that hospitals use (FHIR). The file is not locked: whoever has it can read it.</source>
        <extracomment>What the export is</extracomment>
        <translation>把您的全部记录存成一个文件，用医院通用的格式（FHIR）。文件没有上锁：谁拿到都能看。</translation>
    </message>
    <message>
        <source>Take all my records out as one file</source>
        <extracomment>Button</extracomment>
        <translation>把我的全部记录取出为一个文件</translation>
    </message>
    <message>
        <source>Devices</source>
        <extracomment>Heading of a list: where the record was made or restored</extracomment>
        <translation>设备</translation>
    </message>
    <message>
        <source>made %1</source>
        <extracomment>How the record came to a device; %1 is a time</extracomment>
        <translation>新建于 %1</translation>
    </message>
    <message>
        <source>restored %1</source>
        <extracomment>How the record came to a device: from a backup; %1 is a time</extracomment>
        <translation>恢复于 %1</translation>
    </message>
    <message>
        <source>keys from the 24 words, %1</source>
        <extracomment>How the record came to a device; %1 is a time</extracomment>
        <translation>用 24 个恢复词取回钥匙，%1</translation>
    </message>
    <message>
        <source>An old device keeps its copy until Apricot&apos;s data is deleted there.</source>
        <extracomment>Below the list of devices</extracomment>
        <translation>旧设备上的那一份会一直在，直到您在那里删除杏林的数据。</translation>
    </message>
    <message>
        <source>Write a file that anybody can read?</source>
        <extracomment>Asks before an unlocked file is written</extracomment>
        <translation>要写一个谁都能看的文件吗？</translation>
    </message>
    <message>
        <source>The file holds all your records, unlocked. For a copy to keep, a backup is safer.</source>
        <extracomment>Asks before an unlocked file is written</extracomment>
        <translation>文件里是您的全部记录，没有上锁。若只是想留一份，备份更安全。</translation>
    </message>
    <message>
        <source>Yes, write the unlocked file</source>
        <extracomment>Button: writes all records to an unlocked file</extracomment>
        <translation>是，写这个没上锁的文件</translation>
    </message>
</context>
<context>
    <name>FingerAsking</name>
    <message>
        <source>Put your finger on the reader now.</source>
        <extracomment>While a fingerprint is waited for</extracomment>
        <translation>请把手指放到指纹识别器上。</translation>
    </message>
    <message>
        <source>Not with the finger</source>
        <extracomment>Button: a fingerprint is no longer waited for</extracomment>
        <translation>不用指纹</translation>
    </message>
</context>
<context>
    <name>FingerCard</name>
    <message>
        <source>Your finger on this device</source>
        <extracomment>Heading of a group of settings</extracomment>
        <translation>在这台设备上使用指纹</translation>
    </message>
    <message>
        <source>This device has no fingerprint reader, or knows no finger of yours. Teach it your finger in the device&apos;s own settings, then come back here.</source>
        <extracomment>Settings: why no fingerprint can open the record</extracomment>
        <translation>这台设备没有指纹识别器，或者还没有录入您的指纹。请先在系统设置里录入指纹，再回到这里。</translation>
    </message>
    <message>
        <source>Passphrase, to use your finger</source>
        <extracomment>Label of a field</extracomment>
        <translation>口令（用来启用指纹）</translation>
    </message>
    <message>
        <source>Open with my finger from now on</source>
        <extracomment>Button</extracomment>
        <translation>今后用指纹打开</translation>
    </message>
    <message>
        <source>No longer with my finger</source>
        <extracomment>Button: a finger no longer opens the record</extracomment>
        <translation>不再用指纹</translation>
    </message>
</context>
<context>
    <name>Handed</name>
    <message>
        <source>This code is a permission. A clinic scans it with its own app; there is nothing you need to do with it here.</source>
        <extracomment>A permission&apos;s code was opened in the patient&apos;s own app</extracomment>
        <translation>这是一份许可的二维码，由机构用自己的软件扫描；您在这里不需要做什么。</translation>
    </message>
</context>
<context>
    <name>HealthCards</name>
    <message>
        <source>Who may look</source>
        <extracomment>Heading on the first screen</extracomment>
        <translation>谁能看</translation>
    </message>
    <message>
        <source>Permissions that may still be used: %1</source>
        <extracomment>First screen: how many permissions may still be used; %1 is the number</extracomment>
        <translation>还能使用的许可：%1</translation>
    </message>
    <message>
        <source>Nobody may open your records now.</source>
        <extracomment>First screen: no permission may be used</extracomment>
        <translation>现在没有人能打开您的记录。</translation>
    </message>
    <message>
        <source>Last opened by %1, %2</source>
        <extracomment>First screen: the last openings; %1 is a clinic, %2 a time</extracomment>
        <translation>最近一次打开：%1，%2</translation>
    </message>
    <message>
        <source>Who may see my records, and who did</source>
        <extracomment>Row of the first screen</extracomment>
        <translation>谁能看我的记录，谁看过</translation>
    </message>
    <message>
        <source>Records on this device: %1</source>
        <extracomment>How many records are kept; %1 is the number</extracomment>
        <translation>这台设备上的记录：%1</translation>
    </message>
    <message>
        <source>See them all</source>
        <extracomment>Row of the first screen</extracomment>
        <translation>查看全部</translation>
    </message>
    <message>
        <source>Bring in records from a file</source>
        <extracomment>Row of the first screen</extracomment>
        <translation>从文件导入记录</translation>
    </message>
    <message>
        <source>Clinics ask to see records: %1</source>
        <extracomment>Row of the first screen; how many requests wait for an answer is %1</extracomment>
        <translation>机构请求查看记录：%1个</translation>
    </message>
    <message>
        <source>What clinics ask for</source>
        <extracomment>Row of the first screen</extracomment>
        <translation>机构的请求</translation>
    </message>
    <message>
        <source>Letters from clinics</source>
        <extracomment>Row of the first screen</extracomment>
        <translation>机构来信</translation>
    </message>
    <message>
        <source>As it was at %1.</source>
        <extracomment>First screen: what is known of the permissions; %1 is a time</extracomment>
        <translation>截至 %1 的情况。</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <extracomment>Heading</extracomment>
        <translation>帮助</translation>
    </message>
    <message>
        <source>The clinic wants to see my records</source>
        <extracomment>Help: a question</extracomment>
        <translation>医疗机构要看我的记录</translation>
    </message>
    <message>
        <source>Can they see everything?</source>
        <extracomment>Help: a question</extracomment>
        <translation>他们什么都能看到吗？</translation>
    </message>
    <message>
        <source>No. Only what you read and agreed to, until the time it says.</source>
        <extracomment>Help: an answer</extracomment>
        <translation>不能。只能看您读过并同意的内容，到写明的时间为止。</translation>
    </message>
    <message>
        <source>I changed my mind</source>
        <extracomment>Help: a question</extracomment>
        <translation>我改主意了</translation>
    </message>
    <message>
        <source>I forgot my passphrase</source>
        <extracomment>Help: a question</extracomment>
        <translation>我忘了口令</translation>
    </message>
    <message>
        <source>I lost my phone</source>
        <extracomment>Help: a question</extracomment>
        <translation>我的手机丢了</translation>
    </message>
    <message>
        <source>On the first screen press &quot;Show my code to a clinic&quot;, choose the clinic, read what it would see, agree, and show the code at the counter.</source>
        <extracomment>Help: an answer</extracomment>
        <translation>在首页按“给医疗机构看我的二维码”，选好机构，看清对方会看到什么，同意后在窗口出示二维码。</translation>
    </message>
    <message>
        <source>On the first screen press &quot;Who looked at my records&quot; and end the permission. What was read before has been read.</source>
        <extracomment>Help: an answer</extracomment>
        <translation>在首页按“谁看过我的记录”，结束该许可。已经看过的，就是看过了。</translation>
    </message>
    <message>
        <source>Nobody can open this record without it, not even we; a backup has the same passphrase. Look where you wrote it down. Your 24 words bring back your keys, not your records: with them you can make a new record and end old permissions.</source>
        <extracomment>Help: an answer</extracomment>
        <translation>没有口令，谁都打不开这份档案，我们也不行；备份用的也是同一个口令。请找找您当时写在哪里。24 个恢复词能取回您的钥匙，取不回记录：用它们可以新建一份档案，结束以前的许可。</translation>
    </message>
    <message>
        <source>Your record there stays locked. On the new phone bring in your backup file: it holds your records and your keys. If you have none, your 24 words bring back the keys, so that you can end old permissions; they do not bring back your records.</source>
        <extracomment>Help: an answer</extracomment>
        <translation>那里的档案一直是锁着的。请在新手机上用备份文件恢复：里面有您的记录和钥匙。没有备份的话，24 个恢复词能取回钥匙，让您结束以前的许可，但取不回记录。</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Today</source>
        <extracomment>Heading of the first screen</extracomment>
        <translation>今天</translation>
    </message>
    <message>
        <source>Let a clinic see my records</source>
        <extracomment>Button of the first screen</extracomment>
        <translation>让医疗机构看我的记录</translation>
    </message>
    <message>
        <source>Lock now</source>
        <extracomment>Button of the first screen</extracomment>
        <translation>现在锁上</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <extracomment>Heading of the first screen; %1 is a person&apos;s name</extracomment>
        <translation>今天，%1</translation>
    </message>
    <message>
        <source>Show my code to a clinic</source>
        <extracomment>Large way on the first screen, elder mode</extracomment>
        <translation>给医疗机构看我的二维码</translation>
    </message>
    <message>
        <source>My medicines and allergies</source>
        <extracomment>Large way on the first screen, elder mode</extracomment>
        <translation>我的用药和过敏</translation>
    </message>
    <message>
        <source>Who looked at my records</source>
        <extracomment>Large way on the first screen, elder mode</extracomment>
        <translation>谁看过我的记录</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>Large way on the first screen, elder mode</extracomment>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>LedgerSettings</name>
    <message>
        <source>Ledger</source>
        <extracomment>Heading</extracomment>
        <translation>账本</translation>
    </message>
    <message>
        <source>Where permissions are written down</source>
        <extracomment>Heading of a group of settings</extracomment>
        <translation>许可记在哪里</translation>
    </message>
    <message>
        <source>None is chosen yet. Your hospital gives you a small file about its ledger.</source>
        <extracomment>What ledger is used; %1 is a file or folder</extracomment>
        <translation>还没有选。医院会给您一个关于它的账本的小文件。</translation>
    </message>
    <message>
        <source>A folder on this machine, run by one organisation: %1</source>
        <extracomment>What ledger is used; %1 is a folder</extracomment>
        <translation>这台机器上的文件夹，由一家机构管理：%1</translation>
    </message>
    <message>
        <source>Reached over the network, as this file says: %1</source>
        <extracomment>What ledger is used; %1 is a file</extracomment>
        <translation>按这个文件，通过网络连接：%1</translation>
    </message>
    <message>
        <source>Packages wait in: %1</source>
        <extracomment>Where packages wait; %1 is a folder</extracomment>
        <translation>数据包放在：%1</translation>
    </message>
    <message>
        <source>Choose the hospitals&apos; file</source>
        <extracomment>Button</extracomment>
        <translation>选择医院给的文件</translation>
    </message>
    <message>
        <source>Choose a folder on this machine</source>
        <extracomment>Button</extracomment>
        <translation>选择这台机器上的文件夹</translation>
    </message>
    <message>
        <source>What it is</source>
        <extracomment>Heading: what the ledger says of itself</extracomment>
        <translation>它是什么</translation>
    </message>
    <message>
        <source>Chain: %1</source>
        <extracomment>The ledger&apos;s name; %1 is it</extracomment>
        <translation>链：%1</translation>
    </message>
    <message>
        <source>No nodes: it is on this machine.</source>
        <extracomment>The ledger is on this machine</extracomment>
        <translation>没有节点：它就在这台机器上。</translation>
    </message>
    <message>
        <source>Node: %1</source>
        <extracomment>One of the machines that are asked; %1 is its address</extracomment>
        <translation>节点：%1</translation>
    </message>
    <message>
        <source>Look</source>
        <extracomment>Button: asks the ledger</extracomment>
        <translation>查看</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <extracomment>Heading: a block that is trusted, as a code</extracomment>
        <translation>检查点</translation>
    </message>
    <message>
        <source>A device that was off for long no longer knows which ledger is the true one. It takes a checkpoint from a device of yours, or from the hospital&apos;s screen.</source>
        <extracomment>What a checkpoint is for</extracomment>
        <translation>关机太久的设备，就不再知道哪个账本是真的。它要从您的另一台设备、或医院的屏幕上取一个检查点。</translation>
    </message>
    <message>
        <source>Show mine as a code</source>
        <extracomment>Button: shows a code for another device</extracomment>
        <translation>把我的显示成二维码</translation>
    </message>
    <message>
        <source>Code of the checkpoint</source>
        <extracomment>Accessible name of a code</extracomment>
        <translation>检查点的二维码</translation>
    </message>
    <message>
        <source>A checkpoint&apos;s code from elsewhere</source>
        <extracomment>Label of a field</extracomment>
        <translation>别处来的检查点代码</translation>
    </message>
    <message>
        <source>Trust this checkpoint</source>
        <extracomment>Button</extracomment>
        <translation>信任这个检查点</translation>
    </message>
    <message>
        <source>Trust this checkpoint?</source>
        <extracomment>Asks before a checkpoint is trusted</extracomment>
        <translation>要信任这个检查点吗？</translation>
    </message>
    <message>
        <source>Only take one from your own device or from the hospital itself, and compare: it must show the same. A link that somebody sent you is not enough.</source>
        <extracomment>Asks before a checkpoint is trusted</extracomment>
        <translation>只接受您自己设备上的、或医院亲自给的检查点，并且核对：两边显示的必须一致。别人发给您的链接不足为凭。</translation>
    </message>
    <message>
        <source>Yes, I know where it is from</source>
        <extracomment>Button: trusts a checkpoint</extracomment>
        <translation>是，我知道它从哪里来</translation>
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
        <translation>记录</translation>
    </message>
    <message>
        <source>Share</source>
        <extracomment>Bottom bar: let a clinic see records</extracomment>
        <translation>分享</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>Bottom bar</extracomment>
        <translation>设置</translation>
    </message>
    <message>
        <source>Seen by</source>
        <extracomment>Bottom bar: who may see what, who saw it</extracomment>
        <translation>谁看过</translation>
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
    <name>PeopleSettings</name>
    <message>
        <source>People on this device</source>
        <extracomment>Heading</extracomment>
        <translation>这台设备上的人</translation>
    </message>
    <message>
        <source>Every record has its own passphrase. Choosing another locks this one. The names are seen on the lock screen by whoever holds this device.</source>
        <extracomment>Explains the records of several people</extracomment>
        <translation>每份档案有自己的口令。选别的档案，这份就锁上。拿着这台设备的人都能在锁屏上看到名字。</translation>
    </message>
    <message>
        <source>This record</source>
        <extracomment>Heading: the name of the record that is open</extracomment>
        <translation>这份档案</translation>
    </message>
    <message>
        <source>Name on the lock screen</source>
        <extracomment>Label of a field</extracomment>
        <translation>锁屏上的名字</translation>
    </message>
    <message>
        <source>Keep this name</source>
        <extracomment>Button: keeps the name</extracomment>
        <translation>保存这个名字</translation>
    </message>
    <message>
        <source>Others</source>
        <extracomment>Heading: other people&apos;s records on this device</extracomment>
        <translation>其他人</translation>
    </message>
    <message>
        <source>My own</source>
        <extracomment>Name of a record that has none</extracomment>
        <translation>我自己的</translation>
    </message>
    <message>
        <source>Lock this one and go there</source>
        <extracomment>Beside another person&apos;s record</extracomment>
        <translation>锁上这份，去那一份</translation>
    </message>
    <message>
        <source>Someone I care for</source>
        <extracomment>Heading</extracomment>
        <translation>我照顾的人</translation>
    </message>
    <message>
        <source>What shall this device call them?</source>
        <extracomment>Label of a field</extracomment>
        <translation>这台设备怎么称呼他（她）?</translation>
    </message>
    <message>
        <source>Lock this one and begin theirs</source>
        <extracomment>Button: locks this record and begins another</extracomment>
        <translation>锁上这份，开始他（她）的</translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>A PIN on this device</source>
        <extracomment>Heading of a group of settings</extracomment>
        <translation>这台设备上的 PIN</translation>
    </message>
    <message>
        <source>Passphrase, to set a PIN</source>
        <extracomment>Label of a field</extracomment>
        <translation>口令（设置 PIN 时需要）</translation>
    </message>
    <message>
        <source>New PIN (6 digits or more)</source>
        <extracomment>Label of a field</extracomment>
        <translation>新 PIN（6 位或更多数字）</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <extracomment>Label of a field</extracomment>
        <translation>再输入一次 PIN</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <extracomment>Button</extracomment>
        <translation>设置 PIN</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <extracomment>Button: a PIN no longer opens the record</extracomment>
        <translation>取消 PIN</translation>
    </message>
</context>
<context>
    <name>ReadingSettings</name>
    <message>
        <source>Language and reading</source>
        <extracomment>Heading</extracomment>
        <translation>语言与阅读</translation>
    </message>
    <message>
        <source>Language · 语言</source>
        <extracomment>Heading of a group of settings, in both languages so that everybody finds it</extracomment>
        <translation>语言 · Language</translation>
    </message>
    <message>
        <source>As the device</source>
        <extracomment>A choice of language: that of the phone or PC</extracomment>
        <translation>跟随设备</translation>
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
        <source>Size and colours as the device has them</source>
        <extracomment>Button: size and colours as the phone or PC has them</extracomment>
        <translation>字号和颜色跟随设备</translation>
    </message>
    <message>
        <source>Elder mode</source>
        <extracomment>Heading of a group of settings</extracomment>
        <translation>长辈模式</translation>
    </message>
    <message>
        <source>Bigger, with fewer choices</source>
        <extracomment>A setting that is on or off</extracomment>
        <translation>更大，选项更少</translation>
    </message>
    <message>
        <source>The first screen has four large ways: show my code, my medicines and allergies, who looked, help.</source>
        <extracomment>Explains elder mode</extracomment>
        <translation>首页有四个大按钮：出示二维码、用药和过敏、谁看过、帮助。</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Bring in records from a file</source>
        <extracomment>Button above the records</extracomment>
        <translation>从文件导入记录</translation>
    </message>
    <message>
        <source>Write something down</source>
        <extracomment>Button above the records: a reading, a note, a photo of one&apos;s own</extracomment>
        <translation>记一笔</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>Your 24 words are not written down yet</source>
        <extracomment>Reminder on the first screen, leads to the words</extracomment>
        <translation>您的 24 个恢复词还没有抄下来</translation>
    </message>
    <message>
        <source>The last backup is of %1</source>
        <extracomment>Reminder on the first screen, leads to making a backup; %1 is when</extracomment>
        <translation>最近一次备份是 %1</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <extracomment>Reminder on the first screen, leads to making a backup</extracomment>
        <translation>还没有备份</translation>
    </message>
</context>
<context>
    <name>SecuritySettings</name>
    <message>
        <source>one minute</source>
        <extracomment>How long nobody touches it</extracomment>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <extracomment>How long nobody touches it; %1 is a number</extracomment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Security</source>
        <extracomment>Heading</extracomment>
        <translation>安全</translation>
    </message>
    <message>
        <source>It locks itself</source>
        <extracomment>Heading of a group of settings</extracomment>
        <translation>自动上锁</translation>
    </message>
    <message>
        <source>When nobody touches it for</source>
        <extracomment>Label of a choice</extracomment>
        <translation>多久没人碰就上锁</translation>
    </message>
    <message>
        <source>The 24 words</source>
        <extracomment>Heading of a group of settings</extracomment>
        <translation>24 个恢复词</translation>
    </message>
    <message>
        <source>Written down and checked.</source>
        <extracomment>State of the recovery words</extracomment>
        <translation>已经抄下并核对过。</translation>
    </message>
    <message>
        <source>Not checked yet. Without them a lost device means lost keys.</source>
        <extracomment>State of the recovery words</extracomment>
        <translation>还没有核对。没有它们，丢了设备就丢了钥匙。</translation>
    </message>
    <message>
        <source>Show the words</source>
        <extracomment>Button</extracomment>
        <translation>显示恢复词</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <extracomment>Heading of a group of settings</extracomment>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Passphrase so far</source>
        <extracomment>Label of a field</extracomment>
        <translation>现在的口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <extracomment>Label of a field</extracomment>
        <translation>新口令</translation>
    </message>
    <message>
        <source>At least 8 characters. Old backups keep the old passphrase.</source>
        <extracomment>Below the field for a new passphrase</extracomment>
        <translation>至少 8 个字符。旧备份仍用旧口令。</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <extracomment>Label of a field</extracomment>
        <translation>再输入一次新口令</translation>
    </message>
    <message>
        <source>Change it</source>
        <extracomment>Button</extracomment>
        <translation>更改</translation>
    </message>
    <message>
        <source>It also locks before the device sleeps.</source>
        <extracomment>Below the time after which it locks itself</extracomment>
        <translation>设备进入睡眠前也会自动锁上。</translation>
    </message>
    <message>
        <source>It also locks when the device has slept, as soon as it wakes.</source>
        <extracomment>Below the time after which it locks itself, where sleep is not announced</extracomment>
        <translation>设备睡眠过后，一唤醒也会自动锁上。</translation>
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
        <source>Language and reading</source>
        <extracomment>A group of settings</extracomment>
        <translation>语言与阅读</translation>
    </message>
    <message>
        <source>Language, size of type, colours, elder mode</source>
        <extracomment>What a group of settings holds</extracomment>
        <translation>语言、字号、颜色、长辈模式</translation>
    </message>
    <message>
        <source>Security</source>
        <extracomment>A group of settings</extracomment>
        <translation>安全</translation>
    </message>
    <message>
        <source>Passphrase, when it locks itself, the 24 words</source>
        <extracomment>What a group of settings holds</extracomment>
        <translation>口令、自动上锁、24 个恢复词</translation>
    </message>
    <message>
        <source>Backup and moving</source>
        <extracomment>A group of settings</extracomment>
        <translation>备份与换机</translation>
    </message>
    <message>
        <source>Keep a copy, move to a new phone, take everything out</source>
        <extracomment>What a group of settings holds</extracomment>
        <translation>留一份、换新手机、全部取出</translation>
    </message>
    <message>
        <source>People on this device</source>
        <extracomment>A group of settings</extracomment>
        <translation>这台设备上的人</translation>
    </message>
    <message>
        <source>Records you keep for others, and their names</source>
        <extracomment>What a group of settings holds</extracomment>
        <translation>您替别人保管的档案，和他们的名字</translation>
    </message>
    <message>
        <source>Ledger</source>
        <extracomment>A group of settings</extracomment>
        <translation>账本</translation>
    </message>
    <message>
        <source>Where permissions are written down, and by whom it is run</source>
        <extracomment>What a group of settings holds</extracomment>
        <translation>许可记在哪里，由谁管理</translation>
    </message>
    <message>
        <source>About Apricot</source>
        <extracomment>A group of settings</extracomment>
        <translation>关于杏林</translation>
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
        <translation>杏林把您的记录锁好存在这台设备上。没有您的允许，谁也看不到。</translation>
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
        <source>Passphrase of the backup</source>
        <extracomment>Label of a field</extracomment>
        <translation>备份的口令</translation>
    </message>
    <message>
        <source>Think of a passphrase (at least 8 characters)</source>
        <extracomment>Label of a field</extracomment>
        <translation>想一个口令（至少 8 个字符）</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <extracomment>Label of a field</extracomment>
        <translation>再输一次同样的口令</translation>
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
    <message>
        <source>A record for %1</source>
        <extracomment>Heading of the first start for someone else&apos;s record; %1 is their name</extracomment>
        <translation>%1 的档案</translation>
    </message>
    <message>
        <source>Too short: 8 characters at least.</source>
        <extracomment>How good a passphrase is</extracomment>
        <translation>太短：至少 8 个字符。</translation>
    </message>
    <message>
        <source>Long enough. Longer is safer: four words that only you would put together.</source>
        <extracomment>How good a passphrase is</extracomment>
        <translation>够长了。越长越安全：四个只有您会放在一起的词。</translation>
    </message>
    <message>
        <source>Good and long.</source>
        <extracomment>How good a passphrase is</extracomment>
        <translation>很好，够长。</translation>
    </message>
    <message>
        <source>This record has a passphrase of its own. Only who knows it opens it; the other records on this device stay closed.</source>
        <extracomment>First start: what the app is</extracomment>
        <translation>这份档案有自己的口令。只有知道口令的人能打开；这台设备上的其他档案仍然锁着。</translation>
    </message>
    <message>
        <source>Moving? On the old device: Settings, Backup and moving, &quot;Back up to a file&quot;. Bring that file here.</source>
        <extracomment>First start: how to move from another phone</extracomment>
        <translation>要换机？在旧设备上：设置，备份与换机，“备份到文件”。把那个文件带到这里。</translation>
    </message>
    <message>
        <source>They bring back your keys, so that you can end old permissions. They do not bring back your records.</source>
        <extracomment>First start: what the 24 words bring back</extracomment>
        <translation>它们取回您的钥匙，让您能结束以前的许可；取不回您的记录。</translation>
    </message>
    <message>
        <source>If you forget it</source>
        <extracomment>First start: heading of what a loss means</extracomment>
        <translation>如果忘了口令</translation>
    </message>
    <message>
        <source>One moment …</source>
        <extracomment>Button of the first start, while it works</extracomment>
        <translation>请稍等……</translation>
    </message>
    <message>
        <source>Back, make nothing</source>
        <extracomment>Button: no record is made for someone else</extracomment>
        <translation>返回，什么都不建</translation>
    </message>
    <message>
        <source>Backup: %1</source>
        <extracomment>First start: the backup that was chosen; %1 is the name of a file</extracomment>
        <translation>备份文件：%1</translation>
    </message>
    <message>
        <source>Choose the backup file</source>
        <extracomment>Button of the first start</extracomment>
        <translation>选择备份文件</translation>
    </message>
    <message>
        <source>Open this backup</source>
        <extracomment>Button of the first start: with the file that was chosen</extracomment>
        <translation>打开这份备份</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <extracomment>Button of the first start: not the file that was chosen</extracomment>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>Your 24 words: English with spaces between them, or Chinese characters</source>
        <extracomment>Label of the field for the recovery words</extracomment>
        <translation>您的24个词：汉字可以连着写，英文词中间用空格隔开</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>My medicines and allergies</source>
        <extracomment>Heading</extracomment>
        <translation>我的用药和过敏</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <extracomment>Button: stops reading aloud</extracomment>
        <translation>停止朗读</translation>
    </message>
    <message>
        <source>Read it to me</source>
        <extracomment>Button: a voice reads medicines and allergies</extracomment>
        <translation>读给我听</translation>
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
    <message>
        <source>%1: locked</source>
        <extracomment>Heading of the lock screen; %1 is a person&apos;s name</extracomment>
        <translation>%1：已锁</translation>
    </message>
    <message>
        <source>Whose record?</source>
        <extracomment>Above the people whose records are on this device</extracomment>
        <translation>谁的档案？</translation>
    </message>
    <message>
        <source>My own</source>
        <extracomment>A record on this device that has no name</extracomment>
        <translation>我自己的</translation>
    </message>
    <message>
        <source>Record %1</source>
        <extracomment>A record on this device that has no name; %1 is a number</extracomment>
        <translation>档案 %1</translation>
    </message>
    <message>
        <source>PIN</source>
        <extracomment>Label of a field</extracomment>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Open with the PIN</source>
        <extracomment>Button of the lock screen</extracomment>
        <translation>用 PIN 打开</translation>
    </message>
    <message>
        <source>Wrong %1 times. Nothing is lost and nothing is erased, however often you try. Are capitals on? Is the keyboard in the right language? Is it the right person&apos;s record?</source>
        <extracomment>Lock screen, after several wrong passphrases; %1 is how many</extracomment>
        <translation>错了 %1 次。不管试多少次，什么都不会丢，也不会删除。大写锁定开着吗？输入法对吗？是这个人的档案吗？</translation>
    </message>
    <message>
        <source>Someone I care for</source>
        <extracomment>Button of the lock screen: another person&apos;s record on this device</extracomment>
        <translation>我照顾的人</translation>
    </message>
    <message>
        <source>A record for someone you care for</source>
        <extracomment>Lock screen: heading</extracomment>
        <translation>给您照顾的人建一份档案</translation>
    </message>
    <message>
        <source>What shall this device call them?</source>
        <extracomment>Label of a field</extracomment>
        <translation>这台设备怎么称呼他（她）?</translation>
    </message>
    <message>
        <source>Whoever holds this device sees the name on the lock screen.</source>
        <extracomment>Below the field for a name</extracomment>
        <translation>拿着这台设备的人会在锁屏上看到这个名字。</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Button: go on to make a record for someone else</extracomment>
        <translation>继续</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Button: no record for someone else</extracomment>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Open with my finger</source>
        <extracomment>Button of the lock screen: asks for a fingerprint</extracomment>
        <translation>用指纹打开</translation>
    </message>
    <message>
        <source>The fingerprint reader is not there now. Use your PIN or passphrase.</source>
        <extracomment>Lock screen: a fingerprint opens the record, but there is no reader</extracomment>
        <translation>现在找不到指纹识别器。请用 PIN 码或口令。</translation>
    </message>
</context>
<context>
    <name>WhosePage</name>
    <message>
        <source>Whose records shall come in?</source>
        <extracomment>Heading: a file holds several people&apos;s records</extracomment>
        <translation>导入谁的记录？</translation>
    </message>
    <message>
        <source>The file is about several people. A record holds one person: choose who this record is about. The others&apos; records stay out.</source>
        <extracomment>Explains why one person must be chosen</extracomment>
        <translation>文件里有几个人的记录。一份档案只放一个人：请选这份档案是谁的。其他人的记录不会进来。</translation>
    </message>
    <message>
        <source>born %1</source>
        <extracomment>A person in a file; %1 is a day of birth</extracomment>
        <translation>出生 %1</translation>
    </message>
    <message>
        <source>Records: %1</source>
        <extracomment>A person in a file; %1 is a number</extracomment>
        <translation>记录：%1</translation>
    </message>
    <message>
        <source>Nobody&apos;s: bring in nothing</source>
        <extracomment>Button: no records come in</extracomment>
        <translation>谁的都不要：什么都不导入</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Let us check three of them</source>
        <extracomment>Heading</extracomment>
        <translation>核对其中三个</translation>
    </message>
    <message>
        <source>Write down these 24 words</source>
        <extracomment>Heading</extracomment>
        <translation>抄下这 24 个恢复词</translation>
    </message>
    <message>
        <source>Not the same as shown: word %1. Look at your paper, or look at the words again.</source>
        <extracomment>After words were checked; %1 is a list of numbers</extracomment>
        <translation>第 %1 个词与显示的不一样。请看看您抄的纸，或再看一次恢复词。</translation>
    </message>
    <message>
        <source>Write them down</source>
        <extracomment>Steps of writing down the recovery words</extracomment>
        <translation>抄下来</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>Button after the check of three words</extracomment>
        <translation>核对</translation>
    </message>
    <message>
        <source>On paper, in this order, with their numbers. With them you get your keys back on a new device if this one is lost: you can then end permissions you gave. Your records come back from a backup file. Who has the words can act as you, so keep the paper with your most important papers; no photo, no message.</source>
        <extracomment>What the recovery words are for</extracomment>
        <translation>抄在纸上，按这个顺序，带上编号。设备丢了，用它们可以在新设备上取回钥匙，结束您给过的许可。记录要从备份文件恢复。谁有这些词，谁就能冒充您，所以请把纸和户口本、存折放在一起；不要拍照，不要发消息。</translation>
    </message>
    <message>
        <source>Your 24 words. They are not read aloud: ask somebody you trust to write them down for you, or keep a backup instead.</source>
        <extracomment>Accessible name of the 24 words; screen readers do not say them aloud</extracomment>
        <translation>您的 24 个恢复词。它们不会被读出来：请您信任的人替您抄下，或者改用备份。</translation>
    </message>
    <message>
        <source>Word number %1</source>
        <extracomment>Label of a field; %1 is a number from 1 to 24</extracomment>
        <translation>第 %1 个词</translation>
    </message>
    <message>
        <source>I wrote them down</source>
        <extracomment>Button below the recovery words</extracomment>
        <translation>我抄好了</translation>
    </message>
    <message>
        <source>Show me the words again</source>
        <extracomment>Button: back to the recovery words</extracomment>
        <translation>再看一次恢复词</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>Button: the recovery words are written down another time</extracomment>
        <translation>以后再抄</translation>
    </message>
    <message>
        <source>Until you have done it, the first screen reminds you. You find the words under Settings, Security.</source>
        <extracomment>Below the button that puts it off</extracomment>
        <translation>在您做完之前，首页会提醒您。恢复词在“设置”的“安全”里。</translation>
    </message>
    <message>
        <source>English words instead · 改用英文词</source>
        <extracomment>Button: the recovery words in the other list, in both languages</extracomment>
        <translation>改用英文词 · English words instead</translation>
    </message>
    <message>
        <source>Chinese characters instead · 改用汉字</source>
        <extracomment>Button: the recovery words in the other list, in both languages</extracomment>
        <translation>改用汉字 · Chinese characters instead</translation>
    </message>
    <message>
        <source>English words or Chinese characters: either brings back the same keys. One of them on paper is enough.</source>
        <extracomment>Below the recovery words</extracomment>
        <translation>汉字或英文词，都能找回同样的钥匙，抄下其中一种就够了。</translation>
    </message>
    <message>
        <source>Until you have done it, the first screen reminds you. You find the words under More, Settings, Security.</source>
        <extracomment>Below the button that puts it off</extracomment>
        <translation>在您抄好之前，首页会提醒您。恢复词在“更多”里的“设置—安全”。</translation>
    </message>
</context>
</TS>
