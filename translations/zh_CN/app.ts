<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>cli</name>
    <message>
        <source>Give %1 to the ledger&apos;s administrator. It holds no secret. Your number: %2</source>
        <extracomment>A clinic made its keys; %1 is a file, %2 the clinic&apos;s number</extracomment>
        <translation>请把 %1 交给账本的管理员。其中没有秘密。您的编号：%2</translation>
    </message>
    <message>
        <source>Opened: %1 records.</source>
        <extracomment>A clinic opened a package; %1 is the number of records</extracomment>
        <translation>已打开：%1条记录。</translation>
    </message>
    <message>
        <source>make a clinic&apos;s keys and its request to be registered</source>
        <extracomment>Help of a verb</extracomment>
        <translation>生成机构的钥匙和登记申请</translation>
    </message>
    <message>
        <source>read a patient&apos;s code: who, what, why, until when</source>
        <extracomment>Help of a verb</extracomment>
        <translation>读取患者的码：谁、什么、为何、到何时</translation>
    </message>
    <message>
        <source>redeem a patient&apos;s code and open the records; --out writes them, unencrypted, to a folder</source>
        <extracomment>Help of a verb</extracomment>
        <translation>兑现患者的码并打开记录；--out 会把记录不加密地写入文件夹</translation>
    </message>
    <message>
        <source>(suspended)</source>
        <extracomment>In a list of clinics, behind one&apos;s name</extracomment>
        <translation>（已暂停）</translation>
    </message>
    <message>
        <source>open the records of a code that this clinic has redeemed before</source>
        <extracomment>Help of a verb</extracomment>
        <translation>打开本机构先前兑现过的码中的记录</translation>
    </message>
    <message>
        <source>Chain %1, public key %2</source>
        <extracomment>What a ledger is; %1 its chain id, %2 its public key</extracomment>
        <translation>链 %1，公钥 %2</translation>
    </message>
    <message>
        <source>Done, in block %1.</source>
        <extracomment>The ledger took a change; %1 is its block</extracomment>
        <translation>完成，在第%1块。</translation>
    </message>
    <message>
        <source>No clinic with that number is registered.</source>
        <extracomment>A clinic was looked up on the ledger</extracomment>
        <translation>没有登记这个编号的机构。</translation>
    </message>
    <message>
        <source>make an embedded ledger and its administrator&apos;s vault</source>
        <extracomment>Help of a verb</extracomment>
        <translation>创建内嵌账本及其管理员的保险库</translation>
    </message>
    <message>
        <source>register a clinic on the ledger</source>
        <extracomment>Help of a verb</extracomment>
        <translation>在账本上登记机构</translation>
    </message>
    <message>
        <source>suspend a clinic</source>
        <extracomment>Help of a verb</extracomment>
        <translation>暂停一家机构</translation>
    </message>
    <message>
        <source>let a suspended clinic work again</source>
        <extracomment>Help of a verb</extracomment>
        <translation>让被暂停的机构恢复工作</translation>
    </message>
    <message>
        <source>show a clinic as the ledger has it</source>
        <extracomment>Help of a verb</extracomment>
        <translation>显示账本中的机构</translation>
    </message>
    <message>
        <source>apricotctl VERB ...: carry your health record, and decide who reads it.</source>
        <extracomment>First line of the command line program&apos;s help</extracomment>
        <translation>apricotctl VERB ...：随身携带您的健康记录，由您决定谁能查看。</translation>
    </message>
    <message>
        <source>apricotctl VERB --help says what a verb takes. --lang en|zh chooses the language.
Passphrases are asked for at the terminal, or read from --passphrase-fd N, one a line.
Exit status: 0 done, 1 refused, 2 command not understood, 3 bad input, 4 file, vault or memory.</source>
        <extracomment>Last lines of the command line program&apos;s help</extracomment>
        <translation>apricotctl VERB --help 说明该命令的用法。--lang en|zh 选择语言。
