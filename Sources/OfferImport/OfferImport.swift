public import ByteSources
public import DecisionModel
public import Messages
import TotalCost
public import XMLReading

/// Reads the files of an option into answers, costs and contract terms.
///
/// What a file holds is told from its content: an XML document by its namespace, a table by its
/// header row. Whatever is wrong becomes a diagnostic with its place; nothing in a file makes reading
/// throw or trap, and a row with an error is left out of the result.
public enum OfferImport {
  /// A file that the decision names, with where its content comes from.
  public struct File: Sendable {
    /// How the decision names it.
    public let reference: FileReference
    /// The file as it is; it is read piece by piece where its format allows.
    public let source: ByteSource
    /// The XML Schema that the decision names for it.
    public let schema: XMLSchemaFiles?

    /// A file with its content.
    public init(reference: FileReference, source: ByteSource, schema: XMLSchemaFiles? = nil) {
      self.reference = reference
      self.source = source
      self.schema = schema
    }
  }

  /// An option with everything that could be read of its files.
  public struct ReadOffer: Sendable, Equatable {
    /// The option; it may only be evaluated if no error was found.
    public let offer: Offer
    /// What was understood of its files, in their order.
    public let files: [FileUnderstanding]
  }

  /// The costs of the old system, as far as they could be read.
  public struct ReadBaseline: Sendable, Equatable {
    /// Its cost lines.
    public let costs: [OfferedCost]
    /// What was understood of the file.
    public let files: [FileUnderstanding]
  }

  /// Reads all files of one option.
  ///
  /// - Parameters:
  ///   - files: the files in the order in which the option names them.
  ///   - declaration: the option.
  ///   - decision: what the answers and prices refer to.
  ///   - schema: the bytes of `votum-offer-1.xsd`; used if a file is XML.
  ///   - diagnostics: receives what is wrong.
  public static func read(
    files: [File], of declaration: OfferDeclaration, decision: Decision, schema: [UInt8],
    diagnostics: inout Diagnostics
  ) -> ReadOffer {
    var reader = OfferReader(decision: decision, declaration: declaration, purpose: .offer)
    for file in files { reader.read(file, schema: schema) }
    reader.finish()
    diagnostics.append(reader.diagnostics)
    let offer = Offer(
      declaration: declaration, answers: reader.answers,
      costs: declaration.costs(reader.costs, decision.language), terms: reader.terms,
      validUntil: reader.validUntil?.date)
    return ReadOffer(offer: offer, files: reader.understandings)
  }

  /// Reads the file whose costs run until an option goes live; answers and terms in it are not read.
  ///
  /// - Parameters:
  ///   - file: the file that ``Decision/baseline`` names.
  ///   - decision: what the prices refer to.
  ///   - schema: the bytes of `votum-offer-1.xsd`; used if the file is XML.
  ///   - diagnostics: receives what is wrong.
  public static func readBaseline(
    file: File, decision: Decision, schema: [UInt8], diagnostics: inout Diagnostics
  ) -> ReadBaseline {
    let declaration = OfferDeclaration(
      id: "", name: "", kind: .statusQuo, goLive: nil, files: [file.reference],
      position: file.reference.position)
    var reader = OfferReader(decision: decision, declaration: declaration, purpose: .baseline)
    reader.read(file, schema: schema)
    reader.finish()
    diagnostics.append(reader.diagnostics)
    return ReadBaseline(costs: reader.costs, files: reader.understandings)
  }
}
