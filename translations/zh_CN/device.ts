<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Guard</name>
    <message>
        <source>Apricot hides your records while you are elsewhere. Come back to see them.</source>
        <extracomment>Over the whole window while another program is in front</extracomment>
        <translation>您离开时，杏林会遮住您的记录。回到这里即可查看。</translation>
    </message>
</context>
<context>
    <name>KeySafe</name>
    <message>
        <source>This is a simulated key ring, for trying things out. It protects nothing, and forgets everything when Apricot is closed.</source>
        <extracomment>What the place for keys is, on the settings screen</extracomment>
        <translation>这是模拟的密钥环，仅供试用。它不提供任何保护，关闭杏林后一切都会忘记。</translation>
    </message>
    <message>
        <source>This device has no key ring that Apricot could use, so only your passphrase opens your records.</source>
        <extracomment>What the place for keys is, on the settings screen</extracomment>
        <translation>此设备没有杏林可以使用的密钥环，因此只有口令能打开您的记录。</translation>
    </message>
    <message>
        <source>This device has a key ring. Apricot can keep a key in it, so that a short PIN is enough on this device.</source>
        <extracomment>What the place for keys is, on the settings screen</extracomment>
        <translation>此设备有密钥环。杏林可以把一把钥匙存放其中，这样在此设备上只需短短的 PIN 码。</translation>
    </message>
    <message>
        <source>Your finger or face opens your records on this device: the device itself keeps the key back until it knows you. Whoever is known to this device as you can open them.</source>
        <extracomment>What a fingerprint protects and what not, where it is switched on</extracomment>
        <translation>您的指纹或面容可在此设备上打开您的记录：设备在认出您之前不会交出钥匙。凡被此设备认作您的人，都能打开记录。</translation>
    </message>
    <message>
        <source>Your finger opens your records on this device, as a convenience: this computer tells Apricot that it was you, and the key lies in your key ring, which is open while you are logged in. Whoever uses this computer as you could take it without your finger. A PIN protects better, the passphrase best.</source>
        <extracomment>What a fingerprint protects and what not, where it is switched on</extracomment>
        <translation>您的指纹可在此设备上打开您的记录，这只是图个方便：电脑告诉杏林那是您本人，而钥匙放在您的密钥环里，您登录期间密钥环是打开的。以您的身份使用这台电脑的人，不用您的指纹也能取走钥匙。PIN 码保护得更好，口令最好。</translation>
    </message>
    <message>
        <source>That was not a finger this device knows. Try again, or use your PIN or passphrase.</source>
        <extracomment>After a finger that is not the right one</extracomment>
        <translation>此设备不认识这个指纹。请再试一次，或使用 PIN 码或口令。</translation>
    </message>
    <message>
        <source>The fingerprint reader does not answer. Use your PIN or passphrase.</source>
        <extracomment>When the fingerprint reader does not work</extracomment>
        <translation>指纹识别器没有反应。请使用 PIN 码或口令。</translation>
    </message>
    <message>
        <source>A PIN opens your records on this device only. After five wrong tries it is gone and your passphrase is needed, so do not forget the passphrase. Whoever copies your files, but has not this device&apos;s key ring, can do nothing with the PIN. Whoever gets into the key ring, for example by knowing how you log in here, could try out all PINs within days. Your passphrase is the stronger lock.</source>
        <extracomment>What a PIN protects and what not, where it is switched on</extracomment>
        <translation>PIN 码只能在此设备上打开您的记录。输错五次后它即失效，需要使用口令，所以请勿忘记口令。复制了您的文件、但没有此设备密钥环的人，拿到 PIN 码也无济于事。能进入密钥环的人（例如知道您如何登录此设备的人）可以在几天之内试遍所有 PIN 码。口令是更牢固的锁。</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>The printer did not take it. See whether it is switched on and has paper, or write a PDF file instead.</source>
        <extracomment>The printer did not take a page</extracomment>
        <translation>打印机没有接收。请看打印机是否开着、有没有纸，或改为保存成PDF文件。</translation>
    </message>
    <message>
        <source>The pages could not be made. Close other programs and try again.</source>
        <extracomment>A PDF file could not be made</extracomment>
        <translation>页面未能生成。请关闭其他程序后再试。</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Replace the file that is there?</source>
        <extracomment>Asks before a file is written over</extracomment>
        <translation>要替换已有的文件吗？</translation>
    </message>
    <message>
        <source>There is a file %1 already. What is in it will be gone.</source>
        <extracomment>Asks before a file is written over; %1 is its name</extracomment>
        <translation>已经有一个文件 %1。其中的内容将不复存在。</translation>
    </message>
    <message>
        <source>Yes, replace it</source>
        <extracomment>Button: writes over a file</extracomment>
        <translation>是，替换它</translation>
    </message>
