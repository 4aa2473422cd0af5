import DecisionFile
import DecisionModel
import Evaluation
import Measures
import Messages

/// A catalogue's tree as text: share of the weight, name, how answers are valued, knock-out.
enum CatalogueListing {
  static func text(_ catalogue: CatalogueFile, language: Language) -> String {
    let tree = catalogue.criteria
    let format = NumberFormat(language: language, currency: "")
    var lines = [catalogue.name(language), catalogue.source, ""]
    for index in tree.nodes.indices.dropFirst() {
      let node = tree.nodes[index]
      let indent = String(repeating: "  ", count: tree.depth(of: index) - 1)
      let weight = format.percent(node.localWeight, decimals: 1)
      let padding = String(repeating: " ", count: max(0, 7 - weight.count))
      var line = "\(padding)\(weight)  \(indent)\(node.name(language)) [\(node.id)]"
      let summary = CriterionSummary.words(for: node)
      if let knockout = summary.knockout {
        line += " · \(Message.knockoutWord().text(language)): \(knockout(language))"
      }
      lines.append(line)
      if tree.children[index].isEmpty, let scale = summary.scale {
        lines.append(String(repeating: " ", count: 11) + indent + scale(language))
      }
    }
    return lines.joined(separator: "\n")
  }
}
