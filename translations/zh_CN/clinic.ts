<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AskPage</name>
    <message>
        <source>Allergies, medicines and conditions</source>
        <extracomment>What a clinic asks for</extracomment>
        <translation>过敏、用药和疾病</translation>
    </message>
    <message>
        <source>Results and measurements</source>
        <extracomment>What a clinic asks for</extracomment>
        <translation>化验结果和测量值</translation>
    </message>
    <message>
        <source>Vaccinations</source>
        <extracomment>What a clinic asks for</extracomment>
        <translation>疫苗接种</translation>
    </message>
    <message>
        <source>Everything but the most sensitive</source>
        <extracomment>What a clinic asks for</extracomment>
        <translation>除最私密内容外的全部</translation>
    </message>
    <message>
        <source>Of the last 90 days</source>
        <extracomment>How far back a clinic asks</extracomment>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Of the last year</source>
        <extracomment>How far back a clinic asks</extracomment>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <extracomment>How far back a clinic asks</extracomment>
        <translation>从最早开始</translation>
    </message>
    <message>
        <source>The patient scans this</source>
        <extracomment>Heading of the screen where a clinic asks for records</extracomment>
        <translation>请患者扫描此码</translation>
    </message>
    <message>
        <source>Ask a patient for records</source>
        <extracomment>Heading of the screen where a clinic asks for records</extracomment>
        <translation>向患者申请查看记录</translation>
    </message>
    <message>
        <source>The patient scans your code, sees who asks for what and why, and may allow all of it, less, or nothing.</source>
        <extracomment>Where a clinic asks for records</extracomment>
        <translation>患者扫描您的码，会看到谁为什么申请查看什么，可以全部允许、部分允许或不允许。</translation>
    </message>
    <message>
        <source>How far back</source>
        <extracomment>Above how far back a clinic asks</extracomment>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Show the code</source>
        <extracomment>Button: makes the code that the patient scans</extracomment>
        <translation>显示码</translation>
    </message>
    <message>
        <source>Arrived by message</source>
        <extracomment>Heading above permissions that came by message</extracomment>
        <translation>通过消息收到</translation>
    </message>
    <message>
        <source>Check what arrived at %1</source>
        <extracomment>Button: looks at a permission that came by message; %1 is a date and time</extracomment>
        <translation>核对 %1 收到的许可</translation>
    </message>
    <message>
        <source>Look for messages</source>
        <extracomment>Button: asks the mailbox</extracomment>
        <translation>查看有无消息</translation>
    </message>
    <message>
        <source>Code with the clinic&apos;s request</source>
        <extracomment>Accessible name of the code that a patient scans</extracomment>
        <translation>本机构的申请码</translation>
    </message>
    <message>
        <source>It can be scanned until %1. The answer comes here by itself; the patient may also show a code to scan.</source>
        <extracomment>Below the code that a patient scans; %1 is a date and time</extracomment>
        <translation>可在 %1 之前扫描。答复会自动显示在这里；患者也可以出示码供扫描。</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Button: no longer shows a clinic&apos;s request</extracomment>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>The patient declined. Nothing was opened, and nothing more happens.</source>
        <extracomment>The answer to a clinic&apos;s request</extracomment>
        <translation>患者拒绝了。没有打开任何记录，也不会再有其他动作。</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>What this code opens</source>
        <extracomment>Heading of the clinic&apos;s second step</extracomment>
        <translation>这个码可以打开什么</translation>
    </message>
    <message>
        <source>Open the records</source>
        <extracomment>Button: spends one use of a permission</extracomment>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Show the records again</source>
        <extracomment>Button: for a permission that this clinic has used already, which costs no further use</extracomment>
        <translation>再次显示记录</translation>
    </message>
    <message>
        <source>Not this one</source>
        <extracomment>Button: a code is put aside unopened</extracomment>
        <translation>不是这个</translation>
    </message>
    <message>
        <source>Scan another code</source>
        <extracomment>Button: a code that cannot be opened is put aside</extracomment>
        <translation>扫描另一个码</translation>
    </message>
    <message>
        <source>Nothing is open yet. Opening is written on the ledger, where the patient sees it.</source>
        <extracomment>Below the button that opens a patient&apos;s records at a clinic</extracomment>
        <translation>现在还没有打开任何记录。打开会写入账本，患者看得到。</translation>
    </message>
    <message>
        <source>What the patient agreed to</source>
        <extracomment>Above the words that a patient agreed to</extracomment>
        <translation>患者同意的内容</translation>
    </message>
