internal import Messages

/// The look of reports: constants, and the foot of printed pages.
struct StyleSheet {
  /// The whole sheet.
  let text: String

  /// The sheet of a language.
  ///
  /// - Parameters:
  ///   - footer: What stands at the foot of every printed page; written so that nothing in it can
  ///     be anything but text.
  ///   - optionCount: Number of options that the matrix has columns for.
  init(language: Language, footer: String, optionCount: Int) {
    var sheet = StyleSheet.screen + StyleSheet.tables + StyleSheet.pictures + StyleSheet.trial
    for width in 0...100 { sheet += ".w\(width){width:\(width)%}" }
    sheet += StyleSheet.phone
    // On a narrow screen the matrix shows the first option and the one that is picked.
    sheet += "@supports selector(:has(*)){@media screen and (max-width:700px){"
    sheet += ".matrix .o{display:none}.matrix .o0{display:table-cell}"
    for option in 1..<max(2, optionCount) {
      sheet += ".matrix:has(#pick\(option):checked) .o\(option){display:table-cell}"
    }
    sheet += "}}"
    sheet += StyleSheet.print
    let page = Label.page(language)
    let of = Label.pageOf(language)
    sheet += "@page{@bottom-right{content:\"\(page) \" counter(page) \" \(of) \" counter(pages)}"
    sheet += "@bottom-left{content:\"\(StyleSheet.escaped(footer))\"}}"
    text = sheet
  }

  /// Text inside a string of a sheet: every character by its number.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { "\\" + String($0.value, radix: 16) + " " }.joined()
  }
}

