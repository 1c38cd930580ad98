<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AttachmentView</name>
    <message>
        <source>%1 pages, %2</source>
        <extracomment>Under an attachment&apos;s name; %1 is how many pages, %2 its size (&quot;300 kB&quot;)</extracomment>
        <translation>%1 页，%2</translation>
    </message>
    <message>
        <source>This attachment cannot be shown here: it is damaged, too large, or of a kind that is not shown. Save the record to a file to keep it as it came.</source>
        <extracomment>Instead of an attachment that is damaged or of a kind that cannot be shown</extracomment>
        <translation>这个附件无法在这里显示：已损坏、太大，或是不支持显示的类型。把记录存成文件，就能原样保留它。</translation>
    </message>
    <message>
        <source>This attachment is not in your record: the sender keeps it elsewhere. Ask for it there.</source>
        <extracomment>Instead of an attachment that is not in the record</extracomment>
        <translation>这个附件不在您的记录里：对方存放在别处。请向对方索取。</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <extracomment>Accessible name of a page of an attachment; %1 is its name, %2 the page</extracomment>
        <translation>%1，第 %2 页</translation>
    </message>
    <message>
        <source>Page %1 is damaged and cannot be shown.</source>
        <extracomment>Instead of a page that is damaged; %1 is its number</extracomment>
        <translation>第 %1 页已损坏，无法显示。</translation>
    </message>
    <message>
        <source>Show more of %1 pages</source>
        <extracomment>Button below the first pages of an attachment; %1 is how many there are</extracomment>
        <translation>共 %1 页，显示更多</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Blood pressure</source>
        <extracomment>Something a person measures at home</extracomment>
        <translation>血压</translation>
    </message>
    <message>
        <source>Weight</source>
        <extracomment>Something a person measures at home</extracomment>
        <translation>体重</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <extracomment>Something a person measures at home</extracomment>
        <translation>血糖</translation>
    </message>
    <message>
        <source>Temperature</source>
        <extracomment>Something a person measures at home</extracomment>
        <translation>体温</translation>
    </message>
    <message>
        <source>Pulse</source>
        <extracomment>Something a person measures at home</extracomment>
        <translation>脉搏</translation>
    </message>
    <message>
        <source>Oxygen in the blood</source>
        <extracomment>Something a person measures at home</extracomment>
        <translation>血氧</translation>
    </message>
    <message>
        <source>a minute</source>
        <extracomment>Unit of the pulse: beats a minute</extracomment>
        <translation>次/分</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Correct my entry</source>
        <extracomment>Heading of the form that corrects an entry of one&apos;s own</extracomment>
        <translation>更正我的记录</translation>
    </message>
    <message>
        <source>Write something down</source>
        <extracomment>Heading of the form for an entry of one&apos;s own</extracomment>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>A measurement</source>
        <extracomment>A sort of entry</extracomment>
        <translation>测量结果</translation>
    </message>
    <message>
        <source>A note, for example how I feel</source>
        <extracomment>A sort of entry</extracomment>
        <translation>一条记录，例如我的感觉</translation>
    </message>
    <message>
        <source>A photo or PDF</source>
        <extracomment>A sort of entry</extracomment>
        <translation>照片或 PDF</translation>
    </message>
    <message>
        <source>What did you measure?</source>
        <extracomment>Above the list of things to measure</extracomment>
        <translation>您测了什么？</translation>
    </message>
    <message>
        <source>Upper number (mmHg)</source>
        <extracomment>Label of a field: the first number of a blood pressure</extracomment>
        <translation>高压（mmHg）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Label of a field; %1 is what is measured, %2 its unit</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Lower number (mmHg)</source>
        <extracomment>Label of a field: the second number of a blood pressure</extracomment>
        <translation>低压（mmHg）</translation>
    </message>
    <message>
        <source>Note (if you like)</source>
        <extracomment>Label of a field</extracomment>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>What do you want to note?</source>
        <extracomment>Label of a field</extracomment>
        <translation>您想记下什么？</translation>
    </message>
    <message>
        <source>What is it? (for example: discharge letter)</source>
        <extracomment>Label of a field</extracomment>
        <translation>这是什么？（例如：出院小结）</translation>
    </message>
    <message>
        <source>⚠ This value is unusual. Please look at the device again. If you feel unwell, do not wait: call for help. If the value is right, keep it.</source>
        <extracomment>A value was typed that is rare</extracomment>
        <translation>⚠ 这个数值不常见。请再看一下仪器。如果您觉得不舒服，不要等，请立刻求助。如果数值没错，就保存。</translation>
    </message>
    <message>
        <source>Choose the file and keep it</source>
        <extracomment>Button: choose a photo or PDF and keep it</extracomment>
        <translation>选择文件并保存</translation>
    </message>
    <message>
        <source>It is right, keep it</source>
        <extracomment>Button: keep an entry although its value is rare</extracomment>
        <translation>没错，保存</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>Button: keep an entry</extracomment>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>Button: leave the form</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>When was it?</source>
        <extracomment>Label of the day and time of an entry</extracomment>
        <translation>什么时候？</translation>
    </message>
    <message>
        <source>The place and time that the camera wrote into a photo are taken out of it.</source>
        <extracomment>Below the name of a photo that is going to be kept: what its camera wrote into it</extracomment>
        <translation>照片里由相机写入的地点和时间会被去掉。</translation>
    </message>
