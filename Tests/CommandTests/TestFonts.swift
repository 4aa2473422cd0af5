import Foundation

/// The letters that pictures of pages are drawn with, whatever else a machine has: DejaVu's, which
/// Debian's font configuration depends on.
enum TestFonts {
  private static let folder = "/usr/share/fonts/truetype/dejavu"
  private static let files = [
    "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf",
    "DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf",
  ]

  /// What to add to a browser's environment.
  static func environment(_ scratch: Scratch) throws -> [String: String] {
    try FileManager.default.createDirectory(
      atPath: scratch.path("fonts"), withIntermediateDirectories: true)
    for file in files where !FileManager.default.fileExists(atPath: scratch.path("fonts/\(file)")) {
      try FileManager.default.copyItem(
        atPath: "\(folder)/\(file)", toPath: scratch.path("fonts/\(file)"))
    }
    try scratch.write(
      """
      <?xml version="1.0"?>
      <fontconfig>
        <dir>\(scratch.path("fonts"))</dir>
        <cachedir>\(scratch.path("font-cache"))</cachedir>
        <match target="font">
          <edit name="antialias" mode="assign"><bool>true</bool></edit>
          <edit name="hinting" mode="assign"><bool>false</bool></edit>
          <edit name="rgba" mode="assign"><const>none</const></edit>
        </match>
      </fontconfig>
      """, to: "fonts.conf")
    return ["FONTCONFIG_FILE": scratch.path("fonts.conf")]
  }
}
