<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AskedStep</name>
    <message>
        <source>%1 asks</source>
        <extracomment>Heading: a clinic asks to see records; %1 is the clinic</extracomment>
        <translation>%1的请求</translation>
    </message>
    <message>
        <source>You can give less than they ask for, never more. Nothing is shared until you sign.</source>
        <extracomment>Above what may be taken away from a request</extracomment>
        <translation>您可以给得比对方请求的少，绝不会更多。签名之前不会分享任何内容。</translation>
    </message>
    <message>
        <source>Which kinds?</source>
        <extracomment>Above the kinds of records that a clinic asks for</extracomment>
        <translation>哪些类别？</translation>
    </message>
    <message>
        <source>How far back?</source>
        <extracomment>Question above the lengths of time</extracomment>
        <translation>多久以来的？</translation>
    </message>
    <message>
        <source>As far as they ask</source>
        <extracomment>How far back records are shared, when a clinic asks</extracomment>
        <translation>按对方请求的</translation>
    </message>
    <message>
        <source>Two years at most</source>
        <extracomment>How far back records are shared, when a clinic asks</extracomment>
        <translation>最多两年</translation>
    </message>
    <message>
        <source>Half a year at most</source>
        <extracomment>How far back records are shared, when a clinic asks</extracomment>
        <translation>最多半年</translation>
    </message>
    <message>
        <source>How long may they open it?</source>
        <extracomment>Question above the times</extracomment>
        <translation>对方多久内可以打开？</translation>
    </message>
    <message>
        <source>As long as they ask</source>
        <extracomment>How long a permission lasts, when a clinic asks</extracomment>
        <translation>按对方请求的</translation>
    </message>
    <message>
        <source>One day at most</source>
        <extracomment>How long a permission lasts, when a clinic asks</extracomment>
        <translation>最多一天</translation>
    </message>
    <message>
        <source>15 minutes at most</source>
        <extracomment>How long a permission lasts, when a clinic asks</extracomment>
        <translation>最多15分钟</translation>
    </message>
    <message>
        <source>How often?</source>
        <extracomment>Question above how often</extracomment>
        <translation>可以打开几次？</translation>
    </message>
    <message>
        <source>Once</source>
        <extracomment>How often records may be opened</extracomment>
        <translation>一次</translation>
    </message>
    <message>
        <source>Up to %1 times, as they ask</source>
        <extracomment>How often records may be opened, when a clinic asks; %1 is a number</extracomment>
        <translation>最多%1次，按对方请求的</translation>
    </message>
    <message>
        <source>See exactly what they would see</source>
        <extracomment>Button: see what would be shared; nothing is shared yet</extracomment>
        <translation>看看对方会看到什么</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one step back; nothing is shared</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>You have no records of this kind.</source>
        <extracomment>Beside a kind of records that a clinic asks for</extracomment>
        <translation>您没有这一类的记录。</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>You ended this. Nobody can open it any more.</source>
        <extracomment>State of a permission whose code is shown: it was opened; %1 is a clinic, %2 a time, %3 the number of the ledger&apos;s block</extracomment>
        <translation>您已结束此许可，任何人都不能再打开。</translation>
    </message>
    <message>
        <source>✓ Opened by %1 at %2. The ledger proves it (block %3).</source>
        <extracomment>State of a permission whose code is shown; %1 is a clinic, %2 a time, %3 the number of the ledger&apos;s block</extracomment>
        <translation>✓ %1已于%2打开。账本可证明（第%3区块）。</translation>
    </message>
    <message>
        <source>This code has run out. Nobody can open it any more; make a new one.</source>
        <extracomment>Above the code of a permission that has ended</extracomment>
        <translation>此码已过期，任何人都不能再打开；请重新生成。</translation>
    </message>
    <message>
        <source>The ledger cannot be reached, so whether it was opened is not known here.</source>
        <extracomment>The ledger cannot be asked whether a code was used</extracomment>
        <translation>现在连不上账本，无法知道是否已被打开。</translation>
    </message>
    <message>
        <source>Not opened yet. This changes by itself when the clinic opens it.</source>
        <extracomment>State of a permission whose code is shown</extracomment>
        <translation>尚未打开。机构打开后，这里会自动更新。</translation>
    </message>
    <message>
        <source>Good for %1 more</source>
        <extracomment>Above the code; %1 is a length of time, &quot;14 minutes&quot;</extracomment>
        <translation>还有%1有效</translation>
    </message>
    <message>
        <source>Code for %1</source>
        <extracomment>Accessible name of the code; %1 is a clinic</extracomment>
        <translation>给%1的码</translation>
    </message>
    <message>
        <source>Only the code, as large as possible</source>
        <extracomment>Button below the code: it fills the window</extracomment>
        <translation>只显示码，尽量放大</translation>
    </message>
    <message>
        <source>Print it as a card</source>
        <extracomment>Button below the code</extracomment>
        <translation>打印成卡片</translation>
    </message>
    <message>
        <source>Save it as a file</source>
        <extracomment>Button below the code: a file for the clinic</extracomment>
        <translation>保存为文件</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Button below the code</extracomment>
        <translation>完成</translation>
    </message>
    <message>
        <source>Show this at the counter</source>
        <extracomment>Heading above the code</extracomment>
        <translation>请在窗口出示</translation>
    </message>
    <message>
        <source>Back (good for %1 more)</source>
        <extracomment>Button below the code that fills the window; %1 is a length of time, &quot;14 minutes&quot;</extracomment>
        <translation>返回（还有%1有效）</translation>
    </message>
    <message>
        <source>Back (the code has run out)</source>
        <extracomment>Button below the code that fills the window, when it has run out</extracomment>
        <translation>返回（此码已过期）</translation>
    </message>
    <message>
        <source>Apricot code</source>
        <extracomment>Kinds of file for a code, in the dialog that asks where to</extracomment>
        <translation>杏林码</translation>
    </message>
    <message>
        <source>Picture</source>
        <extracomment>Kinds of file for a code, in the dialog that asks where to</extracomment>
        <translation>图片</translation>
    </message>
    <message>
        <source>Send it to the clinic as a message</source>
        <extracomment>Button below the code: over the network, without a code</extracomment>
        <translation>作为消息发给机构</translation>
    </message>
    <message>
        <source>So many single records are more than one code can carry. Send the permission to the clinic as a message instead, or as a file.</source>
        <extracomment>A permission whose code would be too large</extracomment>
        <translation>单条记录太多，一个码放不下。请改为把许可作为消息或文件发给机构。</translation>
    </message>
    <message>
        <source>Not opened when this device looked last, at %1.</source>
        <extracomment>State of a permission whose code is shown, on a ledger that others run; %1 is a time</extracomment>
        <translation>本设备上次查看时（%1）尚未打开。</translation>
    </message>
    <message>
        <source>This device has not looked yet whether it was opened.</source>
        <extracomment>State of a permission whose code is shown, on a ledger that others run</extracomment>
        <translation>本设备尚未查看是否已打开。</translation>
    </message>
    <message>
        <source>This permission stands on another ledger, %1. Choose that one in Settings to see who opened it, or to end it.</source>
        <extracomment>A permission that stands on another ledger than the one chosen in Settings; %1 is that ledger&apos;s name</extracomment>
        <translation>这份许可记在另一个账本 %1 上。要看谁打开过，或要结束它，请在“设置”中选用那个账本。</translation>
    </message>
