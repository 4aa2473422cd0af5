public import Messages

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file to be written.
public struct OutputFile: Sendable, Hashable {
  /// Its name, with folders below the one written to where it has any.
  public let name: String
  /// What it holds.
  public let bytes: [UInt8]

  /// A file to be written.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Why output could not be written: exit status 73 (`rulings.md` R4).
public struct OutputFailure: Error, Sendable, Hashable {
  /// The file or folder.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// What is wrong; how to mend it.
  public var text: LocalText {
    let reason = OutputFailure.reason(code)
    return LocalText(
      de:
        "\(path) lässt sich nicht schreiben: \(reason.de); frühere Ergebnisse sind unverändert",
      en: "cannot write \(path): \(reason.en); earlier results are unchanged")
  }

  private static func reason(_ code: Int32) -> LocalText {
    switch code {
    case EACCES, EPERM:
      LocalText(
        de: "keine Berechtigung; einen anderen Ordner mit --out nennen",
        en: "permission denied; name another folder with --out")
    case ENOTDIR, EEXIST:
      LocalText(
        de: "wo ein Ordner sein müsste, liegt eine Datei; sie verschieben oder --out ändern",
        en: "a file is where a folder should be; move it or change --out")
    case EISDIR:
      LocalText(
        de: "dort liegt ein Ordner dieses Namens; ihn verschieben oder --out ändern",
        en: "a folder of that name is in the way; move it or change --out")
    case ENOSPC, EDQUOT:
      LocalText(de: "kein Platz mehr; Platz schaffen", en: "no space left; make room")
    case EROFS:
      LocalText(
        de: "der Datenträger ist schreibgeschützt; --out ändern",
        en: "the file system is read-only; change --out")
    case ENAMETOOLONG:
      LocalText(de: "der Name ist zu lang; --out kürzen", en: "the name is too long; shorten --out")
    default:
      LocalText(
        de: "Systemfehler \(code) (\(String(cString: strerror(code))))",
        en: "system error \(code) (\(String(cString: strerror(code))))")
    }
  }
}

/// Writes a set of files so that a run that fails leaves the previous results whole.
///
/// Every file is first written in full under a temporary name in its folder; only when all are
/// there, each takes its place by a rename. If one cannot, those before it are put back, which needs
/// hard links; a file system without them still replaces each single file whole or not at all.
public enum AtomicOutput {
  /// Writes files into a folder, which is made if it is missing, its parents too.
  ///
  /// - Throws: The first file or folder that could not be written; nothing has changed then, but a
  ///   folder may have been made.
  public static func write(_ files: [OutputFile], to folder: String) throws(OutputFailure) {
    let folder = folder.isEmpty ? "." : folder
    for file in files {
      let parents = file.name.split(separator: "/").dropLast()
      try makeFolder(([folder] + parents.map(String.init)).joined(separator: "/"))
    }
    var steps: [Replacement] = []
    do {
      for file in files {
        steps.append(try Replacement(of: folder + "/" + file.name, with: file.bytes))
      }
      for index in steps.indices { try steps[index].takePlace() }
    } catch {
      for step in steps.reversed() { step.undo() }
      throw error
    }
    for step in steps { step.finish() }
  }

  private static func makeFolder(_ path: String) throws(OutputFailure) {
    if path.isEmpty || isFolder(path) { return }
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    try makeFolder((path.hasPrefix("/") ? "/" : "") + parent)
    if mkdir(path, 0o777) != 0, !isFolder(path) {
      throw OutputFailure(path: path, code: errno)
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// One file on its way to its place.
private struct Replacement {
  let path: String
  /// The new content until it takes its place.
  let temporary: String
  /// The old content, kept until all files have taken theirs.
  var backup: String?
  /// Whether there was nothing at the place before.
  var isNew = false
  var isInPlace = false

  /// Writes the new content under a temporary name.
  init(of path: String, with bytes: [UInt8]) throws(OutputFailure) {
    self.path = path
    temporary = try Replacement.freeName(for: path) { name in
      let file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0o666)
      guard file >= 0 else { return errno }
      let failure = Replacement.fill(file, with: bytes)
      // Some file systems report a full disk only here.
      let closing = close(file) == 0 ? 0 : errno
      let code = failure == 0 ? closing : failure
      if code != 0 { unlink(name) }
      return code
    }
  }

  /// Puts the new content in place, keeping the old beside it.
  mutating func takePlace() throws(OutputFailure) {
    if AtomicOutput.isFolder(path) { throw OutputFailure(path: path, code: EISDIR) }
    let path = path
    do {
      backup = try Replacement.freeName(for: path) { link(path, $0) == 0 ? 0 : errno }
    } catch {
      isNew = error.code == ENOENT
    }
    if rename(temporary, path) != 0 { throw OutputFailure(path: path, code: errno) }
    isInPlace = true
  }

  /// Restores what was there before, as far as it still can be.
  func undo() {
    if isInPlace {
      if let backup { rename(backup, path) } else if isNew { unlink(path) }
    } else {
      if let backup { unlink(backup) }
      unlink(temporary)
    }
  }

  /// Lets go of the old content.
  func finish() {
    if let backup { unlink(backup) }
  }

  /// Makes something under a name in the same folder that nobody uses yet.
  ///
  /// - Parameter make: Makes it; returns 0 or the system's error number.
  private static func freeName(
    for path: String, make: (String) -> Int32
  ) throws(OutputFailure) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    var code: Int32 = EEXIST
    // Names left behind by a run that was killed are stepped over.
    for number in 0..<1000 where code == EEXIST {
      let name = "\(folder)/.\(parts.last ?? "").\(getpid())-\(number).tmp"
      code = make(name)
      if code == 0 { return name }
    }
    throw OutputFailure(path: path, code: code)
  }

  private static func fill(_ file: Int32, with bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
        let count = write(file, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        offset += count
      }
      return 0
    }
  }
}