// Colours: fit blue, cost amber, lock-in green, differing in lightness so that grey print works;
// #8f5a00 warns, #9b2c2c excludes. Text keeps at least 4.5 : 1.
extension StyleSheet {
  fileprivate static let screen = """
    :root{--ink:#1b2430;--soft:#56606d;--line:#d5dae0;--paper:#fff;--ground:#f3f5f7;\
    --fit:#1f5391;--cost:#d9920f;--lock:#2f8f6f;--warn:#8f5a00;--out:#9b2c2c}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-behavior:auto}
    body{margin:0;background:var(--ground);color:var(--ink);\
    font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;\
    font-variant-numeric:tabular-nums lining-nums;hyphens:manual}
    .sheet{background:var(--paper);max-width:1120px;margin:0 auto;padding:56px;\
    border:1px solid var(--line);border-width:0 1px}
    .sheet+.sheet{border-top-width:1px}
    .sheet.broad{max-width:max(1120px,min(1720px,96vw))}
    p{margin:0 0 8px;max-width:65ch}
    h1,h2,h3,h4{line-height:1.25;margin:0;font-weight:700;text-wrap:balance}
    h1{font-size:38px;line-height:1.18;letter-spacing:-.01em;max-width:22em}
    h2{font-size:26px;margin:0 0 16px}
    h3{font-size:19px;margin:32px 0 8px}
    h4{font-size:16px;margin:20px 0 4px}
    a{color:inherit;text-decoration:underline;text-decoration-color:#9aa3ae;\
    text-underline-offset:3px}
    a:focus-visible,.scroll:focus-visible,input:focus-visible,summary:focus-visible{\
    outline:3px solid var(--fit);outline-offset:2px}
    td,th{overflow-wrap:break-word}
    h1,h2,h3,h4,p,li,dd,dt,summary,label,legend,figcaption{overflow-wrap:anywhere}
    fieldset{min-width:0}
    .skip{position:absolute;left:-999px}
    .skip:focus{left:16px;top:8px;background:#fff;padding:8px}
    .masthead{display:flex;flex-wrap:wrap;justify-content:space-between;gap:2px 24px;\
    align-items:baseline;border-bottom:2px solid var(--ink);padding-bottom:12px;margin-bottom:36px}
    .masthead p{margin:0}.masthead .title{font-weight:700}
    .meta,.eyebrow,.small{font-size:14px;color:var(--soft)}
    .eyebrow{font-size:16px;margin:0 0 4px}
    .lead{font-size:19px;line-height:1.5;margin:12px 0 28px;max-width:62ch}
    .verdict{display:inline-block;border:1.5px solid currentColor;border-radius:4px;\
    padding:0 10px;font-weight:700;font-size:16px;line-height:26px;margin-right:8px;\
    vertical-align:2px}
    .v-clear{color:var(--fit)}.v-fragile,.v-tie{color:var(--warn)}.v-none{color:var(--out)}
    .figures{display:grid;grid-template-columns:repeat(3,1fr);margin:0 0 32px;\
    border:1px solid var(--line);border-width:1px 0}
    .figures.two{grid-template-columns:repeat(2,1fr)}.figures.one{grid-template-columns:1fr}
    .figures>div{padding:14px 20px 16px}
    .figures>div:first-child{padding-left:0}
    .figures>div+div{border-left:1px solid var(--line)}
    .figures dt{font-size:14px;color:var(--soft)}
    .figures dd{margin:0}.figures dd.big{font-size:26px;font-weight:700;line-height:1.3}
    .figures dd.sub{font-size:14px;color:var(--soft)}
    .columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 48px}
    .columns h2{font-size:19px;margin:0 0 10px}
    .columns section{margin-bottom:28px}
    .columns ol,.columns ul{margin:0;padding-left:1.35em}
    .columns li{margin-bottom:8px;max-width:62ch}
    .columns ul.key{padding:0}
    li::marker{color:var(--soft)}
    .gain{color:var(--soft);font-size:14px;white-space:nowrap}
    .against{border-left:3px solid var(--warn);padding:0 0 0 14px;margin:0 0 28px}
    .against p{margin:0}
    .next{border-top:2px solid var(--ink);background:#f3f5f7;padding:16px 18px;margin:4px 0 0}
    .next p{margin:0;max-width:none}
    .colophon{border-top:1px solid var(--line);margin-top:28px;padding-top:10px;\
    font-size:12.5px;color:var(--soft)}
    .colophon p{max-width:none;margin:0}
    .contents ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:4px 24px}
    .contents h2{font-size:16px;margin:0 0 8px}
    .note{font-size:14px;color:var(--soft);margin:8px 0 0}
    .asides{list-style:none;margin:0;padding:0}
    .asides li{border-top:1px solid var(--line);padding:12px 0}
    .asides p{margin:0 0 2px}
    details{margin:16px 0}
    summary{cursor:pointer;font-weight:600;padding:4px 0}
    code{font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;\
    overflow-wrap:anywhere}
    .settings{display:grid;grid-template-columns:minmax(12em,auto) 1fr;gap:4px 24px;margin:0}
    .settings dt{color:var(--soft)}.settings dd{margin:0;max-width:65ch}

    """