</context>
<context>
    <name>GivenGrant</name>
    <message>
        <source>Ended for good at %1. It stands in the ledger&apos;s block %2; this device has checked the proof.</source>
        <extracomment>A permission was ended; %1 is when, %2 the number of the ledger&apos;s block</extracomment>
        <translation>已于%1永久结束，记在账本第%2区块；本设备已核验证明。</translation>
    </message>
    <message>
        <source>Saved. It works until it runs out or you end it, and for this clinic only.</source>
        <extracomment>After a permission&apos;s code was written to a file</extracomment>
        <translation>已保存。在过期或您结束它之前有效，且只有该机构能用。</translation>
    </message>
    <message>
        <source>The ledger&apos;s proof is saved. Anybody can check it without this device. It holds no health record.</source>
        <extracomment>After the ledger&apos;s proof was written to a file</extracomment>
        <translation>账本的证明已保存。任何人无需本设备即可核验，其中没有健康记录。</translation>
    </message>
    <message>
        <source>Sent. %1 finds it among its messages and can open it there.</source>
        <extracomment>A permission was sent over the network; %1 is a clinic</extracomment>
        <translation>已发送。%1会在消息里看到，并可在那里打开。</translation>
    </message>
</context>
<context>
    <name>GrantRow</name>
    <message>
        <source>May be opened until %1</source>
        <extracomment>State of a permission; %1 is a time</extracomment>
        <translation>可打开至%1</translation>
    </message>
    <message>
        <source>Until %1; not yet checked on the ledger</source>
        <extracomment>State of a permission that the ledger was not asked about yet; %1 is a time</extracomment>
        <translation>至%1；尚未向账本核对</translation>
    </message>
    <message>
        <source>You ended it. Nobody can open it any more.</source>
        <extracomment>State of a permission</extracomment>
        <translation>您已结束，任何人都不能再打开。</translation>
    </message>
    <message>
        <source>Ran out at %1</source>
        <extracomment>State of a permission; %1 is a time</extracomment>
        <translation>已于%1过期</translation>
    </message>
    <message>
        <source>Opened %1 of %2 times, last at %3</source>
        <extracomment>How often a permission was opened; %1 of %2 times, %3 is the latest time</extracomment>
        <translation>已打开%1次（共可%2次），最近一次%3</translation>
    </message>
    <message>
        <source>Nobody has opened it</source>
        <extracomment>Nobody opened it</extracomment>
        <translation>没有人打开过</translation>
    </message>
    <message>
        <source>Opened; what it opened is not told here.</source>
        <extracomment>State of a permission that was not given on this device</extracomment>
        <translation>已被打开；打开了什么，这里无从得知。</translation>
    </message>
    <message>
        <source>They can fetch it again until %1</source>
        <extracomment>State of a permission that was opened lately; %1 is a time</extracomment>
        <translation>对方在%1之前还可以再次取得</translation>
    </message>
    <message>
        <source>Over</source>
        <extracomment>State of a permission: nobody can have anything of it any more</extracomment>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Not opened when last looked at</source>
        <extracomment>State of a permission, as far as is known</extracomment>
        <translation>上次查看时尚未打开</translation>
    </message>
    <message>
        <source>Whether it was opened is not known yet</source>
        <extracomment>State of a permission that ran out</extracomment>
        <translation>是否打开过，还不清楚</translation>
    </message>
