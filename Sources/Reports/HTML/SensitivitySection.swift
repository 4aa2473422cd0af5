internal import Evaluation
internal import Messages

// How sure the result is: weights, shares of ranks, prices, named weights.
extension ReportPage {
  var sensitivitySection: ReportSection? {
    let hasRivals = offers.filter(\.isRanked).count > 1
    guard hasRivals || !evaluation.verdict.reasons.isEmpty else { return nil }
    return ReportSection(id: "sure", title: Label.sensitivity, startsPage: true) { out in
      writeSureness(to: &out)
      if hasRivals {
        writeRivals(to: &out)
        writeRankShares(to: &out)
        writeWeights(to: &out)
        writeLeaders(to: &out)
        writePrices(to: &out)
        writeAnswers(to: &out)
        writeProfiles(to: &out)
      }
    }
  }

  private func writeSureness(to out: inout HTMLWriter) {
    let reasons = evaluation.verdict.reasons.map { $0.label(language) }
    out.element(.p) { out in
      out.element(
        .span, .classes("verdict v-\(evaluation.verdict.word.rawValue)"),
        text: narrative.verdictWord)
      out.write(" " + narrative.verdict)
    }
    if reasons.count > 1 {
      out.element(.ul) { out in
        for reason in reasons { out.element(.li, text: reason.withCapital + ".") }
      }
    }
    for sentence in [narrative.sureness, narrative.jointShift].compactMap({ $0 })
    where sentence != narrative.verdict {
      out.element(.p, text: sentence)
    }
  }

  private func writeRivals(to out: inout HTMLWriter) {
    guard let rivals = evaluation.robustness?.rivals, !rivals.isEmpty else { return }
    out.scrolling(word(Label.chance)) { out in
      out.element(.table) { out in
        out.head([
          (word(Label.option), false), (word(Label.jointShift), true), (word(Label.chance), true),
        ])
        out.element(.tbody) { out in
          for rival in rivals {
            out.element(.tr) { out in
              out.element(.th, .scope("row")) { out in out.outside(name(rival.offer)) }
              out.figureCell(
                rival.radius.map { numbers.percent($0) } ?? word(Label.never))
              out.figureCell(numbers.outOfHundred(rival.chance))
            }
          }
        }
      }
    }
  }

  // MARK: Shares of ranks

  private func writeRankShares(to out: inout HTMLWriter) {
    let shown = offers.filter { $0.rankShares != nil }
    let ranks = shown.map { $0.rankShares?.count ?? 0 }.max() ?? 0
    guard ranks > 0 else { return }
    out.element(.h3, text: word(Label.rankShares))
    if let leader = evaluation.leader, let share = leader.firstShare {
      out.element(.p, text: say.rankShareTitle(leader.name, share) + ".")
      if let joint = leader.jointFirstShare {
        out.element(.p, text: say.jointShare(leader.name, joint))
      }
    }
    let isJoint = shown.contains { $0.jointFirstShare != nil }
    out.scrolling(word(Label.rankShares)) { out in
      out.element(.table, .classes("shares")) { out in
        out.element(.thead) { out in
          out.element(.tr) { out in
            out.element(.th, .scope("col"), text: word(Label.option))
            out.element(.td, .classes("bar"), text: "")
            for rank in 1...ranks {
              out.element(.th, .scope("col"), .classes("n")) { out in
                ColourKey.write("rank\(min(rank - 1, 4))", to: &out)
                out.write("\(word(Label.rank))\(NumberFormat.blank)\(numbers.integer(rank))")
              }
            }
            if isJoint {
              out.element(.th, .scope("col"), .classes("n"), text: word(Label.jointFirst))
            }
          }
        }
        out.element(.tbody) { out in
          for offer in shown {
            out.element(.tr, .classes(offer.id == evaluation.verdict.leader ? "first" : "")) {
              out in
              let shares = offer.rankShares ?? []
              out.element(.th, .scope("row")) { out in out.outside(offer.name) }
              out.element(.td, .classes("bar")) { out in
                StackedStrip(
                  parts: shares.enumerated().map {
                    StackedStrip.Part(length: $1, classes: "rank\(min($0, 4))")
                  }, title: offer.name,
                  description: shares.enumerated().filter { $0.element > 0 }.map {
                    "\(word(Label.rank)) \(numbers.integer($0.offset + 1)) \(shareText($0.element))"
                  }.joined(separator: ", ")
                ).write(to: &out)
              }
              for rank in 0..<ranks {
                out.figureCell(
                  rank < shares.count && shares[rank] > 0
                    ? shareText(shares[rank]) : NumberFormat.none)
              }
              if isJoint {
                out.figureCell(offer.jointFirstShare.map(shareText) ?? NumberFormat.none)
              }
            }
          }
        }
      }
    }
  }