  fileprivate static let tables = """
    .scroll{overflow:auto;max-height:88vh;margin:0 0 8px;border-bottom:1px solid var(--line)}
    table{border-collapse:separate;border-spacing:0;width:100%;font-size:14px;line-height:1.4}
    caption{text-align:left;font-size:14px;color:var(--soft);padding:0 0 6px;caption-side:top}
    th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;\
    border-bottom:1px solid #e6e9ed;font-weight:400}
    thead th{color:var(--soft);vertical-align:bottom;border-bottom:1px solid #9aa3ae;\
    background:var(--paper);position:sticky;top:0;z-index:2}
    tbody th:first-child,thead th:first-child{position:sticky;left:0;background:var(--paper);\
    z-index:1;min-width:9em;max-width:22em}
    thead th:first-child{z-index:3}
    td.bar{width:36%;min-width:110px}
    .n{text-align:right;white-space:nowrap}
    th.n{white-space:normal}
    td.n:last-child,th.n:last-child{padding-right:4px}
    tr.total th,tr.total td{font-weight:700;border-top:1px solid #9aa3ae}
    tr.first th,tr.first td{font-weight:700}
    tr.out th,tr.out td{color:var(--soft)}
    tr.quiet th,tr.quiet td{color:var(--soft);font-size:12.5px}
    .why{display:block;font-size:12.5px;font-weight:400;color:var(--soft)}
    .fine{font-size:12.5px;color:var(--soft);font-weight:400}
    .plain td,.plain th{border-bottom:0}
    .ranks{font-size:16px;table-layout:fixed;width:100%;hyphens:auto}
    .ranks thead th:first-child{width:41%}
    .ranks thead th:nth-child(3){width:17%}.ranks thead th:nth-child(4){width:20%}
    .ranks th:first-child{min-width:0;max-width:none}
    .ranks thead th{font-size:14px;position:static}
    .ranks td,.ranks th{border-bottom:0;padding-top:5px;padding-bottom:5px}
    .ranks .bar{padding-top:10px}
    .ranks .why{max-width:34em}
    .ranks tbody th{padding-left:1.3em;text-indent:-1.3em}
    .ranks .why{text-indent:0}
    .rank{display:inline-block;min-width:1.3em;text-indent:0}
    th.placed{padding-left:1.5em;text-indent:-1.5em}.placed .rank{min-width:1.5em}
    .placed .why{text-indent:0}
    .matrix th,.matrix td{padding-right:14px}
    .matrix thead th.o{min-width:108px;color:var(--ink);font-weight:600}
    .matrix thead th.o .fine{display:block}
    .matrix tbody th{min-width:230px}
    .matrix .q th{padding-left:22px}
    .matrix .q.deep th{padding-left:36px}
    .matrix .goal th,.matrix .goal td{font-weight:700;border-top:1px solid #9aa3ae}
    .matrix .branch th,.matrix .branch td{font-weight:600;background:#f7f8fa}
    .matrix .o0{background:#f7f8fa}
    .matrix label{cursor:pointer}
    .matrix .fold{appearance:none;width:.6em;height:.6em;margin:0 .55em 0 .1em;\
    border:solid var(--soft);border-width:0 2px 2px 0;transform:rotate(-45deg)}
    .matrix .fold:checked{transform:rotate(45deg) translateY(-2px)}
    .matrix tbody:has(.fold:not(:checked)) tr.q{display:none}
    .a{display:block}
    .same .a{color:var(--soft)}
    .better .a{font-weight:700}
    .r{display:flex;align-items:center;gap:6px;font-size:12.5px}
    .r .track{flex:1 1 40px;max-width:72px;height:6px;background:#e6e9ed;display:block}
    .b{display:block;height:6px;background:#7b8794}
    .g-fit .b{background:var(--fit)}.g-cost .b{background:var(--cost)}\
    .g-lock_in .b{background:var(--lock)}
    .open .track{background:repeating-linear-gradient(135deg,#8b95a1 0 1.5px,#fff 1.5px 5px);\
    outline:1px solid #8b95a1}
    .open .a{color:var(--warn)}
    .ko{display:block;font-size:12.5px;font-weight:700;color:var(--out)}
    .ko.unknown,.ko.waived{color:var(--warn)}
    .pick{display:none;border:0;margin:0 0 12px;padding:0}
    .pick legend{padding:0;font-size:14px;color:var(--soft)}
    .pick label{display:inline-block;margin:4px 16px 4px 0}

    """