</context>
<context>
    <name>GrantView</name>
    <message>
        <source>May be opened until %1</source>
        <extracomment>State of a permission; %1 is a time</extracomment>
        <translation>可打开至%1</translation>
    </message>
    <message>
        <source>You ended this at %1. It took effect in the ledger&apos;s block %2.</source>
        <extracomment>State of a permission; %1 is a time, %2 the number of the ledger&apos;s block</extracomment>
        <translation>您已于%1结束，自账本第%2区块起生效。</translation>
    </message>
    <message>
        <source>The ledger cannot be reached: whether it was opened is not known here.</source>
        <extracomment>The ledger does not answer</extracomment>
        <translation>现在连不上账本，无法知道是否已被打开。</translation>
    </message>
    <message>
        <source>Asking the ledger …</source>
        <extracomment>While the ledger is asked</extracomment>
        <translation>正在询问账本……</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <extracomment>Button: the words of the consent in the other language; readable in both</extracomment>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>Opened %1 of %2 times</source>
        <extracomment>Heading above who opened it; %1 of %2 times</extracomment>
        <translation>已打开%1次，共可%2次</translation>
    </message>
    <message>
        <source>✓ Proven by the ledger as of block %1, %2. This device has checked the proof itself.</source>
        <extracomment>Below who opened it; %1 is the number of the ledger&apos;s block, %2 its time</extracomment>
        <translation>✓ 账本截至第%1区块（%2）可证明。本设备已自行核验。</translation>
    </message>
    <message>
        <source>Save the proof as a file</source>
        <extracomment>Button: the ledger&apos;s proof is written to a file</extracomment>
        <translation>把证明保存为文件</translation>
    </message>
    <message>
        <source>Show its code again</source>
        <extracomment>Button: shows the code of a permission again</extracomment>
        <translation>再次显示它的码</translation>
    </message>
    <message>
        <source>End this permission</source>
        <extracomment>Button; asks once more</extracomment>
        <translation>结束此许可</translation>
    </message>
    <message>
        <source>Yes, end it for good</source>
        <extracomment>Button that ends a permission</extracomment>
        <translation>是，永久结束</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>Button that leaves a permission as it is</extracomment>
        <translation>保留</translation>
    </message>
    <message>
        <source>Back to all permissions</source>
        <extracomment>Button: to the list of permissions</extracomment>
        <translation>返回全部许可</translation>
    </message>
    <message>
        <source>It was opened. %1 can fetch the same records again until %2, unless you end it now.</source>
        <extracomment>State of a permission that was opened lately; %1 is a clinic, %2 a time</extracomment>
        <translation>已经打开过。%1在%2之前还可以再次取得同样的记录，除非您现在结束许可。</translation>
    </message>
    <message>
        <source>It is over: nobody can open or fetch it any more.</source>
        <extracomment>State of a permission that was opened, some time ago</extracomment>
        <translation>已经结束：任何人都不能再打开，也不能再取得。</translation>
    </message>
    <message>
        <source>It ran out at %1, and nobody had opened it.</source>
        <extracomment>State of a permission; %1 is a time</extracomment>
        <translation>已于%1过期，没有人打开过。</translation>
    </message>
    <message>
        <source>%1 has a copy for looking at. It must erase that copy by %2.</source>
        <extracomment>Below the state of a permission that was opened; %1 is a clinic, %2 a time</extracomment>
        <translation>%1现有一份供查看的副本，须在%2之前删除。</translation>
    </message>
    <message>
        <source>End it for good? %1 can then not open it nor fetch it again. It cannot be brought back. What they have read, they have read.</source>
        <extracomment>Before a permission is ended; %1 is a clinic</extracomment>
        <translation>要永久结束吗？之后%1不能再打开，也不能再次取得，而且无法恢复。对方已经看过的，就是看过了。</translation>
    </message>
    <message>
        <source>Until %1; not yet checked on the ledger</source>
        <extracomment>State of a permission that the ledger was not asked about yet; %1 is a time</extracomment>
        <translation>至%1；尚未向账本核对</translation>
    </message>
    <message>
        <source>It ran out at %1. Whether it was opened is not known yet.</source>
        <extracomment>State of a permission that was not looked at since; %1 is a time</extracomment>
        <translation>已于%1过期。是否打开过，还不清楚。</translation>
    </message>
    <message>
        <source>This permission stands on another ledger, %1. Choose that one in Settings to see who opened it, or to end it.</source>
        <extracomment>A permission that stands on another ledger than the one chosen in Settings; %1 is that ledger&apos;s name</extracomment>
        <translation>这份许可记在另一个账本 %1 上。要看谁打开过，或要结束它，请在“设置”中选用那个账本。</translation>
    </message>
</context>
<context>
    <name>Grants</name>
    <message>
        <source>Past</source>
        <extracomment>Heading above the permissions that nobody can use any more</extracomment>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Your history is in the file, with the ledger&apos;s proofs. It is not locked: it names the clinics, and holds no record.</source>
        <extracomment>After the history of permissions was written to a file</extracomment>
        <translation>历史已写入文件，附有账本的证明。文件没有加锁：其中有机构名称，没有健康记录。</translation>
    </message>
    <message>
        <source>An unknown organisation</source>
        <extracomment>An organisation that the ledger does not list any more</extracomment>
        <translation>未知机构</translation>
    </message>
    <message>
        <source>Not given on this device</source>
        <extracomment>Heading above permissions that other devices or other people gave in this person&apos;s name</extracomment>
        <translation>不是在本设备上给出的</translation>
    </message>
    <message>
        <source>Still in force</source>
        <extracomment>Heading above the permissions that may still be opened or fetched</extracomment>
        <translation>仍然有效</translation>
    </message>
</context>
<context>
    <name>KindsPart</name>
    <message>
        <source>Which kinds?</source>
        <extracomment>Heading: kinds of records are chosen</extracomment>
        <translation>哪些类别？</translation>
    </message>
    <message>
        <source>How far back?</source>
        <extracomment>Question above the lengths of time</extracomment>
        <translation>多久以来的？</translation>
    </message>
    <message>
        <source>The last half year</source>
        <extracomment>How far back records are shared</extracomment>
        <translation>最近半年</translation>
    </message>
    <message>
        <source>The last two years</source>
        <extracomment>How far back records are shared</extracomment>
        <translation>最近两年</translation>
    </message>
    <message>
        <source>All years</source>
        <extracomment>How far back records are shared</extracomment>
        <translation>所有年份</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>Button: to the next step</extracomment>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one step back</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>You have no records of this kind.</source>
        <extracomment>Beside a kind of records that cannot be chosen</extracomment>
        <translation>您没有这一类的记录。</translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>Results</source>
        <extracomment>Kind of a letter from a clinic</extracomment>
        <translation>结果</translation>
    </message>
    <message>
        <source>Prescription</source>
        <extracomment>Kind of a letter from a clinic</extracomment>
        <translation>处方</translation>
    </message>
    <message>
        <source>Referral</source>
        <extracomment>Kind of a letter from a clinic</extracomment>
        <translation>转诊</translation>
    </message>
    <message>
        <source>Note about a visit</source>
        <extracomment>Kind of a letter from a clinic</extracomment>
        <translation>就诊记录</translation>
    </message>
    <message>
        <source>Asks to see records</source>
        <extracomment>Kind of a letter from a clinic</extracomment>
        <translation>请求查看记录</translation>
    </message>
    <message>
        <source>No new letters.</source>
        <extracomment>After the mailbox was asked for letters</extracomment>
        <translation>没有新信件。</translation>
    </message>
    <message>
        <source>New letters: %1</source>
        <extracomment>After the mailbox was asked for letters; %1 is how many</extracomment>
        <translation>新信件：%1封</translation>
    </message>
