internal import Evaluation
internal import Messages

// Weights and options to try out. Everything here is hidden until the page's script shows it.
extension ReportPage {
  /// Whether there is anything to try: two options with points, and weights that can move.
  var hasWhatIf: Bool { offers.filter { $0.points != nil }.count > 1 && !sliderGroups.isEmpty }

  /// The band across the top that says what was changed.
  func writeWhatIfBand(to out: inout HTMLWriter) {
    out.element(
      .div, .classes("band screen"), .id("what-if-band"), .role("region"),
      .label(word(WhatIfWords.notOfficial)), .constant("hidden", "")
    ) { out in
      out.element(.p) { out in
        out.element(.strong, text: word(WhatIfWords.notOfficial))
        out.write(" ")
        out.element(.span, .id("what-if-changes")) { _ in }
      }
      out.element(.button, .button, .constant("data-reset", ""), text: word(WhatIfWords.back))
    }
  }

  /// The part with sliders and the ranking that follows them.
  func writeWhatIf(to out: inout HTMLWriter) {
    out.newline()
    out.element(
      .section,
      [.classes("sheet what-if screen"), .id("what-if"), .labelled(by: "what-if-title")]
        + HTMLWriter.Attribute.scripted
    ) { out in
      out.element(
        .h2, .id("what-if-title"), .constant("tabindex", "-1"), text: word(WhatIfWords.title))
      out.element(.p, text: word(WhatIfWords.introduction))
      out.element(.div, .classes("trial")) { out in
        out.element(.div) { out in
          writeSettingButtons(to: &out)
          writeSliders(to: &out)
        }
        out.element(.div, .classes("outcome")) { out in
          out.element(
            .p, .classes("finding"), .id("what-if-finding"), .role("status")
          ) { _ in }
          writeTrialTable(to: &out)
          writeGoalNames(to: &out)
        }
      }
    }
  }

  // MARK: Left: what can be changed

  /// Buttons for the weightings and the scenarios of the decision, in the order of ``PageData``.
  private func writeSettingButtons(to out: inout HTMLWriter) {
    let profiles = evaluation.profiles.map(\.name)
    let scenarios = evaluation.scenarios.map { $0.name(language) }
    let decided = [(word(WhatIfWords.asDecided), "")]
    let weightings = decided + profiles.enumerated().map { ($1, "\($0)") }
    let cases = scenarios.enumerated().map { ($1, "\(profiles.count + $0)") }
    if !profiles.isEmpty {
      writeChoices(weightings, label: WhatIfWords.weightings, to: &out)
    }
    if !scenarios.isEmpty {
      writeChoices(
        (profiles.isEmpty ? decided : []) + cases, label: WhatIfWords.scenarios, to: &out)
    }
  }

  private func writeChoices(
    _ choices: [(name: String, setting: String)], label: LocalText, to out: inout HTMLWriter
  ) {
    out.element(.div, .classes("choices"), .role("group"), .label(word(label))) { out in
      out.element(.span, .classes("why"), .hidden, text: word(label))
      for choice in choices {
        out.element(
          .button, .button, .init(name: "data-setting", value: choice.setting),
          .constant("aria-pressed", "false"), text: choice.name)
      }
    }
  }

  /// Groups of siblings whose weights can be moved: goals, what lies under them, and further down
  /// wherever there are branches; by the index of their parent.
  private var sliderGroups: [(parent: Int, children: [Int])] {
    let criteria = evaluation.criteria
    var index: [String: Int] = [:]
    for (position, node) in criteria.enumerated() { index[node.path] = position }
    var children = [[Int]](repeating: [], count: criteria.count)
    for (position, node) in criteria.enumerated() {
      if let parent = node.parent.flatMap({ index[$0] }) { children[parent].append(position) }
    }
    return children.enumerated().compactMap { parent, nodes in
      let isMovable = criteria[parent].depth < 2 || nodes.contains { !criteria[$0].isLeaf }
      return nodes.count > 1 && isMovable ? (parent, nodes) : nil
    }
  }

  private func writeSliders(to out: inout HTMLWriter) {
    let criteria = evaluation.criteria
    let groups = sliderGroups
    if let top = groups.first(where: { criteria[$0.parent].depth == 0 }) {
      writeSliderGroup(top.children, title: word(WhatIfWords.goals), to: &out)
    }
    for goal in goals {
      let below = groups.filter {
        let path = criteria[$0.parent].path
        return path == goal.path || path.hasPrefix(goal.path + "/")
      }
      guard !below.isEmpty else { continue }
      out.element(.details) { out in
        out.element(.summary, text: word(WhatIfWords.below(goal.name)))
        for group in below {
          writeSliderGroup(
            group.children, title: criteria[group.parent].name(language), to: &out)
        }
      }
    }
  }