口令在终端询问，或从 --passphrase-fd N 读取，一行一个。
退出码：0 完成，1 被拒绝，2 命令看不懂，3 输入有误，4 文件、保险库或内存问题。</translation>
    </message>
    <message>
        <source>%1 records came in, %2 were there already, %3 replaced an older version, %4 could not be taken.</source>
        <extracomment>Report of an import; %1 new, %2 already there, %3 newer versions, %4 refused</extracomment>
        <translation>导入了%1条记录，%2条原已存在，%3条替换了旧版本，%4条无法收入。</translation>
    </message>
    <message>
        <source>No record fits.</source>
        <extracomment>Under an empty list of records</extracomment>
        <translation>没有符合的记录。</translation>
    </message>
    <message>
        <source>Written to %1. It is not encrypted: whoever has the file can read it.</source>
        <extracomment>Records were written to a file; %1 is the file</extracomment>
        <translation>已写入 %1。该文件没有加密：谁拿到它，谁就能看。</translation>
    </message>
    <message>
        <source>bring FHIR records into the vault</source>
        <extracomment>Help of a verb</extracomment>
        <translation>把FHIR记录导入保险库</translation>
    </message>
    <message>
        <source>list records, newest first</source>
        <extracomment>Help of a verb</extracomment>
        <translation>列出记录，最新的在前</translation>
    </message>
    <message>
        <source>find records by words, in Chinese and English</source>
        <extracomment>Help of a verb</extracomment>
        <translation>用中文或英文词语查找记录</translation>
    </message>
    <message>
        <source>print one record, byte for byte as it was imported</source>
        <extracomment>Help of a verb</extracomment>
        <translation>输出一条记录，与导入时逐字节相同</translation>
    </message>
    <message>
        <source>write all records as one FHIR bundle, or an imported file as it came (see unlock for its number)</source>
        <extracomment>Help of a verb</extracomment>
        <translation>把全部记录写成一个FHIR包，或按原样写出导入的文件（编号见 unlock）</translation>
    </message>
    <message>
        <source>decide how sensitive a record is: 1 harmless, 5 most private</source>
        <extracomment>Help of a verb</extracomment>
        <translation>决定一条记录的私密程度：1为无害，5为最私密</translation>
    </message>
    <message>
        <source>Sign this? Type y for yes: </source>
        <extracomment>Asked before a grant is signed; the answer is the letter y or something else</extracomment>
        <translation>签名吗？输入 y 表示同意： </translation>
    </message>
    <message>
        <source>Signed. To end it: apricotctl revoke ... %1</source>
        <extracomment>A grant was signed; %1 is its number</extracomment>
        <translation>已签名。如要结束：apricotctl revoke ... %1</translation>
    </message>
    <message>
        <source>The clinic&apos;s mailbox cannot be reached. The records wait in your vault and are sent at the next apricotctl inbox.</source>
        <extracomment>After a grant was signed while its package could not be sent</extracomment>
        <translation>无法连接到机构的信箱。记录保存在您的保险库中，下次运行 apricotctl inbox 时发送。</translation>
    </message>
    <message>
        <source>Ended for good at %1, in block %2.</source>
        <extracomment>A grant was ended; %1 is when, %2 the ledger&apos;s block</extracomment>
        <translation>已于%1彻底结束，在第%2块。</translation>
    </message>
    <message>
        <source>%1 opened it at %2 (permission %3; proven by the ledger).</source>
        <extracomment>A line of the log; %1 a clinic&apos;s name, %2 the time, %3 the number of the grant</extracomment>
        <translation>%1 于 %2 打开（许可 %3；有账本证明）。</translation>
    </message>
    <message>
        <source>Genuine: so it stood in the ledger at %1, in block %2.</source>
        <extracomment>A receipt was checked; %1 is a time, %2 the ledger&apos;s block</extracomment>
        <translation>真实：账本在%1（第%2块）时就是如此。</translation>
    </message>
    <message>
        <source>let a clinic read some records: shows which, in which words, then signs</source>
        <extracomment>Help of a verb</extracomment>
        <translation>让机构查看一些记录：先显示是哪些、用什么文字，然后签名</translation>
    </message>
    <message>
        <source>end a permission for good</source>
        <extracomment>Help of a verb</extracomment>
        <translation>彻底结束一份许可</translation>
    </message>
    <message>
        <source>show who opened what and when, proven by the ledger</source>
        <extracomment>Help of a verb</extracomment>
        <translation>显示谁在何时打开了什么，有账本证明</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <extracomment>Prompt of the command line program</extracomment>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>Prompt of the command line program</extracomment>
        <translation>口令</translation>
    </message>
    <message>
        <source>Made the vault %1. Write down its recovery words: apricotctl phrase.</source>
        <extracomment>The command line program made a vault; %1 is its file</extracomment>
        <translation>已创建保险库 %1。请抄写恢复词：apricotctl phrase。</translation>
    </message>
    <message>
        <source>Made the vault %1 with your keys. The words bring back keys, not records: restore a backup for those.</source>
        <extracomment>A vault was made from recovery words; %1 is its file</extracomment>
        <translation>已用您的钥匙创建保险库 %1。恢复词带回的是钥匙，不是记录：记录请用备份恢复。</translation>
    </message>
    <message>
        <source>The vault is whole. It holds %1 records.</source>
        <extracomment>A vault was opened and checked; %1 is the number of records</extracomment>
        <translation>保险库完好，有%1条记录。</translation>
    </message>
    <message>
        <source>  imported file %1: %2, %3</source>
        <extracomment>A line for each imported file; %1 its number, %2 its name, %3 when it came in</extracomment>
        <translation>  导入的文件%1：%2，%3</translation>
    </message>
    <message>
        <source>Backed up to %1 and checked. It opens with the same passphrase.</source>
        <extracomment>A backup was written; %1 is its file</extracomment>
        <translation>已备份到 %1 并核对。用同一个口令打开。</translation>
    </message>
    <message>
        <source>Passphrase of the backup</source>
        <extracomment>Prompt of the command line program</extracomment>
        <translation>备份的口令</translation>
    </message>
    <message>
        <source>Restored to %1.</source>
        <extracomment>A vault was restored; %1 is its file</extracomment>
        <translation>已恢复到 %1。</translation>
    </message>
    <message>
        <source>Passphrase so far</source>
        <extracomment>Prompt of the command line program</extracomment>
        <translation>原口令</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <extracomment>The passphrase was changed</extracomment>
        <translation>口令已更改。</translation>
    </message>
    <message>
        <source>make an encrypted vault</source>
        <extracomment>Help of a verb</extracomment>
        <translation>创建加密的保险库</translation>
    </message>
    <message>
        <source>make a vault with the keys that 24 recovery words stand for</source>
        <extracomment>Help of a verb</extracomment>
        <translation>用24个恢复词所代表的钥匙创建保险库</translation>
    </message>
    <message>
        <source>open a vault, check all of it, say what it holds</source>
        <extracomment>Help of a verb</extracomment>
        <translation>打开保险库，全部核对，并说明其中有什么</translation>
    </message>
    <message>
        <source>write the vault to one encrypted file, and check it</source>
        <extracomment>Help of a verb</extracomment>
        <translation>把保险库写成一个加密文件，并核对</translation>
    </message>
    <message>
        <source>make a vault from a backup</source>
        <extracomment>Help of a verb</extracomment>
        <translation>从备份创建保险库</translation>
    </message>
    <message>
        <source>show the 24 recovery words</source>
        <extracomment>Help of a verb</extracomment>
        <translation>显示24个恢复词</translation>
    </message>
    <message>
        <source>change the passphrase</source>
        <extracomment>Help of a verb</extracomment>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Your administrator&apos;s key, for the genesis file: %1</source>
        <extracomment>An administrator made a key; %1 is its public part</extracomment>
        <translation>您的管理员钥匙（用于创世文件）：%1</translation>
    </message>
    <message>
        <source>Ledger %1, block %2 of %3, fingerprint %4</source>
        <extracomment>What a checkpoint&apos;s code says; %1 is a ledger&apos;s name, %2 a block, %3 its time, %4 a fingerprint</extracomment>
        <translation>账本 %1，区块 %2（%3），指纹 %4</translation>
    </message>
    <message>
        <source>Does your own device or the hospital itself show the same? Type y to trust it: </source>
        <extracomment>Asked before a checkpoint is trusted; the answer is the letter y or something else</extracomment>
        <translation>您自己的设备或医院是否显示同样的内容？输入 y 表示信任：</translation>
    </message>
    <message>
        <source>Block %1 of %2: %3</source>
        <extracomment>A checkpoint of the ledger; %1 is a block, %2 its time, %3 a code to show or copy</extracomment>
        <translation>区块 %1（%2）：%3</translation>
    </message>
    <message>
        <source>This vault now trusts the ledger from block %1 (%2) on.</source>
        <extracomment>A checkpoint was taken over; %1 is a block, %2 its time</extracomment>
        <translation>此保险库现在从区块 %1（%2）起信任该账本。</translation>
    </message>
    <message>
        <source>make an administrator&apos;s key for a consortium</source>
        <extracomment>Help of a verb</extracomment>
        <translation>为联盟创建管理员钥匙</translation>
    </message>
    <message>
        <source>sign what another administrator has proposed</source>
        <extracomment>Help of a verb</extracomment>
        <translation>签署另一位管理员的提议</translation>
    </message>
    <message>
        <source>hand in a proposal that enough administrators have signed</source>
        <extracomment>Help of a verb</extracomment>
        <translation>提交已有足够管理员签名的提议</translation>
    </message>
    <message>
        <source>let hospitals&apos; validators in, or take them off (power 0)</source>
        <extracomment>Help of a verb</extracomment>
        <translation>加入医院的验证者，或将其移除（权重 0）</translation>
    </message>
    <message>
        <source>change the administrators, how many must sign, and the quota</source>
        <extracomment>Help of a verb</extracomment>
        <translation>更改管理员、所需签名数和配额</translation>
    </message>
    <message>
        <source>plan from which block on the next version of the rules applies</source>
        <extracomment>Help of a verb</extracomment>
        <translation>计划下一版规则从哪个区块起生效</translation>
    </message>
    <message>
        <source>show a code by which another device may trust the ledger again</source>
        <extracomment>Help of a verb</extracomment>
        <translation>显示一个码，让另一台设备重新信任账本</translation>
    </message>
    <message>
        <source>trust the ledger from a checkpoint on</source>
        <extracomment>Help of a verb</extracomment>
        <translation>从检查点起信任账本</translation>
    </message>
    <message>
        <source>Give %1 to the other administrators to sign, within 23 hours.</source>
        <extracomment>A change was proposed; %1 is a file</extracomment>
        <translation>请在 23 小时内将 %1 交给其他管理员签名。</translation>
    </message>
    <message>
        <source>check a receipt offline: with the ledger&apos;s public key alone, or with the file about a consortium</source>
        <extracomment>Help of a verb</extracomment>
        <translation>离线核验回执：只需账本的公钥，或联盟的说明文件</translation>
    </message>
    <message>
        <source>Chain %1, run by several hospitals together</source>
        <extracomment>What a ledger is; %1 its chain id</extracomment>
        <translation>链 %1，由多家医院共同运行</translation>
    </message>
    <message>
        <source>Signed and posted to the patient: %1 records.</source>
        <extracomment>A clinic wrote to a patient; %1 is the number of records in the letter</extracomment>
        <translation>已签名并发送给患者：%1条记录。</translation>
    </message>
    <message>
        <source>%1 asks to read records (%2; proven by the ledger).</source>
        <extracomment>A letter in the patient&apos;s inbox; %1 a clinic&apos;s name, %2 a time</extracomment>
        <translation>%1请求查看记录（%2；账本已证明）。</translation>
    </message>
    <message>
        <source>From %1 (%2; proven by the ledger): %3 records.</source>
        <extracomment>A letter in the patient&apos;s inbox; %1 a clinic&apos;s name, %2 a time, %3 a number</extracomment>
        <translation>来自%1（%2；账本已证明）：%3条记录。</translation>
    </message>
    <message>
        <source>Not genuine, though posted to your inbox at %1: nothing was taken from it.</source>
        <extracomment>A letter in the patient&apos;s inbox; %1 a clinic&apos;s name</extracomment>
        <translation>不是真的，虽然投到了您在%1的收件箱：没有采用其中任何内容。</translation>
    </message>
    <message>
        <source>In your inbox at %1, but the ledger does not know who signed it, or has suspended them. It waits.</source>
        <extracomment>A letter in the patient&apos;s inbox; %1 a clinic&apos;s name</extracomment>
        <translation>在您的%1收件箱里，但账本不认识签名者，或已将其暂停。先留着。</translation>
    </message>
    <message>
        <source>In your inbox at %1, not checked: the ledger could not be reached. It waits.</source>
        <extracomment>A letter in the patient&apos;s inbox; %1 a clinic&apos;s name</extracomment>
        <translation>在您的%1收件箱里，尚未核对：联系不上账本。先留着。</translation>
    </message>
    <message>
        <source>  To answer: apricotctl answer ... %1</source>
        <extracomment>Below a clinic&apos;s request; %1 is its number</extracomment>
        <translation>  答复：apricotctl answer ... %1</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <extracomment>The patient&apos;s inbox is empty</extracomment>
        <translation>没有新消息。</translation>
    </message>
    <message>
        <source>Posted to the patient, who may answer for 14 days.</source>
        <extracomment>A clinic&apos;s request was posted</extracomment>
        <translation>已发送给患者，14天内可以答复。</translation>
    </message>
    <message>
        <source>Let the patient scan it within 15 minutes.</source>
        <extracomment>A clinic&apos;s request was made as a code</extracomment>
        <translation>请患者在15分钟内扫描。</translation>
    </message>
    <message>
        <source>Declined. %1 has been told, and sees nothing.</source>
        <extracomment>A clinic&apos;s request was declined; %1 is the clinic&apos;s name</extracomment>
        <translation>已谢绝。%1已得知，什么也看不到。</translation>
    </message>
    <message>
        <source>Declined. %1 sees nothing, and could not be told; the request ends by itself.</source>
        <extracomment>A clinic&apos;s request was declined; %1 is the clinic&apos;s name</extracomment>
        <translation>已谢绝。%1什么也看不到，但现在无法告知；该请求会自行到期。</translation>
    </message>
    <message>
        <source>A permission ended before its records could be sent. They are not sent any more.</source>
        <extracomment>Before the letters: records that waited to be sent will not be sent</extracomment>
        <translation>有一份许可在记录送出之前已经结束，这些记录不再发送。</translation>
    </message>
    <message>
        <source>Permissions whose records still wait to be sent: %1.</source>
        <extracomment>Before the letters: permissions were given while the mailbox could not be reached; %1 is how many</extracomment>
        <translation>记录仍在等待发送的许可：%1。</translation>
    </message>
    <message>
        <source>Signed and sent to %1.</source>
        <extracomment>A grant was signed and sent; %1 is the clinic&apos;s name</extracomment>
        <translation>已签名并发送给%1。</translation>
    </message>
    <message>
        <source>Signed, but it could not be sent to %1. To send it later: apricotctl send ... %2</source>
        <extracomment>A grant was signed and could not be sent; %1 is the clinic&apos;s name, %2 the grant&apos;s number</extracomment>
        <translation>已签名，但未能发送给%1。稍后发送：apricotctl send ... %2</translation>
    </message>
    <message>
        <source>Sent to %1.</source>
        <extracomment>A grant was sent; %1 is the clinic&apos;s name</extracomment>
        <translation>已发送给%1。</translation>
    </message>
    <message>
        <source>%1: a patient declined request %2.</source>
        <extracomment>A message at the clinic; %1 a time, %2 the number of the request</extracomment>
        <translation>%1：一位患者谢绝了请求%2。</translation>
    </message>
    <message>
        <source>No patient has sent anything.</source>
        <extracomment>The clinic&apos;s inbox is empty</extracomment>
        <translation>没有患者发来任何东西。</translation>
    </message>
    <message>
        <source>Written to %1, unencrypted: who may see what, and who saw it, with the ledger&apos;s proofs.</source>
        <extracomment>The history was exported; %1 is a file</extracomment>
        <translation>已写入%1，未加密：谁可以看什么、谁看过，连同账本的证明。</translation>
    </message>
    <message>
        <source>write FHIR resources back to the patient whose code it was</source>
        <extracomment>Help of a verb</extracomment>
        <translation>把FHIR资源回传给出示该码的患者</translation>
    </message>
    <message>
        <source>fetch what clinics wrote, and check who it is from</source>
        <extracomment>Help of a verb</extracomment>
        <translation>取回医疗机构写来的内容，并核对来自谁</translation>
    </message>
    <message>
        <source>ask a patient for records: a code to scan, or with --to a letter to the patient of a code</source>
        <extracomment>Help of a verb</extracomment>
        <translation>向患者请求记录：供扫描的码；加上--to则发信给该码的患者</translation>
    </message>
    <message>
        <source>answer a clinic&apos;s request: allow it, or less of it, or decline</source>
        <extracomment>Help of a verb</extracomment>
        <translation>答复医疗机构的请求：允许、缩小或谢绝</translation>
    </message>
    <message>
        <source>send a permission to the clinic over the network</source>
        <extracomment>Help of a verb</extracomment>
        <translation>通过网络把许可发给医疗机构</translation>
    </message>
    <message>
        <source>at the clinic: what patients have sent</source>
        <extracomment>Help of a verb</extracomment>
        <translation>在医疗机构：患者发来的内容</translation>
    </message>
    <message>
        <source>export all permissions and openings with their proofs; with --check, check such a file offline</source>
        <extracomment>Help of a verb</extracomment>
        <translation>导出全部许可和打开记录及其证明；加上--check则离线核对这样的文件</translation>
    </message>
    <message>
        <source>A letter in your inbox could not be read: reading it ended the program. Nothing was taken from it; ask the clinic to send it anew.</source>
        <extracomment>A letter in the patient&apos;s inbox</extracomment>
        <translation>收件箱里有一封信无法读取：读它时程序中断了。没有从中取任何内容；请让机构重新发送。</translation>
    </message>
    <message>
        <source>give up a planned version of the rules</source>
        <extracomment>Help of a verb</extracomment>
        <translation>放弃已计划的规则版本</translation>
    </message>
    <message>
        <source>The node&apos;s key: %1</source>
        <extracomment>A node&apos;s public key, by which the consortium lists it</extracomment>
        <translation>节点的公钥：%1</translation>
    </message>
    <message>
        <source>list a node: who runs it and for which clinics</source>
        <extracomment>Help of a verb</extracomment>
        <translation>登记一个节点：由谁运行、为哪些机构服务</translation>
    </message>
    <message>
        <source>describe a listed node anew, or let it rest</source>
        <extracomment>Help of a verb</extracomment>
        <translation>重新描述已登记的节点，或让它停用</translation>
    </message>
    <message>
        <source>show a node&apos;s key from its file of keys; with --ledger, publish its keys for the months to come</source>
        <extracomment>Help of a verb</extracomment>
        <translation>显示节点钥匙文件中的公钥；带 --ledger 时公布其今后数月的钥匙</translation>
    </message>
    <message>
        <source>%1 openings of before were only counted (permission %2; proven by the ledger).</source>
        <extracomment>A line of the log; %1 is a number, %2 the number of the grant. An old ledger kept no times</extracomment>
        <translation>此前有%1次打开只计了数（许可 %2；有账本证明）。</translation>
    </message>
    <message>
        <source>Permission %2 for %1 was not given here. Opened; what it opened is not told here.</source>
        <extracomment>A line of the log; %1 a clinic&apos;s name, %2 the number of a permission that was not given with this vault</extracomment>
        <translation>给 %1 的许可 %2 不是在这里给出的。已被打开；打开了什么，这里无从得知。</translation>
    </message>
    <message>
        <source>Everything is asked at once and directly: a node can see that these clinics have to do with one person, at this address.</source>
        <extracomment>Before the nodes of the hospitals are asked</extracomment>
        <translation>一次直接全部查询：节点可以看出这些机构与同一个人（来自此网络地址）有关。</translation>
    </message>
    <message>
        <source>No second hospital&apos;s node can carry the questions: they go directly, and the nodes can see that they come from one address.</source>
        <extracomment>Before the nodes of the hospitals are asked</extracomment>
        <translation>没有另一家医院的节点可以代为转送查询：查询将直接发出，节点可以看出它们来自同一个网络地址。</translation>
    </message>
    <message>
        <source>For the ledger %1, until %2</source>
        <extracomment>Of a proposal; %1 is a ledger&apos;s name, %2 a time</extracomment>
        <translation>用于账本 %1，截至 %2</translation>
    </message>
    <message>
        <source>Sign this change? Type y for yes: </source>
        <extracomment>Asked before a proposal is signed; the answer is the letter y or something else</extracomment>
        <translation>签署这项变更吗？输入 y 表示同意： </translation>
    </message>
    <message>
        <source>tell what a proposal does; with --ledger, what stands now too</source>
        <extracomment>Help of a verb</extracomment>
        <translation>说明一份提案的内容；带 --ledger 时并列现状</translation>
    </message>
    <message>
        <source>say anew which desks a clinic has, whose hands they are in and up to which level they open</source>
        <extracomment>Help of a verb</extracomment>
        <translation>重新说明机构有哪些窗口、由何人使用、可打开至第几级</translation>
    </message>
    <message>
        <source>say which organisations and professions may open how much for which purpose</source>
        <extracomment>Help of a verb</extracomment>
        <translation>规定哪些机构和职业为何目的可打开多少</translation>
    </message>
    <message>
        <source>show which organisations and professions may open how much</source>
        <extracomment>Help of a verb</extracomment>
        <translation>显示哪些机构和职业可打开多少</translation>
    </message>
    <message>
        <source>restrict how often a clinic opens records in an hour, until a day; or restore it</source>
        <extracomment>Help of a verb</extracomment>
        <translation>限制机构在某日之前每小时打开记录的次数；或恢复</translation>
    </message>
    <message>
        <source>No policy stands: whatever an organisation&apos;s level and purposes allow is allowed.</source>
        <extracomment>What the ledger&apos;s policy says</extracomment>
        <translation>没有统一政策：凡机构的级别和目的允许的，一律允许。</translation>
    </message>
    <message>
        <source>There are more: give more of the name.</source>
        <extracomment>Below a list of clinics</extracomment>
        <translation>还有更多：请输入更多名称。</translation>
    </message>
    <message>
        <source>list the clinics on the ledger, or those whose names begin so</source>
        <extracomment>Help of a verb</extracomment>
        <translation>列出账本上的机构，或名称以此开头的机构</translation>
    </message>
    <message>
        <source>Permission %1 may be opened until %2.</source>
        <extracomment>A line of the log; %1 is the number of the grant, %2 a time</extracomment>
        <translation>许可%1在%2之前可以打开。</translation>
    </message>
    <message>
        <source>Permission %1 cannot be opened any more, but what was opened can be fetched again until %2, unless you end it.</source>
        <extracomment>A line of the log; %1 is the number of the grant, %2 a time</extracomment>
        <translation>许可%1不能再打开；但已打开的内容在%2之前还可以再次取得，除非您结束它。</translation>
    </message>
    <message>
        <source>Permission %1 is over: nobody can open or fetch it.</source>
        <extracomment>A line of the log; %1 is the number of the grant</extracomment>
        <translation>许可%1已结束：任何人都不能打开，也不能取得。</translation>
    </message>
    <message>
        <source>You ended permission %1 at %2.</source>
        <extracomment>A line of the log; %1 is the number of the grant, %2 a time</extracomment>
        <translation>您已于%2结束许可%1。</translation>
    </message>
    <message>
        <source>Nobody has opened permission %1 (proven by the ledger).</source>
        <extracomment>A line of the log; %1 is the number of the grant</extracomment>
        <translation>许可%1没有人打开过（账本可证明）。</translation>
    </message>
    <message>
        <source>The 24 words, English or Chinese</source>
        <extracomment>Prompt of the command line program</extracomment>
        <translation>24个恢复词，汉字或英文词都可以</translation>
    </message>
    <message>
        <source>Records came in: %1 new, %2 newer versions.</source>
        <extracomment>A line of what a vault has done; %1 and %2 are numbers</extracomment>
        <translation>导入记录：新增%1条，更新%2条。</translation>
    </message>
    <message>
        <source>You signed permission %1, over %2 records.</source>
        <extracomment>A line of what a vault has done; %1 names a permission, %2 is a number of records</extracomment>
        <translation>您签署了许可%1，涉及%2条记录。</translation>
    </message>
    <message>
        <source>You ended permission %1.</source>
        <extracomment>A line of what a vault has done; %1 names a permission</extracomment>
        <translation>您结束了许可%1。</translation>
    </message>
    <message>
        <source>The clinic %1 sent a letter with %2 records.</source>
        <extracomment>A line of what a vault has done; %1 is a clinic&apos;s number, %2 a number of records</extracomment>
        <translation>机构%1来信，附%2条记录。</translation>
    </message>
    <message>
        <source>%1 wrote back to the patient of permission %2 (%3).</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 a name, %2 names a permission, %3 a kind of letter</extracomment>
        <translation>%1给许可%2的患者写了回信（%3）。</translation>
    </message>
    <message>
        <source>Wrote back to the patient of permission %1 (%2).</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 names a permission, %2 a kind of letter</extracomment>
        <translation>给许可%1的患者写了回信（%2）。</translation>
    </message>
    <message>
        <source>Refused %2 letters that claim to come from the clinic %1.</source>
        <extracomment>A line of what a vault has done; %1 is a clinic&apos;s number, %2 a number of letters</extracomment>
        <translation>拒收了%2封自称来自机构%1的信。</translation>
    </message>
    <message>
        <source>A letter of the clinic %1 cannot be read; it is kept as it came.</source>
        <extracomment>A line of what a vault has done; %1 is a clinic&apos;s number</extracomment>
        <translation>机构%1的一封信无法读取，已按原样保存。</translation>
    </message>
    <message>
        <source>You wrote down the record %1.</source>
        <extracomment>A line of what a vault has done; %1 is a record&apos;s number</extracomment>
        <translation>您记下了记录%1。</translation>
    </message>
    <message>
        <source>You corrected the record %1.</source>
        <extracomment>A line of what a vault has done; %1 is a record&apos;s number</extracomment>
        <translation>您更正了记录%1。</translation>
    </message>
    <message>
        <source>You took back the record %1.</source>
        <extracomment>A line of what a vault has done; %1 is a record&apos;s number</extracomment>
        <translation>您撤回了记录%1。</translation>
    </message>
    <message>
        <source>The ledger is trusted from block %1 on.</source>
        <extracomment>A line of what a vault has done; %1 is a number</extracomment>
        <translation>自第%1区块起信任该账本。</translation>
    </message>
    <message>
        <source>Two answers of the ledger contradict each other; the proof is kept (%1).</source>
        <extracomment>A line of what a vault has done; %1 is a name in the vault</extracomment>
        <translation>账本的两个答复互相矛盾，证据已保存（%1）。</translation>
    </message>
    <message>
        <source>%1 redeemed permission %2.</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 a name, %2 names a permission</extracomment>
        <translation>%1兑现了许可%2。</translation>
    </message>
    <message>
        <source>Redeemed permission %1.</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 names a permission</extracomment>
        <translation>兑现了许可%1。</translation>
    </message>
    <message>
        <source>%1 opened permission %2: %3 records.</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 a name, %2 names a permission, %3 a number</extracomment>
        <translation>%1打开了许可%2：%3条记录。</translation>
    </message>
    <message>
        <source>Opened permission %1: %2 records.</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 names a permission, %2 is a number</extracomment>
        <translation>打开了许可%1：%2条记录。</translation>
    </message>
    <message>
        <source>Erased the counter&apos;s view of what permission %1 had opened.</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 names a permission</extracomment>
        <translation>删除了窗口中显示的许可%1打开的内容。</translation>
    </message>
    <message>
        <source>Opened permission %1: %2 records, written unencrypted to %3. Nothing here erases them.</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 names a permission, %2 is a number, %3 a folder</extracomment>
        <translation>打开了许可%1：%2条记录，未加密写入%3。本程序不会删除这些文件。</translation>
    </message>
    <message>
        <source>%1 took a copy of what permission %2 had opened (%3). Nothing here erases it.</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 a name, %2 names a permission, %3 &quot;file&quot;, &quot;pages&quot; or &quot;paper&quot;</extracomment>
        <translation>%1取走了许可%2打开的内容的副本（%3）。本程序不会删除该副本。</translation>
    </message>
    <message>
        <source>%1 may sign in from now on.</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 is a name</extracomment>
        <translation>%1自此可以登录。</translation>
    </message>
    <message>
        <source>%1 may not sign in any more.</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 is a name</extracomment>
        <translation>%1不能再登录。</translation>
    </message>
    <message>
        <source>%1 signed in.</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 is a name</extracomment>
        <translation>%1登录了。</translation>
    </message>
    <message>
        <source>A wrong PIN was typed for %1.</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 is a name</extracomment>
        <translation>有人以%1的名义输错了PIN。</translation>
    </message>
    <message>
        <source>This vault was made.</source>
        <extracomment>A line of what a vault has done</extracomment>
        <translation>创建了此保险库。</translation>
    </message>
    <message>
        <source>This vault was made with keys from recovery words.</source>
        <extracomment>A line of what a vault has done</extracomment>
        <translation>用恢复词找回钥匙，创建了此保险库。</translation>
    </message>
    <message>
        <source>This vault was brought here from a backup.</source>
        <extracomment>A line of what a vault has done</extracomment>
        <translation>从备份恢复了此保险库。</translation>
    </message>
    <message>
        <source>Something that this version cannot tell in words: %1.</source>
        <extracomment>A line of what a vault has done, of a kind that this program does not know; %1 is its name</extracomment>
        <translation>此版本无法用文字说明的事：%1。</translation>
    </message>
    <message>
        <source>Records up to this level, 1 harmless to 5 most private. Else all.</source>
        <extracomment>Help of an option</extracomment>
        <translation>只列不高于此级别的记录，1为无害，5为最私密。不写则全部列出。</translation>
    </message>
    <message>
        <source>The most private level that is allowed. Else what was asked for.</source>
        <extracomment>Help of an option</extracomment>
        <translation>允许的最高私密级别。不写则按对方所求。</translation>
    </message>
    <message>
        <source>How often it may be opened. Else what was asked for.</source>
        <extracomment>Help of an option</extracomment>
        <translation>可以打开几次。不写则按对方所求。</translation>
    </message>
    <message>
        <source>The kinds that are allowed. Else those that were asked for.</source>
        <extracomment>Help of an option</extracomment>
        <translation>允许的记录类别。不写则按对方所求。</translation>
    </message>
    <message>
        <source>The kinds of records that are asked for. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>请求查看的记录类别。必须写明。</translation>
    </message>
    <message>
        <source>The level that it shall have, 1 harmless to 5 most private. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>该记录的级别，1为无害，5为最私密。必须写明。</translation>
    </message>
    <message>
        <source>The day on which the restriction ends. Needed without --restore.</source>
        <extracomment>Help of an option</extracomment>
        <translation>限制到哪一天为止。没有 --restore 时必须写明。</translation>
    </message>
    <message>
        <source>How the name begins. Else all are listed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>名称的开头。不写则全部列出。</translation>
    </message>
    <message>
        <source>All desks from now on, and in whose hands each is. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>自此的全部窗口，各由何人使用。必须写明。</translation>
    </message>
    <message>
        <source>The folder in which the ledger is made. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>在此文件夹中创建账本。必须写明。</translation>
    </message>
    <message>
        <source>The file of the encrypted records, if it travelled beside the code. Else the mailbox is asked.</source>
        <extracomment>Help of an option</extracomment>
        <translation>随码带来的加密记录文件。不写则向信箱取。</translation>
    </message>
    <message>
        <source>The encrypted vault.</source>
        <extracomment>Help of an option</extracomment>
        <translation>加密的保险库。</translation>
    </message>
    <message>
        <source>Read the passphrase from this open file, a line each. Else it is asked for at the terminal.</source>
        <extracomment>Help of an option</extracomment>
        <translation>从此已打开的文件读取口令，每行一个。不写则在终端询问。</translation>
    </message>
    <message>
        <source>The ledger&apos;s name, as ledger-info shows it.</source>
        <extracomment>Help of an option</extracomment>
        <translation>账本的名称，ledger-info 会显示。</translation>
    </message>
    <message>
        <source>Do not ask whether the fingerprint was compared.</source>
        <extracomment>Help of an option</extracomment>
        <translation>不再询问指纹是否已核对。</translation>
    </message>
    <message>
        <source>The clinic&apos;s number; apricotctl clinics lists them. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>机构的编号，可用 apricotctl clinics 查到。必须写明。</translation>
    </message>
    <message>
        <source>Single records by their numbers, with commas. Else none.</source>
        <extracomment>Help of an option</extracomment>
        <translation>逐条写明记录编号，用逗号分隔。不写则没有。</translation>
    </message>
    <message>
        <source>Records from this day on. Else from the first.</source>
        <extracomment>Help of an option</extracomment>
        <translation>此日起的记录。不写则从最早的起。</translation>
    </message>
    <message>
        <source>Records before this day. Else to the last.</source>
        <extracomment>Help of an option</extracomment>
        <translation>此日之前的记录。不写则到最近的为止。</translation>
    </message>
    <message>
        <source>How private the records may be, 1 harmless to 5 most private. Else 3.</source>
        <extracomment>Help of an option</extracomment>
        <translation>记录最高可以多私密，1为无害，5为最私密。不写则为3。</translation>
    </message>
    <message>
        <source>How long the code may be redeemed. Else 900, a quarter of an hour.</source>
        <extracomment>Help of an option</extracomment>
        <translation>码在多少秒内可以兑现。不写则为900秒，即一刻钟。</translation>
    </message>
    <message>
        <source>How often it may be opened. Else once.</source>
        <extracomment>Help of an option</extracomment>
        <translation>可以打开几次。不写则为一次。</translation>
    </message>
    <message>
        <source>After how many days the clinic must have erased its copy. Else 30.</source>
        <extracomment>Help of an option</extracomment>
        <translation>对方须在多少天内删除副本。不写则为30天。</translation>
    </message>
    <message>
        <source>What for. Else treatment.</source>
        <extracomment>Help of an option</extracomment>
        <translation>用途。不写则为诊疗。</translation>
    </message>
    <message>
        <source>Write the code as a picture. Else it is printed as text.</source>
        <extracomment>Help of an option</extracomment>
        <translation>把码写成图片。不写则以文字显示。</translation>
    </message>
    <message>
        <source>The file of the encrypted records, to travel beside the code. Else the mailbox alone has them.</source>
        <extracomment>Help of an option</extracomment>
        <translation>把加密的记录写入此文件，随码一起带去。不写则只放在信箱里。</translation>
    </message>
    <message>
        <source>Do not ask before signing. Else it is shown and asked.</source>
        <extracomment>Help of an option</extracomment>
        <translation>签署前不再询问。不写则先显示并询问。</translation>
    </message>
    <message>
        <source>Write over a file of that name. Else it is kept and the verb refuses.</source>
        <extracomment>Help of an option</extracomment>
        <translation>覆盖同名文件。不写则保留原文件并拒绝执行。</translation>
    </message>
    <message>
        <source>One JSON object for programs. Else lines for people.</source>
        <extracomment>Help of an option</extracomment>
        <translation>输出供程序读取的 JSON。不写则输出给人看的文字。</translation>
    </message>
    <message>
        <source>Write the ledger&apos;s proof of each permission into this folder. Else none is written.</source>
        <extracomment>Help of an option</extracomment>
        <translation>把账本对每项许可的证明写入此文件夹。不写则不写出。</translation>
    </message>
    <message>
        <source>Write the ledger&apos;s proof of the opening to this file. Else only the vault keeps it.</source>
        <extracomment>Help of an option</extracomment>
        <translation>把账本对此次打开的证明写入此文件。不写则只存在保险库里。</translation>
    </message>
    <message>
        <source>Ask everything at once and directly: the hospital&apos;s node that is asked can then learn which clinics are one person&apos;s. Else by way of another hospital&apos;s, spread over some time.</source>
        <extracomment>Help of an option</extracomment>
        <translation>一次直接全部查询：被查询的医院节点因此能得知哪些机构与同一个人有关。不写则经由另一家医院的节点，分散在一段时间内查询。</translation>
    </message>
    <message>
        <source>The embedded ledger&apos;s public key; apricotctl ledger-info shows it. Needed unless --ledger names a file.</source>
        <extracomment>Help of an option</extracomment>
        <translation>内置账本的公钥，可用 apricotctl ledger-info 查到。没有用 --ledger 指明文件时必须写明。</translation>
    </message>
    <message>
        <source>The ledger&apos;s name. Else, for a new ledger, one is chosen.</source>
        <extracomment>Help of an option</extracomment>
        <translation>账本的名称。新建账本时不写则自动取名。</translation>
    </message>
    <message>
        <source>Trust a consortium&apos;s ledger from this checkpoint on. Else from its first block.</source>
        <extracomment>Help of an option</extracomment>
        <translation>自此检查点起信任联盟账本。不写则从第一个区块起。</translation>
    </message>
    <message>
        <source>At most so many lines. Else 50.</source>
        <extracomment>Help of an option</extracomment>
        <translation>最多显示多少行。不写则为50行。</translation>
    </message>
    <message>
        <source>Of a file about several people, whose records to take. Else the file must be about one.</source>
        <extracomment>Help of an option</extracomment>
        <translation>文件涉及多人时，导入谁的记录。不写则文件必须只涉及一人。</translation>
    </message>
    <message>
        <source>Write an imported file as it came; apricotctl unlock shows its number. Else all records.</source>
        <extracomment>Help of an option</extracomment>
        <translation>按原样写出某个导入的文件，编号可用 apricotctl unlock 查到。不写则写出全部记录。</translation>
    </message>
    <message>
        <source>The patient&apos;s code: the request goes there as a letter. Else it is a code to scan.</source>
        <extracomment>Help of an option</extracomment>
        <translation>患者的码：请求作为信件送达该患者。不写则生成一个供扫描的码。</translation>
    </message>
    <message>
        <source>The clinic&apos;s name, as patients read it. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>机构名称，患者会看到。必须写明。</translation>
    </message>
    <message>
        <source>The most private level that the clinic may open. Else 3.</source>
        <extracomment>Help of an option</extracomment>
        <translation>机构可以打开的最高私密级别。不写则为3。</translation>
    </message>
    <message>
        <source>What the clinic may open records for. Else treatment, emergency, second-opinion, referral.</source>
        <extracomment>Help of an option</extracomment>
        <translation>机构可以为哪些用途打开记录。不写则为诊疗、急救、第二诊疗意见、转诊。</translation>
    </message>
    <message>
        <source>What the organisation is. Else provider.</source>
        <extracomment>Help of an option</extracomment>
        <translation>机构的性质。不写则为医疗机构。</translation>
    </message>
    <message>
        <source>Its grade, 0 for ungraded. Else 0.</source>
        <extracomment>Help of an option</extracomment>
        <translation>机构的等级，0为未定级。不写则为0。</translation>
    </message>
    <message>
        <source>Write the records, unencrypted, to this folder. Else only a line of each is shown.</source>
        <extracomment>Help of an option</extracomment>
        <translation>把记录不加密地写入此文件夹。不写则每条只显示一行。</translation>
    </message>
    <message>
        <source>What is written back. Else a result.</source>
        <extracomment>Help of an option</extracomment>
        <translation>回信的种类。不写则为化验结果。</translation>
    </message>
    <message>
        <source>Show letters of before too. Else only what is new.</source>
        <extracomment>Help of an option</extracomment>
        <translation>也显示以前的信件。不写则只显示新的。</translation>
    </message>
    <message>
        <source>Say no to the request. Else it is allowed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>拒绝该请求。不写则为允许。</translation>
    </message>
    <message>
        <source>Check a file that history wrote, offline. Else one is written.</source>
        <extracomment>Help of an option</extracomment>
        <translation>离线核对 history 写出的文件。不写则写出一个。</translation>
    </message>
    <message>
        <source>Write the change to a file for the other administrators to sign. Else it is handed in at once.</source>
        <extracomment>Help of an option</extracomment>
        <translation>把变更写入文件，交其他管理员签署。不写则立即提交。</translation>
    </message>
    <message>
        <source>No policy: what an organisation&apos;s own level and purposes allow is allowed. Else the lines that follow.</source>
        <extracomment>Help of an option</extracomment>
        <translation>不设统一政策：机构自身级别和用途允许的即允许。不写则按后面各行。</translation>
    </message>
    <message>
        <source>Take the restriction away. Else --reason, --openings and --until say which one.</source>
        <extracomment>Help of an option</extracomment>
        <translation>解除限制。不写则由 --reason、--openings、--until 写明限制。</translation>
    </message>
    <message>
        <source>Why it is restricted. Needed without --restore.</source>
        <extracomment>Help of an option</extracomment>
        <translation>限制的原因。没有 --restore 时必须写明。</translation>
    </message>
    <message>
        <source>How often the clinic may open records in an hour, 0 for never. Needed without --restore.</source>
        <extracomment>Help of an option</extracomment>
        <translation>该机构每小时可以打开几次，0为不得打开。没有 --restore 时必须写明。</translation>
    </message>
    <message>
        <source>The public keys of all administrators from now on. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>自此全部管理员的公钥。必须写明。</translation>
    </message>
    <message>
        <source>How many of them must sign a change. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>其中多少人须签署变更。必须写明。</translation>
    </message>
    <message>
        <source>How many transactions an organisation may send in an hour. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>每个机构每小时可以提交多少笔交易。必须写明。</translation>
    </message>
    <message>
        <source>The version of the ledger&apos;s rules. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>账本规则的版本。必须写明。</translation>
    </message>
    <message>
        <source>The block from which it applies. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>自第几区块起实行。必须写明。</translation>
    </message>
    <message>
        <source>The number of the organisation that runs the node. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>运行该节点的机构的编号。必须写明。</translation>
    </message>
    <message>
        <source>The clinics whose packages wait there. Else its operator alone.</source>
        <extracomment>Help of an option</extracomment>
        <translation>哪些机构的记录包存放在该节点。不写则只有运行它的机构。</translation>
    </message>
    <message>
        <source>Where it is reached. Else nothing is told.</source>
        <extracomment>Help of an option</extracomment>
        <translation>节点的地址。不写则不公布。</translation>
    </message>
    <message>
        <source>The node takes no more part. Else it does.</source>
        <extracomment>Help of an option</extracomment>
        <translation>该节点停用。不写则照常参与。</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <extracomment>In a verb&apos;s help; %1 is a command to type</extracomment>
        <translation>例：%1</translation>
    </message>
    <message>
        <source>Kinds of records, with commas. Else only what --records names.</source>
        <extracomment>Help of an option</extracomment>
        <translation>记录类别，用逗号分隔。不写则只有 --records 所列的记录。</translation>
    </message>
    <message>
        <source>Kinds of records, with commas. Else every kind.</source>
        <extracomment>Help of an option</extracomment>
        <translation>记录类别，用逗号分隔。不写则为全部类别。</translation>
    </message>
    <message>
        <source>--receipt names a file that --out writes</source>
        <extracomment>An unclear command; both are options</extracomment>
        <translation>--receipt 指定的文件与 --out 要写入的文件相同</translation>
    </message>
    <message>
        <source>%1 lacks its value</source>
        <extracomment>An unclear command; %1 is an option</extracomment>
        <translation>%1 后面缺少值</translation>
    </message>
    <message>
        <source>%1 is no %2, which is one of %3</source>
        <extracomment>An unclear command; %1 is what was typed, %2 is KIND, PURPOSE, ROLE and the like, %3 a list</extracomment>
        <translation>%1 不是 %2，%2 可以是：%3</translation>
    </message>
    <message>
        <source>%1 is not %2 hexadecimal digits</source>
        <extracomment>An unclear command; %1 is what was typed, %2 a number</extracomment>
        <translation>%1 不是%2位十六进制数字</translation>
    </message>
    <message>
        <source>%1 does not belong here</source>
        <extracomment>An unclear command; %1 is what was typed</extracomment>
        <translation>%1 不属于这里</translation>
    </message>
    <message>
        <source>%1 stands twice</source>
        <extracomment>An unclear command; %1 is an option</extracomment>
        <translation>%1 出现了两次</translation>
    </message>
    <message>
        <source>%1 takes no value</source>
        <extracomment>An unclear command; %1 is an option</extracomment>
        <translation>%1 后面不带值</translation>
    </message>
    <message>
        <source>%1 is needed</source>
        <extracomment>An unclear command; %1 is an option or what stands for a word</extracomment>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1 takes a date such as 2024-03-01</source>
        <extracomment>An unclear command; %1 is an option</extracomment>
        <translation>%1 后面要写日期，如 2024-03-01</translation>
    </message>
    <message>
        <source>%1 takes a whole number from %2 to %3</source>
        <extracomment>An unclear command; %1 is an option or a word, %2 and %3 are numbers</extracomment>
        <translation>%1 要写从 %2 到 %3 的整数</translation>
    </message>
    <message>
        <source>This desk&apos;s key: %1. At the first desk, list it beside the others: apricotctl clinic-keys.</source>
        <extracomment>A second desk of a clinic made its key; %1 is the key</extracomment>
        <translation>本窗口的钥匙：%1。请在第一个窗口把它和其他窗口一起登记：apricotctl clinic-keys。</translation>
    </message>
    <message>
        <source>make the vault of a clinic&apos;s further desk from a backup of its first one&apos;s, with a key of its own</source>
        <extracomment>Help of a verb</extracomment>
        <translation>用第一个窗口的备份，为医疗机构的另一个窗口建立保险库，并有自己的钥匙</translation>
    </message>
    <message>
        <source>%1 is no KEY:POWER: a colon and a number stand behind the key</source>
        <extracomment>An unclear command; %1 is what was typed</extracomment>
        <translation>%1 不是 KEY:POWER：钥匙后面要写冒号和数字</translation>
    </message>
    <message>
        <source>--file is for a ledger in a folder: hospitals write their file together</source>
        <extracomment>An unclear command: of the verb ledger-info</extracomment>
        <translation>--file 用于文件夹里的账本：多家医院的文件由它们共同写成</translation>
    </message>
    <message>
        <source>--authority must be the name of a file of certificates (PEM, at most 64 KiB, no private key) that lies beside --file: %1</source>
        <extracomment>An unclear command: of the verb ledger-info; %1 is a file&apos;s name</extracomment>
        <translation>--authority 必须是与 --file 放在同一文件夹里的证书文件的名称（PEM，最大 64 KiB，不含私钥）：%1</translation>
    </message>
    <message>
        <source>Give %1 to phones and counters. It holds no secret.</source>
        <extracomment>A file for phones and counters was written; %1 is its name</extracomment>
        <translation>请把 %1 交给手机和窗口使用。其中没有秘密。</translation>
    </message>
    <message>
        <source>show a ledger&apos;s chain id and public key; write the file by which phones and counters reach it</source>
        <extracomment>Help of a verb</extracomment>
        <translation>显示账本的链编号和公钥；写出手机和窗口连接账本所用的文件</translation>
    </message>
    <message>
        <source>Everybody&apos;s own vault</source>
        <extracomment>In the command line program&apos;s help, above its verbs</extracomment>
        <translation>每个人自己的保险库</translation>
    </message>
    <message>
        <source>A patient: records, and who may read them</source>
        <extracomment>In the command line program&apos;s help, above its verbs</extracomment>
        <translation>患者：记录，以及谁可以看</translation>
    </message>
    <message>
        <source>A clinic: its desks and patients&apos; codes</source>
        <extracomment>In the command line program&apos;s help, above its verbs</extracomment>
        <translation>医疗机构：窗口和患者的二维码</translation>
    </message>
    <message>
        <source>Whoever looks something up on the ledger</source>
        <extracomment>In the command line program&apos;s help, above its verbs</extracomment>
        <translation>查询账本的人</translation>
    </message>
    <message>
        <source>A ledger&apos;s administrators: a clinic&apos;s own ledger, or a consortium</source>
        <extracomment>In the command line program&apos;s help, above its verbs</extracomment>
        <translation>账本的管理员：一家机构自己的账本，或联盟的账本</translation>
    </message>
    <message>
        <source>Whoever runs a node</source>
        <extracomment>In the command line program&apos;s help, above its verbs</extracomment>
        <translation>运行节点的人</translation>
    </message>
    <message>
        <source>--lang takes en or zh</source>
        <extracomment>The command line program was given a language that it does not speak</extracomment>
        <translation>--lang 后面要写 en 或 zh</translation>
    </message>
    <message>
        <source>There is no verb %1; apricotctl --help lists all.</source>
        <extracomment>The command line program was given a verb that it does not have; %1 is what was typed</extracomment>
        <translation>没有 %1 这个命令；apricotctl --help 列出全部。</translation>
    </message>
    <message>
        <source>Write what phones and counters need to reach the ledger to this file. Else it is only shown.</source>
        <extracomment>Help of an option</extracomment>
        <translation>把手机和窗口连接账本所需的内容写进此文件。否则只显示。</translation>
    </message>
    <message>
        <source>The certificate that vouches for the address, to lie beside that file. Else a public authority does.</source>
        <extracomment>Help of an option</extracomment>
        <translation>为该地址作保的证书，须与那个文件放在一起。否则由公共机构作保。</translation>
    </message>
    <message>
        <source>A kind of records: %1.</source>
        <extracomment>In a verb&apos;s help, of a word to type; %1 is a list</extracomment>
        <translation>记录的种类：%1。</translation>
    </message>
    <message>
        <source>What records are opened for: %1.</source>
        <extracomment>In a verb&apos;s help, of a word to type; %1 is a list</extracomment>
        <translation>打开记录的目的：%1。</translation>
    </message>
    <message>
        <source>What an organisation is: %1.</source>
        <extracomment>In a verb&apos;s help, of a word to type; %1 is a list</extracomment>
        <translation>机构的类型：%1。</translation>
    </message>
    <message>
        <source>In whose hands a desk is: %1.</source>
        <extracomment>In a verb&apos;s help, of a word to type; %1 is a list</extracomment>
        <translation>窗口由谁使用：%1。</translation>
    </message>
    <message>
        <source>How private records may be: 1 harmless to 5 most private.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>记录可有多私密：1为无害，5为最私密。</translation>
    </message>
    <message>
        <source>The lowest grade of an organisation: 0 ungraded, 1, 2 or 3.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>机构的最低等级：0为未定级，或1、2、3级。</translation>
    </message>
    <message>
        <source>A public key, 64 hexadecimal digits: of a desk, as desk-create shows it; an administrator&apos;s, as admin-create does; a validator&apos;s, also in base64 as CometBFT writes it.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>公钥，64位十六进制数字：窗口的见 desk-create；管理员的见 admin-create；验证者的也可用 CometBFT 所写的 base64。</translation>
    </message>
    <message>
        <source>A validator&apos;s weight: a whole number up to 1000000; 0 takes it off.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>验证者的权重：至多为1000000的整数；0表示撤下。</translation>
    </message>
    <message>
        <source>A node&apos;s key, 64 hexadecimal digits, as node-keys shows it.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>节点的钥匙，64位十六进制数字，见 node-keys。</translation>
    </message>
    <message>
        <source>The node&apos;s file host-keys, in the folder of its ledger or state.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>节点的 host-keys 文件，在其账本或状态的文件夹里。</translation>
    </message>
    <message>
        <source>An organisation&apos;s number, 32 hexadecimal digits, as clinics shows it.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>机构的编号，32位十六进制数字，见 clinics。</translation>
    </message>
    <message>
        <source>The file by which a clinic asks to be registered. It holds no secret.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>医疗机构申请登记的文件。其中没有秘密。</translation>
    </message>
    <message>
        <source>The file of a change that administrators sign one after the other.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>变更的文件，由管理员逐一签署。</translation>
    </message>
    <message>
        <source>The encrypted file that backup writes.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>backup 写出的加密文件。</translation>
    </message>
    <message>
        <source>A file of health records: FHIR in JSON.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>JSON 格式的 FHIR 记录文件。</translation>
    </message>
    <message>
        <source>A number, 32 hexadecimal digits: a record&apos;s, as list shows it; a request&apos;s, as inbox does.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>编号，32位十六进制数字：记录的见 list，请求的见 inbox。</translation>
    </message>
    <message>
        <source>What is looked for, in Chinese or English.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>要查找的词，中文或英文。</translation>
    </message>
    <message>
        <source>A proof that redeem or log wrote.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>redeem 或 log 写出的证明。</translation>
    </message>
    <message>
        <source>A picture of a code, or a code as a file NAME.apricot.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>二维码的图片，或 NAME.apricot 文件。</translation>
    </message>
    <message>
        <source>The text of a code, as it was printed or copied.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>二维码的文字，即打印或复制的内容。</translation>
    </message>
    <message>
        <source>The file that is written or read.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>要写出或读取的文件。</translation>
    </message>
    <message>
        <source>%1 is one of %2.</source>
        <extracomment>In the command line program&apos;s help; %1 is KIND, PURPOSE and the like, %2 a list of words to type</extracomment>
        <translation>%1 可以是：%2。</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <extracomment>Prompt of the command line program, after a new passphrase was typed once</extracomment>
        <translation>再输入一次同样的口令</translation>
    </message>
    <message>
        <source>Signed by %1; whether that counts was not looked up: name the ledger</source>
        <extracomment>Of a proposal; %1 is an administrator&apos;s key</extracomment>
        <translation>已由 %1 签署；未查询它是否有效：请指明账本</translation>
    </message>
    <message>
        <source>Signed.</source>
        <extracomment>An administrator signed a proposal</extracomment>
        <translation>已签署。</translation>
    </message>
    <message>
        <source>%1 is no line of a policy: ROLE:PURPOSE, then as wanted :PROFESSION+PROFESSION, :LEVEL, :GRADE</source>
        <extracomment>An unclear command; %1 is what was typed</extracomment>
        <translation>%1 不是一条政策：先写 ROLE:PURPOSE，之后可加 :PROFESSION+PROFESSION、:LEVEL、:GRADE</translation>
    </message>
    <message>
        <source>Name the lines of the policy, or --none for no policy</source>
        <extracomment>An unclear command: of the verb policy-set</extracomment>
        <translation>请写出各条政策，或写 --none 表示没有统一政策</translation>
    </message>
    <message>
        <source>--restore stands without --reason, --openings and --until</source>
        <extracomment>An unclear command: of the verb standing-set</extracomment>
        <translation>--restore 不与 --reason、--openings、--until 同用</translation>
    </message>
    <message>
        <source>%1 is no desk: own or KEY, then as wanted :PROFESSION and :LEVEL</source>
        <extracomment>An unclear command; %1 is what was typed</extracomment>
        <translation>%1 不是窗口：先写 own 或 KEY，之后可加 :PROFESSION 和 :LEVEL</translation>
    </message>
    <message>
        <source>The number of this clinic, which stands on the ledger and has lost its keys. Else it gets a new one.</source>
        <extracomment>Help of an option</extracomment>
        <translation>本机构的编号：已在账本登记而钥匙已丢失。不写则为新编号。</translation>
    </message>
    <message>
        <source>give a clinic that has lost its keys those that it made anew: clinic-create --again</source>
        <extracomment>Help of a verb</extracomment>
        <translation>为丢失钥匙的机构换上其重新生成的钥匙：clinic-create --again</translation>
    </message>
    <message>
        <source>%1 takes 1 to %2 desks</source>
        <extracomment>An unclear command; %1 is an option, %2 a number</extracomment>
        <translation>%1 须有1至%2个窗口</translation>
    </message>
    <message>
        <source>%1 names one key twice</source>
        <extracomment>An unclear command; %1 is an option</extracomment>
        <translation>%1 中同一钥匙出现了两次</translation>
    </message>
    <message>
        <source>%1 takes at most %2 bytes, of which a Chinese character has three</source>
        <extracomment>An unclear command; %1 is an option, %2 a number</extracomment>
        <translation>%1 至多%2字节，一个汉字占三字节</translation>
    </message>
    <message>
        <source>The ledger would not register such a clinic</source>
        <extracomment>An unclear command: a clinic as it was described</extracomment>
        <translation>账本不会登记这样的机构</translation>
    </message>
    <message>
        <source>%1 is no kind of letter, which is one of %2</source>
        <extracomment>An unclear command; %1 is what was typed, %2 a list of words to type</extracomment>
        <translation>%1 不是信件类型，可选：%2</translation>
    </message>
    <message>
        <source>%1 is no open request</source>
        <extracomment>An unclear command; %1 is the number that was typed</extracomment>
        <translation>%1 不是待答复的请求</translation>
    </message>
    <message>
        <source>--kinds or --records is needed</source>
        <extracomment>An unclear command: of the verb grant</extracomment>
        <translation>缺少 --kinds 或 --records</translation>
    </message>
    <message>
        <source>Nobody need sign this: it changes nothing.</source>
        <extracomment>Of a proposal that an administrator was about to sign</extracomment>
        <translation>不必签署：它不会改变任何内容。</translation>
    </message>
    <message>
        <source>The clinic %1 asks to read records.</source>
        <extracomment>A line of what a vault has done; %1 is a clinic</extracomment>
        <translation>机构%1请求读取记录。</translation>
    </message>
    <message>
        <source>Asked the patient of permission %1 for records, by letter.</source>
        <extracomment>A line of what a clinic&apos;s vault has done; %1 names a permission</extracomment>
        <translation>已去信，向许可%1的患者请求记录。</translation>
    </message>
    <message>
        <source>Signed a change that the ledger took: %1.</source>
        <extracomment>A line of what a vault has done; %1 is a change, such as &quot;listing a node&quot;</extracomment>
        <translation>签署了一项账本变更，账本已接受：%1。</translation>
    </message>
    <message>
        <source>Proposed a change of the ledger for others to sign: %1.</source>
        <extracomment>A line of what a vault has done; %1 is a change, such as &quot;listing a node&quot;</extracomment>
        <translation>提议了一项账本变更，待他人签署：%1。</translation>
    </message>
    <message>
        <source>Signed a change of the ledger that another proposed: %1.</source>
        <extracomment>A line of what a vault has done; %1 is a change, such as &quot;listing a node&quot;</extracomment>
        <translation>签署了他人提议的账本变更：%1。</translation>
    </message>
    <message>
        <source>registering a clinic</source>
        <extracomment>A change of the ledger</extracomment>
        <translation>登记机构</translation>
    </message>
    <message>
        <source>a clinic&apos;s desks and keys</source>
        <extracomment>A change of the ledger</extracomment>
        <translation>机构的窗口和钥匙</translation>
    </message>
    <message>
        <source>suspending a clinic</source>
        <extracomment>A change of the ledger</extracomment>
        <translation>暂停机构</translation>
    </message>
    <message>
        <source>reinstating a clinic</source>
        <extracomment>A change of the ledger</extracomment>
        <translation>恢复机构</translation>
    </message>
    <message>
        <source>the validators</source>
        <extracomment>A change of the ledger</extracomment>
        <translation>验证者</translation>
    </message>
    <message>
        <source>the administrators, their quorum, the quota</source>
        <extracomment>A change of the ledger</extracomment>
        <translation>管理员、法定人数、配额</translation>
    </message>
    <message>
        <source>planning new rules</source>
        <extracomment>A change of the ledger</extracomment>
        <translation>计划新规则</translation>
    </message>
    <message>
        <source>giving up planned rules</source>
        <extracomment>A change of the ledger</extracomment>
        <translation>放弃计划的规则</translation>
    </message>
    <message>
        <source>listing a node</source>
        <extracomment>A change of the ledger</extracomment>
        <translation>登记节点</translation>
    </message>
    <message>
        <source>describing a node anew</source>
        <extracomment>A change of the ledger</extracomment>
        <translation>变更节点登记</translation>
    </message>
    <message>
        <source>the policy</source>
        <extracomment>A change of the ledger</extracomment>
        <translation>政策</translation>
    </message>
    <message>
        <source>a clinic&apos;s standing</source>
        <extracomment>A change of the ledger</extracomment>
        <translation>机构的权限限制</translation>
    </message>
    <message>
        <source>These records, and no other (%1):</source>
        <extracomment>Before a grant is signed; %1 is the number of records listed below</extracomment>
        <translation>就是这些记录，没有别的（共%1条）：</translation>
    </message>
    <message>
        <source>%1: a patient sent permission %2.</source>
        <extracomment>A message at the clinic; %1 is a time, %2 the number of a permission</extracomment>
        <translation>%1：一位患者发来许可%2。</translation>
    </message>
    <message>
        <source>%1: a patient sent permission %2, as the answer to your request %3.</source>
        <extracomment>A message at the clinic; %1 is a time, %2 the number of a permission, %3 that of a request</extracomment>
        <translation>%1：一位患者发来许可%2，答复贵处的请求%3。</translation>
    </message>
    <message>
        <source>  To open it: apricotctl redeem ... %1</source>
        <extracomment>Below a permission that a patient sent; %1 is its number</extracomment>
        <translation>  打开：apricotctl redeem ... %1</translation>
    </message>
    <message>
        <source>Genuine. Permissions: %1, openings: %2, ended: %3; proven as of %4.</source>
        <extracomment>A history was checked; %1, %2 and %3 are numbers, %4 a time</extracomment>
        <translation>真实。许可%1个，打开%2次，已结束%3个；证明截至%4。</translation>
    </message>
    <message>
        <source>The file about a ledger on the network.</source>
        <extracomment>Help of an option</extracomment>
        <translation>网络账本的说明文件。</translation>
    </message>
    <message>
        <source>How long the permission would last after the answer. Else 60.</source>
        <extracomment>Help of an option</extracomment>
        <translation>许可在答复后多少分钟内有效。不写则为60分钟。</translation>
    </message>
    <message>
        <source>Where phones and counters reach it. Needed with --file.</source>
        <extracomment>Help of an option</extracomment>
        <translation>手机和窗口由此连到账本。写 --file 时必须写明。</translation>
    </message>
    <message>
        <source>The ledger: the folder of an embedded one, or the file about one on the network, a consortium&apos;s or a lone clinic&apos;s.</source>
        <extracomment>Help of an option</extracomment>
        <translation>账本：内置账本的文件夹，或网络账本（联盟的，或单独一家机构的）的说明文件。</translation>
    </message>
    <message>
        <source>The folder of packages and letters. Else the folder mailbox beside the ledger&apos;s, if it is there: without it this is needed. A ledger on the network has its own.</source>
        <extracomment>Help of an option</extracomment>
        <translation>存放记录包和信件的文件夹。不写则用账本文件夹旁边的 mailbox 文件夹；若没有，则必须写明。网络账本自有信箱。</translation>
    </message>
    <message>
        <source>The desks and in whose hands each is. Else this vault&apos;s own, a doctor&apos;s, up to the clinic&apos;s level.</source>
        <extracomment>Help of an option</extracomment>
        <translation>各窗口及使用人。不写则只有本保险库的窗口，由医生使用，级别与机构相同。</translation>
    </message>
    <message>
        <source>How long the permission lasts. Else what was asked for.</source>
        <extracomment>Help of an option</extracomment>
        <translation>许可有效多少分钟。不写则按对方所求。</translation>
    </message>
    <message>
        <source>A permission&apos;s number, 32 hexadecimal digits, as log and desk-inbox show it.</source>
        <extracomment>In a verb&apos;s help, of a word to type</extracomment>
        <translation>许可的编号，32位十六进制数字，见 log 和 desk-inbox。</translation>
    </message>
    <message>
        <source>%1 is a clinic&apos;s request to be registered, and no proposal: apricotctl clinic-register takes it</source>
        <extracomment>An unclear command; %1 is a file</extracomment>
        <translation>%1 是机构的登记申请，不是提案：请用 apricotctl clinic-register</translation>
    </message>
    <message>
        <source>%1 is a proposal, and no clinic&apos;s request to be registered: apricotctl consortium-show, consortium-sign and consortium-submit take it</source>
        <extracomment>An unclear command; %1 is a file</extracomment>
        <translation>%1 是提案，不是机构的登记申请：请用 apricotctl consortium-show、consortium-sign 或 consortium-submit</translation>
    </message>
    <message>
        <source>%1 is no clinic&apos;s request to be registered, or a damaged one: apricotctl clinic-create writes it</source>
        <extracomment>An unclear command; %1 is a file</extracomment>
        <translation>%1 不是机构的登记申请，或已损坏：登记申请由 apricotctl clinic-create 写成</translation>
    </message>
    <message>
        <source>No clinic stands on this ledger.</source>
        <extracomment>In place of a list of clinics</extracomment>
        <translation>这个账本上没有机构。</translation>
    </message>
    <message>
        <source>No clinic&apos;s name begins with %1.</source>
        <extracomment>In place of a list of clinics; %1 is how the name should begin</extracomment>
        <translation>没有名称以“%1”开头的机构。</translation>
    </message>
    <message>
        <source>You had ended it already, at %1, in block %2.</source>
        <extracomment>A grant was to be ended that was ended before; %1 is when, %2 the ledger&apos;s block</extracomment>
        <translation>您此前已结束了它：%1，在第%2块。</translation>
    </message>
    <message>
        <source>You have given no permission.</source>
        <extracomment>The log of a person who has given none</extracomment>
        <translation>您没有给过许可。</translation>
    </message>
    <message>
        <source>Nothing is noted yet.</source>
        <extracomment>What a vault has noted</extracomment>
        <translation>还没有任何记载。</translation>
    </message>
    <message>
        <source>show what this vault has noted of what it did, newest first</source>
        <extracomment>Help of a verb</extracomment>
        <translation>显示这个保险库记下的所做之事，最新的在前</translation>
    </message>
    <message>
        <source>The version of the ledger&apos;s rules, up to 3. A ledger that was founded with this program has 3 already. Needed.</source>
        <extracomment>Help of an option</extracomment>
        <translation>账本规则的版本，最高为3。用本程序建立的账本已是3。必须写明。</translation>
    </message>
    <message>
        <source>Permission %1 for %2 stands on another ledger, %3. Choose that one to see who opened it.</source>
        <extracomment>A line of the log; %1 is the number of a grant, %2 a clinic, %3 another ledger&apos;s name</extracomment>
        <translation>给 %2 的许可 %1 记在另一个账本 %3 上。要看谁打开过，请选用那个账本。</translation>
    </message>
    <message>
        <source>It ran out at %1: nobody can open it any more. Ask for a new one. It said:</source>
        <extracomment>A permission&apos;s code was scanned, too late; %1 is a time</extracomment>
        <translation>已于 %1 过期：谁也不能再打开。请索取一份新的。它写的是：</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Apricot is open already with this record. Use the window that is there; this one changes nothing.</source>
        <extracomment>Another window of the app has the same folder open</extracomment>
        <translation>杏林已经打开着这份档案。请用那个窗口；这个窗口什么都不会改。</translation>
    </message>
    <message>
        <source>No font on this machine has Chinese characters: they appear as boxes. Install one, for example Noto Sans CJK.</source>
        <extracomment>No installed font has Chinese characters</extracomment>
        <translation>这台机器上没有中文字体，汉字会显示成方框。请安装一种，例如 Noto Sans CJK。</translation>
    </message>
</context>
</TS>
