/// An XML Schema with all files that it is made of: those that it includes or imports, that these
/// include, and so on. They are gathered before anything is compiled, so that nothing is ever
/// fetched but what somebody has handed over.
public struct XMLSchemaFiles: Sendable {
  /// Something that keeps the schema from being used.
  public struct Fault: Error, Sendable, Hashable {
    /// The file in which it shows.
    public let file: String
    /// What is wrong there.
    public let problem: XMLProblem
  }

  /// The path of the schema itself.
  public let path: String
  /// The bytes of each file, by its path.
  public private(set) var files: [String: [UInt8]] = [:]
  /// What is wrong with the files, or missing.
  public private(set) var faults: [Fault] = []

  /// Files that a schema may be made of.
  private static let mostFiles = 500

  /// Gathers the files of a schema.
  ///
  /// - Parameters:
  ///   - path: its path, relative to the folder that it must not leave.
  ///   - read: the bytes of a file by its path in that folder; `nil` if there is none.
  public init(path: String, read: (String) -> [UInt8]?) {
    self.path = path
    guard let start = Self.resolved(path, from: ""), let bytes = read(start) else {
      let problem = XMLProblem(.unreadable, "there is no such file in the decision's folder")
      faults.append(Fault(file: path, problem: problem))
      return
    }
    files[start] = bytes
    var waiting = [start]
    while let file = waiting.popLast() {
      for (location, place) in references(in: file) {
        guard let name = Self.resolved(location, from: file) else {
          note("“\(location)” lies outside the decision's folder", in: file, place)
          continue
        }
        if files[name] != nil { continue }
        guard files.count < Self.mostFiles else {
          note("the schema has more than \(Self.mostFiles) files", in: file, place)
          return
        }
        guard let bytes = read(name) else {
          note("there is no file “\(name)”", in: file, place)
          continue
        }
        files[name] = bytes
        waiting.append(name)
      }
    }
  }

  /// The files that a file refers to, with the places where it does.
  private mutating func references(in file: String) -> [(String, XMLPosition)] {
    let names = ["import", "include", "redefine"].map {
      XMLName($0, namespace: "http://www.w3.org/2001/XMLSchema")
    }
    var found: [(String, XMLPosition)] = []
    do throws(XMLProblem) {
      let reader = XMLPartReader(bytes: files[file] ?? [])
      while let event = try reader.next() {
        guard case .start(let part) = event, names.contains(part.name) else { continue }
        let location = part.attributes.first { $0.name == XMLName("schemaLocation") }
        if let location { found.append((location.value, part.position)) }
      }
    } catch {
      faults.append(Fault(file: file, problem: error))
    }
    return found
  }

  private mutating func note(
    _ text: String, in file: String, _ place: XMLPosition
  ) {
    faults.append(Fault(file: file, problem: XMLProblem(.schema, at: place, text)))
  }

  /// The path of a file that another refers to, without `.` and `..`; `nil` if it is an address or
  /// leads out of the folder.
  static func resolved(_ location: String, from file: String) -> String? {
    if location.hasPrefix("/") || location.contains(":") || location.contains("\\") { return nil }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in location.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }
}
