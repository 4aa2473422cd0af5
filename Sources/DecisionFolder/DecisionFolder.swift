import ByteSources
import Catalogues
import DecisionFile
public import DecisionModel
import DelimitedText
public import Evaluation
import FileHashing
public import Messages
import OfferImport
import XMLReading

/// A decision with everything that its folder holds, read and hashed.
public struct DecisionFolder: Sendable, Equatable {
  /// What is decided, and by which rules.
  public let decision: Decision
  /// The options with what their files say.
  public let offers: [Offer]
  /// Cost lines of the old system that runs until an option goes live.
  public let baseline: [OfferedCost]
  /// Every file read, with its hash.
  public let inputs: [InputFile]

  /// Reads a decision folder and everything it names; finds everything that is wrong at once.
  ///
  /// - Parameters:
  ///   - path: The folder, or its `decision.yaml`.
  ///   - diagnostics: Receives what is wrong.
  /// - Returns: The decision, or `nil` if there was an error.
  public static func read(_ path: String, diagnostics: inout Diagnostics) -> DecisionFolder? {
    var reader = FolderReader(path)
    let folder = reader.folder()
    reader.nameCells()
    diagnostics.append(reader.diagnostics)
    return reader.diagnostics.hasErrors ? nil : folder
  }

  /// What was read from every file of an option or of the baseline, also where there are errors.
  ///
  /// - Parameters:
  ///   - path: The folder, or its `decision.yaml`.
  ///   - diagnostics: Receives what is wrong.
  public static func readings(of path: String, diagnostics: inout Diagnostics) -> [FileReading] {
    var reader = FolderReader(path)
    _ = reader.folder()
    reader.nameCells()
    diagnostics.append(reader.diagnostics)
    return reader.readings.map { reading in
      guard let table = reader.tables[reading.understanding.path] else { return reading }
      return reading.withCells(of: table.source, written: table.dialect)
    }
  }

  /// The folder of a decision that is named by its folder or its file.
  public static func location(of path: String) -> String { FolderReader(path).directory }

  /// The language of a decision, as far as its file can be read at all; for messages about it.
  public static func language(of path: String) -> Language? {
    let reader = FolderReader(path)
    guard let bytes = try? InputReader.read(reader.path(of: reader.file)) else { return nil }
    let head = String(decoding: bytes.prefix(65_536), as: UTF8.self)
    for line in head.split(whereSeparator: \.isNewline) {
      guard line.hasPrefix("language:") else { continue }
      let value = line.dropFirst("language:".count).prefix { $0 != "#" }
      return Language(rawValue: String(value.filter { $0.isLetter }))
    }
    return nil
  }
}

/// Reads the files of one folder and remembers what it has read.
private struct FolderReader {
  let directory: String
  let file: String
  var diagnostics = Diagnostics()
  /// What was read from each file of an option or of the baseline.
  private(set) var readings: [FileReading] = []
  /// The delimited text files among them, by path.
  private(set) var tables: [String: (source: ByteSource, dialect: Dialect)] = [:]
  private var inputs: [InputFile] = []
  private var schemas: [String: XMLSchemaFiles] = [:]

  init(_ path: String) {
    if InputReader.isFolder(path) || path.isEmpty {
      directory = path.isEmpty ? "." : path
      file = "decision.yaml"
    } else if let slash = path.lastIndex(of: "/") {
      directory = slash == path.startIndex ? "/" : String(path[..<slash])
      file = String(path[path.index(after: slash)...])
    } else {
      directory = "."
      file = path
    }
  }

  func path(of name: String) -> String {
    if name.hasPrefix("/") { return name }
    return directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
  }