  private func shareText(_ share: Double) -> String {
    numbers.percent(share, decimals: share < 0.01 || (share > 0.99 && share < 1) ? 2 : 0)
  }

  // MARK: Weights

  private func writeWeights(to out: inout HTMLWriter) {
    let near = evaluation.weights.filter { (criterion($0.criterion)?.depth ?? 9) <= 2 }
    let far = evaluation.weights.filter { (criterion($0.criterion)?.depth ?? 9) > 2 }
    guard !near.isEmpty else { return }
    out.element(.h3, text: word(Label.weights))
    writeTracks(near, to: &out)
    guard !far.isEmpty else { return }
    out.element(.details, .classes("screen")) { out in
      out.element(.summary, text: word(Label.questionWeights))
      writeTracks(far, to: &out)
    }
    out.element(.p, .classes("note paper"), text: say.questionWeightsInTable)
  }

  private func writeTracks(_ weights: [WeightResult], to out: inout HTMLWriter) {
    out.scrolling(word(Label.weights), classes: "scroll tracks") { out in
      out.element(.table) { out in
        out.head([
          (word(Label.criterion), false), (word(Label.now), true),
          (word(Label.shareOfWhole), false),
          (word(Label.staysAhead), false), (word(Label.below), false), (word(Label.above), false),
        ])
        out.element(.tbody) { out in
          for weight in weights { writeTrack(weight, to: &out) }
        }
      }
    }
  }

  private func writeTrack(_ weight: WeightResult, to out: inout HTMLWriter) {
    let title = criterionName(weight.criterion)
    let (low, high) = numbers.percentPair(weight.globalLow, weight.globalHigh)
    let interval = "\(low) – \(high)"
    let isDeep = (criterion(weight.criterion)?.depth ?? 1) > 1
    out.element(.tr) { out in
      out.element(.th, .scope("row")) { out in
        if isDeep { out.write(title) } else { out.element(.strong, text: title) }
      }
      out.figureCell(numbers.weight(weight.globalWeight))
      out.element(.td, .classes("bar")) { out in
        WeightTrack(
          now: weight.globalWeight, low: weight.globalLow, high: weight.globalHigh,
          flipsBelow: weight.leaderBelow != nil, flipsAbove: weight.leaderAbove != nil,
          title: title, description: "\(word(Label.staysAhead)) \(interval)"
        ).write(to: &out)
      }
      out.element(.td, .classes("n"), text: interval)
      for leader in [weight.leaderBelow, weight.leaderAbove] {
        out.element(.td) { out in
          if let leader { out.outside(name(leader)) } else { out.write(NumberFormat.none) }
        }
      }
    }
  }

  /// Who leads along each goal's and first branch's weight, where it is not always the same.
  private func writeLeaders(to out: inout HTMLWriter) {
    let shown = evaluation.weights.filter {
      (criterion($0.criterion)?.depth ?? 9) <= 2 && $0.leaders.count > 1
    }
    guard !shown.isEmpty else { return }
    var colours: [String: Int] = [:]
    for offer in offers { colours[offer.id] = min(colours.count, 4) }
    out.element(.h3, text: word(Label.leadersAlong))
    out.scrolling(word(Label.leadersAlong)) { out in
      out.element(.table) { out in
        out.element(.caption, text: say.leadersCaption)
        out.head([
          (word(Label.criterion), false),
          ("\(numbers.percent(0.0)) – \(numbers.percent(1.0))", false), (word(Label.from), false),
        ])
        out.element(.tbody) { out in
          for weight in shown {
            let title = criterionName(weight.criterion)
            let words = weight.leaders.map {
              "\(word(Label.from)) \(numbers.percent($0.from)) \(name($0.offer))"
            }.joined(separator: " · ")
            out.element(.tr) { out in
              out.element(.th, .scope("row"), text: title)
              out.element(.td, .classes("bar")) { out in
                LeaderStrip(
                  parts: weight.leaders.map {
                    (from: $0.from, classes: "l\(colours[$0.offer] ?? 4)")
                  }, title: title, description: words
                ).write(to: &out)
              }
              out.element(.td, text: words)
            }
          }
        }
      }
    }
    out.element(.ul, .classes("key")) { out in
      let named = Set(shown.flatMap { $0.leaders.map(\.offer) })
      for offer in offers where named.contains(offer.id) {
        out.element(.li) { out in
          ColourKey.write("l\(colours[offer.id] ?? 4)", to: &out)
          out.outside(offer.name)
        }
      }
    }
  }

