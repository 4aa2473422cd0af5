import DecisionModel
import Fit
import Sensitivity

/// Which answer alone would let a rival draw level with the leader (`methods.md` A7).
struct AnswersToTie {
  let decision: Decision
  let assessments: [OfferAssessment]
  let standings: Standings

  /// Only what the scale allows, by rival in the order of the ranking, the smallest change first.
  func all() -> [AnswerToTie] {
    guard let leader = standings.order.first else { return [] }
    return standings.order.dropFirst().flatMap { rival in
      let own = ties(leader: leader, rival: rival, changing: rival)
      let leaders = ties(leader: leader, rival: rival, changing: leader)
      return (own + leaders).sorted {
        let (a, b) = (abs($0.needed - $0.now), abs($1.needed - $1.now))
        return a != b ? a < b : ($0.offer, $0.criterion) < ($1.offer, $1.criterion)
      }
    }
  }

  private func ties(leader: Int, rival: Int, changing offer: Int) -> [AnswerToTie] {
    let tree = decision.criteria
    return tree.leaves.compactMap { leaf in
      guard let value = assessments[offer].values[leaf]?.point,
        let tie = ScoreToTie(
          leaderTotal: standings.points[leader] / 100, ownTotal: standings.points[rival] / 100,
          weight: tree.globalWeight(of: leaf), value: value)
      else { return nil }
      // What the rival would have to gain, the leader would have to lose.
      let needed = offer == rival ? tie.reached : value - tie.gap
      guard (0...1).contains(needed) else { return nil }
      return AnswerToTie(
        rival: id(rival), offer: id(offer), criterion: tree.nodes[leaf].path, now: value,
        needed: needed)
    }
  }

  private func id(_ offer: Int) -> String { assessments[offer].offer.declaration.id }
}
