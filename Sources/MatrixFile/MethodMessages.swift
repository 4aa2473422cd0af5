import MCDA
import Messages

/// The errors of the mathematics as findings with a place in the file.
enum MethodMessages {
  /// Why a table can't be built.
  static func finding(
    _ error: PerformanceTableError, places: MatrixCase.Places, alternatives: [String],
    criteria: [PerformanceTable.Criterion]
  ) -> (SourcePosition, Message) {
    switch error {
    case .empty(let part):
      let key = part == .criteria ? "criteria" : "matrix"
      return (places.file, .matrixListEmpty(key))
    case .wrongCount(let part, let expected, let found):
      return (
        places.file, .matrixWrongLength(part.rawValue, expected: expected, found: found)
      )
    case .notFinite(let cell, let value):
      return (
        places.cell(cell),
        .matrixOutOfRange(
          "matrix", of: nil, value: text(value),
          must: LocalText(de: "kleiner als 1e100", en: "below 1e100"))
      )
    case .badInterval(let cell):
      return (
        places.cell(cell),
        .matrixIntervalOrder()
      )
    case .duplicateName(.criteria, let name):
      let index = criteria.lastIndex { $0.name == name } ?? 0
      return (places.criterion(index), .matrixDuplicateName(name))
    case .duplicateName(_, let name):
      return (
        places.alternative(alternatives.lastIndex(of: name) ?? 0), .matrixDuplicateName(name)
      )
    case .badWeight(let criterion, let weight):
      let index = criteria.firstIndex { $0.name == criterion } ?? 0
      return (
        places.criterion(index),
        .matrixOutOfRange(
          "weight", of: criterion, value: text(weight), must: words(.notNegative))
      )
    case .allWeightsZero:
      return (
        places.criterion(0),
        .matrixAllWeightsZero()
      )
    }
  }

  /// Why a method can't analyse a case.
  static func finding(_ error: MethodError, in subject: MatrixCase) -> (SourcePosition, Message) {
    let names = subject.table?.criteria.map(\.name) ?? []
    func column(_ name: String) -> SourcePosition {
      names.firstIndex(of: name).map(subject.places.criterion) ?? subject.places.file
    }
    func cell(_ alternative: String, _ criterion: String) -> SourcePosition {
      guard let row = subject.alternatives.firstIndex(of: alternative),
        let column = names.firstIndex(of: criterion)
      else { return subject.places.file }
      return subject.places.cell(row * names.count + column)
    }
    switch error {
    case .missingCell(let alternative, let criterion):
      return (
        cell(alternative, criterion),
        .matrixMissingCell(alternative: alternative, criterion: criterion)
      )
    case .badValue(let alternative, let criterion, let value, let must):
      return (
        cell(alternative, criterion),
        .matrixBadValue(
          alternative: alternative, criterion: criterion, value: text(value), must: words(must))
      )
    case .cannotNormalise(let criterion, let normalisation):
      return (
        column(criterion),
        .matrixCannotNormalise(criterion: criterion, normalisation: normalisation)
      )
    case .keepsDirection(let criterion, let normalisation):
      return (
        column(criterion), .matrixKeepsDirection(criterion: criterion, normalisation: normalisation)
      )
    case .badParameter(let name, let owner, let value, let must):
      return (
        subject.parameters.position(name),
        .matrixOutOfRange(name, of: owner, value: text(value), must: words(must))
      )
    case .tooFewAlternatives(let needed, let found):
      return (
        subject.places.file,
        .matrixTooFewAlternatives(needed: needed, found: found)
      )
    case .needsPerformanceAndPrice:
      return (
        subject.places.file,
        .matrixNeedsPointsAndPrice()
      )
    case .noWeights:
      return (
        subject.places.file,
        .matrixNoWeights()
      )
    case .outOfRange:
      return (
        subject.places.file,
        .matrixMagnitudesDiffer()
      )
    case .noSolution:
      return (
        subject.places.file,
        .matrixNoSolution()
      )
    }
  }

  /// What a figure has to be.
  static func words(_ requirement: MethodError.Requirement) -> LocalText {
    switch requirement {
    case .finite: LocalText(de: "eine endliche Zahl", en: "a finite number")
    case .positive: LocalText(de: "größer als 0", en: "above 0")
    case .notNegative: LocalText(de: "mindestens 0", en: "at least 0")
    case .between(let low, let high) where low == high: LocalText(de: text(low), en: text(low))
    case .between(let low, let high):
      LocalText(de: "von \(text(low)) bis \(text(high))", en: "from \(text(low)) to \(text(high))")
    case .atLeast(let other): LocalText(de: "mindestens \(other)", en: "at least \(other)")
    case .above(let other): LocalText(de: "größer als \(other)", en: "above \(other)")
    case .count(let expected): LocalText(de: "\(expected)", en: "\(expected)")
    }
  }

  /// A figure in a message.
  static func text(_ figure: Double) -> String {
    let text = figure.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