  fileprivate static let pictures = """
    svg{display:block;max-width:100%}
    svg.strip{width:100%;height:14px;min-width:60px}
    svg text{font-size:11px;fill:#56606d}
    svg text.value{fill:#1b2430}
    figure{margin:0 0 28px}
    figcaption{font-size:19px;font-weight:700;margin:0 0 8px;line-height:1.3}
    .f-fit{fill:var(--fit)}.f-cost{fill:var(--cost)}.f-lock_in{fill:var(--lock)}\
    .f-more{fill:#6f94c4}
    .c0{fill:#6b4200}.c1{fill:#a86c00}.c2{fill:#d9920f}.c3{fill:#ecbf6b}.c4{fill:#c9cfd6}
    .axis{stroke:#56606d;stroke-width:1}.grid-line{stroke:#e6e9ed;stroke-width:1}
    .curve{fill:none;stroke-width:2}.narrow{display:none}
    .s0{stroke:#1b2430;stroke-width:2.5}.s1{stroke:#1f5391;stroke-dasharray:7 3}\
    .s2{stroke:#a86c00}.s3{stroke:#2f8f6f;stroke-dasharray:2 3}.s4{stroke:#7b8794}
    .whisker{stroke:#1b2430;stroke-width:1.5;vector-effect:non-scaling-stroke;fill:none}
    .f-less{fill:#b6bec8}.middle{fill:#56606d}.note+figure{margin-top:32px}
    svg.map{width:100%;max-width:580px;height:auto;margin-top:12px}
    svg.map text,.curves text{paint-order:stroke;stroke:#fff;stroke-width:4px;\
    stroke-linejoin:round}
    svg.map text{font-size:12px}svg.map .leader{font-weight:700}
    .grid-line{stroke:#e6e9ed;stroke-width:1}
    .frontier{fill:none;stroke:#56606d;stroke-width:1.5;stroke-dasharray:5 4}
    .dot{fill:var(--fit);stroke:var(--fit);stroke-width:2}.dot.hollow{fill:#fff;stroke:#56606d}
    .rank0{fill:#1f5391}.rank1{fill:#6f94c4}.rank2{fill:#aebfd6}.rank3{fill:#d3dae3}\
    .rank4{fill:#e9ecf0}
    .shares th svg{display:inline-block;width:11px;height:11px;margin-right:5px}
    .shares td.bar{width:30%}
    .pips{display:inline-block;width:56px;height:8px;margin-right:8px;background:#e6e9ed;\
    vertical-align:1px}
    .pips .b{height:8px;background:var(--lock)}
    .pips.open{background:repeating-linear-gradient(135deg,#8b95a1 0 1.5px,#fff 1.5px 5px);\
    outline:1px solid #8b95a1}
    .paper{display:none}
    .range{fill:#b9c6d8}.rail{fill:#e6e9ed}.mark{fill:#1b2430}.flip{fill:var(--out)}
    .l0{fill:#1f5391}.l1{fill:#8fa9cc}.l2{fill:#56606d}.l3{fill:#b6bec8}.l4{fill:#dfe3e8}
    .key{list-style:none;display:flex;flex-wrap:wrap;gap:2px 18px;margin:8px 0 0;padding:0;\
    font-size:14px;color:var(--soft)}
    .key li{margin:0;max-width:none}
    .key svg{display:inline-block;width:11px;height:11px;margin-right:5px;vertical-align:-1px}
    .key svg.line{width:22px}
    .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(290px,1fr));gap:16px 32px}
    .grid h4{margin:0 0 4px}

    """