  // MARK: Prices and named weights

  private func writePrices(to out: inout HTMLWriter) {
    guard !evaluation.prices.isEmpty else { return }
    out.element(.h3, text: word(Label.pricesToLead))
    out.scrolling(word(Label.pricesToLead)) { out in
      out.element(.table) { out in
        out.head([
          (word(Label.option), false), (word(Label.neededCut), true), (word(Label.perYear), true),
          (word(Label.total), true), (word(Label.presentValue), true), (word(Label.effect), false),
        ])
        out.element(.tbody) { out in
          for price in evaluation.prices {
            out.element(.tr) { out in
              out.element(.th, .scope("row")) { out in out.outside(name(price.offer)) }
              out.figureCell(
                price.share.map { numbers.percent($0, decimals: 1) } ?? NumberFormat.none)
              out.figureCell(price.perYear.map(numbers.money) ?? NumberFormat.none)
              out.figureCell(price.total.map(numbers.money) ?? NumberFormat.none)
              out.figureCell(numbers.money(price.presentValueCut))
              out.element(
                .td, text: word(price.isPossible ? Label.possible : Label.notPossible))
            }
          }
        }
      }
    }
  }

  /// Answers that alone would draw level, folded away; the nearest rival's come first.
  private func writeAnswers(to out: inout HTMLWriter) {
    guard !evaluation.answersToTie.isEmpty else { return }
    out.element(.details) { out in
      out.element(.summary, text: word(Label.answersToTie))
      out.element(.p, text: word(Label.answersToTieNote))
      out.scrolling(word(Label.answersToTie)) { out in
        out.element(.table) { out in
          out.head([
            (word(Label.drawsLevel), false), (word(Label.criterion), false),
            (word(Label.answerOf), false), (word(Label.now), true), (word(Label.needed), true),
          ])
          out.element(.tbody) { out in
            for tie in evaluation.answersToTie {
              out.element(.tr) { out in
                out.element(.th, .scope("row")) { out in out.outside(name(tie.rival)) }
                out.element(.td, text: criterionName(tie.criterion))
                out.element(.td) { out in out.outside(name(tie.offer)) }
                out.figureCell(numbers.percent(tie.now))
                out.figureCell(numbers.percent(tie.needed))
              }
            }
          }
        }
      }
    }
  }

  private func writeProfiles(to out: inout HTMLWriter) {
    guard !evaluation.profiles.isEmpty else { return }
    let shown = offers.filter(\.isRanked)
    out.element(.h3, text: word(Label.profiles))
    out.scrolling(word(Label.profiles)) { out in
      out.element(.table) { out in
        out.element(.thead) { out in
          out.element(.tr) { out in
            out.element(.th, .scope("col"), text: word(Label.option))
            for profile in evaluation.profiles {
              out.element(.th, .scope("col"), .classes("n")) { out in out.outside(profile.name) }
            }
          }
        }
        out.element(.tbody) { out in
          for offer in shown {
            out.element(.tr) { out in
              out.element(.th, .scope("row")) { out in out.outside(offer.name) }
              for profile in evaluation.profiles {
                let standing = profile.standings.first { $0.offer == offer.id }
                out.figureCell(
                  standing.map {
                    "\(word(Label.rank)) \(numbers.integer($0.rank)) · \(numbers.points($0.points))"
                  } ?? NumberFormat.none)
              }
            }
          }
        }
      }
    }
  }
}
