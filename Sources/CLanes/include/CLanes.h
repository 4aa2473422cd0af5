#ifndef C_LANES_H
#define C_LANES_H

#include <stddef.h>
#include <stdint.h>

/// The most draws in a batch, which are ranked and added up at once.
enum { LANES_BATCH = 64 };

/// The inner loops of simulations.
///
/// Data stand in octets: eight doubles, one for each of eight draws side by side, 64-byte aligned.
/// The loops are written once, in `Kernels.h`, and compiled twice: for the registers that every
/// processor of the architecture has, and for 256-bit registers, chosen at run time. Every lane
/// goes through the same operations in the same order, none is fused: both give the same bytes.
typedef struct lanes_kernels lanes_kernels;

/// A product of one, two or three rows of a table, given by where they begin.
typedef struct {
  double weight;
  size_t rows;
  size_t a;
  size_t b;
  size_t c;
} lanes_product;

/// What a triangular number grows by with the sum and the gap of two uniform ones.
typedef struct {
  double per_sum;
  double per_gap;
} lanes_triangle;

struct lanes_kernels {
  /// Eight generators xoshiro256++ side by side: `state` holds four words of eight lanes. Writes
  /// one word of each lane into every octet.
  void (*_Nonnull random_words)(uint64_t *_Nonnull state, double *_Nonnull words, size_t octets);

  /// Exponential variates of mean 1 in place of words, `rows` octets in each of `groups`.
  ///
  /// Four at a time: the upper halves of four words are numbers u from (0, 1), −log(u₁u₂u₃u₄) is
  /// the sum of four exponential variates, and the lower halves of the first three cut it at
  /// uniform places (Devroye, "Non-Uniform Random Variate Generation", 1986, chapter V.2). What is
  /// left of `rows` is −log u, u from all of a word.
  void (*_Nonnull exponentials)(double *_Nonnull words, size_t groups, size_t rows);

  /// u in place, for words read as numbers u from [0, 1).
  void (*_Nonnull uniforms)(double *_Nonnull words, size_t octets);

  /// Divides the `rows` octets of each of `groups` by their sum, lane by lane.
  void (*_Nonnull normalise)(double *_Nonnull values, size_t groups, size_t rows);

  /// In each of `groups`, makes of shares g of `rows` the descending weights Σ g_r / r over r ≥ k.
  /// `reciprocals` holds 1/1, 1/2, ….
  void (*_Nonnull descend)(double *_Nonnull values, size_t groups, size_t rows,
                           const double *_Nonnull reciprocals);

  /// Adds to the totals of `pairs` × 2 alternatives, in each of `groups`, Σ weight · value over
  /// `rows`. `table` holds for each pair and row the two values.
  void (*_Nonnull add_totals)(const double *_Nonnull weights, size_t groups, size_t rows,
                              const double *_Nonnull table, size_t pairs,
                              double *_Nonnull totals);

  /// Proposals of weights in boxes, one octet a box, in place of words: with u from [0, 1),
  /// base + slope · log(1 + reach · u), or base + slope · u where the reach is 0, limited to
  /// low … high. `boxes` holds for each: reach, base, slope, low, high.
  void (*_Nonnull tilted)(double *_Nonnull words, size_t octets, const double *_Nonnull boxes);

  /// Adds weight · value to one octet of totals for `count` drawn values: first · min(u, v) +
  /// second · max(u, v), u and v from [1, 2) with the upper and the lower half of a word as digits.
  /// `cells` holds for each: first, second, a bit mask for v, and the row of the weight as a number.
  void (*_Nonnull add_drawn)(const double *_Nonnull words, const double *_Nonnull cells,
                             size_t count, const double *_Nonnull weights,
                             double *_Nonnull total);

  /// Sums the weights of a batch of draws, row by row: each of `rows` octets for eight draws, which
  /// count with their share, or fully without shares. Adds each row's sum, its square, and its
  /// product with the number of draws. At most `LANES_BATCH` draws.
  void (*_Nonnull add_weights)(const double *_Nonnull weights, size_t rows,
                               const uint32_t *_Nonnull draws, const double *_Nullable shares,
                               size_t count, double *_Nonnull sums, double *_Nonnull squares,
                               double *_Nonnull products);

