<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repurchase Matrix {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to hire, on which offer, for how much, and why. Works without a network; your data stays on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chart could not be drawn. The log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be saved. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions × slot fee + commission; ≈ estimated, ask for a quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot fees of all sessions, paid whatever is sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected paid orders, and the range that holds four times in five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-sale profit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the first orders earn after fee, commission and returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long-run profit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-sale profit and repeat purchases within the horizon, discounted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By about how many yuan his fee would have to fall to get in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised sales ÷ slot fee, e.g. 2 for 1:2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live session or post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repurchase class: A durable, B every year or two, C at occasions, D again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By followers on the platform; thresholds under Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avg. views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of one session or post; ≈ estimated from followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheapest offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot fee and commission; ≈ estimated, ask for a quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click to change; your own figures are blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program made a mistake. Your work is saved, and you can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This report helps to mend it. It holds nothing of your shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>for slot fees; commission comes out of sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the budget; empty: by class, see Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sets what is not known below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type to search, e.g. coffee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the customer pays in the live session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goods, tax included; empty = category&apos;s usual margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per order; empty = usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of kept sales; empty = usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in live sale; empty = category&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pieces that can be sold; empty = no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days one piece or pack lasts; empty = category&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bought mostly for holidays or as a gift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words for the brand, e.g. healthy, young</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sex, ages, cities, e.g. 女 24-30 一线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the platform has it; empty = platform and name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e.g. 12.3万</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of one session or post; empty = estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what his buyers usually pay, e.g. 50-200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what he talks about, e.g. beauty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e.g. 女 24-30 一线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping and packing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occasion-bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agency (MCN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales guarantee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most for one host</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GradeCard</name>
    <message>
        <source>Repurchase class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price and the 69-yuan rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buys again within a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchases in the first year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin of one order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even ROI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new customer later brings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No class is likelier than the rest: give more facts, or import orders later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably so ({0}). From the product&apos;s facts only; orders will make it surer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very probably so ({0}). From the product&apos;s facts only; orders will make it surer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sales per yuan of promotion at which nothing is earned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by buying again within the horizon, discounted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four times in five: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every order loses before any host is paid: mend price or cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per kept order, after platform fee, goods and shipping, before commission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ unit cost estimated from the category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far above {0} few buy on impulse in a live session ({1}); for class A and B that is normal: count on fame and long explanation, not on impulse. (Our guess.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above {0} live sales fall off. At {0} about {2} times as many live orders as at {1}: think of a trial pack under {0}. (Our guess.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below {0}: good for impulse buying in a live session. (Our guess.)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amateur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A durable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B every year or two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C at occasions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Douyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kuaishou</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xiaohongshu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WeChat Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taobao Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilibili</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weibo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TikTok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YouTube</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own live room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>founder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>post or video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>women</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>men</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first-tier cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new first-tier cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second-tier cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>third-tier cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fourth-tier cities and below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>well sourced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fairly sourced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weakly sourced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authenticity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orders per view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pull of the level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repurchase grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 69-yuan rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels of hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimates for missing figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an offer brings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs and horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitsPanel</name>
    <message>
        <source>Products to plan for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked and banned hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the mix of levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C and D: many waists and tails around few heads (1:9:90), as far as roster and budget allow. A and B: most of the money on heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right-click a host in the plan to lock or ban him. Untick to let him free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banned: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Repurchase Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my-shop.rmx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects (*.rmx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy saved: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>Host matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to hire, on which offer, and what comes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pyramid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit and loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the limits on the left and press “Recommend”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone is in the plan, or there is no plan yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan as Excel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something changed since this plan was made. Press “Recommend” again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture appears with the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} head, {1} waist and {2} tail hosts; heads bring {3} of the long-run profit, waists {4}, tails {5}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who carries the plan?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who brings orders cheaply?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower is cheaper, further right is more reach. The {0} chosen of {1} hosts are drawn large; click one to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may I earn, and lose?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0} of 100 cases the plan loses money within the horizon; on first sales alone in {1} of 100. From {2} simulated runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a host in the table to see why he is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no plan yet: press “Recommend” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plan.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock “{0}” into the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift the ban on “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ban “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferTable</name>
    <message>
        <source>Add offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click a cell to change it. An empty fee or commission is estimated and marked ≈.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No offer known: fee and commission are estimated.
Add what he asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two offers of a host cannot have the same name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>… and {0} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xls *.xlsm *.csv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx);;CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>This must be filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number. Write it like 1280, 1.2万 or 15%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is too large to be a number here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value:plain} must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value:plain} is too small: at least {low:plain}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value:plain} is too large: at most {high:plain}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is too long: at most 200 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is neither yes nor no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not one of the choices. Pick one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no audience word. Use for example: 女 24-30 一线.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a date. Write it like 2026-03-08.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another host already has the id {id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not there. Was it moved or renamed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is in use. Close it in Excel and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read ({detail}). Copy it to the desktop and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no table. Export it again as .xlsx or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook cannot be opened: it is protected or damaged. Open it in Excel and save it anew as .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From this line on a quotation mark is never closed. Open the file in Excel and save it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line with column headings was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no host roster: missing {missing}. Use our template or an export of the platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no product list: missing {missing}. Use our template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no choice of offers: missing {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These order columns are not known: missing {missing}. Use our order template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written here ({detail}). Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host {id} was already in line {first_row}; this line was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer “{offer}” stands twice for this host; the first counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two different offers are called “{offer}”; this one was named “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{here}” differs from “{first}” in line {first_row} of the same host; the first counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel has cut off the digits of this id ({text}). Export it again with ids as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was already in line {first_row}; this line was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {id} was already in line {first_row}; it counts once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More was refunded than paid; this line was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {count:plain} of {rows:plain} lines the buyer is unknown: repurchase cannot be computed from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line holds totals; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet holds something else; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are headings but no lines below them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file is not there. Was it moved or renamed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for this file does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a file of this name. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no project of Repurchase Matrix (.rmx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project was made by a newer version of the program. Install the new version to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file is damaged ({detail}). It was left as it is; open a backup copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project cannot be changed here: file or folder is read-only. Copy it to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the project file. Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file cannot be reached any more. Is the stick or drive still connected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; the last change was not saved. Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project could not be brought up to date; it was left as it was ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy cannot replace the open project. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a broken character ({text}). Delete it and type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no policy figure “{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” cannot be {value:plain}: between {low:plain} and {high:plain}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not of the form key=number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no product called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no product to plan for. Describe a product first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The roster is empty. Import your hosts first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {n:count} hosts are banned. Lift a ban and recommend again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no stock: nothing can be sold. Enter the stock on the products page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A budget of {budget:money} pays no host: the cheapest asks {least:money} ({short:money} more). Raise the budget or ask for a commission-only offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{product}” sells at {price:fen} but costs {costs:fen} with shipping and platform fee: every order loses. Mend the price or the cost first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The commission of {commission:percent} is more than “{product}” earns at {price:fen}: every order loses, whatever the fee. Ask for a lower commission or raise the margin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every offer worth having takes more of the {budget:money} than one host may. Raise the budget or the largest share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the money: every offer is expected to lose. The least bad is “{name}” for “{product}” at {cost:money}, losing about {loss:money}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limits contradict each other: {locks:count} locked hosts do not fit the budget of {budget:money}, the stock and the mix of levels together. Unlock a host, raise the budget or switch the mix rule off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The locked host {id} is not in the roster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is both locked and banned. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is locked, but there is nothing in stock to sell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is locked but costs {short:money} more than the whole budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host {id} has no offer “{offer}” for {sessions} sessions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you sell, and how often is it bought again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No product yet. Press “New product” and describe what you sell,
or import a product list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the marked fields to see the grade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} products imported, {1} lines set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the product template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>products-template.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template saved: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Grading products…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out what each offer brings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching the best choice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the plan thousands of times…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Lasts about {days:days}: few customers need another one soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used up in about {days:days}, then it is needed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought at holidays and occasions ({share:percent} of purchases): it comes back in waves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-bought by habit ({share:percent} of customers buy it as routine).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of use taken from the category “{category}”; enter your own to be surer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category is unknown, so the grade is very uncertain. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price:fen} is far from the usual {low:money} – {high:money} for “{category}”: the category or the price may be wrong, so the grade is wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days:days} of use is far from the usual {usual:days} for “{category}”, so the grade is wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{category}” is usually bought otherwise than ticked here, so the grade is wider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{customers:count} customers in your orders: {share:percent} came back within {window:days}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You locked this host into the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own people: costs {cost:money} of working time, no slot fee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{each:fen} of fee per expected order (middle of the plan {median:fen}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays from {shipped:count} shipped orders ({kept:count} kept); {expected:count} are expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each first order loses {loss:fen}; it pays only through repeat purchases worth {repeat:fen}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One paid order brings {first:fen} now; a customer who keeps it brings another {repeat:fen} by buying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits your product: {share:percent} by category, tone and audience.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views are estimated from followers: ask for the real figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followers are unknown: this is a guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slot fee is estimated: ask for a quote before you sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The commission is estimated: ask before you sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banned by you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in stock to sell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The commission is more than the margin: every order loses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs more than the whole budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would take more of the budget than one host may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected to lose money even with repeat purchases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mix of levels leaves no place for more of this level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others sell the stock better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others bring more for the same money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds too little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has no offer that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the given choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One host takes {share:percent} of the spend (caution above {limit:percent}): if he fails, the plan fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five hosts take {share:percent} of the spend (caution above {limit:percent}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything hangs on one host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The odds of a loss are {odds:percent}; in the worst twentieth of cases about {worst:money}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sales alone lose {loss:money}: the plan lives on customers who buy again. Check your repurchase rate first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mix rule is off: heads may crowd out the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1:9:90 was softened: your roster has only {tail:count} tail hosts. Add small hosts and amateurs near your buyers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No head host fits this budget and share limit; the plan does without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:count} hosts are unchecked for water: part of their views is taken off as a precaution (see Settings).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:count} of {of:count} chosen hosts rest on estimated figures (marked ≈).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit cost of a product is estimated from its category: enter your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice is {by:money} over the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice takes a host twice, or leaves out a locked one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice sells {by:count} more than the stock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice has too many heads for the mix rule (or too few for A and B).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice has too few tail hosts for the mix rule (or too many for A and B).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is banned, too dear, or expected to lose money.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Search this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches. Shorten the search text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom could you hire, and what do they ask?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host yet. Press “Import…” and choose your roster (Excel or CSV),
or add a host, your own live room or yourself as founder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} hosts imported, {1} lines set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the roster template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roster-template.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template saved: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, look, and every figure the advice rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where we found no good source it says “our guess”: put in your own experience. Changes belong to this project and can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the shipped figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>add product “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change product “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete {n} products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import {n} products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add host “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change host “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change {n} hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import {n} hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete {n} hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the plan&apos;s limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change a policy figure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Spend {spend} of {budget} on %n offer(s) ({counts}).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Expected long-run profit {profit}; nine times in ten between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The odds of a loss are {odds}; first sales alone bring {first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {klass} ({odds}), again after {cycle}, {rate} come back within {window}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({tier}): “{offer}” for {product}, {cost}, long-run profit {profit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders, low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders, high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-sale profit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long-run profit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true views a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fee and commission per order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tier}, chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({tier}): {views} true views, {cost} per order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>long-run profit of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen for a window here. Without one: --demo, or a verb (--help).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program itself made a mistake. What happened is written in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter price and category to see the grade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (+{count} more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hire {hosts} hosts for {spend} of {budget}: about {long} in the long run (nine times in ten between {low} and {high}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be careful: {hosts} hosts for {spend} of {budget} are expected to bring {long} in the long run, but the odds of a loss are {odds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proven to {gap} of the best possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head : waist : tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {budget}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid, before returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss in {odds} of cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odds of a loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst twentieth {worst}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to hire: host plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ marks figures nobody gave: they are estimated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Know before you sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repurchase class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought again after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come back within a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders (80% range)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {draws} trials of the plan long-run profit was {low} in a bad case (one in twenty is worse), {middle} in the middle and {high} in a good case. It lost money in {odds} of them; the worst twentieth averaged {worst}. First sales alone lost money in {first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These figures are our guesses, or your own. Where you know better, change them in the settings: the plan follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {all} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {all} rows chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>commission only {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slot fee {fee} + {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, guarantee 1:{times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