</context>
<context>
    <name>ClinicWords</name>
    <message>
        <source>Treatment</source>
        <extracomment>Why a clinic looks at records</extracomment>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Emergency</source>
        <extracomment>Why a clinic looks at records</extracomment>
        <translation>急救</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <extracomment>Why a clinic looks at records</extracomment>
        <translation>第二诊疗意见</translation>
    </message>
    <message>
        <source>Referral</source>
        <extracomment>Why a clinic looks at records</extracomment>
        <translation>转诊</translation>
    </message>
    <message>
        <source>Insurance</source>
        <extracomment>Why a clinic looks at records</extracomment>
        <translation>保险</translation>
    </message>
    <message>
        <source>Research</source>
        <extracomment>Why a clinic looks at records</extracomment>
        <translation>研究</translation>
    </message>
    <message>
        <source>Care in the family</source>
        <extracomment>Why somebody looks at records</extracomment>
        <translation>家人照护</translation>
    </message>
    <message>
        <source>This is a clinic&apos;s own request, which the patient scans. Scan the code that the patient&apos;s app shows.</source>
        <extracomment>After a wrong code was scanned at a clinic</extracomment>
        <translation>这是医疗机构自己的申请码，由患者扫描。请扫描患者应用上显示的码。</translation>
    </message>
    <message>
        <source>This is an Apricot code, but not a permission to read records. Ask the patient to choose Share in their app and show that code.</source>
        <extracomment>After a wrong code was scanned at a clinic</extracomment>
        <translation>这是杏林的码，但不是查看记录的许可。请患者在应用中选择“分享”，并出示那个码。</translation>
    </message>
    <message>
        <source>This is an electronic health card: it says who somebody is and opens no records here. Ask for the code of the Apricot app.</source>
        <extracomment>After a wrong code was scanned at a clinic</extracomment>
        <translation>这是电子健康卡：它只说明身份，不能在这里打开记录。请患者出示杏林应用的码。</translation>
    </message>
    <message>
        <source>This is a SMART Health Link of another app. Ask the patient to share with Apricot.</source>
        <extracomment>After a wrong code was scanned at a clinic</extracomment>
        <translation>这是其他应用的 SMART 健康链接。请患者用杏林分享。</translation>
    </message>
    <message>
        <source>This is a payment code. Nothing was paid. Ask for the code of the Apricot app.</source>
        <extracomment>After a wrong code was scanned at a clinic</extracomment>
        <translation>这是付款码。没有付款。请患者出示杏林应用的码。</translation>
    </message>
    <message>
        <source>This is a web address. It was not visited. Ask for the code of the Apricot app.</source>
        <extracomment>After a wrong code was scanned at a clinic</extracomment>
        <translation>这是一个网址，没有访问它。请患者出示杏林应用的码。</translation>
    </message>
    <message>
        <source>This is somebody&apos;s address or telephone number. Ask for the code of the Apricot app.</source>
        <extracomment>After a wrong code was scanned at a clinic</extracomment>
        <translation>这是联系人的地址或电话。请患者出示杏林应用的码。</translation>
    </message>
    <message>
        <source>This is the key of a Wi-Fi network. Ask for the code of the Apricot app.</source>
        <extracomment>After a wrong code was scanned at a clinic</extracomment>
        <translation>这是无线网络的密码。请患者出示杏林应用的码。</translation>
    </message>
    <message>
        <source>This is a number from a package or a card. Ask for the code of the Apricot app.</source>
        <extracomment>After a wrong code was scanned at a clinic</extracomment>
        <translation>这是包装或卡片上的号码。请患者出示杏林应用的码。</translation>
    </message>
    <message>
        <source>This is not a code of the Apricot app. Ask the patient to choose Share in their app and show that code.</source>
        <extracomment>After a wrong code was scanned at a clinic</extracomment>
        <translation>这不是杏林应用的码。请患者在应用中选择“分享”，并出示那个码。</translation>
    </message>
    <message>
        <source>Harmless records only (level 1)</source>
        <extracomment>Which records an organisation may open</extracomment>
        <translation>仅限无害的记录（第 1 级）</translation>
    </message>
    <message>
        <source>Everyday records (up to level 2)</source>
        <extracomment>Which records an organisation may open</extracomment>
        <translation>日常记录（至第 2 级）</translation>
    </message>
    <message>
        <source>Ordinary medical records (up to level 3)</source>
        <extracomment>Which records an organisation may open</extracomment>
        <translation>普通医疗记录（至第 3 级）</translation>
    </message>
    <message>
        <source>Sensitive records too (up to level 4)</source>
        <extracomment>Which records an organisation may open</extracomment>
        <translation>包括私密记录（至第 4 级）</translation>
    </message>
    <message>
        <source>All records (up to level 5)</source>
        <extracomment>Which records an organisation may open</extracomment>
        <translation>全部记录（至第 5 级）</translation>
    </message>
    <message>
        <source>Can be opened once; not used yet.</source>
        <extracomment>Of a permission: how often it may be used</extracomment>
        <translation>可打开一次，尚未使用。</translation>
    </message>
    <message>
        <source>Could be opened once; it was.</source>
        <extracomment>Of a permission: how often it may be used</extracomment>
        <translation>只能打开一次，已经用过。</translation>
    </message>
    <message>
        <source>Used %1 of %2 times.</source>
        <extracomment>Of a permission: how often it may be used; %1 and %2 are numbers</extracomment>
        <translation>已用 %1 次，共 %2 次。</translation>
    </message>
    <message>
        <source>The ledger proves this as of %1.</source>
        <extracomment>Of a proof; %1 is a date and time</extracomment>
        <translation>账本证明截至 %1 如此。</translation>
    </message>
    <message>
        <source>Genuine, and can be opened now</source>
        <extracomment>A permission was checked</extracomment>
        <translation>真实有效，现在可以打开</translation>
    </message>
    <message>
        <source>Signed by the patient, given to this clinic, in time and not withdrawn.</source>
        <extracomment>Below a permission that was checked</extracomment>
        <translation>由患者签署，给予本机构，在有效期内，未被撤回。</translation>
    </message>
    <message>
        <source>This clinic has opened it already</source>
        <extracomment>A permission was checked</extracomment>
        <translation>本机构已经打开过</translation>
    </message>
    <message>
        <source>It was redeemed here at %1. You can show the same records again until %2; that uses nothing up.</source>
        <extracomment>Below a permission that was checked; %1 and %2 are dates and times</extracomment>
        <translation>本机构已于 %1 兑现。在 %2 之前可以再次显示同样的记录，不会再消耗次数。</translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <extracomment>A permission was checked</extracomment>
        <translation>不能打开</translation>
    </message>
    <message>
        <source>The patient&apos;s signature is genuine, but the ledger cannot be reached</source>
        <extracomment>A permission was read without the ledger</extracomment>
        <translation>患者的签名是真实的，但连不上账本</translation>
    </message>
    <message>
        <source>Whether it was used or withdrawn cannot be told now, so it cannot be opened. Check the network and try again; the code stays valid until the time it names.</source>
        <extracomment>Below a permission that was read without the ledger</extracomment>
        <translation>现在无法得知它是否已用过或被撤回，所以不能打开。请检查网络后重试；码在其写明的时间之前一直有效。</translation>
    </message>
    <message>
        <source>%1, grade %2</source>
        <extracomment>What an organisation is registered as; %1 are its roles, %2 its grade from 1 to 3</extracomment>
        <translation>%1，%2级</translation>
    </message>
    <message>
        <source>%1, may open records up to level %2</source>
        <extracomment>Of a desk; %1 is a profession, %2 a level from 1 to 5</extracomment>
        <translation>%1，可打开至多第%2级的记录</translation>
    </message>
    <message>
        <source>born %1</source>
        <extracomment>Of a patient; %1 is a year</extracomment>
        <translation>%1年生</translation>
    </message>
    <message>
        <source>female</source>
        <extracomment>Of a patient</extracomment>
        <translation>女</translation>
    </message>
    <message>
        <source>male</source>
        <extracomment>Of a patient</extracomment>
        <translation>男</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the name, year and sex of a patient</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>⚠ Records of several people: ask whose they are. %1</source>
        <extracomment>Above open records; %1 is a list of people, which may be empty</extracomment>
        <translation>⚠ 其中有多个人的记录，请问清是谁的。%1</translation>
    </message>
    <message>
        <source>Whose records these are is not among what is shown: ask the patient.</source>
        <extracomment>Above open records</extracomment>
        <translation>出示的记录里没有写明是谁的，请向患者本人核对。</translation>
    </message>
    <message>
        <source>%1 (as the records say; ask the patient)</source>
        <extracomment>Above open records; %1 is a patient&apos;s name, year of birth and sex</extracomment>
        <translation>%1（记录如此写，请向患者本人核对）</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>The clinic&apos;s keys are made. Give the request file to the ledger&apos;s administrator; it holds no secret. You can open codes once it is registered.</source>
        <extracomment>After a clinic&apos;s keys were made</extracomment>
        <translation>机构的钥匙已经生成。请把申请文件交给账本的管理员，文件里没有秘密。登记之后就可以打开许可码。</translation>
    </message>
    <message>
        <source>Registered and active</source>
        <extracomment>State of a clinic&apos;s registration</extracomment>
        <translation>已登记，状态正常</translation>
    </message>
    <message>
        <source>Open now</source>
        <extracomment>State of a visit in today&apos;s list</extracomment>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Redeemed, not opened</source>
        <extracomment>State of a visit in today&apos;s list: the permission was used, but no records were shown</extracomment>
        <translation>已兑现，未打开</translation>
    </message>
    <message>
        <source>Written to files</source>
        <extracomment>State of a visit in today&apos;s list: the command line wrote the records into a folder</extracomment>
        <translation>已写入文件</translation>
    </message>
    <message>
        <source>Opened on the command line</source>
        <extracomment>State of a visit in today&apos;s list: the command line showed the records</extracomment>
        <translation>已在命令行打开</translation>
    </message>
    <message>
        <source>Erased</source>
        <extracomment>State of a visit in today&apos;s list</extracomment>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Letters sent: %1</source>
        <extracomment>In today&apos;s list; %1 is how many letters went to the patient</extracomment>
        <translation>已发信件：%1</translation>
    </message>
    <message>
        <source>Erased here in %1 min</source>
        <extracomment>How long records stay open at a clinic; %1 is minutes</extracomment>
        <translation>%1 分钟后在此删除</translation>
    </message>
    <message>
        <source>A visit&apos;s time has come: its records are erased here, and that is noted.</source>
        <extracomment>After a visit&apos;s records were erased because their time had come</extracomment>
        <translation>一次就诊的时间到了：其记录已在此删除，并已记入日志。</translation>
    </message>
    <message>
        <source>The visit&apos;s records are erased here, and that is noted. The ledger&apos;s receipt and the log stay; no record is in them.</source>
        <extracomment>After a visit&apos;s records were erased at the clinic</extracomment>
        <translation>本次就诊的记录已在此删除，并已记入日志。账本的回执和日志会保留，其中没有任何记录。</translation>
    </message>
    <message>
        <source>The records are in the file. It is not locked and not erased with the visit: keep it only where patients&apos; files are kept.</source>
        <extracomment>After a visit&apos;s records were exported</extracomment>
        <translation>记录已写入文件。文件没有加密，也不会随就诊删除：请只存放在保管记录的地方。</translation>
    </message>
    <message>
        <source>Letters that waited and are sent now: %1</source>
        <extracomment>After letters that waited were sent; %1 is how many</extracomment>
        <translation>等候的信件现已发出：%1</translation>
    </message>
    <message>
        <source>Records shown to %1</source>
        <extracomment>Heading of printed pages; %1 is a clinic&apos;s name</extracomment>
        <translation>向 %1 出示的记录</translation>
    </message>
    <message>
        <source>Printed at %1. The patient asked for these records to be erased by %2: destroy this paper by then.</source>
        <extracomment>Below the heading of printed pages; %1 and %2 are dates and times</extracomment>
        <translation>打印于 %1。患者要求在 %2 之前删除这些记录：请在此之前销毁这份纸张。</translation>
    </message>
    <message>
        <source>The pages are in the file, ready to print. It is not locked and not erased with the visit: delete it when it is printed.</source>
        <extracomment>After a visit&apos;s records were written as pages to print</extracomment>
        <translation>页面已写入文件，可以打印。文件没有加密，也不会随就诊删除：打印后请删除它。</translation>
    </message>
    <message>
        <source>Erased here on %1</source>
        <extracomment>How long records stay open at a clinic; %1 is a day</extracomment>
        <translation>将于 %1 在此删除</translation>
    </message>
    <message>
        <source>Erased here in %1 hours</source>
        <extracomment>How long records stay open at a clinic; %1 is hours, 2 or more</extracomment>
        <translation>%1 小时后在此删除</translation>
    </message>
    <message>
        <source>What the patient agreed to: %1</source>
        <extracomment>On printed pages; %1 are the words of the permission</extracomment>
        <translation>患者同意的内容：%1</translation>
    </message>
    <message>
        <source>The printer did not take it. See whether it is switched on and has paper, or write a PDF file instead.</source>
        <extracomment>The printer did not take a visit&apos;s pages</extracomment>
        <translation>打印机没有接受。请检查它是否已开机、有没有纸，或者改为写入 PDF 文件。</translation>
    </message>
    <message>
        <source>Handed to the printer. The paper is not erased with the visit.</source>
        <extracomment>After a visit&apos;s records were printed</extracomment>
        <translation>已交给打印机。纸张不会随就诊一起清除。</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>Scan</source>
        <extracomment>Button that leads to the scanner</extracomment>
        <translation>扫码</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>Button that leads to today&apos;s visits</extracomment>
        <translation>今天</translation>
    </message>
    <message>
        <source>This desk</source>
        <extracomment>Button that leads to the state of the clinic&apos;s registration</extracomment>
        <translation>本窗口</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>This clinic and this desk</source>
        <extracomment>Heading of the screen about a clinic&apos;s registration</extracomment>
        <translation>本机构和本窗口</translation>
    </message>
    <message>
        <source>Proven by the ledger as of %1</source>
        <extracomment>Of a clinic&apos;s registration; %1 is a date and time</extracomment>
        <translation>账本证明截至 %1</translation>
    </message>
    <message>
        <source>What stands below is what the ledger showed last.</source>
        <extracomment>Of a clinic&apos;s registration, when the ledger is out of reach</extracomment>
        <translation>以下是账本上次显示的内容。</translation>
    </message>
    <message>
        <source>May open</source>
        <extracomment>Above what a clinic may open</extracomment>
        <translation>可以打开</translation>
    </message>
    <message>
        <source>For these purposes</source>
        <extracomment>Above the purposes for which a clinic may open records</extracomment>
        <translation>用于这些目的</translation>
    </message>
    <message>
        <source>Key of this desk</source>
        <extracomment>Above the digits that stand for a desk&apos;s key</extracomment>
        <translation>本窗口的钥匙</translation>
    </message>
    <message>
        <source>Compare it with your administrator&apos;s list when a desk is registered. It is not secret.</source>
        <extracomment>Below the digits that stand for a desk&apos;s key</extracomment>
        <translation>登记窗口时，请与管理员的名单核对。它不是秘密。</translation>
    </message>
    <message>
        <source>Ledger: %1</source>
        <extracomment>%1 is a ledger&apos;s name</extracomment>
        <translation>账本：%1</translation>
    </message>
    <message>
        <source>Letters waiting to be sent: %1</source>
        <extracomment>%1 is how many letters could not be sent yet</extracomment>
        <translation>等候发出的信件：%1</translation>
    </message>
    <message>
        <source>They are sealed to the patient: nobody here can read them any more. Sending one twice delivers it once.</source>
        <extracomment>Of letters that could not be sent yet</extracomment>
        <translation>它们已为患者封好：这里谁也不能再读。重复发送也只送达一次。</translation>
    </message>
    <message>
        <source>Send them now</source>
        <extracomment>Button</extracomment>
        <translation>现在发送</translation>
    </message>
    <message>
        <source>Ask the ledger again</source>
        <extracomment>Button: asks the ledger again</extracomment>
        <translation>再次询问账本</translation>
    </message>
    <message>
        <source>Sign out</source>
        <extracomment>Button: somebody else may sign in; open visits stay open</extracomment>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Lock and erase all</source>
        <extracomment>Button</extracomment>
        <translation>锁定并全部删除</translation>
    </message>
    <message>
        <source>This screen</source>
        <extracomment>Heading of a group of settings of this counter&apos;s screen</extracomment>
        <translation>本屏幕</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>Label of a choice</extracomment>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>A choice of language</extracomment>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Size of type</source>
        <extracomment>Label of a choice</extracomment>
        <translation>字号</translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>Label of a choice</extracomment>
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
        <source>Registered as</source>
        <extracomment>Above what the organisation is registered as</extracomment>
        <translation>登记为</translation>
    </message>
    <message>
        <source>This desk</source>
        <extracomment>Above whose hands this desk&apos;s key is in</extracomment>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>Restricted</source>
        <extracomment>Above how the consortium has restricted the organisation</extracomment>
        <translation>受限制</translation>
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
        <translation>机构名称（患者所知的）</translation>
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
        <translation>没有口令，谁也不能使用本机构的钥匙，也没有人能找回它。</translation>
    </message>
    <message>
        <source>Make the keys and save the request</source>
        <extracomment>Button of the clinic&apos;s first start</extracomment>
        <translation>生成钥匙并保存申请</translation>
    </message>
    <message>
        <source>Open the counter</source>
        <extracomment>Button of the clinic&apos;s lock screen</extracomment>
        <translation>解锁窗口</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <extracomment>Label of a field</extracomment>
        <translation>再输入一次同样的口令</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>Only single records are shown to us, which the patient chose one by one.</source>
        <extracomment>What a permission leaves out</extracomment>
        <translation>患者只向我们开放逐条选定的个别记录。</translation>
    </message>
    <message>
        <source>Only these kinds of record are shown to us: %1.</source>
        <extracomment>What a permission leaves out; %1 is a list of kinds of record</extracomment>
        <translation>患者只向我们开放以下类别的记录：%1。</translation>
    </message>
    <message>
        <source>These kinds of record are not shown to us: %1.</source>
        <extracomment>What a permission leaves out; %1 is a list of kinds of record</extracomment>
        <translation>以下类别的记录未向我们开放：%1。</translation>
    </message>
    <message>
        <source>Records that are in any way private are not shown to us.</source>
        <extracomment>What a permission leaves out: the more private records</extracomment>
        <translation>凡有隐私的记录均未向我们开放。</translation>
    </message>
    <message>
        <source>Records that are more private than everyday ones are not shown to us.</source>
        <extracomment>What a permission leaves out: the more private records</extracomment>
        <translation>比“日常”更私密的记录未向我们开放。</translation>
    </message>
    <message>
        <source>Records marked private or most private are not shown to us.</source>
        <extracomment>What a permission leaves out: the more private records</extracomment>
        <translation>标为“私密”和“最私密”的记录未向我们开放。</translation>
    </message>
    <message>
        <source>Records marked most private are not shown to us.</source>
        <extracomment>What a permission leaves out: the more private records</extracomment>
        <translation>标为“最私密”的记录未向我们开放。</translation>
    </message>
    <message>
        <source>What is from before %1 is not shown to us, nor what has no date.</source>
        <extracomment>What a permission leaves out; %1 is a day</extracomment>
        <translation>%1以前的记录以及没有日期的记录未向我们开放。</translation>
    </message>
    <message>
        <source>What is from %1 or later is not shown to us, nor what has no date.</source>
        <extracomment>What a permission leaves out; %1 is a day</extracomment>
        <translation>%1及以后的记录以及没有日期的记录未向我们开放。</translation>
    </message>
    <message>
        <source>Whatever their date, we are shown: %1.</source>
        <extracomment>After what a permission leaves out by its date; %1 is a list of kinds of record</extracomment>
        <translation>以下类别不限日期，均向我们开放：%1。</translation>
    </message>
    <message>
        <source>The patient struck out single records: %1.</source>
        <extracomment>What a permission leaves out; %1 is a number</extracomment>
        <translation>患者划去了个别记录，条数：%1。</translation>
    </message>
    <message>
        <source>Besides, the patient chose single records to be shown: %1.</source>
        <extracomment>After what a permission leaves out; %1 is a number</extracomment>
        <translation>此外，患者还逐条选定了个别记录开放，条数：%1。</translation>
    </message>
    <message>
        <source>Not shown to us: the permission leaves this out. Ask the patient.</source>
        <extracomment>On paper, below the name of a kind of record of which a permission shows nothing</extracomment>
        <translation>未向我们开放：许可不包括这一项，请询问患者。</translation>
    </message>
    <message>
        <source>None among what was shown to us. The permission leaves some records out, so there may be some.</source>
        <extracomment>On paper, below the name of a kind of record of which none was shown</extracomment>
        <translation>开放给我们的记录中没有。许可未包括部分记录，因此不能排除有。</translation>
    </message>
    <message>
        <source>None is written down. That does not mean there is none.</source>
        <extracomment>On paper, below the name of a kind of record of which there is none</extracomment>
        <translation>没有记载，但不代表确实没有。</translation>
    </message>
    <message>
        <source>What is not shown to us</source>
        <extracomment>Heading above what a permission leaves out of a visit&apos;s records</extracomment>
        <translation>未向我们开放的内容</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Apricot at the counter</source>
        <extracomment>Title of the clinic&apos;s app</extracomment>
        <translation>杏林 · 窗口</translation>
    </message>
    <message>
        <source>The code was scanned. It is read as soon as somebody has signed in.</source>
        <extracomment>A patient&apos;s code was scanned before a member of staff had signed in</extracomment>
        <translation>二维码已扫到。有人登录后会立即读取。</translation>
    </message>
    <message>
        <source>Something was scanned, and it is no code of Apricot or not the whole of one. Scan it again.</source>
        <extracomment>A hand scanner&apos;s keys did not all arrive</extracomment>
        <translation>扫到了内容，但不是杏林的二维码，或不完整。请再扫一次。</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Today&apos;s visits</source>
        <extracomment>Accessible name of today&apos;s list of visits at a clinic</extracomment>
        <translation>今天的就诊</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <extracomment>Who is signed in at a clinic&apos;s counter; %1 is a name</extracomment>
        <translation>已登录：%1</translation>
    </message>
    <message>
        <source>Scan the next code</source>
        <extracomment>Button</extracomment>
        <translation>扫描下一个码</translation>
    </message>
    <message>
        <source>About this desk</source>
        <extracomment>Button that leads to the state of the clinic&apos;s registration</extracomment>
        <translation>关于本窗口</translation>
    </message>
    <message>
        <source>Sign out</source>
        <extracomment>Button: somebody else may sign in; open visits stay open</extracomment>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Lock and erase all</source>
        <extracomment>Button</extracomment>
        <translation>锁定并全部删除</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>Heading above today&apos;s visits</extracomment>
        <translation>今天</translation>
    </message>
    <message>
        <source>No code was opened yet. Up to %1 visits can be open at once.</source>
        <extracomment>Where today&apos;s visits would stand</extracomment>
        <translation>还没有打开过码。最多可同时打开 %1 次就诊。</translation>
    </message>
    <message>
        <source>Visit %1, %2</source>
        <extracomment>A visit in today&apos;s list; %1 is its number, %2 a time of day</extracomment>
        <translation>就诊 %1，%2</translation>
    </message>
    <message>
        <source>%1 · %2 records · %3</source>
        <extracomment>A visit in today&apos;s list; %1 is why (treatment ...), %2 a number, %3 a name</extracomment>
        <translation>%1 · %2 条记录 · %3</translation>
    </message>
    <message>
        <source>Press to look at it again; that uses nothing up.</source>
        <extracomment>A visit in today&apos;s list whose code is kept</extracomment>
        <translation>点按可再次查看，不消耗次数。</translation>
    </message>
    <message>
        <source>Ask a patient for records</source>
        <extracomment>Button: makes a code that the patient scans</extracomment>
        <translation>向患者申请查看记录</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Scan the patient&apos;s code</source>
        <extracomment>Heading of the clinic&apos;s first step</extracomment>
        <translation>扫描患者的码</translation>
    </message>
    <message>
        <source>Read the code</source>
        <extracomment>Button: says what a code opens; nothing is opened yet</extracomment>
        <translation>读取</translation>
    </message>
    <message>
        <source>⚠ The ledger cannot be reached</source>
        <extracomment>At a clinic without network</extracomment>
        <translation>⚠ 连不上账本</translation>
    </message>
    <message>
        <source>You can read a code and see that the patient&apos;s signature is genuine. You cannot open records now. Records that are open stay until they must be erased; letters wait here, sealed, and are sent later.</source>
        <extracomment>At a clinic without network</extracomment>
        <translation>您可以读码并确认患者的签名真实。现在不能打开记录。已打开的记录会保留到须删除之时；信件会封好在此等候，稍后发出。</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button: asks the ledger again</extracomment>
        <translation>重试</translation>
    </message>
    <message>
        <source>The code</source>
        <extracomment>Label of the field that a code&apos;s text can be typed or pasted into</extracomment>
        <translation>码</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Who works at this counter?</source>
        <extracomment>Heading of the screen where a clinic&apos;s staff sign in</extracomment>
        <translation>谁在这个窗口工作？</translation>
    </message>
    <message>
        <source>Who is there?</source>
        <extracomment>Heading of the screen where a clinic&apos;s staff sign in</extracomment>
        <translation>您是哪位？</translation>
    </message>
    <message>
        <source>Each name gets a PIN of its own, so that the log says who opened what. The counter&apos;s passphrase protects the keys; the PINs only tell you apart.</source>
        <extracomment>Where a clinic&apos;s staff sign in</extracomment>
        <translation>每个名字有自己的 PIN，这样日志能说明谁打开了什么。保护钥匙的是窗口的口令；PIN 只用来区分各位。</translation>
    </message>
    <message>
        <source>Choose your name and type your PIN. What you open is noted under your name.</source>
        <extracomment>Where a clinic&apos;s staff sign in</extracomment>
        <translation>请选择您的名字并输入 PIN。您打开的内容会记在您的名下。</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <extracomment>Label of a field</extracomment>
        <translation>您的 PIN</translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>Button of a clinic&apos;s staff</extracomment>
        <translation>登录</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <extracomment>Button: another name with a PIN</extracomment>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Remove %1 from this counter?</source>
        <extracomment>Asks before a nurse or doctor can no longer sign in; %1 is a name</extracomment>
        <translation>要在本窗口删除%1吗？</translation>
    </message>
    <message>
        <source>They can no longer sign in here. What they opened stays in the log under their name.</source>
        <extracomment>Asks before a nurse or doctor can no longer sign in</extracomment>
        <translation>删除后此人不能再在这里登录。此人打开过什么，仍以其姓名留在日志里。</translation>
    </message>
    <message>
        <source>Yes, remove the name</source>
        <extracomment>Button: a nurse or doctor can no longer sign in</extracomment>
        <translation>是，删除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <extracomment>Button; %1 is a name</extracomment>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>To add or remove a name, lock the counter and open it with its passphrase.</source>
        <extracomment>Where a clinic&apos;s staff sign in</extracomment>
        <translation>要添加或移除名字，请先锁定窗口，再用口令打开。</translation>
    </message>
    <message>
        <source>Name, as it stands in the log</source>
        <extracomment>Label of a field: of a nurse or doctor</extracomment>
        <translation>日志中显示的名字</translation>
    </message>
    <message>
        <source>A new PIN (at least 4 characters)</source>
        <extracomment>Label of a field</extracomment>
        <translation>新的 PIN（至少 4 个字符）</translation>
    </message>
    <message>
        <source>Add this name</source>
        <extracomment>Button: a name with a PIN is kept</extracomment>
        <translation>添加这个名字</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: back to the names</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>Lock the counter</source>
        <extracomment>Button</extracomment>
        <translation>锁定窗口</translation>
    </message>