  /// Ranks `count` alternatives in each of `octets`, which stand `stride` octets apart, by comparing
  /// them pair by pair. `wins` (a < b, row by row of the upper triangle, an octet a pair; null: not
  /// counted) is raised by 1 where a leads by more than the tolerance and lowered where b does.
  /// Writes for each octet as bits which lanes hold a pair within the tolerance. For the other lanes
  /// raises `counts` (alternatives × ranks) and adds the number of the draw to the list `firsts`
  /// (alternatives × `LANES_BATCH`) of the alternative that comes first. `ranks` is scratch of
  /// `count` octets.
  void (*_Nonnull compare)(const double *_Nonnull totals, size_t octets, size_t stride,
                           size_t count, double tolerance, int64_t *_Nonnull ranks,
                           int64_t *_Nullable wins, int64_t *_Nonnull counts,
                           uint32_t *_Nonnull firsts, size_t *_Nonnull first_counts,
                           uint8_t *_Nonnull tied);

  /// The wins of `compare` alone, for any number of alternatives; `wins` holds one sum a pair.
  void (*_Nonnull count_wins)(const double *_Nonnull totals, size_t groups, size_t stride,
                              size_t count, double tolerance, int64_t *_Nonnull wins);

  /// Ranks as `compare` does, by sorting, and without counting wins. `keys` is scratch of `count`
  /// octets: copies of totals, the lowest bits (`mask`) replaced by the number of the alternative;
  /// exchanging `pairs` (larger first) sorts them. Tied are lanes with neighbours that could
  /// differ by at most the tolerance.
  void (*_Nonnull sort)(const double *_Nonnull totals, size_t octets, size_t stride, size_t count,
                        double tolerance, uint64_t mask, const uint32_t *_Nonnull pairs,
                        size_t pair_count, double *_Nonnull keys, int64_t *_Nonnull counts,
                        uint32_t *_Nonnull firsts, size_t *_Nonnull first_counts,
                        uint8_t *_Nonnull tied);

  /// The next words of every lane as numbers from (0, 1), odd multiples of 2^-53; the values may
  /// stand anywhere.
  void (*_Nonnull open_uniforms)(uint64_t *_Nonnull state, double *_Nonnull values, size_t octets);

  /// For each of `count` triangles, adds per_sum * (u + v) + per_gap * |u - v| to values that stand
  /// anywhere; u and v are the upper and lower 32 bits of the next words of its lanes. `states` holds
  /// the lanes' state for each triangle.
  void (*_Nonnull add_triangular)(uint64_t *_Nonnull states,
                                  const lanes_triangle *_Nonnull triangles, size_t count,
                                  double *_Nonnull values, size_t octets);

  /// cells[to + i] = sum over products p of weight * cells[a + i] * cells[b + i] * cells[c + i],
  /// as far as a product has rows, multiplied and added from left to right, for 8 * octets values of
  /// i; cells stand anywhere.
  void (*_Nonnull sum_products)(double *_Nonnull cells, size_t to,
                                const lanes_product *_Nullable products, size_t count,
                                size_t octets);

  /// to = a * b, number by number; they stand anywhere, and `to` may be one of the others.
  void (*_Nonnull multiply)(const double *_Nonnull a, const double *_Nonnull b,
                            double *_Nonnull to, size_t octets);

  /// to = levels * (1 + rate), the rate `more` + rates, at most `cap`, at least `floor`.
  void (*_Nonnull compound)(const double *_Nonnull levels, const double *_Nonnull rates, double more,
                            double floor, double cap, double *_Nonnull to, size_t octets);

  /// start + length * q in place, q what a table of `BetaQuantile` says for a share from (0, 1).
  void (*_Nonnull beta_quantiles)(double *_Nonnull shares, size_t octets,
                                  const double *_Nonnull table, double start, double length);

  /// The sum of (a - a_centre) * (b - b_centre) over `count` numbers, in four sums side by side.
  double (*_Nonnull cross)(const double *_Nonnull a, const double *_Nonnull b, size_t count,
                           double a_centre, double b_centre);

  /// Twice how often a is below b, and once how often it is the same.
  int64_t (*_Nonnull count_lower)(const double *_Nonnull a, const double *_Nonnull b, size_t count);

  /// How often each of `rows` holds the lowest number of its column; `rows` of `count` numbers each
  /// follow upon each other. Adds to `counts`, four a row, where the lowest is one alone, and to
  /// `shares`, one a row, else.
  void (*_Nonnull count_lowest)(const double *_Nonnull values, size_t rows, size_t count,
                                int64_t *_Nonnull counts, double *_Nonnull shares);
};

/// The loops for the registers that every processor of the architecture has.
const lanes_kernels *_Nonnull lanes_narrow(void);

/// The loops for 256-bit registers; null where the processor has none.
const lanes_kernels *_Nullable lanes_wide(void);

#endif