  private func writeSliderGroup(_ nodes: [Int], title: String, to out: inout HTMLWriter) {
    out.element(.fieldset, .classes("slides")) { out in
      out.element(.legend, text: title)
      for index in nodes {
        let node = evaluation.criteria[index]
        let id = "slide\(index)"
        out.element(.div, .classes("slide")) { out in
          out.element(.label, .init(name: "for", value: id), text: node.name(language))
          out.element(.output, .init(name: "for", value: id)) { _ in }
          out.void(
            .input, .constant("type", "range"), .id(id), .constant("min", "0"),
            .constant("max", "100"), .constant("step", "0.1"),
            .init(name: "data-node", value: "\(index)"),
            .init(name: "data-path", value: node.path),
            .init(name: "data-name", value: node.name(language)))
          out.element(.span, .classes("rail"), .hidden) { out in
            out.element(.span, .classes("stays")) { _ in }
          }
          out.element(.span, .classes("flips")) { _ in }
        }
      }
    }
  }

  // MARK: Right: what follows

  private func writeTrialTable(to out: inout HTMLWriter) {
    out.scrolling(word(WhatIfWords.title)) { out in
      out.element(.table, .classes("trial-ranks")) { out in
        out.element(.thead) { out in
          out.element(.tr) { out in
            out.element(.th, .scope("col"), .classes("in"), text: word(WhatIfWords.takesPart))
            out.element(.th, .scope("col"), text: word(Label.option))
            for goal in goals {
              out.element(.th, .scope("col"), .classes("n goal"), text: goal.name(language))
            }
            out.element(.th, .scope("col"), .classes("n"), text: word(WhatIfWords.tried))
            out.element(.th, .scope("col"), .classes("n"), text: word(WhatIfWords.inReport))
          }
        }
        out.element(.tbody) { out in
          for offer in offers { writeTrialRow(offer, to: &out) }
        }
      }
    }
  }

  private func writeTrialRow(_ offer: OfferResult, to out: inout HTMLWriter) {
    out.element(.tr, .init(name: "data-offer", value: offer.id)) { out in
      out.element(.td, .classes("in")) { out in
        let label = HTMLWriter.Attribute.label("\(offer.name) \(word(WhatIfWords.takesPart))")
        if offer.points == nil {
          out.void(.input, .constant("type", "checkbox"), label, .constant("disabled", ""))
        } else {
          out.void(.input, .constant("type", "checkbox"), label)
        }
      }
      out.element(.th, .scope("row")) { out in
        out.element(.span, .classes("rank")) { _ in }
        out.write(" ")
        out.outside(offer.name)
        if offer.points == nil {
          out.element(.span, .classes("why"), text: word(WhatIfWords.cannotTakePart))
        } else if offer.state != .acceptable {
          out.element(.span, .classes("why"), text: offer.state.label(language))
        }
        out.element(
          .svg, .classes("strip"), .constant("viewBox", "0 0 1000 14"),
          .constant("preserveAspectRatio", "none"), .hidden
        ) { out in
          for (index, goal) in goals.enumerated() {
            out.shape(
              .rect, .classes(goalClass(goal, index)), .constant("y", "1"),
              .constant("width", "0"), .constant("height", "12"))
          }
        }
      }
      for goal in goals {
        let node = evaluation.criteria.firstIndex { $0.path == goal.path } ?? 0
        out.element(.td, .classes("n goal"), .init(name: "data-goal", value: "\(node)")) { _ in }
      }
      out.element(.td, .classes("n then")) { _ in }
      out.element(.td, .classes("n official")) { out in
        out.write(offer.points.map(numbers.points) ?? NumberFormat.none)
        if let rank = offer.rank {
          out.element(
            .span, .classes("why"),
            text: word(Label.rank) + NumberFormat.blank + numbers.integer(rank))
        }
      }
    }
  }

  private func writeGoalNames(to out: inout HTMLWriter) {
    out.element(.ul, .classes("key")) { out in
      for (index, goal) in goals.enumerated() {
        out.element(.li) { out in
          ColourKey.write(goalClass(goal, index), to: &out)
          out.write(goal.name(language))
        }
      }
    }
  }
}