</context>
<context>
    <name>ScanView</name>
    <message>
        <source>Hold the code in front of the camera, inside the frame. It is read by itself.</source>
        <extracomment>Above the camera&apos;s picture</extracomment>
        <translation>把二维码放在摄像头前的方框内，会自动读取。</translation>
    </message>
    <message>
        <source>The camera&apos;s picture</source>
        <extracomment>Name of the camera&apos;s picture, for screen readers</extracomment>
        <translation>摄像头画面</translation>
    </message>
    <message>
        <source>The camera starts</source>
        <extracomment>Name of the camera&apos;s picture before it shows something</extracomment>
        <translation>摄像头正在启动</translation>
    </message>
    <message>
        <source>Paste what was copied</source>
        <extracomment>Button: reads a code, or a picture of one, that was copied</extracomment>
        <translation>粘贴已复制的内容</translation>
    </message>
    <message>
        <source>Look at this screen</source>
        <extracomment>Button: reads a code that another program shows on this screen</extracomment>
        <translation>查看此屏幕</translation>
    </message>
    <message>
        <source>Other camera</source>
        <extracomment>Button: the next camera of several</extracomment>
        <translation>换一个摄像头</translation>
    </message>
    <message>
        <source>Light off</source>
        <extracomment>Button: the camera&apos;s own lamp</extracomment>
        <translation>关灯</translation>
    </message>
    <message>
        <source>Light on</source>
        <extracomment>Button: the camera&apos;s own lamp</extracomment>
        <translation>开灯</translation>
    </message>
    <message>
        <source>Reading the picture …</source>
        <extracomment>While a picture is searched for a code</extracomment>
        <translation>正在读取图片……</translation>
    </message>
    <message>
        <source>This is a simulated camera: it plays pictures from a folder.</source>
        <extracomment>Below the camera&apos;s picture when it is not a real camera</extracomment>
        <translation>这是模拟的摄像头：它播放文件夹里的图片。</translation>
    </message>
    <message>
        <source>%1 of %2 parts are read. Go on until all are there.</source>
        <extracomment>A code in several parts is being read; %1 of %2 parts are there</extracomment>
        <translation>已读到 %1 部分，共 %2 部分。请继续，直到全部读完。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <extracomment>Button: reads a code from a file, a picture of it or NAME.apricot</extracomment>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>A picture or file can also be dropped here. A hand scanner needs no button: just scan.</source>
        <extracomment>Below the ways to bring in a code</extracomment>
        <translation>也可以把图片或文件拖到这里。用扫码枪时不用按任何按钮，直接扫就行。</translation>
    </message>
    <message>
        <source>A picture of the code, or the code as a file</source>
        <extracomment>Heading of a window that chooses a file</extracomment>
        <translation>二维码的图片，或保存成文件的码</translation>
    </message>
    <message>
        <source>Pictures and codes (*.png *.jpg *.jpeg *.webp *.apricot)</source>
        <extracomment>Kinds of file to choose from</extracomment>
        <translation>图片和码文件 (*.png *.jpg *.jpeg *.webp *.apricot)</translation>
    </message>
    <message>
        <source>Something was scanned, and it is no code of Apricot or not the whole of one. Scan it again.</source>
        <extracomment>A hand scanner&apos;s keys did not all arrive</extracomment>
        <translation>扫到了内容，但不是杏林的二维码，或不完整。请再扫一次。</translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>This device has no voice for your language, so it cannot read to you. Whoever looks after the device for you can add a voice.</source>
        <extracomment>Where the app would read a summary aloud, but no voice is installed</extracomment>
        <translation>这台设备里没有您这种语言的朗读声音，没法读给您听。可以请帮您照看设备的人装上一个。</translation>
    </message>
</context>
</TS>