  fileprivate static let trial = """
    [hidden]{display:none!important}
    .tools{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;margin:12px 0}
    .tools label{font-size:14px;cursor:pointer;min-height:28px}
    .tools input{width:18px;height:18px;vertical-align:-4px;accent-color:var(--fit)}
    .filtered:has(.differ:checked) tr.alike{display:none}
    .sort{border:0;background:none;padding:0;min-height:24px;font:inherit;color:inherit;\
    text-align:inherit}
    .sort:hover{text-decoration:underline}
    [aria-sort] .sort{font-weight:700;color:var(--ink)}
    [aria-sort=ascending] .sort::after{content:" \u{2191}"}
    [aria-sort=descending] .sort::after{content:" \u{2193}"}
    td.o[tabindex],td.ask[tabindex]{cursor:pointer}
    td.o:focus-visible,td.ask:focus-visible{outline:3px solid var(--fit);outline-offset:-3px}
    dialog{max-width:min(720px,92vw);max-height:86vh;overflow:auto;padding:28px;color:inherit;\
    border:1px solid #7b8794;border-radius:4px}
    dialog::backdrop{background:rgb(27 36 48 / .35)}
    dialog .trace-title{font-size:19px;font-weight:700}dialog .settings{margin-bottom:20px}
    .band{position:sticky;top:0;z-index:9;display:flex;flex-wrap:wrap;gap:6px 20px;\
    align-items:center;justify-content:space-between;max-width:1120px;margin:0 auto;\
    padding:10px 56px;background:#fff4dc;border-bottom:2px solid var(--warn)}
    .band p{margin:0;font-size:14px}
    button{font:inherit;font-size:14px;color:inherit;background:var(--paper);cursor:pointer;\
    border:1px solid #7b8794;border-radius:4px;padding:4px 12px;min-height:28px}
    button[aria-pressed=true]{background:var(--ink);border-color:var(--ink);color:#fff}
    button:focus-visible{outline:3px solid var(--fit);outline-offset:2px}
    .trial{display:grid;grid-template-columns:minmax(0,4fr) minmax(0,7fr);gap:16px 40px;\
    margin-top:20px;align-items:start}
    .outcome{position:sticky;top:64px}
    .choices{display:flex;flex-wrap:wrap;align-items:center;gap:8px;margin:0 0 16px}
    .slides{border:0;margin:0 0 20px;padding:0}
    .slides legend{font-weight:700;padding:0;margin:0 0 8px}
    .slide{display:grid;grid-template-columns:1fr auto;gap:0 12px;margin:0 0 12px;font-size:14px}
    .slide output{text-align:right;font-weight:700}
    .slide input,.slide .rail,.slide .flips{grid-column:1/-1}
    .slide input{width:100%;margin:2px 0 0;height:24px;accent-color:var(--fit);cursor:pointer}
    .slide .rail{display:block;position:relative;height:4px;margin:0 8px;background:#e6e9ed}
    .slide .stays{position:absolute;top:0;bottom:0;background:#6f94c4}
    .slide .flips{font-size:12.5px;color:var(--soft);margin-top:2px}
    .finding{font-size:19px;font-weight:700;line-height:1.3;min-height:2.6em;margin:0 0 8px}
    .trial-ranks .in{width:44px}
    .trial-ranks input{width:20px;height:20px;margin:2px;accent-color:var(--fit)}
    .trial-ranks tbody th,.trial-ranks thead th:nth-child(2){position:static;min-width:11em}
    .trial-ranks .goal{font-size:12.5px}.trial-ranks thead .goal{hyphens:auto;max-width:6.5em}
    .trial-ranks th:first-child{min-width:0}
    .trial-ranks .rank{font-weight:inherit}
    .trial-ranks svg{margin-top:4px}
    .official{color:var(--soft)}
    .changed .then{background:#fff4dc}

    """

  fileprivate static let phone = """
    @media screen and (max-width:700px){
    .sheet{padding:20px 16px 28px;border-width:0}
    h1{font-size:26px}.lead{margin:10px 0 20px}
    .masthead{margin-bottom:24px}
    .figures,.figures.two{grid-template-columns:1fr}
    .figures>div,.figures>div:first-child{padding:12px 0}
    .figures>div+div{border-left:0;border-top:1px solid var(--line)}
    .columns{grid-template-columns:minmax(0,1fr)}
    .ranks thead th:first-child{width:41%}
    .ranks thead th:nth-child(3){width:19%}.ranks thead th:nth-child(4){width:24%}
    .ranks{font-size:14px}.ranks thead th{font-size:12.5px}.n.wide{display:none}
    .pick{display:block}
    .matrix tbody th,.matrix thead th:first-child{min-width:27vw;max-width:27vw;\
    overflow-wrap:anywhere;hyphens:auto}
    .matrix th,.matrix td{padding-right:7px}
    .matrix .n{font-size:12.5px}
    .matrix .q th{padding-left:6px}.matrix .q.deep th{padding-left:10px}
    .matrix thead th.o{min-width:24vw}
    .settings{grid-template-columns:1fr;gap:0}.settings dd{margin-bottom:8px}
    tbody th:first-child,thead th:first-child{max-width:44vw}
    .tracks .wide,.curves.wide{display:none}.curves.narrow{display:block}
    .grid{grid-template-columns:1fr}
    .band{padding:8px 16px}
    .trial{grid-template-columns:minmax(0,1fr)}
    .outcome{position:static;order:-1}
    .trial-ranks .goal{display:none}
    }

    """

