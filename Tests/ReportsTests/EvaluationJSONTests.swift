import Evaluation
import Foundation
import Measures
import Messages
import Testing

@testable import Reports

@Suite("evaluation.json")
struct EvaluationJSONTests {
  @Test("Reads back equal, and writes the same bytes again", arguments: Language.allCases)
  func roundTrip(_ language: Language) throws {
    let evaluation = try TablesFixture.evaluation(language)
    let bytes = try EvaluationFile.bytes(of: evaluation)
    let read = try EvaluationFile.evaluation(from: bytes)
    #expect(read == evaluation)
    #expect(try EvaluationFile.bytes(of: read) == bytes)
  }

  @Test("Keys are sorted and in snake case, slashes plain, money is text, a newline ends the file")
  func layout() throws {
    let bytes = try EvaluationFile.bytes(of: TablesFixture.evaluation())
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\n"))
    #expect(text.hasSuffix("}\n") && !text.hasSuffix("\n\n"))
    #expect(text.contains("\"as_of\" : \"2026-11-20\""))
    #expect(text.contains("\"path\" : \"fit/core\""))
    #expect(text.contains("\"discount_rate\" : \"0.05\""))
    #expect(text.contains("\"global_weight\" : 0.3333333333333333"))
    #expect(text.contains("\"seed\" : 18446744073709551615"))
    guard case .object(let root) = try JSONDecoder().decode(JSON.self, from: Data(bytes)) else {
      Issue.record("no object")
      return
    }
    let places = root.keys.sorted().compactMap { text.range(of: "\n  \"\($0)\" : ")?.lowerBound }
    #expect(places.count == root.count)
    #expect(places == places.sorted())
  }

  @Test(
    "A figure that is no number is a failure, never a file", arguments: [Double.nan, .infinity])
  func notFinite(_ value: Double) throws {
    var evaluation = try TablesFixture.evaluation()
    evaluation.verdict.lead = value
    #expect(throws: ReportFailure.notEncodable(what: "evaluation.json")) {
      try EvaluationFile.bytes(of: evaluation)
    }
    #expect(throws: ReportFailure.self) { try ReportFiles.all(evaluation, formats: [.json]) }
  }

  @Test("What is no evaluation is refused", arguments: ["", "{}", "[1]", "{\"votum\": 1}"])
  func refused(_ text: String) {
    #expect(throws: ReportFailure.notDecodable(what: "evaluation.json")) {
      try EvaluationFile.evaluation(from: Array(text.utf8))
    }
  }

  @Test("The file follows its schema", arguments: Language.allCases)
  func followsSchema(_ language: Language) throws {
    let bytes = try EvaluationFile.bytes(of: TablesFixture.evaluation(language))
    let file = try JSONDecoder().decode(JSON.self, from: Data(bytes))
    #expect(try Schema.ofEvaluation().problems(in: file).isEmpty)
  }

  @Test(
    "Every kind of result reads back equal and follows the schema",
    arguments: SampleEvaluation.Variant.allCases.filter { $0 != .large })
  func variants(_ variant: SampleEvaluation.Variant) throws {
    let evaluation = try SampleEvaluation.sample(variant)
    let bytes = try EvaluationFile.bytes(of: evaluation)
    #expect(try EvaluationFile.evaluation(from: bytes) == evaluation)
    let file = try JSONDecoder().decode(JSON.self, from: Data(bytes))
    #expect(try Schema.ofEvaluation().problems(in: file).isEmpty)
  }

  @Test("The schema finds what does not follow it")
  func schemaFinds() throws {
    let schema = try Schema.ofEvaluation()
    let bytes = try EvaluationFile.bytes(of: TablesFixture.evaluation())
    let text = String(decoding: bytes, as: UTF8.self)
    let changes = [
      ("\"votum\" : 1", "\"votum\" : 2"), ("\"word\" : \"fragile\"", "\"word\" : \"sure\""),
      ("\"as_of\" : \"2026-11-20\"", "\"as_of\" : 20261120"),
      ("\"discount_rate\" : \"0.05\"", "\"discount_rate\" : \"5e-2\""),
      ("\"is_leaf\" : true", "\"is_leef\" : true"),
      ("\"total_cost\"", "\"total_costs\""), ("\"leader\" : \"a\"", "\"leader\" : [\"a\"]"),
    ]
    for (old, new) in changes {
      let range = try #require(text.range(of: old), "\(old)")
      let changed = text.replacingCharacters(in: range, with: new)
      let file = try JSONDecoder().decode(JSON.self, from: Data(changed.utf8))
      #expect(!schema.problems(in: file).isEmpty, "\(new)")
    }
  }

  @Test("Every part of the schema is described and closed")
  func schemaIsComplete() throws {
    guard case .object(let root) = try Schema.ofEvaluation().root,
      case .object(let definitions)? = root["$defs"]
    else {
      Issue.record("no definitions")
      return
    }
    let parts = definitions.merging([("", .object(root))]) { $1 }
    for (name, definition) in parts {
      guard case .object(let keywords) = definition else {
        Issue.record("\(name) is no object")
        continue
      }
      #expect(keywords["description"] != nil, "\(name)")
      guard case .object(let properties)? = keywords["properties"] else { continue }
      #expect(keywords["additionalProperties"] == .bool(false), "\(name)")
      for (key, property) in properties {
        guard case .object(let inner) = property else { continue }
        #expect(inner["description"] != nil, "\(name).\(key)")
      }
    }
  }
}