</context>
<context>
    <name>LettersPage</name>
    <message>
        <source>Letters from clinics</source>
        <extracomment>Heading of the list of letters from clinics</extracomment>
        <translation>机构来信</translation>
    </message>
    <message>
        <source>Looking …</source>
        <extracomment>Button while the mailbox is asked</extracomment>
        <translation>正在查看……</translation>
    </message>
    <message>
        <source>Look for new letters</source>
        <extracomment>Button: asks the mailbox for letters</extracomment>
        <translation>查看有无新信件</translation>
    </message>
    <message>
        <source>No clinic has sent you anything so far.</source>
        <extracomment>No letter has come so far</extracomment>
        <translation>还没有机构给您发过信件。</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <extracomment>A letter; %1 is what it is, &quot;Results&quot;, %2 a clinic</extracomment>
        <translation>%2发来的%1</translation>
    </message>
    <message>
        <source>✓ Genuine: signed by this clinic, proven by the ledger.</source>
        <extracomment>About who sent a letter</extracomment>
        <translation>✓ 真实：由该机构签名，账本可证明。</translation>
    </message>
    <message>
        <source>✗ Not genuine. Nothing of it was taken in; do not trust it.</source>
        <extracomment>About who sent a letter</extracomment>
        <translation>✗ 不真实。其内容没有被收入；请不要相信。</translation>
    </message>
    <message>
        <source>? The ledger does not know who signed this, or the clinic is suspended. Nothing of it was taken in so far.</source>
        <extracomment>About who sent a letter</extracomment>
        <translation>？账本不知道是谁签的名，或该机构已被暂停。其内容尚未被收入。</translation>
    </message>
    <message>
        <source>? Not checked yet: the ledger could not be reached. Look for new letters again later.</source>
        <extracomment>About who sent a letter</extracomment>
        <translation>？尚未核实：当时连不上账本。请稍后再查看新信件。</translation>
    </message>
    <message>
        <source>See what they ask</source>
        <extracomment>Button: to the list of what clinics ask for</extracomment>
        <translation>看看对方请求什么</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one step back</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>? It could not be read: reading it ended the program. Nothing of it was taken in; ask the clinic to send it anew.</source>
        <extracomment>About who sent a letter</extracomment>
        <translation>？无法读取：读它时程序中断了。没有从中取任何内容；请让机构重新发送。</translation>
    </message>
    <message>
        <source>Last looked: %1</source>
        <extracomment>When the letters of all clinics were looked for; %1 is a time</extracomment>
        <translation>上次查看：%1</translation>
    </message>
    <message>
        <source>Looked for by itself while Apricot is open, one clinic after the other at random moments; the first in about %1 min.</source>
        <extracomment>Letters are looked for by themselves; %1 is a number of minutes</extracomment>
        <translation>杏林打开期间会自动查看来信：逐家机构、在随机时刻进行；第一家大约在 %1 分钟后。</translation>
    </message>
    <message>
        <source>No second hospital&apos;s computer can carry the questions: they go directly, and the hospitals&apos; computers can see that they come from one address.</source>
        <extracomment>Letters were looked for; no other hospital&apos;s computer carried the question</extracomment>
        <translation>没有第二家医院的计算机可以转送查询：查询直接发出，医院的计算机可以看出它们来自同一个网络地址。</translation>
    </message>
    <message>
        <source>Look at all clinics now</source>
        <extracomment>Button: asks for the letters of all clinics at once</extracomment>
        <translation>立即查看所有机构</translation>
    </message>
    <message>
        <source>Looking at all at once shows the hospitals&apos; computers that these clinics have to do with one person, at this address.</source>
        <extracomment>Below the button that asks for the letters of all clinics at once</extracomment>
        <translation>一次查看所有机构，会让医院的计算机看出这些机构与同一个人（来自此网络地址）有关。</translation>
    </message>
