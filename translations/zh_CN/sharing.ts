<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Grants</name>
    <message>
        <source>Ended for good at %1 (the ledger&apos;s block %2).</source>
        <extracomment>A permission was ended; %1 is when, %2 the number of the ledger&apos;s block</extracomment>
        <translation>已于%1永久结束（账本第%2块）。</translation>
    </message>
</context>
<context>
    <name>ShareFlow</name>
    <message>
        <source>The code is saved as a picture. It works until it ends, for this clinic only.</source>
        <extracomment>After the picture of a permission&apos;s code was written to a file</extracomment>
        <translation>码已存为图片。到期之前有效，只有这家诊所能用。</translation>
    </message>
</context>
<context>
    <name>SharePage</name>
    <message>
        <source>Let a clinic see my records</source>
        <extracomment>Heading of sharing</extracomment>
        <translation>让诊所看我的病历</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <extracomment>Heading of sharing, before signing</extracomment>
        <translation>这样对吗？</translation>
    </message>
    <message>
        <source>Show this at the counter</source>
        <extracomment>Heading above the code</extracomment>
        <translation>请在窗口出示</translation>
    </message>
    <message>
        <source>Who may see them?</source>
        <extracomment>Question above the clinics</extracomment>
        <translation>谁可以看？</translation>
    </message>
    <message>
        <source>What may they see?</source>
        <extracomment>Question above what to share</extracomment>
        <translation>可以看什么？</translation>
    </message>
    <message>
        <source>For this visit: the last half year</source>
        <extracomment>What to share</extracomment>
        <translation>这次看病用：最近半年</translation>
    </message>
    <message>
        <source>Medicines and allergies only</source>
        <extracomment>What to share</extracomment>
        <translation>只看药物和过敏</translation>
    </message>
    <message>
        <source>Everything but what is most private</source>
        <extracomment>What to share; records the person marked as most private stay closed</extracomment>
        <translation>除了最私密的，全部</translation>
    </message>
    <message>
        <source>How long may they open it?</source>
        <extracomment>Question above the times</extracomment>
        <translation>多长时间内可以打开？</translation>
    </message>
    <message>
        <source>15 minutes, while I am here</source>
        <extracomment>How long a permission lasts</extracomment>
        <translation>15分钟，趁我在这里</translation>
    </message>
    <message>
        <source>One day</source>
        <extracomment>How long a permission lasts</extracomment>
        <translation>一天</translation>
    </message>
    <message>
        <source>Two days, for a printed code</source>
        <extracomment>How long a permission lasts</extracomment>
        <translation>两天，适合打印出来的码</translation>
    </message>
    <message>
        <source>See exactly what they would see</source>
        <extracomment>Button: see what would be shared; nothing is shared yet</extracomment>
        <translation>看看他们到底会看到什么</translation>
    </message>
    <message>
        <source>Yes, I agree and sign</source>
        <extracomment>Button that signs a permission</extracomment>
        <translation>是的，我同意并签名</translation>
    </message>
    <message>
        <source>No, go back</source>
        <extracomment>Button: nothing is shared</extracomment>
        <translation>不，返回</translation>
    </message>
    <message>
        <source>Exactly these records, and no other: %1</source>
        <extracomment>Above the list of what would be shared; %1 is how many</extracomment>
        <translation>只有这些病历，再无其他：%1条</translation>
    </message>
    <message>
        <source>Good for %1 more</source>
        <extracomment>Below the words of a permission, above its code; %1 is hours:minutes:seconds or minutes:seconds</extracomment>
        <translation>还有%1有效</translation>
    </message>
    <message>
        <source>This code has run out. Nobody can open it any more; make a new one.</source>
        <extracomment>Above the code of a permission that has ended</extracomment>
        <translation>这个码已过期。谁也打不开了；请重新做一个。</translation>
    </message>
    <message>
        <source>Code for %1</source>
        <extracomment>Accessible name of the code; %1 is a clinic</extracomment>
        <translation>给%1的码</translation>
    </message>
    <message>
        <source>Save the code as a picture</source>
        <extracomment>Button below the code</extracomment>
        <translation>把码存为图片</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Button below the code</extracomment>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>SharedPage</name>
    <message>
        <source>Who may see my records</source>
        <extracomment>Heading of the list of permissions</extracomment>
        <translation>谁可以看我的病历</translation>
    </message>
    <message>
        <source>Asking the ledger …</source>
        <extracomment>When nothing was shared so far</extracomment>
        <translation>正在询问账本……</translation>
    </message>
    <message>
        <source>You have not let anybody see your records.</source>
        <extracomment>When nothing was shared so far</extracomment>
        <translation>您还没有让任何人看您的病历。</translation>
    </message>
    <message>
        <source>May be opened until %1</source>
        <extracomment>State of a permission; %1 is a time</extracomment>
        <translation>%1之前可以打开</translation>
    </message>
    <message>
        <source>You ended it. Nobody can open it any more.</source>
        <extracomment>State of a permission</extracomment>
        <translation>您已结束它。谁也打不开了。</translation>
    </message>
    <message>
        <source>Used up</source>
        <extracomment>State of a permission: all its uses are gone</extracomment>
        <translation>已用完</translation>
    </message>
    <message>
        <source>Ran out at %1</source>
        <extracomment>State of a permission; %1 is a time</extracomment>
        <translation>已于%1过期</translation>
    </message>
    <message>
        <source>Opened at %1, proven by the ledger (block %2)</source>
        <extracomment>Who opened it; %1 is a time, %2 the number of the ledger&apos;s block</extracomment>
        <translation>%1被打开，账本可证（第%2块）</translation>
    </message>
    <message>
        <source>Nobody has opened it, proven by the ledger</source>
        <extracomment>Nobody opened it</extracomment>
        <translation>没有人打开过，账本可证</translation>
    </message>
    <message>
        <source>End this permission</source>
        <extracomment>Button; asks once more</extracomment>
        <translation>结束这个授权</translation>
    </message>
    <message>
        <source>It cannot be brought back. What the clinic has read, it has read.</source>
        <extracomment>Before a permission is ended</extracomment>
        <translation>结束后不能恢复。诊所已经看过的，收不回来。</translation>
    </message>
    <message>
        <source>Yes, end it for good</source>
        <extracomment>Button that ends a permission</extracomment>
        <translation>是的，永久结束</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>Button that leaves a permission as it is</extracomment>
        <translation>保留</translation>
    </message>
</context>
</TS>