</context>
<context>
    <name>KindFilter</name>
    <message>
        <source>Show: %1</source>
        <extracomment>Button above the list of records; %1 is what is listed now</extracomment>
        <translation>显示：%1</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>A filter of the list of records</extracomment>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>Open: nothing that could harm me</source>
        <extracomment>How private a record is, the first of five</extracomment>
        <translation>公开：对我无害</translation>
    </message>
    <message>
        <source>Everyday: anyone who treats me may know</source>
        <extracomment>How private a record is, the second of five</extracomment>
        <translation>日常：为我看病的人都可以知道</translation>
    </message>
    <message>
        <source>Medical: for those who treat me</source>
        <extracomment>How private a record is, the third of five</extracomment>
        <translation>医疗：只给为我看病的人</translation>
    </message>
    <message>
        <source>Private: only where it is needed</source>
        <extracomment>How private a record is, the fourth of five</extracomment>
        <translation>私密：只在需要时</translation>
    </message>
    <message>
        <source>Most private: only when I say so</source>
        <extracomment>How private a record is, the last of five</extracomment>
        <translation>最私密：只有我说可以才行</translation>
    </message>
</context>
<context>
    <name>LevelChoice</name>
    <message>
        <source>How private it is</source>
        <extracomment>Heading above how private a record is</extracomment>
        <translation>私密程度</translation>
    </message>
    <message>
        <source>Change how private it is</source>
        <extracomment>Button: change how private a record is</extracomment>
        <translation>更改私密程度</translation>
    </message>
    <message>
        <source>A permission opens records up to a level that you choose. Permissions you have given already stay as they are.</source>
        <extracomment>Below the choice of how private a record is</extracomment>
        <translation>许可只打开到您所选级别的记录。已经给出的许可不变。</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>You wrote this</source>
        <extracomment>On a record: the person wrote it</extracomment>
        <translation>您自己写的</translation>
    </message>
    <message>
        <source>From a file that you brought in</source>
        <extracomment>On a record that came in a file</extracomment>
        <translation>来自您导入的文件</translation>
    </message>
    <message>
        <source>somebody</source>
        <extracomment>On a record of a sender whose name is not known</extracomment>
        <translation>某人</translation>
    </message>
    <message>
        <source>Written by %1, verified</source>
        <extracomment>On a record that a clinic sent; %1 is its name</extracomment>
        <translation>由 %1 书写，已核实</translation>
    </message>
    <message>
        <source>Signed by %1, signature verified</source>
        <extracomment>On a record that came with a genuine signature, from outside the hospitals&apos; ledger; %1 is who signed it</extracomment>
        <translation>由 %1 签名，签名已核实</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Allergies: %1.</source>
        <extracomment>Read aloud: the summary of a record; %1 are allergies</extracomment>
        <translation>过敏：%1。</translation>
    </message>
    <message>
        <source>Medicines you take now: %1.</source>
        <extracomment>Read aloud: the summary of a record; %1 are medicines</extracomment>
        <translation>您现在服用的药：%1。</translation>
    </message>
    <message>
        <source>Conditions: %1.</source>
        <extracomment>Read aloud: the summary of a record; %1 are illnesses</extracomment>
        <translation>疾病：%1。</translation>
    </message>
    <message>
        <source>Warning, dangerous allergy: %1.</source>
        <extracomment>Read aloud, first of all: allergies that can be dangerous; %1 are allergies</extracomment>
        <translation>请注意，危险的过敏：%1。</translation>
    </message>