</context>
<context>
    <name>LongStep</name>
    <message>
        <source>How long and how often?</source>
        <extracomment>Heading of the third step of sharing</extracomment>
        <translation>多久、几次？</translation>
    </message>
    <message>
        <source>How long may they open it?</source>
        <extracomment>Question above the times</extracomment>
        <translation>对方多久内可以打开？</translation>
    </message>
    <message>
        <source>15 minutes, while I am here</source>
        <extracomment>How long a permission lasts</extracomment>
        <translation>15分钟，我在场时</translation>
    </message>
    <message>
        <source>One day</source>
        <extracomment>How long a permission lasts</extracomment>
        <translation>一天</translation>
    </message>
    <message>
        <source>Two days, for a printed card</source>
        <extracomment>How long a permission lasts</extracomment>
        <translation>两天，用于打印的卡片</translation>
    </message>
    <message>
        <source>30 days, for care that goes on</source>
        <extracomment>How long a permission lasts</extracomment>
        <translation>30天，用于持续的照护</translation>
    </message>
    <message>
        <source>How often?</source>
        <extracomment>Question above how often</extracomment>
        <translation>可以打开几次？</translation>
    </message>
    <message>
        <source>Once</source>
        <extracomment>How often records may be opened</extracomment>
        <translation>一次</translation>
    </message>
    <message>
        <source>Up to 3 times</source>
        <extracomment>How often records may be opened</extracomment>
        <translation>最多3次</translation>
    </message>
    <message>
        <source>Up to 20 times, for care that goes on</source>
        <extracomment>How often records may be opened</extracomment>
        <translation>最多20次，用于持续的照护</translation>
    </message>
    <message>
        <source>When must they erase their copy?</source>
        <extracomment>Question above the days</extracomment>
        <translation>对方何时必须删除副本？</translation>
    </message>
    <message>
        <source>After one day</source>
        <extracomment>When the clinic erases its copy</extracomment>
        <translation>一天后</translation>
    </message>
    <message>
        <source>After 30 days</source>
        <extracomment>When the clinic erases its copy</extracomment>
        <translation>30天后</translation>
    </message>
    <message>
        <source>After one year</source>
        <extracomment>When the clinic erases its copy</extracomment>
        <translation>一年后</translation>
    </message>
    <message>
        <source>What for?</source>
        <extracomment>Question above the purposes, treatment, referral ...</extracomment>
        <translation>用于什么？</translation>
    </message>
    <message>
        <source>See exactly what they would see</source>
        <extracomment>Button: see what would be shared; nothing is shared yet</extracomment>
        <translation>看看对方会看到什么</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one step back</extracomment>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>LookNow</name>
    <message>
        <source>Look at all permissions now</source>
        <extracomment>Button: asks the ledger about all permissions at once</extracomment>
        <translation>立即查看全部许可</translation>
    </message>
    <message>
        <source>Look now</source>
        <extracomment>Button: asks the ledger about one permission</extracomment>
        <translation>立即查看</translation>
    </message>
    <message>
        <source>Each is looked after by itself while Apricot is open, at random moments. Looking at all at once can show the hospitals&apos; computers which clinics have to do with one person.</source>
        <extracomment>Below the button that asks about all permissions at once</extracomment>
        <translation>杏林打开期间，会在随机时刻逐一自动查看。一次查看全部，可能会让医院的计算机看出哪些机构与同一个人有关。</translation>
    </message>
    <message>
        <source>It is looked after by itself while Apricot is open, one clinic after the other at random moments. Looking now shows the hospitals&apos; computers that somebody asks about one of many permissions just now, not about which.</source>
        <extracomment>Below the button that asks about one permission</extracomment>
        <translation>杏林打开期间，会在随机时刻逐个机构自动查看。立即查看会让医院的计算机知道此刻有人在查询许多许可中的一个，但不知道是哪一个。</translation>
    </message>
</context>
<context>
    <name>OpeningsList</name>
    <message>
        <source>Who opened it when</source>
        <extracomment>Accessible name of the list of a permission&apos;s openings</extracomment>
        <translation>何时被打开</translation>
    </message>
    <message>
        <source>• %1, in block %2</source>
        <extracomment>One opening; %1 is a time, %2 the number of the ledger&apos;s block</extracomment>
        <translation>• %1，第%2区块</translation>
    </message>
    <message>
        <source>%1 openings of before were only counted</source>
        <extracomment>Below a list of openings; %1 is a number. An older ledger kept no times of these</extracomment>
        <translation>此前有%1次打开只计了数</translation>
    </message>
</context>
<context>
    <name>PartsNote</name>
    <message>
        <source>So many single records make a code of %1 parts, which change by themselves. Hold it to the clinic&apos;s camera until all are read.</source>
        <extracomment>Below a code that is shown in parts, one after the other; %1 is how many</extracomment>
        <translation>单独选的记录很多，二维码分成 %1 部分，会自动轮流显示。请对准机构的摄像头，直到全部读完。</translation>
    </message>
    <message>
        <source>Next part</source>
        <extracomment>Button: the next part of a code that was held still</extracomment>
        <translation>下一部分</translation>
    </message>
    <message>
        <source>Hold still</source>
        <extracomment>Button: the parts of a code stop changing</extracomment>
        <translation>停住不动</translation>
    </message>
    <message>
        <source>Let it move again</source>
        <extracomment>Button: the parts of a code change by themselves again</extracomment>
        <translation>继续自动轮换</translation>
    </message>
</context>
<context>
    <name>PrintPart</name>
    <message>
        <source>Print it as a card</source>
        <extracomment>Heading: a permission is printed</extracomment>
        <translation>打印成卡片</translation>
    </message>
    <message>
        <source>The card shows the code, and in Chinese and English what it opens. It is good until %1, for this clinic only.</source>
        <extracomment>About the printed card; %1 is a time</extracomment>
        <translation>卡片上有码，并用中英文写明它能打开什么。有效至%1，仅限该机构使用。</translation>
    </message>
    <message>
        <source>That is very soon. For a card, go back and choose “Two days”.</source>
        <extracomment>About a printed card that ends very soon</extracomment>
        <translation>时间很短。要用卡片，请返回并选择“两天”。</translation>
    </message>
    <message>
        <source>How large?</source>
        <extracomment>Question above the sizes of paper</extracomment>
        <translation>多大？</translation>
    </message>
    <message>
        <source>A whole page (A4), for tired eyes</source>
        <extracomment>Size of paper</extracomment>
        <translation>整页（A4），字大好认</translation>
    </message>
    <message>
        <source>A card for the purse (A6)</source>
        <extracomment>Size of paper</extracomment>
        <translation>小卡片（A6），可放钱包</translation>
    </message>
    <message>
        <source>On which printer?</source>
        <extracomment>Question above the printers</extracomment>
        <translation>用哪台打印机？</translation>
    </message>
    <message>
        <source>This device knows no printer. Save the card as a PDF and print it elsewhere.</source>
        <extracomment>No printer was found</extracomment>
        <translation>本设备没有打印机。请把卡片保存为PDF，到别处打印。</translation>
    </message>
    <message>
        <source>Print</source>
        <extracomment>Button</extracomment>
        <translation>打印</translation>
    </message>
    <message>
        <source>Handed to the printer.</source>
        <extracomment>After a card was printed</extracomment>
        <translation>已交给打印机。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <extracomment>Button</extracomment>
        <translation>保存为PDF</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one step back</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>The card is saved.</source>
        <extracomment>After a card was written to a file</extracomment>
        <translation>卡片已保存。</translation>
    </message>
