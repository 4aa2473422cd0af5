import Foundation
import Testing

/// A real browser that lays out a page and says what it sees.
enum Browser {
  /// Chromium, installed by `make test`.
  static let program: String? = ["chromium", "chromium-browser", "google-chrome"].lazy
    .flatMap { name in
      (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/\(name)" }
    }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What a page looks like at a width.
  struct Layout: Decodable, Sendable {
    let width: Int
    /// Width that the page's content takes.
    let scrollWidth: Int
    /// Texts that stick out of the page to the right, without those in areas that scroll.
    let cut: [String]
    /// Pairs of texts that lie on each other.
    let overlapping: [String]
    /// Texts with too little contrast to their background.
    let pale: [String]
    /// Headings in order, as levels.
    let headings: [Int]
    /// Everything that can be read.
    let text: String
  }

  /// Lays out a page at several widths.
  static func layouts(of page: URL, widths: [Int]) throws -> (layouts: [Layout], log: String) {
    let scratch = try Scratch()
    try FileManager.default.copyItem(at: page, to: scratch.url("page.html"))
    try scratch.write(probe(widths), to: "probe.html")
    let run = try start([
      "--allow-file-access-from-files", "--virtual-time-budget=20000", "--window-size=1600,1200",
      "--dump-dom", scratch.url("probe.html").absoluteString,
    ])
    let start = try #require(run.output.range(of: "<pre id=\"result\">"), "\(run.errors)")
    let end = try #require(
      run.output.range(of: "</pre>", range: start.upperBound..<run.output.endIndex))
    let json = String(run.output[start.upperBound..<end.lowerBound])
      .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&amp;", with: "&")
    let layouts = try JSONDecoder().decode([Layout].self, from: Data(json.utf8))
    let log = run.errors.split(separator: "\n").filter { $0.contains("CONSOLE") }
      .joined(separator: "\n")
    return (layouts, log)
  }

  private static func start(_ arguments: [String]) throws -> (output: String, errors: String) {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(program))
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--user-data-dir=\(scratch.path("profile"))",
      ] + arguments
    let (out, err) = (scratch.url("out"), scratch.url("err"))
    for file in [out, err] { FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (
      String(decoding: try Data(contentsOf: out), as: UTF8.self),
      String(decoding: try Data(contentsOf: err), as: UTF8.self)
    )
  }

  /// A page that frames the one under test at each width and measures it from outside, since the
  /// page itself allows no script.
  private static func probe(_ widths: [Int]) -> String {
    """
    <!doctype html><meta charset="utf-8"><body><script>
    const widths = \(widths);
    function visible(e) {
      for (let p = e; p; p = p.parentElement) {
        const s = p.ownerDocument.defaultView.getComputedStyle(p);
        if (s.display === 'none' || s.visibility === 'hidden' || s.opacity === '0') return false;
        if (p.tagName === 'DETAILS' && !p.open && !e.closest('summary')) return false;
      }
      return true;
    }
    function scrolls(e) {
      for (let p = e; p; p = p.parentElement) {
        const s = p.ownerDocument.defaultView.getComputedStyle(p);
        if (['auto', 'scroll', 'hidden'].includes(s.overflowX) && p.tagName !== 'BODY'
          && p.tagName !== 'HTML') return true;
        if (s.position === 'absolute' || s.position === 'sticky') return true;
      }
      return false;
    }
    function colour(text) {
      const m = text.match(/[\\d.]+/g).map(Number);
      return m.length > 3 && m[3] === 0 ? null : m;
    }
    function luminance(c) {
      const l = c.slice(0, 3).map(v => v / 255)
        .map(v => v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
      return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2];
    }
    function background(e) {
      for (let p = e; p; p = p.parentElement) {
        const c = colour(p.ownerDocument.defaultView.getComputedStyle(p).backgroundColor);
        if (c) return c;
      }
      return [255, 255, 255];
    }
    function measure(d, width) {
      const result = { width, scrollWidth: d.documentElement.scrollWidth, cut: [], overlapping: [],
        pale: [], headings: [], text: d.body.innerText };
      const walker = d.createTreeWalker(d.body, NodeFilter.SHOW_TEXT);
      const boxes = [];
      for (let n = walker.nextNode(); n; n = walker.nextNode()) {
        const text = n.textContent.trim();
        const e = n.parentElement;
        if (!text || ['STYLE', 'SCRIPT', 'TITLE', 'DESC'].includes(e.tagName.toUpperCase())
          || !visible(e)) continue;
        const r = d.createRange();
        r.selectNodeContents(n);
        const inSVG = e.namespaceURI.includes('svg');
        for (const box of r.getClientRects()) {
          if (box.width < 1.5 || box.height < 1.5) continue;
          if (box.right > width + 1 && !scrolls(e)) result.cut.push(text.slice(0, 60));
          if (!scrolls(e) || inSVG) boxes.push({ box, text, e });
        }
        if (!inSVG) {
          const s = d.defaultView.getComputedStyle(e);
          const front = colour(s.color);
          if (front) {
            const a = luminance(front), b = luminance(background(e));
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) result.pale.push(ratio.toFixed(2) + ' ' + text.slice(0, 40));
          }
        }
      }
      boxes.sort((x, y) => x.box.top - y.box.top);
      for (let i = 0; i < boxes.length; i++) {
        for (let j = i + 1; j < boxes.length && boxes[j].box.top < boxes[i].box.bottom; j++) {
          const a = boxes[i].box, b = boxes[j].box;
          if (boxes[i].e === boxes[j].e) continue;
          const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (w > 2 && h > 0.35 * Math.min(a.height, b.height))
            result.overlapping.push(boxes[i].text.slice(0, 40) + ' | ' + boxes[j].text.slice(0, 40));
        }
      }
      for (const h of d.querySelectorAll('h1, h2, h3, h4, h5, h6'))
        result.headings.push(Number(h.tagName[1]));
      return result;
    }
    const results = [];
    function next(i) {
      if (i === widths.length) {
        const pre = document.createElement('pre');
        pre.id = 'result';
        pre.textContent = JSON.stringify(results);
        document.body.appendChild(pre);
        return;
      }
      const frame = document.createElement('iframe');
      frame.style.width = widths[i] + 'px';
      frame.style.height = '1000px';
      frame.style.border = '0';
      frame.onload = () => {
        results.push(measure(frame.contentDocument, widths[i]));
        frame.remove();
        next(i + 1);
      };
      frame.src = 'page.html';
      document.body.appendChild(frame);
    }
    next(0);
    </script>
    """
  }
}