  mutating func folder() -> DecisionFolder? {
    let whole = SourcePosition(file: file, line: 1, column: 1)
    guard let bytes = read(file, named: whole) else { return nil }
    // While the decision is read nothing else may change this reader; what the loader reads and
    // what is found is recorded afterwards.
    var found = Diagnostics()
    var catalogues: [(path: String, bytes: [UInt8])] = []
    let decision = DecisionFile.read(
      bytes: bytes, file: file,
      loadCatalogue: { name in
        guard let bytes = try? InputReader.read(path(of: name)) else { return nil }
        catalogues.append((name, bytes))
        return bytes
      }, diagnostics: &found)
    diagnostics.append(found)
    for catalogue in catalogues { record(catalogue.path, ByteSource(catalogue.bytes), at: whole) }
    guard let decision else { return nil }
    if let id = decision.catalogue, let shipped = Catalogue.shipped.first(where: { $0.id == id }) {
      record(shipped.file, ByteSource(shipped.bytes), at: whole)
    }
    if decision.criteria.nodes.contains(where: { $0.goal == .lockIn }) {
      record(Catalogue.lockIn.file, ByteSource(Catalogue.lockIn.bytes), at: whole)
    }
    let schema = OfferSchema.bytes
    let offers = decision.offers.map { declaration in
      let files = declaration.files.compactMap { reference in
        open(reference.path, named: reference.position).map {
          OfferImport.File(
            reference: reference, source: $0, schema: reference.schema.map { schemaFiles($0) })
        }
      }
      var own = Diagnostics()
      let imported = OfferImport.read(
        files: files, of: declaration, decision: decision, schema: schema, diagnostics: &own)
      diagnostics.append(own)
      readings += imported.files.map { FileReading($0, of: imported.offer, in: decision) }
      for file in files { noteTable(file, imported.files) }
      return imported.offer
    }
    var baseline: [OfferedCost] = []
    if let reference = decision.baseline,
      let source = open(reference.path, named: reference.position)
    {
      // A file that an option names too has had its findings reported with that option.
      var own = Diagnostics()
      let file = OfferImport.File(
        reference: reference, source: source, schema: reference.schema.map { schemaFiles($0) })
      let imported = OfferImport.readBaseline(
        file: file, decision: decision, schema: schema, diagnostics: &own)
      noteTable(file, imported.files)
      baseline = imported.costs
      readings += imported.files.map { FileReading($0, ofBaseline: imported.costs, in: decision) }
      let isKnown = decision.offers.contains { offer in
        offer.files.contains { $0.path == reference.path }
      }
      if !isKnown { diagnostics.append(own) }
    }
    // Lines that could not be read would seem to be missing.
    if !diagnostics.hasErrors {
      diagnostics.append(CostChecks.diagnostics(decision, offers: offers, baseline: baseline))
    }
    return DecisionFolder(
      decision: decision, offers: offers, baseline: baseline,
      inputs: inputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }

  /// Keeps where a file comes from that turned out to be delimited text.
  private mutating func noteTable(_ file: OfferImport.File, _ understood: [FileUnderstanding]) {
    let path = file.reference.path
    guard case .table(let table)? = understood.first(where: { $0.path == path })?.form
    else { return }
    tables[path] = (file.source, table.dialect)
  }

  /// Names the cells of tables in which findings lie, so that they can be found in a spreadsheet.
  mutating func nameCells() {
    var places: [String: [SpreadsheetCells.Place]] = [:]
    for position in diagnostics.all.map(\.position) where tables[position.file] != nil {
      places[position.file, default: []].append(SpreadsheetCells.Place(position))
    }
    var cells: [String: SpreadsheetCells] = [:]
    for (path, table) in tables {
      cells[path] = places[path].map {
        SpreadsheetCells(of: $0, in: table.source, written: table.dialect)
      }
    }
    diagnostics.nameCells { cells[$0.file]?[SpreadsheetCells.Place($0)]?.name }
  }

  /// Reads a file that stands in the folder.
  private mutating func read(_ name: String, named position: SourcePosition) -> [UInt8]? {
    do {
      return try open(name, named: position)?.bytes()
    } catch {
      diagnostics.error(position, error.message(for: name))
      return nil
    }
  }

  /// Opens a file that stands in the folder, of which no more than a piece need be in memory.
  private mutating func open(_ name: String, named position: SourcePosition) -> ByteSource? {
    do {
      let source = try ByteSource(path: path(of: name), limit: InputReader.largestFile)
      return record(name, source, at: position) ? source : nil
    } catch {
      diagnostics.error(position, error.message(for: name))
      return nil
    }
  }

  /// The files of a schema, each of which counts as an input.
  private mutating func schemaFiles(_ reference: FileReference.Schema) -> XMLSchemaFiles {
    if let known = schemas[reference.path] { return known }
    let files = XMLSchemaFiles(path: reference.path) { try? InputReader.read(path(of: $0)) }
    for (name, bytes) in files.files.sorted(by: { $0.key < $1.key }) {
      record(name, ByteSource(bytes), at: reference.position)
    }
    schemas[reference.path] = files
    return files
  }

  /// Remembers an input with its digest; with an error if there is none.
  @discardableResult
  private mutating func record(
    _ name: String, _ source: ByteSource, at position: SourcePosition
  ) -> Bool {
    guard !inputs.contains(where: { $0.path == name }) else { return true }
    do {
      let hash = try SHA256.hexadecimal(of: source)
      inputs.append(InputFile(path: name, bytes: source.byteCount, sha256: hash))
      return true
    } catch {
      switch error {
      case .unavailable: diagnostics.error(position, .inputNotHashed(name))
      case .unreadable(let fault): diagnostics.error(position, fault.message(for: name))
      }
      return false
    }
  }
}
