<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>程序用到的软件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>It stands on the work of others:</source>
        <translation>它用到了这些开源软件：</translation>
    </message>
    <message>
        <source>Repurchase Matrix {0}</source>
        <translation>复购矩阵 {0}</translation>
    </message>
    <message>
        <source>Whom to hire, on which offer, for how much, and why. Works without a network; your data stays on this machine.</source>
        <translation>找哪些达人、怎么合作、花多少钱、为什么。不用联网，数据只留在这台电脑上。</translation>
    </message>
    <message>
        <source>Licence of the program: MIT</source>
        <translation>本程序的许可证：MIT</translation>
    </message>
</context>
<context>
    <name>BackupsView</name>
    <message>
        <source>A backup is made by itself when a project is opened or closed and before anything that cannot be undone, if something has changed. The last ten are kept, and one a day for two weeks.</source>
        <translation>打开、关闭项目时，以及做无法撤销的事之前，只要内容有变化就自动备份。保留最近十份，另外两周内每天留一份。</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Open a copy…</source>
        <translation>打开副本…</translation>
    </message>
    <message>
        <source>Save a backup now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>No backup yet. Save one now, or go on: one is made when you close the project.</source>
        <translation>还没有备份。可以现在备份一份；关闭项目时也会自动备份。</translation>
    </message>
    <message>
        <source>Backups are kept in {0}</source>
        <translation>备份放在 {0}</translation>
    </message>
    <message>
        <source>Go back to the backup of {0}?</source>
        <translation>恢复到 {0} 的备份？</translation>
    </message>
    <message>
        <source>The project becomes what it was then. Its present state is backed up first, so you can come back to it. Steps made before cannot be undone any more.</source>
        <translation>项目会变回当时的样子。现在的内容会先备份，想回来随时可以。之前的步骤将不能再撤销。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Bookings</name>
    <message>
        <source>Booked already</source>
        <translation>已经谈定的合作</translation>
    </message>
    <message>
        <source>Choose a host of the plan and press “Booked…”: the plan is made around this host. Once a session has run, enter its results: the next plan does not count it any more.</source>
        <translation>选中方案里的达人，点“谈定…”：方案会围绕他来安排。场次播完后填入复盘数据，下次的方案就不再算它。</translation>
    </message>
    <message>
        <source>Count from this day</source>
        <translation>从这天算起</translation>
    </message>
    <message>
        <source>First day of the results that count</source>
        <translation>从哪天起的结果算数</translation>
    </message>
    <message>
        <source>When these were booked is not known, so no result takes them off: {0}. Is one over, press × beside it; else say from which day on results are theirs.</source>
        <translation>这些是哪天谈定的，没有记下来，所以填了结果也不会划掉：{0}。播完的点旁边的 ×；没播完的请告诉程序，从哪天起的结果算他们的。</translation>
    </message>
    <message>
        <source>Sessions booked</source>
        <translation>谈定的场次</translation>
    </message>
    <message>
        <source>No longer booked</source>
        <translation>取消谈定</translation>
    </message>
</context>
<context>
    <name>BulkEdit</name>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message numerus="yes">
        <source>Change %n row(s)</source>
        <translation>
            <numerusform>修改 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>All chosen rows get this text. One “Undo” takes it back.</source>
        <translation>选中的每一行都改成这个内容；按一次“撤销”可全部改回。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>改哪一项</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>新内容</translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message>
        <source>Calendar of sessions</source>
        <translation>场次日历</translation>
    </message>
    <message>
        <source>Arrows choose a session, with Ctrl they move it by a day or a week.</source>
        <translation>方向键选场次，按住 Ctrl 移动一天或一周。</translation>
    </message>
    <message>
        <source>The days with their sessions, holidays and festivals appear once the plan is placed.</source>
        <translation>排期之后，这里会显示每天的场次、假日和节日。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day of the session</source>
        <translation>这一场的日期</translation>
    </message>
    <message>
        <source>Back to the proposed day</source>
        <translation>放回建议的日期</translation>
    </message>
    <message>
        <source>Nothing speaks against this day.</source>
        <translation>这一天没有问题。</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>留意</translation>
    </message>
    <message>
        <source>Choose a session</source>
        <translation>选一场看看</translation>
    </message>
    <message>
        <source>Drag it to another day, or press Ctrl and an arrow key; while you hold it, each day says what speaks against it.</source>
        <translation>拖到别的日子，或按 Ctrl 加方向键，即可改期；拖着的时候，会说明那一天有什么问题。</translation>
    </message>
    <message>
        <source>Against this day</source>
        <translation>这一天的问题</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>文字版</translation>
    </message>
    <message>
        <source>Read this chart as text, and copy it</source>
        <translation>用文字看这张图，可以复制</translation>
    </message>
    <message>
        <source>As text: {0}</source>
        <translation>文字版：{0}</translation>
    </message>
    <message>
        <source>There is too little room for this chart: make the window larger.</source>
        <translation>这里太窄，画不下这张图：请把窗口拉大。</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>This chart could not be drawn. The log says why.</source>
        <translation>图表没能画出来，原因见日志。</translation>
    </message>
    <message>
        <source>The picture could not be saved. Choose another folder.</source>
        <translation>图片没能保存，请换一个文件夹。</translation>
    </message>
    <message>
        <source>Show as text…</source>
        <translation>看文字版…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存为 PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>另存为 SVG…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
</context>
<context>
    <name>ClaimDialog</name>
    <message>
        <source>What is claimed (dot) beside what eight in ten reach (band)</source>
        <translation>圆点是对方说的，色带是五个同类里四个做到的</translation>
    </message>
    <message>
        <source>Check a claim</source>
        <translation>核话术</translation>
    </message>
    <message>
        <source>Type what a host or an agency claims, as it was said. Add followers, views, the price or proven sales where you know them: the answer becomes sharper.</source>
        <translation>把达人或机构说的话原样打进来。知道粉丝数、观看、客单价或月销就一起写上，结论会更准。</translation>
    </message>
    <message>
        <source>The claim</source>
        <translation>对方说的话</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核一下</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There is nothing here that could be checked.</source>
        <translation>这句话里没有能核的说法。</translation>
    </message>
    <message>
        <source>Name a figure: what is earned a day, what is sold in how many days (GMV), how many are sold in how long, or what an account is worth.</source>
        <translation>请写明数字：一天赚多少、近多少天 GMV 多少、多久卖多少单，或账号值多少钱。</translation>
    </message>
    <message>
        <source>The answer comes here: whether to believe it, what would have to be true, and what to ask for.</source>
        <translation>结果显示在这里：能不能信，要做到得有什么条件，该让对方拿什么出来。</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Host</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>人数占比</translation>
    </message>
    <message>
        <source>Net spend</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Of all net</source>
        <translation>占净额</translation>
    </message>
    <message>
        <source>Each time</source>
        <translation>每次</translation>
    </message>
    <message>
        <source>Next 90 days</source>
        <translation>未来 90 天</translation>
    </message>
    <message>
        <source>Purchases expected by the purchase model</source>
        <translation>按购买规律推算的购买次数</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>预计花费</translation>
    </message>
    <message>
        <source>What they are expected to spend in the next 90 days</source>
        <translation>未来 90 天预计花费</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Middle of the gaps between their purchases</source>
        <translation>两次购买间隔的中间值：一半更短，一半更长</translation>
    </message>
    <message>
        <source>Buy next</source>
        <translation>接着买</translation>
    </message>
    <message>
        <source>What they buy next most likely, by what such customers bought after the same, and how many of them</source>
        <translation>他们接下来最可能买什么、占多少人：按同类顾客买过同样商品之后买了什么推算</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期未购</translation>
    </message>
    <message>
        <source>Have waited longer than is usual for them, and are probably still customers</source>
        <translation>等得比平常久，但很可能还是顾客</translation>
    </message>
    <message>
        <source>Host id</source>
        <translation>达人 ID</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>合作方式</translation>
    </message>
    <message>
        <source>Sessions × slot fee + commission; ≈ estimated, ask for a quote</source>
        <translation>场次 × 坑位费 + 佣金率；≈ 表示估算，请询价</translation>
    </message>
    <message>
        <source>Commission steps</source>
        <translation>阶梯佣金</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Slot fees of all sessions, paid whatever is sold</source>
        <translation>全部场次的坑位费，卖多卖少都要付</translation>
    </message>
    <message>
        <source>Own hours</source>
        <translation>自己人工时</translation>
    </message>
    <message>
        <source>Cost of own hours</source>
        <translation>工时折钱</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>预计订单</translation>
    </message>
    <message>
        <source>Expected paid orders, and the range that holds eight times in ten</source>
        <translation>预计付款订单，括号内是八成情况下的范围</translation>
    </message>
    <message>
        <source>Orders (eight times in ten)</source>
        <translation>预计订单（八成情况）</translation>
    </message>
    <message>
        <source>Orders, low</source>
        <translation>订单下限</translation>
    </message>
    <message>
        <source>Orders, high</source>
        <translation>订单上限</translation>
    </message>
    <message>
        <source>First sale</source>
        <translation>首单利润</translation>
    </message>
    <message>
        <source>What the first orders earn after fee, commission and returns</source>
        <translation>首单扣除坑位费、佣金和退货后赚的钱</translation>
    </message>
    <message>
        <source>First-sale profit</source>
        <translation>首单利润</translation>
    </message>
    <message>
        <source>First-sale profit and repeat purchases within the horizon, discounted</source>
        <translation>首单利润加上测算期内的复购利润，已折成今天的钱</translation>
    </message>
    <message>
        <source>Long-run profit</source>
        <translation>长期利润</translation>
    </message>
    <message>
        <source>Way to choose</source>
        <translation>选人方式</translation>
    </message>
    <message>
        <source>Head : waist : tail</source>
        <translation>头部 : 腰部 : 尾部</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Long run</source>
        <translation>长期利润</translation>
    </message>
    <message>
        <source>Nine times in ten</source>
        <translation>九成情况下</translation>
    </message>
    <message>
        <source>Odds of a loss</source>
        <translation>亏损概率</translation>
    </message>
    <message>
        <source>Largest host</source>
        <translation>单人最高占比</translation>
    </message>
    <message>
        <source>Test costs</source>
        <translation>试播花费</translation>
    </message>
    <message>
        <source>Slot fees and samples of the whole test</source>
        <translation>整个试播的坑位费和样品</translation>
    </message>
    <message>
        <source>Decide after</source>
        <translation>试多久再定</translation>
    </message>
    <message>
        <source>So many orders a session of the test must bring</source>
        <translation>试播每场要带来这么多单</translation>
    </message>
    <message>
        <source>The host&apos;s share of all slot fees</source>
        <translation>占全部坑位费</translation>
    </message>
    <message>
        <source>Book from</source>
        <translation>达到多少就续约</translation>
    </message>
    <message>
        <source>Odds of passing</source>
        <translation>达标概率</translation>
    </message>
    <message>
        <source>Worth of knowing</source>
        <translation>试播价值</translation>
    </message>
    <message>
        <source>What the test is expected to bring by better bookings later, beyond what it loses</source>
        <translation>试出来以后约得更准，预计多赚的钱，已减去试播本身的亏损</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Without it, more</source>
        <translation>去掉它能多赚</translation>
    </message>
    <message>
        <source>Long-run profit the plan would gain if this limit alone were lifted</source>
        <translation>只去掉这一条限制，方案的长期利润能多多少</translation>
    </message>
    <message>
        <source>A little more of it</source>
        <translation>放宽一点点</translation>
    </message>
    <message>
        <source>What the first further unit brings, for parts of offers as well as whole ones</source>
        <translation>再多一个单位能多赚多少（按合作可以拆开算）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>未选原因</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>坑位费需降</translation>
    </message>
    <message>
        <source>By about how many yuan the fee would have to fall to get in</source>
        <translation>坑位费大约要降多少元才能入选</translation>
    </message>
    <message>
        <source>Slot fee</source>
        <translation>坑位费</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>佣金率</translation>
    </message>
    <message>
        <source>Of kept sales. Tiered: 20%; 25% above 10000</source>
        <translation>按退款后成交额计。阶梯佣金可写：20%；1万以上25%</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>保量</translation>
    </message>
    <message>
        <source>Promised sales ÷ slot fee, e.g. 2 for 1:2</source>
        <translation>承诺成交额 ÷ 坑位费，1:2 就填 2</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>live session or post</source>
        <translation>直播，或短视频/图文</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Repurchase class: A durable, B every year or two, C at occasions, D again and again</source>
        <translation>复购等级：A 耐用多年，B 一两年一换，C 逢节才买，D 经常复购</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>售价</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>单件成本</translation>
    </message>
    <message>
        <source>Shipping and packing</source>
        <translation>物流包装成本</translation>
    </message>
    <message>
        <source>Platform fee</source>
        <translation>平台扣点</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Days of use</source>
        <translation>使用天数</translation>
    </message>
    <message>
        <source>Occasion-bought</source>
        <translation>节日消费</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>调性</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>负责的活</translation>
    </message>
    <message>
        <source>listing, promotion, customer service, packing, after-sales: one or several</source>
        <translation>上架、推广、客服、打包、售后，可填多项</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>工时</translation>
    </message>
    <message>
        <source>Hours a day</source>
        <translation>每天工时</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Whether this person works on public holidays</source>
        <translation>法定节假日是否上班</translation>
    </message>
    <message>
        <source>The shop&apos;s own host whose sessions take this person&apos;s hours</source>
        <translation>自家账号开播时会占用此人的工时</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Days of the week: Sat, Sun</source>
        <translation>每周哪几天休息：六、日</translation>
    </message>
    <message>
        <source>Live as</source>
        <translation>出镜账号</translation>
    </message>
    <message>
        <source>Host or goods</source>
        <translation>达人或商品</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期范围</translation>
    </message>
    <message>
        <source>2027-01-05 – 2027-01-20, 2027-02-01; empty: always, or there already</source>
        <translation>如 2027-01-05 – 2027-01-20, 2027-02-01；留空表示随时可播或已到货</translation>
    </message>
    <message>
        <source>Paid orders</source>
        <translation>付款单数</translation>
    </message>
    <message>
        <source>Stands out</source>
        <translation>突出的地方</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>付款时间</translation>
    </message>
    <message>
        <source>Name in the orders</source>
        <translation>订单里的名称</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>有什么迹象</translation>
    </message>
    <message>
        <source>Lines paid for and kept, at least in part</source>
        <translation>已付款且未全额退款的行数</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Order lines</source>
        <translation>订单行</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Customers who can be told apart; masked ones cannot</source>
        <translation>能区分开的顾客数；打了星号的买家无法区分</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>匹配率</translation>
    </message>
    <message>
        <source>Share of the rows of a refund, settlement or commission file whose order is in an order file</source>
        <translation>售后表、结算单、佣金明细里，有多少行的订单能在订单文件中找到</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>What the file says less what the orders say, over the orders that both name: of refunds the refunded amount, of settlements what was paid and kept, of commission files the commission</source>
        <translation>两边都有的订单，该文件的金额减去订单文件的金额：售后表比退款金额，结算单比退款后的实付金额，佣金表比佣金</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Orders sold</source>
        <translation>成交订单</translation>
    </message>
    <message>
        <source>Share of the money paid that was given back</source>
        <translation>退款金额占付款金额的比例</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>退款后</translation>
    </message>
    <message>
        <source>Commission paid</source>
        <translation>佣金</translation>
    </message>
    <message>
        <source>≥ where it is not known for every line: import the commission or settlement file too</source>
        <translation>带 ≥ 表示部分订单行的佣金未知：请再导入佣金明细或结算单</translation>
    </message>
    <message>
        <source>Bought again</source>
        <translation>再次购买</translation>
    </message>
    <message>
        <source>Customers with purchases on two or more days in the shop, so far; no repurchase rate, as late customers had less time</source>
        <translation>截至目前在本店有两天及以上购买的顾客数；这不是复购率，因为较晚到来的顾客还没有足够时间复购</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Customers who bought this product on two or more days, so far; no repurchase rate, as late customers had less time</source>
        <translation>截至目前在两天及以上购买该商品的顾客数；这不是复购率，因为较晚到来的顾客还没有足够时间复购</translation>
    </message>
    <message>
        <source>By followers on the platform; thresholds under Settings</source>
        <translation>按所在平台的粉丝数划分，分界线见“设置”</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>粉丝数</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>复盘数</translation>
    </message>
    <message>
        <source>Orders before</source>
        <translation>原先订单</translation>
    </message>
    <message>
        <source>Orders now</source>
        <translation>现在订单</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>场均观看</translation>
    </message>
    <message>
        <source>Views of a session against what the host shows: 0.5 × is half</source>
        <translation>实际场均观看与其展示之比：0.5 × 即只有一半</translation>
    </message>
    <message>
        <source>Share of the host&apos;s customers who buy again, against that of all hosts</source>
        <translation>他带来的顾客再买的比例与全部达人之比</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Orders of the host&apos;s average session by the forecast alone, 80% range; a single session goes up and down more</source>
        <translation>只按预测，该达人场均订单的八成范围；单独一场起伏更大</translation>
    </message>
    <message>
        <source>Orders of the host&apos;s average session with your results, 80% range; a single session goes up and down more</source>
        <translation>加上复盘，该达人场均订单的八成范围；单独一场起伏更大</translation>
    </message>
    <message>
        <source>Odds that an order comes back against the usual</source>
        <translation>订单被退的几率与平常之比</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>进店</translation>
    </message>
    <message>
        <source>Eight times in ten within this range; of the plan you kept, else what the model expects today</source>
        <translation>八成情况下落在这个范围；按您保存的方案，没有方案就按模型今天的预测</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际订单</translation>
    </message>
    <message>
        <source>Orders that came; ↓ below the planned range, ↑ above it</source>
        <translation>实际来的订单；↓ 低于计划范围，↑ 高于计划范围</translation>
    </message>
    <message>
        <source>Share of the orders that were refunded in whole</source>
        <translation>整单退款的订单占比</translation>
    </message>
    <message>
        <source>Sales kept</source>
        <translation>退款后成交额</translation>
    </message>
    <message>
        <source>≈ where nobody entered it and the offer&apos;s is taken</source>
        <translation>≈ 表示没人填，按报价估算</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>利润</translation>
    </message>
    <message>
        <source>Of first sales, after all costs, slot fee and commission</source>
        <translation>首单利润，已扣全部成本、坑位费和佣金</translation>
    </message>
    <message>
        <source>Share of the new customers this host won who bought again; ↑ or ↓ where that differs from the shop&apos;s others beyond chance</source>
        <translation>他带来的新顾客里再次购买的比例；和店里其他顾客有明显差别时标 ↑ 或 ↓</translation>
    </message>
    <message>
        <source>Plan: orders</source>
        <translation>计划订单</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Views in all</source>
        <translation>观看</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退单率</translation>
    </message>
    <message>
        <source>Orders refunded</source>
        <translation>退款订单数</translation>
    </message>
    <message>
        <source>Plan: sales kept</source>
        <translation>计划退款后成交</translation>
    </message>
    <message>
        <source>Plan: profit</source>
        <translation>计划利润</translation>
    </message>
    <message>
        <source>Back in 30 d</source>
        <translation>30 天复购</translation>
    </message>
    <message>
        <source>Others in 30 d</source>
        <translation>其他顾客 30 天</translation>
    </message>
    <message>
        <source>Back in 90 d</source>
        <translation>90 天复购</translation>
    </message>
    <message>
        <source>Others in 90 d</source>
        <translation>其他顾客 90 天</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>结算</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>哪一栏不同</translation>
    </message>
    <message>
        <source>Settlement says</source>
        <translation>结算单</translation>
    </message>
    <message>
        <source>Orders say</source>
        <translation>订单表</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>相差</translation>
    </message>
    <message>
        <source>Views of one session or post; ≈ estimated from followers</source>
        <translation>每场直播或每条内容的观看次数；≈ 表示按粉丝数估算</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>互动率</translation>
    </message>
    <message>
        <source>Cheapest offer</source>
        <translation>最低报价</translation>
    </message>
    <message>
        <source>Slot fee and commission; ≈ estimated, ask for a quote. (+2): two offers more</source>
        <translation>坑位费和佣金率；≈ 表示估算，请询价。(+2)：另有 2 种合作方式</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Inflated?</source>
        <translation>水分</translation>
    </message>
    <message>
        <source>Figures beside those of peers of the same platform, category and size; the tab tells which</source>
        <translation>和同平台、同类目、同量级的达人比；右边“水分检查”里有明细</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>当前值</translation>
    </message>
    <message>
        <source>Double-click to change; your own figures are blue</source>
        <translation>双击可修改；改过的数字显示为蓝色</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>填什么</translation>
    </message>
    <message>
        <source>To choose from</source>
        <translation>可以选</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Seems to be</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>How well the headings fit an export the program knows</source>
        <translation>表头与程序已知导出格式的吻合程度</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>What is wrong, and what to do</source>
        <translation>问题与处理办法</translation>
    </message>
    <message>
        <source>Host earns</source>
        <translation>达人所得</translation>
    </message>
    <message>
        <source>Slot fees and expected commission over all sessions</source>
        <translation>所有场次的坑位费加预计佣金</translation>
    </message>
    <message>
        <source>Hours of a session and its preparation are our guess, see Settings</source>
        <translation>每场直播和准备的小时数是我们猜的，见设置</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Vs. usual</source>
        <translation>与行情比</translation>
    </message>
    <message>
        <source>Against what hosts of this size ask for a session</source>
        <translation>与同量级达人一场的要价相比</translation>
    </message>
    <message>
        <source>Shop earns</source>
        <translation>店铺所得</translation>
    </message>
    <message>
        <source>Long-run profit of this host&apos;s orders</source>
        <translation>这位达人带来订单的长期利润</translation>
    </message>
    <message>
        <source>Buyers keep it</source>
        <translation>买家留下</translation>
    </message>
    <message>
        <source>Buy again</source>
        <translation>再买</translation>
    </message>
    <message>
        <source>Further orders of a buyer within the time counted</source>
        <translation>测算期内每位买家再下单的次数</translation>
    </message>
    <message>
        <source>Long-term deal better for both</source>
        <translation>对双方都更好的长约</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>办法</translation>
    </message>
    <message>
        <source>Long-run profit less what lateness and temporary hands cost</source>
        <translation>长期利润减去迟发损失和临时工工资</translation>
    </message>
    <message>
        <source>Profit left</source>
        <translation>剩下</translation>
    </message>
    <message>
        <source>Cost of lateness</source>
        <translation>迟发损失</translation>
    </message>
    <message>
        <source>Late orders that are cancelled, and compensation for the rest</source>
        <translation>迟发订单的退单和赔付</translation>
    </message>
    <message>
        <source>Wages</source>
        <translation>工资</translation>
    </message>
    <message>
        <source>Overloaded days</source>
        <translation>超负荷天数</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>迟发订单</translation>
    </message>
    <message>
        <source>Temporary hands</source>
        <translation>临时工</translation>
    </message>
    <message>
        <source>Operator / owner, a month</source>
        <translation>运营 / 老板，每月</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>报酬方式</translation>
    </message>
    <message>
        <source>Operator, average</source>
        <translation>运营平均</translation>
    </message>
    <message>
        <source>Bad month</source>
        <translation>差的月份</translation>
    </message>
    <message>
        <source>Average month</source>
        <translation>一般月份</translation>
    </message>
    <message>
        <source>Good month</source>
        <translation>好的月份</translation>
    </message>
    <message>
        <source>Below wage</source>
        <translation>低于工资</translation>
    </message>
    <message>
        <source>How often a month brings the operator less than they would earn elsewhere</source>
        <translation>运营当月所得低于在别处工资的概率</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Order of hosts</source>
        <translation>先后顺序</translation>
    </message>
    <message>
        <source>Sessions placed</source>
        <translation>排上的场次</translation>
    </message>
    <message>
        <source>Profit by dates alone</source>
        <translation>只看日期的利润</translation>
    </message>
    <message>
        <source>Only festivals and standing parcels count, not who goes before whom</source>
        <translation>只算节日和快递停运，不算谁先谁后</translation>
    </message>
    <message>
        <source>Eight times in ten</source>
        <translation>八成情况下</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>第几场</translation>
    </message>
    <message>
        <source>Orders on an ordinary day</source>
        <translation>平日订单</translation>
    </message>
    <message>
        <source>Against this day</source>
        <translation>这一天的问题</translation>
    </message>
    <message>
        <source>Orders of the first session</source>
        <translation>首场订单</translation>
    </message>
    <message>
        <source>Selling price</source>
        <translation>售价</translation>
    </message>
    <message>
        <source>Margin of a kept order, before commission</source>
        <translation>每单毛利（未扣佣金）</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>退货率</translation>
    </message>
    <message>
        <source>Lost with a return</source>
        <translation>每退一单损失</translation>
    </message>
    <message>
        <source>Samples and own hours</source>
        <translation>寄样与自有工时</translation>
    </message>
    <message>
        <source>Bad case ÷ expected</source>
        <translation>差时 ÷ 预计</translation>
    </message>
    <message>
        <source>Good case ÷ expected</source>
        <translation>好时 ÷ 预计</translation>
    </message>
    <message>
        <source>More by commission steps (fixed)</source>
        <translation>阶梯佣金多付（固定）</translation>
    </message>
    <message>
        <source>Guarantee paid back (fixed)</source>
        <translation>保量退款（固定）</translation>
    </message>
    <message>
        <source>Repeat profit of a kept order</source>
        <translation>每单复购利润</translation>
    </message>
    <message>
        <source>Kept sales</source>
        <translation>退款后成交额</translation>
    </message>
    <message>
        <source>Margin after returns</source>
        <translation>扣退货后毛利</translation>
    </message>
    <message>
        <source>Break-even orders</source>
        <translation>保本单数</translation>
    </message>
    <message>
        <source>Share of the cost</source>
        <translation>费用占比</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>More or less money</source>
        <translation>预算多些或少些</translation>
    </message>
    <message>
        <source>Less on one host</source>
        <translation>少押一个人</translation>
    </message>
    <message>
        <source>Ways to choose</source>
        <translation>几种选法</translation>
    </message>
    <message>
        <source>Small tests first</source>
        <translation>先小额试播</translation>
    </message>
    <message>
        <source>Price of each limit</source>
        <translation>每条限制的代价</translation>
    </message>
    <message>
        <source>Keep this plan</source>
        <translation>保存这个方案</translation>
    </message>
    <message>
        <source>Name to keep this plan by</source>
        <translation>给方案起个名字</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>改变什么</translation>
    </message>
    <message>
        <source>The comparison appears with the plan.</source>
        <translation>有了方案，这里就会显示对比。</translation>
    </message>
    <message>
        <source>The chart follows in a moment.</source>
        <translation>图表马上就好。</translation>
    </message>
    <message>
        <source>The chart appears with the plan.</source>
        <translation>有了方案，这里就会显示图表。</translation>
    </message>
    <message>
        <source>Which way to choose earns more, and how reliably?</source>
        <translation>哪种选法赚得多，又有多稳？</translation>
    </message>
    <message>
        <source>A dot is the mean, a line what holds nine times in ten; left of 0 is a loss.</source>
        <translation>圆点是平均，横线是九成情况的范围；0 的左边是亏。</translation>
    </message>
    <message>
        <source>Making the same plan with other limits…</source>
        <translation>正在用别的限制重算方案…</translation>
    </message>
    <message>
        <source>Remove plan</source>
        <translation>删除这一份</translation>
    </message>
    <message>
        <source>Remove the kept plan that is chosen in the table</source>
        <translation>把表中选中的已存方案删掉</translation>
    </message>
    <message>
        <source>No limit costs this plan anything.</source>
        <translation>没有哪条限制让这个方案少赚钱。</translation>
    </message>
    <message>
        <source>No small test is worth its money in this plan.</source>
        <translation>这个方案里没有值得花钱先试的达人。</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>How much money is right?</source>
        <translation>花多少钱合适？</translation>
    </message>
    <message>
        <source>most of the budget for one host</source>
        <translation>单个达人最多占预算</translation>
    </message>
    <message>
        <source>What does depending on fewer cost?</source>
        <translation>少依赖大达人，要少赚多少？</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>错误报告</translation>
    </message>
    <message>
        <source>The program made a mistake. Your work is saved, and you can go on.</source>
        <translation>程序出了差错。数据已保存，可以继续使用。</translation>
    </message>
    <message>
        <source>This report helps us fix it. It holds nothing about your shop.</source>
        <translation>这份报告有助于我们修复问题，其中不含任何店铺数据。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>CustomersView</name>
    <message>
        <source>Of</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Product, or the whole shop</source>
        <translation>商品或全店</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>· … and {0} more of this kind</source>
        <translation>· …… 还有 {0} 条类似的</translation>
    </message>
    <message>
        <source>· Not in these orders: {0}</source>
        <translation>· 这些订单里没卖过：{0}</translation>
    </message>
    <message>
        <source>Back within {0}</source>
        <translation>{0}内复购</translation>
    </message>
    <message>
        <source>Purchase cycle</source>
        <translation>复购周期</translation>
    </message>
    <message>
        <source>Half of those who come back within a year are back after so many days: remind them then.</source>
        <translation>一年内会复购的顾客里，一半在这么多天内已经回来：到这时提醒他们。</translation>
    </message>
    <message>
        <source>too few came back</source>
        <translation>复购的人太少</translation>
    </message>
    <message>
        <source>How many come back, and when?</source>
        <translation>多少人会回来，多久回来？</translation>
    </message>
    <message>
        <source>What did the orders change about the class?</source>
        <translation>订单让等级有了什么变化？</translation>
    </message>
    <message>
        <source>Do newer customers come back like older ones?</source>
        <translation>新顾客和老顾客一样爱回来吗？</translation>
    </message>
    <message>
        <source>Do they come back by habit or for festivals?</source>
        <translation>复购靠习惯，还是靠过节？</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Let go: tables are imported, a project is opened</source>
        <translation>松开鼠标：表格会被导入，项目会被打开</translation>
    </message>
    <message>
        <source>Let go: the tables are imported</source>
        <translation>松开鼠标：表格会被导入</translation>
    </message>
</context>
<context>
    <name>EffectView</name>
    <message>
        <source>What it would do to the plan</source>
        <translation>方案会变成什么样</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>What it did to the plan</source>
        <translation>方案变了什么</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>then</source>
        <translation>改后</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>The choice of hosts does not use it: only what follows, such as the launch.</source>
        <translation>选达人时不用这个数，它只影响排期等后面的计算。</translation>
    </message>
    <message>
        <source>The plan is being made with the new figure…</source>
        <translation>正在用新数值重做方案…</translation>
    </message>
    <message>
        <source>Type another value: before you keep it you see here what the plan would become.</source>
        <translation>换一个数值试试：采用之前，这里先给您看方案会怎样变。</translation>
    </message>
</context>
<context>
    <name>Face</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search this table</source>
        <translation>在表中搜索</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose which columns you see; drag a heading to move it</source>
        <translation>选择要看的列；拖动表头可以调整次序</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>for slot fees; commission comes out of sales</source>
        <translation>只付坑位费；佣金从成交额里扣</translation>
    </message>
    <message>
        <source>of the budget; empty: by class, see Settings</source>
        <translation>占预算；不填按复购等级，见设置</translation>
    </message>
    <message>
        <source>of losing money in the long run</source>
        <translation>按长期利润算</translation>
    </message>
    <message>
        <source>average of the worst 1 case in 20; more than the figure “one time in 20”</source>
        <translation>20 次里最差的那 1 次，平均亏多少</translation>
    </message>
    <message>
        <source>of all expected orders</source>
        <translation>占预计总订单</translation>
    </message>
    <message>
        <source>of the budget</source>
        <translation>占预算</translation>
    </message>
    <message>
        <source>what your people can pack and answer</source>
        <translation>人手能打包、能接待的单数</translation>
    </message>
    <message>
        <source>over which the orders come in; 30 when empty</source>
        <translation>订单分布在几天里；不填按 30 天</translation>
    </message>
    <message>
        <source>for fees, samples, staff wages and goods until sales are settled; a founder&apos;s time is no cash</source>
        <translation>回款前垫的坑位费、样品、员工工资和货款；创始人的时间不算现金</translation>
    </message>
    <message>
        <source>of your live room, founder and staff, with preparation</source>
        <translation>自播间、创始人和导购合计，含准备时间</translation>
    </message>
    <message>
        <source>stands in for what you leave empty</source>
        <translation>下面没填的，按类目估算</translation>
    </message>
    <message>
        <source>search, e.g. coffee</source>
        <translation>输入搜索，如：咖啡</translation>
    </message>
    <message>
        <source>what the customer pays in the live session</source>
        <translation>直播间到手价</translation>
    </message>
    <message>
        <source>goods, tax included; empty = category&apos;s usual margin</source>
        <translation>含税进货价；不填按类目毛利</translation>
    </message>
    <message>
        <source>per order; empty = usual</source>
        <translation>每单；不填按常用值</translation>
    </message>
    <message>
        <source>of kept sales; empty = usual</source>
        <translation>占退款后 GMV；不填按常用值</translation>
    </message>
    <message>
        <source>in live sale; empty = category&apos;s</source>
        <translation>直播退货率；不填按类目</translation>
    </message>
    <message>
        <source>pieces that can be sold; empty = no limit</source>
        <translation>可售件数；不填为不限</translation>
    </message>
    <message>
        <source>days one piece or pack lasts; empty = category&apos;s</source>
        <translation>一件（包）用几天；不填按类目</translation>
    </message>
    <message>
        <source>bought mostly for holidays or as a gift</source>
        <translation>主要为过节或送礼而买</translation>
    </message>
    <message>
        <source>words for the brand, e.g. healthy, young</source>
        <translation>品牌风格，如：健康、年轻</translation>
    </message>
    <message>
        <source>sex, ages, cities, e.g. women, 24-30, first-tier cities</source>
        <translation>性别年龄城市，如：女 24-30 一线</translation>
    </message>
    <message>
        <source>its titles in your order files, where they differ; several with ; between them; * for lines without a title</source>
        <translation>订单里的标题，与名称不同才填；用分号隔开，* 指没写商品的行</translation>
    </message>
    <message>
        <source>as the platform has it; empty = platform and name</source>
        <translation>平台上的 ID；不填用平台+名称</translation>
    </message>
    <message>
        <source>e.g. 123k</source>
        <translation>如：12.3万</translation>
    </message>
    <message>
        <source>of one session or post; empty = estimated</source>
        <translation>每场（条）观看；不填则估算</translation>
    </message>
    <message>
        <source>what the host&apos;s buyers usually pay, e.g. 50-200</source>
        <translation>买家常买价位，如：50-200</translation>
    </message>
    <message>
        <source>what the host talks about, e.g. beauty</source>
        <translation>主要内容，如：美妆</translation>
    </message>
    <message>
        <source>e.g. women, 24-30, first-tier cities</source>
        <translation>如：女 24-30 一线</translation>
    </message>
    <message>
        <source>Host id</source>
        <translation>达人 ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>售价</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>单件成本</translation>
    </message>
    <message>
        <source>Shipping and packing</source>
        <translation>物流包装成本</translation>
    </message>
    <message>
        <source>Platform fee</source>
        <translation>平台扣点</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>退货率</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Days of use</source>
        <translation>使用天数</translation>
    </message>
    <message>
        <source>Occasion-bought</source>
        <translation>节日消费</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>调性</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Names in the orders</source>
        <translation>订单里的名称</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>粉丝数</translation>
    </message>
    <message>
        <source>Average views</source>
        <translation>场均观看</translation>
    </message>
    <message>
        <source>Engagement rate</source>
        <translation>互动率</translation>
    </message>
    <message>
        <source>Price band</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Agency (MCN)</source>
        <translation>MCN 机构</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>负责的活</translation>
    </message>
    <message>
        <source>Hours a day</source>
        <translation>每天工时</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Works on holidays</source>
        <translation>节假日上班</translation>
    </message>
    <message>
        <source>Orders a day carried</source>
        <translation>每天能承接的订单</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>合作方式</translation>
    </message>
    <message>
        <source>Slot fee</source>
        <translation>坑位费</translation>
    </message>
    <message>
        <source>Fee per first order</source>
        <translation>每个首单的坑位费</translation>
    </message>
    <message>
        <source>slot fee ÷ orders the session brings</source>
        <translation>坑位费 ÷ 这场带来的订单数</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>佣金率</translation>
    </message>
    <message>
        <source>of kept sales</source>
        <translation>占退款后成交额</translation>
    </message>
    <message>
        <source>Commission steps</source>
        <translation>阶梯佣金</translation>
    </message>
    <message>
        <source>Sales guarantee</source>
        <translation>保量</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>可约场次</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>带货形式</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单编号</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>付款时间</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>实付金额</translation>
    </message>
    <message>
        <source>Amount refunded</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>Host id of the order</source>
        <translation>带货达人 ID</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Most for one host</source>
        <translation>单个达人上限</translation>
    </message>
    <message>
        <source>Odds of a loss, at most</source>
        <translation>亏损概率上限</translation>
    </message>
    <message>
        <source>Average bad-case loss, at most</source>
        <translation>坏情况平均最多亏</translation>
    </message>
    <message>
        <source>Orders of one host, at most</source>
        <translation>单个达人订单上限</translation>
    </message>
    <message>
        <source>Most for one agency</source>
        <translation>单个机构上限</translation>
    </message>
    <message>
        <source>Orders a day, at most</source>
        <translation>每天最多发货</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Cash tied up, at most</source>
        <translation>垫资上限</translation>
    </message>
    <message>
        <source>Own people&apos;s hours, at most</source>
        <translation>自己人工时上限（小时）</translation>
    </message>
    <message>
        <source>Sub-order number</source>
        <translation>子订单编号</translation>
    </message>
    <message>
        <source>State of the order</source>
        <translation>订单状态</translation>
    </message>
    <message>
        <source>After-sale state</source>
        <translation>售后状态</translation>
    </message>
    <message>
        <source>Kind of after-sale case</source>
        <translation>售后类型</translation>
    </message>
    <message>
        <source>Why it was closed</source>
        <translation>关闭原因</translation>
    </message>
    <message>
        <source>Ordered at</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Product id</source>
        <translation>商品ID</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Receiver&apos;s name</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Receiver&apos;s address</source>
        <translation>收货地址</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Id of the team leader</source>
        <translation>团长ID</translation>
    </message>
    <message>
        <source>Team leader</source>
        <translation>团长</translation>
    </message>
    <message>
        <source>Guide or reseller</source>
        <translation>导购 / 分销员</translation>
    </message>
    <message>
        <source>Fee of the platform</source>
        <translation>平台服务费</translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation>发货时间</translation>
    </message>
    <message>
        <source>Where the sale came from</source>
        <translation>成交来源</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>旗帜</translation>
    </message>
    <message>
        <source>Free gift</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Freight refunded</source>
        <translation>退运费</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amount settled</source>
        <translation>结算金额</translation>
    </message>
    <message>
        <source>Money in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Money out</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>In or out</source>
        <translation>收支方向</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>账目类型</translation>
    </message>
    <message>
        <source>Commission rate</source>
        <translation>佣金率</translation>
    </message>
    <message>
        <source>Commission expected</source>
        <translation>预估佣金</translation>
    </message>
    <message>
        <source>Order total</source>
        <translation>订单总额</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>进店</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>Sales kept</source>
        <translation>退款后成交额</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>时长（分钟）</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>观看人数</translation>
    </message>
    <message>
        <source>Visitors who saw a product</source>
        <translation>商品曝光人数</translation>
    </message>
    <message>
        <source>Clicks on products</source>
        <translation>商品点击</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>成交人数</translation>
    </message>
    <message>
        <source>Orders refunded</source>
        <translation>退款订单</translation>
    </message>
    <message>
        <source>Refunded within an hour</source>
        <translation>1 小时退款订单</translation>
    </message>
    <message>
        <source>Amount refunded within an hour</source>
        <translation>1 小时退款金额</translation>
    </message>
    <message>
        <source>Spent on advertising</source>
        <translation>投放消耗</translation>
    </message>
    <message>
        <source>New followers</source>
        <translation>新增粉丝</translation>
    </message>
    <message>
        <source>Commission paid</source>
        <translation>佣金支出</translation>
    </message>
    <message>
        <source>Slot fee paid</source>
        <translation>坑位费支出</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>e.g. 2026-03-08</source>
        <translation>如 2026-03-08</translation>
    </message>
    <message>
        <source>Sessions held</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>观看次数</translation>
    </message>
    <message>
        <source>Pieces sold</source>
        <translation>成交件数</translation>
    </message>
    <message>
        <source>Commission in money</source>
        <translation>佣金金额</translation>
    </message>
    <message>
        <source>empty = named by its terms</source>
        <translation>不填就用条件当名字</translation>
    </message>
    <message>
        <source>empty = estimated, with ≈</source>
        <translation>不填按估计，标 ≈</translation>
    </message>
    <message>
        <source>e.g. 20%; 25% above 10000</source>
        <translation>如：20%; 10000以上25%</translation>
    </message>
    <message>
        <source>sales ÷ slot fee, e.g. 2 for 1:2</source>
        <translation>成交额÷坑位费，1:2 填 2</translation>
    </message>
    <message>
        <source>at most to be booked</source>
        <translation>最多能约几场</translation>
    </message>
</context>
<context>
    <name>FigurePanel</name>
    <message>
        <source>Choose a figure on the left: here you see what it does and where it comes from, and what the plan would become with another value.</source>
        <translation>在左边选一项：这里会说明它管什么、出自哪里，换个数值方案会变成什么样。</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>Keep this value</source>
        <translation>采用这个值</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>All purposes</source>
        <translation>全部用途</translation>
    </message>
    <message>
        <source>What the figures are for</source>
        <translation>数值的用途</translation>
    </message>
    <message>
        <source>only my own</source>
        <translation>只看我改过的</translation>
    </message>
    <message>
        <source>only guesses</source>
        <translation>只看猜测值</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>选中项恢复默认值</translation>
    </message>
    <message>
        <source>All back to the defaults</source>
        <translation>全部恢复默认值</translation>
    </message>
    <message>
        <source>No figure of this kind. Take a filter off.</source>
        <translation>没有符合的数值，去掉一个筛选再看。</translation>
    </message>
</context>
<context>
    <name>FileDetail</name>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Take it as</source>
        <translation>当作</translation>
    </message>
    <message>
        <source>Dates are written</source>
        <translation>日期写法</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列对应</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>未选择文件</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>month first: 3/8 is 8 March</source>
        <translation>月在前：3/8 是 3 月 8 日</translation>
    </message>
    <message>
        <source>day first: 3/8 is 3 August</source>
        <translation>日在前：3/8 是 8 月 3 日</translation>
    </message>
    <message>
        <source>– choose –</source>
        <translation>– 请选择 –</translation>
    </message>
    <message>
        <source>The program does not know this table. Say what it is under “Take it as”.</source>
        <translation>程序不认识这张表。请在“当作”里选择它是什么。</translation>
    </message>
    <message>
        <source>Still needed: {0}. Choose the columns below.</source>
        <translation>还缺：{0}。请在下方选择对应的列。</translation>
    </message>
    <message>
        <source>Day and month cannot be told apart in {0}. Say which comes first.</source>
        <translation>“{0}”里日和月无法区分，请选择哪个在前。</translation>
    </message>
    <message>
        <source>{0} (perhaps the column “{1}”)</source>
        <translation>{0}（可能是“{1}”这一列）</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>After-sales and refunds</source>
        <translation>售后退款</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>结算账单</translation>
    </message>
    <message>
        <source>Commission of hosts</source>
        <translation>达人佣金</translation>
    </message>
    <message>
        <source>Live sessions</source>
        <translation>直播场次</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>达人名单</translation>
    </message>
    <message>
        <source>Posts of hosts</source>
        <translation>达人作品</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品表</translation>
    </message>
    <message>
        <source>Results of campaigns</source>
        <translation>合作结果</translation>
    </message>
    <message>
        <source>Figures of hosts for the check for inflated figures</source>
        <translation>达人数据（查水分用）</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>识别中…</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>可导入</translation>
    </message>
    <message>
        <source>needs columns</source>
        <translation>需指定列</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>already taken</source>
        <translation>此前已导入</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>猜测</translation>
    </message>
</context>
<context>
    <name>GainsView</name>
    <message>
        <source>Place the sessions first.</source>
        <translation>请先排期。</translation>
    </message>
    <message>
        <source>Deals and doubts</source>
        <translation>长约与疑问</translation>
    </message>
    <message>
        <source>Deals and doubts: {0} of {1}</source>
        <translation>长约与疑问：先列 {0} 条，共 {1} 条</translation>
    </message>
    <message>
        <source>Show all {0}</source>
        <translation>全部 {0} 条</translation>
    </message>
    <message>
        <source>Show {0} more</source>
        <translation>再看 {0} 条</translation>
    </message>
</context>
<context>
    <name>GeneralView</name>
    <message>
        <source>Language and look</source>
        <translation>语言和外观</translation>
    </message>
    <message>
        <source>Long-run profit</source>
        <translation>长期利润</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Count a customer&apos;s profit for</source>
        <translation>顾客的利润算多久</translation>
    </message>
    <message>
        <source>New customers buy again: this is how long their later orders count in the plan. A shorter time makes the plan more careful.</source>
        <translation>新顾客之后还会再买：这里定他以后多久的订单算进方案。时间越短，方案越谨慎。</translation>
    </message>
    <message>
        <source>All amounts are in yuan (¥). Imported lines in other currencies are reported and left out of the sums.</source>
        <translation>金额一律为人民币元（¥）。导入的外币行会提示，不计入合计。</translation>
    </message>
    <message>
        <source>Keep this time</source>
        <translation>采用这个期限</translation>
    </message>
</context>
<context>
    <name>GradeCard</name>
    <message>
        <source>Repurchase class</source>
        <translation>复购等级</translation>
    </message>
    <message>
        <source>Choose its names in the orders…</source>
        <translation>选出它在订单里的名称…</translation>
    </message>
    <message>
        <source>Price and the 69-yuan rule</source>
        <translation>价格与 69 元法则</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Buys again within a year</source>
        <translation>一年内复购率</translation>
    </message>
    <message>
        <source>Purchase cycle</source>
        <translation>复购周期</translation>
    </message>
    <message>
        <source>Purchases in the first year</source>
        <translation>首年购买次数</translation>
    </message>
    <message>
        <source>Margin of one order</source>
        <translation>每单毛利</translation>
    </message>
    <message>
        <source>Break-even ROI</source>
        <translation>保本 ROI</translation>
    </message>
    <message>
        <source>Every order loses before any host is paid: correct price or cost.</source>
        <translation>还没付达人的钱，每单就已亏损：请调整售价或成本。</translation>
    </message>
    <message>
        <source>Far above {0}, few people buy on impulse in a live session ({1}). For class A and B that is normal: count on reputation and thorough explanation, not on impulse. (Our guess.)</source>
        <translation>远高于 {0} 的商品，很少有人在直播间冲动下单（本品 {1}）。A、B 级商品本来如此：靠达人名气和充分讲解成交，不靠冲动消费。（主观估计）</translation>
    </message>
    <message>
        <source>No class is likelier than the rest.</source>
        <translation>没有哪一级明显更可能。</translation>
    </message>
    <message>
        <source>Probably so ({0}).</source>
        <translation>很可能如此（{0}）。</translation>
    </message>
    <message>
        <source>Very probably so ({0}).</source>
        <translation>非常可能如此（{0}）。</translation>
    </message>
    <message numerus="yes">
        <source>From its facts and %n customer(s) in your orders.</source>
        <translation>
            <numerusform>依据商品信息和订单里的 %n 位顾客。</numerusform>
        </translation>
    </message>
    <message>
        <source>by buying again within the horizon, discounted; eight times in ten {0}</source>
        <translation>在测算期内再次购买带来的，已折成今天的钱；八成情况下在 {0}</translation>
    </message>
    <message>
        <source>sales per yuan of promotion at which nothing is earned</source>
        <translation>每 1 元推广费带来多少成交额才不赚不亏</translation>
    </message>
    <message>
        <source>A new customer brings later</source>
        <translation>新客后续利润</translation>
    </message>
    <message>
        <source>From the product&apos;s facts only; orders will make it more certain.</source>
        <translation>目前只看商品信息；有订单会更准。</translation>
    </message>
    <message>
        <source>eight times in ten: {0}</source>
        <translation>八成情况下：{0}</translation>
    </message>
    <message>
        <source>per kept order, after platform fee, goods and shipping, before commission</source>
        <translation>未退货每单；已减扣点、货款、物流，未减佣金</translation>
    </message>
    <message>
        <source>≈ unit cost estimated from the category</source>
        <translation>≈ 单件成本按类目估算</translation>
    </message>
    <message>
        <source>Above {0} live sales fall off. At {0} about {2} times as many live orders as at {1}: think of a trial pack under {0}. (Our guess.)</source>
        <translation>超过 {0}，直播订单明显减少。卖 {0} 时的直播订单约为卖 {1} 时的 {2} 倍：可考虑推出 {0} 以下的体验装。（主观估计）</translation>
    </message>
    <message>
        <source>Below {0}: good for impulse buying in a live session. (Our guess.)</source>
        <translation>低于 {0}，适合直播间冲动下单。（主观估计）</translation>
    </message>
</context>
<context>
    <name>HandsView</name>
    <message>
        <source>Your people</source>
        <translation>店里的人手</translation>
    </message>
    <message>
        <source>Who is free when, and when goods arrive</source>
        <translation>达人档期与到货日期</translation>
    </message>
    <message>
        <source>Minutes, promises and wages</source>
        <translation>工时、承诺与工资</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人手</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Add everybody who packs, answers or takes parcels back, yourself too.</source>
        <translation>把打包、客服、处理退货的人都加上，包括您自己。</translation>
    </message>
    <message>
        <source>Hosts appear here with the plan, products once there are any.</source>
        <translation>有了方案，达人会列在这里；有了商品，商品也会列出。</translation>
    </message>
    <message>
        <source>The figures are being read…</source>
        <translation>正在读取参数…</translation>
    </message>
    <message>
        <source>Person {0}</source>
        <translation>人手 {0}</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Text of the help</source>
        <translation>帮助正文</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
</context>
<context>
    <name>HostStory</name>
    <message>
        <source>Choose a host in the table to see why they are in.</source>
        <translation>在表中点选一位达人，查看入选理由。</translation>
    </message>
    <message>
        <source>Working out the plan without this host…</source>
        <translation>正在计算没有他时方案会怎样…</translation>
    </message>
    <message>
        <source>Where does the money go?</source>
        <translation>钱都去哪了？</translation>
    </message>
    <message>
        <source>Which of the host&apos;s offers is better?</source>
        <translation>他的哪种合作方式更划算？</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Stopped: the file was not written.</source>
        <translation>已停止，文件没有写入。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Exports of your shops, host lists, product lists: as they are, many at once.</source>
        <translation>店铺后台导出、达人名单、商品表：原样放进来，可一次多个。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>移出列表</translation>
    </message>
    <message>
        <source>Drop files or whole folders here, or press “Add files…”.
Cells copied from a spreadsheet are pasted with Ctrl+V.
Excel and CSV, as the platform gave them; nothing has to be prepared.</source>
        <translation>把文件或整个文件夹拖到这里，或点“添加文件…”。
从表格软件复制的单元格，按 Ctrl+V 就能粘贴进来。
Excel 和 CSV 按平台导出的原样即可，不用整理。</translation>
    </message>
    <message>
        <source>Files ({0})</source>
        <translation>文件（{0}）</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>Problems ({0})</source>
        <translation>问题（{0}）</translation>
    </message>
    <message>
        <source>See what to do</source>
        <translation>看看怎么办</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) on these files: what could not be used as it is, and what to do.</source>
        <translation>
            <numerusform>这些文件有 %n 条提示：哪些没能照原样用上，该怎么办。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xls *.xlsm *.csv *.txt);;All files (*)</source>
        <translation>表格 (*.xlsx *.xls *.xlsm *.csv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Column {0}</source>
        <translation>第 {0} 列</translation>
    </message>
    <message>
        <source>Yes, headings</source>
        <translation>是列名</translation>
    </message>
    <message>
        <source>No, it is data</source>
        <translation>不是，是数据</translation>
    </message>
    <message>
        <source>Is the first row pasted the headings of the columns?</source>
        <translation>粘贴的第一行是列名吗？</translation>
    </message>
    <message>
        <source>Pasted sheet</source>
        <translation>粘贴的表</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>waist</source>
        <translation>腰部</translation>
    </message>
    <message>
        <source>tail</source>
        <translation>尾部</translation>
    </message>
    <message>
        <source>amateur</source>
        <translation>素人</translation>
    </message>
    <message>
        <source>Douyin shop</source>
        <translation>抖店</translation>
    </message>
    <message>
        <source>Kuaishou shop</source>
        <translation>快手小店</translation>
    </message>
    <message>
        <source>WeChat shop</source>
        <translation>微信小店</translation>
    </message>
    <message>
        <source>Taobao / Tmall</source>
        <translation>淘宝/天猫</translation>
    </message>
    <message>
        <source>Douyin</source>
        <translation>抖音</translation>
    </message>
    <message>
        <source>Kuaishou</source>
        <translation>快手</translation>
    </message>
    <message>
        <source>Xiaohongshu</source>
        <translation>小红书</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>视频号</translation>
    </message>
    <message>
        <source>Taobao Live</source>
        <translation>淘宝直播</translation>
    </message>
    <message>
        <source>Bilibili</source>
        <translation>B站</translation>
    </message>
    <message>
        <source>Weibo</source>
        <translation>微博</translation>
    </message>
    <message>
        <source>TikTok</source>
        <translation>TikTok</translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation>Instagram</translation>
    </message>
    <message>
        <source>YouTube</source>
        <translation>YouTube</translation>
    </message>
    <message>
        <source>Pinduoduo</source>
        <translation>拼多多</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>京东</translation>
    </message>
    <message>
        <source>Youzan</source>
        <translation>有赞</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>outside host</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>own live room</source>
        <translation>店播</translation>
    </message>
    <message>
        <source>own room</source>
        <translation>店播</translation>
    </message>
    <message>
        <source>founder</source>
        <translation>创始人自播</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>导购</translation>
    </message>
    <message>
        <source>live session</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>post or video</source>
        <translation>短视频/图文</translation>
    </message>
    <message>
        <source>women</source>
        <translation>女</translation>
    </message>
    <message>
        <source>men</source>
        <translation>男</translation>
    </message>
    <message>
        <source>first-tier cities</source>
        <translation>一线</translation>
    </message>
    <message>
        <source>new first-tier cities</source>
        <translation>新一线</translation>
    </message>
    <message>
        <source>second-tier cities</source>
        <translation>二线</translation>
    </message>
    <message>
        <source>third-tier cities</source>
        <translation>三线</translation>
    </message>
    <message>
        <source>fourth-tier cities and below</source>
        <translation>四线及以下</translation>
    </message>
    <message>
        <source>well sourced</source>
        <translation>来源可靠</translation>
    </message>
    <message>
        <source>fairly sourced</source>
        <translation>来源尚可</translation>
    </message>
    <message>
        <source>weakly sourced</source>
        <translation>来源较弱</translation>
    </message>
    <message>
        <source>our guess</source>
        <translation>主观估计</translation>
    </message>
    <message>
        <source>views</source>
        <translation>观看</translation>
    </message>
    <message>
        <source>followers</source>
        <translation>粉丝数</translation>
    </message>
    <message>
        <source>authenticity</source>
        <translation>真实度</translation>
    </message>
    <message>
        <source>visits per view</source>
        <translation>每次观看的进店</translation>
    </message>
    <message>
        <source>orders per visit</source>
        <translation>每次进店的下单</translation>
    </message>
    <message>
        <source>own results with the host</source>
        <translation>与该达人的既往战绩</translation>
    </message>
    <message>
        <source>festival</source>
        <translation>节日</translation>
    </message>
    <message>
        <source>Repurchase class</source>
        <translation>复购等级</translation>
    </message>
    <message>
        <source>Own people: hours and their cost</source>
        <translation>自己人：工时与成本</translation>
    </message>
    <message>
        <source>Views to orders</source>
        <translation>从观看到下单</translation>
    </message>
    <message>
        <source>Ups and downs</source>
        <translation>订单的涨跌因素</translation>
    </message>
    <message>
        <source>Samples and deals</source>
        <translation>样品与折扣</translation>
    </message>
    <message>
        <source>Small tests</source>
        <translation>陌生达人试播</translation>
    </message>
    <message>
        <source>Lift of festivals</source>
        <translation>节日拉动</translation>
    </message>
    <message>
        <source>festival goods (C)</source>
        <translation>节日商品（C 级）</translation>
    </message>
    <message>
        <source>other goods</source>
        <translation>其他商品</translation>
    </message>
    <message>
        <source>Parcels around the Spring Festival</source>
        <translation>春节前后的快递</translation>
    </message>
    <message>
        <source>What your people can carry</source>
        <translation>人手承载力</translation>
    </message>
    <message>
        <source>Word of mouth</source>
        <translation>口碑传播</translation>
    </message>
    <message>
        <source>Waves of sessions</source>
        <translation>场次波次</translation>
    </message>
    <message>
        <source>Worth of the operator&apos;s work</source>
        <translation>运营提成</translation>
    </message>
    <message>
        <source>Long-term deals</source>
        <translation>长期合作</translation>
    </message>
    <message>
        <source>Inflated figures of hosts</source>
        <translation>水分：达人数据</translation>
    </message>
    <message>
        <source>Fair fee</source>
        <translation>合理坑位费</translation>
    </message>
    <message>
        <source>Fake orders of a host</source>
        <translation>水分：达人的订单</translation>
    </message>
    <message>
        <source>Learning from results</source>
        <translation>从复盘中学习</translation>
    </message>
    <message>
        <source>What hosts claim</source>
        <translation>接单话术</translation>
    </message>
    <message>
        <source>Before and after signing</source>
        <translation>签约前后</translation>
    </message>
    <message>
        <source>Shared audiences</source>
        <translation>观众重合</translation>
    </message>
    <message>
        <source>would lose money or add too little</source>
        <translation>请来要亏，或者赚得太少</translation>
    </message>
    <message>
        <source>ask for more than the budget or the most for one host</source>
        <translation>要价超过预算或单个达人上限</translation>
    </message>
    <message>
        <source>would find no stock left to sell</source>
        <translation>没有库存可卖</translation>
    </message>
    <message>
        <source>would make bad cases worse than you allow</source>
        <translation>会让坏情况超出您的限制</translation>
    </message>
    <message>
        <source>reach viewers whom chosen hosts reach already</source>
        <translation>的观众，选中的达人已经覆盖</translation>
    </message>
    <message>
        <source>find no place in the mix of levels</source>
        <translation>受层级配比限制，排不进来</translation>
    </message>
    <message>
        <source>are beyond the most for their platform</source>
        <translation>所在的平台已用满上限</translation>
    </message>
    <message>
        <source>are beyond the most for their agency</source>
        <translation>所在的机构已用满上限</translation>
    </message>
    <message>
        <source>would bring more orders a day than you can send</source>
        <translation>带来的订单发不过来</translation>
    </message>
    <message>
        <source>would tie up more cash than you allow</source>
        <translation>要垫的钱超出您的限制</translation>
    </message>
    <message>
        <source>need more hours of your people than there are</source>
        <translation>要占用的自己人工时不够</translation>
    </message>
    <message>
        <source>ask for more than is left, or bring less for the money</source>
        <translation>要价比剩下的多，或者同样的钱赚得更少</translation>
    </message>
    <message>
        <source>aged 18 to 23</source>
        <translation>18-23 岁</translation>
    </message>
    <message>
        <source>aged 24 to 30</source>
        <translation>24-30 岁</translation>
    </message>
    <message>
        <source>aged 31 to 40</source>
        <translation>31-40 岁</translation>
    </message>
    <message>
        <source>aged 41 to 50</source>
        <translation>41-50 岁</translation>
    </message>
    <message>
        <source>aged over 50</source>
        <translation>50 岁以上</translation>
    </message>
    <message>
        <source>fee + commission</source>
        <translation>坑位费+佣金</translation>
    </message>
    <message>
        <source>with guarantee</source>
        <translation>保量</translation>
    </message>
    <message>
        <source>commission only</source>
        <translation>纯佣</translation>
    </message>
    <message>
        <source>own session</source>
        <translation>自播</translation>
    </message>
    <message>
        <source>size of the host</source>
        <translation>达人体量</translation>
    </message>
    <message>
        <source>A · durable</source>
        <translation>A 耐用多年</translation>
    </message>
    <message>
        <source>B · every year or two</source>
        <translation>B 一两年一换</translation>
    </message>
    <message>
        <source>C · at occasions</source>
        <translation>C 逢节才买</translation>
    </message>
    <message>
        <source>D · again and again</source>
        <translation>D 经常复购</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>契合度</translation>
    </message>
    <message>
        <source>pull of the level</source>
        <translation>层级加成</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>The 69-yuan rule</source>
        <translation>69 元法则</translation>
    </message>
    <message>
        <source>Levels of hosts</source>
        <translation>达人层级</translation>
    </message>
    <message>
        <source>Estimates for missing figures</source>
        <translation>缺失数据估算</translation>
    </message>
    <message>
        <source>What an offer brings</source>
        <translation>带货效果</translation>
    </message>
    <message>
        <source>Costs and horizon</source>
        <translation>成本与测算期</translation>
    </message>
    <message>
        <source>Host matrix</source>
        <translation>达人矩阵</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Buying again, from orders</source>
        <translation>订单里的复购</translation>
    </message>
    <message>
        <source>Festivals</source>
        <translation>节日</translation>
    </message>
    <message>
        <source>days before</source>
        <translation>提前天数</translation>
    </message>
    <message>
        <source>days after</source>
        <translation>延后天数</translation>
    </message>
    <message>
        <source>Levels of customers and orders</source>
        <translation>顾客与订单分层</translation>
    </message>
    <message>
        <source>Ready to go live?</source>
        <translation>开播前的复购检查</translation>
    </message>
    <message>
        <source>Price rule from own orders</source>
        <translation>自家订单得出的价格规律</translation>
    </message>
    <message>
        <source>tail first</source>
        <translation>先播尾部</translation>
    </message>
    <message>
        <source>head first</source>
        <translation>先播头部</translation>
    </message>
    <message>
        <source>waist first</source>
        <translation>先播腰部</translation>
    </message>
    <message>
        <source>imitators</source>
        <translation>跟风买家</translation>
    </message>
    <message>
        <source>listing</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>promotion</source>
        <translation>推广</translation>
    </message>
    <message>
        <source>service</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>packing</source>
        <translation>打包</translation>
    </message>
    <message>
        <source>after-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>public holiday</source>
        <translation>法定假日</translation>
    </message>
    <message>
        <source>weekend worked instead</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>leave it as it is</source>
        <translation>维持原样</translation>
    </message>
    <message>
        <source>temporary hands</source>
        <translation>请临时工</translation>
    </message>
    <message>
        <source>spread the sessions out</source>
        <translation>场次错开</translation>
    </message>
    <message>
        <source>spread out and temporary hands</source>
        <translation>错开并请临时工</translation>
    </message>
    <message>
        <source>base pay alone</source>
        <translation>只拿底薪</translation>
    </message>
    <message>
        <source>base pay and a share of profit</source>
        <translation>底薪加利润提成</translation>
    </message>
    <message>
        <source>a share of profit alone</source>
        <translation>只拿利润提成</translation>
    </message>
    <message>
        <source>base pay and shares by steps</source>
        <translation>底薪加阶梯提成</translation>
    </message>
</context>
<context>
    <name>LaunchBar</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Who goes first</source>
        <translation>谁先播</translation>
    </message>
    <message>
        <source>whichever is better</source>
        <translation>哪种好用哪种</translation>
    </message>
    <message>
        <source>large hosts first</source>
        <translation>大达人先播</translation>
    </message>
    <message>
        <source>small hosts first</source>
        <translation>小达人先播</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Place the sessions</source>
        <translation>开始排期</translation>
    </message>
    <message>
        <source>Move everything back to the proposed days</source>
        <translation>全部放回建议的日期</translation>
    </message>
</context>
<context>
    <name>LaunchPage</name>
    <message>
        <source>Launch</source>
        <translation>投放排期</translation>
    </message>
    <message>
        <source>Who goes live when, who carries the load, and what the work is worth</source>
        <translation>谁哪天播、忙不忙得过来、运营值多少钱</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Orders and load</source>
        <translation>订单与人手</translation>
    </message>
    <message>
        <source>Word of mouth</source>
        <translation>口碑传播</translation>
    </message>
    <message>
        <source>Who first</source>
        <translation>谁先播</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人手与档期</translation>
    </message>
    <message>
        <source>Operator&apos;s pay</source>
        <translation>运营提成</translation>
    </message>
    <message>
        <source>Everyone gains</source>
        <translation>各方所得</translation>
    </message>
    <message>
        <source>Calendar file (.ics)…</source>
        <translation>导出日历 (.ics)…</translation>
    </message>
    <message>
        <source>Calendar as Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>The plan, hosts or figures have changed since this was placed. Press “Place the sessions” again.</source>
        <translation>排期之后，方案、达人或参数有改动。请再点“开始排期”。</translation>
    </message>
    <message>
        <source>The matrix keeps to {0} orders a day now. Press “Place the sessions” for a new plan.</source>
        <translation>矩阵已按每天最多 {0} 单限制。按“开始排期”重新出方案。</translation>
    </message>
    <message>
        <source>The figures of the model are still being read. Try again in a moment.</source>
        <translation>模型参数还在读取，请稍候再试。</translation>
    </message>
    <message>
        <source>The orders are still being added up; the schedule follows by itself.</source>
        <translation>订单还在汇总，稍后自动排期。</translation>
    </message>
    <message>
        <source>The plan is there. Press “Place the sessions” to give it dates.</source>
        <translation>方案已有，按“开始排期”定日期。</translation>
    </message>
    <message>
        <source>Press “Place the sessions”: the plan is made under the limits of the matrix page and placed on days.</source>
        <translation>按“开始排期”：先按矩阵页的限制出方案，再排到每一天。</translation>
    </message>
    <message>
        <source>There is no schedule yet: press “Place the sessions” first.</source>
        <translation>还没有排期，请先按“开始排期”。</translation>
    </message>
    <message>
        <source>Save the calendar</source>
        <translation>保存日历</translation>
    </message>
    <message>
        <source>calendar.xlsx</source>
        <translation>排期.xlsx</translation>
    </message>
    <message>
        <source>calendar.ics</source>
        <translation>排期.ics</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
    <message>
        <source>One page as PDF</source>
        <translation>一页 PDF</translation>
    </message>
    <message>
        <source>pay.pdf</source>
        <translation>运营提成.pdf</translation>
    </message>
    <message>
        <source>Copied: paste it into a message or a document.</source>
        <translation>已复制，可粘贴到消息或文档里。</translation>
    </message>
</context>
<context>
    <name>LearntView</name>
    <message>
        <source>No result is of a host in the roster.</source>
        <translation>复盘里没有达人名单中的达人。</translation>
    </message>
    <message>
        <source>What the plan does differently</source>
        <translation>方案因此有何不同</translation>
    </message>
    <message>
        <source>How far to trust forecasts</source>
        <translation>预测有多可信</translation>
    </message>
</context>
<context>
    <name>LevelsView</name>
    <message>
        <source>Who is overdue?</source>
        <translation>谁该回来却没回来？</translation>
    </message>
    <message>
        <source>Follow-up list…</source>
        <translation>回访名单…</translation>
    </message>
    <message>
        <source>What does crossing a price do to your orders?</source>
        <translation>跨过价格线，订单会变多少？</translation>
    </message>
    <message>
        <source>Use my own figures</source>
        <translation>采用自己的数字</translation>
    </message>
    <message>
        <source>No sale was found in these files.</source>
        <translation>这些文件里没有成交。</translation>
    </message>
    <message>
        <source>Puts these figures into Settings for this project; it can be undone</source>
        <translation>把这些数字写进本项目的设置；可撤销</translation>
    </message>
    <message>
        <source>Who brings the money?</source>
        <translation>钱是谁带来的？</translation>
    </message>
    <message>
        <source>Save the follow-up list</source>
        <translation>保存回访名单</translation>
    </message>
    <message>
        <source>follow-up.xlsx</source>
        <translation>回访名单.xlsx</translation>
    </message>
</context>
<context>
    <name>LimitSliders</name>
    <message>
        <source>Move it: a quick estimate follows, and the exact plan when you stop.</source>
        <translation>拖动时先给快速估算，停下后自动算出最优方案。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未填</translation>
    </message>
</context>
<context>
    <name>LimitsPanel</name>
    <message>
        <source>Products to plan for</source>
        <translation>本次带货商品</translation>
    </message>
    <message>
        <source>No product yet. Add one on the page “Products”.</source>
        <translation>还没有商品，请到商品页填写。</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制条件</translation>
    </message>
    <message>
        <source>Locked and banned hosts</source>
        <translation>锁定和排除的达人</translation>
    </message>
    <message>
        <source>Keep the mix of levels</source>
        <translation>按层级配比</translation>
    </message>
    <message>
        <source>C and D: many waists and tails around few heads (1:9:90), as far as roster and budget allow. A and B: most of the money on heads.</source>
        <translation>C、D 级：少数头部配大量腰部和尾部（1:9:90），以名单和预算为限。A、B 级：钱主要花在头部。</translation>
    </message>
    <message>
        <source>Choose hosts in a table and press “Lock” or “Ban” above it. Untick to release them.</source>
        <translation>在表中选中达人，点表格上方的“锁定”或“排除”；取消勾选即解除。</translation>
    </message>
    <message>
        <source>Stop and use this one</source>
        <translation>够了，就用这个</translation>
    </message>
    <message>
        <source>Recommend</source>
        <translation>推荐方案</translation>
    </message>
    <message>
        <source>Locked: {0}</source>
        <translation>锁定：{0}</translation>
    </message>
    <message>
        <source>Banned: {0}</source>
        <translation>排除：{0}</translation>
    </message>
    <message>
        <source>Fewer limits</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More limits</source>
        <translation>更多限制</translation>
    </message>
</context>
<context>
    <name>LoadView</name>
    <message>
        <source>Do this</source>
        <translation>采用这个办法</translation>
    </message>
    <message>
        <source>Use this limit in the matrix</source>
        <translation>用作矩阵的每日上限</translation>
    </message>
    <message>
        <source>The chart appears with the schedule.</source>
        <translation>排期之后显示图表。</translation>
    </message>
    <message>
        <source>Enter who packs and answers under “People”; then the load of every day is shown here.</source>
        <translation>请在“人手与档期”里填写谁打包、谁客服，这里就会显示每天的忙闲。</translation>
    </message>
    <message>
        <source>Over weeks your people manage {0} orders a day.</source>
        <translation>人手长期每天能承接 {0} 单。</translation>
    </message>
    <message>
        <source>Yellow: shopping for a festival. Grey: no parcels.</source>
        <translation>黄色：过节买东西的日子。灰色：快递停收。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Repurchase Matrix</source>
        <translation>复购矩阵</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>已撤销：{0}</translation>
    </message>
    <message>
        <source>Redone: {0}</source>
        <translation>已重做：{0}</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开的项目</translation>
    </message>
    <message>
        <source>Open the demo project</source>
        <translation>打开演示项目</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Paste a sheet…</source>
        <translation>粘贴整张表…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>导出 PDF 报告…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎页</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Host matrix</source>
        <translation>达人矩阵</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>投放排期</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>撤销：{0}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>重做：{0}</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>my-shop.rmx</source>
        <translation>我的店铺.rmx</translation>
    </message>
    <message>
        <source>Projects (*.rmx)</source>
        <translation>项目 (*.rmx)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>{0} copy.rmx</source>
        <translation>{0} 副本.rmx</translation>
    </message>
    <message>
        <source>Copy saved: {0}</source>
        <translation>副本已保存：{0}</translation>
    </message>
    <message>
        <source>One project is open at a time: “{0}” is open now, the others were left alone.</source>
        <translation>一次只能打开一个项目：现在打开的是“{0}”，其余的没有动。</translation>
    </message>
</context>
<context>
    <name>MappingPanel</name>
    <message>
        <source>Say which column is which; it is remembered for every file with these headings. Fields with a * are needed; where two stand for the same, one is enough.</source>
        <translation>请指明每一项对应哪一列，以后表头相同的文件都会照此处理。带 * 的必须指定；意思相同的几项，指定其中一项即可。</translation>
    </message>
    <message>
        <source>– not in this file –</source>
        <translation>– 此文件没有 –</translation>
    </message>
    <message>
        <source>One of these is enough: {0}</source>
        <translation>以下指定一项即可：{0}</translation>
    </message>
    <message>
        <source>perhaps “{0}”?</source>
        <translation>可能是“{0}”？</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>The chosen hosts must be in the plan</source>
        <translation>选中的达人必须入选方案</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>The chosen hosts must not be in the plan</source>
        <translation>选中的达人不进入方案</translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>Host matrix</source>
        <translation>达人矩阵</translation>
    </message>
    <message>
        <source>Whom to hire, on which offer, and what comes of it</source>
        <translation>找谁带货、怎么合作、能赚多少</translation>
    </message>
    <message>
        <source>Plan as Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Products, hosts or figures have changed since this plan was made. Press “Recommend” again.</source>
        <translation>算出这个方案之后，商品、达人或参数有改动。请再点“推荐方案”。</translation>
    </message>
    <message>
        <source>The figures of the model are still being read. Try again in a moment.</source>
        <translation>模型参数还在读取，请稍候再试。</translation>
    </message>
    <message>
        <source>The orders are still being added up; the plan follows by itself.</source>
        <translation>订单还在汇总，汇总完会自动推荐。</translation>
    </message>
    <message>
        <source>Booked sessions with results are not planned again: {0}</source>
        <translation>谈定的场次已有复盘，不再重复安排：{0}</translation>
    </message>
    <message>
        <source>Quick estimate, not the best yet</source>
        <translation>快速估算，还不是最优方案</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>还没有方案</translation>
    </message>
    <message>
        <source>There is no plan yet: press “Recommend” first.</source>
        <translation>还没有方案，请先点“推荐方案”。</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>导出 PDF 报告</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>plan.xlsx</source>
        <translation>达人方案.xlsx</translation>
    </message>
    <message>
        <source>Unlock “{0}”</source>
        <translation>取消锁定“{0}”</translation>
    </message>
    <message>
        <source>Lock “{0}” into the plan</source>
        <translation>锁定“{0}”，必须入选</translation>
    </message>
    <message>
        <source>Lift the ban on “{0}”</source>
        <translation>取消排除“{0}”</translation>
    </message>
    <message>
        <source>Ban “{0}”</source>
        <translation>排除“{0}”</translation>
    </message>
    <message>
        <source>Already booked</source>
        <translation>已经谈定</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>Next steps</source>
        <translation>接下来做什么</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Host matrix</source>
        <translation>达人矩阵</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>投放排期</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>复盘</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>OfferTable</name>
    <message>
        <source>Add offer</source>
        <translation>添加方式</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Change it below, or double-click a cell.</source>
        <translation>在下面改，或双击表格里的一格。</translation>
    </message>
    <message>
        <source>No offer known: fee and commission are estimated.
Add what the host asks for.</source>
        <translation>还没有合作方式：坑位费和佣金率按估算。
请添加对方的报价。</translation>
    </message>
    <message>
        <source>Offer {0}</source>
        <translation>合作方式 {0}</translation>
    </message>
    <message>
        <source>Two offers of a host cannot have the same name.</source>
        <translation>同一位达人的两种合作方式不能同名。</translation>
    </message>
</context>
<context>
    <name>OrderCheckView</name>
    <message>
        <source>Check the orders</source>
        <translation>查订单</translation>
    </message>
    <message>
        <source>The orders that show it</source>
        <translation>有这些迹象的订单</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Sheet for a dispute…</source>
        <translation>申诉材料…</translation>
    </message>
    <message>
        <source>A PDF with figures, times and order numbers; nothing of any buyer is in it</source>
        <translation>PDF，有数字、时间和订单号，没有任何买家信息</translation>
    </message>
    <message>
        <source>Cannot be told: no sale in these files names its host.
The order exports of Doudian, Kuaishou, WeChat and Xiaohongshu do; so does the commission file.</source>
        <translation>看不出：这些文件里的订单没写是哪位达人卖的。
抖店、快手小店、微信小店、小红书的订单导出都写了达人；佣金明细也写了。</translation>
    </message>
    <message>
        <source>Cannot be told: no sale in these files names its host.</source>
        <translation>看不出：这些文件里的订单没写是哪位达人卖的。</translation>
    </message>
    <message>
        <source>orders of {0}.pdf</source>
        <translation>{0}的订单情况.pdf</translation>
    </message>
    <message>
        <source>Sheet for a dispute</source>
        <translation>申诉材料</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>What was sold, through whom, and who bought again?</source>
        <translation>卖了什么、谁带的货、谁又来买了？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Takes the chosen files out of the project; it can be undone</source>
        <translation>把选中的文件移出项目，可以撤销</translation>
    </message>
    <message>
        <source>Who comes back</source>
        <translation>谁会回来</translation>
    </message>
    <message>
        <source>Levels of customers</source>
        <translation>顾客分层</translation>
    </message>
    <message>
        <source>Check orders</source>
        <translation>查刷单</translation>
    </message>
    <message>
        <source>Files taken in</source>
        <translation>已导入的文件</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Products sold</source>
        <translation>售出商品</translation>
    </message>
    <message>
        <source>No sale was found in these files.</source>
        <translation>这些文件里没有成交记录。</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Drop your order exports here</source>
        <translation>把订单导出文件拖到这里</translation>
    </message>
    <message>
        <source>Doudian</source>
        <translation>抖店</translation>
    </message>
    <message>
        <source>Orders › Order management › Export. Names the host of every alliance sale; add the after-sales, settlement and alliance commission files for refunds and costs.</source>
        <translation>订单 › 订单管理 › 导出。精选联盟成交带有达人；再加上售后表、结算单和联盟佣金明细，退款和费用就齐了。</translation>
    </message>
    <message>
        <source>Kuaishou shop</source>
        <translation>快手小店</translation>
    </message>
    <message>
        <source>Orders › Order query › Export. Names the host, the team leader and the expected commission.</source>
        <translation>订单 › 订单查询 › 导出。带有达人、团长和预估佣金。</translation>
    </message>
    <message>
        <source>No sale in these files names its host.
The order exports of Doudian, Kuaishou, WeChat and Xiaohongshu do; so does the commission file.</source>
        <translation>这些文件里没有带货达人的信息。
抖店、快手小店、微信小店、小红书的订单导出里有；佣金明细里也有。</translation>
    </message>
    <message>
        <source>WeChat shop</source>
        <translation>微信小店</translation>
    </message>
    <message>
        <source>Orders and after-sales › Order list › Export. Names the host, the commission, fees and refunds in one file.</source>
        <translation>订单与售后 › 订单列表 › 导出。达人、带货费用、技术服务费和退款都在一个文件里。</translation>
    </message>
    <message>
        <source>Xiaohongshu</source>
        <translation>小红书</translation>
    </message>
    <message>
        <source>Qianfan › Orders › Order query › Export. Names the host; the commission is in the settlement file.</source>
        <translation>千帆 › 订单 › 订单查询 › 导出。带有达人；佣金在结算单里。</translation>
    </message>
    <message>
        <source>Taobao, Tmall</source>
        <translation>淘宝 / 天猫</translation>
    </message>
    <message>
        <source>Qianniu › Trade › Sold items › Batch export. Names no host; older files name the buyer.</source>
        <translation>千牛 › 交易 › 已卖出的宝贝 › 批量导出。没有达人；旧版文件有买家会员名。</translation>
    </message>
    <message>
        <source>Pinduoduo, JD, Youzan</source>
        <translation>拼多多、京东、有赞</translation>
    </message>
    <message>
        <source>Orders › Order query › Export. Name no host (Youzan names the guide).</source>
        <translation>订单 › 订单查询 › 导出。没有达人（有赞有分销员）。</translation>
    </message>
    <message>
        <source>Any other table</source>
        <translation>其他表格</translation>
    </message>
    <message>
        <source>Order number or buyer, time of payment and amount are enough: you name the columns once.</source>
        <translation>有订单号或买家、付款时间和金额就够了：列对应只需指定一次。</translation>
    </message>
    <message>
        <source>Files may stay as they are: CSV or Excel, any period, several at once, in any order. Names, phones and addresses of buyers are never kept.</source>
        <translation>文件不用整理：CSV 或 Excel，任意时段，可一次多个，先后不限。买家的姓名、电话、地址绝不保存。</translation>
    </message>
    <message>
        <source>Adding it all up…</source>
        <translation>正在汇总…</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>导出表格</translation>
    </message>
</context>
<context>
    <name>OutcomeView</name>
    <message>
        <source>What was understood</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>Its dates can be read in two ways: choose the file under “Files” and say which comes first.</source>
        <translation>日期的日和月无法区分：请在“文件”里选中该文件，选择哪个在前。</translation>
    </message>
    <message>
        <source>This file was taken already: nothing was added.</source>
        <translation>此文件之前已导入：没有新增任何内容。</translation>
    </message>
    <message>
        <source>Nothing in this file could be used. See “Problems”.</source>
        <translation>此文件没有可用的内容，见“问题”。</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Whom to hire, what comes of it, and what to do next</source>
        <translation>请谁、结果会怎样、下一步做什么</translation>
    </message>
    <message>
        <source>Looking at your shop…</source>
        <translation>正在看您的店铺…</translation>
    </message>
    <message>
        <source>The plan is being made: whom to hire, and what comes of it.</source>
        <translation>正在算方案：请谁、结果会怎样。</translation>
    </message>
    <message>
        <source>Describe a product</source>
        <translation>填写一个商品</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>重新算方案</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Set the budget</source>
        <translation>去填预算</translation>
    </message>
    <message>
        <source>Make the plan</source>
        <translation>算出方案</translation>
    </message>
    <message>
        <source>See the limits</source>
        <translation>去看限制</translation>
    </message>
    <message>
        <source>See what to fix</source>
        <translation>看怎么改</translation>
    </message>
    <message>
        <source>See the plan</source>
        <translation>查看方案</translation>
    </message>
    <message>
        <source>Head, waist and tail appear here once there is a plan.</source>
        <translation>有了方案，这里就画出头部、腰部、尾部。</translation>
    </message>
    <message>
        <source>Who carries the plan?</source>
        <translation>方案靠谁撑起来？</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Stopped: the file was not written.</source>
        <translation>已停止，文件没有写入。</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>It could not be opened from here. Look for it in the folder: {0}</source>
        <translation>从这里打不开，请到文件夹里找：{0}</translation>
    </message>
    <message>
        <source>There is nothing to print yet: make a plan on the host matrix page first.</source>
        <translation>还没有可打印的内容：请先在“达人矩阵”页做出方案。</translation>
    </message>
    <message>
        <source>Template saved: {0}</source>
        <translation>模板已保存：{0}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What do you want to do, or whom do you look for?</source>
        <translation>想做什么，或者找谁？</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
    <message>
        <source>Nothing found. Try other letters.</source>
        <translation>没有找到，换几个字试试。</translation>
    </message>
    <message>
        <source>… and {0} more: type more letters</source>
        <translation>……还有 {0} 条，多打几个字</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>合作方式</translation>
    </message>
</context>
<context>
    <name>PayView</name>
    <message>
        <source>One page as PDF…</source>
        <translation>一页 PDF…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文字</translation>
    </message>
    <message>
        <source>Usual ways to pay (operator / owner)</source>
        <translation>常见的报酬方式（运营 / 老板）</translation>
    </message>
    <message>
        <source>The same, set so that they pay the fair middle on average</source>
        <translation>同样的方式，调到平均正好是公平的中间数</translation>
    </message>
    <message>
        <source>Place the sessions first.</source>
        <translation>请先排期。</translation>
    </message>
    <message>
        <source>No pay is fair to both.</source>
        <translation>没有对双方都公平的报酬。</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>留意</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>The plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Pyramid</source>
        <translation>金字塔</translation>
    </message>
    <message>
        <source>All hosts</source>
        <translation>全部达人</translation>
    </message>
    <message>
        <source>Profit and loss</source>
        <translation>盈亏</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>集中度</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>方案对比</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未选达人</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>复盘所得</translation>
    </message>
    <message>
        <source>Set the limits on the left and press “Recommend”.</source>
        <translation>在左边设好限制条件，然后点“推荐方案”。</translation>
    </message>
    <message>
        <source>Everyone is in the plan, or there is no plan yet.</source>
        <translation>达人已全部入选，或者还没有方案。</translation>
    </message>
    <message>
        <source>Booked…</source>
        <translation>谈定…</translation>
    </message>
    <message>
        <source>The chosen host is booked already: say on which offer</source>
        <translation>选中的达人已经谈定：说明是哪种合作方式</translation>
    </message>
    <message>
        <source>The chart appears with the plan.</source>
        <translation>有了方案，这里就会显示图表。</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>留意</translation>
    </message>
    <message>
        <source>{0} head, {1} waist and {2} tail hosts; heads bring {3} of the long-run profit, waists {4}, tails {5}.</source>
        <translation>头部 {0} 位、腰部 {1} 位、尾部 {2} 位；长期利润头部占 {3}，腰部占 {4}，尾部占 {5}。</translation>
    </message>
    <message>
        <source>Who carries the plan?</source>
        <translation>方案靠谁撑起来？</translation>
    </message>
    <message>
        <source>Who brings orders cheaply?</source>
        <translation>谁带来的订单更便宜？</translation>
    </message>
    <message>
        <source>Lower is cheaper, further right is more reach. The {0} chosen of {1} hosts are drawn large; click one to see it.</source>
        <translation>越靠下，每单费用越低；越靠右，观看越多。共 {1} 位达人，选中的 {0} 位画成大点，点一下可查看。</translation>
    </message>
    <message>
        <source>How much hangs on the largest hosts?</source>
        <translation>这份方案有多依赖少数达人？</translation>
    </message>
    <message>
        <source>Which hosts reach the same people?</source>
        <translation>哪些达人的观众是同一批人？</translation>
    </message>
</context>
<context>
    <name>PlatformCaps</name>
    <message>
        <source>Most for one platform</source>
        <translation>单个平台上限</translation>
    </message>
    <message>
        <source>Add a platform</source>
        <translation>添加平台</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Most of the budget, in percent</source>
        <translation>最多占预算的百分比</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>删除这一行</translation>
    </message>
    <message>
        <source>of the budget, in percent; lines from Excel can be pasted</source>
        <translation>占预算的百分比；可以粘贴 Excel 的几行</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Stopped. Pages the printer has already may still come out.</source>
        <translation>已停止。已经送到打印机的页可能还会打出来。</translation>
    </message>
    <message>
        <source>Stopped: the file was not written.</source>
        <translation>已停止，文件没有写入。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>第 {0} 页，共 {1} 页</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s), A4</source>
        <translation>
            <numerusform>A4，共 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已发送到打印机。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
</context>
<context>
    <name>PrivacyView</name>
    <message>
        <source>What is stored</source>
        <translation>存了什么</translation>
    </message>
    <message>
        <source>Forget a host</source>
        <translation>忘掉一位达人</translation>
    </message>
    <message>
        <source>Forget all orders</source>
        <translation>忘掉全部订单</translation>
    </message>
    <message>
        <source>Stored in the project file on this computer: your products and hosts, what you typed, results, and of imported orders the goods, money, times and hosts. Buyers and addresses are only kept as numbers made with a secret key of this project, to see who comes back.</source>
        <translation>存在本机项目文件里的有：商品、达人、您填写的内容、复盘结果，以及导入订单里的商品、金额、时间和达人。买家和地址只存成一串数字（用本项目自己的密钥换算），只为看出谁回头再买。</translation>
    </message>
    <message>
        <source>Never stored or shown: names, phone numbers, addresses and account names of buyers. Nothing is ever sent anywhere: the program works without a network.</source>
        <translation>从不保存也不显示：买家的姓名、电话、地址和账号。任何数据都不会发出去：本程序不用联网。</translation>
    </message>
    <message>
        <source>Takes out everything that names the host: record and offers, results, figures of posts and sessions, marks, kept plans, and the name on imported lines. The money on those lines stays.</source>
        <translation>把提到这位达人的内容全部删掉：资料和报价、复盘结果、作品和场次数据、标记、保存的方案，以及导入行上的名字。这些行的金额保留。</translation>
    </message>
    <message>
        <source>Takes out all imported orders, refunds, settlements and sessions, the numbers of the buyers and the key they were made with. Hosts, products and results you typed stay.</source>
        <translation>删掉全部导入的订单、退款、结算和场次，代表买家的数字以及换算用的密钥。达人、商品和您填写的复盘结果保留。</translation>
    </message>
    <message>
        <source>Id or name of the host</source>
        <translation>达人的 ID 或名字</translation>
    </message>
    <message>
        <source>Forget this host…</source>
        <translation>忘掉这位达人…</translation>
    </message>
    <message>
        <source>Forget all orders…</source>
        <translation>忘掉全部订单…</translation>
    </message>
    <message>
        <source>Take it out of the backups too</source>
        <translation>备份里也一并删掉</translation>
    </message>
    <message>
        <source>Otherwise it comes back when you restore one. A backup that cannot be cleaned is deleted. Copies you saved elsewhere are yours to delete.</source>
        <translation>否则恢复备份时它又会回来。清理不了的备份会整份删除。您另存到别处的副本要自己删。</translation>
    </message>
    <message>
        <source>There are no imported orders in this project.</source>
        <translation>本项目没有导入过订单。</translation>
    </message>
    <message>
        <source>Nothing in this project names “{0}”. Check the id or the name.</source>
        <translation>本项目里没有提到“{0}”。请核对 ID 或名字。</translation>
    </message>
    <message>
        <source>Forget all orders?</source>
        <translation>忘掉全部订单？</translation>
    </message>
    <message>
        <source>Forget “{0}”?</source>
        <translation>忘掉“{0}”？</translation>
    </message>
    <message>
        <source>It is taken out of all backups too.</source>
        <translation>所有备份里也会删掉。</translation>
    </message>
    <message>
        <source>Backups made before still hold it.</source>
        <translation>以前的备份里仍然有。</translation>
    </message>
    <message>
        <source>This cannot be undone, and earlier steps cannot be undone any more either.</source>
        <translation>删除后无法撤销，之前的步骤也不能再撤销。</translation>
    </message>
    <message>
        <source>This goes for good:</source>
        <translation>以下内容将永久删除：</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ProblemView</name>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>导出列表…</translation>
    </message>
    <message>
        <source>Opens the file of the chosen line in your spreadsheet program</source>
        <translation>用表格软件打开所选行对应的文件</translation>
    </message>
    <message>
        <source>After you have corrected and saved the file; undo the import first if it is taken already</source>
        <translation>改好并保存文件之后点这里；如已导入，请先撤销导入</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>problems.xlsx</source>
        <translation>问题.xlsx</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>This must be filled in.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>“{text}” is not a number. Write it like 1280, 12k or 15%.</source>
        <translation>“{text}”不是数字。请写成 1280、1.2万或 15% 这样。</translation>
    </message>
    <message>
        <source>“{text}” is too large to be a number here.</source>
        <translation>“{text}”太大，这里填不下。</translation>
    </message>
    <message>
        <source>{value:plain} must be a whole number.</source>
        <translation>{value:plain} 应为整数。</translation>
    </message>
    <message>
        <source>{value:plain} is too small: at least {low:plain}.</source>
        <translation>{value:plain} 太小，至少为 {low:plain}。</translation>
    </message>
    <message>
        <source>{value:plain} is too large: at most {high:plain}.</source>
        <translation>{value:plain} 太大，最多为 {high:plain}。</translation>
    </message>
    <message>
        <source>“{text}” is too long: at most 200 characters.</source>
        <translation>“{text}”太长，最多 200 个字。</translation>
    </message>
    <message>
        <source>“{text}” is neither yes nor no.</source>
        <translation>“{text}”既不是“是”也不是“否”。</translation>
    </message>
    <message>
        <source>“{text}” is not one of the choices. Pick one from the list.</source>
        <translation>没有“{text}”这个选项，请从列表里选。</translation>
    </message>
    <message>
        <source>“{text}” is not a tiered commission. Write it like: 25% above 10000; 30% above 50000.</source>
        <translation>“{text}”看不懂是什么阶梯佣金。请写成：1万以上25%；5万以上30%。</translation>
    </message>
    <message>
        <source>“{text}” is neither a sex, an age nor a kind of city. Write for example: women, 22-35, first-tier cities.</source>
        <translation>“{text}”不是性别、年龄或城市级别。可以写：女 22-35 一线。</translation>
    </message>
    <message>
        <source>Nobody in the roster is called “{text}”. Choose from the list, or press “Check and save” to enter a host of this name all the same.</source>
        <translation>达人库里没有“{text}”。请从列表里选；确实是另一位，就再按“检查并保存”。</translation>
    </message>
    <message>
        <source>Nobody in the roster is called “{text}”. Is it “{name}”? Choose from the list, or press “Check and save” to enter a host of this name all the same.</source>
        <translation>达人库里没有“{text}”，是不是“{name}”？请从列表里选；确实是另一位，就再按“检查并保存”。</translation>
    </message>
    <message>
        <source>{n} hosts are called “{text}”: choose one from the list.</source>
        <translation>有 {n} 位达人叫“{text}”：请从列表里选一位。</translation>
    </message>
    <message>
        <source>{day} is still to come. Enter results once the session has begun; is the year right?</source>
        <translation>{day} 还没到。直播开始后再填复盘；年份填对了吗？</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Write it like 2026-03-08.</source>
        <translation>“{text}”不是日期。请写成 2026-03-08 这样。</translation>
    </message>
    <message>
        <source>Another host already has the id {id}.</source>
        <translation>达人 ID {id} 已被另一位达人占用。</translation>
    </message>
    <message>
        <source>The file is not there. Was it moved or renamed?</source>
        <translation>找不到文件，是不是移动或改名了？</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The file is in use. Close it in Excel and try again.</source>
        <translation>文件正被占用，请在 Excel 里关闭后再试。</translation>
    </message>
    <message>
        <source>The file cannot be read ({detail}). Copy it to the desktop and try again.</source>
        <translation>文件读不了（{detail}）。请复制到桌面再试。</translation>
    </message>
    <message>
        <source>This is not a table. Export it again as .xlsx or .csv.</source>
        <translation>这不是表格文件，请重新导出为 .xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>No line with column headings was found.</source>
        <translation>没有找到表头行。</translation>
    </message>
    <message>
        <source>This is not a host roster: missing {missing}. Use our template or an export of the platform.</source>
        <translation>这不是达人名单：缺少 {missing}。请用本程序的模板或平台导出的文件。</translation>
    </message>
    <message>
        <source>This is not a product list: missing {missing}. Use our template.</source>
        <translation>这不是商品表：缺少 {missing}。请用本程序的模板。</translation>
    </message>
    <message>
        <source>This is not a choice of offers: missing {missing}.</source>
        <translation>这不是合作选择表：缺少 {missing}。</translation>
    </message>
    <message>
        <source>These order columns are not known: missing {missing}. Use our order template.</source>
        <translation>认不出这份订单的列：缺少 {missing}。请用本程序的订单模板。</translation>
    </message>
    <message>
        <source>The file cannot be written here ({detail}). Choose another folder.</source>
        <translation>文件写不到这里（{detail}），请换一个文件夹。</translation>
    </message>
    <message>
        <source>Host {id} was already in line {first_row}; this line was left out.</source>
        <translation>达人 {id} 在第 {first_row} 行已经有了，这一行已跳过。</translation>
    </message>
    <message>
        <source>Offer “{offer}” stands twice for this host; the first counts.</source>
        <translation>这位达人的合作方式“{offer}”重复了，以第一条为准。</translation>
    </message>
    <message>
        <source>Two different offers are called “{offer}”; this one was named “{name}”.</source>
        <translation>有两种不同的合作方式都叫“{offer}”，这一种已改名为“{name}”。</translation>
    </message>
    <message>
        <source>“{here}” differs from “{first}” in line {first_row} of the same host; the first counts.</source>
        <translation>“{here}”与同一位达人第 {first_row} 行的“{first}”不一致，以先出现的为准。</translation>
    </message>
    <message>
        <source>Excel has cut off the digits of this id ({text}): lines with it cannot be joined to other files. Export it again with ids as text.</source>
        <translation>Excel 截掉了这个编号的位数（{text}），这样的行无法与其他文件关联。请把编号设为文本后重新导出。</translation>
    </message>
    <message>
        <source>“{name}” was already in line {first_row}; this line was left out.</source>
        <translation>“{name}”在第 {first_row} 行已经有了，这一行已跳过。</translation>
    </message>
    <message>
        <source>Order {id} was already in line {first_row}; it counts once.</source>
        <translation>订单 {id} 在第 {first_row} 行已经有了，只算一次。</translation>
    </message>
    <message>
        <source>More was refunded than paid; this line was left out.</source>
        <translation>退款金额大于实付金额，这一行已跳过。</translation>
    </message>
    <message>
        <source>In {count:plain} of {rows:plain} lines the buyer is unknown: repurchase cannot be computed from them.</source>
        <translation>{rows:plain} 行里有 {count:plain} 行认不出买家，无法据此计算复购。</translation>
    </message>
    <message>
        <source>This line holds totals; it was left out.</source>
        <translation>本行是合计，已跳过。</translation>
    </message>
    <message>
        <source>This sheet holds something else; it was left out.</source>
        <translation>这个工作表是别的内容，已跳过。</translation>
    </message>
    <message>
        <source>There are headings but no lines below them.</source>
        <translation>只有表头，下面没有数据。</translation>
    </message>
    <message>
        <source>The file changed while it was being read. Wait until it is saved or downloaded completely, then try again.</source>
        <translation>读取过程中文件发生了变化。请等保存或下载完成后再试。</translation>
    </message>
    <message>
        <source>The file is too big to be read at once ({megabytes:plain} MB; at most {most:plain} MB). Export fewer months at a time, or save it as .csv.</source>
        <translation>文件太大，无法一次读入（{megabytes:plain} MB，上限 {most:plain} MB）。请按月分开导出，或另存为 .csv。</translation>
    </message>
    <message>
        <source>This is only Excel&apos;s mark that the workbook is open. Choose the workbook itself.</source>
        <translation>这只是 Excel 打开文件时的临时标记，请选择工作簿本身。</translation>
    </message>
    <message>
        <source>Workbooks of the kind .xlsb cannot be read. Open it in Excel and save it as .xlsx.</source>
        <translation>无法读取 .xlsb 工作簿，请用 Excel 打开后另存为 .xlsx。</translation>
    </message>
    <message>
        <source>Unpacked, this workbook would be many times larger than any real table; it was not opened. Export it again from the platform.</source>
        <translation>该工作簿解压后会异常膨胀，不像正常表格，未打开。请从平台重新导出。</translation>
    </message>
    <message>
        <source>The sheet spans {cells:plain} cells; at most {most:plain} can be read. Delete stray cells far away from the table, or save it as .csv.</source>
        <translation>工作表范围有 {cells:plain} 个单元格，上限 {most:plain} 个。请删除远离表格的零散单元格，或另存为 .csv。</translation>
    </message>
    <message>
        <source>The table has {columns:plain} columns; at most {most:plain} can be read. Is it the right file?</source>
        <translation>表格有 {columns:plain} 列，最多支持 {most:plain} 列。文件选对了吗？</translation>
    </message>
    <message>
        <source>A workbook holds at most {most:plain} lines; this table has {rows:plain}. Save it as .csv.</source>
        <translation>工作簿最多 {most:plain} 行，此表有 {rows:plain} 行。请保存为 .csv。</translation>
    </message>
    <message>
        <source>In {count:plain} cells signs were broken and shown as “�”. If names look wrong, export the file again.</source>
        <translation>有 {count:plain} 个单元格含有乱码，以“�”显示。如名称不对，请重新导出。</translation>
    </message>
    <message>
        <source>The file cannot be replaced because it is open. Close it in Excel and save again.</source>
        <translation>文件正在被打开，无法替换。请在 Excel 中关闭后再保存。</translation>
    </message>
    <message>
        <source>This project is open in another window of the program. Go on there, or close it there first.</source>
        <translation>这个项目已在本程序的另一个窗口里打开。请到那个窗口继续，或先在那里关掉它。</translation>
    </message>
    <message>
        <source>A backup is being restored or something is being forgotten. Wait until it is done, or stop it under Settings.</source>
        <translation>正在恢复备份或删除数据。请等它完成，或到“设置”里停止。</translation>
    </message>
    <message>
        <source>Files are being imported right now. Wait until they are in, or stop the import, and try again.</source>
        <translation>正在导入文件。请等导入完成，或停止导入后再试。</translation>
    </message>
    <message>
        <source>Nothing could be read of the damaged project. It was left as it is; open a backup or a copy.</source>
        <translation>损坏的项目里什么都读不出来，原文件未动；请打开备份或副本。</translation>
    </message>
    <message>
        <source>The disk is full: you can look at everything in this project, but what you change cannot be saved. Empty the recycle bin or move large files to another disk, then go on.</source>
        <translation>磁盘已满：这个项目还能照常查看，但改动存不下来。请清空回收站，或把大文件移到别的磁盘，腾出空间后再继续。</translation>
    </message>
    <message>
        <source>There is no room on the disk to bring this older project up to date. Nothing was changed: make room and open it again.</source>
        <translation>磁盘没有空间，这份旧版项目没法升级。原文件没动：腾出空间后再打开。</translation>
    </message>
    <message>
        <source>“{text}” says nothing that could be checked. Name what is earned a day, how many are sold in how long, or what an account is worth.</source>
        <translation>“{text}”里没有能核的说法。请写明一天赚多少、多久卖多少单，或账号值多少钱。</translation>
    </message>
    <message>
        <source>Together the limits leave nobody to hire, although offers are worth it (“{name}” for “{product}” alone would bring {gain:money}). Loosen the limits on one host&apos;s orders, on risk or on the mix of levels.</source>
        <translation>这些限制合在一起，一位达人也请不了，虽然有合作是划算的（光是“{name}”带“{product}”就能赚 {gain:money}）。请放宽单个达人订单上限、亏损限制或层级配比。</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>路径中有一段不是文件夹</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>那是一个文件夹</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>磁盘读写出错</translation>
    </message>
    <message>
        <source>disk I/O error</source>
        <translation>磁盘读写出错</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>数据页有误</translation>
    </message>
    <message>
        <source>database or disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>This cell is empty, but a line cannot be used without it. Fill it in and read the file again.</source>
        <translation>这一格是空的，缺了它这一行用不了。补上后请重新读取文件。</translation>
    </message>
    <message>
        <source>The program made a mistake with this file ({detail}); nothing of it was taken. The log says more.</source>
        <translation>程序处理这个文件时出错（{detail}），没有导入任何内容。详情见日志。</translation>
    </message>
    <message>
        <source>These are not campaign results: missing {missing}. Use our template.</source>
        <translation>这不是投放结果：缺少 {missing}。请使用我们的模板。</translation>
    </message>
    <message>
        <source>The result of {id} was already in line {first_row}; this line was left out.</source>
        <translation>{id} 的结果在第 {first_row} 行已经有了，这一行未计入。</translation>
    </message>
    <message>
        <source>{day} is still to come, so this line was left out. Is the year right? Correct the day in the file and import it again, or import the line once the session has begun.</source>
        <translation>{day} 还没到，这一行没有导入。年份填对了吗？在文件里改好日期再导入，或者等开播以后再导入这一行。</translation>
    </message>
    <message>
        <source>{value:plain} cannot be more than {whole:plain}, of which it is a part.</source>
        <translation>{value:plain} 不可能大于它所属的总数 {whole:plain}。</translation>
    </message>
    <message>
        <source>The {count:plain} amounts of this column are in {currency}, not in yuan; none was taken.</source>
        <translation>该列 {count:plain} 个金额的币种是 {currency}，不是人民币，均未采用。</translation>
    </message>
    <message>
        <source>{count:plain} cells of this column are ranges; their middle was taken (“{text}”: {value:plain}).</source>
        <translation>该列有 {count:plain} 个单元格是区间，已取中间值（“{text}”：{value:plain}）。</translation>
    </message>
    <message>
        <source>{count:plain} cells below 1 in a column of percents (“{text}”) were read as less than 1 %. Check them.</source>
        <translation>该列是百分数，其中 {count:plain} 个小于 1 的值（“{text}”）按不足 1% 读取，请核对。</translation>
    </message>
    <message>
        <source>“{text}” contradicts the figure {value:plain} of the same line; the figure counts.</source>
        <translation>“{text}”与同一行的数字 {value:plain} 矛盾，以数字为准。</translation>
    </message>
    <message>
        <source>The sheet is not in the file any more. Read the file again.</source>
        <translation>文件里已没有这个工作表，请重新读取文件。</translation>
    </message>
    <message>
        <source>Still needed: {missing}. Say which columns these are, or export the file again with all columns.</source>
        <translation>还缺：{missing}。请指定对应的列，或勾选全部列重新导出。</translation>
    </message>
    <message>
        <source>This export only lists what the orders held, without dates and payments. Export the list of orders instead.</source>
        <translation>这份导出只有订单里的宝贝明细，没有日期和金额。请改为导出订单报表。</translation>
    </message>
    <message>
        <source>The order state “{text}” ({count:plain} lines) is not known; the time of payment decided.</source>
        <translation>订单状态“{text}”（{count:plain} 行）无法识别，按付款时间判断。</translation>
    </message>
    <message>
        <source>The after-sale state “{text}” ({count:plain} lines) is not known; it was taken for no refund. Import the list of refunds too.</source>
        <translation>售后状态“{text}”（{count:plain} 行）无法识别，按没有退款处理。请同时导入售后/退款表。</translation>
    </message>
    <message>
        <source>The after-sale state “{text}” ({count:plain} lines) is not known; these cases count as refunds where they have a time.</source>
        <translation>售后状态“{text}”（{count:plain} 行）无法识别；其中有时间的按已退款计算。</translation>
    </message>
    <message>
        <source>The kind of after-sale case “{text}” ({count:plain} lines) is not known; state and amount decide whether money went back.</source>
        <translation>售后类型“{text}”（{count:plain} 行）无法识别；是否退了款按售后状态和金额判断。</translation>
    </message>
    <message>
        <source>{count:plain} lines were refunded in part, but the file does not say how much: nothing was taken off. Import the list of refunds too.</source>
        <translation>有 {count:plain} 行是部分退款，但文件里没有退款金额，没有扣减。请同时导入售后/退款表。</translation>
    </message>
    <message>
        <source>{count:plain} lines were refunded without an amount; all that was paid counts as refunded. A list of refunds says the true amount.</source>
        <translation>有 {count:plain} 行退款成功但没有金额，按全额退款计算。导入售后/退款表即可用上真实金额。</translation>
    </message>
    <message>
        <source>The note of {count:plain} lines (补单) means a brushed order or a parcel sent again; they count as sales. Where brushed, write 刷单 and import again.</source>
        <translation>{count:plain} 行备注“补单”，刷单还是补发无法判断，按正常销售计算。确属刷单的，备注改成“刷单”再导入。</translation>
    </message>
    <message>
        <source>This line has {cells:plain} cells under {columns:plain} headings: a comma in a text (an address, say) has shifted them, so it was left out. Export the file again as .xlsx.</source>
        <translation>这一行有 {cells:plain} 格，表头只有 {columns:plain} 列：文字（例如地址）里的逗号使后面的内容错位，这一行已跳过。请重新导出为 .xlsx。</translation>
    </message>
    <message>
        <source>This line breaks off after {cells:plain} of {columns:plain} cells, before one that is needed; it was left out. Export the file again as .xlsx.</source>
        <translation>这一行只有 {cells:plain} 格（表头 {columns:plain} 列），缺少必需的内容，这一行已跳过。请重新导出为 .xlsx。</translation>
    </message>
    <message>
        <source>“{text}” pieces cannot be right; the line was left out.</source>
        <translation>数量“{text}”不可能，这一行已搁置。</translation>
    </message>
    <message>
        <source>“{text}” lies years away from all other dates; the line was left out. Correct the date.</source>
        <translation>“{text}”与其他日期相差多年，这一行已搁置。请更正日期。</translation>
    </message>
    <message>
        <source>“{text}” lies before 1990 or after 2099. Correct the date.</source>
        <translation>“{text}”早于 1990 年或晚于 2099 年，请更正日期。</translation>
    </message>
    <message>
        <source>“{text}” can be read with the day or the month first, and no other cell of the column settles it. Choose the order of the dates.</source>
        <translation>“{text}”的日和月可以互换，该列其他单元格也无法判定。请选择日期顺序。</translation>
    </message>
    <message>
        <source>“{text}” is in another currency than the rest of the column.</source>
        <translation>“{text}”与该列其他单元格的币种不同。</translation>
    </message>
    <message>
        <source>The buyers in this file are masked or encrypted: repurchase per customer cannot be computed from it.</source>
        <translation>这份文件的买家是密文或打了星号，无法计算买家层面的复购率。</translation>
    </message>
    <message>
        <source>{count:plain} of {rows:plain} lines name no order (deposits, withdrawals and the like); they were left out.</source>
        <translation>{rows:plain} 行中有 {count:plain} 行没有订单号（充值、提现等），已跳过。</translation>
    </message>
    <message>
        <source>… and {count:plain} more of this file. Correct the first ones and read it again.</source>
        <translation>……此文件还有 {count:plain} 个问题。请先改好前面的，再重新读取。</translation>
    </message>
    <message>
        <source>The lines kept from this file are damaged and were left out. Remove it from the list and import the file again.</source>
        <translation>项目里保存的这个文件的数据已损坏，未计入。请从列表中移除它，再重新导入。</translation>
    </message>
    <message>
        <source>What was imported is no longer in the project: it was opened a second time meanwhile. Import the file again.</source>
        <translation>导入的数据已不在项目里：项目在此期间被再次打开过。请重新导入文件。</translation>
    </message>
    <message>
        <source>The workbook cannot be opened: it is protected or damaged. Open it in Excel and save it again as .xlsx.</source>
        <translation>工作簿打不开：可能加了密码或已损坏。请用 Excel 打开，另存为 .xlsx。</translation>
    </message>
    <message>
        <source>From this line on a quotation mark is never closed. Open the file in Excel and save it again.</source>
        <translation>从这一行起，有引号没有配对。请用 Excel 打开，重新保存。</translation>
    </message>
    <message>
        <source>The workbook is protected by a password. Open it in Excel, remove the password and save it again.</source>
        <translation>工作簿有密码保护。请用 Excel 打开，去掉密码后另存。</translation>
    </message>
    <message>
        <source>The project file is not there. Was it moved or renamed?</source>
        <translation>找不到项目文件，是不是移动或改名了？</translation>
    </message>
    <message>
        <source>The folder for this file does not exist. Choose another one.</source>
        <translation>存放这个文件的文件夹不存在，请换一个文件夹。</translation>
    </message>
    <message>
        <source>There is already a file of this name. Choose another name.</source>
        <translation>已有同名文件，请换一个名字。</translation>
    </message>
    <message>
        <source>This is not a Repurchase Matrix project (.rmx).</source>
        <translation>这不是复购矩阵的项目文件（.rmx）。</translation>
    </message>
    <message>
        <source>This project was made by a newer version of the program. Install the new version to open it.</source>
        <translation>这个项目是用更新版本的程序做的，请安装新版本再打开。</translation>
    </message>
    <message>
        <source>The project file is damaged ({detail}). It was left as it is; open a backup copy.</source>
        <translation>项目文件已损坏（{detail}），程序没有改动它，请打开备份。</translation>
    </message>
    <message>
        <source>The project cannot be changed here: file or folder is read-only. Copy it to another folder.</source>
        <translation>项目不能修改：文件或文件夹是只读的，请复制到别的文件夹。</translation>
    </message>
    <message>
        <source>Another program is using the project file. Wait a moment and try again.</source>
        <translation>项目文件正被别的程序占用，请稍后再试。</translation>
    </message>
    <message>
        <source>The project file cannot be reached any more. Is the stick or drive still connected?</source>
        <translation>项目文件读不到了，U 盘或硬盘是不是断开了？</translation>
    </message>
    <message>
        <source>The disk is full; the last change was not saved. Make room and try again.</source>
        <translation>磁盘已满，刚才的修改没有保存。请腾出空间再试。</translation>
    </message>
    <message>
        <source>The project could not be brought up to date; it was left as it was ({detail}).</source>
        <translation>项目没能升级，仍保持原样（{detail}）。</translation>
    </message>
    <message>
        <source>A copy cannot replace the open project. Choose another name.</source>
        <translation>副本不能覆盖正在打开的项目，请换一个名字。</translation>
    </message>
    <message>
        <source>The text holds a broken character ({text}). Delete it and type it again.</source>
        <translation>文字里有损坏的字符（{text}），请删掉重新输入。</translation>
    </message>
    <message>
        <source>No project is open. Create or open one first.</source>
        <translation>没有打开的项目。请先新建或打开一个。</translation>
    </message>
    <message>
        <source>{text} (--help)</source>
        <translation>{text}（--help）</translation>
    </message>
    <message>
        <source>There is no policy figure “{key}”.</source>
        <translation>没有名为“{key}”的参数。</translation>
    </message>
    <message>
        <source>“{key}” cannot be {value:plain}: between {low:plain} and {high:plain}.</source>
        <translation>“{key}”不能设为 {value:plain}，应在 {low:plain} 到 {high:plain} 之间。</translation>
    </message>
    <message>
        <source>“{lower}” must not be above “{upper}”.</source>
        <translation>“{lower}”不能大于“{upper}”。</translation>
    </message>
    <message>
        <source>“{text}” is not of the form key=number.</source>
        <translation>“{text}”不是“参数名=数值”的写法。</translation>
    </message>
    <message>
        <source>There is no product called “{name}”.</source>
        <translation>没有名为“{name}”的商品。</translation>
    </message>
    <message>
        <source>There is no product to plan for. Describe a product first.</source>
        <translation>还没有要带的商品，请先添加商品。</translation>
    </message>
    <message>
        <source>No product is ticked. Tick at least one on the left.</source>
        <translation>一个商品都没勾选，请在左边至少勾选一个。</translation>
    </message>
    <message>
        <source>The roster is empty. Import your hosts first.</source>
        <translation>达人名单是空的，请先导入达人。</translation>
    </message>
    <message>
        <source>No order names its host, so there is nothing to print. Export orders that do (Doudian, Kuaishou, WeChat, Xiaohongshu).</source>
        <translation>订单都没写是哪位达人卖的，没有可印的。请导出写了达人的订单（抖店、快手小店、微信小店、小红书）。</translation>
    </message>
    <message>
        <source>No order names the host “{id}”. Look at how the order file writes the name.</source>
        <translation>没有订单写着达人“{id}”。看看订单文件里怎么写他的。</translation>
    </message>
    <message>
        <source>The roster has no host “{id}”. Look at how it writes the name.</source>
        <translation>名单里没有达人“{id}”。请核对名单里的写法。</translation>
    </message>
    <message>
        <source>All {n:count} hosts are banned. Lift a ban and recommend again.</source>
        <translation>{n:count} 位达人全部被排除。请取消排除，再重新推荐。</translation>
    </message>
    <message>
        <source>“{name}” has no stock: nothing can be sold. Enter the stock on the products page.</source>
        <translation>“{name}”没有库存，卖不了。请在“商品”页填写库存。</translation>
    </message>
    <message>
        <source>A budget of {budget:money} pays no host: the cheapest asks {least:money} ({short:money} more). Raise the budget or ask for a commission-only offer.</source>
        <translation>预算 {budget:money} 请不到任何达人：最便宜的也要 {least:money}（还差 {short:money}）。请增加预算，或谈纯佣合作。</translation>
    </message>
    <message>
        <source>“{product}” sells at {price:fen} but costs {costs:fen} with shipping and platform fee: every order loses. Correct the price or the cost first.</source>
        <translation>“{product}”售价 {price:fen}，加上物流和平台扣点的成本是 {costs:fen}，每单都亏。请先调整售价或成本。</translation>
    </message>
    <message>
        <source>The commission of {commission:percent} is more than “{product}” earns at {price:fen}: every order loses, whatever the fee. Ask for a lower commission or raise the margin.</source>
        <translation>佣金率 {commission:percent}，超过“{product}”卖 {price:fen} 时的毛利：坑位费再低，每单也亏。请谈低佣金率，或提高毛利。</translation>
    </message>
    <message>
        <source>Every offer worth having takes more of the {budget:money} than one host may. Raise the budget or the largest share.</source>
        <translation>值得合作的达人，在 {budget:money} 预算里都超过单个达人上限。请增加预算，或调高这个上限。</translation>
    </message>
    <message>
        <source>Keep the money: every offer is expected to lose. The least bad is “{name}” for “{product}” at {cost:money}, losing about {loss:money}.</source>
        <translation>建议先不花这笔钱：每种合作预计都会亏。亏得最少的是让“{name}”带“{product}”，费用 {cost:money}，约亏 {loss:money}。</translation>
    </message>
    <message>
        <source>The search broke off on these figures ({detail}). Check the policy figures you changed under Settings.</source>
        <translation>按这些参数没能算完（{detail}）。请检查在“设置”里改过的参数。</translation>
    </message>
    <message>
        <source>No offer is worth the trouble: the best, “{name}” for “{product}”, would bring only {gain:money} in the long run (asked for: {least:money}).</source>
        <translation>没有值得合作的：最好的“{name}”带“{product}”，长期也只多赚 {gain:money}（至少要 {least:money}）。</translation>
    </message>
    <message>
        <source>The limits contradict each other: {locks:count} locked hosts do not fit the budget of {budget:money}, the stock and the mix of levels together. Unlock a host, raise the budget or switch the mix rule off.</source>
        <translation>限制条件互相冲突：锁定的 {locks:count} 位达人无法同时满足预算 {budget:money}、库存和层级配比。请取消锁定、增加预算，或不按层级配比。</translation>
    </message>
    <message>
        <source>The locked host {id} is not in the roster.</source>
        <translation>锁定的达人 {id} 不在名单里。</translation>
    </message>
    <message>
        <source>“{name}” is both locked and banned. Choose one.</source>
        <translation>“{name}”既锁定又排除，只能选一样。</translation>
    </message>
    <message>
        <source>“{name}” is locked, but there is nothing in stock to sell.</source>
        <translation>“{name}”已锁定，但没有库存可卖。</translation>
    </message>
    <message>
        <source>“{name}” is locked but costs {short:money} more than the whole budget.</source>
        <translation>“{name}”已锁定，但费用比全部预算还多 {short:money}。</translation>
    </message>
    <message>
        <source>Host {id} has no offer “{offer}” for {sessions} sessions.</source>
        <translation>达人 {id} 没有“{offer}”{sessions} 场这种合作。</translation>
    </message>
    <message>
        <source>“{name}” has to be in: let this host go, and the rest fits.</source>
        <translation>“{name}”必须入选：放弃这位达人，其余条件就能同时满足。</translation>
    </message>
    <message>
        <source>The budget is {have:money}; with all other limits at least {need:money} is needed.</source>
        <translation>预算是 {have:money}；要满足其他所有条件，至少需要 {need:money}。</translation>
    </message>
    <message>
        <source>The stock is {have:count}; with all other limits at least {need:count} is needed.</source>
        <translation>库存是 {have:count} 件；要满足其他所有条件，至少需要 {need:count} 件。</translation>
    </message>
    <message>
        <source>Your people manage {have:count} orders a day; with all other limits at least {need:count} come in.</source>
        <translation>您的人手每天能处理 {have:count} 单；按其他条件，每天至少会来 {need:count} 单。</translation>
    </message>
    <message>
        <source>Cash of {have:money} is not enough; with all other limits at least {need:money} is tied up.</source>
        <translation>{have:money} 的周转资金不够；要满足其他所有条件，至少会占用 {need:money}。</translation>
    </message>
    <message>
        <source>Your own people give {have:count} hours; with all other limits at least {need:count} are needed.</source>
        <translation>自己人只有 {have:count} 小时；要满足其他限制，至少要 {need:count} 小时。</translation>
    </message>
    <message>
        <source>One platform may take {have:money}; with all other limits it takes at least {need:money}.</source>
        <translation>单个平台最多花 {have:money}；要满足其他所有条件，至少要花 {need:money}。</translation>
    </message>
    <message>
        <source>One agency may take {have:money}; with all other limits it takes at least {need:money}.</source>
        <translation>单家机构最多花 {have:money}；要满足其他所有条件，至少要花 {need:money}。</translation>
    </message>
    <message>
        <source>The mix rule for heads cannot be kept: switch the mix rule off, or change it under Settings.</source>
        <translation>头部达人的配比做不到：请关闭层级配比，或在“设置”里修改。</translation>
    </message>
    <message>
        <source>The mix rule for tail hosts cannot be kept: switch the mix rule off, or change it under Settings.</source>
        <translation>尾部达人的配比做不到：请关闭层级配比，或在“设置”里修改。</translation>
    </message>
    <message>
        <source>One host may bring {have:percent} of the orders at most: allow more, or more hosts.</source>
        <translation>单个达人最多带来 {have:percent} 的订单：请放宽这个比例，或增加达人。</translation>
    </message>
    <message>
        <source>The worst twentieth of cases loses {have:money} on average: no choice under the other limits is so safe.</source>
        <translation>20 次里最差的那 1 次，平均要亏 {have:money}：在其他条件下，没有这么稳妥的选法。</translation>
    </message>
    <message>
        <source>The odds of a loss may be {odds:percent}: no choice under the other limits is so safe.</source>
        <translation>亏损概率最多 {odds:percent}：在其他条件下，没有这么稳妥的选法。</translation>
    </message>
    <message>
        <source>“{name}” is booked, but the roster has no such offer for so many sessions.</source>
        <translation>“{name}”已谈定，但达人名单里没有这种合作方式或场次。</translation>
    </message>
    <message>
        <source>The plan holds no session yet: make a plan first, then place it on days.</source>
        <translation>方案里还没有场次：先做出方案，再排到日期上。</translation>
    </message>
    <message>
        <source>The last day ({last}) lies before the first ({first}).</source>
        <translation>最后一天（{last}）早于第一天（{first}）。</translation>
    </message>
    <message>
        <source>{first} is too far ahead: fees and forecasts of today say nothing of it. Begin on {latest} at the latest; is the year right?</source>
        <translation>{first} 太远了：今天的报价和预测说不了那么远的事。首日最晚 {latest}；年份填对了吗？</translation>
    </message>
    <message>
        <source>The time planned for ended on {last}. Choose a later day.</source>
        <translation>排期到 {last} 就已经结束，请选更晚的日子。</translation>
    </message>
    <message>
        <source>Your people carry {orders:plain} orders a day, so nothing can be placed. Enter who packs and answers, and for how many hours.</source>
        <translation>人手每天只能承接 {orders:plain} 单，什么都排不了。请填写谁打包、谁做客服、每天几小时。</translation>
    </message>
    <message>
        <source>“{text}” is not a task known here. Write listing, promotion, service, packing or after-sales.</source>
        <translation>不认识“{text}”这项活：请写上架、推广、客服、打包或售后。</translation>
    </message>
    <message>
        <source>“{text}” ends before it begins.</source>
        <translation>“{text}”的结束早于开始。</translation>
    </message>
    <message>
        <source>“{text}” is not a day of the week. Write Sat, Sun, or 6, 7.</source>
        <translation>“{text}”不是星期几。请写 六、日，或 6、7。</translation>
    </message>
</context>
<context>
    <name>ProductSheet</name>
    <message>
        <source>Check and save</source>
        <translation>检查并保存</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Choose from the orders…</source>
        <translation>从订单里选…</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新商品</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>What do you sell, and how often is it bought again?</source>
        <translation>卖什么，顾客多久会再买？</translation>
    </message>
    <message>
        <source>No product yet. Press “New product” and describe what you sell,
or import a product list.</source>
        <translation>还没有商品。
点“新建商品”填写，
或导入商品表。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Template…</source>
        <translation>模板…</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新建商品</translation>
    </message>
    <message>
        <source>The new product is not saved yet: correct the marked fields, or empty the form to drop it.</source>
        <translation>新商品还没保存：请改正标红的字段，不要了就清空表单。</translation>
    </message>
    <message>
        <source>Correct the marked fields to see the grade.</source>
        <translation>改正标出的内容，就能看到复购等级。</translation>
    </message>
    <message>
        <source>Save the product template</source>
        <translation>保存商品模板</translation>
    </message>
    <message>
        <source>products-template.xlsx</source>
        <translation>商品模板.xlsx</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>my-shop</source>
        <translation>我的店铺</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Grading products…</source>
        <translation>正在评定复购等级…</translation>
    </message>
    <message>
        <source>Learning from your results…</source>
        <translation>正在从复盘中学习…</translation>
    </message>
    <message>
        <source>Working out what each offer brings…</source>
        <translation>正在测算每种合作的效果…</translation>
    </message>
    <message>
        <source>Searching the best choice…</source>
        <translation>正在寻找最佳组合…</translation>
    </message>
    <message>
        <source>Making the same plan with other limits…</source>
        <translation>正在用别的限制重算方案…</translation>
    </message>
    <message>
        <source>Placing sessions on days…</source>
        <translation>正在把场次排到每一天…</translation>
    </message>
    <message>
        <source>Loading your people…</source>
        <translation>正在计算人手忙闲…</translation>
    </message>
    <message>
        <source>Following word of mouth…</source>
        <translation>正在推演口碑传播…</translation>
    </message>
    <message>
        <source>Checking the orders of each host…</source>
        <translation>正在查每位达人的订单…</translation>
    </message>
    <message>
        <source>Checking the hosts for inflated figures and fair fees…</source>
        <translation>正在检查达人的水分和合理坑位费…</translation>
    </message>
    <message>
        <source>Trying the plan thousands of times…</source>
        <translation>正在反复模拟方案…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Copying the project…</source>
        <translation>正在复制项目…</translation>
    </message>
    <message>
        <source>Looking through the imported files…</source>
        <translation>正在查看导入的文件…</translation>
    </message>
    <message>
        <source>Taking it out of the imported files…</source>
        <translation>正在从导入的文件里删除…</translation>
    </message>
    <message>
        <source>Wiping the freed space…</source>
        <translation>正在抹掉腾出的空间…</translation>
    </message>
    <message>
        <source>Taking it out of the backups…</source>
        <translation>正在从备份里删除…</translation>
    </message>
    <message>
        <source>Saving what can be read…</source>
        <translation>正在保存能读出的内容…</translation>
    </message>
    <message>
        <source>Understanding the lines…</source>
        <translation>正在理解各行…</translation>
    </message>
    <message>
        <source>Saving the lines…</source>
        <translation>正在保存数据…</translation>
    </message>
    <message>
        <source>Putting the figures together…</source>
        <translation>正在汇总数字…</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Page {0} of {1}…</source>
        <translation>第 {0} 页，共 {1} 页…</translation>
    </message>
    <message>
        <source>Writing the table…</source>
        <translation>正在写表格…</translation>
    </message>
    <message>
        <source>Sheet {0} of {1}…</source>
        <translation>第 {0} 张表，共 {1} 张…</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷方式</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;I)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>ReadyCard</name>
    <message>
        <source>Ready to go live?</source>
        <translation>能开播了吗？</translation>
    </message>
    <message>
        <source>Correct the marked figure to see the verdict.</source>
        <translation>改好标红的数字，就能看到结论。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可以开播</translation>
    </message>
    <message>
        <source>Pays at once</source>
        <translation>首单就回本</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>还说不准</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>还没准备好</translation>
    </message>
    <message>
        <source>Never pays back</source>
        <translation>回不了本</translation>
    </message>
</context>
<context>
    <name>ReadyDetail</name>
    <message>
        <source>Try first</source>
        <translation>先试试</translation>
    </message>
    <message>
        <source>What each of them does is our guess (Settings → {0}): test it before you rely on it.</source>
        <translation>效果都是主观估计（可在“设置 → {0}”里改），请先小范围试过再当真。</translation>
    </message>
    <message>
        <source>At your repurchase rate an order loses even without a fee: the commission takes it all.</source>
        <translation>按您的复购率，就算不收坑位费，每单也亏：佣金把利润都占了。</translation>
    </message>
    <message>
        <source>At your repurchase rate an order may cost up to {0} in fees. Bargain with that figure.</source>
        <translation>按您的复购率，每个首单最多付得起 {0} 坑位费，照此谈价。</translation>
    </message>
    <message>
        <source>Break-even rate still {0} · yours {2} → {3}</source>
        <translation>保本复购率仍然{0} · 您的复购率 {2} → {3}</translation>
    </message>
    <message>
        <source>Break-even rate {0} → {1} · yours {2} → {3}</source>
        <translation>保本复购率 {0} → {1} · 您的复购率 {2} → {3}</translation>
    </message>
    <message>
        <source>A first order leaves in the end {0} → {1}</source>
        <translation>每个首单最终净赚 {0} → {1}</translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation>够不着</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Lasts about {days:days}: few customers need another one soon.</source>
        <translation>约能用 {days:days}，短期内很少有人需要再买。</translation>
    </message>
    <message>
        <source>Used up in about {days:days}, then it is needed again.</source>
        <translation>约 {days:days}用完，用完就要再买。</translation>
    </message>
    <message>
        <source>Bought at holidays and occasions ({share:percent} of purchases): it comes back in waves.</source>
        <translation>多为过节、送礼而买（占购买的 {share:percent}），复购随节日一波一波来。</translation>
    </message>
    <message>
        <source>Re-bought by habit ({share:percent} of customers buy it as routine).</source>
        <translation>习惯性复购（{share:percent} 的顾客会固定购买）。</translation>
    </message>
    <message>
        <source>The category is unknown, so the grade is very uncertain. Choose one.</source>
        <translation>类目不明，等级很不确定，请选一个类目。</translation>
    </message>
    <message>
        <source>{price:fen} is far from the usual {low:money} – {high:money} for “{category}”: the category or the price may be wrong, so the grade is wide.</source>
        <translation>{price:fen} 与“{category}”常见的 {low:money} – {high:money} 相差很大，类目或售价可能有误，等级因此不太确定。</translation>
    </message>
    <message>
        <source>{days:days} of use is far from the usual {usual:days} for “{category}”, so the grade is wide.</source>
        <translation>使用 {days:days}，与“{category}”通常的 {usual:days}相差很大，等级因此不太确定。</translation>
    </message>
    <message>
        <source>“{category}” is usually bought otherwise than ticked here, so the grade is wider.</source>
        <translation>“{category}”通常的购买情况与这里所选的“节日消费”不符，等级因此不太确定。</translation>
    </message>
    <message>
        <source>{customers:count} customers in your orders: {share:percent} came back within {window:days}.</source>
        <translation>订单里有 {customers:count} 位顾客，{share:percent} 在 {window:days}内复购。</translation>
    </message>
    <message>
        <source>{customers:count} customers in {days:days} of orders: carried on to {window:days} by a purchase model, {share:percent} come back.</source>
        <translation>{days:days}的订单里有 {customers:count} 位顾客：用购买模型推到 {window:days}，{share:percent} 会再次购买。</translation>
    </message>
    <message>
        <source>{products:count} products of “{category}” in your orders: about {share:percent} of their customers come back within a year.</source>
        <translation>您的订单里有 {products:count} 个“{category}”商品：约 {share:percent} 的顾客一年内会复购。</translation>
    </message>
    <message>
        <source>You locked this host into the plan.</source>
        <translation>这位达人是您锁定的。</translation>
    </message>
    <message>
        <source>You have booked this host already.</source>
        <translation>这位达人您已经谈定。</translation>
    </message>
    <message>
        <source>Your own people: {hours:count} hours of work with preparation, worth {cost:money}; counted in the profit, not in the budget.</source>
        <translation>自己人：含准备共 {hours:count} 小时，折 {cost:money}；已从利润里扣除，不占预算。</translation>
    </message>
    <message>
        <source>No slot fee: you pay {commission:percent} of what is sold and kept, and nothing else.</source>
        <translation>没有坑位费：只按退款后成交额付 {commission:percent} 佣金，别的不用付。</translation>
    </message>
    <message>
        <source>Pays from {shipped:count} shipped orders ({kept:count} kept); {expected:count} are expected.</source>
        <translation>发货 {shipped:count} 单（其中不退货 {kept:count} 单）就能回本，预计 {expected:count} 单。</translation>
    </message>
    <message>
        <source>Fits your product: {share:percent} by category, tone and audience.</source>
        <translation>与商品契合度 {share:percent}（看类目、调性、人群）。</translation>
    </message>
    <message>
        <source>Views are estimated from followers: ask for the real figure.</source>
        <translation>观看数按粉丝数估算，请向对方要真实数据。</translation>
    </message>
    <message>
        <source>Followers are unknown: this is a guess.</source>
        <translation>粉丝数不明，这只是猜测。</translation>
    </message>
    <message>
        <source>The slot fee is estimated: ask for a quote before you sign.</source>
        <translation>坑位费是估算的，签约前请先询价。</translation>
    </message>
    <message>
        <source>The commission is estimated: ask before you sign.</source>
        <translation>佣金率是估算的，签约前请先问清。</translation>
    </message>
    <message>
        <source>Banned by you.</source>
        <translation>已被您排除。</translation>
    </message>
    <message>
        <source>Nothing in stock to sell.</source>
        <translation>没有库存可卖。</translation>
    </message>
    <message>
        <source>The commission is more than the margin: every order loses.</source>
        <translation>佣金高于毛利，每单都亏。</translation>
    </message>
    <message>
        <source>Costs more than the whole budget.</source>
        <translation>费用超过全部预算。</translation>
    </message>
    <message>
        <source>Would take more of the budget than one host may.</source>
        <translation>超过单个达人可占的预算上限。</translation>
    </message>
    <message>
        <source>Expected to lose money even with repeat purchases.</source>
        <translation>算上复购，预计仍然亏损。</translation>
    </message>
    <message>
        <source>The mix of levels leaves no place for more of this level.</source>
        <translation>按层级配比，这一层级的名额已满。</translation>
    </message>
    <message>
        <source>Others sell the stock better.</source>
        <translation>库存有限，其他达人带得更好。</translation>
    </message>
    <message>
        <source>Others bring more for the same money.</source>
        <translation>同样的钱，其他达人带来更多。</translation>
    </message>
    <message>
        <source>Adds too little.</source>
        <translation>增加的利润太少。</translation>
    </message>
    <message>
        <source>Has no offer that can be used.</source>
        <translation>没有可用的合作方式。</translation>
    </message>
    <message>
        <source>Not in the given choice.</source>
        <translation>不在给定的选择里。</translation>
    </message>
    <message>
        <source>{left:money} of the budget stays unspent: of the {of:count} hosts not chosen {n:count} {cause:label}.</source>
        <translation>预算还剩 {left:money} 没用：没选的 {of:count} 位里，有 {n:count} 位{cause:label}。</translation>
    </message>
    <message>
        <source>Five hosts take {share:percent} of the spend (caution above {limit:percent}).</source>
        <translation>前五位达人占了花费的 {share:percent}（超过 {limit:percent} 就要小心）。</translation>
    </message>
    <message>
        <source>Everything hangs on one host.</source>
        <translation>全部押在一位达人身上。</translation>
    </message>
    <message>
        <source>From odds of a loss of {border:percent} on, a plan is a coin toss: do not sign it as it is. Lower the fees, offer commission alone, or spread the money.</source>
        <translation>亏损概率到 {border:percent} 就像抛硬币：这个方案先别签。先压坑位费、改谈纯佣，或把钱分散开。</translation>
    </message>
    <message>
        <source>The banned host {id} is not in the roster: is the id right?</source>
        <translation>要排除的达人 {id} 不在名单里，ID 写对了吗？</translation>
    </message>
    <message>
        <source>1:9:90 was softened: {share:percent} of the hosts worth hiring are tail hosts. Add small hosts and amateurs near your buyers.</source>
        <translation>1:9:90 已放宽：值得合作的达人里，尾部占 {share:percent}。请补充贴近买家的小达人和素人。</translation>
    </message>
    <message>
        <source>Commission {first:percent}, and {then:percent} of what is sold beyond {from:money} (about {orders:count} orders); good and bad cases together {average:percent} on average.</source>
        <translation>佣金 {first:percent}，成交超过 {from:money}（约 {orders:count} 单）的部分 {then:percent}；好坏情况平均下来 {average:percent}。</translation>
    </message>
    <message>
        <source>{each:about} of fee per expected order (middle of the plan {median:about}).</source>
        <translation>预计每单分摊费用 {each:about}（方案里居中的是 {median:about}）。</translation>
    </message>
    <message>
        <source>Days of use taken from the category “{category}”; enter your own for a better estimate.</source>
        <translation>使用天数取自类目“{category}”，填上实际天数会更准。</translation>
    </message>
    <message>
        <source>{customers:count} customers in your orders: {share:percent} came back within {window:days}. Weighed with what is usual for such goods this makes {rate:percent}.</source>
        <translation>订单里有 {customers:count} 位顾客，{share:percent} 在 {window:days}内复购。和这类商品的一般水平合起来算，是 {rate:percent}。</translation>
    </message>
    <message>
        <source>{customers:count} customers in {days:days} of orders: carried on to {window:days} by a purchase model, {share:percent} come back. Weighed with what is usual for such goods this makes {rate:percent}.</source>
        <translation>{days:days}的订单里有 {customers:count} 位顾客：用购买模型推到 {window:days}，{share:percent} 会再次购买。和这类商品的一般水平合起来算，是 {rate:percent}。</translation>
    </message>
    <message>
        <source>Each first order loses {loss:about}; it pays only through repeat purchases worth {repeat:about}.</source>
        <translation>每个首单亏 {loss:about}，要靠后续复购的 {repeat:about} 才能赚回来。</translation>
    </message>
    <message>
        <source>One paid order brings {first:about} now; a customer who keeps it brings another {repeat:about} by buying again.</source>
        <translation>每个付款订单当下赚 {first:about}；没退货的顾客以后复购，再赚 {repeat:about}。</translation>
    </message>
    <message>
        <source>Other goods: what the host usually sells is {theirs:goods}; yours is {ours:goods}. Fewer of the viewers came for it, and the forecast takes that off.</source>
        <translation>跨类目：他平时卖{theirs:goods}，您卖{ours:goods}。冲着这个来的观众少，预测已经打了折。</translation>
    </message>
    <message>
        <source>Other chosen hosts reach some of the same viewers: about {share:percent} of this host&apos;s orders are not counted, {lost:money} in the long run.</source>
        <translation>其他入选达人也触达他的部分观众：约 {share:percent} 的订单不重复计，长期少 {lost:money}。</translation>
    </message>
    <message>
        <source>Chosen hosts reach these viewers already, so this one adds too little.</source>
        <translation>他的观众，入选达人已经触达，再加他多卖不了多少。</translation>
    </message>
    <message>
        <source>All chosen hosts are booked as often as their offers allow. Where one would do more, raise “Sessions” of the offer on the hosts page: that may use more of the budget.</source>
        <translation>选中的达人都已约满合作方式里写的场次。谁还能多播几场，就在达人页把他的“场次”改大，预算才用得上。</translation>
    </message>
    <message>
        <source>One host takes {share:percent} of the spend (caution above {limit:percent}): if that host fails, the plan fails.</source>
        <translation>一位达人占了花费的 {share:percent}（超过 {limit:percent} 就要小心）：他一失手，整个方案就落空。</translation>
    </message>
    <message>
        <source>The odds of a loss are {odds:percent}; one time in 20 it loses {lost:rough} or more.</source>
        <translation>亏损概率 {odds:percent}；20 次里有 1 次会亏 {lost:rough} 或更多。</translation>
    </message>
    <message>
        <source>{n:count} of {of:count} chosen hosts have named no price: {spend:money} of fees are guessed from their followers. Ask them, enter what they want on the hosts page under “Offers”, and plan again before you pay.</source>
        <translation>选中的 {of:count} 位达人里，有 {n:count} 位没有报过价：{spend:money} 坑位费是按粉丝数估的。请先问价，填到达人页的“合作方式”里，再推荐一次方案，然后才付钱。</translation>
    </message>
    <message>
        <source>With {n:count} of the chosen hosts every first order loses money (up to {loss:about}): the more they sell, the more must be bought again. Talk the commission down or raise the price first.</source>
        <translation>选中的达人里有 {n:count} 位，首单卖一单亏一单（每单最多亏 {loss:about}）：卖得越多，越要靠复购补回。请先谈低佣金，或提高售价。</translation>
    </message>
    <message>
        <source>First sales alone lose {loss:rough}: the plan lives on customers who buy again. Check your repurchase rate first.</source>
        <translation>只看首单要亏 {loss:rough}：方案靠回头客赚钱，请先核实自己的复购率。</translation>
    </message>
    <message>
        <source>The odds of a loss are held at {most:percent} by trial, so this plan is not proven to be the best. Without this limit at most {more:money} more could be earned.</source>
        <translation>亏损概率不超过 {most:percent} 是靠试算守住的，所以不能证明没有更好的方案。去掉这个上限，最多还能多赚 {more:money}。</translation>
    </message>
    <message>
        <source>The mix rule is off: heads may crowd out the rest.</source>
        <translation>没有按层级配比，头部可能挤掉其他达人。</translation>
    </message>
    <message>
        <source>No head host fits this budget and share limit and pays; the plan does without.</source>
        <translation>按这个预算和单个达人上限，没有划算的头部达人，方案里不含头部。</translation>
    </message>
    <message>
        <source>{n:count} of {of:count} chosen hosts usually talk about other goods than yours: few of their viewers came for them. Try one for little money first.</source>
        <translation>选中的 {of:count} 位达人里，有 {n:count} 位平时讲的不是这类商品，观众不是为它来的。请先花小钱试一位。</translation>
    </message>
    <message>
        <source>Whether {n:count} of {of:count} chosen hosts suit your goods is not known: look at what they sell, and enter their category.</source>
        <translation>选中的 {of:count} 位达人里，有 {n:count} 位看不出和您的商品合不合：请看看他们平时卖什么，把类目填上。</translation>
    </message>
    <message>
        <source>The check for inflated figures cannot judge {n:count} of the chosen hosts: part of their views is taken off as a precaution (see Settings). Ask them for their last ten posts.</source>
        <translation>选中的达人里有 {n:count} 位看不出有没有水分，为稳妥起见已扣掉一部分观看（见设置）。请对方提供最近十条作品的数据。</translation>
    </message>
    <message>
        <source>{n:count} of {of:count} chosen hosts rest on estimated figures (marked ≈).</source>
        <translation>选中的 {of:count} 位达人里，有 {n:count} 位用了估算数据（标 ≈）。</translation>
    </message>
    <message>
        <source>The unit cost of a product is estimated from its category: enter your own.</source>
        <translation>有商品的单件成本是按类目估算的，请填上实际成本。</translation>
    </message>
    <message>
        <source>In {odds:percent} of cases the stock runs out before demand does: order more, or hire fewer.</source>
        <translation>{odds:percent} 的情况下库存会先卖光：请多备货，或少找几位达人。</translation>
    </message>
    <message>
        <source>{product}: only {customers:count} customers in the orders; at least {least:count} are needed to judge repurchase.</source>
        <translation>{product}：订单里只有 {customers:count} 位顾客，至少要 {least:count} 位才能判断复购。</translation>
    </message>
    <message>
        <source>{product}: only {customers:count} customers in the orders so far; at least {least:count} are needed to judge repurchase. At this pace that takes about {more:days} more.</source>
        <translation>{product}：订单里目前只有 {customers:count} 位顾客，至少要 {least:count} 位才能判断复购。按现在的速度约再等 {more:days}。</translation>
    </message>
    <message>
        <source>Not sure yet: with about {days:days} more of such orders one class would have odds of {odds:percent}.</source>
        <translation>还不确定是哪一级：再积累约 {days:days}的订单，把握才能到 {odds:percent}。</translation>
    </message>
    <message>
        <source>The rate of {rate:percent} lies at the border of two classes: more orders would hardly settle it, so read the rate, not the letter.</source>
        <translation>复购率 {rate:percent} 正在两级交界处：再多订单也难分清，请看比例，别看字母。</translation>
    </message>
    <message>
        <source>{product}: the orders span {days:days}; to say how often it is bought again takes {least:days}: wait {more:days} more, or export a longer period.</source>
        <translation>{product}：订单只跨 {days:days}，要 {least:days} 才能判断复购：再等 {more:days}，或导出更长的时间段。</translation>
    </message>
    <message>
        <source>None of the files lists orders: refunds and settlements alone do not say who bought what. Add the order export.</source>
        <translation>这些文件里没有订单表：只有售后和结算，看不出谁买了什么。请加上订单导出文件。</translation>
    </message>
    <message>
        <source>Buyers are masked in these order files, so nobody can be seen coming back; the class rests on the product&apos;s own facts.</source>
        <translation>这些订单文件的买家信息打了星号，看不出谁再次购买；等级只依据商品本身的信息。</translation>
    </message>
    <message>
        <source>These order files have no column that names the buyer, so nobody can be seen coming back; the class rests on the product&apos;s own facts.</source>
        <translation>这些订单文件没有买家列，看不出谁再次购买；等级只依据商品本身的信息。</translation>
    </message>
    <message>
        <source>None of the {lines:count} order lines has a time of payment, so nobody can be seen coming back. Sales can still be added up; export the orders with their times.</source>
        <translation>{lines:count} 行订单都没有付款时间，看不出谁复购了。销售额仍可汇总；请导出带付款时间的订单。</translation>
    </message>
    <message>
        <source>These look like wholesale orders: {share:odds} of {customers:count} buyers came back, at {pieces:count} pieces a line. Dealers restock; they say nothing of consumers. They order again after about {gap:days}. For a class, bring in the orders of your retail shop.</source>
        <translation>这些像批发订单：{customers:count} 位买家中 {share:odds} 再次下单，每行 {pieces:count} 件。经销商是在补货，说明不了消费者的复购；他们大约每 {gap:days} 下一次单。要评级，请导入零售店铺的订单。</translation>
    </message>
    <message>
        <source>{lines:count} order lines are dated in the future and were left out.</source>
        <translation>有 {lines:count} 行订单的日期在未来，已跳过。</translation>
    </message>
    <message>
        <source>{lines:count} order lines name no product: they count for the whole shop only. If you sell only one product, say so on the products page under “Names in the orders”; else an export with one line per product (Taobao: item list) says more.</source>
        <translation>有 {lines:count} 行订单没写商品：只能算进全店。全店只卖一个商品的话，到商品页点“订单里的名称”认领；否则请导出一行一个商品的表（淘宝：宝贝清单）。</translation>
    </message>
    <message>
        <source>{lines:count} order lines are of products that are not described here, e.g. “{example}”. If one is a product of yours, choose it on the products page under “Names in the orders”.</source>
        <translation>有 {lines:count} 行订单对不上商品页里的任何商品，例如“{example}”。如果它就是您的某件商品，请到商品页的“订单里的名称”里选上。</translation>
    </message>
    <message>
        <source>No order line belongs to “{product}”, so the orders change nothing here; {lines:count} lines belong to none of your products. Say which names in the orders are this product.</source>
        <translation>没有一行订单对得上“{product}”，所以订单在这里没起作用；有 {lines:count} 行对不上您的任何商品。请选出订单里哪些名称就是这件商品。</translation>
    </message>
    <message>
        <source>No order line belongs to “{product}”, so the orders change nothing here: all are of your other products.</source>
        <translation>没有一行订单对得上“{product}”，所以订单在这里没起作用：都是您别的商品的订单。</translation>
    </message>
    <message>
        <source>The choice is {by:money} over the budget.</source>
        <translation>这组选择超出预算 {by:money}。</translation>
    </message>
    <message>
        <source>The choice takes a host twice, or leaves out a locked one.</source>
        <translation>这组选择重复用了同一位达人，或漏掉了锁定的达人。</translation>
    </message>
    <message>
        <source>The choice sells {by:count} more than the stock.</source>
        <translation>这组选择比库存多卖 {by:count} 件。</translation>
    </message>
    <message>
        <source>The choice has too many heads for the mix rule (or too few for A and B).</source>
        <translation>按层级配比，这组选择的头部太多（A、B 级则是太少）。</translation>
    </message>
    <message>
        <source>The choice has too few tail hosts for the mix rule (or too many for A and B).</source>
        <translation>按层级配比，这组选择的尾部太少（A、B 级则是太多）。</translation>
    </message>
    <message>
        <source>“{name}” is banned, too dear, or expected to lose money.</source>
        <translation>“{name}”已被排除、费用太高，或预计亏损。</translation>
    </message>
    <message>
        <source>No line of these orders says who bought, so customers cannot be told apart; orders still can. An export with an unmasked account or phone number would show who comes back.</source>
        <translation>这些订单都没写明买家，分不出顾客，只能按订单分层。导出时带上没打星号的买家账号或手机号，就能看出谁回来买。</translation>
    </message>
    <message>
        <source>Only {customers:count} customers: what they buy next is said from {least:count} on. Add the orders of more months.</source>
        <translation>只有 {customers:count} 位顾客，满 {least:count} 位才推算他们接下来买什么。请再加几个月的订单。</translation>
    </message>
    <message>
        <source>The orders span {days:days}: what customers buy next is said from {least:days} on. Export a longer period.</source>
        <translation>订单只覆盖 {days:days}，满 {least:days}才推算顾客接下来买什么。请导出更长时间的订单。</translation>
    </message>
    <message>
        <source>Never pays back: with a fee of about {fee:about} the first order loses {loss:about}, and even if every customer came back the repeat orders would not make up for it. Bring down the fee, or raise the margin.</source>
        <translation>回不了本：每单花约 {fee:about}，首单亏 {loss:about}，就算每位顾客都复购也补不回来。请把费用谈低，或提高毛利。</translation>
    </message>
    <message>
        <source>Rests on {customers:count} customers in your orders; {days:days} lie between two purchases on average.</source>
        <translation>依据：您订单里的 {customers:count} 位顾客，两次购买平均相隔 {days:days}。</translation>
    </message>
    <message>
        <source>Ready: an order bought at about {fee:about} pays back if {needed:percent} of customers buy again within {window:days}. Yours: {rate:percent} ({low:percent} – {high:percent}), odds {odds:odds}. A dearer fee or a thinner margin would change it.</source>
        <translation>可以开播：每单花约 {fee:about} 买来的首单，只要 {window:days}内有 {needed:percent} 的顾客复购就能回本。您的复购率是 {rate:percent}（{low:percent} – {high:percent}），达标概率 {odds:odds}。坑位费变贵或毛利变薄，结论会变。</translation>
    </message>
    <message>
        <source>Not ready: an order bought at about {fee:about} pays back only if {needed:percent} of customers buy again within {window:days}. Yours: {rate:percent} ({low:percent} – {high:percent}), odds {odds:odds}. Raise your repurchase rate or pay less per order first.</source>
        <translation>还没准备好：每单花约 {fee:about} 买来的首单，要 {window:days}内有 {needed:percent} 的顾客复购才能回本。您的复购率是 {rate:percent}（{low:percent} – {high:percent}），达标概率只有 {odds:odds}。请先做好复购率，或把每单费用谈低。</translation>
    </message>
    <message>
        <source>Unclear: an order bought at about {fee:about} pays back if {needed:percent} of customers buy again within {window:days}. Yours: {rate:percent}, but it may be {low:percent} – {high:percent}; odds {odds:odds}. Test small, or add more months of orders.</source>
        <translation>还说不准：每单花约 {fee:about} 买来的首单，要 {window:days}内有 {needed:percent} 的顾客复购才能回本。您的复购率约 {rate:percent}，但也可能在 {low:percent} – {high:percent} 之间，达标概率 {odds:odds}。请先小额试投，或再加几个月的订单。</translation>
    </message>
    <message>
        <source>Pays at once: after a fee of about {fee:about} the first order leaves about {first:about} by itself, whoever comes back. It stays so until the fee rises by that much.</source>
        <translation>首单就赚：每单付约 {fee:about} 后，首单本身还剩 {first:about}，有没有人复购都不亏。每单费用再涨这么多才会变。</translation>
    </message>
    <message>
        <source>Rests on what the product is, not on orders; a cycle of {days:days} is taken.</source>
        <translation>依据是商品本身，没有用到订单；复购周期按 {days:days} 算。</translation>
    </message>
    <message>
        <source>Judged at a good offer of your roster, “{offer:deal}” of {host}: of {hosts:count} hosts {cheaper:count} ask less for an order. Hosts with whom first orders pay back at your repurchase rate: {paying:count} of {hosts:count}.</source>
        <translation>按达人名单里一个较好的报价判断：{host}的“{offer:deal}”。{hosts:count} 位达人里，{cheaper:count} 位每单花费更低。按您的复购率，这 {hosts:count} 位里有 {paying:count} 位带来的首单最终能回本。</translation>
    </message>
    <message>
        <source>≈ Judged at what a common host would ask, as no host of a roster tells it yet.</source>
        <translation>≈ 达人名单还给不出报价，先按一位普通达人的要价估算。</translation>
    </message>
    <message>
        <source>Sell a smaller pack ({times:plain} × today&apos;s) at {price:fen}: it is used up after {days:days}, so customers are back sooner.</source>
        <translation>改卖小包装（现在的 {times:plain} 倍），卖 {price:fen}：{days:days}就用完，顾客回来得更快。</translation>
    </message>
    <message>
        <source>Sell a larger pack ({times:plain} × today&apos;s) at {price:fen}: each order leaves more, though it is bought again only after {days:days}.</source>
        <translation>改卖大包装（现在的 {times:plain} 倍），卖 {price:fen}：每单赚得更多，但 {days:days}后才会再买。</translation>
    </message>
    <message>
        <source>Write to customers after {days:days}, when most use it up: taken to bring back {lift:percent} of those who would stay away, for {cost:fen} each.</source>
        <translation>买后 {days:days}快用完时提醒顾客：按能挽回 {lift:percent} 的流失顾客、每位成本 {cost:fen} 推算。</translation>
    </message>
    <message>
        <source>Offer regular delivery at {discount:percent} off: taken that {take:percent} of customers take it, and stay with odds of {stay:percent} each time.</source>
        <translation>推出周期购，让利 {discount:percent}：按 {take:percent} 的顾客愿意订、每次续订概率 {stay:percent} 推算。</translation>
    </message>
    <message>
        <source>Begin with a trial pack at {price:fen}: more people order, so the fee per order falls from {before:about} to {fee:about}; fewer of them go on to the full pack.</source>
        <translation>先卖 {price:fen} 的试用装：下单的人更多，每单费用从 {before:about} 降到 {fee:about}；不过转买正装的人会少一些。</translation>
    </message>
    <message>
        <source>Buy cheaper: with goods at {cost:fen} the margin is {step:percent} of the price higher, on every first and repeat order.</source>
        <translation>降低拿货成本：货本降到 {cost:fen}，首单和复购每单的毛利都提高售价的 {step:percent}。</translation>
    </message>
    <message>
        <source>Your orders say: just below {threshold:money} you sell {ratio:plain} times as many as just above ({low:plain} – {high:plain}). Rests on {products:count} products sold on both sides, {changes:count} changes of price and {lines:count} order lines; a promotion that began with a price counts as the price&apos;s doing.</source>
        <translation>您自家订单的结论：刚低于 {threshold:money} 时的订单是刚高于时的 {ratio:plain} 倍（{low:plain} – {high:plain}）。依据是两侧都卖过的 {products:count} 款商品、{changes:count} 次改价和 {lines:count} 行订单；与改价同时做的促销会算在价格头上。</translation>
    </message>
    <message>
        <source>Your orders and the usual rule together: just below {threshold:money} you sell {ratio:plain} times as many as just above ({low:plain} – {high:plain}). Only {products:count} products were sold on both sides, with {changes:count} changes of price in all; with more changes across {threshold:money} your orders alone would tell.</source>
        <translation>自家订单与通用规律合起来看：刚低于 {threshold:money} 时的订单是刚高于时的 {ratio:plain} 倍（{low:plain} – {high:plain}）。两侧都卖过的只有 {products:count} 款商品，总共改价 {changes:count} 次；多在 {threshold:money} 上下改几次价，才能得出自家结论。</translation>
    </message>
    <message>
        <source>The usual rule, not yours yet: {ratio:plain} times as many orders just below {threshold:money} as just above ({low:plain} – {high:plain}). {products:count} products crossed it, with too few orders to say more. Try one product a fortnight on either side.</source>
        <translation>这是通用规律，还不是自家结论：刚低于 {threshold:money} 时的订单是刚高于时的 {ratio:plain} 倍（{low:plain} – {high:plain}）。有 {products:count} 款商品跨过门槛，但订单太少。可拿一款商品在门槛两侧各卖两周试试。</translation>
    </message>
    <message>
        <source>No product was sold both below and above {threshold:money}, so the usual rule stands: {ratio:plain} times as many orders below ({low:plain} – {high:plain}). Sell one product for a fortnight on either side, without other changes.</source>
        <translation>没有商品在 {threshold:money} 上下都卖过，暂用通用规律：低于门槛时的订单是高于时的 {ratio:plain} 倍（{low:plain} – {high:plain}）。可拿一款商品在两侧各卖两周，其他都不变。</translation>
    </message>
    <message>
        <source>Prices never changed in these orders, or the files lack product, quantity or amount, so the usual rule stands: {ratio:plain} times as many orders below {threshold:money} as above ({low:plain} – {high:plain}).</source>
        <translation>这些订单里没有改过价，或文件缺商品、数量、金额，暂用通用规律：低于 {threshold:money} 时的订单是高于时的 {ratio:plain} 倍（{low:plain} – {high:plain}）。</translation>
    </message>
    <message>
        <source>Days worse than expected for everybody: {yuan:rough} less.</source>
        <translation>整体行情比预计差：少赚 {yuan:rough}。</translation>
    </message>
    <message>
        <source>Bad days on {name:label}: {yuan:rough} less.</source>
        <translation>{name:label}流量差：少赚 {yuan:rough}。</translation>
    </message>
    <message>
        <source>Class {name} sells worse than expected: {yuan:rough} less.</source>
        <translation>{name} 类商品卖得比预计差：少赚 {yuan:rough}。</translation>
    </message>
    <message>
        <source>More returns of “{name}” than expected: {yuan:rough} less.</source>
        <translation>“{name}”退货比预计多：少赚 {yuan:rough}。</translation>
    </message>
    <message>
        <source>Fewer buyers of “{name}” come back than expected: {yuan:rough} less.</source>
        <translation>“{name}”复购的人比预计少：少赚 {yuan:rough}。</translation>
    </message>
    <message>
        <source>“{name}” brings less than expected: {yuan:rough} less.</source>
        <translation>“{name}”带货比预计少：少赚 {yuan:rough}。</translation>
    </message>
    <message>
        <source>“{name}” cancels and pays the fee back: {yuan:rough} less, odds of a loss {odds:percent}.</source>
        <translation>“{name}”取消合作、退回坑位费：少赚 {yuan:rough}，亏损概率 {odds:percent}。</translation>
    </message>
    <message>
        <source>“{name}” takes the fee and does not go live: {yuan:rough} less, odds of a loss {odds:percent}.</source>
        <translation>“{name}”收了坑位费却不开播：少赚 {yuan:rough}，亏损概率 {odds:percent}。</translation>
    </message>
    <message>
        <source>The views of “{name}” are inflated: {yuan:rough} less, odds of a loss {odds:percent}.</source>
        <translation>“{name}”的观看是刷的：少赚 {yuan:rough}，亏损概率 {odds:percent}。</translation>
    </message>
    <message>
        <source>Try “{name}” with “{product}” for {cost:money} and decide after session {sessions:count}: book on from {orders:count} orders a session (odds {odds:percent}). Knowing that is worth about {gain:money}.</source>
        <translation>先花 {cost:money} 让“{name}”试播“{product}”，{sessions:count} 场后再定：每场达到 {orders:count} 单就继续合作（概率 {odds:percent}）。先试一试约值 {gain:money}。</translation>
    </message>
    <message>
        <source>Booked already on another offer.</source>
        <translation>已按另一种合作方式谈定。</translation>
    </message>
    <message>
        <source>Your people cannot pack more orders.</source>
        <translation>人手已满，接不了更多订单。</translation>
    </message>
    <message>
        <source>Others bring more for the same cash.</source>
        <translation>同样的周转资金，别人带来的更多。</translation>
    </message>
    <message>
        <source>Your own people have no hours left.</source>
        <translation>自己人的工时已经排满。</translation>
    </message>
    <message>
        <source>The platform has its share of the budget.</source>
        <translation>该平台的预算已用满。</translation>
    </message>
    <message>
        <source>The agency has its share of the budget.</source>
        <translation>该机构的预算已用满。</translation>
    </message>
    <message>
        <source>Would make bad outcomes worse than you allow.</source>
        <translation>会让坏情况的亏损超出您允许的范围。</translation>
    </message>
    <message>
        <source>The choice brings {by:count} more orders a day than your people manage.</source>
        <translation>这样选，每天比人手能处理的多 {by:count} 单。</translation>
    </message>
    <message>
        <source>The choice ties up {by:money} too much cash.</source>
        <translation>这样选会多占用 {by:money} 周转资金。</translation>
    </message>
    <message>
        <source>The choice takes {by:count} more hours than your own people give.</source>
        <translation>所选方案比自己人的工时多出 {by:count} 小时。</translation>
    </message>
    <message>
        <source>The choice spends {by:money} too much on one platform.</source>
        <translation>这样选，有一个平台超支 {by:money}。</translation>
    </message>
    <message>
        <source>The choice spends {by:money} too much with one agency.</source>
        <translation>这样选，有一家机构超支 {by:money}。</translation>
    </message>
    <message>
        <source>The choice leaves too many of the orders to one host.</source>
        <translation>这样选，太多订单集中在一位达人身上。</translation>
    </message>
    <message>
        <source>The worst twentieth of cases would lose {by:money} more on average than you allow.</source>
        <translation>20 次里最差的那 1 次，平均会比您允许的多亏 {by:money}。</translation>
    </message>
    <message>
        <source>The odds of a loss are higher than you allow.</source>
        <translation>亏损概率超过您的上限。</translation>
    </message>
    <message>
        <source>{day} is past: move the session of “{name}” to a day to come.</source>
        <translation>{day} 已经过去：请把“{name}”的场次挪到以后的日子。</translation>
    </message>
    <message>
        <source>{day} lies outside the time planned for: move “{name}” or plan for longer.</source>
        <translation>{day} 不在排期之内：请挪动“{name}”或延长排期。</translation>
    </message>
    <message>
        <source>“{name}” is not free on {day}.</source>
        <translation>“{name}”{day} 没有档期。</translation>
    </message>
    <message>
        <source>“{name}” is booked twice on {day}.</source>
        <translation>“{name}”{day} 约了两场。</translation>
    </message>
    <message>
        <source>“{name}” sells {product} before it arrives on {arrives}.</source>
        <translation>“{name}”开卖时 {product} 还没到货，{arrives} 才到。</translation>
    </message>
    <message>
        <source>On {day} carriers take no parcels for the Spring Festival: orders of “{name}” leave from {again} on, and some cancel.</source>
        <translation>{day} 正逢春节快递停收：“{name}”的订单 {again} 起才能发出，会有人退单。</translation>
    </message>
    <message>
        <source>“{name}” comes {days:days} after “{other}”, whose audience is much the same. Leave {least:days} if you can.</source>
        <translation>“{name}”与“{other}”只隔 {days:days}，人群差不多。最好隔 {least:days}。</translation>
    </message>
    <message>
        <source>“{name}” and “{other}” are on the same day, and their audiences are much the same. Leave {least:days} if you can.</source>
        <translation>“{name}”与“{other}”在同一天，人群差不多。最好隔 {least:days}。</translation>
    </message>
    <message>
        <source>No day is left for a session of “{name}”: plan for longer or book fewer sessions.</source>
        <translation>“{name}”有一场排不下：请延长排期或少约几场。</translation>
    </message>
    <message>
        <source>To arrive before the Spring Festival, orders must be in by {safe}. From {first} carriers take no parcels; they are back on {again}.</source>
        <translation>要在春节前送到，最晚 {safe} 下单。{first} 起快递停收，{again} 恢复。</translation>
    </message>
    <message>
        <source>The public holidays of {year} are not published in this version: only the days fixed by law are shown, no swapped working days.</source>
        <translation>{year} 年的放假安排本版本还没有：只显示法定假日，不含调休。</translation>
    </message>
    <message>
        <source>Neither order is clearly better on this plan: the odds are {odds:odds}, and {sure:odds} is asked for.</source>
        <translation>这份方案两种顺序分不出高下：把握只有 {odds:odds}，要到 {sure:odds} 才下结论。</translation>
    </message>
    <message>
        <source>Only {days:days} since the last session of “{name}”: the followers have just seen it. Leave {least:days}.</source>
        <translation>距“{name}”上一场只有 {days:days}，粉丝刚看过。请隔 {least:days}。</translation>
    </message>
    <message>
        <source>{day}: about {orders:count} orders if the stock lasts, your people carry {carries:count}. Move a session or hire for these days.</source>
        <translation>{day} 货够卖时约 {orders:count} 单，人手只能承接 {carries:count} 单。请挪一场，或这几天请临时工。</translation>
    </message>
    <message>
        <source>{day}: likely too much for your people. Move a session or hire for this day.</source>
        <translation>{day} 可能忙不过来：把一场挪到别的日子，或当天请临时工。</translation>
    </message>
    <message>
        <source>{day} to {last}: {n:days} likely too much for your people. Move a session or hire for these days.</source>
        <translation>{day} 至 {last} 的 {n:days}可能忙不过来：把一场挪到别的日子，或这些天请临时工。</translation>
    </message>
    <message>
        <source>Better on this plan: {first:label}, in {odds:odds} of the cases.</source>
        <translation>这份方案{first:label}更好，把握 {odds:odds}。</translation>
    </message>
    <message>
        <source>All hosts of this plan are of one level, so it does not matter who goes first.</source>
        <translation>方案里的达人都是同一层级，谁先播没有区别。</translation>
    </message>
    <message>
        <source>For large hosts first: in 1.3 million live streams small hosts before a big one took orders away from it, not the other way round. How much is not published, nor whether it holds for your shop: {share:percent} is our guess.</source>
        <translation>支持大达人先播：130 万场直播的研究发现，小达人先播会拖累大达人，反过来则不会。幅度没有公布，也未必适用于您的店，{share:percent} 是我们猜的。</translation>
    </message>
    <message>
        <source>For large hosts first: in seeding experiments the well-connected spread up to eight times as much, as more of them take part.</source>
        <translation>支持大达人先播：种草实验里，人脉广的人扩散最多可达八倍，因为他们更愿意参与。</translation>
    </message>
    <message>
        <source>For small hosts first: people near the buyer are imitated. Nothing is published on how much: {share:percent} is our guess, and it may be nothing.</source>
        <translation>支持小达人先播：消费者会跟着身边的人买。幅度没有公开数据，{share:percent} 是我们猜的，也可能没有。</translation>
    </message>
    <message>
        <source>Against counting on imitation: most chains of recommendation end with the first buyer.</source>
        <translation>别太指望跟风：多数推荐到第一位买家就停了。</translation>
    </message>
    <message>
        <source>{reach:plain} new buyers for each buyer would never end: no product keeps that up. Check the figure.</source>
        <translation>每位买家带来 {reach:plain} 位新买家会没完没了，没有商品能这样。请检查这个数。</translation>
    </message>
    <message>
        <source>No sales by week yet, so there is no curve.</source>
        <translation>还没有按周的销量，画不出曲线。</translation>
    </message>
    <message>
        <source>Weeks since the best one: {weeks:plain}. A curve can be drawn from {least:plain} on; {missing:plain} to go.</source>
        <translation>离销量最高的一周才过 {weeks:plain} 周，满 {least:plain} 周才能画曲线，还差 {missing:plain} 周。</translation>
    </message>
    <message>
        <source>The {weeks:plain} weeks of sales do not rise and fall as imitation would have them, so no curve is drawn.</source>
        <translation>这 {weeks:plain} 周的销量不像跟风那样先升后降，所以不画曲线。</translation>
    </message>
    <message>
        <source>Fair pay lies between {low:money} a month, what the operator would earn elsewhere, and {high:rough}, what the work brings; at {middle:rough} both gain equally.</source>
        <translation>每月 {low:money}（运营在别处能挣的）到 {high:rough}（运营带来的利润）之间都算公平；{middle:rough} 是双方平分多赚的钱。</translation>
    </message>
    <message>
        <source>The work brings about {worth:money} a month, less than the {wage:money} the operator would earn elsewhere: no pay is fair to both.</source>
        <translation>运营每月约带来 {worth:money}，不到在别处能挣的 {wage:money}：怎么付都不能两头公平。</translation>
    </message>
    <message>
        <source>{pay:money} a month is less than the {wage:money} the operator would earn elsewhere.</source>
        <translation>每月 {pay:money}，低于运营在别处能挣的 {wage:money}。</translation>
    </message>
    <message>
        <source>{pay:money} a month is more than the work brings ({most:money}).</source>
        <translation>每月 {pay:money}，高于运营带来的利润（{most:money}）。</translation>
    </message>
    <message>
        <source>{pay:money} a month: both gain.</source>
        <translation>每月 {pay:money}，双方都合算。</translation>
    </message>
    <message>
        <source>“{name}” would earn {ratio:percent} of what hosts of this size ask: expect a no, or offer more.</source>
        <translation>“{name}”只能挣到同体量达人要价的 {ratio:percent}：可能会拒绝，或者多给一些。</translation>
    </message>
    <message>
        <source>{sessions:plain} sessions, one a month, at {fee:money} each: “{name}” earns {host:money} more a session than from single bookings, and the shop {shop:money} more than its money would earn elsewhere in the plan.</source>
        <translation>约 {sessions:plain} 场、每月一场、每场 {fee:money}：“{name}”每场比零散接单多挣 {host:money}，店铺比把钱花在方案别处多赚 {shop:money}。</translation>
    </message>
    <message>
        <source>Your hosts sell {times:times} what was forecast: look at price, product and the conversions under Settings.</source>
        <translation>您的达人实际卖出预测的 {times:times}：请检查价格、商品和设置里的下单率。</translation>
    </message>
    <message>
        <source>Your hosts differ {times:times} as much as assumed: ranges follow your results now.</source>
        <translation>您的达人之间差异是假设的 {times:times}：区间已按复盘调整。</translation>
    </message>
    <message>
        <source>Sessions of one host differ {times:times} as much as assumed: ranges follow your results now.</source>
        <translation>同一达人各场差异是假设的 {times:times}：区间已按复盘调整。</translation>
    </message>
    <message>
        <source>{n:count} of {of:count} results are far from everything else: check them for typing errors or inflated figures.</source>
        <translation>{of:count} 条复盘中有 {n:count} 条与其他相差太大：请检查是否填错或有刷单迹象。</translation>
    </message>
    <message>
        <source>The larger a host, the better the sales against the forecast: forecasts by size are off.</source>
        <translation>达人越大，卖得越比预测多：按粉丝量的预测偏了。</translation>
    </message>
    <message>
        <source>The larger a host, the worse the sales against the forecast: forecasts by size are off.</source>
        <translation>达人越大，卖得越比预测少：按粉丝量的预测偏了。</translation>
    </message>
    <message>
        <source>Later results are better than earlier ones: forecasts may be too low by now.</source>
        <translation>近期复盘好于早期：现在的预测可能偏低。</translation>
    </message>
    <message>
        <source>Later results are worse than earlier ones: forecasts may be too high by now.</source>
        <translation>近期复盘差于早期：现在的预测可能偏高。</translation>
    </message>
    <message>
        <source>{n:count} results are of hosts who are not in the roster: add them to learn from these.</source>
        <translation>{n:count} 条复盘的达人不在达人名单：加入后才能学习。</translation>
    </message>
    <message>
        <source>{n:count} results are of products that are not in the catalogue: add them to learn from these.</source>
        <translation>{n:count} 条复盘的商品不在商品表：加入后才能学习。</translation>
    </message>
    <message>
        <source>{n:count} results say 0 sessions and were left out.</source>
        <translation>{n:count} 条复盘的场次为 0，已略过。</translation>
    </message>
    <message>
        <source>{name}: their own results were better than forecast.</source>
        <translation>{name}：自己的复盘好于预测。</translation>
    </message>
    <message>
        <source>{name}: their own results were worse than forecast.</source>
        <translation>{name}：自己的复盘差于预测。</translation>
    </message>
    <message>
        <source>{name}: similar hosts did better than forecast.</source>
        <translation>{name}：同类达人好于预测。</translation>
    </message>
    <message>
        <source>{name}: similar hosts did worse than forecast.</source>
        <translation>{name}：同类达人差于预测。</translation>
    </message>
    <message>
        <source>{name}: others look better now.</source>
        <translation>{name}：现在别人看起来更好。</translation>
    </message>
    <message>
        <source>{name}: others look worse now.</source>
        <translation>{name}：别的达人预期下调了，轮到他。</translation>
    </message>
    <message>
        <source>No products yet: import your files, or describe the first product.</source>
        <translation>还没有商品：导入您的文件，或者先填写一个商品。</translation>
    </message>
    <message>
        <source>No hosts yet: import a roster, and the plan follows.</source>
        <translation>还没有达人：导入达人名单，方案随后就来。</translation>
    </message>
    <message>
        <source>No budget yet: enter how much you can spend on {n:count} hosts, and the plan follows.</source>
        <translation>还没有预算：{n:count} 位达人已在名单里，填上能花多少钱，方案随后就来。</translation>
    </message>
    <message>
        <source>Everything is ready to choose among {n:count} hosts: make the plan.</source>
        <translation>材料齐了，可以从 {n:count} 位达人里挑：请点“算出方案”。</translation>
    </message>
    <message>
        <source>Do not sign: {hosts:count} hosts for {spend:money} are expected to end at {mean:rough}.</source>
        <translation>别签：花 {spend:money} 请 {hosts:count} 位达人，预计结果是 {mean:rough}。</translation>
    </message>
    <message>
        <source>Hire {hosts:count} hosts for {spend:money}: probably earns about {mean:rough}; one time in 20 it loses {lost:rough} or more.</source>
        <translation>花 {spend:money} 请 {hosts:count} 位达人：大概能赚 {mean:rough}，20 次里有 1 次会亏 {lost:rough} 或更多。</translation>
    </message>
    <message>
        <source>Hire {hosts:count} hosts for {spend:money}: probably earns about {mean:rough}; 19 times in 20 it earns at least {low:rough}.</source>
        <translation>花 {spend:money} 请 {hosts:count} 位达人：大概能赚 {mean:rough}，20 次里有 19 次至少赚 {low:rough}。</translation>
    </message>
    <message>
        <source>Describe a product: name, price and category will do.</source>
        <translation>填写一个商品：名称、售价、类目就够了。</translation>
    </message>
    <message>
        <source>“{product}”: {rate:percent} buy again within a year, {needed:percent} are enough.</source>
        <translation>“{product}”：一年内约 {rate:percent} 会再买，{needed:percent} 就够回本。</translation>
    </message>
    <message>
        <source>“{product}”: an order bought at a usual offer pays back at once.</source>
        <translation>“{product}”：按常见报价，首单就能回本。</translation>
    </message>
    <message>
        <source>A coin toss, do not sign: {hosts:count} hosts for {spend:money} lose money in {odds:odds} of cases, one time in 20 {lost:rough} or more.</source>
        <translation>像抛硬币，别签：花 {spend:money} 请 {hosts:count} 位达人，有 {odds:odds} 的可能亏钱，20 次里有 1 次会亏 {lost:rough} 或更多。</translation>
    </message>
    <message>
        <source>Hire nobody yet: under these limits there is nobody to choose.</source>
        <translation>先别请人：在这些限制下选不出人。</translation>
    </message>
    <message>
        <source>Raise repurchase before going live: {rate:percent} buy “{product}” again within a year, and paid orders pay back from {needed:percent}.</source>
        <translation>先补复购再开播：“{product}”一年内约 {rate:percent} 的顾客会再买，要到 {needed:percent} 花钱买来的订单才回本。</translation>
    </message>
    <message>
        <source>Correct price or costs before going live: paid orders of “{product}” do not pay back even if everybody buys again.</source>
        <translation>先改价格或成本再开播：“{product}”就算人人都再买，花钱买来的订单也回不了本。</translation>
    </message>
    <message>
        <source>Be careful: {hosts:count} hosts for {spend:money} probably earn about {mean:rough}, but lose money in {odds:odds} of cases, one time in 20 {lost:rough} or more.</source>
        <translation>要小心：花 {spend:money} 请 {hosts:count} 位达人，大概能赚 {mean:rough}，但有 {odds:odds} 的可能亏钱，20 次里有 1 次会亏 {lost:rough} 或更多。</translation>
    </message>
    <message>
        <source>Ask for prices before you sign: most of the fees are guessed. If they hold, {hosts:count} hosts for {spend:money} earn about {mean:rough}.</source>
        <translation>先问价再签约：坑位费大多是估的。如果估得准，花 {spend:money} 请 {hosts:count} 位达人，大概能赚 {mean:rough}。</translation>
    </message>
    <message>
        <source>“{product}”: {rate:percent} buy again within a year, {needed:percent} are needed; too near to tell. Orders of this product would tell: see the products page.</source>
        <translation>“{product}”：一年内约 {rate:percent} 会再买，回本要 {needed:percent}，太接近说不准。有这件商品的订单就清楚了，见商品页。</translation>
    </message>
    <message>
        <source>“{product}”: {rate:percent} buy again within a year, {needed:percent} are needed. See what to try first.</source>
        <translation>“{product}”：一年内约 {rate:percent} 会再买，回本要 {needed:percent}。看看先试什么。</translation>
    </message>
    <message>
        <source>“{product}” does not pay back at a usual offer: see what to try first.</source>
        <translation>“{product}”按常见报价回不了本：看看先试什么。</translation>
    </message>
    <message>
        <source>Import a roster, or add your own live room.</source>
        <translation>导入达人名单，或者加上自家直播间。</translation>
    </message>
    <message>
        <source>The figures of your hosts are being checked.</source>
        <translation>正在检查达人的数据。</translation>
    </message>
    <message>
        <source>{n:count} of {of:count} are in doubt: see why, and ask them before you pay.</source>
        <translation>{of:count} 位里有 {n:count} 位有疑点：看看为什么，付款前问清楚。</translation>
    </message>
    <message>
        <source>Nobody is in doubt, but {unknown:count} of {of:count} are unclear: ask them for their last ten posts.</source>
        <translation>没有人有疑点，但 {of:count} 位里有 {unknown:count} 位看不出：请对方给最近十条作品的数据。</translation>
    </message>
    <message>
        <source>None of these {of:count} hosts is in doubt.</source>
        <translation>这 {of:count} 位达人都没有疑点。</translation>
    </message>
    <message>
        <source>Needs a product and hosts first.</source>
        <translation>先填商品、导入达人。</translation>
    </message>
    <message>
        <source>Enter how much you can spend.</source>
        <translation>填上能花多少钱。</translation>
    </message>
    <message>
        <source>Let the program choose under your limits.</source>
        <translation>让程序按您的限制来挑。</translation>
    </message>
    <message>
        <source>Loosen a limit, lower the fees, or add hosts.</source>
        <translation>放宽一条限制、谈低报价，或者多加达人。</translation>
    </message>
    <message>
        <source>{n:count} hosts chosen, but they lose money in {odds:odds} of cases.</source>
        <translation>选了 {n:count} 位，但有 {odds:odds} 的可能亏钱。</translation>
    </message>
    <message>
        <source>{n:count} hosts chosen, but most of their fees are guessed: ask for prices, enter them, plan again.</source>
        <translation>选了 {n:count} 位，但坑位费大多是估的：先问价、填上，再推荐一次方案。</translation>
    </message>
    <message>
        <source>{n:count} hosts for {spend:money}.</source>
        <translation>{n:count} 位达人，共 {spend:money}。</translation>
    </message>
    <message>
        <source>When the hosts are chosen.</source>
        <translation>选好达人之后。</translation>
    </message>
    <message>
        <source>Agree with {of:count} hosts, mark who is booked, set the days.</source>
        <translation>和 {of:count} 位达人谈定并标出来（“谈定…”），再排日子。</translation>
    </message>
    <message>
        <source>{n:count} of {of:count} are booked: agree with the others.</source>
        <translation>{of:count} 位里谈定了 {n:count} 位：接着谈其余的。</translation>
    </message>
    <message>
        <source>Do not sign this plan: first make a better one, or talk the fees down.</source>
        <translation>这个方案先别签：先换个更好的，或把坑位费谈下来。</translation>
    </message>
    <message>
        <source>Products, hosts or figures have changed since these {n:count} hosts were chosen: plan again.</source>
        <translation>选出这 {n:count} 位达人之后，商品、达人或参数有改动：请重新算方案。</translation>
    </message>
    <message>
        <source>All {of:count} hosts are booked.</source>
        <translation>{of:count} 位达人全部谈定。</translation>
    </message>
    <message>
        <source>When the first sessions are over.</source>
        <translation>第一批直播结束之后。</translation>
    </message>
    <message>
        <source>Enter what came of each session: the next plan learns from it.</source>
        <translation>填上每场的结果：下一个方案会从中学习。</translation>
    </message>
    <message>
        <source>Booked hosts without results: {n:count}. Enter them after their sessions.</source>
        <translation>还缺 {n:count} 位已谈定达人的结果：他们播完后填上。</translation>
    </message>
    <message>
        <source>Hosts with results: {n:count}, results in all: {results:count}. The plan learns from them.</source>
        <translation>已有 {n:count} 位达人的 {results:count} 条结果：方案会从中学习。</translation>
    </message>
    <message>
        <source>The figures look inflated (about {share:percent} believed): only with a guarantee that pays back.</source>
        <translation>数据疑似注水（约 {share:percent} 可信）：没有退款保量就不要签。</translation>
    </message>
    <message>
        <source>The figures are doubtful (about {share:percent} believed): see the last ten posts first.</source>
        <translation>数据存疑（约 {share:percent} 可信）：先看他最近十条作品。</translation>
    </message>
    <message>
        <source>Nothing shows whether the views are real: ask for the last ten posts.</source>
        <translation>看不出观看是否真实：请他提供最近十条作品的数据。</translation>
    </message>
    <message>
        <source>Asks {fee:money} a session, like hosts {low:money} – {high:money}: offer {middle:money}.</source>
        <translation>每场要价 {fee:money}，同类达人 {low:money} – {high:money}：还价 {middle:money}。</translation>
    </message>
    <message>
        <source>Asks {fee:money} a session, less than like hosts ({low:money} – {high:money}).</source>
        <translation>每场要价 {fee:money}，低于同类达人（{low:money} – {high:money}）。</translation>
    </message>
    <message>
        <source>Asks {fee:money} a session, as like hosts do ({low:money} – {high:money}).</source>
        <translation>每场要价 {fee:money}，与同类达人相当（{low:money} – {high:money}）。</translation>
    </message>
    <message>
        <source>Guarantees sales of {sales:money} for each session&apos;s fee.</source>
        <translation>每场坑位费保量 {sales:money} 成交。</translation>
    </message>
    <message>
        <source>No sales guarantee: {cost:money} is gone even if nothing is sold.</source>
        <translation>没有保量：一单不卖，{cost:money} 也付出去了。</translation>
    </message>
    <message>
        <source>In a good case {orders:count} orders come for {stock:count} in stock.</source>
        <translation>卖得好时会来 {orders:count} 单，库存只有 {stock:count} 件。</translation>
    </message>
    <message>
        <source>After the first {n:count} sessions about {orders:count} orders should be in. With fewer than {low:count}, stop: pay no further fee before you know why.</source>
        <translation>播完头 {n:count} 场，应有约 {orders:count} 单。不到 {low:count} 单就先停：没弄清原因前，不再付坑位费。</translation>
    </message>
    <message>
        <source>Returns of “{product}”: {rate:percent} expected. From {most:percent} on every first order loses money: correct the page or the goods before going on.</source>
        <translation>“{product}”预计退货率 {rate:percent}。到了 {most:percent}，首单单单亏钱：先改详情页或货品，再往下播。</translation>
    </message>
    <message>
        <source>The largest host, “{name}”, is expected to bring about {orders:count} orders. With fewer than {low:count}, do not book them again at this fee.</source>
        <translation>最大的达人“{name}”预计带来约 {orders:count} 单。不到 {low:count} 单，就不要再按这个价续约。</translation>
    </message>
    <message>
        <source>“{product}”: {stock:count} in stock, in a good case {orders:count} orders. Order more once {at:count} are sold.</source>
        <translation>“{product}”库存 {stock:count} 件，卖得好会来 {orders:count} 单。卖掉 {at:count} 件就补货。</translation>
    </message>
    <message>
        <source>After {days:days} about {share:percent} of the buyers of “{product}” should have bought again. With less than {least:percent}, the long-run profit does not come: book nobody dearer.</source>
        <translation>{days:days}后，“{product}”的买家应有约 {share:percent} 回来再买。不到 {least:percent}，长期利润就不会来：不要再签更贵的达人。</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>No project has been opened yet</source>
        <translation>还没有打开过项目</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>{0} (not found)</source>
        <translation>{0}（找不到）</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Copy rows</source>
        <translation>复制整行</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Change one field in all chosen rows…</source>
        <translation>把选中各行的一项统一修改…</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>选择列…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Nothing matches. Shorten the search text.</source>
        <translation>没有符合的内容，请缩短搜索词。</translation>
    </message>
</context>
<context>
    <name>RejectedStory</name>
    <message>
        <source>Choose a host in the table to see what would bring them in.</source>
        <translation>在表格里选一位达人，看看怎样他才能入选。</translation>
    </message>
    <message>
        <source>What would bring this host in</source>
        <translation>怎样他才能入选</translation>
    </message>
    <message>
        <source>Working out exactly what would bring this host in…</source>
        <translation>正在精确计算怎样他才能入选…</translation>
    </message>
    <message>
        <source>Each was tried by itself: only that was changed, and the plan made again.</source>
        <translation>两种办法分别试过：只改这一项，重新算整个方案。</translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message>
        <source>Damaged project</source>
        <translation>项目已损坏</translation>
    </message>
    <message>
        <source>“{0}” is damaged. It was left as it is.</source>
        <translation>“{0}”已损坏，原文件未动。</translation>
    </message>
    <message>
        <source>Looking for a good backup…</source>
        <translation>正在找完好的备份…</translation>
    </message>
    <message>
        <source>Go back to this backup</source>
        <translation>恢复这份备份</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>保存能读出的内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There is no good backup of it. What can still be read can be saved in a new project.</source>
        <translation>没有它的完好备份。还能读出的内容可以存成一个新项目。</translation>
    </message>
    <message>
        <source>The newest good backup is of {0} (products: {1}, hosts: {2}). You can go back to it, or save what can still be read in a new project; both keep the damaged file.</source>
        <translation>最新的完好备份是 {0} 的，有 {1} 个商品、{2} 位达人。可以恢复它，也可以把还能读出的内容存成新项目；两种做法都保留损坏的文件。</translation>
    </message>
</context>
<context>
    <name>ResultCharts</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>利润</translation>
    </message>
    <message>
        <source>Back in 30 days</source>
        <translation>30 天复购</translation>
    </message>
    <message>
        <source>Back in 90 days</source>
        <translation>90 天复购</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>看什么</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>customers this host won</source>
        <translation>他带来的顾客</translation>
    </message>
    <message>
        <source>Customers won by {0} come back most: {1}, the others {2}. A line is what holds eight times in ten; a diamond left of it: this host&apos;s customers come back more often.</source>
        <translation>{0} 带来的顾客回来得最多：{1}，店里其他顾客 {2}。横线是八成情况的范围；菱形在它左边，就是他的顾客更常回来。</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Did the orders come that were planned?</source>
        <translation>订单达到计划了吗？</translation>
    </message>
    <message>
        <source>The picture needs a host of your roster who sold a product of your list.</source>
        <translation>名单里的达人卖过商品表里的商品，才有这张图。</translation>
    </message>
    <message>
        <source>profit of first sales</source>
        <translation>首单利润</translation>
    </message>
    <message>
        <source>Did the profit come that was planned?</source>
        <translation>利润达到计划了吗？</translation>
    </message>
    <message>
        <source>the shop&apos;s others</source>
        <translation>店里其他顾客</translation>
    </message>
    <message>
        <source>share who bought again</source>
        <translation>再次购买的比例</translation>
    </message>
    <message>
        <source>Whose customers come back?</source>
        <translation>谁带来的顾客会回头？</translation>
    </message>
    <message>
        <source>Cannot tell yet: no host has enough customers who were followed that long.</source>
        <translation>还看不出来：没有哪位达人有足够多的顾客跟踪满这么久。</translation>
    </message>
    <message>
        <source>{0} of {1} came within the planned range, {2} below it (red), {3} above. A line is what holds eight times in ten.</source>
        <translation>{1} 次里有 {0} 次在计划范围内，{2} 次低于（红色），{3} 次高于。横条是八成情况的范围。</translation>
    </message>
</context>
<context>
    <name>ResultForm</name>
    <message>
        <source>Enter what no file contains, above all the slot fee. What you enter counts; empty = as the files say.</source>
        <translation>文件里没有的填在这里，首先是坑位费。填了以您填的为准；空着按文件。</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>检查并保存</translation>
    </message>
    <message>
        <source>Delete entry</source>
        <translation>删除所填</translation>
    </message>
    <message>
        <source>Enter at least one figure.</source>
        <translation>至少填一个数。</translation>
    </message>
</context>
<context>
    <name>ResultStory</name>
    <message>
        <source>Choose a campaign in the table to see its story.</source>
        <translation>在表里选一次投放，这里讲它的来龙去脉。</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>观看</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>进店</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Orders refunded</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Sales kept</source>
        <translation>退款后成交额</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>佣金</translation>
    </message>
    <message>
        <source>Slot fee</source>
        <translation>坑位费</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>利润</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>What was planned, what came, and who brings customers that come back?</source>
        <translation>计划多少、来了多少、谁带来的顾客会回头？</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>投放</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>结算</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Its story</source>
        <translation>这次投放</translation>
    </message>
    <message>
        <source>Enter by hand</source>
        <translation>手工填写</translation>
    </message>
    <message>
        <source>Fill in the form on the right:
the campaign stands here once it is saved.</source>
        <translation>请在右边填写，
保存后这次投放就列在这里。</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>保存表格…</translation>
    </message>
    <message>
        <source>Template…</source>
        <translation>模板…</translation>
    </message>
    <message>
        <source>Enter results</source>
        <translation>填写结果</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>No campaign yet</source>
        <translation>还没有投放</translation>
    </message>
    <message>
        <source>1. Import the order exports of Doudian, Kuaishou, WeChat or Xiaohongshu: they name the host of every sale, and the campaigns appear by themselves.</source>
        <translation>1. 导入抖店、快手小店、微信小店或小红书的订单：每单都写着达人，投放自动列出。</translation>
    </message>
    <message>
        <source>3. No export contains the slot fee: enter it here, or fill in our template and import it.</source>
        <translation>3. 坑位费哪个文件里都没有：在这里填，或填好模板再导入。</translation>
    </message>
    <message>
        <source>4. Keep a plan on the page “Host matrix” (Compare) before you pay: then you see it beside the results.</source>
        <translation>4. 付钱之前，在“达人矩阵”的“方案对比”里保存方案，复盘时就能对照。</translation>
    </message>
    <message>
        <source>2. Add the list of live sessions (Compass) for views and visits, and the commission and settlement files for the costs.</source>
        <translation>2. 再导入罗盘直播明细，就有观看和进店；导入佣金明细和结算单，就有费用。</translation>
    </message>
    <message>
        <source>Nothing differs: these settlements say what the orders say.</source>
        <translation>没有差异：结算单和订单对得上。</translation>
    </message>
    <message>
        <source>Nothing to compare yet: import the platform&apos;s settlement file,
and orders on which it differs stand here.</source>
        <translation>还没有结算单可对：导入平台的结算单，
和订单对不上的会列在这里。</translation>
    </message>
    <message>
        <source>Adding it all up…</source>
        <translation>正在汇总…</translation>
    </message>
    <message>
        <source>Save the results template</source>
        <translation>保存结果模板</translation>
    </message>
    <message>
        <source>results-template.xlsx</source>
        <translation>合作结果模板.xlsx</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>results.xlsx</source>
        <translation>复盘.xlsx</translation>
    </message>
</context>
<context>
    <name>RiskView</name>
    <message>
        <source>The chart appears with the plan.</source>
        <translation>有了方案，这里就会显示图表。</translation>
    </message>
    <message>
        <source>What may I earn, and lose?</source>
        <translation>可能赚多少、亏多少？</translation>
    </message>
    <message>
        <source>In {0} of 100 cases the plan loses money within the horizon; on first sales alone in {1} of 100. From {2} simulated runs.</source>
        <translation>测算期内，100 次里有 {0} 次亏损；只看首单，100 次里有 {1} 次亏损。共模拟 {2} 次。</translation>
    </message>
    <message>
        <source>What makes bad cases bad</source>
        <translation>坏情况坏在哪里</translation>
    </message>
    <message>
        <source>When one host lets you down</source>
        <translation>万一有人出问题</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Hosts</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Whom could you hire, and what do they charge?</source>
        <translation>能找谁带货，对方要什么条件？</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>检查并保存</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>About the host</source>
        <translation>达人资料</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>合作方式</translation>
    </message>
    <message>
        <source>Inflated figures</source>
        <translation>水分检查</translation>
    </message>
    <message>
        <source>No host yet. Press “Import…” and choose your roster (Excel or CSV), or copy its cells and press Ctrl+V here.
You can also add a host, your own live room or yourself as founder.</source>
        <translation>还没有达人。点“导入…”选您的名单（Excel 或 CSV），或复制表格里的单元格，在这里按 Ctrl+V。
也可以逐个添加达人、自家店播，或创始人自播。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Template…</source>
        <translation>模板…</translation>
    </message>
    <message>
        <source>Check a claim…</source>
        <translation>核话术…</translation>
    </message>
    <message>
        <source>New host</source>
        <translation>新建达人</translation>
    </message>
    <message>
        <source>Stopped: the hosts were not checked for inflated figures and fair fees. They are checked again after the next change.</source>
        <translation>已停止，没有检查达人的水分和合理坑位费；下次改动后会重新检查。</translation>
    </message>
    <message>
        <source>“{0}” is saved.</source>
        <translation>“{0}”已保存。</translation>
    </message>
    <message>
        <source>Save the roster template</source>
        <translation>保存达人名单模板</translation>
    </message>
    <message>
        <source>roster-template.xlsx</source>
        <translation>达人名单模板.xlsx</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Excel workbook (*.xlsx);;CSV table (*.csv)</source>
        <translation>Excel 工作簿 (*.xlsx);;CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>SchoolsView</name>
    <message>
        <source>Place the plan in this order</source>
        <translation>按这个顺序排期</translation>
    </message>
    <message>
        <source>Place the sessions first.</source>
        <translation>请先排期。</translation>
    </message>
    <message>
        <source>The case for large hosts first</source>
        <translation>大达人先播的依据</translation>
    </message>
    <message>
        <source>The case for small hosts first</source>
        <translation>小达人先播的依据</translation>
    </message>
</context>
<context>
    <name>Scrolled</name>
    <message>
        <source>Text to scroll with the arrow keys</source>
        <translation>可以用方向键滚动的文字</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language and look, the figures behind the advice, privacy and backups</source>
        <translation>语言和外观、建议背后的数值、隐私和备份</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Levels of hosts</source>
        <translation>达人层级</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>设置的各部分</translation>
    </message>
    <message>
        <source>Figures of the model</source>
        <translation>模型参数</translation>
    </message>
</context>
<context>
    <name>SheetPasting</name>
    <message>
        <source>Bring in the whole sheet?</source>
        <translation>导入整张表吗？</translation>
    </message>
    <message>
        <source>All rows pasted are in this table already, but the sheet has more columns.</source>
        <translation>粘贴的每一行这张表里都有，但粘贴的表列更多。</translation>
    </message>
    <message>
        <source>{0} of the {1} rows pasted have a row in this table already.</source>
        <translation>粘贴的 {1} 行里，有 {0} 行这张表里已有。</translation>
    </message>
    <message>
        <source>Bring in the whole sheet</source>
        <translation>导入整张表</translation>
    </message>
    <message>
        <source>Change only the rows that are there</source>
        <translation>只修改已有的行</translation>
    </message>
</context>
<context>
    <name>ShopNames</name>
    <message>
        <source>Names in the orders</source>
        <translation>订单里的名称</translation>
    </message>
    <message>
        <source>These names in your orders belong to none of your products. Choose those that are “{0}” (Ctrl for several): its orders then count for it.</source>
        <translation>订单里的这些名称对不上您的任何商品。请选出其实是“{0}”的（按住 Ctrl 可选几个），这些订单就会算到它头上。</translation>
    </message>
    <message>
        <source>Every name in the orders belongs to a product already.</source>
        <translation>订单里的每个名称都已对上商品。</translation>
    </message>
    <message>
        <source>Use these names</source>
        <translation>就是这些</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Copy the chosen rows of a table</source>
        <translation>复制表格里选中的行</translation>
    </message>
    <message>
        <source>Choose all rows of a table</source>
        <translation>选中表格的所有行</translation>
    </message>
    <message>
        <source>Close a dialog or the list of commands</source>
        <translation>关闭对话框或命令列表</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>SpreadView</name>
    <message>
        <source>in this picture</source>
        <translation>图中到此时</translation>
    </message>
    <message>
        <source>at the end, on average</source>
        <translation>最后平均</translation>
    </message>
    <message>
        <source>eight times in ten</source>
        <translation>八成情况下</translation>
    </message>
    <message>
        <source>The chart appears with the schedule.</source>
        <translation>排期之后显示图表。</translation>
    </message>
    <message>
        <source>Day of the picture</source>
        <translation>图中的日子</translation>
    </message>
    <message>
        <source>Picture of who was reached by whom</source>
        <translation>谁带来了谁的示意图</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>A made-up audience of {0} people: it shows how word of mouth spreads; it is not a forecast for your shop.</source>
        <translation>这是虚构的一群人（{0}），用来说明口碑怎么传，不是对您店的预测。</translation>
    </message>
    <message>
        <source>How sure is that?</source>
        <translation>有多大把握？</translation>
    </message>
    <message>
        <source>Who reaches whom, and how fast?</source>
        <translation>谁带来了谁？有多快？</translation>
    </message>
    <message>
        <source>Lines: average of {0} runs; bands: eight runs in ten.</source>
        <translation>线是 {0} 次模拟的平均，色带是八成情况的范围。</translation>
    </message>
    <message>
        <source>day {0}</source>
        <translation>第 {0} 天</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>File {0} of {1}: {2}</source>
        <translation>第 {0} 个文件，共 {1} 个：{2}</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销本次导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import the rest</source>
        <translation>导入其余部分</translation>
    </message>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>导入 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Choose hosts</source>
        <translation>去选达人</translation>
    </message>
    <message>
        <source>Describe your product</source>
        <translation>去填商品</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>正在识别文件…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting for an answer: choose the file and name its columns or the order of its dates.</source>
        <translation>
            <numerusform>还有 %n 个文件等您确认：请选中该文件，指定列或日期顺序。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read, but not taken into the project yet.</source>
        <translation>已读取，但还没有导入项目。</translation>
    </message>
    <message>
        <source>{0} could not be used and are set aside; nothing is imported yet. Import the rest, or correct the file and read it again (“Problems”).</source>
        <translation>{0}无法使用，已搁置；其余还没有导入。请点“导入其余部分”，或改好文件后重新读取（见“问题”）。</translation>
    </message>
    <message numerus="yes">
        <source>Taken: %n file(s). It can be undone as one step.</source>
        <translation>
            <numerusform>已导入 %n 个文件，可一步撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>All these files were taken already: nothing is added.</source>
        <translation>这些文件之前都已导入：没有新增任何内容。</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TiersView</name>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Head from</source>
        <translation>头部起</translation>
    </message>
    <message>
        <source>Waist from</source>
        <translation>腰部起</translation>
    </message>
    <message>
        <source>Tail from</source>
        <translation>尾部起</translation>
    </message>
    <message>
        <source>A host counts as head or waist from this many followers on; below waist they are tail, and below the last figure an amateur. Sources differ by up to ten times, so put in what is usual in your trade; lines from Excel can be pasted into any field.</source>
        <translation>粉丝达到多少算头部、腰部；不到腰部算尾部，低于最后一栏算素人。各家说法能差十倍，请按您这一行的惯例填；Excel 的几行可以粘贴到任意一格。</translation>
    </message>
    <message>
        <source>Your hosts</source>
        <translation>您的达人</translation>
    </message>
    <message>
        <source>Keep these levels</source>
        <translation>采用这些层级</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Default: {0}</source>
        <translation>默认值：{0}</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>add product “{name}”</source>
        <translation>添加商品“{name}”</translation>
    </message>
    <message>
        <source>change “{field}” of “{name}”</source>
        <translation>修改“{name}”的{field}</translation>
    </message>
    <message>
        <source>change the limit “{field}”</source>
        <translation>修改限制“{field}”</translation>
    </message>
    <message>
        <source>change product “{name}”</source>
        <translation>修改商品“{name}”</translation>
    </message>
    <message>
        <source>change {n} products</source>
        <translation>修改 {n} 个商品</translation>
    </message>
    <message>
        <source>delete {n} products</source>
        <translation>删除 {n} 个商品</translation>
    </message>
    <message>
        <source>import {n} products</source>
        <translation>导入 {n} 个商品</translation>
    </message>
    <message>
        <source>add host “{name}”</source>
        <translation>添加达人“{name}”</translation>
    </message>
    <message>
        <source>change host “{name}”</source>
        <translation>修改达人“{name}”</translation>
    </message>
    <message>
        <source>change {n} hosts</source>
        <translation>修改 {n} 位达人</translation>
    </message>
    <message>
        <source>enter results of “{name}”</source>
        <translation>填写“{name}”的结果</translation>
    </message>
    <message>
        <source>enter results of {n} campaigns</source>
        <translation>填写 {n} 次合作的结果</translation>
    </message>
    <message>
        <source>delete results</source>
        <translation>删除结果</translation>
    </message>
    <message>
        <source>import {n} hosts</source>
        <translation>导入 {n} 位达人</translation>
    </message>
    <message>
        <source>delete {n} hosts</source>
        <translation>删除 {n} 位达人</translation>
    </message>
    <message>
        <source>change the plan&apos;s limits</source>
        <translation>修改限制条件</translation>
    </message>
    <message>
        <source>change the launch</source>
        <translation>修改排期</translation>
    </message>
    <message>
        <source>change a policy figure</source>
        <translation>修改参数</translation>
    </message>
    <message>
        <source>change the figure “{figure}”</source>
        <translation>修改“{figure}”</translation>
    </message>
    <message>
        <source>import {n} files</source>
        <translation>导入 {n} 个文件</translation>
    </message>
    <message>
        <source>remove {n} files</source>
        <translation>移除 {n} 个文件</translation>
    </message>
</context>
<context>
    <name>UntoldLine</name>
    <message>
        <source>Import posts…</source>
        <translation>导入作品…</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Out of date</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Products, hosts or figures have changed since this plan was made.</source>
        <translation>算出这个方案之后，商品、达人或参数有改动。</translation>
    </message>
</context>
<context>
    <name>Water</name>
    <message>
        <source>{count:count} orders in {seconds:count} seconds are {a_second:plain} a second. Even if all who buy at all did so at that moment, {room:count} viewers would have to be in the room at once, {views:count} in the whole session; a room like this usually holds {usual_room:count}.</source>
        <translation>{seconds:count} 秒 {count:count} 单，就是每秒 {a_second:plain} 单。哪怕会买的人全在那一刻下单，直播间里也得同时有 {room:count} 人，整场 {views:count} 次观看；这样的直播间一般同时只有 {usual_room:count} 人。</translation>
    </message>
    <message>
        <source>For {amount:money} a day it takes {orders:count} orders a day at {price:money} ({sales:money} of sales). At the usual {usual_rate:share} orders per view that is {views:count} views a day; the middle account of this size has {usual_views:count}, and of its real viewers {rate:share} would have to buy.</source>
        <translation>一天赚 {amount:money}，每天要出 {orders:count} 单，每单 {price:money}（成交 {sales:money}）。按通常 {usual_rate:share} 的观看下单率，一天要 {views:count} 次观看；这个量级的账号通常只有 {usual_views:count}，其中的真人要有 {rate:share} 下单才够。</translation>
    </message>
    <message>
        <source>{amount:money} of sales are {orders:count} orders at {price:money}, those that come back later counted in. At the usual {usual_rate:share} orders per view that is {views:count} views; the middle account of this size has {usual_views:count} in that time, of which {rate:share} would have to buy.</source>
        <translation>卖 {amount:money}，按每单 {price:money} 要出 {orders:count} 单（后来退掉的也算在内）。按通常 {usual_rate:share} 的观看下单率，要 {views:count} 次观看；这个量级的账号同样时间通常只有 {usual_views:count}，其中要有 {rate:share} 下单才够。</translation>
    </message>
    <message>
        <source>Such an account brings {month:money} of commission a month and loses viewers with its owner: over {months:count} months about {gross:money} (eight times in ten between {low:money} and {high:money}). The work on it would cost {work:money} in the same time. Platforms forbid the sale of accounts and may take them back.</source>
        <translation>这样的账号一个月约有 {month:money} 佣金，换了人会掉观众：{months:count} 个月合计约 {gross:money}（五个里有四个在 {low:money} 到 {high:money} 之间）。同样时间要花 {work:money} 的人工。平台禁止买卖账号，可能收回。</translation>
    </message>
    <message>
        <source>That is possible: {share:odds} of like accounts stay below it.</source>
        <translation>有可能：{share:odds} 的同类账号不到这个数。</translation>
    </message>
    <message>
        <source>That is little: {over:odds} of like accounts are above it. Ask why.</source>
        <translation>偏低：{over:odds} 的同类账号都比这高。问问为什么。</translation>
    </message>
    <message>
        <source>That is rare: {over:odds} of like accounts reach it. Ask for a recording of the back end.</source>
        <translation>少见：只有 {over:odds} 的同类账号做得到。请对方录屏看后台。</translation>
    </message>
    <message>
        <source>Hardly any like account reaches it ({over:odds}). Believe it only with order files.</source>
        <translation>几乎没有同类账号做得到（{over:odds}）。没有订单文件就别信。</translation>
    </message>
    <message>
        <source>The claim names no figure to compare.</source>
        <translation>这句话里没有可以比较的数字。</translation>
    </message>
    <message>
        <source>Read as: {who} earns {amount:money} a day.</source>
        <translation>理解为：{who}一天赚 {amount:money}。</translation>
    </message>
    <message>
        <source>Read as: {who} sells {amount:money} within {days:days} ({form:label}).</source>
        <translation>理解为：{who} {days:days}卖出 {amount:money}（{form:label}）。</translation>
    </message>
    <message>
        <source>Read as: {who} sells {amount:money} in one session.</source>
        <translation>理解为：{who}一场卖出 {amount:money}。</translation>
    </message>
    <message>
        <source>Read as: {who} is worth {amount:money}.</source>
        <translation>理解为：{who}值 {amount:money}。</translation>
    </message>
    <message>
        <source>an account of {followers:count} followers</source>
        <translation>{followers:count} 粉的账号</translation>
    </message>
    <message>
        <source>an account, how large is not said (taken for a usual one),</source>
        <translation>没说粉丝数的账号（按常见大小算）</translation>
    </message>
    <message>
        <source>Read as: {count:count} orders within {seconds:count} seconds of a live session.</source>
        <translation>理解为：直播 {seconds:count} 秒卖出 {count:count} 单。</translation>
    </message>
    <message>
        <source>10k followers earn 500 yuan a day</source>
        <translation>一万粉一天赚500</translation>
    </message>
    <message>
        <source>sold 15,000 in 15 seconds</source>
        <translation>15秒卖1.5万单</translation>
    </message>
    <message>
        <source>account worth 300 yuan, 10k followers</source>
        <translation>1万粉的账号值300元</translation>
    </message>
    <message>
        <source>GMV of 500k in 30 days, 200k followers</source>
        <translation>近30天GMV 50万，20万粉</translation>
    </message>
    <message>
        <source>Of your own campaigns {own:percent} sold less per view than this needs.</source>
        <translation>您自己的投放里，{own:percent} 的观看下单率达不到它的要求。</translation>
    </message>
    <message>
        <source>Eight in ten such accounts lie between {low:money} and {high:money} a day.</source>
        <translation>五个同类账号里有四个每天在 {low:money} 到 {high:money} 之间。</translation>
    </message>
    <message>
        <source>Eight in ten such accounts sell between {low:money} and {high:money} in that time.</source>
        <translation>五个同类账号里有四个同样时间卖 {low:money} 到 {high:money}。</translation>
    </message>
    <message>
        <source>{what}: {value}, below the {low} – {high} of {group}.</source>
        <translation>{what}：{value}，低于{group}的 {low} – {high}。</translation>
    </message>
    <message>
        <source>{what}: {value}, above the {low} – {high} of {group}.</source>
        <translation>{what}：{value}，高于{group}的 {low} – {high}。</translation>
    </message>
    <message>
        <source>{what}: {value}, as usual ({low} – {high}) for {group}.</source>
        <translation>{what}：{value}，与{group}差不多（{low} – {high}）。</translation>
    </message>
    <message>
        <source>{what}: {value}.</source>
        <translation>{what}：{value}。</translation>
    </message>
    <message>
        <source>The audience has nothing in common with that of your products.</source>
        <translation>粉丝人群与您的商品人群毫无重合。</translation>
    </message>
    <message>
        <source>The audience is one your products are made for.</source>
        <translation>粉丝人群正是您商品的人群。</translation>
    </message>
    <message>
        <source>{name}, {count} orders: {verdict}</source>
        <translation>{name}，{count} 单：{verdict}</translation>
    </message>
    <message>
        <source>{name}: {verdict} Authenticity {value} ({range}).</source>
        <translation>{name}：{verdict}真实度 {value}（{range}）。</translation>
    </message>
    <message>
        <source>No sign of inflated figures: they are like those of good peers.</source>
        <translation>没看到水分：数据和好的同类达人差不多。</translation>
    </message>
    <message>
        <source>Doubtful: some figures are unusual. They prove nothing; ask before you pay.</source>
        <translation>可疑：有几项数据不寻常。这不是证据，付款前先问清楚。</translation>
    </message>
    <message>
        <source>Looks inflated: several figures together are hard to explain otherwise. They prove nothing; ask for proof before you pay.</source>
        <translation>像有水分：好几项数据放在一起很难有别的解释。这不是证据，付款前请对方拿出证明。</translation>
    </message>
    <message>
        <source>Cannot be told: too few figures, or they point neither way.</source>
        <translation>看不出：数据太少，或者说明不了问题。</translation>
    </message>
    <message>
        <source>the orders look like those of the rest of your shop.</source>
        <translation>订单和店里其他订单差不多。</translation>
    </message>
    <message>
        <source>doubtful: some orders are unusual. They prove nothing; look at them one by one.</source>
        <translation>可疑：有些订单不寻常。这不是证据，请逐单看看。</translation>
    </message>
    <message>
        <source>a good part of the orders looks inflated: several facts together are hard to explain otherwise. They prove nothing; ask before the fee is settled.</source>
        <translation>不少订单像是刷的：几件事放在一起很难有别的解释。这不是证据，结清费用前先问清楚。</translation>
    </message>
    <message>
        <source>cannot be told: too few orders, or they point neither way.</source>
        <translation>看不出：订单太少，或者说明不了问题。</translation>
    </message>
    <message>
        <source>{count:count} hosts of the platform</source>
        <translation>同平台 {count:count} 位达人</translation>
    </message>
    <message>
        <source>{count:count} hosts of this size</source>
        <translation>同量级 {count:count} 位达人</translation>
    </message>
    <message>
        <source>{count:count} hosts of this category and size</source>
        <translation>同类目同量级 {count:count} 位达人</translation>
    </message>
    <message>
        <source>the rest of your shop ({count:count} orders)</source>
        <translation>店里其他订单（共 {count:count} 单）</translation>
    </message>
    <message>
        <source>shops in general</source>
        <translation>一般店铺</translation>
    </message>
    <message>
        <source>Views for these followers</source>
        <translation>观看（按粉丝数比）</translation>
    </message>
    <message>
        <source>Reactions for these followers</source>
        <translation>互动（按粉丝数比）</translation>
    </message>
    <message>
        <source>Reactions per view</source>
        <translation>每次观看的互动</translation>
    </message>
    <message>
        <source>Sales for these views</source>
        <translation>成交（按观看数比）</translation>
    </message>
    <message>
        <source>New followers for these views</source>
        <translation>涨粉（按观看数比）</translation>
    </message>
    <message>
        <source>Comments per like</source>
        <translation>评论与点赞之比</translation>
    </message>
    <message>
        <source>Saves per like</source>
        <translation>收藏与点赞之比</translation>
    </message>
    <message>
        <source>Shares per like</source>
        <translation>分享与点赞之比</translation>
    </message>
    <message>
        <source>How far views differ from post to post</source>
        <translation>各条作品观看的差别</translation>
    </message>
    <message>
        <source>How far likes per view differ from post to post</source>
        <translation>各条作品赞播比的差别</translation>
    </message>
    <message>
        <source>How far likes differ from post to post</source>
        <translation>各条作品点赞的差别</translation>
    </message>
    <message>
        <source>Stated views, against those of the posts</source>
        <translation>报的观看与作品实际观看之比</translation>
    </message>
    <message>
        <source>If honest: the host changed subject, or paused, and old followers no longer watch.</source>
        <translation>若属正常：换过内容方向或停更过，老粉不看了。</translation>
    </message>
    <message>
        <source>If honest: the followers are older people, or watch without reacting.</source>
        <translation>若属正常：粉丝年头久，或只看不互动。</translation>
    </message>
    <message>
        <source>If honest: the host entertains more than sells, or has just begun to sell.</source>
        <translation>若属正常：内容以娱乐为主，或刚开始带货。</translation>
    </message>
    <message>
        <source>If honest: the host asks for comments (“write 1”), or there is a dispute.</source>
        <translation>若属正常：引导评论（“扣 1”），或评论区有争议。</translation>
    </message>
    <message>
        <source>If honest: the last posts went badly, or the stated figure is from another month.</source>
        <translation>若属正常：最近几条没起来，或报的是别的月份的数。</translation>
    </message>
    <message>
        <source>If honest: the host is a name in the field, or films at great cost.</source>
        <translation>若属正常：在圈内有名，或拍摄成本高。</translation>
    </message>
    <message>
        <source>If honest: the product did not suit the viewers, or the link was hard to find.</source>
        <translation>若属正常：商品不合观众口味，或链接不好找。</translation>
    </message>
    <message>
        <source>If honest: the host brings an audience that did not know you.</source>
        <translation>若属正常：带来了原来不认识您的人。</translation>
    </message>
    <message>
        <source>Ask for a screen recording of the host&apos;s back end: views of the last 30 days, scrolled live.</source>
        <translation>请对方录屏后台：现场滑动看近 30 天观看。</translation>
    </message>
    <message>
        <source>Ask for the active-follower share and where the viewers come from.</source>
        <translation>请对方提供活跃粉丝占比和观众来源。</translation>
    </message>
    <message>
        <source>Ask for the sources of views (recommended, followed, paid) of the last ten posts.</source>
        <translation>请对方提供最近十条作品的流量来源（推荐、关注、付费）。</translation>
    </message>
    <message>
        <source>Ask for orders and refunds of the last three sessions with products like yours.</source>
        <translation>请对方提供最近三场同类商品的订单和退款。</translation>
    </message>
    <message>
        <source>Ask what was posted on the days of the jump, and what it cost.</source>
        <translation>问问涨粉那几天发了什么、花了多少钱。</translation>
    </message>
    <message>
        <source>Ask to see these posts in the host&apos;s back end.</source>
        <translation>请对方打开后台，当面看这几条作品。</translation>
    </message>
    <message>
        <source>Ask for the audience of the last sessions, not of the account.</source>
        <translation>要最近几场直播的人群，不要账号的粉丝画像。</translation>
    </message>
    <message>
        <source>Ask for the visits to your product from the session, and try again only on commission.</source>
        <translation>请对方提供这场带来的商品访问数，再合作只谈纯佣。</translation>
    </message>
    <message>
        <source>Look at the recording of that minute: what did the host say?</source>
        <translation>回看那几分钟的录像：主播说了什么？</translation>
    </message>
    <message>
        <source>Ask for visits to the product page from the session.</source>
        <translation>请对方提供这场带来的商品页访问数。</translation>
    </message>
    <message>
        <source>Ask where the viewers came from (recommended, followed, paid), and when your product was shown.</source>
        <translation>请对方提供观众来源（推荐、关注、付费），以及您的商品几点讲的。</translation>
    </message>
    <message>
        <source>No price has been named: ask for one before you name {middle:money}.</source>
        <translation>对方没报价：先让他开价，再说 {middle:money}。</translation>
    </message>
    <message>
        <source>The host asks {asked:money}: more than {share:odds} of hosts like this.</source>
        <translation>他报 {asked:money}：比 {share:odds} 的同类达人都高。</translation>
    </message>
    <message>
        <source>The host asks {asked:money}, which is usual: {share:odds} of hosts like this ask less.</source>
        <translation>他报 {asked:money}，属正常：{share:odds} 的同类达人报得更低。</translation>
    </message>
    <message>
        <source>The host asks {asked:money}: only {share:odds} of hosts like this ask less. Find out why it is cheap.</source>
        <translation>他报 {asked:money}：只有 {share:odds} 的同类达人报得更低。弄清为什么便宜。</translation>
    </message>
    <message>
        <source>Without a fee: {commission:percent} of kept sales. The host earns as much from {sales:money} of them, and so bears the risk of the promise.</source>
        <translation>不付坑位费的谈法：退款后成交的 {commission:percent}。卖出 {sales:money} 他拿到的一样多，说得到就担得起。</translation>
    </message>
    <message>
        <source>With a fee of {fee:money}: have {sales:money} of kept sales promised in writing ({times:plain} times the fee), the fee to be paid back in proportion to what is missing.</source>
        <translation>付 {fee:money} 坑位费的谈法：请他承诺退款后成交 {sales:money}（坑位费的 {times:plain} 倍），差多少按比例退费，写进合同。</translation>
    </message>
    <message>
        <source>The host promises sales of {sales:money} ({times:plain} × the fee): put in writing that kept sales count, until when, and what is refunded. Expect to get back about {refund:money} if nothing sells.</source>
        <translation>他承诺坑位费的 {times:plain} 倍，即 {sales:money}：写清按退款后成交算、截止日期和怎么退费。真卖不动，估计能追回 {refund:money} 左右。</translation>
    </message>
    <message>
        <source>Posts with more likes than views</source>
        <translation>点赞比播放还多的作品数</translation>
    </message>
    <message>
        <source>Slot fee for these views</source>
        <translation>坑位费（按观看数比）</translation>
    </message>
    <message>
        <source>Orders per view in your own campaigns</source>
        <translation>您自己投放中的观看下单率</translation>
    </message>
    <message>
        <source>Orders by a buyer who had just ordered</source>
        <translation>同一买家重复下单的占比</translation>
    </message>
    <message>
        <source>Orders to an address that had just ordered</source>
        <translation>同一地址重复下单的占比</translation>
    </message>
    <message>
        <source>Orders within the densest minutes</source>
        <translation>最集中几分钟的订单占比</translation>
    </message>
    <message>
        <source>Orders refunded</source>
        <translation>退款订单占比</translation>
    </message>
    <message>
        <source>Orders refunded the same night or before shipping</source>
        <translation>当晚或发货前退款的占比</translation>
    </message>
    <message>
        <source>Buyers never seen elsewhere in your shop</source>
        <translation>店里别处没见过的买家占比</translation>
    </message>
    <message>
        <source>Orders of one repeated larger quantity</source>
        <translation>同一较大件数反复出现的占比</translation>
    </message>
    <message>
        <source>Orders per viewer of the session</source>
        <translation>每位观众的订单</translation>
    </message>
    <message>
        <source>Displayed orders that were never paid</source>
        <translation>显示了却没付款的订单占比</translation>
    </message>
    <message>
        <source>Viewers who opened your product</source>
        <translation>观众点进商品的比例</translation>
    </message>
    <message>
        <source>If honest: views were bought as advertising and shown to strangers.</source>
        <translation>若属正常：投了流，推给了陌生人看。</translation>
    </message>
    <message>
        <source>If honest: a raffle, or a circle of loyal fans who react to everything.</source>
        <translation>若属正常：搞了抽奖，或铁粉条条都互动。</translation>
    </message>
    <message>
        <source>If honest: a raffle, a mention by someone famous, or advertising for followers.</source>
        <translation>若属正常：搞了抽奖、被大号提到，或投流涨粉。</translation>
    </message>
    <message>
        <source>If honest: comments are closed or filtered.</source>
        <translation>若属正常：关了评论或开了筛选。</translation>
    </message>
    <message>
        <source>If honest: tutorials are saved, jokes are not.</source>
        <translation>若属正常：教程会被收藏，段子不会。</translation>
    </message>
    <message>
        <source>If honest: some subjects are passed on and others never.</source>
        <translation>若属正常：有的题材爱转发，有的没人转。</translation>
    </message>
    <message>
        <source>If honest: a series with steady viewers.</source>
        <translation>若属正常：连续系列，观众稳定。</translation>
    </message>
    <message>
        <source>If honest: one post went viral, or some were advertised.</source>
        <translation>若属正常：有一条爆了，或有几条投了流。</translation>
    </message>
    <message>
        <source>If honest: posts all of one kind for the same viewers.</source>
        <translation>若属正常：作品都是一类，看的是同一批人。</translation>
    </message>
    <message>
        <source>If honest: a fixed circle likes every post, and strangers never do.</source>
        <translation>若属正常：一批固定的人条条点赞，路人从不点赞。</translation>
    </message>
    <message>
        <source>If honest: the platform has counted views late, or the columns of the file are mixed up.</source>
        <translation>若属正常：平台播放数统计滞后，或文件里的列弄混了。</translation>
    </message>
    <message>
        <source>If honest: a limit per order made people order twice, or resellers stocked up.</source>
        <translation>若属正常：有限购所以分两次下单，或有人囤货转卖。</translation>
    </message>
    <message>
        <source>If honest: people of one office, dormitory or family bought together.</source>
        <translation>若属正常：同事、同宿舍或一家人一起买。</translation>
    </message>
    <message>
        <source>If honest: a countdown, a coupon or a flash price called for orders.</source>
        <translation>若属正常：倒计时、发券或秒杀催的单。</translation>
    </message>
    <message>
        <source>If honest: the product was shown better than it is, or sizes do not fit.</source>
        <translation>若属正常：讲得比实物好，或尺码不合。</translation>
    </message>
    <message>
        <source>If honest: bought in the heat of the moment, or a better price was seen elsewhere.</source>
        <translation>若属正常：一时冲动下的单，或别处看到更低价。</translation>
    </message>
    <message>
        <source>If honest: an offer such as “two for one” asked for that quantity.</source>
        <translation>若属正常：有“买一送一”之类的活动要求这个件数。</translation>
    </message>
    <message>
        <source>If honest: regulars buy by the link without watching.</source>
        <translation>若属正常：老顾客不看直播直接点链接买。</translation>
    </message>
    <message>
        <source>If honest: orders were placed and not paid, or your export lacks some days.</source>
        <translation>若属正常：下了单没付款，或导出的订单缺了几天。</translation>
    </message>
    <message>
        <source>If honest: your product came up for a moment only, or its link was hard to find.</source>
        <translation>若属正常：您的商品只露了一下脸，或链接不好找。</translation>
    </message>
    <message>
        <source>Read fifty comments yourself: questions and complaints are a good sign.</source>
        <translation>自己翻五十条评论：有人提问、有人抱怨才是好兆头。</translation>
    </message>
    <message>
        <source>Look at the posts yourself: are they worth keeping?</source>
        <translation>自己看看作品：值得收藏吗？</translation>
    </message>
    <message>
        <source>Look at the posts yourself: would anybody pass them on?</source>
        <translation>自己看看作品：会有人转发吗？</translation>
    </message>
    <message>
        <source>Ask for the sources of views of each of these posts.</source>
        <translation>请对方提供这几条作品各自的流量来源。</translation>
    </message>
    <message>
        <source>Ask which posts of which days the figure is from.</source>
        <translation>问清这个数是哪些天、哪些作品的。</translation>
    </message>
    <message>
        <source>Ask what the fee covers, and offer commission or a guarantee instead.</source>
        <translation>问清坑位费包含什么，改谈佣金或保量。</translation>
    </message>
    <message>
        <source>Ask the platform whether these accounts belong together; keep the order numbers.</source>
        <translation>请平台核查这些账号是否同一人，保留订单号。</translation>
    </message>
    <message>
        <source>Look at these orders in your back end: are they one house? Keep the order numbers.</source>
        <translation>到后台看这些订单是不是同一处收货，保留订单号。</translation>
    </message>
    <message>
        <source>Ask buyers for the reason, and settle the fee on kept orders only.</source>
        <translation>问买家退款原因，费用只按没退的订单结。</translation>
    </message>
    <message>
        <source>Hold the rest of the fee until returns are over, and keep the order numbers.</source>
        <translation>退货期过了再付尾款，保留订单号。</translation>
    </message>
    <message>
        <source>Watch whether they ever come back.</source>
        <translation>看看他们以后会不会再来。</translation>
    </message>
    <message>
        <source>Ask whether an offer named this quantity.</source>
        <translation>问问是不是有活动要求这个件数。</translation>
    </message>
    <message>
        <source>Export the orders of the whole day again and compare order numbers.</source>
        <translation>重新导出全天订单，核对订单号。</translation>
    </message>
    <message>
        <source>{name} has no offer yet: ask for a quote, or offer commission only.</source>
        <translation>{name} 还没有报价：先问价，或只谈纯佣。</translation>
    </message>
    <message>
        <source>Hosts like this ask {low:money} – {high:money} for “{offer:deal}”; the middle is {middle:money}.</source>
        <translation>同类达人“{offer:deal}”报价 {low:money} – {high:money}，居中 {middle:money}。</translation>
    </message>
    <message>
        <source>Begin at {first:money}; do not go above {last:money}.</source>
        <translation>从 {first:money} 谈起，最多给到 {last:money}。</translation>
    </message>
    <message>
        <source>Pay {now:money} before and {later:money} after returns are over.</source>
        <translation>先付 {now:money}，退货期过后再付 {later:money}。</translation>
    </message>
    <message>
        <source>buyer ordered again</source>
        <translation>同一买家又下单</translation>
    </message>
    <message>
        <source>address ordered again</source>
        <translation>同一地址又下单</translation>
    </message>
    <message>
        <source>within the densest minutes</source>
        <translation>集中在几分钟内</translation>
    </message>
    <message>
        <source>refunded the same night or before shipping</source>
        <translation>当晚或发货前退款</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>the repeated quantity</source>
        <translation>件数重复</translation>
    </message>
    <message>
        <source>Orders of {hosts} hosts compared with the rest of your shop: {padded} have orders that look inflated, {doubtful} are doubtful, {clean} show no sign, {unknown} cannot be told.</source>
        <translation>把 {hosts} 位达人的订单和店里其他订单对比：{padded} 位像有水分，{doubtful} 位可疑，{clean} 位没有迹象，{unknown} 位看不出。</translation>
    </message>
    <message>
        <source>{orders} orders, {paid} paid, from {first} to {last}</source>
        <translation>{orders} 单，付款 {paid}，{first} 至 {last}</translation>
    </message>
    <message>
        <source>{orders} orders, {paid} paid</source>
        <translation>{orders} 单，付款 {paid}</translation>
    </message>
</context>
<context>
    <name>WaterView</name>
    <message>
        <source>Verdict, figures, questions and prices as text, to send or to print</source>
        <translation>把结论、数据、要问的话和价格复制成文字，可发送或打印</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文字</translation>
    </message>
    <message>
        <source>Negotiation sheet…</source>
        <translation>谈判单…</translation>
    </message>
    <message>
        <source>Figures, questions, prices, and room for what is agreed, on paper or as PDF</source>
        <translation>数据、该问的话、出价和谈定结果的空栏，打印或存为 PDF</translation>
    </message>
    <message>
        <source>Choose a host to see how the figures compare.</source>
        <translation>点选一位达人，看看他的数据和同行比怎么样。</translation>
    </message>
    <message>
        <source>Authenticity {0} (eight times in ten {1})</source>
        <translation>真实度 {0}（八成情况下 {1}）</translation>
    </message>
    <message>
        <source>What to offer</source>
        <translation>怎么谈价</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Repurchase Matrix</source>
        <translation>欢迎使用复购矩阵</translation>
    </message>
    <message>
        <source>Whom should you hire to sell your goods, for how much, and what may you lose? A list of hosts and three facts about your product are enough for a first answer. Everything stays on this computer.</source>
        <translation>请谁来带货，花多少钱，最多会亏多少？一份达人名单，加上商品的三项信息，就能得到第一个答案。所有数据只留在这台电脑上。</translation>
    </message>
    <message>
        <source>Start from my files</source>
        <translation>用我的文件开始</translation>
    </message>
    <message>
        <source>Host lists, order exports, product lists: as they are, many at once. Or drop them anywhere in this window.</source>
        <translation>达人名单、订单导出、商品清单，原样就行，可以一次选很多个，也可以直接拖进窗口。</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>先看演示</translation>
    </message>
    <message>
        <source>A made-up shop with eight products and hundreds of hosts. Try everything; nothing of yours is touched.</source>
        <translation>一家虚构的店，有八个商品和几百位达人。随便试，不会动到你的数据。</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>从空白开始</translation>
    </message>
    <message>
        <source>Describe a product by hand and see at once how often it is bought again.</source>
        <translation>手工填一个商品，马上看到它多久会再买。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Not found: {0}</source>
        <translation>找不到：{0}</translation>
    </message>
    <message>
        <source>Open “{0}”</source>
        <translation>打开“{0}”</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>Back to the usual</source>
        <translation>恢复常见值</translation>
    </message>
    <message>
        <source>Your own what-if, kept until the window closes. The usual: {0} and {1}.</source>
        <translation>按您填的数试算，关窗口前有效。常见值：{0}、{1}。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Spend {spend} of {budget} on %n offer(s) ({counts}).</source>
        <translation>
            <numerusform>预算 {budget}，花费 {spend}，共 %n 项合作（{counts}）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hours of your own people: {hours}, worth {cost}; in the profit, not in the spend.</source>
        <translation>自己人共 {hours} 小时，折 {cost}；已从利润里扣除，不算在花费里。</translation>
    </message>
    <message>
        <source>Expected long-run profit {profit}; nine times in ten between {low} and {high}.</source>
        <translation>预计长期利润 {profit}；九成情况下在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>The odds of a loss are {odds}; first sales alone bring {first}.</source>
        <translation>亏损概率 {odds}；只看首单，利润 {first}。</translation>
    </message>
    <message>
        <source>{name}, before going live: {verdict} {offer}</source>
        <translation>{name}，开播前：{verdict}{offer}</translation>
    </message>
    <message>
        <source>{name}: {klass} ({odds}), again after {cycle}, {rate} come back within {window}</source>
        <translation>{name}：{klass}（{odds}），复购周期 {cycle}，{window}内复购率 {rate}</translation>
    </message>
    <message>
        <source>{name} ({tier}): “{offer}” for {product}, {cost}, long-run profit {profit}</source>
        <translation>{name}（{tier}）：“{offer}”带“{product}”，费用 {cost}，长期利润 {profit}</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>First-sale profit</source>
        <translation>首单利润</translation>
    </message>
    <message>
        <source>Long-run profit</source>
        <translation>长期利润</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>达人数</translation>
    </message>
    <message>
        <source>Slot fees</source>
        <translation>坑位费</translation>
    </message>
    <message>
        <source>true views a session</source>
        <translation>场均真实观看</translation>
    </message>
    <message>
        <source>hiring cost per order</source>
        <translation>每单坑位费与佣金</translation>
    </message>
    <message>
        <source>{name} ({tier}): {views} true views, {cost} per order</source>
        <translation>{name}（{tier}）：真实观看 {views}，每单 {cost}</translation>
    </message>
    <message>
        <source>long-run profit of the plan</source>
        <translation>方案的长期利润</translation>
    </message>
    <message>
        <source>purchase model</source>
        <translation>购买模型</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>复购比例</translation>
    </message>
    <message>
        <source>{days}: observed {seen}, by the purchase model {model}</source>
        <translation>{days}：实际 {seen}，按购买模型 {model}</translation>
    </message>
    <message>
        <source>days after the first purchase, up to</source>
        <translation>首购后天数（至）</translation>
    </message>
    <message>
        <source>on other days</source>
        <translation>平日</translation>
    </message>
    <message>
        <source>at a festival</source>
        <translation>节日</translation>
    </message>
    <message>
        <source>middle {value}</source>
        <translation>居中 {value}</translation>
    </message>
    <message>
        <source>repeat purchases</source>
        <translation>复购次数</translation>
    </message>
    <message>
        <source>before any order</source>
        <translation>看订单之前</translation>
    </message>
    <message>
        <source>with your orders</source>
        <translation>看了您的订单</translation>
    </message>
    <message>
        <source>days after a purchase</source>
        <translation>购买后天数</translation>
    </message>
    <message>
        <source>Of {customers} new customers of {month}, {share} bought {first} to {last} days later.</source>
        <translation>{month} 的 {customers} 位新顾客中，{share} 在第 {first} 至 {last} 天又买了。</translation>
    </message>
    <message>
        <source>{count} repeat purchases came {first} to {last} days after the one before, {festival} of them at a festival.</source>
        <translation>{count} 次复购发生在上次购买后 {first} 至 {last} 天，其中 {festival} 次在节日。</translation>
    </message>
    <message>
        <source>bad {value}</source>
        <translation>较差 {value}</translation>
    </message>
    <message>
        <source>average {value}</source>
        <translation>平均 {value}</translation>
    </message>
    <message>
        <source>good {value}</source>
        <translation>较好 {value}</translation>
    </message>
    <message>
        <source>There is no screen for a window here. Without one: --demo, or a verb (--help).</source>
        <translation>这里没有屏幕，打不开窗口。没有屏幕时可用 --demo，或加命令运行（见 --help）。</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>The program itself made a mistake. What happened is written in {path}.</source>
        <translation>程序自身出了差错，详情已写入 {path}。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Enter price and category to see the grade.</source>
        <translation>填上售价和类目，就能看到复购等级。</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>a quarter (90 days)</source>
        <translation>一个季度（90 天）</translation>
    </message>
    <message>
        <source>half a year (180 days)</source>
        <translation>半年（180 天）</translation>
    </message>
    <message>
        <source>a year (365 days)</source>
        <translation>一年（365 天）</translation>
    </message>
    <message>
        <source>two years (730 days)</source>
        <translation>两年（730 天）</translation>
    </message>
    <message>
        <source>three years (1,095 days)</source>
        <translation>三年（1095 天）</translation>
    </message>
    <message>
        <source>{days} days (your own figure)</source>
        <translation>{days} 天（您自己填的）</translation>
    </message>
    <message>
        <source>Hire {hosts} hosts for {spend} of {budget}: about {long} in the long run (nine times in ten between {low} and {high}).</source>
        <translation>建议找 {hosts} 位达人，花费 {spend}（预算 {budget}），长期利润约 {long}，九成情况下在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>Be careful: {hosts} hosts for {spend} of {budget} are expected to bring {long} in the long run, but the odds of a loss are {odds}.</source>
        <translation>要谨慎：找 {hosts} 位达人，花费 {spend}（预算 {budget}），预计长期利润 {long}，但亏损概率有 {odds}。</translation>
    </message>
    <message>
        <source>best within the limits</source>
        <translation>限制内最好的选法</translation>
    </message>
    <message>
        <source>within {gap} of the best</source>
        <translation>离最优最多差 {gap}</translation>
    </message>
    <message>
        <source>Head : waist : tail</source>
        <translation>头部 : 腰部 : 尾部</translation>
    </message>
    <message>
        <source>hosts</source>
        <translation>达人人数</translation>
    </message>
    <message>
        <source>Hosts hired</source>
        <translation>合作达人</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>With it no plan keeps your limits. Loosen a limit, or keep the old value.</source>
        <translation>这样一来没有方案能守住您的限制。请放宽一条限制，或保留原值。</translation>
    </message>
    <message>
        <source>Before, no plan kept your limits; now there is one.</source>
        <translation>之前没有方案满足你的限制；现在有了。</translation>
    </message>
    <message>
        <source>As things stand no plan keeps your limits; with it there would be one.</source>
        <translation>现在没有方案能守住您的限制，改后就有了。</translation>
    </message>
    <message>
        <source>The same hosts would be hired.</source>
        <translation>合作的达人不变。</translation>
    </message>
    <message>
        <source>Other hosts would be hired.</source>
        <translation>合作的达人会有变化。</translation>
    </message>
    <message>
        <source>The long-run profit stays about the same.</source>
        <translation>长期利润大致不变。</translation>
    </message>
    <message>
        <source>The long-run profit is expected to be {much} higher.</source>
        <translation>长期利润预计多 {much}。</translation>
    </message>
    <message>
        <source>The long-run profit is expected to be {much} lower.</source>
        <translation>长期利润预计少 {much}。</translation>
    </message>
    <message>
        <source>of {budget}</source>
        <translation>预算 {budget}</translation>
    </message>
    <message>
        <source>The search ended early: this plan is at most {gap} short of the best possible.</source>
        <translation>搜索提前结束：这个方案离最优最多差 {gap}。</translation>
    </message>
    <message>
        <source>Ask for prices before you sign: most of the fees are guessed. If they hold, {hosts} hosts for {spend} of {budget} bring about {long} in the long run (nine times in ten between {low} and {high}).</source>
        <translation>先问价再签约：坑位费大多是估的。如果估得准，找 {hosts} 位达人，花费 {spend}（预算 {budget}），长期约赚 {long}（九成情况下在 {low} 到 {high} 之间）。</translation>
    </message>
    <message>
        <source>A coin toss, do not sign: {hosts} hosts for {spend} of {budget} are expected to bring {long} in the long run, but the odds of a loss are {odds}.</source>
        <translation>像抛硬币，别签：找 {hosts} 位达人，花费 {spend}（预算 {budget}），预计长期利润 {long}，但亏损概率有 {odds}。</translation>
    </message>
    <message>
        <source>Do not sign: {hosts} hosts for {spend} of {budget} are expected to end at {long}.</source>
        <translation>别签：找 {hosts} 位达人，花费 {spend}（预算 {budget}），预计最后是 {long}。</translation>
    </message>
    <message>
        <source>In half of all cases it stays below {middle}.</source>
        <translation>一半情况下，长期利润不到 {middle}。</translation>
    </message>
    <message>
        <source>About {long} with {hosts} hosts for {spend}; below is still the plan before.</source>
        <translation>约 {long}：{hosts} 位达人，花费 {spend}；下面还是上一个方案。</translation>
    </message>
    <message>
        <source>At a glance nobody is found who keeps these limits; below is still the plan before.</source>
        <translation>快速估算没找到符合条件的达人；下面还是上一个方案。</translation>
    </message>
    <message>
        <source>Best plan so far: {value}; at most {gap} short of the best possible.</source>
        <translation>目前最好的方案：{value}，离最优最多差 {gap}。</translation>
    </message>
    <message>
        <source>quick estimate</source>
        <translation>快速估算</translation>
    </message>
    <message>
        <source>of {budget}; own hours {hours}</source>
        <translation>预算 {budget}；自己人 {hours} 小时</translation>
    </message>
    <message>
        <source>Expected orders</source>
        <translation>预计订单</translation>
    </message>
    <message>
        <source>before returns</source>
        <translation>已付款，未扣退货</translation>
    </message>
    <message>
        <source>loss in {odds} of cases</source>
        <translation>亏损概率 {odds}</translation>
    </message>
    <message>
        <source>Odds of a loss</source>
        <translation>亏损概率</translation>
    </message>
    <message>
        <source>Largest host</source>
        <translation>单人最高占比</translation>
    </message>
    <message>
        <source>of the spend</source>
        <translation>占总花费</translation>
    </message>
    <message>
        <source>Whom to hire: host plan</source>
        <translation>达人合作方案</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>≈ marks figures nobody gave: they are estimated.</source>
        <translation>≈ 表示没有人提供、由程序估算的数字。</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>What speaks for this host</source>
        <translation>为什么选他</translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation>测算依据</translation>
    </message>
    <message>
        <source>Know before you sign</source>
        <translation>签约前要知道</translation>
    </message>
    <message>
        <source>Who carries the plan?</source>
        <translation>方案靠谁撑起来？</translation>
    </message>
    <message>
        <source>Nobody is hired and nothing is spent. Loosen one of the limits below or add hosts to the roster, and make the plan again.</source>
        <translation>没有签任何人，也没有花钱。放宽下面一项限制，或补充达人名单，再重新做方案。</translation>
    </message>
    <message>
        <source>No plan keeps these limits.</source>
        <translation>没有方案能满足这些限制。</translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <translation>卡在哪里</translation>
    </message>
    <message numerus="yes">
        <source>%n more: all of them are in the workbook (Host matrix → Plan as Excel).</source>
        <translation>
            <numerusform>另有 %n 项，全部列在 Excel 工作簿里（达人矩阵 → 导出 Excel）。</numerusform>
        </translation>
    </message>
    <message>
        <source>What makes the worst cases bad</source>
        <translation>最坏的情况坏在哪里</translation>
    </message>
    <message>
        <source>When one host lets you down</source>
        <translation>某位达人掉链子时</translation>
    </message>
    <message>
        <source>In {draws} trials of the plan long-run profit was {low} in a bad case (one in twenty is worse, and averages {worst}), {middle} in the middle and {high} in a good case. It lost money in {odds} of them, by first sales alone in {first}.</source>
        <translation>方案模拟了 {draws} 次：较差时长期利润 {low}（20 次里有 1 次比这更差，那一次平均 {worst}），居中时 {middle}，较好时 {high}。{odds} 的模拟出现亏损；只看首单，{first} 的模拟出现亏损。</translation>
    </message>
    <message>
        <source>The hosts, one by one</source>
        <translation>逐个看达人</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>To settle before signing</source>
        <translation>签约前要谈清</translation>
    </message>
    <message>
        <source>Who was left out, and why</source>
        <translation>没选谁，为什么</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>In this order</source>
        <translation>按这个顺序约</translation>
    </message>
    <message>
        <source>Small hosts first: what they bring tells whether the dear ones are worth their fee. The launch page gives the sessions days.</source>
        <translation>先约小的：看他们带来多少，再决定贵的值不值这个坑位费。具体日期在“投放排期”页排。</translation>
    </message>
    <message>
        <source>All are of one level: whoever brings most for each yuan comes first. The launch page gives the sessions days.</source>
        <translation>都是同一层级：每元带来最多的先约。具体日期在“投放排期”页排。</translation>
    </message>
    <message>
        <source>Spent so far</source>
        <translation>累计花费</translation>
    </message>
    <message>
        <source>Orders so far</source>
        <translation>累计订单</translation>
    </message>
    <message>
        <source>People needed</source>
        <translation>需要的人手</translation>
    </message>
    <message>
        <source>What to watch once it runs</source>
        <translation>开播后盯什么</translation>
    </message>
    <message>
        <source>Repurchase class</source>
        <translation>复购等级</translation>
    </message>
    <message>
        <source>Bought again after</source>
        <translation>复购周期</translation>
    </message>
    <message>
        <source>Come back within a year</source>
        <translation>年复购率</translation>
    </message>
    <message>
        <source>Main reason</source>
        <translation>主要理由</translation>
    </message>
    <message numerus="yes">
        <source>%n more figures are not certain either, but weigh less here: see Settings. Where you know better, change them: the plan follows.</source>
        <translation>
            <numerusform>另有 %n 项参数也不确定，但对本方案影响较小，见“设置”。您有更准的数，改掉即可，方案会跟着变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>执行人</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>当前值</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自己填写</translation>
    </message>
    <message>
        <source>{shown} of {all} rows</source>
        <translation>显示 {shown} / {all} 行</translation>
    </message>
    <message>
        <source>Copying… {share} (Esc stops)</source>
        <translation>正在复制… {share}（按 Esc 停止）</translation>
    </message>
    <message>
        <source>all {all} rows chosen</source>
        <translation>已选中全部 {all} 行</translation>
    </message>
    <message>
        <source>{times} ×</source>
        <translation>{times} 倍</translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation>{years} 年</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{fee}, no commission</source>
        <translation>{fee}，无佣金</translation>
    </message>
    <message>
        <source>no fee + {share}</source>
        <translation>纯佣 {share}</translation>
    </message>
    <message>
        <source>{fee} + {share}</source>
        <translation>{fee} + {share}</translation>
    </message>
    <message>
        <source>, guarantee 1:{times}</source>
        <translation>，保量 1:{times}</translation>
    </message>
    <message>
        <source>own time, {cost} a session</source>
        <translation>自己人，每场工时 {cost}</translation>
    </message>
    <message>
        <source>{share} above {at}</source>
        <translation>{at}以上{share}</translation>
    </message>
    <message>
        <source> ({share} of what is above {sales})</source>
        <translation>（超过 {sales} 的部分 {share}）</translation>
    </message>
    <message>
        <source>line {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>{place}: {text}</source>
        <translation>{place}：{text}</translation>
    </message>
    <message>
        <source>The whole shop</source>
        <translation>全店</translation>
    </message>
    <message>
        <source>From the orders alone: {klass} ({odds}).</source>
        <translation>只看订单：{klass}（{odds}）。</translation>
    </message>
    <message>
        <source>The orders confirm {klass}: {was} before, {odds} now.</source>
        <translation>订单证实了 {klass}：原来 {was}，现在 {odds}。</translation>
    </message>
    <message>
        <source>By its facts it was {old} ({was}); the orders make it {klass} ({odds}).</source>
        <translation>按商品信息原是 {old}（{was}）；看订单后是 {klass}（{odds}）。</translation>
    </message>
    <message>
        <source>Pale: by its facts alone. Full: with the orders.</source>
        <translation>浅色：只看商品信息。深色：加上订单。</translation>
    </message>
    <message>
        <source>Pale: before any order every class is as likely. Full: with the orders.</source>
        <translation>浅色：没有订单时各级一样可能。深色：加上订单。</translation>
    </message>
    <message>
        <source>Most likely with your orders: {klass} ({odds}).</source>
        <translation>看了您的订单，最可能是 {klass}（{odds}）。</translation>
    </message>
    <message>
        <source>Within 90 days {quarter} come back, within a year {year}. {basis}</source>
        <translation>90 天内 {quarter} 的人回来，一年内 {year}。{basis}</translation>
    </message>
    <message>
        <source>not followed that long</source>
        <translation>跟踪不到这么久</translation>
    </message>
    <message>
        <source>Counted: {customers} customers were followed that long, all others as far as the orders reach.</source>
        <translation>直接统计：{customers} 位顾客跟踪满一年，其余的跟踪到订单截止日。</translation>
    </message>
    <message>
        <source>{customers} customers, followed for {days} at most. So far {seen} of them were seen to buy again: that share only grows with the day of the export, so do not compare it between exports.</source>
        <translation>{customers} 位顾客，最长跟踪 {days}。目前看到 {seen} 的人又买过：导出越晚这个比例越高，不能拿来比较。</translation>
    </message>
    <message>
        <source>It stands for less than {high:percent} who come back within a year; weighed with what is usual elsewhere, here it is {rate:tenth} ({from:tenth} – {to:tenth}).</source>
        <translation>这一级指一年内回来的顾客不到 {high:percent}；连同一般水平一起算，这里是 {rate:tenth}（{from:tenth} – {to:tenth}）。</translation>
    </message>
    <message>
        <source>It stands for more than {low:percent} who come back within a year; weighed with what is usual elsewhere, here it is {rate:tenth} ({from:tenth} – {to:tenth}).</source>
        <translation>这一级指一年内回来的顾客超过 {low:percent}；连同一般水平一起算，这里是 {rate:tenth}（{from:tenth} – {to:tenth}）。</translation>
    </message>
    <message>
        <source>It stands for {low:percent} to {high:percent} who come back within a year; weighed with what is usual elsewhere, here it is {rate:tenth} ({from:tenth} – {to:tenth}).</source>
        <translation>这一级指一年内有 {low:percent} 到 {high:percent} 的顾客回来；连同一般水平一起算，这里是 {rate:tenth}（{from:tenth} – {to:tenth}）。</translation>
    </message>
    <message>
        <source>The orders alone, as below, say {rate}: the fewer came back, the more what is usual counts.</source>
        <translation>光看订单是下面的 {rate}：回来的人越少，一般水平占得越重。</translation>
    </message>
    <message>
        <source>The orders do not reach a year yet, so a purchase model carries them on (≈); a later export makes it more certain.</source>
        <translation>订单还不满一年，由购买模型推算（≈）；以后再导出会更准。</translation>
    </message>
    <message>
        <source>One month of new customers so far: a trend shows from the second on.</source>
        <translation>目前只有一个月的新顾客：从第二个月起才看得出趋势。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n new customer(s) {share} bought again within 30 days.</source>
        <translation>
            <numerusform>%n 位新顾客里，30 天内再买的有 {share}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Share of each month&apos;s new customers who bought in each 30 days after. In the first 30 days: {older} of the older half, {newer} of the newer.</source>
        <translation>每月新顾客在之后每 30 天里又买的比例。头 30 天：较早一半的月份 {older}，较近一半 {newer}。</translation>
    </message>
    <message>
        <source>Nobody has bought twice yet.</source>
        <translation>还没有人买过第二次。</translation>
    </message>
    <message>
        <source>Of the gaps seen so far half are within {middle} (regulars count several times). {share} of repeat purchases fall into festivals, which are {days} of the days: people come back for occasions, so plan waves before them.</source>
        <translation>目前看到的间隔一半在 {middle}以内（常客算多次）。{share} 的复购落在节日期间，而节日只占 {days} 的天数：顾客为过节而来，请在节前安排投放。</translation>
    </message>
    <message>
        <source>Of the gaps seen so far half are within {middle} (regulars count several times). {share} of repeat purchases fall into festivals, which are {days} of the days: people come back by need, not for occasions.</source>
        <translation>目前看到的间隔一半在 {middle}以内（常客算多次）。{share} 的复购落在节日期间，节日占 {days} 的天数：顾客是按需复购，不是为过节。</translation>
    </message>
    <message>
        <source>Head customers</source>
        <translation>头部顾客</translation>
    </message>
    <message>
        <source>Waist customers</source>
        <translation>腰部顾客</translation>
    </message>
    <message>
        <source>Tail customers</source>
        <translation>尾部顾客</translation>
    </message>
    <message>
        <source>Head orders</source>
        <translation>头部单</translation>
    </message>
    <message>
        <source>Waist orders</source>
        <translation>腰部单</translation>
    </message>
    <message>
        <source>Tail orders</source>
        <translation>尾部单</translation>
    </message>
    <message>
        <source>No sale was found in these files.</source>
        <translation>这些文件里没有成交。</translation>
    </message>
    <message>
        <source>{head} ({head_share:percent} of all) bring {head_net:percent} of the money, {waist} ({waist_share:percent}) another {waist_net:percent}; the tail is {tail_share:percent} and brings {tail_net:percent}.</source>
        <translation>{head}占 {head_share:percent}，带来 {head_net:percent} 的钱；{waist}占 {waist_share:percent}，再带来 {waist_net:percent}；尾部占 {tail_share:percent}，只带来 {tail_net:percent}。</translation>
    </message>
    <message>
        <source>The further the curve hangs below the dashed line, the more you depend on few (concentration {gini}: 0 is all alike, 1 all on one). Bands: tail, waist and head.</source>
        <translation>曲线比虚线低得越多，就越依赖少数人（集中程度 {gini}：0 是人人一样，1 是全靠一人）。色带：尾部、腰部、头部。</translation>
    </message>
    <message>
        <source>Too little is known to say who should have been back by now.</source>
        <translation>信息太少，说不出谁到现在该回来了。</translation>
    </message>
    <message>
        <source>Nobody has waited longer than is usual for them.</source>
        <translation>没有人等得比平常更久。</translation>
    </message>
    <message>
        <source>{customers} have waited longer than is usual for them and are probably still yours; {back} may be expected back by themselves. The list holds hashed customers and their last order numbers: look up whom to call in your shop&apos;s back end.</source>
        <translation>{customers}等得比平常久，但很可能还是您的顾客；预计其中 {back} 会自己回来。名单里只有加密的顾客编号和最后一个订单号：请到店铺后台按订单号查是谁。</translation>
    </message>
    <message>
        <source>{count} unpaid</source>
        <translation>未付款 {count}</translation>
    </message>
    <message>
        <source>{count} closed</source>
        <translation>已关闭 {count}</translation>
    </message>
    <message>
        <source>{count} gifts</source>
        <translation>赠品 {count}</translation>
    </message>
    <message>
        <source>{count} marked as brushed</source>
        <translation>标记为刷单 {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s)</source>
        <translation>
            <numerusform>{count} 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} order(s)</source>
        <translation>
            <numerusform>{count} 个订单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} host(s)</source>
        <translation>
            <numerusform>达人 {count} 位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} result(s)</source>
        <translation>
            <numerusform>{count} 条结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} product(s)</source>
        <translation>
            <numerusform>{count} 个商品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s)</source>
        <translation>
            <numerusform>{count} 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Of settlements only the sum kept is compared here; commissions and fees under “Settlement” on the results page.</source>
        <translation>结算单在这里只核对退款后金额；佣金等其他栏见“复盘”页的“结算”。</translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s) set aside</source>
        <translation>
            <numerusform>搁置 {count} 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} customer(s)</source>
        <translation>
            <numerusform>{count} 位顾客</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>There are headings but no lines below them: was anything sold in these days?</source>
        <translation>只有表头，下面没有数据：这段时间有成交吗？请检查导出的时间范围。</translation>
    </message>
    <message>
        <source>The buyers in this file are masked or encrypted, so nobody can tell whether one came back: repurchase per customer cannot be computed from it.</source>
        <translation>这份文件的买家是密文或打了星号，看不出同一个人是否又来买，无法计算买家层面的复购率。</translation>
    </message>
    <message>
        <source>This file names no buyers: repurchase per customer cannot be computed from it.</source>
        <translation>这份文件没有买家信息，无法计算买家层面的复购率。</translation>
    </message>
    <message>
        <source>{count} paid</source>
        <translation>已付款 {count}</translation>
    </message>
    <message>
        <source>refunds in {count} of them</source>
        <translation>其中 {count} 场有退款</translation>
    </message>
    <message>
        <source>{count} refunded</source>
        <translation>退款 {count}</translation>
    </message>
    <message>
        <source>{count} twice in the file</source>
        <translation>文件内重复 {count}</translation>
    </message>
    <message>
        <source>amounts in {currency}</source>
        <translation>金额单位 {currency}</translation>
    </message>
    <message>
        <source>{off} off the file&apos;s own total</source>
        <translation>与文件自带合计相差 {off}</translation>
    </message>
    <message>
        <source>{kind}: I name the columns</source>
        <translation>{kind}：我来指定列</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>打了星号</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>无买家</translation>
    </message>
    <message>
        <source>paid {money}</source>
        <translation>付款 {money}</translation>
    </message>
    <message>
        <source>kept after refunds {money}</source>
        <translation>退款后 {money}</translation>
    </message>
    <message>
        <source>No file names the host of a sale. The exports of Doudian, Kuaishou, WeChat and Xiaohongshu do.</source>
        <translation>没有文件带有达人信息。抖店、快手小店、微信小店、小红书的导出里有。</translation>
    </message>
    <message>
        <source>Hosts sold {share} of it: {money}.</source>
        <translation>达人带货占 {share}：{money}。</translation>
    </message>
    <message>
        <source>In no file can the buyers be told apart (they are masked or not named): whether customers come back cannot be said.</source>
        <translation>所有文件的买家都无法区分（打了星号或没写）：说不出顾客是否回来购买。</translation>
    </message>
    <message>
        <source>{customers} could be told apart; so far {again} of them bought on two or more days.</source>
        <translation>能区分 {customers}；截至目前其中 {again} 位在两天及以上有购买。</translation>
    </message>
    <message>
        <source>{lines} dated in the future and left out.</source>
        <translation>{lines}的日期在未来，未计入。</translation>
    </message>
    <message>
        <source>{lines} not in yuan, left out of all sums.</source>
        <translation>{lines}不是人民币金额，未计入任何合计。</translation>
    </message>
    <message>
        <source>{rows} of refund, settlement and commission files speak of orders that no order file holds (see “Found”): import the orders of those months too.</source>
        <translation>售后表、结算单、佣金明细中有 {rows}对应的订单不在任何订单文件里（见“匹配率”列）：请把相应月份的订单也导入。</translation>
    </message>
    <message>
        <source>Refunds, settled amounts and commissions in their files agree with the orders on all {orders} compared.</source>
        <translation>售后表的退款、结算单的金额、佣金明细的佣金与订单逐笔核对：{orders}全部一致。</translation>
    </message>
    <message>
        <source>Refund, settlement and commission files say something else than the orders on {count} of {orders} compared: see “Differs” in the list of files.</source>
        <translation>售后表、结算单、佣金明细与订单逐笔核对：{orders}中有 {count} 笔金额不一致，见文件列表的“差额”列。</translation>
    </message>
    <message>
        <source>{hosts} known by two ids (such as 抖音号 and 达人ID): counted as one, as the same orders or your list of hosts name both.</source>
        <translation>有两个账号编号（如抖音号和达人ID）的{hosts}，因同一批订单或您的达人名单里两个编号都出现，已各合并为一人。</translation>
    </message>
    <message>
        <source>{hosts} known by two ids, counted as one by platform and name alone: {names}. Please check.</source>
        <translation>有两个账号编号的{hosts}，仅凭平台和昵称相同各合并为一人：{names}。请核对。</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>{share} refunded</source>
        <translation>退款 {share}</translation>
    </message>
    <message>
        <source>customer (hashed)</source>
        <translation>顾客（加密编号）</translation>
    </message>
    <message>
        <source>last order</source>
        <translation>最近订单编号</translation>
    </message>
    <message>
        <source>level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>bought last on</source>
        <translation>最近购买日</translation>
    </message>
    <message>
        <source>days since</source>
        <translation>距今天数</translation>
    </message>
    <message>
        <source>days overdue</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>odds of coming back</source>
        <translation>回来的概率</translation>
    </message>
    <message>
        <source>purchases expected in 90 days</source>
        <translation>90 天预计购买次数</translation>
    </message>
    <message>
        <source>spend expected in 90 days</source>
        <translation>90 天预计消费</translation>
    </message>
    <message>
        <source>offer them</source>
        <translation>建议推荐</translation>
    </message>
    <message>
        <source>head customer</source>
        <translation>头部顾客</translation>
    </message>
    <message>
        <source>waist customer</source>
        <translation>腰部顾客</translation>
    </message>
    <message>
        <source>tail customer</source>
        <translation>尾部顾客</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>from the smallest to the largest</source>
        <translation>从少到多</translation>
    </message>
    <message>
        <source>share of net spend</source>
        <translation>占净额</translation>
    </message>
    <message>
        <source>{level}: {members} of all, {net} of the net spend</source>
        <translation>{level}：占 {members}，带来 {net} 的净额</translation>
    </message>
    <message>
        <source>orders just below the price for each order just above</source>
        <translation>刚低于该价的订单是刚高于时的几倍</translation>
    </message>
    <message>
        <source>{price}, your orders</source>
        <translation>{price}，自家订单</translation>
    </message>
    <message>
        <source>{price}, orders and rule</source>
        <translation>{price}，订单加通用规律</translation>
    </message>
    <message>
        <source>{price}, usual rule</source>
        <translation>{price}，通用规律</translation>
    </message>
    <message>
        <source>price {price}, border {border}</source>
        <translation>售价 {price}，界线 {border}</translation>
    </message>
    <message>
        <source>Repurchase rate: {needed}; {own}</source>
        <translation>复购率：{needed}；{own}</translation>
    </message>
    <message>
        <source>not even at 100%</source>
        <translation>人人复购也不够</translation>
    </message>
    <message>
        <source>break-even {rate}</source>
        <translation>保本 {rate}</translation>
    </message>
    <message>
        <source>yours {rate} ({span})</source>
        <translation>您的 {rate}（{span}）</translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>人人一样</translation>
    </message>
    <message>
        <source>slot fees</source>
        <translation>坑位费</translation>
    </message>
    <message>
        <source>expected orders</source>
        <translation>预计订单</translation>
    </message>
    <message>
        <source>number of hosts, the largest first</source>
        <translation>达人数（从最大的数起）</translation>
    </message>
    <message>
        <source>share they take together</source>
        <translation>合计占比</translation>
    </message>
    <message>
        <source>the {hosts} largest: {share} of the {what}</source>
        <translation>最大的 {hosts} 位：占{what}的 {share}</translation>
    </message>
    <message>
        <source>long-run profit</source>
        <translation>长期利润</translation>
    </message>
    <message>
        <source>odds of a loss</source>
        <translation>亏损概率</translation>
    </message>
    <message>
        <source>{limit}: {hosts} hosts for {spend}, about {mean} (nine times in ten {low} to {high}), largest host {top}</source>
        <translation>{limit}：{hosts} 位达人，花费 {spend}，长期利润约 {mean}（九成情况下 {low} 到 {high}），最大一位占 {top}</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐方案</translation>
    </message>
    <message>
        <source>Any mix of levels</source>
        <translation>不限层级配比</translation>
    </message>
    <message>
        <source>Only the most famous</source>
        <translation>只找最出名的</translation>
    </message>
    <message>
        <source>Spread over many</source>
        <translation>撒网找便宜的</translation>
    </message>
    <message>
        <source>Class and cycle</source>
        <translation>等级和复购周期</translation>
    </message>
    <message>
        <source>Repurchase within a year</source>
        <translation>一年复购率</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Break-even orders</source>
        <translation>保本订单</translation>
    </message>
    <message>
        <source>Hosts in doubt</source>
        <translation>有疑点的达人</translation>
    </message>
    <message>
        <source>Hands needed</source>
        <translation>要多少人手</translation>
    </message>
    <message>
        <source>Check hosts</source>
        <translation>查达人</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选人</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>谈定排期</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在做</translation>
    </message>
    <message>
        <source>Like the class. What draws it towards the rate needed is on the products page, under “Try first”.</source>
        <translation>和等级的依据一样。怎样让它靠近回本所需，见商品页的“先试试”。</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没到</translation>
    </message>
    <message>
        <source>Raise repurchase</source>
        <translation>补复购</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>再看看</translation>
    </message>
    <message>
        <source>From category, price and days of use, and your orders where there are any: these make it more certain.</source>
        <translation>根据类目、售价、使用天数，有订单时也看订单：订单越多越准。</translation>
    </message>
    <message>
        <source>You set it on the matrix page. “Compare” there tells what more would bring.</source>
        <translation>在达人矩阵页填写。那里的“方案对比”会告诉您多花能多赚多少。</translation>
    </message>
    <message>
        <source>From followers per platform (Settings). Other limits or other hosts change it.</source>
        <translation>按各平台粉丝数分级（见设置）。换限制或换达人会改变它。</translation>
    </message>
    <message>
        <source>From thousands of trials of this plan. Smaller shares and lower fees make it smaller.</source>
        <translation>把这个方案试算几千次得来。分散一些、谈低报价，它就变小。</translation>
    </message>
    <message>
        <source>From fees, samples and what one order leaves. Lower fees or a better margin make it smaller.</source>
        <translation>根据报价、样品和每单能剩多少。报价低些或毛利高些，它就变小。</translation>
    </message>
    <message>
        <source>From the slot fees of the plan. The largest share is a limit on the matrix page.</source>
        <translation>根据方案里的坑位费。单人最高占比可在达人矩阵页限制。</translation>
    </message>
    <message>
        <source>From displayed figures, posts, orders and results. Posts you import settle most of it.</source>
        <translation>根据展示数据、作品、订单和复盘结果。导入作品数据最能说清楚。</translation>
    </message>
    <message>
        <source>From minutes for each order and session (Settings), which are our guess, on an average day. The launch page looks at each day.</source>
        <translation>根据每单、每场要花的分钟数（见设置，是我们的估计），按平均一天算。投放排期页会逐天看。</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>Describe a product</source>
        <translation>填写一个商品</translation>
    </message>
    <message>
        <source>name, price and category will do</source>
        <translation>名称、售价、类目就够了</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入达人名单</translation>
    </message>
    <message>
        <source>Excel or CSV, as you have it</source>
        <translation>Excel 或 CSV，原样导入</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>hosts beside their peers</source>
        <translation>和同类达人比一比</translation>
    </message>
    <message>
        <source>Set a budget</source>
        <translation>填上预算</translation>
    </message>
    <message>
        <source>on the matrix page, at the left</source>
        <translation>在达人矩阵页左边</translation>
    </message>
    <message>
        <source>Loosen a limit</source>
        <translation>放宽一条限制</translation>
    </message>
    <message>
        <source>of the chosen hosts</source>
        <translation>选中的达人里</translation>
    </message>
    <message>
        <source>of the roster</source>
        <translation>名单里</translation>
    </message>
    <message>
        <source>A forecast from views, fees, margin and repeat purchases. Results you enter make it more certain.</source>
        <translation>根据观看、报价、毛利和复购预测。填上复盘结果会更准。</translation>
    </message>
    <message>
        <source>nobody is chosen under these</source>
        <translation>现在的限制下选不出人</translation>
    </message>
    <message>
        <source>Make the plan</source>
        <translation>先算方案</translation>
    </message>
    <message>
        <source>the plan gives this number</source>
        <translation>算完就有这个数</translation>
    </message>
    <message>
        <source>“{product}”, again after {span}</source>
        <translation>“{product}”，隔 {span}再买</translation>
    </message>
    <message>
        <source>at usual offers paid orders never pay back</source>
        <translation>按常见报价回不了本</translation>
    </message>
    <message>
        <source>paid orders pay at once</source>
        <translation>首单就回本</translation>
    </message>
    <message>
        <source>paid orders pay back from {rate}</source>
        <translation>到 {rate} 就回本</translation>
    </message>
    <message>
        <source>the most a plan may pay in slot fees</source>
        <translation>坑位费最多花这么多</translation>
    </message>
    <message>
        <source>the plan spends {spend} and says why {left} is left</source>
        <translation>方案花 {spend}，剩 {left} 的原因写在方案里</translation>
    </message>
    <message>
        <source>the plan spends {spend}, and {hours} hours of your own</source>
        <translation>方案花 {spend}，自己人 {hours} 小时</translation>
    </message>
    <message>
        <source>the plan spends {spend}</source>
        <translation>方案花 {spend}</translation>
    </message>
    <message>
        <source>{count} hosts of {all} in your roster</source>
        <translation>名单 {all} 位里选 {count} 位</translation>
    </message>
    <message>
        <source>nine times in ten between {low} and {high}</source>
        <translation>九成情况下在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <source>never</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>each order loses; {expected} are expected</source>
        <translation>每单都亏；预计 {expected} 单</translation>
    </message>
    <message>
        <source>if customers buy again, else never; {expected} expected</source>
        <translation>要靠顾客再买才保本；预计 {expected} 单</translation>
    </message>
    <message>
        <source>by first sales alone; {expected} expected</source>
        <translation>只算首单；预计 {expected} 单</translation>
    </message>
    <message>
        <source>by first sales, {long} with repeats; {expected} expected</source>
        <translation>只算首单，算上复购 {long} 单；预计 {expected} 单</translation>
    </message>
    <message>
        <source>of the orders come from one host</source>
        <translation>按订单看，来自一位达人</translation>
    </message>
    <message>
        <source>of the spend; one host brings {orders} of the orders</source>
        <translation>占全部花费；按订单看最多占 {orders}</translation>
    </message>
    <message>
        <source>only your own people: nothing to check</source>
        <translation>只有自己人，不用检查</translation>
    </message>
    <message>
        <source>{count} of {of}</source>
        <translation>{of} 位里 {count} 位</translation>
    </message>
    <message>
        <source>of the chosen hosts; {unknown} more are unclear</source>
        <translation>选中的达人里；另有 {unknown} 位看不出</translation>
    </message>
    <message>
        <source>of the roster; {unknown} more are unclear</source>
        <translation>名单里；另有 {unknown} 位看不出</translation>
    </message>
    <message>
        <source>{hours} hours a day on average, {days} days; add people under Launch</source>
        <translation>平均每天 {hours} 小时，共 {days} 天；请在投放排期填人手</translation>
    </message>
    <message>
        <source>{hours} hours a day on average over {days} days; your people manage that</source>
        <translation>平均每天 {hours} 小时，共 {days} 天；平均看人手够</translation>
    </message>
    <message>
        <source>{hours} hours a day on average over {days} days; too much for your people</source>
        <translation>平均每天 {hours} 小时，共 {days} 天；您的人手不够</translation>
    </message>
    <message>
        <source>No level is expected to earn anything.</source>
        <translation>哪一级预计都不赚钱。</translation>
    </message>
    <message>
        <source>{count} hosts of the {level} bring {share} of the profit; nobody takes a fee.</source>
        <translation>{count} 位{level}达人带来 {share} 的利润；没有人收坑位费。</translation>
    </message>
    <message>
        <source>{count} hosts of the {level} bring {share} of the profit for {money} of the slot fees.</source>
        <translation>{count} 位{level}达人用 {money} 的坑位费带来 {share} 的利润。</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Orders a day</source>
        <translation>每天发货</translation>
    </message>
    <message>
        <source>Cash tied up</source>
        <translation>垫资</translation>
    </message>
    <message>
        <source>Own hours</source>
        <translation>自己人工时</translation>
    </message>
    <message>
        <source>Most for one platform</source>
        <translation>单个平台上限</translation>
    </message>
    <message>
        <source>Most for one agency</source>
        <translation>单个机构上限</translation>
    </message>
    <message>
        <source>Mix of levels: heads</source>
        <translation>层级配比：头部</translation>
    </message>
    <message>
        <source>Mix of levels: tails</source>
        <translation>层级配比：尾部</translation>
    </message>
    <message>
        <source>Orders of one host</source>
        <translation>单个达人订单</translation>
    </message>
    <message>
        <source>Average loss of bad cases</source>
        <translation>坏情况平均亏损</translation>
    </message>
    <message>
        <source>{yuan} for each yuan</source>
        <translation>每多 1 元多赚 {yuan}</translation>
    </message>
    <message>
        <source>{yuan} for each piece</source>
        <translation>每多 1 件多赚 {yuan}</translation>
    </message>
    <message>
        <source>{yuan} for each order a day</source>
        <translation>每天每多 1 单多赚 {yuan}</translation>
    </message>
    <message>
        <source>{yuan} for each hour</source>
        <translation>每小时 {yuan}</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n 条视频</numerusform>
        </translation>
    </message>
    <message>
        <source>No plan keeps these limits, so there is nothing to compare with.</source>
        <translation>没有方案能满足这些限制，所以无从对比。</translation>
    </message>
    <message>
        <source>The mix of levels costs nothing here.</source>
        <translation>这里按层级配比不会少赚。</translation>
    </message>
    <message>
        <source>The mix of levels costs {cost} here; that buys a plan that hangs less on a few.</source>
        <translation>按层级配比会少赚 {cost}，换来的是不押在少数人身上。</translation>
    </message>
    <message>
        <source>“{name}” would bring {mean} ({less} less) and lose money in {odds} of cases.</source>
        <translation>“{name}”长期利润只有 {mean}（少赚 {less}），亏损概率 {odds}。</translation>
    </message>
    <message>
        <source>“{name}” would lose {mean} ({less} less) and lose money in {odds} of cases.</source>
        <translation>“{name}”长期要亏 {mean}（比推荐方案少 {less}），亏损概率 {odds}。</translation>
    </message>
    <message>
        <source>“{name}” would bring {mean} ({less} more) and lose money in {odds} of cases, but it keeps no limit besides the budget.</source>
        <translation>“{name}”长期利润 {mean}（多赚 {less}），亏损概率 {odds}，但除了预算，它不守您的其他限制。</translation>
    </message>
    <message>
        <source>More than {start} brings nothing more: keep the rest.</source>
        <translation>超过 {start} 再多花也不多赚：剩下的钱留着。</translation>
    </message>
    <message>
        <source>From {start} to {end}: {gain} more in the long run, {each} for each yuan.</source>
        <translation>从 {start} 加到 {end}：长期多赚 {gain}，每多花 1 元多赚 {each}。</translation>
    </message>
    <message>
        <source>The price of depending less: with at most {end} for one host instead of {start}, {gain} less.</source>
        <translation>去中心化的代价：单个达人上限从 {start} 降到 {end}，少赚 {gain}。</translation>
    </message>
    <message>
        <source>The largest host is expected to bring {top} of the orders, the five largest {five}; that is like {effective} hosts of equal size.</source>
        <translation>最大的一位带来 {top} 的订单，前五位 {five}；相当于靠 {effective} 位一样大的达人。</translation>
    </message>
    <message>
        <source>The most expensive one takes {top} of the slot fees.</source>
        <translation>最贵的一位占坑位费 {top}。</translation>
    </message>
    <message>
        <source>It takes two hosts to share viewers.</source>
        <translation>至少两位达人才谈得上观众重合。</translation>
    </message>
    <message>
        <source>Shown are the {shown} of {all} hosts that bring most.</source>
        <translation>图中为 {all} 位达人里赚得最多的 {shown} 位。</translation>
    </message>
    <message>
        <source>No two of these hosts share viewers.</source>
        <translation>这些达人的观众互不重合。</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” share most: an estimated {share} of the smaller one&apos;s viewers see both.</source>
        <translation>重合最多的是“{one}”和“{other}”：观众较少的一位，估计有 {share} 的观众两边都看。</translation>
    </message>
    <message>
        <source>This plan loses nothing by it.</source>
        <translation>这点重合不影响本方案。</translation>
    </message>
    <message>
        <source>Reaching the same people twice costs this plan about {cost} in the long run, {share} of its profit; that is taken off already.</source>
        <translation>重复触达同一批人，本方案长期约少赚 {cost}（占利润 {share}），已经扣除。</translation>
    </message>
    <message>
        <source>kept sales</source>
        <translation>退款后成交额</translation>
    </message>
    <message>
        <source>paid less refunded</source>
        <translation>实付减退款</translation>
    </message>
    <message>
        <source>platform fee</source>
        <translation>平台扣点</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>views</source>
        <translation>观看</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>进店</translation>
    </message>
    <message>
        <source>refunded orders</source>
        <translation>退款订单</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>sales kept</source>
        <translation>退款后成交额</translation>
    </message>
    <message>
        <source>they come back more often</source>
        <translation>他的顾客更常回头</translation>
    </message>
    <message>
        <source>they come back less often</source>
        <translation>他的顾客回头更少</translation>
    </message>
    <message>
        <source>no difference can be told yet</source>
        <translation>还看不出差别</translation>
    </message>
    <message>
        <source>Back in {days} days: {share} of this host&apos;s ({seen} followed that long), {others} of the others ({rest}).</source>
        <translation>{days} 天复购：他的顾客 {share}，跟踪满的 {seen} 位；其他顾客 {others}，{rest} 位。</translation>
    </message>
    <message>
        <source>The settlement has {count} of this host&apos;s orders and agrees to the fen.</source>
        <translation>结算单里有他的 {count} 单，分毫不差。</translation>
    </message>
    <message>
        <source>The settlement differs on {wrong} of this host&apos;s {count} orders: order {order}, {column}: {money} apart.</source>
        <translation>他的 {count} 单里有 {wrong} 单和结算单对不上：如订单 {order} 的{column}，差 {money}。</translation>
    </message>
    <message>
        <source>cannot tell yet</source>
        <translation>还看不出</translation>
    </message>
    <message>
        <source>{share} ({between})</source>
        <translation>{share}（{between}）</translation>
    </message>
    <message>
        <source>{campaigns} with {hosts} brought {orders}.</source>
        <translation>{hosts}、{campaigns}，共来 {orders}。</translation>
    </message>
    <message>
        <source>At first sale they earned {money}.</source>
        <translation>首单赚了 {money}。</translation>
    </message>
    <message>
        <source>At first sale they lost {money}.</source>
        <translation>首单亏了 {money}。</translation>
    </message>
    <message>
        <source>{count} of the {all} rows are not in this sum: how many orders came, or the product with price and cost, is not entered yet.</source>
        <translation>共 {all} 行，其中 {count} 行没有算进来：来了多少单，或商品的价格和成本，还没有填。</translation>
    </message>
    <message>
        <source>Customers won by {names} come back more often than the shop&apos;s others.</source>
        <translation>{names}带来的顾客比店里其他顾客更常回头。</translation>
    </message>
    <message>
        <source>Profit of first sales: sales kept less platform fee, goods, shipping, returned orders, commission, slot fee and samples. ≈ where a figure was estimated; later purchases are not counted.</source>
        <translation>首单利润 = 退款后成交额 − 平台扣点 − 货款 − 物流 − 退货损失 − 佣金 − 坑位费 − 样品。≈ 表示有估算的数；之后的复购没有算进去。</translation>
    </message>
    <message>
        <source>{files}: none of its orders is in the order files. Import the orders of the same days.</source>
        <translation>{files}：里面的订单都不在订单文件里，请导入同一时段的订单。</translation>
    </message>
    <message>
        <source>{files} agrees with the orders to the fen ({count} orders, {money}).</source>
        <translation>{files} 和订单分毫不差（{count} 单，{money}）。</translation>
    </message>
    <message numerus="yes">
        <source>{count} campaign(s)</source>
        <translation>
            <numerusform>{count} 次投放</numerusform>
        </translation>
    </message>
    <message>
        <source>{campaigns} with {hosts} brought {orders}; {net} was kept after refunds.</source>
        <translation>{hosts}、{campaigns}，共来 {orders}，退款后留下 {net}。</translation>
    </message>
    <message>
        <source>What they earned cannot be said: enter how many orders came, and the products with price and cost.</source>
        <translation>赚没赚算不出来：先填来了多少单，以及商品的价格和成本。</translation>
    </message>
    <message>
        <source>That counts ≈{money} of slot fees, assumed from the offers for {campaigns} without a fee entered: enter what was paid, 0 if nothing.</source>
        <translation>其中坑位费 ≈{money} 是按合作方式估的：{campaigns}没有填写坑位费。请填上实付金额，没付就填 0。</translation>
    </message>
    <message>
        <source>Of {all} with a plan or forecast {inside} came within its range, {below} below and {above} above it.</source>
        <translation>有计划或预测的 {all} 次里，{inside} 次在范围内，{below} 次低于，{above} 次高于。</translation>
    </message>
    <message>
        <source>Lines of hosts without a date are in no campaign: {count}.</source>
        <translation>有达人但没有日期的 {count} 行不属于任何投放。</translation>
    </message>
    <message>
        <source>Each is listed under “Settlement”.</source>
        <translation>逐单列在“结算”里。</translation>
    </message>
    <message>
        <source>{files} differs from the orders on {wrong} of {count} orders, by {money} taken together.</source>
        <translation>{files} 的 {count} 单里有 {wrong} 单和订单对不上，合计相差 {money}。</translation>
    </message>
    <message>
        <source>The settlement ({count} files)</source>
        <translation>结算单（{count} 个文件）</translation>
    </message>
    <message>
        <source>{count} rows of it ({money}) speak of orders in no file: import older orders.</source>
        <translation>其中 {count} 行（{money}）的订单不在任何文件里：请导入更早的订单。</translation>
    </message>
    <message>
        <source>{count} kept orders ({money}) are not settled yet, or their statement is missing.</source>
        <translation>{count} 个没退的订单（{money}）还没结算，或缺它们的结算单。</translation>
    </message>
    <message>
        <source>The last sale was only days ago: some goods will still come back.</source>
        <translation>最后一单没过几天：还会有人退货。</translation>
    </message>
    <message>
        <source>Sold beside “{product}” in the same campaign: the forecast is given there.</source>
        <translation>和“{product}”在同一次投放里卖：预测写在那一行。</translation>
    </message>
    <message>
        <source>No forecast: the host is not in your roster, or the product not in your list.</source>
        <translation>没有预测：达人不在名单里，或商品不在商品表里。</translation>
    </message>
    <message>
        <source>Plan “{name}” of {day} expected {between} orders; {count} came.</source>
        <translation>{day} 保存的方案“{name}”预计 {between} 单，实际来了 {count} 单。</translation>
    </message>
    <message>
        <source>No plan was kept. For {sessions} on “{offer}” the model expects {between} orders today; {count} came.</source>
        <translation>没有保存过方案。按“{offer}”{sessions}，模型今天预计 {between} 单，实际来了 {count} 单。</translation>
    </message>
    <message>
        <source>How many sessions there were is not known: one is assumed.</source>
        <translation>播了几场不知道，按一场算。</translation>
    </message>
    <message>
        <source>Profit cannot be said: the product is not in your list, or no orders are known.</source>
        <translation>算不出利润：商品不在商品表里，或不知道订单数。</translation>
    </message>
    <message>
        <source>The slot fee is not known: enter it.</source>
        <translation>坑位费不知道，请填写。</translation>
    </message>
    <message>
        <source>A slot fee of ≈{money} is assumed from the offer: enter what was paid.</source>
        <translation>坑位费按报价算 ≈{money}：请填实际付了多少。</translation>
    </message>
    <message>
        <source>Fee and commission {paid}: each kept order cost {each}.</source>
        <translation>坑位费加佣金 {paid}：每个没退的订单花了 {each}。</translation>
    </message>
    <message>
        <source>First sales earned {money}.</source>
        <translation>首单赚 {money}。</translation>
    </message>
    <message>
        <source>First sales lost {money}.</source>
        <translation>首单亏 {money}。</translation>
    </message>
    <message>
        <source>Lines without a known commission: {count}. Import the commission or settlement file.</source>
        <translation>{count} 行不知道佣金，请导入佣金明细或结算单。</translation>
    </message>
    <message>
        <source>Which customers this host won cannot be told: no known buyer bought first from them.</source>
        <translation>看不出他带来了哪些顾客：没有能认出的买家第一单是跟他买的。</translation>
    </message>
    <message>
        <source>The host won {won} who had not bought before.</source>
        <translation>他带来 {won}，以前都没买过。</translation>
    </message>
    <message>
        <source>Back in {days} days: cannot tell yet, none of them was followed that long.</source>
        <translation>{days} 天复购：还看不出，没有顾客跟踪满这么久。</translation>
    </message>
    <message>
        <source>Back in {days} days: cannot tell yet, only {seen} of them were followed that long.</source>
        <translation>{days} 天复购：还看不出，只有 {seen} 位跟踪满这么久。</translation>
    </message>
    <message>
        <source>{said} So far {told}.</source>
        <translation>{said}目前{told}。</translation>
    </message>
    <message>
        <source>You entered {own} for {name}, the files say {files}: yours counts.</source>
        <translation>{name}您填的是 {own}，文件里是 {files}：以您填的为准。</translation>
    </message>
    <message>
        <source>goods</source>
        <translation>货款</translation>
    </message>
    <message>
        <source>shipping</source>
        <translation>物流包装</translation>
    </message>
    <message>
        <source>commission</source>
        <translation>佣金</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>退货损失</translation>
    </message>
    <message>
        <source>slot fee</source>
        <translation>坑位费</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>own hours</source>
        <translation>自己人工时</translation>
    </message>
    <message>
        <source>guarantee paid back</source>
        <translation>保量退款</translation>
    </message>
    <message>
        <source>first-sale profit</source>
        <translation>首单利润</translation>
    </message>
    <message>
        <source>profit of repeats</source>
        <translation>复购带来的利润</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>观看次数</translation>
    </message>
    <message>
        <source>of real people</source>
        <translation>其中真人</translation>
    </message>
    <message>
        <source>Visits to the shop</source>
        <translation>进店</translation>
    </message>
    <message>
        <source>Paid orders</source>
        <translation>付款订单</translation>
    </message>
    <message>
        <source>kept, not returned</source>
        <translation>没退货的</translation>
    </message>
    <message>
        <source>category {share}</source>
        <translation>类目 {share}</translation>
    </message>
    <message>
        <source>tone {share}</source>
        <translation>调性 {share}</translation>
    </message>
    <message>
        <source>audience {share}</source>
        <translation>人群 {share}</translation>
    </message>
    <message>
        <source>{share} of the step before</source>
        <translation>占上一步的 {share}</translation>
    </message>
    <message>
        <source>Fit unknown: enter tone and audience of host and product.</source>
        <translation>契合度未知：请补充达人和商品的调性、人群。</translation>
    </message>
    <message>
        <source>Fit: {parts}</source>
        <translation>契合度：{parts}</translation>
    </message>
    <message>
        <source>“{name}” earns most, however many orders come.</source>
        <translation>不管来多少单，“{name}”都最赚。</translation>
    </message>
    <message>
        <source>From {first} orders on “{name}” earns most (odds {odds}).</source>
        <translation>超过 {first} 单，“{name}”最赚（概率 {odds}）。</translation>
    </message>
    <message>
        <source>Up to {last} orders “{name}” earns most (odds {odds}).</source>
        <translation>不到 {last} 单，“{name}”最赚（概率 {odds}）。</translation>
    </message>
    <message>
        <source>From {first} to {last} orders “{name}” earns most (odds {odds}).</source>
        <translation>{first} 到 {last} 单，“{name}”最赚（概率 {odds}）。</translation>
    </message>
    <message>
        <source>No session could be placed: see below why.</source>
        <translation>一场也排不上，原因见下。</translation>
    </message>
    <message>
        <source>{sessions} from {first} to {last}, {school}: on these days about {profit} in the long run (eight times in ten between {low} and {high}).</source>
        <translation>{sessions}，{first} 到 {last}，{school}：排在这些日子，长期约赚 {profit}（八成情况下在 {low} 到 {high} 之间）。</translation>
    </message>
    <message>
        <source>{sessions} from {first} to {last}: on these days about {profit} in the long run (eight times in ten between {low} and {high}).</source>
        <translation>{sessions}，{first} 到 {last}：排在这些日子，长期约赚 {profit}（八成情况下在 {low} 到 {high} 之间）。</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n 场</numerusform>
        </translation>
    </message>
    <message>
        <source>by law, the notice is not published yet</source>
        <translation>依法定节日推算，放假通知尚未公布</translation>
    </message>
    <message>
        <source>{festival}: {times} × the orders of an ordinary day</source>
        <translation>{festival}：订单约为平日的 {times} 倍</translation>
    </message>
    <message>
        <source>carriers take no parcels</source>
        <translation>快递停运</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休</translation>
    </message>
    <message>
        <source>worked</source>
        <translation>班</translation>
    </message>
    <message>
        <source>about {orders} orders on an ordinary day</source>
        <translation>平日约 {orders} 单</translation>
    </message>
    <message>
        <source>fee {fee}</source>
        <translation>坑位费 {fee}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>不请</translation>
    </message>
    <message>
        <source>{people} from {first} to {last}</source>
        <translation>{first} 到 {last} 请 {people}</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Your people carry this plan: no day is likely to be too much.</source>
        <translation>人手够用：没有哪天可能忙不过来。</translation>
    </message>
    <message>
        <source>Left as it is, {days} are likely too much for your people; lateness costs about {cost}.</source>
        <translation>照现在这样，有 {days}可能忙不过来，迟发约损失 {cost}。</translation>
    </message>
    <message>
        <source>Neither temporary hands nor other days would earn more: leave it as it is.</source>
        <translation>请临时工或改日期都不会多赚，照旧即可。</translation>
    </message>
    <message>
        <source>Best: {way}. After wages that leaves {gain} more.</source>
        <translation>最好的办法：{way}。扣掉工资还多剩 {gain}。</translation>
    </message>
    <message>
        <source>On average {better} brings {apart} more than {other} (eight times in ten between {low} and {high}): the dates make {dates} of it, the order of hosts {order}.</source>
        <translation>平均来看，{better}比{other}多赚 {apart}（八成情况下在 {low} 到 {high} 之间）：其中日期带来 {dates}，先后顺序带来 {order}。</translation>
    </message>
    <message>
        <source>≈ One buyer brings {reach} more ({low} – {high}), and these some more: {times} times the orders in all ({few} – {many}). {alone} of buyers bring nobody.</source>
        <translation>≈ 一位买家再带来 {reach} 位（{low} – {high}），这些人又会带来一些：总订单约为 {times} 倍（{few} – {many}）。{alone} 的买家一个人也不带来。</translation>
    </message>
    <message>
        <source>In the picture each buyer whom a host brought led to {more} more.</source>
        <translation>图中达人带来的每位买家，又引来 {more} 位。</translation>
    </message>
    <message>
        <source>From your {weeks} weeks of sales: {m} orders in all ({low} – {high}); of those who have not bought, {p} a week buy by themselves and up to {q} because others did. The best week was about week {peak}.</source>
        <translation>从您 {weeks} 周的销量看：总共约 {m} 单（{low} – {high}）；还没买的人里，每周有 {p} 自己来买，最多 {q} 因为别人买了而买。最好的一周约在第 {peak} 周。</translation>
    </message>
    <message>
        <source>{festival}: {times} × an ordinary day ({low} – {high}), with your own orders of {days}.</source>
        <translation>{festival}：约为平日的 {times} 倍（{low} – {high}），已结合您自己 {days}的订单。</translation>
    </message>
    <message>
        <source>{base} a month</source>
        <translation>每月 {base}</translation>
    </message>
    <message>
        <source>{share} above {start}</source>
        <translation>超 {start} 部分提 {share}</translation>
    </message>
    <message>
        <source>{share} of profit</source>
        <translation>利润提 {share}</translation>
    </message>
    <message>
        <source>A month brings about {profit} before the operator&apos;s pay (eight times in ten between {low} and {high}); about {due} of it is the operation&apos;s doing.</source>
        <translation>付运营报酬之前，每月约赚 {profit}（八成情况下在 {low} 到 {high} 之间），其中约 {due} 是运营带来的。</translation>
    </message>
    <message>
        <source>{scheme}: {verdict} The owner keeps less than without the operation in {odds} of months.</source>
        <translation>{scheme}：{verdict}有 {odds} 的月份，老板所得还不如没有运营。</translation>
    </message>
    <message>
        <source>Wage, shares and what is the operation&apos;s doing are usual figures or our guess: change them under Settings, “Worth of the operator&apos;s work”.</source>
        <translation>工资、提成比例和运营带来的比例是行情或我们猜的，可在设置的“运营提成”里改。</translation>
    </message>
    <message>
        <source>{orders} orders a session</source>
        <translation>每场 {orders} 单</translation>
    </message>
    <message>
        <source>orders (dotted: expected)</source>
        <translation>付款订单（虚线为预计）</translation>
    </message>
    <message>
        <source>{offer}: {yuan} with {orders} paid orders</source>
        <translation>{offer}：付款 {orders} 单时 {yuan}</translation>
    </message>
    <message>
        <source> (+{count})</source>
        <translation> (+{count})</translation>
    </message>
    <message>
        <source>{hosts} hosts: {clean} clean, {doubtful} doubtful, {padded} look inflated, {unknown} unclear.</source>
        <translation>共 {hosts} 位达人：{clean} 位正常，{doubtful} 位可疑，{padded} 位像有水分，{unknown} 位看不出。</translation>
    </message>
    <message>
        <source>no sign</source>
        <translation>没看出水分</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>可疑</translation>
    </message>
    <message>
        <source>looks inflated</source>
        <translation>像有水分</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>看不出</translation>
    </message>
    <message>
        <source>{name}
{span}: {between}
{mark}: {came}</source>
        <translation>{name}
{span}：{between}
{mark}：{came}</translation>
    </message>
    <message>
        <source>differs on {count}</source>
        <translation>{count} 单不符</translation>
    </message>
    <message>
        <source>to the fen</source>
        <translation>分毫不差</translation>
    </message>
    <message>
        <source>nearly in</source>
        <translation>只差一点</translation>
    </message>
    <message>
        <source>≈ Nearly as good as the last one chosen: more stock may bring this host in.</source>
        <translation>≈ 和最后入选的一位差不多：库存多一些也许就能选上。</translation>
    </message>
    <message>
        <source>≈ Nearly as good as the last one chosen: a little less fee may be enough.</source>
        <translation>≈ 和最后入选的一位差不多：坑位费再低一点也许就能选上。</translation>
    </message>
    <message>
        <source>≈ By a rough estimate {yuan} are missing.</source>
        <translation>≈ 粗略估计还差 {yuan}。</translation>
    </message>
    <message>
        <source>No slot fee is low enough: not even for nothing.</source>
        <translation>坑位费再低也不行，免费也不入选。</translation>
    </message>
    <message>
        <source>Only without any slot fee (instead of {have}), on “{offer}”.</source>
        <translation>只有免坑位费（现在 {have}）才能入选，按“{offer}”合作。</translation>
    </message>
    <message>
        <source>At a slot fee of {need} a session instead of {have}, on “{offer}”: {less} less.</source>
        <translation>坑位费从每场 {have} 降到 {need}（便宜 {less}），按“{offer}”合作就能入选。</translation>
    </message>
    <message>
        <source>More viewers alone would not bring this host in.</source>
        <translation>只靠观看增加，他还是不能入选。</translation>
    </message>
    <message>
        <source>Without this host no plan keeps all limits.</source>
        <translation>没有他，就没有方案能满足全部条件。</translation>
    </message>
    <message>
        <source>Without this host the best plan earns as much.</source>
        <translation>没有他，最优方案赚得一样多。</translation>
    </message>
    <message>
        <source>Without this host the best plan earns {yuan} less.</source>
        <translation>没有他，最优方案少赚 {yuan}。</translation>
    </message>
    <message>
        <source>Nobody would take the place.</source>
        <translation>也没有人来替补。</translation>
    </message>
    <message>
        <source>Instead: {names} and {more} more.</source>
        <translation>替补：{names}，另外 {more} 位。</translation>
    </message>
    <message>
        <source>Instead: {names}.</source>
        <translation>替补：{names}。</translation>
    </message>
    <message>
        <source>With {need} views a session instead of {have}: {times} times as many.</source>
        <translation>场均观看从 {have} 涨到 {need}（{times} 倍）就能入选。</translation>
    </message>
    <message>
        <source>shared viewers (estimated)</source>
        <translation>占观众较少一方的比例（估计）</translation>
    </message>
    <message>
        <source>{one} and {other}: {share} of the smaller one&apos;s viewers see both</source>
        <translation>{one}和{other}：观众较少的一位有 {share} 的观众两边都看</translation>
    </message>
    <message>
        <source>eight times in ten</source>
        <translation>八成情况下</translation>
    </message>
    <message>
        <source>orders a day</source>
        <translation>每天订单</translation>
    </message>
    <message>
        <source>hours of work</source>
        <translation>要做的工时</translation>
    </message>
    <message>
        <source>hours of your people</source>
        <translation>现有的工时</translation>
    </message>
    <message>
        <source>overload, left as it is</source>
        <translation>照旧会超负荷</translation>
    </message>
    <message>
        <source>overload that stays</source>
        <translation>仍会超负荷</translation>
    </message>
    <message>
        <source>hours a day</source>
        <translation>每天小时</translation>
    </message>
    <message>
        <source>{day}: {mean} orders ({span})</source>
        <translation>{day}：{mean} 单（{span}）</translation>
    </message>
    <message>
        <source>{needed} of {had} hours; odds of overload {odds}</source>
        <translation>要 {needed} 小时，有 {had} 小时；忙不过来的概率 {odds}</translation>
    </message>
    <message>
        <source>days from the first session</source>
        <translation>从第一场起的天数</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>日</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <source>{sessions} at {fee} each, {discount} less</source>
        <translation>{sessions}，每场 {fee}，便宜 {discount}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>host is free</source>
        <translation>达人有空</translation>
    </message>
    <message>
        <source>goods arrive</source>
        <translation>到货</translation>
    </message>
    <message>
        <source>always</source>
        <translation>随时</translation>
    </message>
    <message>
        <source>are there</source>
        <translation>已到货</translation>
    </message>
    <message>
        <source>both gain</source>
        <translation>双方都赚</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>偏低</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>偏高</translation>
    </message>
    <message>
        <source>What the operator&apos;s work is worth</source>
        <translation>运营的工作值多少钱</translation>
    </message>
    <message>
        <source>Agreed: ______________________   Owner: ______________   Operator: ______________   Date: __________</source>
        <translation>约定：______________________   老板：______________   运营：______________   日期：__________</translation>
    </message>
    <message>
        <source>Base pay, and the share of the profit</source>
        <translation>底薪，分成比例</translation>
    </message>
    <message>
        <source>What counts as profit, and who keeps the books</source>
        <translation>利润怎么算，谁记账</translation>
    </message>
    <message>
        <source>Paid on which day; what happens after a month of loss</source>
        <translation>几号结算；亏损月怎么办</translation>
    </message>
    <message>
        <source>From when, for how long, with what notice</source>
        <translation>从何时起，签多久，提前多久解约</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>报酬方式</translation>
    </message>
    <message>
        <source>Operator, average</source>
        <translation>运营平均</translation>
    </message>
    <message>
        <source>Bad month</source>
        <translation>差的月份</translation>
    </message>
    <message>
        <source>Average month</source>
        <translation>一般月份</translation>
    </message>
    <message>
        <source>Good month</source>
        <translation>好的月份</translation>
    </message>
    <message>
        <source>Below wage</source>
        <translation>低于工资</translation>
    </message>
    <message>
        <source>Usual ways to pay (operator / owner)</source>
        <translation>常见的报酬方式（运营 / 老板）</translation>
    </message>
    <message>
        <source>The same, set so that they pay the fair middle on average</source>
        <translation>同样的方式，调到平均正好是公平的中间数</translation>
    </message>
    <message numerus="yes">
        <source>An average session: {before} orders by the forecast, {after} after %n result(s).</source>
        <translation>
            <numerusform>平均一场：原预测 {before} 单，看过 %n 条复盘后 {after} 单。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ranges of this table are of a host&apos;s average session. A single session goes up and down more: its range beside the result is wider.</source>
        <translation>本表的范围是这位达人场均的范围。单独一场起伏更大，所以复盘旁边那一场的范围更宽。</translation>
    </message>
    <message numerus="yes">
        <source>Looking back over %n result(s), each forecast from those before it: {share} lay within their 80% range (in the long run probably between {low} and {high}).</source>
        <translation>
            <numerusform>回看 %n 条复盘，每条只用它之前的结果来预测：落在“八成情况”范围内的占 {share}（真实比例大概在 {low} 到 {high} 之间）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking back over {count} of {total} results, each forecast from those before it: {share} lay within their 80% range (in the long run probably between {low} and {high}).</source>
        <translation>回看 {total} 条复盘里的 {count} 条，每条只用它之前的结果来预测：落在“八成情况”范围内的占 {share}（真实比例大概在 {low} 到 {high} 之间）。</translation>
    </message>
    <message>
        <source>The plan hires the same hosts as without your results.</source>
        <translation>方案与不看复盘时请的达人相同。</translation>
    </message>
    <message>
        <source>Because of your results: {came} in, {went} out, {stayed} kept.</source>
        <translation>因为复盘，新进 {came} 位，退出 {went} 位，保留 {stayed} 位。</translation>
    </message>
    <message>
        <source>Orders brought by one host: the facts</source>
        <translation>达人订单情况说明</translation>
    </message>
    <message>
        <source>Counted from the shop&apos;s own exports, each figure beside the rest of the shop&apos;s orders of the same products. Unusual figures are no proof: beside each stands how it may have come about honestly. No name, phone or address of any buyer is in here.</source>
        <translation>以下数字都从本店自己导出的文件里数出来，并和本店同样商品的其他订单对比。数字反常不等于证据，旁边都写了正常情况下可能的原因。这里没有任何买家的姓名、电话和地址。</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>数出来的情况</translation>
    </message>
    <message>
        <source>How it may be honest</source>
        <translation>正常情况下的可能</translation>
    </message>
    <message>
        <source>What we ask for</source>
        <translation>要问和要核实的</translation>
    </message>
    <message>
        <source>The orders that show it</source>
        <translation>有这些迹象的订单</translation>
    </message>
    <message>
        <source>{shown} of {all} orders, by time of payment.</source>
        <translation>共 {all} 单，其中 {shown} 单有迹象，按付款时间排列。</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>付款时间</translation>
    </message>
    <message>
        <source>Paid, yuan</source>
        <translation>付款（元）</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>有什么迹象</translation>
    </message>
    <message>
        <source>{count} more orders are not listed.</source>
        <translation>还有 {count} 单没有列出。</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}：{value}</translation>
    </message>
    <message>
        <source>{value} ({span})</source>
        <translation>{value}（{span}）</translation>
    </message>
    <message>
        <source>Cheapest of those chosen: “{name}” at about {cost} an order.</source>
        <translation>选中的里面最便宜的是“{name}”，一单大约 {cost}。</translation>
    </message>
    <message>
        <source>Long-run profit here runs from {low} to {high}, odds of a loss from {least} to {most}.</source>
        <translation>这张图里长期利润从 {low} 到 {high}，亏损概率从 {least} 到 {most}。</translation>
    </message>
    <message>
        <source>“{best}” earns most: {mean} on average. “{surest}” loses least often: {odds}.</source>
        <translation>“{best}”赚得最多，平均 {mean}；“{surest}”最少亏钱：{odds}。</translation>
    </message>
    <message>
        <source>Of {sales} that buyers keep, {first} is left at first sale and {long} in the long run.</source>
        <translation>买家留下的 {sales} 里，首单剩 {first}，长期剩 {long}。</translation>
    </message>
    <message>
        <source>Most goes to {what}: {yuan}.</source>
        <translation>花得最多的是{what}：{yuan}。</translation>
    </message>
    <message>
        <source>Busiest on {day}: about {orders} orders (eight times in ten: {span}).</source>
        <translation>最忙的一天是 {day}：大约 {orders} 单（八成情况下：{span}）。</translation>
    </message>
    <message>
        <source>With the way chosen below, still likely too much for your people on {days} (as it is: {before}).</source>
        <translation>用下面选中的办法后，还有 {days}可能忙不过来（照现在这样是 {before}）。</translation>
    </message>
    <message>
        <source>Your people keep up on every day.</source>
        <translation>人手每天都忙得过来。</translation>
    </message>
    <message>
        <source>Likely too much for your people on {days}.</source>
        <translation>有 {days}可能忙不过来。</translation>
    </message>
    <message>
        <source>Most are reached by: {level}, about {share} of all in the end.</source>
        <translation>带来人最多的是{level}，最后大约占 {share}。</translation>
    </message>
    <message>
        <source>project opened</source>
        <translation>打开项目时</translation>
    </message>
    <message>
        <source>project closed</source>
        <translation>关闭项目时</translation>
    </message>
    <message>
        <source>before a backup was restored</source>
        <translation>恢复备份之前</translation>
    </message>
    <message>
        <source>before something was forgotten</source>
        <translation>删除数据之前</translation>
    </message>
    <message>
        <source>saved by you</source>
        <translation>您手动备份</translation>
    </message>
    <message>
        <source>before the program was upgraded</source>
        <translation>程序升级之前</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>{mb} MB</source>
        <translation>{mb} MB</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) of your own</source>
        <translation>
            <numerusform>您改过 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) with all that is known of them</source>
        <translation>
            <numerusform>%n 位达人及其全部资料</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s)</source>
        <translation>
            <numerusform>%n 个报价</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of campaigns</source>
        <translation>
            <numerusform>%n 条复盘结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) on posts, sessions and what was claimed</source>
        <translation>
            <numerusform>%n 行作品、场次和对方自报数据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in marks, kept plans and the launch</source>
        <translation>
            <numerusform>标记、保存的方案和排期中的 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the name on %n imported line(s); sums stay</source>
        <translation>
            <numerusform>%n 行导入数据上的名字（金额保留）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of orders, refunds, settlements and sessions</source>
        <translation>
            <numerusform>%n 行订单、退款、结算和场次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported sheet(s)</source>
        <translation>
            <numerusform>%n 张导入的表</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the numbers standing for %n buyer(s), and the key they were made with</source>
        <translation>
            <numerusform>代表 %n 位买家的数字，以及换算用的密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup was saved.</source>
        <translation>已备份。</translation>
    </message>
    <message>
        <source>Nothing has changed since the last backup, so none was made.</source>
        <translation>自上次备份以来没有变化，不用再备份。</translation>
    </message>
    <message>
        <source>The project is as it was on {moment}.</source>
        <translation>项目已恢复到 {moment} 的样子。</translation>
    </message>
    <message>
        <source>Forgotten for good. Backups made before still hold it.</source>
        <translation>已永久删除。以前的备份里仍然有。</translation>
    </message>
    <message>
        <source>Forgotten for good, in the backups too.</source>
        <translation>已永久删除，备份里也删了。</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) could not be cleaned and were deleted.</source>
        <translation>
            <numerusform>%n 份备份清理不了，已整份删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>head {head}, waist {waist}, tail {tail}</source>
        <translation>头部 {head}、腰部 {waist}、尾部 {tail}</translation>
    </message>
    <message>
        <source>How often customers buy again</source>
        <translation>顾客多久再买</translation>
    </message>
    <message>
        <source>They set the class A–D of a product and the time until a customer buys again, and through both what a new customer is worth.</source>
        <translation>决定商品的 A–D 级和顾客隔多久再买，也就决定一位新顾客值多少钱。</translation>
    </message>
    <message>
        <source>Price and readiness</source>
        <translation>价格和上播准备</translation>
    </message>
    <message>
        <source>They say how orders fall when the price rises, and from when on a product is ready to be sold by hosts.</source>
        <translation>决定涨价后订单少多少，以及商品到什么程度才适合找达人带。</translation>
    </message>
    <message>
        <source>Levels of hosts</source>
        <translation>达人层级</translation>
    </message>
    <message>
        <source>They say who counts as head, waist or tail. They are easier to set under “Levels of hosts” on the left.</source>
        <translation>决定谁算头部、腰部、尾部。在左边“达人层级”里改更方便。</translation>
    </message>
    <message>
        <source>Stand-ins for missing data</source>
        <translation>缺数据时的代用值</translation>
    </message>
    <message>
        <source>They are used wherever your lists leave a cell empty. What you enter yourself always counts more.</source>
        <translation>您的表格里空着的格子用它们顶替。您自己填的总是优先。</translation>
    </message>
    <message>
        <source>What a host brings</source>
        <translation>达人能带来什么</translation>
    </message>
    <message>
        <source>They turn the views of a host into orders: how many viewers buy, how well host and product fit, how many viewers two hosts share.</source>
        <translation>把达人的观看换算成订单：多少人会买、达人和商品合不合、两位达人的观众重合多少。</translation>
    </message>
    <message>
        <source>Costs and deals</source>
        <translation>成本和合作条件</translation>
    </message>
    <message>
        <source>They say what returns, samples and your own people cost, how long profit is counted, and what a fair fee is.</source>
        <translation>决定退货、样品和自家人手花多少钱，利润算多久，坑位费多少算公道。</translation>
    </message>
    <message>
        <source>Choosing and risk</source>
        <translation>选人和风险</translation>
    </message>
    <message>
        <source>They say how the budget is spread, how much outcomes go up and down, and from when on the program warns you.</source>
        <translation>决定预算怎么分、结果会上下浮动多少，以及什么时候提醒您。</translation>
    </message>
    <message>
        <source>Inflated figures and fake orders</source>
        <translation>数据水分和刷单</translation>
    </message>
    <message>
        <source>They say from when on a host&apos;s figures, orders or claims are doubted, and how much a doubt takes off.</source>
        <translation>决定达人的数据、订单和说法到什么程度算可疑，可疑时打多少折扣。</translation>
    </message>
    <message>
        <source>Launch and festivals</source>
        <translation>排期和节日</translation>
    </message>
    <message>
        <source>They say what festivals and word of mouth add, when parcels stand still, and how much your people can carry.</source>
        <translation>决定节日和口碑能多卖多少、快递哪几天停、人手能扛多少。</translation>
    </message>
    <message>
        <source>Learning from results</source>
        <translation>从复盘中学习</translation>
    </message>
    <message>
        <source>They say how fast the forecast follows the results you enter.</source>
        <translation>决定预测跟着您填的复盘结果调整得多快。</translation>
    </message>
    <message>
        <source>a product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>a roster</source>
        <translation>达人名单</translation>
    </message>
    <message>
        <source>a budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>first needs {parts}</source>
        <translation>先要：{parts}</translation>
    </message>
    <message>
        <source>Comes with the plan</source>
        <translation>有方案就有</translation>
    </message>
    <message>
        <source>Saved in “{name}”: {products} products, {hosts} hosts, {files} imported sheets. It is open now; check what is missing.</source>
        <translation>已存为“{name}”：{products} 个商品、{hosts} 位达人、{files} 张导入的表。现已打开，请看看缺了什么。</translation>
    </message>
    <message>
        <source>The backup is open as your project. The damaged file is kept as “{name}”.</source>
        <translation>已恢复备份并打开。损坏的文件保留为“{name}”。</translation>
    </message>
    <message>
        <source>Why? {title}</source>
        <translation>为什么？{title}</translation>
    </message>
    <message>
        <source>Opens a short explanation</source>
        <translation>打开一段简短说明</translation>
    </message>
    <message>
        <source>Read on in the help</source>
        <translation>在帮助里看更多</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>大约还要 {seconds} 秒</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>大约还要 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Talking terms: sheet for the negotiation</source>
        <translation>达人谈判单</translation>
    </message>
    <message>
        <source>Slot fee and when it is paid</source>
        <translation>坑位费，何时付</translation>
    </message>
    <message>
        <source>Commission, and from which sales on another</source>
        <translation>佣金率，卖到多少换一档</translation>
    </message>
    <message>
        <source>Guarantee, and what is paid back</source>
        <translation>保量，未达退多少</translation>
    </message>
    <message>
        <source>Sessions and days</source>
        <translation>场次与日期</translation>
    </message>
    <message>
        <source>Figures shown (screen recording of the last ten posts)</source>
        <translation>已出示的数据（最近十条作品录屏）</translation>
    </message>
    <message>
        <source>Who talked with whom, and on which day</source>
        <translation>谁和谁谈的，哪天谈的</translation>
    </message>
    <message>
        <source>For your own eyes: it names the price to begin at and the one to stop at. Unusual figures prove nothing; ask, and listen.</source>
        <translation>仅供内部使用：上面写着从什么价谈起、谈到什么价为止。数据异常不等于作假，先问，再听对方怎么说。</translation>
    </message>
    <message>
        <source>No host of the roster looks inflated or doubtful.</source>
        <translation>名单里没有数据可疑的达人。</translation>
    </message>
    <message>
        <source>Authenticity {value} (eight times in ten {range}).</source>
        <translation>真实度 {value}（八成情况下 {range}）。</translation>
    </message>
    <message>
        <source>What to offer</source>
        <translation>怎么谈价</translation>
    </message>
    <message>
        <source>Figures and questions</source>
        <translation>他的数据和要问的</translation>
    </message>
    <message>
        <source>The host&apos;s figures</source>
        <translation>他的数据</translation>
    </message>
    <message>
        <source>What to ask for</source>
        <translation>该问什么</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>谈定结果</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Agreed (write here)</source>
        <translation>谈定内容（手写）</translation>
    </message>
    <message>
        <source>Asked for so far: {quotes}</source>
        <translation>对方报价：{quotes}</translation>
    </message>
    <message>
        <source>{offer} ({terms})</source>
        <translation>{offer}（{terms}）</translation>
    </message>
    <message>
        <source>Host plan {day}</source>
        <translation>达人合作方案 {day}</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>测算依据</translation>
    </message>
    <message>
        <source>Orders of each further session ÷ the one before</source>
        <translation>每多播一场的订单 ÷ 上一场</translation>
    </message>
    <message>
        <source>Left of the budget</source>
        <translation>预算结余</translation>
    </message>
    <message>
        <source>Kept sales</source>
        <translation>退款后成交额</translation>
    </message>
    <message>
        <source>Break-even orders, by first sales</source>
        <translation>保本单数（只算首单）</translation>
    </message>
    <message>
        <source>Largest host&apos;s share of the fees</source>
        <translation>最大达人占坑位费</translation>
    </message>
    <message>
        <source>Share of the five largest</source>
        <translation>前五位达人占坑位费</translation>
    </message>
    <message>
        <source>Blue figures may be changed, the rest follows. Audiences that hosts share, stock, guarantees and commission steps stay as they were forecast; for a new best choice make the plan again.</source>
        <translation>蓝色数字可以改，其余自动重算。达人观众重合、库存、保量、阶梯佣金仍按原测算；要重新选人，请重做方案。</translation>
    </message>
    <message>
        <source>These figures come from thousands of trials and do not follow changes in this workbook: make the plan again for them.</source>
        <translation>这些数来自上万次模拟，不随本工作簿的改动变化；要更新请重做方案。</translation>
    </message>
    <message>
        <source>Yuan short</source>
        <translation>差多少元</translation>
    </message>
    <message>
        <source>Odds of a loss on first sales alone</source>
        <translation>只算首单的亏损概率</translation>
    </message>
    <message>
        <source>Long-run profit, expected</source>
        <translation>预计长期利润</translation>
    </message>
    <message>
        <source>Bad case (one in twenty is worse)</source>
        <translation>较差（二十次里一次更差）</translation>
    </message>
    <message>
        <source>Middle case</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Good case (one in twenty is better)</source>
        <translation>较好（二十次里一次更好）</translation>
    </message>
    <message>
        <source>Average of that worst twentieth</source>
        <translation>更差的那 1 次的平均</translation>
    </message>
    <message>
        <source>Loss at most: all fees, goods and returns</source>
        <translation>最多亏多少：坑位费、货款、退货全亏</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>模拟次数</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>参数名</translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>{name}, {what} The cell stays as it was.</source>
        <translation>{name}，{what}这一格保持原样。</translation>
    </message>
    <message>
        <source>The headings lack “{column}”, which tells the rows apart. Copy that column too, or the cells without headings.</source>
        <translation>表头里没有“{column}”，分不清是哪一行。请把这一列也复制上，或者不带表头、只复制单元格。</translation>
    </message>
    <message>
        <source>This table has no column {columns}: those cells were left out.</source>
        <translation>这张表没有{columns}这一列，相应的单元格没有粘贴。</translation>
    </message>
    <message>
        <source>Not in this table, so left out: {names}.</source>
        <translation>这张表里没有，未粘贴：{names}。</translation>
    </message>
    <message>
        <source>More than one row has this name, so left out: {names}.</source>
        <translation>有不止一行叫这个名字，未粘贴：{names}。</translation>
    </message>
    <message>
        <source>There are no cells on the clipboard. Copy some in your spreadsheet first.</source>
        <translation>剪贴板里没有单元格。请先在 Excel 里复制。</translation>
    </message>
    <message>
        <source>Pasting changes rows that are there already, and here are none yet. Copy the whole sheet with its headings and choose “Paste a sheet…” in the Edit menu: there the headings of other programs are understood too.</source>
        <translation>粘贴只修改已有的行，这里还一行都没有。请连列名复制整张表，点“编辑”菜单里的“粘贴整张表…”：那里各平台的列名都认得。</translation>
    </message>
    <message>
        <source>Choose the cell where the first one belongs, then paste again.</source>
        <translation>请先点一下第一格要放的位置，再粘贴。</translation>
    </message>
    <message>
        <source>“{column}” cannot be changed here and stays as it is.</source>
        <translation>“{column}”这一列不能在这里修改，保持原样。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) had no place below the chosen one and were left out.</source>
        <translation>
            <numerusform>下面没有足够的行，有 %n 行没有粘贴。</numerusform>
        </translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……还有 {count} 条</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed; “Undo” takes it back.</source>
        <translation>
            <numerusform>已修改 %n 行；按“撤销”可改回。</numerusform>
        </translation>
    </message>
    <message>
        <source>one time in 20 it loses {yuan} or more</source>
        <translation>20 次里有 1 次会亏 {yuan} 或更多</translation>
    </message>
    <message>
        <source>19 times in 20 it earns at least {yuan}</source>
        <translation>20 次里有 19 次至少赚 {yuan}</translation>
    </message>
    <message>
        <source>that one time it loses {yuan} on average</source>
        <translation>那一次平均亏 {yuan}</translation>
    </message>
    <message>
        <source>the one time left it earns {yuan} on average</source>
        <translation>剩下那一次平均赚 {yuan}</translation>
    </message>
    <message>
        <source>Hosts sell from the same stock: together they bring about {yuan} less than the figures of each host add up to.</source>
        <translation>大家共用一批货：合起来比各人的数相加少约 {yuan}。</translation>
    </message>
    <message>
        <source>at most it loses {yuan}</source>
        <translation>最多亏 {yuan}</translation>
    </message>
    <message>
        <source>What may be lost: one time in 20 {yuan} or more, at most {most} (all fees, goods and returns lost).</source>
        <translation>可能亏多少：20 次里有 1 次亏 {yuan} 或更多；最多亏 {most}（坑位费、货款、退货全亏）。</translation>
    </message>
    <message>
        <source>What may be lost: 19 times in 20 nothing, at most {most} (all fees, goods and returns lost).</source>
        <translation>可能亏多少：20 次里有 19 次不亏；最多亏 {most}（坑位费、货款、退货全亏）。</translation>
    </message>
    <message>
        <source>At most {yuan} is lost, if not one order earns anything: {fees} of slot fees, samples and own hours, {goods} of goods for {orders} orders (enough in {enough} of cases), and {returns} to send them and take them back. Goods beyond these, fines and claims are not in it.</source>
        <translation>最多亏 {yuan}，也就是一单都没赚到：坑位费、寄样和自家工时 {fees}，{orders} 单的货款 {goods}（{enough} 的情形够卖），发出去又退回来 {returns}。更多的备货、罚款和赔付不在内。</translation>
    </message>
    <message>
        <source>(lines that name no product)</source>
        <translation>（没写商品的订单行）</translation>
    </message>
    <message>
        <source>“{name}” is saved.</source>
        <translation>“{name}”已保存。</translation>
    </message>
    <message>
        <source>“{name}” is saved, but no order line belongs to it: how often it is bought again stays a guess.</source>
        <translation>“{name}”已保存，但没有一行订单对得上它：多久再买只能靠猜。</translation>
    </message>
    <message>
        <source>Choose hosts</source>
        <translation>去选达人</translation>
    </message>
    <message>
        <source>Go on to the hosts</source>
        <translation>接着加达人</translation>
    </message>
    <message>
        <source>Choose its names in the orders…</source>
        <translation>选出它在订单里的名称…</translation>
    </message>
    <message>
        <source>Not a platform, so left out: {names}.</source>
        <translation>不是平台，没有填：{names}。</translation>
    </message>
    <message>
        <source>No line begins with a platform. Copy the column of the platforms, too.</source>
        <translation>没有一行以平台开头，请连平台那一列一起复制。</translation>
    </message>
    <message>
        <source>banned</source>
        <translation>您已排除</translation>
    </message>
    <message>
        <source>no stock</source>
        <translation>没有库存</translation>
    </message>
    <message>
        <source>no offer</source>
        <translation>没有报价</translation>
    </message>
    <message>
        <source>every order loses</source>
        <translation>每单都亏</translation>
    </message>
    <message>
        <source>over the budget</source>
        <translation>超出预算</translation>
    </message>
    <message>
        <source>too much for one</source>
        <translation>单人占比太大</translation>
    </message>
    <message>
        <source>loses money</source>
        <translation>会亏</translation>
    </message>
    <message>
        <source>mix of levels</source>
        <translation>受层级配比所限</translation>
    </message>
    <message>
        <source>stock used up</source>
        <translation>库存已分完</translation>
    </message>
    <message>
        <source>others bring more</source>
        <translation>别人更划算</translation>
    </message>
    <message>
        <source>same viewers</source>
        <translation>人群重叠</translation>
    </message>
    <message>
        <source>adds too little</source>
        <translation>增益太少</translation>
    </message>
    <message>
        <source>too risky</source>
        <translation>风险太大</translation>
    </message>
    <message>
        <source>too many orders</source>
        <translation>接不住单</translation>
    </message>
    <message>
        <source>ties up cash</source>
        <translation>占用资金太多</translation>
    </message>
    <message>
        <source>own hours used up</source>
        <translation>自己人工时用完</translation>
    </message>
    <message>
        <source>platform is full</source>
        <translation>平台占比已满</translation>
    </message>
    <message>
        <source>agency is full</source>
        <translation>机构占比已满</translation>
    </message>
    <message>
        <source>not as booked</source>
        <translation>与谈定的不符</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>没有选中</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>共 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>views and likes of single posts ({count})</source>
        <translation>一条条作品的播放和点赞（{count} 位）</translation>
    </message>
    <message>
        <source>engagement rate ({count})</source>
        <translation>互动率（{count} 位）</translation>
    </message>
    <message>
        <source>views of a session ({count})</source>
        <translation>场均观看（{count} 位）</translation>
    </message>
    <message>
        <source>For {hosts} of {of} hosts it cannot be told whether figures are inflated (“water”). They lack {missing}. Ask each for a table of the last {posts} posts or more, with views and likes.</source>
        <translation>水分：{of} 位达人里有 {hosts} 位看不出。缺：{missing}。请对方发最近 {posts} 条以上作品的数据表，带播放和点赞。</translation>
    </message>
    <message>
        <source>these days {yuan}</source>
        <translation>这些日子 {yuan}</translation>
    </message>
    <message>
        <source>who goes first {yuan}</source>
        <translation>谁先播 {yuan}</translation>
    </message>
    <message>
        <source>shared viewers {yuan}</source>
        <translation>重合的观众 {yuan}</translation>
    </message>
    <message>
        <source>Matrix: about {yuan}, for ordinary days; {parts}.</source>
        <translation>矩阵页按平常日子算，约 {yuan}；{parts}。</translation>
    </message>
    <message>
        <source>Late parcels and temporary hands take {late}: about {left} left.</source>
        <translation>迟发和临时工要花掉 {late}，约剩 {left}。</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>_Divider</name>
    <message>
        <source>Divider</source>
        <translation>分隔条</translation>
    </message>
    <message>
        <source>The arrow keys move it, Home and End as far as it goes.</source>
        <translation>用方向键移动，Home、End 移到头。</translation>
    </message>
</context>
</TS>