</context>
<context>
    <name>RecordsPart</name>
    <message>
        <source>Which records?</source>
        <extracomment>Heading: records are chosen one by one</extracomment>
        <translation>哪些记录？</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one step back</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>Button: to the next step</extracomment>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>RehearsalStep</name>
    <message>
        <source>Records they would see</source>
        <extracomment>Accessible name of the list of records that would be seen</extracomment>
        <translation>对方会看到的记录</translation>
    </message>
    <message>
        <source>Take the tick away from what they need not see.</source>
        <extracomment>Above the list of records before signing</extracomment>
        <translation>对方不需要看的，请去掉勾。</translation>
    </message>
    <message>
        <source>private, stays closed</source>
        <extracomment>Beside a record that they would not see</extracomment>
        <translation>私密，不开放</translation>
    </message>
    <message>
        <source>most private, stays closed</source>
        <extracomment>Beside a record that they would not see</extracomment>
        <translation>最私密，不开放</translation>
    </message>
    <message>
        <source>struck out, stays closed</source>
        <extracomment>Beside a record that they would not see</extracomment>
        <translation>已划去，不开放</translation>
    </message>
    <message>
        <source>more private than this clinic may open</source>
        <extracomment>Beside a record that they would not see</extracomment>
        <translation>比这家机构可以查看的更私密</translation>
    </message>
</context>
<context>
    <name>RehearsalWords</name>
    <message>
        <source>You can end this at any time. What they have read, they have read.</source>
        <extracomment>Below the words of a permission</extracomment>
        <translation>您随时可以结束它。对方已经看过的，就是看过了。</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <extracomment>Heading of the last step of sharing, before signing</extracomment>
        <translation>这样对吗？</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <extracomment>Button: the words of the consent in the other language; readable in both</extracomment>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>Yes, I agree and sign</source>
        <extracomment>Button that signs a permission</extracomment>
        <translation>是，我同意并签名</translation>
    </message>
    <message>
        <source>No, go back</source>
        <extracomment>Button: one step back; nothing is shared</extracomment>
        <translation>不，返回</translation>
    </message>
    <message>
        <source>You have struck out everything: there is nothing to share.</source>
        <extracomment>Every record was struck out</extracomment>
        <translation>您划去了全部记录：没有可分享的内容。</translation>
    </message>
    <message>
        <source>They see exactly these records, and no other: %1</source>
        <extracomment>Above the button that signs: how many records would be seen; %1 is how many in all</extracomment>
        <translation>对方只看到这些记录，别无其他：%1条</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>How many records of a kind; %1 is the kind, %2 the number</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>More private, and closed: %1. They are in the list without a tick; tick one if they need it.</source>
        <extracomment>Records that are more private than the permission reaches; %1 is how many</extracomment>
        <translation>更私密、不开放的：%1 条。它们在列表里没有打勾；如果对方需要，可以勾选。</translation>
    </message>
    <message>
        <source>More private than this clinic may open, and closed: %1.</source>
        <extracomment>Records that are more private than the clinic is admitted to; %1 is how many</extracomment>
        <translation>这家机构无权打开、不开放的：%1 条。</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>Declined. Nothing was shared, and %1 has been told.</source>
        <extracomment>A request was declined; %1 is the clinic</extracomment>
        <translation>已拒绝。没有分享任何内容，并已告知%1。</translation>
    </message>
    <message>
        <source>Declined. Nothing was shared. %1 could not be told now; the request ends by itself.</source>
        <extracomment>A request was declined; %1 is the clinic</extracomment>
        <translation>已拒绝。没有分享任何内容。现在无法告知%1；该请求会自行到期。</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>Clinics ask to see my records</source>
        <extracomment>Heading of the list of what clinics ask for</extracomment>
        <translation>机构请求查看我的记录</translation>
    </message>
    <message>
        <source>Looking, and asking the ledger who they are …</source>
        <extracomment>While the ledger is asked whether those who ask are genuine</extracomment>
        <translation>正在查看，并向账本核实对方……</translation>
    </message>
    <message>
        <source>Nobody asks for anything now.</source>
        <extracomment>No clinic asks for anything</extracomment>
        <translation>现在没有任何请求。</translation>
    </message>
    <message>
        <source>✓ Genuine: registered on the ledger. Asked at %1; ends at %2.</source>
        <extracomment>Below the name of a clinic that asks; %1 and %2 are times</extracomment>
        <translation>✓ 真实：已在账本登记。%1提出，%2到期。</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <extracomment>Button: the words of a request in the other language; readable in both</extracomment>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>Look at it, and decide how much</source>
        <extracomment>Button: to what a clinic would see; nothing is shared yet</extracomment>
        <translation>看一看，再决定给多少</translation>
    </message>
    <message>
        <source>Decline</source>
        <extracomment>Button; asks once more</extracomment>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Decline it? Nothing is shared, and this request cannot be answered any more. The clinic may ask again.</source>
        <extracomment>Before a request is declined</extracomment>
        <translation>拒绝吗？不会分享任何内容，此请求也不能再答复。机构可以重新提出。</translation>
    </message>
    <message>
        <source>Yes, decline</source>
        <extracomment>Button that declines a request</extracomment>
        <translation>是，拒绝</translation>
    </message>
    <message>
        <source>No, not yet</source>
        <extracomment>Button that leaves a request as it is</extracomment>
        <translation>不，先不</translation>
    </message>
    <message>
        <source>Scan a clinic&apos;s code</source>
        <extracomment>Button: a clinic&apos;s code is scanned</extracomment>
        <translation>扫描机构的码</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one step back</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>Hold the clinic&apos;s code in front of the camera. It only asks: nothing is shared by scanning it.</source>
        <extracomment>Above the camera&apos;s picture</extracomment>
        <translation>请把机构的码放在摄像头前。它只是请求：扫描不会分享任何内容。</translation>
    </message>