</context>
<context>
    <name>StepsBar</name>
    <message>
        <source>Read</source>
        <extracomment>First of three steps at the counter</extracomment>
        <translation>读码</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>Second of three steps at the counter</extracomment>
        <translation>核对</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Third of three steps at the counter</extracomment>
        <translation>打开</translation>
    </message>
    <message>
        <source>Step %1 of 3: %2 (%3)</source>
        <extracomment>Where one stands at the counter; %1 is 1, 2 or 3, %2 is what is done in that step, %3 names all three</extracomment>
        <translation>第 %1 步，共 3 步：%2（%3）</translation>
    </message>
</context>
<context>
    <name>TestedCard</name>
    <message>
        <source>Already tested</source>
        <extracomment>Heading above the tests a patient has had lately</extracomment>
        <translation>近期已做的检查</translation>
    </message>
    <message>
        <source>%1 days</source>
        <extracomment>Choice of how far back; %1 is a number of days</extracomment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>None within this time among the records that are open here.</source>
        <extracomment>Where the tests a patient has had lately would stand</extracomment>
        <translation>在此打开的记录中，这段时间内没有检查。</translation>
    </message>
    <message>
        <source>✓ %1  %2  (%3)</source>
        <extracomment>Button: a test that was done; %1 is its name, %2 its value, %3 its date</extracomment>
        <translation>✓ %1  %2（%3）</translation>
    </message>
    <message>
        <source>And %1 more in the list below.</source>
        <extracomment>Below the tests a patient has had lately; %1 is a number</extracomment>
        <translation>下方列表中还有 %1 项。</translation>
    </message>
    <message>
        <source>⊘ Tests are not shown to us: the permission leaves them out. That does not mean that none was done.</source>
        <extracomment>Where the tests a patient has had lately would stand, when the permission leaves tests out</extracomment>
        <translation>⊘ 未向我们出示检查结果：许可不包括这一项。这不表示没有做过检查。</translation>
    </message>
    <message>
        <source>None within this time among what was shown to us. The permission leaves some records out, so there may be some.</source>
        <extracomment>Where the tests a patient has had lately would stand, when the permission covers only some</extracomment>
        <translation>在出示给我们的记录中，这段时间内没有。许可未包括部分记录，因此仍可能有。</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Open: %1 records</source>
        <extracomment>Heading above a visit&apos;s records; %1 is how many</extracomment>
        <translation>已打开：%1 条记录</translation>
    </message>
    <message>
        <source>Finish and erase</source>
        <extracomment>Button: erases what is shown of a patient</extracomment>
        <translation>结束并清除</translation>
    </message>
    <message>
        <source>%1, or as soon as you finish.</source>
        <extracomment>Above a visit&apos;s records; %1 says how long they stay</extracomment>
        <translation>%1，或在您结束时立即删除。</translation>
    </message>
    <message>
        <source>Export as FHIR</source>
        <extracomment>Button: puts the visit&apos;s records into a file</extracomment>
        <translation>导出为 FHIR</translation>
    </message>
    <message>
        <source>Write to the patient</source>
        <extracomment>Button: a result, prescription, referral or note goes to the patient</extracomment>
        <translation>写给患者</translation>
    </message>
    <message>
        <source>Print or PDF</source>
        <extracomment>Button: puts the visit&apos;s records on paper</extracomment>
        <translation>打印或 PDF</translation>
    </message>
    <message>
        <source>Where to put the records (the file is not locked)</source>
        <extracomment>Heading of a window that asks where to put an unlocked file</extracomment>
        <translation>把记录存到哪里（文件没有加密）</translation>
    </message>
    <message>
        <source>Where to put the pages to print (the file is not locked)</source>
        <extracomment>Heading of a window that asks where to put an unlocked file</extracomment>
        <translation>把待打印的页面存到哪里（文件没有加密）</translation>
    </message>
    <message>
        <source>What is not shown to us</source>
        <extracomment>Heading above what a permission leaves out of a visit&apos;s records</extracomment>
        <translation>未向我们开放的内容</translation>
    </message>
    <message>
        <source>Print on %1</source>
        <extracomment>Button: puts the visit&apos;s records on paper; %1 is a printer</extracomment>
        <translation>在 %1 上打印</translation>
    </message>
    <message>
        <source>Write a PDF</source>
        <extracomment>Button: puts the visit&apos;s records into a file to print</extracomment>
        <translation>写成 PDF</translation>
    </message>
