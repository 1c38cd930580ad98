<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Detail</name>
    <message>
        <source>Result</source>
        <extracomment>Label of a field of a record: what was measured or found</extracomment>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why there is no result</source>
        <extracomment>Label of a field of a record: why there is no result</extracomment>
        <translation>没有结果的原因</translation>
    </message>
    <message>
        <source>Usual range</source>
        <extracomment>Label of a field of a record: the usual values of a test</extracomment>
        <translation>参考范围</translation>
    </message>
    <message>
        <source>Against the usual range</source>
        <extracomment>Label of a field of a record: whether a value lies in its usual range</extracomment>
        <translation>与参考范围比较</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <extracomment>Label of a field of a record: what a report concludes</extracomment>
        <translation>结论</translation>
    </message>
    <message>
        <source>Results in this report</source>
        <extracomment>Label of a field of a record: the parts of a report</extracomment>
        <translation>本报告中的结果</translation>
    </message>
    <message>
        <source>What happens</source>
        <extracomment>Label of a field of a record: what an allergy does</extracomment>
        <translation>会出现</translation>
    </message>
    <message>
        <source>Danger</source>
        <extracomment>Label of a field of a record: how dangerous an allergy is</extracomment>
        <translation>危险程度</translation>
    </message>
    <message>
        <source>How serious</source>
        <extracomment>Label of a field of a record: mild, severe ...</extracomment>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Allergic to</source>
        <extracomment>Label of a field of a record: food, medicine ...</extracomment>
        <translation>过敏类别</translation>
    </message>
    <message>
        <source>Last time</source>
        <extracomment>Label of a field of a record: the last time it happened</extracomment>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>How to take it</source>
        <extracomment>Label of a field of a record: how a medicine is taken</extracomment>
        <translation>用法</translation>
    </message>
    <message>
        <source>Medicine</source>
        <extracomment>Label of a field of a record: the medicine&apos;s name</extracomment>
        <translation>药品</translation>
    </message>
    <message>
        <source>Amount</source>
        <extracomment>Label of a field of a record: how much of a medicine</extracomment>
        <translation>数量</translation>
    </message>
    <message>
        <source>May be filled again, times</source>
        <extracomment>Label of a field of a record: how often a prescription may be filled again</extracomment>
        <translation>可再配次数</translation>
    </message>
    <message>
        <source>Form</source>
        <extracomment>Label of a field of a record: the form of a medicine</extracomment>
        <translation>剂型</translation>
    </message>
    <message>
        <source>Contains</source>
        <extracomment>Label of a field of a record: what a medicine consists of</extracomment>
        <translation>成分</translation>
    </message>
    <message>
        <source>Protects against</source>
        <extracomment>Label of a field of a record: for which diseases a vaccine is</extracomment>
        <translation>预防</translation>
    </message>
    <message>
        <source>Dose</source>
        <extracomment>Label of a field of a record: which dose of a vaccine</extracomment>
        <translation>剂次</translation>
    </message>
    <message>
        <source>Batch number</source>
        <extracomment>Label of a field of a record: the maker&apos;s number of a vaccine</extracomment>
        <translation>批号</translation>
    </message>
    <message>
        <source>Made by</source>
        <extracomment>Label of a field of a record: who made a vaccine</extracomment>
        <translation>生产商</translation>
    </message>
    <message>
        <source>Where in the body</source>
        <extracomment>Label of a field of a record: where in the body</extracomment>
        <translation>部位</translation>
    </message>
    <message>
        <source>What came of it</source>
        <extracomment>Label of a field of a record: what came of an operation</extracomment>
        <translation>结局</translation>
    </message>
    <message>
        <source>Complications</source>
        <extracomment>Label of a field of a record: what went wrong</extracomment>
        <translation>并发症</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <extracomment>Label of a field of a record: what is to be done afterwards</extracomment>
        <translation>后续</translation>
    </message>
    <message>
        <source>Kind of visit</source>
        <extracomment>Label of a field of a record: the sort of a visit: at the practice, in hospital ...</extracomment>
        <translation>就诊类型</translation>
    </message>
    <message>
        <source>Found</source>
        <extracomment>Label of a field of a record: what was found at a visit</extracomment>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Place</source>
        <extracomment>Label of a field of a record: where a visit took place</extracomment>
        <translation>地点</translation>
    </message>
    <message>
        <source>After leaving</source>
        <extracomment>Label of a field of a record: where somebody went after hospital</extracomment>
        <translation>离院去向</translation>
    </message>
    <message>
        <source>Kind of pictures</source>
        <extracomment>Label of a field of a record: the sort of pictures: CT, MR ...</extracomment>
        <translation>影像类型</translation>
    </message>
    <message>
        <source>Pictures</source>
        <extracomment>Label of a field of a record: how many pictures</extracomment>
        <translation>图像数</translation>
    </message>
    <message>
        <source>What is done</source>
        <extracomment>Label of a field of a record: what a plan consists of</extracomment>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Aim</source>
        <extracomment>Label of a field of a record: what a plan aims at</extracomment>
        <translation>目标</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>Label of a field of a record: by when an aim is to be reached</extracomment>
        <translation>期限</translation>
    </message>
    <message>
        <source>Members</source>
        <extracomment>Label of a field of a record: the people of a team</extracomment>
        <translation>成员</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>Label of a field of a record: a person&apos;s or place&apos;s name</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Sex</source>
        <extracomment>Label of a field of a record</extracomment>
        <translation>性别</translation>
    </message>
    <message>
        <source>Born</source>
        <extracomment>Label of a field of a record</extracomment>
        <translation>出生</translation>
    </message>
    <message>
        <source>Telephone and mail</source>
        <extracomment>Label of a field of a record: a telephone number or mail address</extracomment>
        <translation>电话与邮箱</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>Label of a field of a record</extracomment>
        <translation>地址</translation>
    </message>
    <message>
        <source>Marital status</source>
        <extracomment>Label of a field of a record: married, widowed ...</extracomment>
        <translation>婚姻</translation>
    </message>
    <message>
        <source>Contact person</source>
        <extracomment>Label of a field of a record: whom to call</extracomment>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Relationship</source>
        <extracomment>Label of a field of a record: daughter, husband ...</extracomment>
        <translation>关系</translation>
    </message>
    <message>
        <source>Profession</source>
        <extracomment>Label of a field of a record: what a doctor is</extracomment>
        <translation>职业</translation>
    </message>
    <message>
        <source>In words</source>
        <extracomment>Label of a field of a record: what was eaten or examined and so on, in words</extracomment>
        <translation>说明</translation>
    </message>
    <message>
        <source>For</source>
        <extracomment>Label of a field of a record: what a bill is for</extracomment>
        <translation>项目</translation>
    </message>
    <message>
        <source>Sum</source>
        <extracomment>Label of a field of a record: a sum of money</extracomment>
        <translation>金额</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>Label of a field of a record: why something was done</extracomment>
        <translation>原因</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Label of a field of a record: active, resolved ...</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>How sure</source>
        <extracomment>Label of a field of a record: confirmed, or only suspected</extracomment>
        <translation>确定程度</translation>
    </message>
    <message>
        <source>Since</source>
        <extracomment>Label of a field of a record: when a condition began</extracomment>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Until</source>
        <extracomment>Label of a field of a record: when a condition ended</extracomment>
        <translation>结束于</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>Label of a field of a record: when it was done or measured</extracomment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Written on</source>
        <extracomment>Label of a field of a record: when a prescription was written</extracomment>
        <translation>开具日期</translation>
    </message>
    <message>
        <source>By whom</source>
        <extracomment>Label of a field of a record: who did or wrote it</extracomment>
        <translation>由谁</translation>
    </message>
    <message>
        <source>How it was done</source>
        <extracomment>Label of a field of a record: how a test was done</extracomment>
        <translation>方法</translation>
    </message>
    <message>
        <source>Sample</source>
        <extracomment>Label of a field of a record: blood, urine ...</extracomment>
        <translation>样本</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>Label of a field of a record: what somebody added</extracomment>
        <translation>备注</translation>
    </message>
    <message>
        <source>Chapters</source>
        <extracomment>Label of a field of a record: the chapters of a document</extracomment>
        <translation>章节</translation>
    </message>
    <message>
        <source>In the sender&apos;s words</source>
        <extracomment>Label of a field of a record: the text that its sender wrote about it</extracomment>
        <translation>对方原文</translation>
    </message>
    <message>
        <source>active</source>
        <extracomment>A state of a record, shown to a person</extracomment>
        <translation>有效</translation>
    </message>
    <message>
        <source>has come back</source>
        <extracomment>A state of a record, shown to a person</extracomment>
        <translation>复发</translation>
    </message>
    <message>
        <source>no longer active</source>
        <extracomment>A state of a record, shown to a person</extracomment>
        <translation>不再有效</translation>
    </message>
    <message>
        <source>in remission</source>
        <extracomment>A state of a record: the illness calms down for now</extracomment>
        <translation>缓解</translation>
    </message>
    <message>
        <source>resolved</source>
        <extracomment>A state of a record: the illness is over</extracomment>
        <translation>已痊愈</translation>
    </message>
    <message>
        <source>confirmed</source>
        <extracomment>A state of a record: surely so</extracomment>
        <translation>已确认</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <extracomment>A state of a record: not yet sure</extracomment>
        <translation>未确认</translation>
    </message>
    <message>
        <source>not yet sure</source>
        <extracomment>A state of a record: a doctor&apos;s first guess</extracomment>
        <translation>尚未确定</translation>
    </message>
    <message>
        <source>one of several possibilities</source>
        <extracomment>A state of a record: one of several guesses</extracomment>
        <translation>几种可能之一</translation>
    </message>
    <message>
        <source>found not to be so</source>
        <extracomment>A state of a record: it was found not to be so</extracomment>
        <translation>已排除</translation>
    </message>
    <message>
        <source>entered by mistake</source>
        <extracomment>A state of a record: it was a mistake</extracomment>
        <translation>录入有误</translation>
    </message>
    <message>
        <source>completed</source>
        <extracomment>A state of a record, shown to a person</extracomment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>final</source>
        <extracomment>A state of a record: the result will not change</extracomment>
        <translation>最终结果</translation>
    </message>
    <message>
        <source>preliminary: may still change</source>
        <extracomment>A state of a record: the result may still change</extracomment>
        <translation>初步结果，可能还会变</translation>
    </message>
    <message>
        <source>no result yet</source>
        <extracomment>A state of a record: registered, no result yet</extracomment>
        <translation>尚无结果</translation>
    </message>
    <message>
        <source>not complete yet</source>
        <extracomment>A state of a record: parts of a report are there</extracomment>
        <translation>尚不完整</translation>
    </message>
    <message>
        <source>changed later</source>
        <extracomment>A state of a record: changed after it was final</extracomment>
        <translation>后来修改过</translation>
    </message>
    <message>
        <source>corrected later</source>
        <extracomment>A state of a record: corrected after it was final</extracomment>
        <translation>后来更正过</translation>
    </message>
    <message>
        <source>added to later</source>
        <extracomment>A state of a record: added to after it was final</extracomment>
        <translation>后来补充过</translation>
    </message>
    <message>
        <source>cancelled</source>
        <extracomment>A state of a record, shown to a person</extracomment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>stopped</source>
        <extracomment>A state of a record, shown to a person</extracomment>
        <translation>已停止</translation>
    </message>
    <message>
        <source>paused</source>
        <extracomment>A state of a record, shown to a person</extracomment>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>planned</source>
        <extracomment>A state of a record, shown to a person</extracomment>
        <translation>计划中</translation>
    </message>
    <message>
        <source>draft</source>
        <extracomment>A state of a record, shown to a person</extracomment>
        <translation>草稿</translation>
    </message>
    <message>
        <source>under way</source>
        <extracomment>A state of a record, shown to a person</extracomment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>not done</source>
        <extracomment>A state of a medicine or vaccination: it was not done</extracomment>
        <translation>未做</translation>
    </message>
    <message>
        <source>not taken</source>
        <extracomment>A state of a medicine: it is not taken</extracomment>
        <translation>未服用</translation>
    </message>
    <message>
        <source>valid</source>
        <extracomment>A state of a document: it is the valid one</extracomment>
        <translation>有效版本</translation>
    </message>
    <message>
        <source>replaced by a newer one</source>
        <extracomment>A state of a document: a newer one takes its place</extracomment>
        <translation>已被新的取代</translation>
    </message>
    <message>
        <source>available</source>
        <extracomment>A state of pictures: they can be had</extracomment>
        <translation>可取得</translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>A state of a record: nobody said</extracomment>
        <translation>不详</translation>
    </message>
    <message>
        <source>reached</source>
        <extracomment>A state of a goal or plan, shown to a person</extracomment>
        <translation>已达到</translation>
    </message>
    <message>
        <source>high: could be dangerous</source>
        <extracomment>How grave an allergy is</extracomment>
        <translation>高：可能有危险</translation>
    </message>
    <message>
        <source>low</source>
        <extracomment>How grave an allergy is</extracomment>
        <translation>低</translation>
    </message>
    <message>
        <source>cannot be said</source>
        <extracomment>How grave an allergy is: it cannot be said</extracomment>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>mild</source>
        <extracomment>How grave something is</extracomment>
        <translation>轻</translation>
    </message>
    <message>
        <source>moderate</source>
        <extracomment>How grave something is</extracomment>
        <translation>中等</translation>
    </message>
    <message>
        <source>severe</source>
        <extracomment>How grave something is</extracomment>
        <translation>严重</translation>
    </message>
    <message>
        <source>female</source>
        <extracomment>A person&apos;s sex</extracomment>
        <translation>女</translation>
    </message>
    <message>
        <source>male</source>
        <extracomment>A person&apos;s sex</extracomment>
        <translation>男</translation>
    </message>
    <message>
        <source>other</source>
        <extracomment>A person&apos;s sex</extracomment>
        <translation>其他</translation>
    </message>
    <message>
        <source>food</source>
        <extracomment>What somebody is allergic to</extracomment>
        <translation>食物</translation>
    </message>
    <message>
        <source>medicine</source>
        <extracomment>What somebody is allergic to</extracomment>
        <translation>药物</translation>
    </message>
    <message>
        <source>surroundings</source>
        <extracomment>What somebody is allergic to</extracomment>
        <translation>环境</translation>
    </message>
    <message>
        <source>biological product</source>
        <extracomment>What somebody is allergic to</extracomment>
        <translation>生物制品</translation>
    </message>
    <message>
        <source>as usual</source>
        <extracomment>A value against its usual range</extracomment>
        <translation>正常</translation>
    </message>
    <message>
        <source>above the range</source>
        <extracomment>A value against its usual range</extracomment>
        <translation>高于参考范围</translation>
    </message>
    <message>
        <source>below the range</source>
        <extracomment>A value against its usual range</extracomment>
        <translation>低于参考范围</translation>
    </message>
    <message>
        <source>far above the range</source>
        <extracomment>A value against its usual range</extracomment>
        <translation>远高于参考范围</translation>
    </message>
    <message>
        <source>far below the range</source>
        <extracomment>A value against its usual range</extracomment>
        <translation>远低于参考范围</translation>
    </message>
    <message>
        <source>not as usual</source>
        <extracomment>A value against its usual range</extracomment>
        <translation>异常</translation>
    </message>
    <message>
        <source>far from usual</source>
        <extracomment>A value against its usual range</extracomment>
        <translation>明显异常</translation>
    </message>
    <message>
        <source>negative</source>
        <extracomment>A result in words</extracomment>
        <translation>阴性</translation>
    </message>
    <message>
        <source>positive</source>
        <extracomment>A result in words</extracomment>
        <translation>阳性</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>A result in words</extracomment>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <extracomment>A result in words</extracomment>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The file could not be read.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请确认文件存在，并且您有权读取。</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法写入该文件。</translation>
    </message>
    <message>
        <source>Check the folder and the free space, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查文件夹和剩余空间，然后重试。</translation>
    </message>
    <message>
        <source>Another running program uses this folder or address.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>另一个正在运行的程序正在使用该文件夹或地址。</translation>
    </message>
    <message>
        <source>End the other program, or give this one a folder or address of its own.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请结束另一个程序，或为本程序指定单独的文件夹或地址。</translation>
    </message>
    <message>
        <source>The file that keeps a second program away could not be made.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法创建用于防止第二个程序同时运行的文件。</translation>
    </message>
    <message>
        <source>Check that the folder exists, that you may write there and that there is free space.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查该文件夹是否存在、您是否有写入权限以及是否有可用空间。</translation>
    </message>
    <message>
        <source>The data is damaged or incomplete.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>数据已损坏或不完整。</translation>
    </message>
    <message>
        <source>Get it again from where it came.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请从原处重新获取。</translation>
    </message>
    <message>
        <source>The data is not written in the one form that is allowed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>数据没有按唯一允许的格式书写。</translation>
    </message>
    <message>
        <source>Do not trust it. Ask for it again from whoever issued it.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请不要相信它。请让签发者重新提供。</translation>
    </message>
    <message>
        <source>The data is larger or deeper than is allowed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>数据过大，或层次过深。</translation>
    </message>
    <message>
        <source>Check that it is the right file or code.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请确认文件或二维码是否正确。</translation>
    </message>
    <message>
        <source>The data is of another kind than was expected.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>数据的类型与预期不符。</translation>
    </message>
    <message>
        <source>Check that it is the right file or code, and that Apricot is up to date.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请确认文件或二维码正确，并且杏林已更新到最新版本。</translation>
    </message>
    <message>
        <source>A part of the data has the wrong length.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>数据中有一部分长度不对。</translation>
    </message>
    <message>
        <source>The data has other parts than were expected.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>数据的组成部分与预期的不同。</translation>
    </message>
    <message>
        <source>This permission asks for something that this Apricot does not know.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此许可要求的某项内容，当前版本的杏林还不认识。</translation>
    </message>
    <message>
        <source>Update Apricot, then read the code again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请更新杏林，再重新读取二维码。</translation>
    </message>
    <message>
        <source>This is not a signed message as Apricot writes it.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这不是杏林写出的签名消息。</translation>
    </message>
    <message>
        <source>The message is signed in a way that Apricot does not know.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该消息的签名方式，杏林不认识。</translation>
    </message>
    <message>
        <source>Ask the sender for another form.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请让对方换一种格式发送。</translation>
    </message>
    <message>
        <source>The code holds characters that do not belong there.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>码中含有不应出现的字符。</translation>
    </message>
    <message>
        <source>Scan it again, closer and in good light.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请靠近一些，在光线充足处重新扫描。</translation>
    </message>
    <message>
        <source>The compressed file is damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>压缩文件已损坏。</translation>
    </message>
    <message>
        <source>Get the file again from where it came.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请从原处重新获取该文件。</translation>
    </message>
    <message>
        <source>The compressed file would become too large.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>压缩文件解开后会过大。</translation>
    </message>
    <message>
        <source>Ask for the file in several smaller parts.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请让对方分成几个较小的文件提供。</translation>
    </message>
    <message>
        <source>The compressed file was cut off.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>压缩文件不完整。</translation>
    </message>
    <message>
        <source>A permission cannot be given with these choices.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>按这些选择，无法给出许可。</translation>
    </message>
    <message>
        <source>Choose what may be read, a time that ends later than it begins and within a year, and how often (1 to 1000 times).</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择可以查看的内容、晚于开始且不超过一年的结束时间，以及可打开的次数（1到1000次）。</translation>
    </message>
    <message>
        <source>The code is not a permission as Apricot writes it, or not the whole of one.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个码不是杏林写出的许可，或者不完整。</translation>
    </message>
    <message>
        <source>Scan it again. If that does not help, ask the patient to show a new code.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请再扫一次；如果还不行，请让患者出示新的码。</translation>
    </message>
    <message>
        <source>The signature on this permission is not genuine.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该许可上的签名不是真的。</translation>
    </message>
    <message>
        <source>Do not accept it. Ask the patient to show a new code from their own device.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请不要接受。请让患者在自己的设备上出示新的码。</translation>
    </message>
    <message>
        <source>The two parts of this permission do not belong together.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该许可的两部分不属于同一份。</translation>
    </message>
    <message>
        <source>This code is not a permission from Apricot.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个码不是杏林的许可。</translation>
    </message>
    <message>
        <source>Scan the code that the patient&apos;s Apricot shows.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请扫描患者的杏林所显示的码。</translation>
    </message>
    <message>
        <source>Whoever signed this may not decide for that person, or not this much.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>签名的人无权替本人作出这个决定，或无权决定这么多。</translation>
    </message>
    <message>
        <source>Ask the person themselves, or somebody they have trusted with it.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请询问本人，或本人托付的其他人。</translation>
    </message>
    <message>
        <source>Trust cannot be given with these limits.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>不能按这些限制托付他人。</translation>
    </message>
    <message>
        <source>Choose somebody else than yourself, what they may open, and an end within five years.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择自己以外的人、对方可以打开的内容，以及五年以内的结束时间。</translation>
    </message>
    <message>
        <source>The words of this permission cannot be shown by this version of Apricot.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个版本的杏林无法显示该许可的文字。</translation>
    </message>
    <message>
        <source>Update Apricot, then scan the code again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请更新杏林，然后重新扫描。</translation>
    </message>
    <message>
        <source>The encryption on this device does not work as it must.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>本设备上的加密功能不正常。</translation>
    </message>
    <message>
        <source>Do not go on. Install Apricot again, or use another device.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请不要继续。请重新安装杏林，或换一台设备。</translation>
    </message>
    <message>
        <source>This was sealed for somebody else, or was changed on the way.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这份内容是封给别人的，或在途中被改动过。</translation>
    </message>
    <message>
        <source>Ask the sender to send it again, to you.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请让发送者重新发给您。</translation>
    </message>
    <message>
        <source>The encrypted data was changed, or the key is not the right one.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>加密的数据被改动过，或钥匙不对。</translation>
    </message>
    <message>
        <source>Use an unchanged copy, and the key that belongs to it.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请使用未改动的副本和与之对应的钥匙。</translation>
    </message>
    <message>
        <source>The encrypted file does not begin as one of ours.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>加密文件的开头不是我们的格式。</translation>
    </message>
    <message>
        <source>Check that it is the right file, and complete.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请确认文件正确且完整。</translation>
    </message>
    <message>
        <source>The encrypted file was changed or cut off.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>加密文件被改动过，或不完整。</translation>
    </message>
    <message>
        <source>The file asks for an unsafe way to turn a passphrase into a key.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该文件要求用不安全的方式由口令生成钥匙。</translation>
    </message>
    <message>
        <source>The file was changed. Restore it from a backup.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>文件被改动过。请从备份恢复。</translation>
    </message>
    <message>
        <source>There is not enough memory to check the passphrase.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>内存不足，无法核对口令。</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请关闭其他程序，然后重试。</translation>
    </message>
    <message>
        <source>The chosen records are too large for one package.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>所选记录太大，一个数据包放不下。</translation>
    </message>
    <message>
        <source>Choose fewer records, or leave out large pictures.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请少选一些记录，或去掉大图片。</translation>
    </message>
    <message>
        <source>The package is not the one that the patient signed for.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个数据包不是患者签名时的那一个。</translation>
    </message>
    <message>
        <source>Fetch the package again. If it happens again, ask the patient for a new permission.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请重新获取数据包。如果仍然如此，请患者给出新的许可。</translation>
    </message>
    <message>
        <source>The package is damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>数据包已损坏。</translation>
    </message>
    <message>
        <source>Fetch the package again, or ask the patient for a new permission.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请重新获取数据包，或请患者给出新的许可。</translation>
    </message>
    <message>
        <source>The package does not open with these keys.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>用这些钥匙打不开该数据包。</translation>
    </message>
    <message>
        <source>Redeem the permission again at your own desk, or ask the patient for a new permission.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请在您自己的窗口重新兑现该许可，或请患者给出新的许可。</translation>
    </message>
    <message>
        <source>Making the package was stopped.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>数据包的制作已停止。</translation>
    </message>
    <message>
        <source>Nothing was shared. Start again when you like.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>没有分享任何内容。您可以随时重新开始。</translation>
    </message>
    <message>
        <source>This is too long for one code.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>内容太长，一个码放不下。</translation>
    </message>
    <message>
        <source>Choose fewer details, or send it as a message.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请减少内容，或以消息发送。</translation>
    </message>
    <message>
        <source>The picture could not be read.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法读取该图片。</translation>
    </message>
    <message>
        <source>Use an undamaged PNG, JPEG or WebP picture.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请使用完好的PNG、JPEG或WebP图片。</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>图片太大。</translation>
    </message>
    <message>
        <source>Use a smaller picture, or cut out the code.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请使用较小的图片，或只截取码的部分。</translation>
    </message>
    <message>
        <source>No QR code was found in the picture.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>图片中没有找到二维码。</translation>
    </message>
    <message>
        <source>Take the picture again, straight, sharp and in good light.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请端正、清晰、在光线充足处重新拍摄。</translation>
    </message>
    <message>
        <source>The picture of the code could not be made.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法生成码的图片。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请关闭其他程序，然后重试。</translation>
    </message>
    <message>
        <source>The mailbox did not take the records.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>信箱没有收下这些记录。</translation>
    </message>
    <message>
        <source>Share fewer records at once, or make a new permission and try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请一次少分享一些，或重新给出许可后再试。</translation>
    </message>
    <message>
        <source>The permission has ended, so the mailbox does not take its records.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该许可已结束，因此信箱不再接收它的记录。</translation>
    </message>
    <message>
        <source>Give a new permission if the clinic should still see them.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>如果仍希望医疗机构看到这些记录，请另给一份新的许可。</translation>
    </message>
    <message>
        <source>The records are not waiting for this clinic: the patient&apos;s device has not sent them yet, or they were destroyed when the permission ended.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这家机构的信箱里没有等待领取的记录：患者的设备还没有送出，或已随许可结束而销毁。</translation>
    </message>
    <message>
        <source>Ask the patient for a new permission.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请患者给出新的许可。</translation>
    </message>
    <message>
        <source>The mailbox does not hand these records out: the ledger does not show that you may have them.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>信箱不交出这些记录：账本没有显示您可以领取。</translation>
    </message>
    <message>
        <source>Redeem the patient&apos;s permission first, with a desk key of your own organisation.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请先用您自己机构的窗口钥匙兑现患者的许可。</translation>
    </message>
    <message>
        <source>The request for the records is not one that a mailbox understands.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>信箱看不懂这个领取记录的请求。</translation>
    </message>
    <message>
        <source>Update Apricot, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请更新杏林，然后重试。</translation>
    </message>
    <message>
        <source>The patient&apos;s inbox did not take the message: it is too large, or the inbox is full.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>患者的收件箱没有收下消息：消息太大，或收件箱已满。</translation>
    </message>
    <message>
        <source>Send less at once, or try again after the patient has fetched what waits.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请一次少发一些，或等患者取走消息后再试。</translation>
    </message>
    <message>
        <source>The file holds the records of several people.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该文件含有几个人的记录。</translation>
    </message>
    <message>
        <source>Choose whose records to bring in, one person a vault.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择要导入谁的记录，一个保险库只放一个人的。</translation>
    </message>
    <message>
        <source>No record fits what you chose.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>没有符合所选条件的记录。</translation>
    </message>
    <message>
        <source>Choose other kinds of records, or a longer time.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择其他类别的记录，或更长的时间。</translation>
    </message>
    <message>
        <source>This clinic is not registered, or has been suspended.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这家机构没有登记，或已被暂停。</translation>
    </message>
    <message>
        <source>Do not share with it. Ask the clinic whether its registration is in order.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请不要与它分享。请询问机构的登记是否正常。</translation>
    </message>
    <message>
        <source>The words the patient agreed to are not the words of this permission.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>患者同意的文字与该许可的文字不一致。</translation>
    </message>
    <message>
        <source>The package holds records that the permission does not open. Nothing was kept.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>数据包中有许可未开放的记录。没有保留任何内容。</translation>
    </message>
    <message>
        <source>This vault gave no such permission.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个保险库没有给出过这样的许可。</translation>
    </message>
    <message>
        <source>Look at the list of the permissions you gave.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请查看您给出的许可列表。</translation>
    </message>
    <message>
        <source>The ledger was asked for too much at once.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>一次向账本询问的内容过多。</translation>
    </message>
    <message>
        <source>Try again in a minute: less is asked for then.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请一分钟后重试，届时会少问一些。</translation>
    </message>
    <message>
        <source>The ledger accepted the permission but does not prove it.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本接受了该许可，却没有给出证明。</translation>
    </message>
    <message>
        <source>Do not trust this ledger. Tell its administrator.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请不要相信这个账本。请告知它的管理员。</translation>
    </message>
    <message>
        <source>The ledger did not answer: a use of the permission may be spent.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本没有回答：许可的一次使用可能已经用掉。</translation>
    </message>
    <message>
        <source>Try again: nothing is spent twice. For 24 hours what was spent opens again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请再试一次：不会重复用掉。已用掉的，在 24 小时内可以再次打开。</translation>
    </message>
    <message>
        <source>The permission does not hold the clinic&apos;s part of the key.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该许可中没有机构的那一半钥匙。</translation>
    </message>
    <message>
        <source>No imported file has that number.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>没有这个编号的导入文件。</translation>
    </message>
    <message>
        <source>Look at the list of imported files.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请查看导入文件的列表。</translation>
    </message>
    <message>
        <source>A record of this file is no longer in the vault as it was imported.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该文件中有一条记录，在保险库里已不是导入时的样子。</translation>
    </message>
    <message>
        <source>Export all records instead, or restore a backup.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请改为导出全部记录，或恢复备份。</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>导出已取消。没有写入任何内容。</translation>
    </message>
    <message>
        <source>Start it again when you like.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>您可以随时重新开始。</translation>
    </message>
    <message>
        <source>Your records changed after you looked at the list. Nothing was signed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>您看过列表之后，记录发生了变化。没有签名。</translation>
    </message>
    <message>
        <source>Look at the new list and sign again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请查看新的列表，再签名。</translation>
    </message>
    <message>
        <source>The command is not complete or not understood.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>命令不完整，或看不懂。</translation>
    </message>
    <message>
        <source>See apricotctl --help, or apricotctl VERB --help.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请参阅 apricotctl --help，或 apricotctl VERB --help。</translation>
    </message>
    <message>
        <source>No passphrase was given.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>没有给出口令。</translation>
    </message>
    <message>
        <source>Type it at the prompt, or pass it through --passphrase-fd.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请在提示处输入，或通过 --passphrase-fd 传入。</translation>
    </message>
    <message>
        <source>This vault does not hold the key that is needed here.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个保险库没有这里所需的钥匙。</translation>
    </message>
    <message>
        <source>Use the vault of the clinic or of the ledger&apos;s administrator.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请使用机构或账本管理员的保险库。</translation>
    </message>
    <message>
        <source>Nothing was signed and nothing was shared.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>没有签名，也没有分享任何内容。</translation>
    </message>
    <message>
        <source>Choose again if you want to share something else.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>如果想分享别的内容，请重新选择。</translation>
    </message>
    <message>
        <source>The ledger refused the change.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本拒绝了这项更改。</translation>
    </message>
    <message>
        <source>The rule stands beside this message. Sign with a key that may: of the ledger&apos;s administrators, or for its own keys the clinic&apos;s.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>规则就写在此消息旁。请用有权的钥匙签名：账本管理员的钥匙；若只改机构自己的钥匙，则用该机构的钥匙。</translation>
    </message>
    <message>
        <source>The request to the ledger is damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>发给账本的请求已损坏。</translation>
    </message>
    <message>
        <source>Make the request again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请重新提出请求。</translation>
    </message>
    <message>
        <source>A signature on the request to the ledger is not genuine.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>发给账本的请求上有一个签名不是真的。</translation>
    </message>
    <message>
        <source>Make the request again on your own device. If it happens again, tell your support.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请在自己的设备上重新提出请求。如果仍然如此，请告知技术支持。</translation>
    </message>
    <message>
        <source>The request was made for another ledger.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该请求是为另一个账本提出的。</translation>
    </message>
    <message>
        <source>Choose the ledger that the request was made for, or make a new one.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择该请求所属的账本，或重新提出请求。</translation>
    </message>
    <message>
        <source>The request to the ledger came too late.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>发给账本的请求来得太晚。</translation>
    </message>
    <message>
        <source>Check the clock of this device and make the request again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查本设备的时钟，然后重新提出请求。</translation>
    </message>
    <message>
        <source>The request to the ledger would stay valid for too long.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>发给账本的请求有效期过长。</translation>
    </message>
    <message>
        <source>The ledger has already carried out this very request.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本已经执行过这个请求。</translation>
    </message>
    <message>
        <source>Nothing needs to be done. To do it once more, make a new request.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>无需任何操作。如要再做一次，请提出新的请求。</translation>
    </message>
    <message>
        <source>The request is not signed by those who may decide it.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>请求没有由有权决定的人签名。</translation>
    </message>
    <message>
        <source>Have it signed by enough of the keys that are entitled to it.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请让足够多的有权者用钥匙签名。</translation>
    </message>
    <message>
        <source>An organisation with this number is already registered.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该编号的机构已经登记。</translation>
    </message>
    <message>
        <source>Choose another number, or change the registered one.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择另一个编号，或更改已登记的机构。</translation>
    </message>
    <message>
        <source>The description of the organisation is not complete or not allowed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>对该机构的说明不完整或不允许。</translation>
    </message>
    <message>
        <source>Check the name, the clearance, the purposes and the keys.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查名称、等级、用途和钥匙。</translation>
    </message>
    <message>
        <source>The ledger does not know this organisation.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本不认识该机构。</translation>
    </message>
    <message>
        <source>Ask the hospitals that run the ledger to register it.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请让运行账本的医院登记它。</translation>
    </message>
    <message>
        <source>This organisation is suspended and may not open records now.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该机构已被暂停，目前不能打开记录。</translation>
    </message>
    <message>
        <source>The clinic asks the hospitals that run the ledger why; a patient can go to another clinic.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>医疗机构请向运行账本的医院询问原因；患者可以去另一家医疗机构。</translation>
    </message>
    <message>
        <source>This desk does not belong to the organisation.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个窗口不属于该机构。</translation>
    </message>
    <message>
        <source>Ask the organisation&apos;s administrator to register the desk.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请让该机构的管理员登记这个窗口。</translation>
    </message>
    <message>
        <source>This permission was given to another organisation.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这份许可是给另一家机构的。</translation>
    </message>
    <message>
        <source>Ask the patient for a permission made out to you.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请患者给出一份给您机构的许可。</translation>
    </message>
    <message>
        <source>This permission is not valid yet.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这份许可尚未生效。</translation>
    </message>
    <message>
        <source>Wait until the time it names, or ask the patient for a new one.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请等到它写明的时间，或请患者给出新的许可。</translation>
    </message>
    <message>
        <source>This permission has expired.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这份许可已经过期。</translation>
    </message>
    <message>
        <source>Ask the patient for a new one.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请患者给出新的许可。</translation>
    </message>
    <message>
        <source>This organisation may not open records for the purpose the permission names.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该机构不能为许可所写的用途打开记录。</translation>
    </message>
    <message>
        <source>Ask the patient for a permission for a purpose that the organisation is registered for.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请患者按该机构登记的用途给出许可。</translation>
    </message>
    <message>
        <source>The permission opens records that are too sensitive for this organisation.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该许可开放的记录对该机构来说过于私密。</translation>
    </message>
    <message>
        <source>Ask the patient to leave the most sensitive records out, or go to an organisation that may see them.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请患者去掉最私密的记录，或去一家可以查看它们的机构。</translation>
    </message>
    <message>
        <source>The patient has withdrawn this permission.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>患者已经收回这份许可。</translation>
    </message>
    <message>
        <source>The person who gave this permission may no longer do so for the patient.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>给出这份许可的人，已不能再替患者这样做。</translation>
    </message>
    <message>
        <source>Ask the patient for a permission of their own.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请患者本人给出许可。</translation>
    </message>
    <message>
        <source>This permission has already been used as often as it allows.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这份许可允许的次数已经用完。</translation>
    </message>
    <message>
        <source>An entry of the ledger cannot be read.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本中有一项无法读取。</translation>
    </message>
    <message>
        <source>Update Apricot. If it happens again, tell your support.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请更新杏林。如果仍然如此，请告知技术支持。</translation>
    </message>
    <message>
        <source>The ledger&apos;s proof is damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本的证明已损坏。</translation>
    </message>
    <message>
        <source>Ask the ledger again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请再次询问账本。</translation>
    </message>
    <message>
        <source>The ledger&apos;s proof does not show what it claims.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本的证明并不能证明它所说的。</translation>
    </message>
    <message>
        <source>Do not rely on this answer. Ask the ledger again, and tell your support.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请不要依靠这个回答。请再次询问账本，并告知技术支持。</translation>
    </message>
    <message>
        <source>The ledger&apos;s signed statement is damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本签名的声明已损坏。</translation>
    </message>
    <message>
        <source>The ledger&apos;s statement was not signed by this ledger.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本的声明不是由这个账本签名的。</translation>
    </message>
    <message>
        <source>The answer comes from another ledger.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该回答来自另一个账本。</translation>
    </message>
    <message>
        <source>Choose the ledger that the answer belongs to.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择该回答所属的账本。</translation>
    </message>
    <message>
        <source>The receipt is damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>回执已损坏。</translation>
    </message>
    <message>
        <source>Ask the ledger for the receipt again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请再次向账本索取回执。</translation>
    </message>
    <message>
        <source>The new ledger&apos;s list of administrators is not allowed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>新账本的管理员名单不符合要求。</translation>
    </message>
    <message>
        <source>Name each administrator once and ask for no more signatures than there are administrators.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>每位管理员只列一次，所需签名数不能多于管理员人数。</translation>
    </message>
    <message>
        <source>There is already a ledger in this folder.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个文件夹里已有账本。</translation>
    </message>
    <message>
        <source>Open it, or choose an empty folder.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请打开它，或选择一个空文件夹。</translation>
    </message>
    <message>
        <source>There is no ledger in this folder.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个文件夹里没有账本。</translation>
    </message>
    <message>
        <source>Choose the right folder, or create a ledger first.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择正确的文件夹，或先创建账本。</translation>
    </message>
    <message>
        <source>The ledger could not be read or written. Nothing was changed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法读写账本。没有任何改变。</translation>
    </message>
    <message>
        <source>Check the free space and your rights on the folder, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查剩余空间和您对文件夹的权限，然后重试。</translation>
    </message>
    <message>
        <source>The ledger&apos;s file is damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本文件已损坏。</translation>
    </message>
    <message>
        <source>Do not use it. Put a copy back in its place and try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请不要使用它。请放回一份副本，然后重试。</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing was added.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>导入已停止。没有添加任何内容。</translation>
    </message>
    <message>
        <source>Start the import again when you want to.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>您可以随时重新导入。</translation>
    </message>
    <message>
        <source>The health record file could not be read.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法读取健康记录文件。</translation>
    </message>
    <message>
        <source>This is not a file of health records that Apricot can read.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这不是杏林能读取的健康档案文件。</translation>
    </message>
    <message>
        <source>Ask the hospital for your records as a FHIR R4 JSON file.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请向医院索取FHIR R4 JSON格式的记录文件。</translation>
    </message>
    <message>
        <source>The file is damaged or was cut short. Nothing was added.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>文件已损坏或不完整。没有添加任何内容。</translation>
    </message>
    <message>
        <source>Download or copy the file again, then import it.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请重新下载或复制文件，然后导入。</translation>
    </message>
    <message>
        <source>One record in the file is too large to be kept.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>文件中有一条记录太大，无法保存。</translation>
    </message>
    <message>
        <source>Ask for the file without its large pictures or videos.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请索取不含大图片或视频的文件。</translation>
    </message>
    <message>
        <source>This record is not written correctly and was left out.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这条记录书写不正确，没有收入。</translation>
    </message>
    <message>
        <source>Tell whoever gave you the file which record it is.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请告知提供文件的人是哪一条记录。</translation>
    </message>
    <message>
        <source>This record has too many parts inside each other.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这条记录的层次套得太深。</translation>
    </message>
    <message>
        <source>This record says the same thing twice, so its meaning is unsure.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这条记录把同一件事说了两遍，意思不能确定。</translation>
    </message>
    <message>
        <source>This record contains characters that cannot be read.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这条记录含有无法读取的字符。</translation>
    </message>
    <message>
        <source>Ask for the file in UTF-8 encoding.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请索取UTF-8编码的文件。</translation>
    </message>
    <message>
        <source>This record does not say what kind of record it is.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这条记录没有说明自己是哪一类。</translation>
    </message>
    <message>
        <source>This record is of a kind that does not exist.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这条记录属于不存在的类别。</translation>
    </message>
    <message>
        <source>The number of this record is not a valid one.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这条记录的编号不合规。</translation>
    </message>
    <message>
        <source>This entry of the file holds no record.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>文件的这一项不含记录。</translation>
    </message>
    <message>
        <source>Tell whoever gave you the file which entry it is.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请告知提供文件的人是哪一项。</translation>
    </message>
    <message>
        <source>The imported file cannot be put together again.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>导入的文件无法重新拼合。</translation>
    </message>
    <message>
        <source>Export the records one by one, or restore a backup.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请逐条导出记录，或恢复备份。</translation>
    </message>
    <message>
        <source>There is already a vault at this place.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个位置已有保险库。</translation>
    </message>
    <message>
        <source>Open it, or choose another place.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请打开它，或选择另一个位置。</translation>
    </message>
    <message>
        <source>The vault could not be created.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法创建保险库。</translation>
    </message>
    <message>
        <source>There is no vault at this place.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个位置没有保险库。</translation>
    </message>
    <message>
        <source>Check the name, or create a vault or restore a backup.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查名称，或创建保险库，或恢复备份。</translation>
    </message>
    <message>
        <source>The passphrase is not right.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>口令不对。</translation>
    </message>
    <message>
        <source>Type it again. Capital letters count.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请重新输入，注意大小写。</translation>
    </message>
    <message>
        <source>The vault is already open in another window or program.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>保险库已在另一个窗口或程序中打开。</translation>
    </message>
    <message>
        <source>Close the other one, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请关闭另一个，然后重试。</translation>
    </message>
    <message>
        <source>The vault has been damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>保险库已损坏。</translation>
    </message>
    <message>
        <source>Keep the file, and restore your latest backup at another place.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请保留该文件，并在另一个位置恢复最近的备份。</translation>
    </message>
    <message>
        <source>A newer Apricot wrote this vault.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个保险库是由更新版本的杏林写的。</translation>
    </message>
    <message>
        <source>Install the newest Apricot, then open the vault again. Nothing was changed.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请安装最新版本的杏林，然后再打开保险库。没有任何改变。</translation>
    </message>
    <message>
        <source>The key file beside the vault is missing or damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>保险库旁边的钥匙文件缺失或已损坏。</translation>
    </message>
    <message>
        <source>Put the .key file back beside the vault, or restore your latest backup.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请把 .key 文件放回保险库旁边，或恢复最近的备份。</translation>
    </message>
    <message>
        <source>A newer Apricot wrote the key file of this vault.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个保险库的钥匙文件是由更新版本的杏林写的。</translation>
    </message>
    <message>
        <source>Install the newest Apricot, then open the vault again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请安装最新版本的杏林，然后再打开保险库。</translation>
    </message>
    <message>
        <source>The vault could not be written to; what was saved before is safe.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法写入保险库；之前保存的内容是安全的。</translation>
    </message>
    <message>
        <source>Free some space on the disk, check that you may write there, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请腾出一些磁盘空间，确认您有写入权限，然后重试。</translation>
    </message>
    <message>
        <source>The folder of the vault cannot be used.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法使用保险库所在的文件夹。</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write there.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请确认文件夹存在，并且您有写入权限。</translation>
    </message>
    <message>
        <source>An import into the vault is still going on.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>保险库正在导入记录。</translation>
    </message>
    <message>
        <source>Wait until it is finished, or cancel it, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请等它完成，或取消它，然后重试。</translation>
    </message>
    <message>
        <source>This record is not in the vault.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>保险库里没有这条记录。</translation>
    </message>
    <message>
        <source>Go back to the list and choose a record again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请回到列表，重新选择一条记录。</translation>
    </message>
    <message>
        <source>A picture or document in the vault has been damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>保险库中的一张图片或一份文件已损坏。</translation>
    </message>
    <message>
        <source>Restore your latest backup, or import the document again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请恢复最近的备份，或重新导入该文件。</translation>
    </message>
    <message>
        <source>A level of privacy is a number from 1 to 5.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>私密级别是1到5的数字。</translation>
    </message>
    <message>
        <source>Choose a level from 1 to 5.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择1到5的级别。</translation>
    </message>
    <message>
        <source>The list of what happened has been changed or damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>事件记录被改动过或已损坏。</translation>
    </message>
    <message>
        <source>Do not rely on it; restore your latest backup and compare.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请不要依靠它；请恢复最近的备份并比较。</translation>
    </message>
    <message>
        <source>The backup could not be written or read back.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>备份无法写入或读回。</translation>
    </message>
    <message>
        <source>Check the free space at the chosen place, then try again. Your vault is unchanged.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查所选位置的剩余空间，然后重试。您的保险库没有改变。</translation>
    </message>
    <message>
        <source>The backup was stopped, and nothing was kept of it.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>备份已停止，没有保留任何内容。</translation>
    </message>
    <message>
        <source>Start it again when you wish.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>您可以随时重新开始。</translation>
    </message>
    <message>
        <source>This file is not a whole backup: it was cut off, changed, or is something else.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该文件不是完整的备份：它不完整、被改动过，或是别的文件。</translation>
    </message>
    <message>
        <source>Use another copy of the backup. Nothing was changed.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请使用备份的另一份副本。没有任何改变。</translation>
    </message>
    <message>
        <source>The secret of the wallet is damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>钱包的钥匙已损坏。</translation>
    </message>
    <message>
        <source>Recover the wallet with your 24 recovery words.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请用24个恢复词恢复钱包。</translation>
    </message>
    <message>
        <source>The recovery phrase does not have 24 words.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>恢复短语不是24个词。</translation>
    </message>
    <message>
        <source>Compare with your note: no word may be missing or written twice.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请对照您的记录：不能少词，也不能多词。</translation>
    </message>
    <message>
        <source>One of the recovery words is not in the list of words.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>有一个恢复词不在词表中。</translation>
    </message>
    <message>
        <source>Check the spelling of that word against your note.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请对照您的记录检查这个词的拼写。</translation>
    </message>
    <message>
        <source>The recovery words do not fit together.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这些恢复词彼此不符。</translation>
    </message>
    <message>
        <source>Check each word and the order of the words against your note.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请对照您的记录检查每个词和词的顺序。</translation>
    </message>
    <message>
        <source>The list of recovery words on this device is damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>本设备上的恢复词表已损坏。</translation>
    </message>
    <message>
        <source>Install Apricot again, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请重新安装杏林，然后重试。</translation>
    </message>
    <message>
        <source>A node&apos;s answer about the shared ledger cannot be read.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点关于共享账本的答复无法读取。</translation>
    </message>
    <message>
        <source>Ask another node. If it happens again, update Apricot.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请询问另一个节点。如果再次出现，请更新杏林。</translation>
    </message>
    <message>
        <source>A node&apos;s answer does not agree with itself. It may be a forgery.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点的答复自相矛盾，可能是伪造的。</translation>
    </message>
    <message>
        <source>Do not rely on it. Ask another node, and tell your support.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>不要相信它。请询问另一个节点，并告知技术支持。</translation>
    </message>
    <message>
        <source>The node belongs to another ledger.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该节点属于另一个账本。</translation>
    </message>
    <message>
        <source>Check the list of nodes in your settings.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查设置中的节点列表。</translation>
    </message>
    <message>
        <source>This device has not looked at the ledger for so long that it can no longer check it by itself.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>本设备太久没有查看账本，已无法自行核验。</translation>
    </message>
    <message>
        <source>Scan a fresh checkpoint at a hospital or from a device that you trust.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请在医院或从您信任的设备上扫描新的检查点。</translation>
    </message>
    <message>
        <source>The ledger&apos;s block is dated in the future.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本区块的时间在未来。</translation>
    </message>
    <message>
        <source>Check the clock of this device, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查本设备的时钟，然后重试。</translation>
    </message>
    <message>
        <source>Too few of the hospitals have signed this block of the ledger.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>签署该账本区块的医院太少。</translation>
    </message>
    <message>
        <source>The hospitals that signed this block are not yet known to this device.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>本设备尚不认识签署该区块的医院。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, scan a fresh checkpoint.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请重试。如果再次出现，请扫描新的检查点。</translation>
    </message>
    <message>
        <source>The hospitals that run the ledger have changed too often to be followed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>运行账本的医院更换过于频繁，无法跟踪。</translation>
    </message>
    <message>
        <source>Two nodes show different ledgers. One of them is lying, or the ledger has been attacked.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>两个节点给出了不同的账本。其中一个在说谎，或账本受到了攻击。</translation>
    </message>
    <message>
        <source>Share nothing now. The evidence is kept; give it to your support.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>现在请不要分享任何内容。证据已保存，请交给技术支持。</translation>
    </message>
    <message>
        <source>No second node could confirm the answer.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>没有第二个节点能确认该答复。</translation>
    </message>
    <message>
        <source>Check your network, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查网络，然后重试。</translation>
    </message>
    <message>
        <source>The node&apos;s answer is older than what this device has already seen.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点的答复比本设备已看到的更旧。</translation>
    </message>
    <message>
        <source>Ask another node, or try again in a moment.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请询问另一个节点，或稍后重试。</translation>
    </message>
    <message>
        <source>The proof does not show what it claims.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该证明不能证明其所声称的内容。</translation>
    </message>
    <message>
        <source>Do not rely on it. Ask for another one.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>不要相信它。请索取另一份。</translation>
    </message>
    <message>
        <source>The copy of the ledger&apos;s state that another node offered is not the chain&apos;s.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>另一节点提供的账本状态副本与链上不符。</translation>
    </message>
    <message>
        <source>Nothing needs to be done: the node asks another one.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>无需处理：节点会询问其他节点。</translation>
    </message>
    <message>
        <source>The consortium&apos;s genesis file cannot be read.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>联盟的创世文件无法读取。</translation>
    </message>
    <message>
        <source>Compare it with the one that the other hospitals have.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请与其他医院的文件核对。</translation>
    </message>
    <message>
        <source>The consensus engine sent something that is not its protocol.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>共识引擎发来了不符合协议的内容。</translation>
    </message>
    <message>
        <source>Check that CometBFT 0.38 is installed and connected to this node alone.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请确认已安装 CometBFT 0.38，并且它只连接到本节点。</translation>
    </message>
    <message>
        <source>The node cannot listen for the consensus engine.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点无法监听共识引擎。</translation>
    </message>
    <message>
        <source>Check the address, and that no other node is running with it.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查地址，并确认没有其他节点在使用它。</translation>
    </message>
    <message>
        <source>The consensus engine asked for something out of its order.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>共识引擎的请求顺序有误。</translation>
    </message>
    <message>
        <source>Restart CometBFT. If it happens again, tell your support.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请重新启动 CometBFT。如果再次出现，请告知技术支持。</translation>
    </message>
    <message>
        <source>This node already has a ledger, so another one&apos;s state was not taken over.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>本节点已有账本，因此未接收其他节点的状态。</translation>
    </message>
    <message>
        <source>Empty the node&apos;s folder first if it is to join anew.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>如果要重新加入，请先清空节点的文件夹。</translation>
    </message>
    <message>
        <source>The node does not have that block any more.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点已不再保存该区块。</translation>
    </message>
    <message>
        <source>Ask about a later block, or ask another node.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请查询较新的区块，或询问另一个节点。</translation>
    </message>
    <message>
        <source>The consensus engine refused the request.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>共识引擎拒绝了请求。</translation>
    </message>
    <message>
        <source>Try again in a moment. If it goes on, look at the log of CometBFT.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请稍后重试。如果仍然如此，请查看 CometBFT 的日志。</translation>
    </message>
    <message>
        <source>The consensus engine&apos;s answer cannot be read.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>共识引擎的答复无法读取。</translation>
    </message>
    <message>
        <source>Check that CometBFT 0.38 is installed.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请确认已安装 CometBFT 0.38。</translation>
    </message>
    <message>
        <source>The request was sent, but it is not known yet whether it was carried out.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>请求已发出，但尚不知道是否已执行。</translation>
    </message>
    <message>
        <source>Wait a moment and look at the list of openings before you try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请稍候，先查看调阅记录，再决定是否重试。</translation>
    </message>
    <message>
        <source>The consortium&apos;s ledger has not begun yet.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>联盟的账本尚未开始。</translation>
    </message>
    <message>
        <source>Wait until enough hospitals have started their nodes.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请等待足够多的医院启动节点。</translation>
    </message>
    <message>
        <source>The receipt lacks the hospitals&apos; signatures.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>回执缺少医院的签名。</translation>
    </message>
    <message>
        <source>This device already trusts a later block of the ledger than this checkpoint.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>本设备已信任账本中比此检查点更新的区块。</translation>
    </message>
    <message>
        <source>Nothing needs to be done. If the ledger is not trusted any more, scan a newer checkpoint.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>无需任何操作。如果账本已不再受信任，请扫描更新的检查点。</translation>
    </message>
    <message>
        <source>This checkpoint contradicts the ledger that this device knows. It may be a forgery.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此检查点与本设备所知的账本相矛盾，可能是伪造的。</translation>
    </message>
    <message>
        <source>Do not use it. What was shown is kept as evidence; give it to your support, and say where the code is from.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请勿使用。所出示的内容已保留为证据；请交给支持人员，并说明此码的来源。</translation>
    </message>
    <message>
        <source>The checkpoint was not taken over.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>未采用该检查点。</translation>
    </message>
    <message>
        <source>Compare it with your own device or with the hospital&apos;s screen first.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请先与您自己的设备或医院的屏幕核对。</translation>
    </message>
    <message>
        <source>One node refused this, but no other one confirms it.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>有一个节点拒绝了此请求，但没有其他节点证实。</translation>
    </message>
    <message>
        <source>Check your network, then try again: one node alone is not believed.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查网络后重试：仅凭一个节点的说法不予采信。</translation>
    </message>
    <message>
        <source>This code is no checkpoint of a ledger.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此码不是账本的检查点。</translation>
    </message>
    <message>
        <source>Scan the code again, or ask for a new one.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请重新扫描，或索取新的码。</translation>
    </message>
    <message>
        <source>This ledger is run by one organisation and has no checkpoints.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此账本由一个机构运行，没有检查点。</translation>
    </message>
    <message>
        <source>Choose the file about a consortium with --ledger.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请用 --ledger 选择联盟的说明文件。</translation>
    </message>
    <message>
        <source>The node does not know this request.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点不认识此请求。</translation>
    </message>
    <message>
        <source>Update Apricot, or ask another node.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请更新杏林，或询问另一个节点。</translation>
    </message>
    <message>
        <source>Too many requests came from this network.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>来自此网络的请求过多。</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请等一分钟再试。</translation>
    </message>
    <message>
        <source>The node could not read the request.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点无法读取请求。</translation>
    </message>
    <message>
        <source>The node&apos;s answer cannot be read.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点的答复无法读取。</translation>
    </message>
    <message>
        <source>The file about the ledger&apos;s nodes cannot be read.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本节点的说明文件无法读取。</translation>
    </message>
    <message>
        <source>Ask the hospital for the file again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请向医院重新索取该文件。</translation>
    </message>
    <message>
        <source>The node&apos;s answer is older than what you have already done.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点的答复比您已完成的操作更旧。</translation>
    </message>
    <message>
        <source>Try again in a moment, or ask another node.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请稍后重试，或询问另一个节点。</translation>
    </message>
    <message>
        <source>The ledger has not moved for a while, so its answers may be out of date.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本已有一段时间没有更新，其答复可能已过时。</translation>
    </message>
    <message>
        <source>Check the clock of this device. If it is right, the hospitals&apos; network is at rest: try again later.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查本设备的时钟。如果时钟正确，说明医院网络暂停：请稍后重试。</translation>
    </message>
    <message>
        <source>A node said that something was done which was not.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>一个节点声称已完成实际上没有完成的操作。</translation>
    </message>
    <message>
        <source>Do not rely on that node. Ask another one, and tell your support.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>不要相信该节点。请询问另一个节点，并告知技术支持。</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another ledger.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该检查点属于另一个账本。</translation>
    </message>
    <message>
        <source>Scan a checkpoint of the ledger that you use.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请扫描您所用账本的检查点。</translation>
    </message>
    <message>
        <source>The node&apos;s options are not clear.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点的选项不明确。</translation>
    </message>
    <message>
        <source>Look at apricot-node --help.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请查看 apricot-node --help。</translation>
    </message>
    <message>
        <source>The address that the node is to serve on is not clear.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点的服务地址不明确。</translation>
    </message>
    <message>
        <source>Give it as HOST:PORT.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请以 HOST:PORT 的形式给出。</translation>
    </message>
    <message>
        <source>This organisation has used up what the consortium allows it in an hour.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该机构已用完联盟每小时允许的次数。</translation>
    </message>
    <message>
        <source>Try again in an hour, or ask the hospitals that run the ledger for more.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请一小时后重试，或向运行账本的医院申请更多次数。</translation>
    </message>
    <message>
        <source>This change of the hospitals&apos; validators is not allowed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>不允许这样更改医院的验证者。</translation>
    </message>
    <message>
        <source>Name each key once, with a power from 1 to 1,000,000 (0 removes it), and leave at least one validator.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>每把钥匙只写一次，权重为 1 到 1,000,000（0 表示移除），并至少保留一个验证者。</translation>
    </message>
    <message>
        <source>This change of the consortium is not allowed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>不允许这样更改联盟。</translation>
    </message>
    <message>
        <source>Name each administrator once, ask for the signatures of at most two thirds of them, and give a quota.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>每位管理员只写一次，所需签名不超过其人数的三分之二，并给出限额。</translation>
    </message>
    <message>
        <source>This change of the ledger&apos;s rules is not allowed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>不允许这样更改账本的规则。</translation>
    </message>
    <message>
        <source>Plan the next version, from a block that is still to come, or cancel one that is planned and has not begun.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请把下一个版本安排在尚未到来的区块，或取消已安排但尚未开始的版本。</translation>
    </message>
    <message>
        <source>The ledger has moved on to rules that this program does not know.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本已采用本程序不认识的规则。</translation>
    </message>
    <message>
        <source>Install the new version of Apricot&apos;s node.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请安装杏林节点的新版本。</translation>
    </message>
    <message>
        <source>This address of a node cannot be used.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此节点地址无法使用。</translation>
    </message>
    <message>
        <source>Give it as https://name:port.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请以 https://name:port 的形式给出。</translation>
    </message>
    <message>
        <source>The node did not answer.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点没有应答。</translation>
    </message>
    <message>
        <source>Check your network. If it goes on, ask the hospital that runs the node.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查网络。如果仍然如此，请联系运行该节点的医院。</translation>
    </message>
    <message>
        <source>The node&apos;s answer was too large.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点的答复过大。</translation>
    </message>
    <message>
        <source>Ask another node, and tell your support.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请询问另一个节点，并告知技术支持。</translation>
    </message>
    <message>
        <source>The node cannot serve on this address.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点无法在此地址提供服务。</translation>
    </message>
    <message>
        <source>Check the address, the certificate and its key.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查地址、证书及其钥匙。</translation>
    </message>
    <message>
        <source>No ledger is chosen yet: nobody could check a permission.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>还没有选择账本：没有人能核对许可。</translation>
    </message>
    <message>
        <source>Choose one under Settings. Your clinic or hospital tells you which.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请在“设置”里选择一个。您就诊的机构会告诉您用哪一个。</translation>
    </message>
    <message>
        <source>There is no place where the clinic could collect your records.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>没有可供机构领取您的记录的地方。</translation>
    </message>
    <message>
        <source>Choose a mailbox under Settings, beside the ledger.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请在“设置”里、账本旁边选择一个信箱。</translation>
    </message>
    <message>
        <source>The passphrase is too short.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>口令太短。</translation>
    </message>
    <message>
        <source>Use at least 8 characters. Four words that only you would put together are good.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>至少要8个字符。用只有您才会放在一起的四个词最好。</translation>
    </message>
    <message>
        <source>Type the same one twice.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请两次输入同样的口令。</translation>
    </message>
    <message>
        <source>The patient asked for these records to be erased by now, so they are not opened again.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>患者要求的清除时间已到，因此不再打开这些记录。</translation>
    </message>
    <message>
        <source>This is no letter that Apricot understands.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这不是杏林能读懂的来信。</translation>
    </message>
    <message>
        <source>Update Apricot. If it stays so, ask the clinic to send it again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请更新杏林。如果还是这样，请机构重新发送。</translation>
    </message>
    <message>
        <source>The letter is not signed by whom it names.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这封来信不是由其中所写的机构签名的。</translation>
    </message>
    <message>
        <source>Do not believe it. Ask the clinic whether it wrote to you.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请不要相信它。可以问问机构是否给您写过信。</translation>
    </message>
    <message>
        <source>The letter is too large to be sent.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>来信太大，无法发送。</translation>
    </message>
    <message>
        <source>Send fewer documents at once, or leave out large pictures.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请一次少发几份文件，或去掉大的图片。</translation>
    </message>
    <message>
        <source>The clinic&apos;s request is damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>机构的请求已损坏。</translation>
    </message>
    <message>
        <source>Ask the clinic to show a new code.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请机构重新出示一个码。</translation>
    </message>
    <message>
        <source>The request is not signed by whom it names.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个请求不是由其中所写的机构签名的。</translation>
    </message>
    <message>
        <source>Do not answer it. Ask at the clinic&apos;s counter.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请不要答复，到机构窗口询问。</translation>
    </message>
    <message>
        <source>Nobody could allow what is asked for here.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这里所请求的内容，谁也无法允许。</translation>
    </message>
    <message>
        <source>Choose at least one kind of record, a time of up to 366 days and up to 1000 uses.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请至少选一类记录，时间不超过 366 天，次数不超过 1000 次。</translation>
    </message>
    <message>
        <source>This is no request of a clinic.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这不是机构的请求。</translation>
    </message>
    <message>
        <source>Scan the code that the clinic shows for its request.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请扫描机构为请求出示的码。</translation>
    </message>
    <message>
        <source>A patient&apos;s message is damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>患者发来的消息已损坏。</translation>
    </message>
    <message>
        <source>Ask the patient to send it again, or to show the code.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请患者重新发送，或出示许可码。</translation>
    </message>
    <message>
        <source>A message does not open with this key.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>用这把钥匙打不开这条消息。</translation>
    </message>
    <message>
        <source>It is for somebody else or was changed on the way. Ask for it to be sent again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>它是给别人的，或在途中被改动过。请对方重新发送。</translation>
    </message>
    <message>
        <source>The message is too large to be sent.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>消息太大，无法发送。</translation>
    </message>
    <message>
        <source>Send less at once, or leave out large pictures.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请一次少发一些，或去掉大的图片。</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>Type digits only, for example 7.2.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>只输入数字，例如 7.2。</translation>
    </message>
    <message>
        <source>Nobody can have this value.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>不可能有这个数值。</translation>
    </message>
    <message>
        <source>Look at the device again and type what it shows.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请再看一下仪器，照它显示的输入。</translation>
    </message>
    <message>
        <source>This time has not come yet.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个时间还没有到。</translation>
    </message>
    <message>
        <source>Choose the day and time when it was.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择当时的日期和时间。</translation>
    </message>
    <message>
        <source>A note must have words, and not more than about two pages.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>记录不能为空，也不能超过约两页。</translation>
    </message>
    <message>
        <source>Write it shorter, or in several notes.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请写短一些，或分成几条。</translation>
    </message>
    <message>
        <source>This file cannot be kept: it is empty, larger than 40 MB, or neither a PDF nor a photo.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法保存这个文件：它是空的、大于 40 MB，或既不是 PDF 也不是照片。</translation>
    </message>
    <message>
        <source>Choose a PDF, JPEG, PNG or WebP file of at most 40 MB.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择不超过 40 MB 的 PDF、JPEG、PNG 或 WebP 文件。</translation>
    </message>
    <message>
        <source>A hospital wrote this record, so it cannot be changed here.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这条记录由医院书写，不能在这里修改。</translation>
    </message>
    <message>
        <source>Ask the hospital to correct it. You can write a note of your own about it.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请让医院更正。您可以另写一条自己的记录。</translation>
    </message>
    <message>
        <source>There is nothing in the letter.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>来信里没有内容。</translation>
    </message>
    <message>
        <source>Add a result, a prescription, a referral or a note.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请加上一项结果、处方、转诊或记录。</translation>
    </message>
    <message>
        <source>A letter does not carry a patient&apos;s personal details.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>来信不带患者的个人信息。</translation>
    </message>
    <message>
        <source>Leave the Patient out and send the rest.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请去掉个人信息，再发送其余内容。</translation>
    </message>
    <message>
        <source>The ledger does not know this desk of the clinic.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本不认识机构的这个窗口。</translation>
    </message>
    <message>
        <source>At the clinic: have the desk&apos;s key registered. As a patient: ask at the clinic&apos;s counter.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>机构：请登记该窗口的钥匙。患者：请到机构窗口询问。</translation>
    </message>
    <message>
        <source>The patient&apos;s permission is for another organisation.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>患者的许可是给另一家机构的。</translation>
    </message>
    <message>
        <source>Write only to patients who let your own organisation read.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>只能给允许本机构查看的患者写信。</translation>
    </message>
    <message>
        <source>The clinic&apos;s request has expired.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>机构的请求已过期。</translation>
    </message>
    <message>
        <source>You have answered this request before.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>您已经答复过这个请求。</translation>
    </message>
    <message>
        <source>Ask the clinic for a new one if you want to answer otherwise.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>如果想改变答复，请机构发一个新的请求。</translation>
    </message>
    <message>
        <source>There is no such request in this vault.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个保险库里没有这个请求。</translation>
    </message>
    <message>
        <source>Look at the list of open requests.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请查看待答复的请求列表。</translation>
    </message>
    <message>
        <source>This would open more than the clinic asked for.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这会打开比机构所请求的更多的内容。</translation>
    </message>
    <message>
        <source>Choose the same or less, or share by yourself instead of answering.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选同样或更少的内容，或者不答复而自己分享。</translation>
    </message>
    <message>
        <source>The request belongs to another ledger than yours.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个请求属于另一个账本，不是您的。</translation>
    </message>
    <message>
        <source>Ask the clinic which ledger it uses, and choose it under Settings.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请问机构用的是哪个账本，并在设置里选择它。</translation>
    </message>
    <message>
        <source>Too many requests wait for your answer.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>等您答复的请求太多了。</translation>
    </message>
    <message>
        <source>Answer or decline some of them first.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请先答复或谢绝其中一些。</translation>
    </message>
    <message>
        <source>This is no history that Apricot wrote.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这不是杏林写的历史文件。</translation>
    </message>
    <message>
        <source>Choose the file that was exported as history.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择导出为历史的文件。</translation>
    </message>
    <message>
        <source>The history says something that its proofs do not.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这份历史所说的与其中的证明不符。</translation>
    </message>
    <message>
        <source>Do not believe it. Ask for a new one.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请不要相信它，要一份新的。</translation>
    </message>
    <message>
        <source>What the vault keeps of a letter cannot be read.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>保险库里保存的来信无法读取。</translation>
    </message>
    <message>
        <source>Update Apricot, or restore a backup.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请更新杏林，或从备份恢复。</translation>
    </message>
    <message>
        <source>A PIN is 6 digits or more, and nothing but digits.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>PIN 码须为 6 位或更多位数字，不能有其他字符。</translation>
    </message>
    <message>
        <source>Choose a longer one.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选一个更长的。</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个 PIN 码太容易被猜到。</translation>
    </message>
    <message>
        <source>Choose digits without a pattern, and not your birthday.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择没有规律的数字，也不要用您的生日。</translation>
    </message>
    <message>
        <source>This PIN is not right.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>PIN 码不正确。</translation>
    </message>
    <message>
        <source>Try again, or use your passphrase. After five wrong tries only the passphrase opens your records.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请再试一次，或使用口令。输错五次后，只有口令能打开您的记录。</translation>
    </message>
    <message>
        <source>The quick way in is no longer valid on this device.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此设备上的快速打开方式已失效。</translation>
    </message>
    <message>
        <source>Use your passphrase. You can set a new PIN in the settings afterwards.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请使用口令。之后可以在设置中重新设定 PIN 码。</translation>
    </message>
    <message>
        <source>The file for the quick way in is damaged or was changed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>快速打开方式的文件已损坏或被改动。</translation>
    </message>
    <message>
        <source>Use your passphrase, then set a new PIN in the settings. Your records are not affected.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请使用口令，然后在设置中重新设定 PIN 码。您的记录不受影响。</translation>
    </message>
    <message>
        <source>No PIN and no fingerprint is set up for this vault on this device.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此设备上没有为这个保险库设定 PIN 码或指纹。</translation>
    </message>
    <message>
        <source>Use your passphrase. A PIN can be set in the settings.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请使用口令。可以在设置中设定 PIN 码。</translation>
    </message>
    <message>
        <source>This clinic is not registered to open records for this purpose, or records this private.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>该机构未登记此用途，或无权打开这样私密的记录。</translation>
    </message>
    <message>
        <source>Leave out the most private records, or choose another purpose. Nothing was shared.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请去掉最私密的记录，或选择其他用途。没有分享任何内容。</translation>
    </message>
    <message>
        <source>More than 1000 records would have to be chosen one by one.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>需要逐条选定的记录超过1000条。</translation>
    </message>
    <message>
        <source>Choose whole kinds of records, or fewer single ones.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请按类别选择，或减少单条记录。</translation>
    </message>
    <message>
        <source>This file holds no Apricot code.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此文件里没有杏林的码。</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .apricot, or ask for it again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选择以 .apricot 结尾的文件，或请对方重新提供。</translation>
    </message>
    <message>
        <source>As many visits are open here as this counter keeps at once.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这里同时打开的就诊已达上限。</translation>
    </message>
    <message>
        <source>Finish one of them, then open this one. Its permission was not used up.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请先结束其中一次，再打开这一次。许可的次数没有消耗。</translation>
    </message>
    <message>
        <source>The records are more than this counter can hold in memory.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>记录太多，窗口的内存放不下。</translation>
    </message>
    <message>
        <source>Ask the patient to share fewer records, for this visit only.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请患者只分享这次就诊所需的较少记录。</translation>
    </message>
    <message>
        <source>This visit is over and its records are erased.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这次就诊已结束，记录已删除。</translation>
    </message>
    <message>
        <source>Ask the patient for a new permission if you need them again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>如需再次查看，请患者给予新的许可。</translation>
    </message>
    <message>
        <source>This name cannot be added: it is empty, too long, or there already.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>不能添加这个名字：它是空的、太长或已存在。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请另选一个名字。</translation>
    </message>
    <message>
        <source>Use at least 4 characters that are not all the same.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请至少用 4 个不全相同的字符。</translation>
    </message>
    <message>
        <source>The PIN is not right.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>PIN 不对。</translation>
    </message>
    <message>
        <source>Type it again. After 5 wrong ones the counter&apos;s passphrase is needed.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请重新输入。错 5 次后需要窗口的口令。</translation>
    </message>
    <message>
        <source>Too many wrong PINs were typed for this name.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个名字的 PIN 输错次数太多。</translation>
    </message>
    <message>
        <source>Lock the counter and open it with its passphrase.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请锁定窗口，再用口令打开。</translation>
    </message>
    <message>
        <source>Too many letters wait to be sent.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>等候发出的信件太多。</translation>
    </message>
    <message>
        <source>Send those that wait first.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请先发出等候的信件。</translation>
    </message>
    <message>
        <source>The mailbox cannot be reached now.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>现在连不上信箱。</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查网络后重试。</translation>
    </message>
    <message>
        <source>Something is missing in the form, or is not a number where one is needed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>表单里缺少内容，或应填数字处不是数字。</translation>
    </message>
    <message>
        <source>Look at the field that is named, then go on.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请查看所指出的栏目，再继续。</translation>
    </message>
    <message>
        <source>This device has no safe place for keys that Apricot could use.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此设备上没有杏林可以使用的钥匙保管处。</translation>
    </message>
    <message>
        <source>Use your passphrase. On Linux, a key ring (GNOME Keyring, KWallet) is that place.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请使用口令。在 Linux 上，密钥环（GNOME Keyring、KWallet）就是这样的保管处。</translation>
    </message>
    <message>
        <source>The device&apos;s key ring did not do what was asked.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此设备的密钥环没有照办。</translation>
    </message>
    <message>
        <source>Unlock the key ring and try again, or use your passphrase.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请解锁密钥环后再试，或使用口令。</translation>
    </message>
    <message>
        <source>There is no camera here that Apricot could use.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这里没有杏林可以使用的摄像头。</translation>
    </message>
    <message>
        <source>Use a picture of the code, the clipboard, what this screen shows, or a hand scanner.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请使用二维码的图片、剪贴板、此屏幕上显示的内容，或手持扫码枪。</translation>
    </message>
    <message>
        <source>The camera does not work.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>摄像头无法工作。</translation>
    </message>
    <message>
        <source>Allow Apricot to use it, and close other programs that do; or use a picture of the code.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请允许杏林使用摄像头，并关闭其他正在使用它的程序；或使用二维码的图片。</translation>
    </message>
    <message>
        <source>This system does not let an app look at the screen.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此系统不允许应用查看屏幕。</translation>
    </message>
    <message>
        <source>Take a picture of the screen with the system&apos;s own tool, then choose it here or paste it.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请用系统自带的截图工具截取屏幕，然后在这里选择或粘贴该图片。</translation>
    </message>
    <message>
        <source>The clipboard holds neither a code nor a picture of one.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>剪贴板里既没有二维码内容，也没有二维码图片。</translation>
    </message>
    <message>
        <source>Copy the code or its picture first, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请先复制二维码内容或其图片，然后再试。</translation>
    </message>
    <message>
        <source>This system shows no messages for apps.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此系统不为应用显示消息。</translation>
    </message>
    <message>
        <source>Open Apricot to see what is new.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请打开杏林查看新内容。</translation>
    </message>
    <message>
        <source>These records are only shown here and are not kept in a file.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这些记录只在此显示，不保存在文件中。</translation>
    </message>
    <message>
        <source>Export them if they may be kept.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>如果允许保留，请导出。</translation>
    </message>
    <message>
        <source>What was typed twice is not the same.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>两次输入的内容不一样。</translation>
    </message>
    <message>
        <source>This code has several parts, and not all of them were read, or they belong to different codes.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个二维码分成几部分，还没有全部读到，或者它们不属于同一个码。</translation>
    </message>
    <message>
        <source>Keep the camera on the moving code until all parts are read, or scan every part. If it stays so, ask for a new code.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请让摄像头一直对准变动的二维码，直到全部读完；如果是印在纸上的，请把每一部分都扫一遍。还是不行的话，请对方重新出示一个码。</translation>
    </message>
    <message>
        <source>A public key in this is not a real one.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>其中的一个公钥不是真正的钥匙。</translation>
    </message>
    <message>
        <source>Ask whoever made it to make it again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请制作者重新制作。</translation>
    </message>
    <message>
        <source>The parts of a key do not belong together.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>钥匙的各部分不属于同一整体。</translation>
    </message>
    <message>
        <source>Too few nodes released their part of the key.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>交出自己那部分钥匙的节点太少。</translation>
    </message>
    <message>
        <source>Try again in a few minutes: opening again needs no other redemption within 24 hours. If it stays so, tell the administrators of the nodes.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请过几分钟再试：24小时内再次打开无需重新兑现。如果仍然如此，请告知节点管理员。</translation>
    </message>
    <message>
        <source>The file of this node&apos;s own keys is damaged.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>本节点自身钥匙的文件已损坏。</translation>
    </message>
    <message>
        <source>Restore it from the node&apos;s backup. What was sealed to keys that are lost stays closed.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请从节点备份中恢复。封给已丢失钥匙的内容将无法打开。</translation>
    </message>
    <message>
        <source>The file of this node&apos;s own keys cannot be locked.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法锁定本节点自身钥匙的文件。</translation>
    </message>
    <message>
        <source>Check that the folder can be written and that the disk is not full.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查文件夹是否可写、磁盘是否已满。</translation>
    </message>
    <message>
        <source>It is not known here to which nodes the key of these records could be sealed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此处尚不知道这些记录的钥匙可以封给哪些节点。</translation>
    </message>
    <message>
        <source>Go online once, then share again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请联网一次，然后重新分享。</translation>
    </message>
    <message>
        <source>That file is, or may be, part of a health record or a ledger. Nothing was written.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个文件是（或可能是）健康档案或账本的一部分。没有写入任何内容。</translation>
    </message>
    <message>
        <source>Choose another name, best in a folder of its own.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请换一个名称，最好放在单独的文件夹里。</translation>
    </message>
    <message>
        <source>There is a file of that name already. Nothing was written.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>已经有一个同名文件。没有写入任何内容。</translation>
    </message>
    <message>
        <source>Choose another name, or say that it is to be replaced (on the command line: --replace).</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请换一个名称，或说明要替换它（命令行：--replace）。</translation>
    </message>
    <message>
        <source>The question to the network was stopped here.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>对网络的询问已在本机停止。</translation>
    </message>
    <message>
        <source>Open your record and try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请打开档案后再试。</translation>
    </message>
    <message>
        <source>This record has more parts than any record needs.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这条记录的组成部分多得不正常。</translation>
    </message>
    <message>
        <source>The ledger does not do this yet: its rules are of an older version.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本现在还不能办这件事：它用的规则是较早的版本。</translation>
    </message>
    <message>
        <source>Wait until the planned change of the rules, or ask the hospitals that run the ledger.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请等到计划好的规则更换之后，或者询问运行账本的医院。</translation>
    </message>
    <message>
        <source>A node with this key is already registered.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>已经登记过使用这把钥匙的节点。</translation>
    </message>
    <message>
        <source>Choose another key, or change the registered node.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请换一把钥匙，或者更改已登记的节点。</translation>
    </message>
    <message>
        <source>The description of the node is not complete or not allowed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点的说明不完整，或者不符合要求。</translation>
    </message>
    <message>
        <source>Check its address, and the organisations that run it and that it acts for.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查节点的地址、由谁运行以及为哪些机构服务。</translation>
    </message>
    <message>
        <source>The ledger does not know this node.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>账本里没有这个节点。</translation>
    </message>
    <message>
        <source>The node&apos;s keys are for months that are over or too far ahead.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点的钥匙所对应的月份已经过去，或者离现在太远。</translation>
    </message>
    <message>
        <source>Check the clock of the node, then let it publish its keys again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查节点的时钟，然后让它重新公布钥匙。</translation>
    </message>
    <message>
        <source>This authorisation was first used at another organisation, and holds there only.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此授权首次使用于另一家机构，只在该机构有效。</translation>
    </message>
    <message>
        <source>Ask the person for an authorisation for your organisation.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请对方另外签发一份给贵机构的授权。</translation>
    </message>
    <message>
        <source>An organisation of this kind may not redeem permissions for this purpose.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这一类机构不得为此用途兑现许可。</translation>
    </message>
    <message>
        <source>Check what your organisation is registered as, or ask for a permission for another purpose.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请核对贵机构登记的类别，或请对方给出其他用途的许可。</translation>
    </message>
    <message>
        <source>The rules of the ledger ask for a higher grade of organisation for this purpose.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>按账本的规则，此用途需要更高等级的机构。</translation>
    </message>
    <message>
        <source>Refer the patient to an organisation of that grade, or ask the consortium about your grade.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请将患者转到相应等级的机构，或向联盟核实贵机构的等级。</translation>
    </message>
    <message>
        <source>This desk may not open records as private as these.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此窗口不得打开如此私密的记录。</translation>
    </message>
    <message>
        <source>Have it redeemed at a desk that may, or ask your administrator to raise this desk&apos;s level.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请到有权限的窗口兑现，或请管理员提高此窗口的级别。</translation>
    </message>
    <message>
        <source>The rules of the ledger do not let your organisation or this profession open records as private as these for this purpose.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>按账本的规则，贵机构或该职业不得为此用途打开如此私密的记录。</translation>
    </message>
    <message>
        <source>Ask the patient for a permission that opens less, or have it redeemed by a profession that may.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请患者给出开放较少内容的许可，或由有权限的职业人员兑现。</translation>
    </message>
    <message>
        <source>This rule of who may open what is not within what is allowed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这条关于谁可以打开什么的规则不在允许的范围内。</translation>
    </message>
    <message>
        <source>Name roles, purposes, professions, a level from 1 to 5 and a grade from 0 to 3.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请填写机构类别、用途、职业、1至5的级别和0至3的等级。</translation>
    </message>
    <message>
        <source>This restriction of an organisation is not within what is allowed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>对机构的这项限制不在允许的范围内。</translation>
    </message>
    <message>
        <source>Name one of the reasons, how many openings an hour are left, and until when.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请填写限制的原因、每小时剩余的打开次数和截止时间。</translation>
    </message>
    <message>
        <source>What was left at this mailbox is not signed by whom it says, or was meant for another mailbox.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>放入此信箱的内容不是由其所称的人签名，或者是给另一个信箱的。</translation>
    </message>
    <message>
        <source>Send it again from the device that gave the permission.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请从给出许可的设备上重新发送。</translation>
    </message>
    <message>
        <source>This request was answered before.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>此请求此前已经答复过。</translation>
    </message>
    <message>
        <source>Ask anew. If somebody else sent it, tell your administrator.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请重新请求。如果是别人发出的，请告知管理员。</translation>
    </message>
    <message>
        <source>None of the nodes that answer is the one that was asked for.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>有应答的节点中没有所请求的那个。</translation>
    </message>
    <message>
        <source>Check the connection, then try again. If it stays so, ask for a new consortium file.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查网络后重试。如果仍然如此，请索取新的联盟文件。</translation>
    </message>
    <message>
        <source>No node would carry this request to another.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>没有节点愿意把此请求转给另一个节点。</translation>
    </message>
    <message>
        <source>Check the connection, then try again later.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查网络，稍后再试。</translation>
    </message>
    <message>
        <source>The node has too much to do and refused this.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>节点过于繁忙，拒绝了此请求。</translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请稍等片刻再试。</translation>
    </message>
    <message>
        <source>The clinic&apos;s mailbox cannot be reached now.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>现在无法连接到机构的信箱。</translation>
    </message>
    <message>
        <source>The records wait here and are sent later. Until then the clinic cannot open them.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>记录保存在本机，稍后发送。在此之前，医疗机构无法打开。</translation>
    </message>
    <message>
        <source>What stands in this proposal cannot be told.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>无法说明此提案的内容。</translation>
    </message>
    <message>
        <source>Do not sign it. Ask whoever wrote it to write it with this version of the program.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请不要签名。请提案人用此版本的程序重新编写。</translation>
    </message>
    <message>
        <source>The proposal was shown and not agreed to. Nothing was signed.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>提案已显示，但未获同意。没有签名。</translation>
    </message>
    <message>
        <source>Read what it does, then answer yes, or run the command again with --yes.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请阅读其内容后回答“是”，或在命令中加上 --yes 重新运行。</translation>
    </message>
    <message>
        <source>This permission stands on another ledger than the one that is chosen here.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这份许可记在另一个账本上，不是这里选用的账本。</translation>
    </message>
    <message>
        <source>Choose the ledger that it was given on, then try again.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请选用给出许可时的账本，然后再试。</translation>
    </message>
    <message>
        <source>Too much of this file is no health record, so it cannot be kept whole. Nothing was added.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个文件中不是健康记录的内容太多，无法完整保存。没有添加任何内容。</translation>
    </message>
    <message>
        <source>Ask whoever gave you the file for the records alone.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请向给您文件的一方只要记录本身。</translation>
    </message>
    <message>
        <source>The node could not show that it is the one it should be.</source>
        <extracomment>An error shown to the user</extracomment>
        <translation>这个节点无法证明它就是应该联系的节点。</translation>
    </message>
    <message>
        <source>Check the date and time of this device, and the node&apos;s address. If they are right, ask whoever runs the node for its certificate: the file lies beside the ledger&apos;s.</source>
        <extracomment>What to do about the error</extracomment>
        <translation>请检查本设备的日期和时间以及节点的地址。如果都正确，请向运行该节点的一方索取它的证书：证书文件放在账本文件旁边。</translation>
    </message>