</context>
<context>
    <name>Scope</name>
    <message>
        <source>whatever their date: %1</source>
        <extracomment>What is shared, in a list; %1 are kinds of records</extracomment>
        <translation>不限日期：%1</translation>
    </message>
    <message>
        <source>without records that were struck out: %1</source>
        <extracomment>What is shared, in a list; %1 is a number of records</extracomment>
        <translation>划去的记录除外，条数：%1</translation>
    </message>
    <message>
        <source>Every kind of record</source>
        <extracomment>What is shared, in a list</extracomment>
        <translation>所有类别的记录</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a list</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>What is shared, in a list; %1 is a day</extracomment>
        <translation>%1以来</translation>
    </message>
    <message>
        <source>before %1</source>
        <extracomment>What is shared, in a list; %1 is a day</extracomment>
        <translation>%1之前</translation>
    </message>
    <message>
        <source>records chosen one by one: %1</source>
        <extracomment>What is shared, in a list; %1 is a number of records</extracomment>
        <translation>逐条选定的记录：%1条</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Between what is shared, since when, and which single records</extracomment>
        <translation>；</translation>
    </message>
    <message>
        <source>Treatment</source>
        <extracomment>What records are shared for</extracomment>
        <translation>诊疗</translation>
    </message>
    <message>
        <source>An emergency</source>
        <extracomment>What records are shared for</extracomment>
        <translation>急救</translation>
    </message>
    <message>
        <source>A second opinion</source>
        <extracomment>What records are shared for</extracomment>
        <translation>第二诊疗意见</translation>
    </message>
    <message>
        <source>A referral</source>
        <extracomment>What records are shared for</extracomment>
        <translation>转诊</translation>
    </message>
    <message>
        <source>An insurance case</source>
        <extracomment>What records are shared for</extracomment>
        <translation>保险理赔</translation>
    </message>
    <message>
        <source>Research</source>
        <extracomment>What records are shared for</extracomment>
        <translation>科学研究</translation>
    </message>
    <message>
        <source>Care within the family</source>
        <extracomment>What records are shared for</extracomment>
        <translation>家庭照护</translation>
    </message>
    <message>
        <source>%1 days</source>
        <extracomment>A length of time; %1 is a number of 2 or more</extracomment>
        <translation>%1天</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <extracomment>A length of time; %1 is a number of 2 or more</extracomment>
        <translation>%1小时</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <extracomment>A length of time; %1 is a number of 2 or more</extracomment>
        <translation>%1分钟</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <extracomment>A length of time; %1 is a number, 10 or more</extracomment>
        <translation>%1秒</translation>
    </message>
</context>
<context>
    <name>ShareFlow</name>
    <message>
        <source>Signed, but it could not be sent to %1, who waits for it. Show them this code, or send it later with the button below.</source>
        <extracomment>A request was answered and the clinic could not be told; %1 is the clinic</extracomment>
        <translation>已签名，但未能发送给%1，对方正在等候。请向对方出示此码，或稍后用下面的按钮发送。</translation>
    </message>
</context>
<context>
    <name>SharedPage</name>
    <message>
        <source>Who may see my records, and who did</source>
        <extracomment>Heading of the list of permissions</extracomment>
        <translation>谁可以看、谁看过我的记录</translation>
    </message>
    <message>
        <source>You have not let anybody see your records.</source>
        <extracomment>When nothing was shared so far</extracomment>
        <translation>您还没有让任何人看您的记录。</translation>
    </message>
    <message>
        <source>Permissions I gave</source>
        <extracomment>Accessible name of the list of permissions</extracomment>
        <translation>我给出的许可</translation>
    </message>
    <message>
        <source>Looking …</source>
        <extracomment>While the vault is read</extracomment>
        <translation>正在查看……</translation>
    </message>
    <message>
        <source>Nobody can open anything now.</source>
        <extracomment>No permission may still be used</extracomment>
        <translation>现在没有人能打开任何内容。</translation>
    </message>
    <message>
        <source>Asking the ledger for proofs …</source>
        <extracomment>While the ledger is asked about each permission</extracomment>
        <translation>正在向账本索取证明……</translation>
    </message>
    <message>
        <source>Progress of asking the ledger</source>
        <extracomment>Accessible name of the bar that shows how many permissions the ledger has answered for</extracomment>
        <translation>询问账本的进度</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <extracomment>Button: the ledger is not asked any further</extracomment>
        <translation>停止询问</translation>
    </message>
    <message>
        <source>The ledger cannot be reached. What is shown is what this device knows; who opened what may be missing.</source>
        <extracomment>The ledger did not answer</extracomment>
        <translation>现在连不上账本。这里显示的是本设备所知的内容；谁打开过什么可能不全。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <extracomment>Button: asks the ledger once more</extracomment>
        <translation>再问一次</translation>
    </message>
    <message>
        <source>Save my whole history as a file</source>
        <extracomment>Button: all permissions and openings are written to a file</extracomment>
        <translation>把全部历史保存为文件</translation>
    </message>
    <message>
        <source>Still in force: %1. Press one to see it all, or to end it.</source>
        <extracomment>How many permissions may still be opened or fetched; %1 is the number</extracomment>
        <translation>仍然有效：%1项。按一项可查看全部内容，或结束它。</translation>
    </message>
    <message>
        <source>As it was at %1.</source>
        <extracomment>Above the list of permissions; %1 is a time</extracomment>
        <translation>截至 %1 的情况。</translation>
    </message>
</context>
<context>
    <name>StepsLine</name>
    <message>
        <source>Step %1 of %2. Nothing is shared until you sign.</source>
        <extracomment>How far sharing is; %1 of %2 steps. Nothing is shared before the last</extracomment>
        <translation>第 %1 步，共 %2 步。签名之前不会分享任何内容。</translation>
    </message>