</context>
<context>
    <name>WriteBack</name>
    <message>
        <source>Test</source>
        <extracomment>Field of what a clinic writes back</extracomment>
        <translation>检验项目</translation>
    </message>
    <message>
        <source>Value</source>
        <extracomment>Field of what a clinic writes back: a test&apos;s value</extracomment>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <extracomment>Field of what a clinic writes back</extracomment>
        <translation>单位</translation>
    </message>
    <message>
        <source>Usual from</source>
        <extracomment>Field of what a clinic writes back: the lowest usual value</extracomment>
        <translation>参考下限</translation>
    </message>
    <message>
        <source>Usual to</source>
        <extracomment>Field of what a clinic writes back: the highest usual value</extracomment>
        <translation>参考上限</translation>
    </message>
    <message>
        <source>Medicine and strength</source>
        <extracomment>Field of what a clinic writes back</extracomment>
        <translation>药品和规格</translation>
    </message>
    <message>
        <source>Dose</source>
        <extracomment>Field of what a clinic writes back: how much at once</extracomment>
        <translation>每次用量</translation>
    </message>
    <message>
        <source>Times a day</source>
        <extracomment>Field of what a clinic writes back</extracomment>
        <translation>每天次数</translation>
    </message>
    <message>
        <source>Days</source>
        <extracomment>Field of what a clinic writes back</extracomment>
        <translation>天数</translation>
    </message>
    <message>
        <source>Advice (may be empty)</source>
        <extracomment>Field of what a clinic writes back: how to take a medicine</extracomment>
        <translation>医嘱（可不填）</translation>
    </message>
    <message>
        <source>To whom</source>
        <extracomment>Field of what a clinic writes back: where the patient is sent</extracomment>
        <translation>转往</translation>
    </message>
    <message>
        <source>Why</source>
        <extracomment>Field of what a clinic writes back: why the patient is sent there</extracomment>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>Field of what a clinic writes back</extracomment>
        <translation>记录</translation>
    </message>
    <message>
        <source>“%1” is missing, too long, or not the number that is needed.</source>
        <extracomment>Above a form; %1 is the name of a field</extracomment>
        <translation>“%1”缺失、太长，或不是所需的数字。</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>Label of who writes to a patient</extracomment>
        <translation>来自</translation>
    </message>
    <message>
        <source>It is signed and sealed, and waits here: the mailbox cannot be reached. Send it later under “About this desk”.</source>
        <extracomment>After something was written to a patient without network</extracomment>
        <translation>已签名并封好，在此等候：现在连不上信箱。请稍后在“关于本窗口”中发送。</translation>
    </message>
    <message>
        <source>Signed, sealed and sent. It arrives in the patient&apos;s app, with proof that it comes from this clinic.</source>
        <extracomment>After something was written to a patient</extracomment>
        <translation>已签名、封好并发出。它会到达患者的应用，并带有来自本机构的证明。</translation>
    </message>
    <message>
        <source>It is signed and sealed, and waits here: the patient&apos;s inbox did not take it, since it is full or the letter too large. Send it later under “About this desk”.</source>
        <extracomment>After something was written to a patient whose inbox did not take it</extracomment>
        <translation>已签名并封好，在此等候：患者的收件箱没有收下，因为已满或信件太大。请稍后在“关于本窗口”中发送。</translation>
    </message>
