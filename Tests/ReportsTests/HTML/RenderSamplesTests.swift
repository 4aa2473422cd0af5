import Foundation
import Messages
import Reports
import Testing

@Suite struct RenderSamplesTests {
  @Test func dump() throws {
    guard let folder = ProcessInfo.processInfo.environment["VOTUM_SAMPLES"] else { return }
    for variant in SampleEvaluation.Variant.allCases {
      for language in Language.allCases {
        let start = Date()
        let html = try HTMLReport(
          try SampleEvaluation.sample(variant), language: language,
          inputHash: "3f9c0000a71e").text()
        print(variant, language, html.utf8.count, Date().timeIntervalSince(start))
        try html.write(
          toFile: "\(folder)/\(variant.rawValue)-\(language.rawValue).html", atomically: true,
          encoding: .utf8)
      }
    }
  }
}