</context>
<context>
    <name>TopicsPart</name>
    <message>
        <source>About what?</source>
        <extracomment>Heading: records are chosen by what they are about</extracomment>
        <translation>关于什么？</translation>
    </message>
    <message>
        <source>Apricot looks for the records that belong to it. It can miss one or take one too many: you see the list before you sign.</source>
        <extracomment>About choosing records by an illness</extracomment>
        <translation>杏林会查找相关的记录，可能漏掉或多出一条：签名之前您会看到清单。</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one step back</extracomment>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>UntoldView</name>
    <message>
        <source>Opened; what it opened is not told here.</source>
        <extracomment>State of a permission that was not given on this device</extracomment>
        <translation>已被打开；打开了什么，这里无从得知。</translation>
    </message>
    <message>
        <source>It was given in your name with another of your devices, or by somebody who decides for you. It ends at %1.</source>
        <extracomment>Explains a permission that was not given on this device; %1 is a time</extracomment>
        <translation>它是用您的另一台设备、或由替您做决定的人以您的名义给出的，到%1为止。</translation>
    </message>
    <message>
        <source>Opened %1 of %2 times</source>
        <extracomment>Heading above who opened it; %1 of %2 times</extracomment>
        <translation>已打开%1次，共可%2次</translation>
    </message>
    <message>
        <source>Back to all permissions</source>
        <extracomment>Button: to the list of permissions</extracomment>
        <translation>返回全部许可</translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message>
        <source>What may %1 see?</source>
        <extracomment>Heading of the second step of sharing; %1 is a clinic</extracomment>
        <translation>%1可以看什么？</translation>
    </message>
    <message>
        <source>For this visit</source>
        <extracomment>What to share</extracomment>
        <translation>为这次就诊</translation>
    </message>
    <message>
        <source>All records of the last half year; medicines, allergies and illnesses of all years</source>
        <extracomment>About what to share</extracomment>
        <translation>最近半年的全部记录；用药、过敏和疾病不限年份</translation>
    </message>
    <message>
        <source>Medicines and allergies only</source>
        <extracomment>What to share</extracomment>
        <translation>仅用药和过敏</translation>
    </message>
    <message>
        <source>What you take and what you must not be given</source>
        <extracomment>About what to share</extracomment>
        <translation>您在用的药，以及不能给您用的药</translation>
    </message>
    <message>
        <source>Tests and scans</source>
        <extracomment>What to share</extracomment>
        <translation>化验和检查</translation>
    </message>
    <message>
        <source>Lab results, measurements, X-rays, of all years</source>
        <extracomment>About what to share</extracomment>
        <translation>历年的化验结果、测量和影像检查</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>What to share</extracomment>
        <translation>全部</translation>
    </message>
    <message>
        <source>All records of all years, but not private or most private ones</source>
        <extracomment>About what to share</extracomment>
        <translation>所有年份的全部记录，但私密和最私密的除外</translation>
    </message>
    <message>
        <source>Kinds that I choose</source>
        <extracomment>What to share</extracomment>
        <translation>我自己选类别</translation>
    </message>
    <message>
        <source>For example lab results of the last year</source>
        <extracomment>About what to share</extracomment>
        <translation>例如最近一年的化验结果</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one step back</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>Everything about one illness</source>
        <extracomment>What to share</extracomment>
        <translation>关于一种疾病的全部</translation>
    </message>
    <message>
        <source>For example about my heart</source>
        <extracomment>About what to share</extracomment>
        <translation>例如关于我的心脏</translation>
    </message>
    <message>
        <source>Records that I choose</source>
        <extracomment>What to share</extracomment>
        <translation>我自己选记录</translation>
    </message>
    <message>
        <source>One by one, from the list</source>
        <extracomment>About what to share</extracomment>
        <translation>从列表里逐条选</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>Who may see my records?</source>
        <extracomment>Heading of the first step of sharing</extracomment>
        <translation>谁可以看我的记录？</translation>
    </message>
    <message>
        <source>Find a clinic by its name</source>
        <extracomment>Field: a clinic is looked for by its name</extracomment>
        <translation>按名称查找机构</translation>
    </message>
    <message>
        <source>Asking the ledger which clinics are registered …</source>
        <extracomment>While the clinics are looked for</extracomment>
        <translation>正在向账本查询已登记的机构……</translation>
    </message>
    <message>
        <source>No registered clinic has this in its name. One that was suspended is not shown: do not share with it.</source>
        <extracomment>No clinic was found</extracomment>
        <translation>没有名称含此内容的已登记机构。被暂停的机构不会显示：请不要向其分享。</translation>
    </message>
    <message>
        <source>No clinic is known here. Without the ledger nobody can say whether a clinic is genuine, so nothing can be shared now.</source>
        <extracomment>The ledger names no clinic, or cannot be reached</extracomment>
        <translation>这里还不知道任何机构。没有账本就无法确认机构真伪，所以现在不能分享。</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button: asks the ledger for the clinics once more</extracomment>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Registered. You have shared with it before.</source>
        <extracomment>Below a clinic&apos;s name</extracomment>
        <translation>已登记。您以前向它分享过。</translation>
    </message>
    <message>
        <source>Registered on the ledger</source>
        <extracomment>Below a clinic&apos;s name</extracomment>
        <translation>已在账本登记</translation>
    </message>
    <message>
        <source>And %1 more: type a part of the name.</source>
        <extracomment>Below a long list of clinics; %1 is a number</extracomment>
        <translation>还有%1家：请输入名称的一部分。</translation>
    </message>
    <message>
        <source>Scan the clinic&apos;s code instead</source>
        <extracomment>Button: a clinic shows a code that says what it asks for</extracomment>
        <translation>改为扫描机构的码</translation>
    </message>
    <message>
        <source>Hold the clinic&apos;s code in front of the camera. It only asks: nothing is shared by scanning it.</source>
        <extracomment>Above the camera&apos;s picture</extracomment>
        <translation>请把机构的码放在摄像头前。它只是请求：扫描不会分享任何内容。</translation>
    </message>
    <message>
        <source>What clinics ask for</source>
        <extracomment>Button: to the list of what clinics ask for</extracomment>
        <translation>机构的请求</translation>
    </message>
    <message>
        <source>Letters from clinics</source>
        <extracomment>Button: to the letters that clinics sent</extracomment>
        <translation>机构来信</translation>
    </message>
</context>
</TS>