</context>
<context>
    <name>WritePage</name>
    <message>
        <source>A result</source>
        <extracomment>What a clinic writes to a patient</extracomment>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>A prescription</source>
        <extracomment>What a clinic writes to a patient</extracomment>
        <translation>处方</translation>
    </message>
    <message>
        <source>A referral</source>
        <extracomment>What a clinic writes to a patient</extracomment>
        <translation>转诊</translation>
    </message>
    <message>
        <source>A note about this visit</source>
        <extracomment>What a clinic writes to a patient</extracomment>
        <translation>就诊记录</translation>
    </message>
    <message>
        <source>Look at it before it is sent</source>
        <extracomment>Heading of the screen where a clinic writes to a patient</extracomment>
        <translation>发送前请查看</translation>
    </message>
    <message>
        <source>Write to the patient</source>
        <extracomment>Heading of the screen where a clinic writes to a patient</extracomment>
        <translation>写给患者</translation>
    </message>
    <message>
        <source>It is signed by this desk and sealed so that only the patient can read it. It arrives in their app with proof that it comes from this clinic.</source>
        <extracomment>Where a clinic writes to a patient</extracomment>
        <translation>它由本窗口签名并封好，只有患者能读。它会到达患者的应用，并带有来自本机构的证明。</translation>
    </message>
    <message>
        <source>Look at it</source>
        <extracomment>Button: what will be sent is shown first</extracomment>
        <translation>查看</translation>
    </message>
    <message>
        <source>Back to the records</source>
        <extracomment>Button: back to the visit&apos;s records; what was filled in is dropped</extracomment>
        <translation>返回记录</translation>
    </message>
    <message>
        <source>What is sent cannot be taken back. Check it with the patient.</source>
        <extracomment>Above the button that sends something to a patient</extracomment>
        <translation>发出后不能收回。请与患者一起核对。</translation>
    </message>
    <message>
        <source>Sign and send</source>
        <extracomment>Button: signs, seals and sends</extracomment>
        <translation>签名并发送</translation>
    </message>
    <message>
        <source>Change it</source>
        <extracomment>Button: back to the form</extracomment>
        <translation>修改</translation>
    </message>
</context>
</TS>