</context>
<context>
    <name>RecordBrowser</name>
    <message>
        <source>Choose a record to see it here.</source>
        <extracomment>Beside the list of records, as long as none is chosen</extracomment>
        <translation>选择一条记录，在这里查看。</translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message>
        <source>Records</source>
        <extracomment>Accessible name of the list of records</extracomment>
        <translation>记录</translation>
    </message>
    <message>
        <source>Find (for example: blood sugar)</source>
        <extracomment>Label of the search field; the example is a search</extracomment>
        <translation>查找（例如：血糖）</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>While records are looked for</extracomment>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Records: %1</source>
        <extracomment>How many records fit the search; %1 is the number</extracomment>
        <translation>记录：%1</translation>
    </message>
    <message>
        <source>Nothing fits. Try another word, or all kinds.</source>
        <extracomment>Shown instead of records when none fits the search</extracomment>
        <translation>没有符合的记录。换个词，或选择全部种类。</translation>
    </message>
    <message>
        <source>There are no records yet.</source>
        <extracomment>Shown instead of records when there is none at all</extracomment>
        <translation>还没有记录。</translation>
    </message>
</context>
<context>
    <name>RecordPicker</name>
    <message>
        <source>Chosen: %1</source>
        <extracomment>Above a list of records that are ticked; %1 is how many are</extracomment>
        <translation>已选：%1</translation>
    </message>
    <message>
        <source>Choose none</source>
        <extracomment>Button: take all ticks away</extracomment>
        <translation>全部取消</translation>
    </message>
</context>
<context>
    <name>RecordRow</name>
    <message>
        <source>Entered by mistake</source>
        <extracomment>Under a record that was entered in error</extracomment>
        <translation>录入有误</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>Back to the list</source>
        <extracomment>Button above one record: back to the list</extracomment>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Entered by mistake. It is kept so that nothing is lost, and counts no more.</source>
        <extracomment>On a record that was entered in error</extracomment>
        <translation>录入有误。它被保留，什么都不会丢，但不再计入。</translation>
    </message>
    <message>
        <source>Over time</source>
        <extracomment>Heading above a curve</extracomment>
        <translation>变化趋势</translation>
    </message>
    <message>
        <source>What it says</source>
        <extracomment>Heading above the fields of a record</extracomment>
        <translation>内容</translation>
    </message>
    <message>
        <source>How it was before</source>
        <extracomment>Heading above earlier versions of a record</extracomment>
        <translation>以前的版本</translation>
    </message>
    <message>
        <source>Correct this entry</source>
        <extracomment>Button on an entry the person made</extracomment>
        <translation>更正这条记录</translation>
    </message>
    <message>
        <source>Yes, it was a mistake</source>
        <extracomment>Button on an entry the person made, after &quot;This was a mistake&quot;</extracomment>
        <translation>是的，录错了</translation>
    </message>
    <message>
        <source>This was a mistake</source>
        <extracomment>Button on an entry the person made</extracomment>
        <translation>这条录错了</translation>
    </message>
    <message>
        <source>Save this record to a file</source>
        <extracomment>Button: write one record to a file</extracomment>
        <translation>把这条记录存成文件</translation>
    </message>
    <message>
        <source>Saved. The file is not locked: whoever has it can read it.</source>
        <extracomment>After one record was written to a file</extracomment>
        <translation>已保存。文件没有加密：谁拿到都能看。</translation>
    </message>
    <message>
        <source>Hide the original</source>
        <extracomment>Button: the original of a record, as it was sent</extracomment>
        <translation>收起原文</translation>
    </message>
    <message>
        <source>Show the original</source>
        <extracomment>Button: the original of a record, as it was sent</extracomment>
        <translation>显示原文</translation>
    </message>
    <message>
        <source>The original, as it was sent (FHIR)</source>
        <extracomment>Accessible name of a record&apos;s original text</extracomment>
        <translation>原文，与发来时一致（FHIR）</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button above one record: back to the screen on which it was pressed</extracomment>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Without a date</source>
        <extracomment>Heading above the records that have no date</extracomment>
        <translation>没有日期</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Show all %1</source>
        <extracomment>Button below the first rows of a card; %1 is how many there are</extracomment>
        <translation>显示全部 %1 项</translation>
    </message>
    <message>
        <source>⊘ Not shown to us: the permission leaves this out. Ask the patient.</source>
        <extracomment>Instead of a list at a clinic&apos;s counter, when the patient&apos;s permission leaves this kind of record out</extracomment>
        <translation>⊘ 未向我们出示：许可不包括这一项。请询问患者。</translation>
    </message>
    <message>
        <source>None among what was shown to us. The permission leaves some records out, so there may be some.</source>
        <extracomment>Instead of a list at a clinic&apos;s counter, when the permission covers only some records of this kind</extracomment>
        <translation>在出示给我们的记录中没有。许可未包括部分记录，因此仍可能有。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>On a card while its rows are being read</extracomment>
        <translation>正在查找…</translation>
    </message>
