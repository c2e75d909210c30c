<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>BulkEdit</name>
    <message numerus="yes">
        <source>Change %n row(s)</source>
        <translation>
            <numerusform>Change %n row</numerusform>
            <numerusform>Change %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GradeCard</name>
    <message numerus="yes">
        <source>From its facts and %n customer(s) in your orders.</source>
        <translation>
            <numerusform>From its facts and %n customer in your orders.</numerusform>
            <numerusform>From its facts and %n customers in your orders.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n remark(s) on these files: what could not be used as it is, and what to do.</source>
        <translation>
            <numerusform>%n remark on these files: what could not be used as it is, and what to do.</numerusform>
            <numerusform>%n remarks on these files: what could not be used as it is, and what to do.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>%n page(s), A4</source>
        <translation>
            <numerusform>%n page, A4</numerusform>
            <numerusform>%n pages, A4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken: %n file(s). It can be undone as one step.</source>
        <translation>
            <numerusform>Taken: %n file. It can be undone as one step.</numerusform>
            <numerusform>Taken: %n files. It can be undone as one step.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting for an answer: choose the file and name its columns or the order of its dates.</source>
        <translation>
            <numerusform>%n file is waiting for an answer: choose it and name its columns or the order of its dates.</numerusform>
            <numerusform>%n files are waiting for an answer: choose them and name their columns or the order of their dates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Spend {spend} of {budget} on %n offer(s) ({counts}).</source>
        <translation>
            <numerusform>Spend {spend} of {budget} on %n offer ({counts}).</numerusform>
            <numerusform>Spend {spend} of {budget} on %n offers ({counts}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} line(s)</source>
        <translation>
            <numerusform>{count} line</numerusform>
            <numerusform>{count} lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} order(s)</source>
        <translation>
            <numerusform>{count} order</numerusform>
            <numerusform>{count} orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} host(s)</source>
        <translation>
            <numerusform>{count} host</numerusform>
            <numerusform>{count} hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} result(s)</source>
        <translation>
            <numerusform>{count} result</numerusform>
            <numerusform>{count} results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} product(s)</source>
        <translation>
            <numerusform>{count} product</numerusform>
            <numerusform>{count} products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s)</source>
        <translation>
            <numerusform>{count} row</numerusform>
            <numerusform>{count} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s) set aside</source>
        <translation>
            <numerusform>{count} row set aside</numerusform>
            <numerusform>{count} rows set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} customer(s)</source>
        <translation>
            <numerusform>{count} customer</numerusform>
            <numerusform>{count} customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} campaign(s)</source>
        <translation>
            <numerusform>{count} campaign</numerusform>
            <numerusform>{count} campaigns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An average session: {before} orders by the forecast, {after} after %n result(s).</source>
        <translation>
            <numerusform>An average session: {before} orders by the forecast, {after} after %n result.</numerusform>
            <numerusform>An average session: {before} orders by the forecast, {after} after %n results.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking back over %n result(s), each forecast from those before it: {share} lay within their 80% range (in the long run probably between {low} and {high}).</source>
        <translation>
            <numerusform>Looking back over %n result, forecast from those before it: {share} lay within its 80% range (in the long run probably between {low} and {high}).</numerusform>
            <numerusform>Looking back over %n results, each forecast from those before it: {share} lay within their 80% range (in the long run probably between {low} and {high}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n new customer(s) {share} bought again within 30 days.</source>
        <translation>
            <numerusform>Of %n new customer {share} bought again within 30 days.</numerusform>
            <numerusform>Of %n new customers {share} bought again within 30 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) of your own</source>
        <translation>
            <numerusform>%n figure of your own</numerusform>
            <numerusform>%n figures of your own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) with all that is known of them</source>
        <translation>
            <numerusform>%n host with all that is known of them</numerusform>
            <numerusform>%n hosts with all that is known of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s)</source>
        <translation>
            <numerusform>%n offer</numerusform>
            <numerusform>%n offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of campaigns</source>
        <translation>
            <numerusform>%n result of campaigns</numerusform>
            <numerusform>%n results of campaigns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) on posts, sessions and what was claimed</source>
        <translation>
            <numerusform>%n line on posts, sessions and what was claimed</numerusform>
            <numerusform>%n lines on posts, sessions and what was claimed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in marks, kept plans and the launch</source>
        <translation>
            <numerusform>%n place in marks, kept plans and the launch</numerusform>
            <numerusform>%n places in marks, kept plans and the launch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the name on %n imported line(s); sums stay</source>
        <translation>
            <numerusform>the name on %n imported line; sums stay</numerusform>
            <numerusform>the name on %n imported lines; sums stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of orders, refunds, settlements and sessions</source>
        <translation>
            <numerusform>%n line of orders, refunds, settlements and sessions</numerusform>
            <numerusform>%n lines of orders, refunds, settlements and sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported sheet(s)</source>
        <translation>
            <numerusform>%n imported sheet</numerusform>
            <numerusform>%n imported sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the numbers standing for %n buyer(s), and the key they were made with</source>
        <translation>
            <numerusform>the numbers standing for %n buyer, and the key they were made with</numerusform>
            <numerusform>the numbers standing for %n buyers, and the key they were made with</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) could not be cleaned and were deleted.</source>
        <translation>
            <numerusform>%n backup could not be cleaned and was deleted.</numerusform>
            <numerusform>%n backups could not be cleaned and were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more: all of them are in the workbook (Host matrix → Plan as Excel).</source>
        <translation>
            <numerusform>%n more: it is in the workbook (Host matrix → Plan as Excel).</numerusform>
            <numerusform>%n more: all of them are in the workbook (Host matrix → Plan as Excel).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more figures are not certain either, but weigh less here: see Settings. Where you know better, change them: the plan follows.</source>
        <translation>
            <numerusform>%n more figure is not certain either, but weighs less here: see Settings. Where you know better, change it: the plan follows.</numerusform>
            <numerusform>%n more figures are not certain either, but weigh less here: see Settings. Where you know better, change them: the plan follows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) had no place below the chosen one and were left out.</source>
        <translation>
            <numerusform>%n row had no place below the chosen one and was left out.</numerusform>
            <numerusform>%n rows had no place below the chosen one and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed; “Undo” takes it back.</source>
        <translation>
            <numerusform>%n row changed; “Undo” takes it back.</numerusform>
            <numerusform>%n rows changed; “Undo” takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
</TS>