</context>
<context>
    <name>Topic</name>
    <message>
        <source>Heart and blood pressure</source>
        <extracomment>A topic that records can be shared by</extracomment>
        <translation>心脏与血压</translation>
    </message>
    <message>
        <source>Diabetes</source>
        <extracomment>A topic that records can be shared by</extracomment>
        <translation>糖尿病</translation>
    </message>
    <message>
        <source>Lungs and breathing</source>
        <extracomment>A topic that records can be shared by</extracomment>
        <translation>肺与呼吸</translation>
    </message>
    <message>
        <source>Kidneys and urine</source>
        <extracomment>A topic that records can be shared by</extracomment>
        <translation>肾与泌尿</translation>
    </message>
    <message>
        <source>Cancer</source>
        <extracomment>A topic that records can be shared by</extracomment>
        <translation>肿瘤</translation>
    </message>
    <message>
        <source>Pregnancy and birth</source>
        <extracomment>A topic that records can be shared by</extracomment>
        <translation>怀孕与分娩</translation>
    </message>
    <message>
        <source>Mental health</source>
        <extracomment>A topic that records can be shared by</extracomment>
        <translation>心理健康</translation>
    </message>
    <message>
        <source>Bones and joints</source>
        <extracomment>A topic that records can be shared by</extracomment>
        <translation>骨与关节</translation>
    </message>
    <message>
        <source>Stomach, bowels and liver</source>
        <extracomment>A topic that records can be shared by</extracomment>
        <translation>胃肠与肝</translation>
    </message>
    <message>
        <source>Eyes</source>
        <extracomment>A topic that records can be shared by</extracomment>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>Brain and nerves</source>
        <extracomment>A topic that records can be shared by</extracomment>
        <translation>脑与神经</translation>
    </message>
</context>
</TS>