</context>
<context>
    <name>SummaryCards</name>
    <message>
        <source>Allergies</source>
        <extracomment>Heading of a card</extracomment>
        <translation>过敏</translation>
    </message>
    <message>
        <source>No allergy is written down. That does not mean there is none.</source>
        <extracomment>On the card of allergies when none is known
----------
Read aloud: the summary of a record; the words of the card</extracomment>
        <translation>没有记录到过敏。这不等于没有过敏。</translation>
    </message>
    <message>
        <source>Medicines taken now</source>
        <extracomment>Heading of a card</extracomment>
        <translation>正在使用的药品</translation>
    </message>
    <message>
        <source>No medicine is written down as taken now.</source>
        <extracomment>On the card of medicines when there is none
----------
Read aloud: the summary of a record; the words of the card</extracomment>
        <translation>没有记录到正在使用的药品。</translation>
    </message>
    <message>
        <source>Conditions</source>
        <extracomment>Heading of a card: illnesses that last</extracomment>
        <translation>疾病</translation>
    </message>
    <message>
        <source>No condition is written down.</source>
        <extracomment>On the card of conditions when there is none</extracomment>
        <translation>没有记录到疾病。</translation>
    </message>
    <message>
        <source>Latest visits</source>
        <extracomment>Heading of a card</extracomment>
        <translation>最近就诊</translation>
    </message>
    <message>
        <source>No visit is written down.</source>
        <extracomment>On the card of visits when there is none</extracomment>
        <translation>没有就诊记录。</translation>
    </message>
</context>
<context>
    <name>Trend</name>
    <message>
        <source>%1 values from %2 to %3. Latest %4, highest %5, lowest %6.</source>
        <extracomment>A curve in words; %1 is how many values, %2 and %3 are dates, %4 to %6 are values</extracomment>
        <translation>从 %2 到 %3 共 %1 次。最近 %4，最高 %5，最低 %6。</translation>
    </message>
    <message>
        <source>%1 of them outside the range.</source>
        <extracomment>Goes on about a curve; %1 is how many values</extracomment>
        <translation>其中 %1 次在参考范围之外。</translation>
    </message>
    <message>
        <source>%1 in another unit are not shown.</source>
        <extracomment>Goes on about a curve; %1 is how many values are not shown</extracomment>
        <translation>另有 %1 次单位不同，未显示。</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Touch the curve, or use the arrow keys, to see each value. The band is the usual range; ◆ lies outside it.</source>
        <extracomment>Below a curve, as long as no value is chosen</extracomment>
        <translation>点一下曲线，或用方向键，查看每个数值。色带是参考范围；◆ 表示在范围之外。</translation>
    </message>
    <message>
        <source>Upper line: %1. Dashed line: %2.</source>
        <extracomment>Below a curve with two lines; %1 and %2 are their names</extracomment>
        <translation>上面的线：%1。虚线：%2。</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>A span of time; %1 and %2 are dates</extracomment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>A span of time that has not ended; %1 is a date</extracomment>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>A span of time whose beginning is not known; %1 is a date</extracomment>
        <translation>到 %1 为止</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A record in one sentence; %1 is what was measured, %2 the value with its unit</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, %1 %2</source>
        <extracomment>Goes on about a value; %1 is &quot;above the range&quot; or the like, %2 the range itself</extracomment>
        <translation>，%1 %2</translation>
    </message>
    <message>
        <source>, %1</source>
        <extracomment>Goes on about a value; %1 is &quot;above the range&quot; or the like</extracomment>
        <translation>，%1</translation>
    </message>
    <message>
        <source>, within the range %1</source>
        <extracomment>Goes on about a value that is as usual; %1 is the range</extracomment>
        <translation>，在参考范围 %1 内</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between a hospital&apos;s or doctor&apos;s name and a date</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>A record in one sentence; %1 is what it says, %2 who and when</extracomment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>prescribed</source>
        <extracomment>Of a medicine in the summary</extracomment>
        <translation>医生开的处方</translation>
    </message>
    <message>
        <source>noted as taken</source>
        <extracomment>Of a medicine in the summary</extracomment>
        <translation>记录为正在服用</translation>
    </message>
    <message>
        <source>prescribed, and noted as taken</source>
        <extracomment>Of a medicine in the summary</extracomment>
        <translation>医生开的处方，记录为正在服用</translation>
    </message>
</context>
</TS>