  fileprivate static let print = """
    @media print{
    body{background:#fff;font-size:9.25pt;line-height:1.38;print-color-adjust:exact;\
    -webkit-print-color-adjust:exact}
    .sheet,.sheet.broad{padding:0;border:0;max-width:none;margin:0}
    .sheet.page{break-before:page}
    .sheet+.sheet{padding-top:18pt}
    .sheet.page{padding-top:0}
    .skip,.pick,.screen{display:none}
    .paper{display:block}
    h1{font-size:22pt;max-width:none}
    h2{font-size:16pt;margin-bottom:8pt}h3{font-size:12pt;margin:14pt 0 4pt}
    h4{font-size:10pt}
    h1,h2,h3,h4,figcaption,caption,h2+p,h3+p{break-after:avoid}
    .masthead{margin-bottom:13pt;padding-bottom:5pt}
    .eyebrow,.ranks{font-size:9.25pt}.meta,.small,.ranks thead th{font-size:8.5pt}
    .ranks td,.ranks th{padding-top:2.5pt;padding-bottom:2.5pt}
    .ranks .bar{width:26%;padding-top:5pt}.ranks svg.strip{height:8pt}
    .lead{font-size:11.5pt;margin:5pt 0 10pt;max-width:none}
    .verdict{font-size:10pt;line-height:15pt}
    .figures{margin-bottom:11pt}.figures>div{padding:5pt 12pt 6pt}
    .figures dd.big{font-size:16pt}.figures dt,.figures dd.sub{font-size:8.5pt}
    .columns{gap:0 22pt}.columns h2{font-size:12pt;margin-bottom:5pt}
    .columns section{margin-bottom:10pt}.columns li{margin-bottom:2.5pt}
    .against{margin-bottom:10pt;padding-left:9pt}
    .gain,.note,.key,.fine,.why,.ko,.r{font-size:8pt}
    .next{padding:7pt 10pt;margin:0}.colophon{margin-top:9pt;padding-top:4pt;font-size:8pt}
    figcaption{font-size:12pt}figure{break-inside:avoid}
    .scroll{overflow:visible;max-height:none;border:0;break-inside:avoid}
    .matrix .scroll,details .scroll{break-inside:auto}
    table{font-size:8.5pt}
    thead{display:table-header-group}
    thead th,tbody th:first-child,thead th:first-child{position:static}
    tr{break-inside:avoid}
    th,td{padding:3pt 7pt 3pt 0}
    .landscape{page:broad}
    .matrix table{table-layout:fixed;font-size:7.5pt}
    .matrix thead th,.matrix thead th.o,.matrix tbody th{min-width:0;max-width:none;\
    overflow-wrap:anywhere}
    .matrix thead th:first-child{width:17%}
    .matrix thead th.n{width:5%}
    .matrix .q th{padding-left:8pt}.matrix .q.deep th{padding-left:13pt}
    .matrix th,.matrix td{padding-right:5pt}
    .matrix tbody tr.q{display:table-row}
    .matrix .fold{display:none}
    .matrix tr.branch,.matrix tr.goal{break-after:avoid}
    .matrix.many table{font-size:6pt}
    .matrix.many .fine,.matrix.many .r,.matrix.many .ko,.matrix.many .why{\
    font-size:5.5pt}
    .matrix.many .track{display:none}
    details::details-content{content-visibility:visible;display:block;height:auto}
    summary{list-style:none}
    a{text-decoration:none}
    code{font-size:7.5pt}
    }
    @page{size:A4;margin:14mm 16mm 18mm;@bottom-right{font:8pt system-ui,sans-serif;\
    color:#56606d;width:32mm}@bottom-left{font:8pt system-ui,sans-serif;color:#56606d}}
    @page broad{size:A4 landscape;margin:12mm 12mm 18mm}

    """
}