/// A JSON value.
enum JSON: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }
}

/// As much of JSON Schema 2020-12 as the published schema uses; an unknown keyword is a problem, so
/// that no condition is passed over.
struct Schema {
  let root: JSON

  static func ofEvaluation() throws -> Schema {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let url = package.appending(path: "docs/evaluation.schema.json")
    return Schema(root: try JSONDecoder().decode(JSON.self, from: Data(contentsOf: url)))
  }

  /// What is wrong with a value, each with its place.
  func problems(in value: JSON) -> [String] { problems(in: value, by: root, at: "") }

  private func problems(in value: JSON, by schema: JSON, at place: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(place): no schema"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, condition in
      problems(in: value, keyword, condition, among: keywords, at: place)
    }
  }

  private func problems(
    in value: JSON, _ keyword: String, _ condition: JSON, among keywords: [String: JSON],
    at place: String
  ) -> [String] {
    switch (keyword, condition, value) {
    case ("$schema", _, _), ("$id", _, _), ("$defs", _, _), ("title", _, _), ("description", _, _):
      return []
    case ("$ref", .string(let reference), _):
      guard let target = definition(reference) else { return ["\(place): unknown \(reference)"] }
      return problems(in: value, by: target, at: place)
    case ("type", .string(let type), _):
      return value.isOf(type: type) ? [] : ["\(place): not of type \(type)"]
    case ("enum", .array(let values), _):
      return values.contains(value) ? [] : ["\(place): not among the values"]
    case ("const", _, _): return value == condition ? [] : ["\(place): not \(condition)"]
    case ("oneOf", .array(let schemas), _):
      let fitting = schemas.count { problems(in: value, by: $0, at: place).isEmpty }
      return fitting == 1 ? [] : ["\(place): \(fitting) alternatives fit"]
    case ("pattern", .string(let pattern), .string(let text)):
      return text.range(of: pattern, options: .regularExpression) != nil
        ? [] : ["\(place): \(text) is not \(pattern)"]
    case ("minimum", .number(let least), .number(let number)):
      return number >= least ? [] : ["\(place): below \(least)"]
    case ("items", _, .array(let items)):
      return items.enumerated().flatMap {
        problems(in: $1, by: condition, at: "\(place)/\($0)")
      }
    case ("required", .array(let names), .object(let object)):
      return names.compactMap { name in
        guard case .string(let key) = name, object[key] == nil else { return nil }
        return "\(place): \(key) is missing"
      }
    case ("properties", .object(let properties), .object(let object)):
      return object.sorted { $0.key < $1.key }.flatMap { key, inner in
        properties[key].map { problems(in: inner, by: $0, at: "\(place)/\(key)") } ?? []
      }
    case ("additionalProperties", .bool(false), .object(let object)):
      var known: Set<String> = []
      if case .object(let properties)? = keywords["properties"] { known = Set(properties.keys) }
      return object.keys.filter { !known.contains($0) }.sorted().map { "\(place): unknown \($0)" }
    case ("pattern", _, _), ("minimum", _, _), ("items", _, _), ("required", _, _),
      ("properties", _, _), ("additionalProperties", _, _):
      // Says nothing about values of other types; `type` does.
      return []
    default: return ["\(place): the schema uses \(keyword), which is not checked"]
    }
  }

  private func definition(_ reference: String) -> JSON? {
    guard case .object(let keywords) = root, case .object(let definitions)? = keywords["$defs"],
      reference.hasPrefix("#/$defs/")
    else { return nil }
    return definitions[String(reference.dropFirst("#/$defs/".count))]
  }
}

extension JSON {
  /// Whether it is of a type of JSON Schema.
  func isOf(type: String) -> Bool {
    switch (type, self) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string),
      ("array", .array), ("object", .object):
      true
    case ("integer", .number(let number)): number.rounded() == number
    default: false
    }
  }
}
