// Included once for each width; TARGET is the attribute that chooses the registers, KERNELS the
// name of the table. See CLanes.h for what each loop does.

#include "CLanes.h"

// A fused multiply-add rounds once where the other width rounds twice.
#pragma STDC FP_CONTRACT OFF

// Vectors are passed only to functions that vanish by inlining.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline)) TARGET

typedef double Four __attribute__((ext_vector_type(4)));
typedef uint64_t Words __attribute__((ext_vector_type(4)));
/// The same, standing anywhere.
typedef uint64_t LooseWords __attribute__((ext_vector_type(4), aligned(8)));
typedef double LooseFour __attribute__((ext_vector_type(4), aligned(8)));
typedef int64_t Counts __attribute__((ext_vector_type(4)));
typedef int64_t LooseCounts __attribute__((ext_vector_type(4), aligned(8)));
/// Words in two parts, the lower one first.
typedef uint32_t Halves __attribute__((ext_vector_type(8)));

// Two comparisons of their own: sharing one, both would be masks instead of an instruction each.
INLINE Four larger(Four a, Four b) { return a > b ? a : b; }
INLINE Four smaller(Four a, Four b) { return b > a ? a : b; }

/// The upper 52 bits as a number from [1, 2).
INLINE Four from_one(Words w) { return (Four)(w >> 12 | 0x3ff0000000000000); }

/// Whole numbers h below 2^32 as h + ½, by the exponent of 2^52.
INLINE Four half_above(Words h) { return (Four)(h | 0x4330000000000000) - 0x1.fffffffffffffp51; }

/// log(x / 2^scale) for positive normal x: the exponent times ln 2 plus s·(2 + z·P(z)),
/// s = f/(2 + f), z = s², with the coefficients of FDLIBM 5.3, e_log.c. The polynomial is summed
/// in pairs, so that its steps need not wait for each other.
INLINE Four logarithm(Four x, double scale) {
  Words bits = (Words)x + 0x00095f6200000000;
  Four exponent = (Four)(bits >> 52 | 0x4330000000000000) - (0x1.00000000003ffp52 + scale);
  Four fraction =
      (Four)((bits & 0x000fffffffffffff) + 0x3fe6a09e00000000) - 1.0;
  Four s = fraction / (2.0 + fraction);
  Four z = s * s;
  Four zz = z * z;
  Four p1 = 0x1.5555555555593p-1 + z * 0x1.999999997fa04p-2;
  Four p3 = 0x1.2492494229359p-2 + z * 0x1.c71c51d8e78afp-3;
  Four p5 = 0x1.7466496cb03dep-3 + z * 0x1.39a09d078c69fp-3;
  Four p = p1 + zz * (p3 + zz * (p5 + zz * 0x1.2f112df3e5244p-3));
  return exponent * 0x1.62e42fefa39efp-1 + s * (2.0 + z * p);
}

/// The next words of four lanes, whose state the caller holds.
INLINE Words next_words(Words *s) {
  Words sum = s[0] + s[3];
  Words result = (sum << 23 | sum >> 41) + s[0];
  Words shifted = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = s[3] << 45 | s[3] >> 19;
  return result;
}

TARGET static void random_words(uint64_t *state, double *words, size_t octets) {
  LooseWords *held = (LooseWords *)state;
  Words *out = (Words *)words;
  // Four lanes at a time: their state fits the narrow registers.
  for (int half = 0; half < 2; half++) {
    Words s[4] = {held[half], held[2 + half], held[4 + half], held[6 + half]};
    for (size_t k = 0; k < octets; k++) out[2 * k + half] = next_words(s);
    for (int word = 0; word < 4; word++) held[2 * word + half] = s[word];
  }
}

TARGET static void exponentials(double *words, size_t groups, size_t rows) {
  for (size_t g = 0; g < groups; g++) {
    Words *in = (Words *)words + 2 * g * rows;
    Four *out = (Four *)words + 2 * g * rows;
    size_t k = 0;
    for (; k + 4 <= rows; k += 4) {
      for (size_t i = 2 * k; i < 2 * k + 2; i++) {
        Words a = in[i], b = in[i + 2], c = in[i + 4], d = in[i + 6];
        Four product = (half_above(a >> 32) * half_above(b >> 32)) *
                       (half_above(c >> 32) * half_above(d >> 32));
        Four sum = -0x1p-32 * logarithm(product, 128);
        Four x = half_above(a & 0xffffffff), y = half_above(b & 0xffffffff);
        Four z = half_above(c & 0xffffffff);
        Four low = smaller(x, y), high = larger(x, y);
        Four middle = larger(low, z), first = smaller(low, z);
        Four second = smaller(middle, high), third = larger(middle, high);
        out[i] = sum * first;
        out[i + 2] = sum * (second - first);
        out[i + 4] = sum * (third - second);
        out[i + 6] = sum * (0x1p32 - third);
      }
    }
    for (size_t i = 2 * k; i < 2 * rows; i++) {
      out[i] = -logarithm(from_one(in[i]) - 0x1.fffffffffffffp-1, 0);
    }
  }
}

TARGET static void uniforms(double *words, size_t octets) {
  Words *in = (Words *)words;
  Four *out = (Four *)words;
  for (size_t k = 0; k < 2 * octets; k++) out[k] = from_one(in[k]) - 1.0;
}

TARGET static void normalise(double *values, size_t groups, size_t rows) {
  for (size_t g = 0; g < groups; g++) {
    Four *v = (Four *)values + 2 * g * rows;
    Four low = v[0], high = v[1];
    for (size_t k = 1; k < rows; k++) low += v[2 * k], high += v[2 * k + 1];
    low = 1.0 / low, high = 1.0 / high;
    for (size_t k = 0; k < rows; k++) v[2 * k] *= low, v[2 * k + 1] *= high;
  }
}

TARGET static void descend(double *values, size_t groups, size_t rows,
                           const double *reciprocals) {
  for (size_t g = 0; g < groups; g++) {
    Four *v = (Four *)values + 2 * g * rows;
    Four low = {0}, high = {0};
    for (size_t k = rows; k-- > 0;) {
      low += v[2 * k] * reciprocals[k], high += v[2 * k + 1] * reciprocals[k];
      v[2 * k] = low, v[2 * k + 1] = high;
    }
  }
}

TARGET static void add_totals(const double *weights, size_t groups, size_t rows,
                              const double *table, size_t pairs, double *totals) {
  for (size_t g = 0; g < groups; g++) {
    const Four *w = (const Four *)weights + 2 * g * rows;
    Four *t = (Four *)totals + 4 * g * pairs;
    const double *values = table;
    for (size_t pair = 0; pair < pairs; pair++, t += 4) {
      Four a0 = t[0], a1 = t[1], b0 = t[2], b1 = t[3];
      for (size_t k = 0; k < rows; k++, values += 2) {
        Four w0 = w[2 * k], w1 = w[2 * k + 1];
        a0 += w0 * values[0], a1 += w1 * values[0];
        b0 += w0 * values[1], b1 += w1 * values[1];
      }
      t[0] = a0, t[1] = a1, t[2] = b0, t[3] = b1;
    }
  }
}

TARGET static void tilted(double *words, size_t octets, const double *boxes) {
  Words *in = (Words *)words;
  Four *out = (Four *)words;
  for (size_t k = 0; k < octets; k++, boxes += 5) {
    double reach = boxes[0];
    for (size_t half = 2 * k; half < 2 * k + 2; half++) {
      Four step = from_one(in[half]) - 1.0;
      if (reach != 0) step = logarithm(1.0 + step * reach, 0);
      out[half] = smaller(larger(boxes[1] + boxes[2] * step, boxes[3]), boxes[4]);
    }
  }
}

TARGET static void add_drawn(const double *words, const double *cells, size_t count,
                             const double *weights, double *total) {
  const Words *in = (const Words *)words;
  Four sums[2] = {((Four *)total)[0], ((Four *)total)[1]};
  for (size_t k = 0; k < count; k++, cells += 4) {
    const Four *w = (const Four *)weights + 2 * (size_t)cells[3];
    uint64_t mask = ((const uint64_t *)cells)[2];
    for (int half = 0; half < 2; half++) {
      Words word = in[2 * k + half];
      Four u = from_one(word & 0xffffffff00000000);
      Four v = (Four)((word << 20 & mask) | 0x3ff0000000000000);
      sums[half] += w[half] * (cells[0] * smaller(u, v) + cells[1] * larger(u, v));
    }
  }
  ((Four *)total)[0] = sums[0], ((Four *)total)[1] = sums[1];
}

/// Adds a sum over a batch to a row's figures.
INLINE void add_batch(double sum, double firsts, double *sums, double *squares, double *products) {
  *sums += sum, *squares += sum * sum, *products += sum * firsts;
}

/// `add_weights` from places of draws; eight rows at a time, so that additions overlap.
INLINE void add_rows(const double *const *places, size_t rows, const double *shares, size_t count,
                     double firsts, double *sums, double *squares, double *products) {
  size_t k = 0;
  for (; k + 8 <= rows; k += 8) {
    double batch[8] = {0};
    for (size_t i = 0; i < count; i++) {
      const double *w = places[i] + 8 * k;
      for (int row = 0; row < 8; row++) batch[row] += shares ? shares[i] * w[8 * row] : w[8 * row];
    }
    for (int row = 0; row < 8; row++) {
      add_batch(batch[row], firsts, sums + k + row, squares + k + row, products + k + row);
    }
  }
  for (; k < rows; k++) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) sum += (shares ? shares[i] : 1) * places[i][8 * k];
    add_batch(sum, firsts, sums + k, squares + k, products + k);
  }
}

TARGET static void add_weights(const double *weights, size_t rows, const uint32_t *draws,
                               const double *shares, size_t count, double *sums, double *squares,
                               double *products) {
  const double *places[LANES_BATCH];
  double firsts = 0;
  for (size_t i = 0; i < count; i++) {
    places[i] = weights + 8 * rows * (draws[i] / 8) + draws[i] % 8;
    firsts += shares ? shares[i] : 1;
  }
  if (shares) {
    add_rows(places, rows, shares, count, firsts, sums, squares, products);
  } else {
    add_rows(places, rows, 0, count, firsts, sums, squares, products);
  }
}

/// The lowest bit of each lane's mask.
INLINE unsigned bits(Counts mask) {
  return (unsigned)((mask[0] & 1) | (mask[1] & 2) | (mask[2] & 4) | (mask[3] & 8));
}

/// `ranks` of one octet; returns which lanes hold a pair within the tolerance.
INLINE unsigned compare_octet(const double *totals, size_t count, double tolerance,
                              int64_t *ranks, int64_t *wins) {
  unsigned tied = 0;
  for (int half = 0; half < 2; half++) {
    const Four *t = (const Four *)totals + half;
    Counts *rank = (Counts *)ranks + half;
    Counts *win = (Counts *)wins + half;
    Counts apart = {-1, -1, -1, -1};
    for (size_t a = 0; a < count; a++) rank[2 * a] = (Counts){0};
    for (size_t a = 0; a < count; a++) {
      Four total = t[2 * a];
      Counts behind = rank[2 * a];
      for (size_t b = a + 1; b < count; b++) {
        Four lead = total - t[2 * b];
        // Masks are −1 where they hold.
        Counts ahead = lead > 0.0;
        Counts wins_clearly = lead > tolerance, loses_clearly = lead < -tolerance;
        rank[2 * b] -= ahead;
        behind += 1 + ahead;
        if (wins) *win += loses_clearly - wins_clearly, win += 2;
        apart &= wins_clearly | loses_clearly;
      }
      rank[2 * a] = behind;
    }
    tied |= (~bits(apart) & 15u) << (4 * half);
  }
  return tied;
}

TARGET static void compare(const double *totals, size_t octets, size_t stride, size_t count,
                           double tolerance, int64_t *ranks, int64_t *wins, int64_t *counts,
                           uint32_t *firsts, size_t *first_counts, uint8_t *tied) {
  for (size_t octet = 0; octet < octets; octet++, totals += 8 * stride) {
    unsigned level = wins ? compare_octet(totals, count, tolerance, ranks, wins)
                          : compare_octet(totals, count, tolerance, ranks, 0);
    tied[octet] = (uint8_t)level;
    for (unsigned lane = 0; lane < 8; lane++) {
      if (level >> lane & 1) continue;
      size_t first = 0;
      for (size_t a = 0; a < count; a++) {
        size_t rank = (size_t)ranks[8 * a + lane];
        counts[a * count + rank]++;
        first = rank == 0 ? a : first;
      }
      firsts[first * LANES_BATCH + first_counts[first]++] = (uint32_t)(8 * octet + lane);
    }
  }
}

TARGET static void count_wins(const double *totals, size_t groups, size_t stride, size_t count,
                              double tolerance, int64_t *wins) {
  const Four *t = (const Four *)totals;
  for (size_t a = 0; a < count; a++) {
    for (size_t b = a + 1; b < count; b++, wins++) {
      Counts sum = {0};
      for (size_t g = 0; g < groups; g++) {
        for (int half = 0; half < 2; half++) {
          Four lead = t[2 * (g * stride + a) + half] - t[2 * (g * stride + b) + half];
          sum += (lead < -tolerance) - (lead > tolerance);
        }
      }
      *wins += sum[0] + sum[1] + sum[2] + sum[3];
    }
  }
}

TARGET static unsigned sort_octet(const double *totals, size_t count, uint64_t mask,
                                  double tolerance, const uint32_t *pairs, size_t pair_count,
                                  double *keys) {
  for (size_t k = 0; k < count; k++) {
    for (int half = 0; half < 2; half++) {
      ((Words *)keys)[2 * k + half] = (((const Words *)totals)[2 * k + half] & ~mask) | k;
    }
  }
  Four *k = (Four *)keys;
  for (size_t pair = 0; pair < pair_count; pair++) {
    Four *a = k + 2 * (size_t)pairs[2 * pair], *b = k + 2 * (size_t)pairs[2 * pair + 1];
    Four a0 = a[0], a1 = a[1], b0 = b[0], b1 = b[1];
    a[0] = larger(a0, b0), a[1] = larger(a1, b1);
    b[0] = smaller(a0, b0), b[1] = smaller(a1, b1);
  }
  unsigned tied = 0;
  for (int half = 0; half < 2; half++) {
    // A key is off by less than `mask` + 1 units in the last place, a unit at most 2^-52 of it.
    Four best = k[half], worst = k[2 * (count - 1) + half];
    Four gap = larger(larger(best, -best), larger(worst, -worst)) * (0x1p-50 * (double)(mask + 1));
    Counts near = {0};
    gap += tolerance;
    for (size_t r = 0; r + 1 < count; r++) near |= k[2 * r + half] - k[2 * r + 2 + half] <= gap;
    tied |= bits(near) << (4 * half);
  }
  return tied;
}

TARGET static void sort(const double *totals, size_t octets, size_t stride, size_t count,
                        double tolerance, uint64_t mask, const uint32_t *pairs, size_t pair_count,
                        double *keys, int64_t *counts, uint32_t *firsts, size_t *first_counts,
                        uint8_t *tied) {
  const uint64_t *sorted = (const uint64_t *)keys;
  for (size_t octet = 0; octet < octets; octet++, totals += 8 * stride) {
    unsigned level = sort_octet(totals, count, mask, tolerance, pairs, pair_count, keys);
    tied[octet] = (uint8_t)level;
    for (unsigned lane = 0; lane < 8; lane++) {
      if (level >> lane & 1) continue;
      for (size_t r = 0; r < count; r++) counts[(sorted[8 * r + lane] & mask) * count + r]++;
      size_t first = sorted[lane] & mask;
      firsts[first * LANES_BATCH + first_counts[first]++] = (uint32_t)(8 * octet + lane);
    }
  }
}

TARGET static void open_uniforms(uint64_t *state, double *values, size_t octets) {
  LooseWords *held = (LooseWords *)state;
  LooseFour *out = (LooseFour *)values;
  for (int half = 0; half < 2; half++) {
    Words s[4] = {held[half], held[2 + half], held[4 + half], held[6 + half]};
    for (size_t k = 0; k < octets; k++) {
      out[2 * k + half] = from_one(next_words(s)) - 0x1.fffffffffffffp-1;
    }
    for (int word = 0; word < 4; word++) held[2 * word + half] = s[word];
  }
}

TARGET static void add_triangular(uint64_t *states, const lanes_triangle *triangles, size_t count,
                                  double *values, size_t octets) {
  LooseFour *out = (LooseFour *)values;
  const Words exponent = (Words){0} + 0x4330000000000000;
  for (size_t t = 0; t < count; t++) {
    LooseWords *held = (LooseWords *)(states + 32 * t);
    double per_sum = triangles[t].per_sum, per_gap = triangles[t].per_gap;
    for (int half = 0; half < 2; half++) {
      Words s[4] = {held[half], held[2 + half], held[4 + half], held[6 + half]};
      for (size_t k = 0; k < octets; k++) {
        Words word = next_words(s);
        // A whole number below 2^32 with this exponent is the double 2^52 + number.
        Four u = (Four)(word >> 32 | exponent);
        Four v = (Four)__builtin_shufflevector((Halves)word, (Halves)exponent, 0, 9, 2, 11, 4, 13,
                                               6, 15);
        Four gap = (Four)((Words)(u - v) & 0x7fffffffffffffff);
        // Exact, as whole numbers of this size are.
        Four sum = u + (v - 0x1p53);
        out[2 * k + half] += per_sum * sum + per_gap * gap;
      }
      for (int word = 0; word < 4; word++) held[2 * word + half] = s[word];
    }
  }
}

INLINE Four row(const double *cells, size_t start) { return *(const LooseFour *)(cells + start); }

/// A product's part of sums that stand side by side, since one waits for its own additions.
INLINE void add_product(const double *cells, const lanes_product *product, size_t i, int fours,
                        Four *sums) {
  const double *a = cells + product->a + i, *b = cells + product->b + i;
  const double *c = cells + product->c + i;
  Four weight = (Four){0} + product->weight;
  switch (product->rows) {
    case 1:
      for (int k = 0; k < fours; k++) sums[k] += weight * row(a, 4 * k);
      break;
    case 2:
      for (int k = 0; k < fours; k++) sums[k] += weight * row(a, 4 * k) * row(b, 4 * k);
      break;
    default:
      for (int k = 0; k < fours; k++) {
        sums[k] += weight * row(a, 4 * k) * row(b, 4 * k) * row(c, 4 * k);
      }
  }
}

TARGET static void sum_products(double *cells, size_t to, const lanes_product *products,
                                size_t count, size_t octets) {
  size_t i = 0;
  for (; i + 16 <= 8 * octets; i += 16) {
    Four sums[4] = {{0}, {0}, {0}, {0}};
    for (size_t p = 0; p < count; p++) add_product(cells, products + p, i, 4, sums);
    for (int k = 0; k < 4; k++) *(LooseFour *)(cells + to + i + 4 * k) = sums[k];
  }
  if (i < 8 * octets) {
    Four sums[2] = {{0}, {0}};
    for (size_t p = 0; p < count; p++) add_product(cells, products + p, i, 2, sums);
    for (int k = 0; k < 2; k++) *(LooseFour *)(cells + to + i + 4 * k) = sums[k];
  }
}

TARGET static void multiply(const double *a, const double *b, double *to, size_t octets) {
  for (size_t i = 0; i < 8 * octets; i += 4) {
    *(LooseFour *)(to + i) = row(a, i) * row(b, i);
  }
}

TARGET static void compound(const double *levels, const double *rates, double more, double floor,
                            double cap, double *to, size_t octets) {
  for (size_t i = 0; i < 8 * octets; i += 4) {
    Four rate = more + row(rates, i);
    Four limited = larger(smaller(rate, (Four){0} + cap), (Four){0} + floor);
    *(LooseFour *)(to + i) = row(levels, i) * (1.0 + limited);
  }
}

TARGET static void beta_quantiles(double *shares, size_t octets, const double *table,
                                  double start, double length) {
  for (size_t i = 0; i < 8 * octets; i += 4) {
    Four share = larger(row(shares, i), (Four){0} + 0x1p-53);
    share = smaller(share, (Four){0} + 0x1.fffffffffffffp-1);
    Counts is_upper = share > 0.5;
    Four side = is_upper ? 1.0 - share : share;
    Words below = (Words)side - 1;
    Words exponent = below >> 52;
    Four node = (Four)(below >> 49 << 49);
    // Over the step's width: times a power of two.
    Four t = (side - node) * (Four)((2049 - exponent) << 52);
    Words place = ((1021 - exponent) << 3 | (below >> 49 & 7)) + ((Words)is_upper & 424);
    const double *c[4];
    for (int lane = 0; lane < 4; lane++) c[lane] = table + 6 * place[lane];
    Four value = {c[0][5], c[1][5], c[2][5], c[3][5]};
    for (int power = 4; power >= 0; power--) {
      value = (Four){c[0][power], c[1][power], c[2][power], c[3][power]} + t * value;
    }
    *(LooseFour *)(shares + i) = start + length * (is_upper ? 1.0 - value : value);
  }
}

/// Up to four numbers from the i-th on, and a padding for those beyond the end.
INLINE Four four(const double *values, size_t i, size_t count, double padding) {
  if (i + 4 <= count) return row(values, i);
  Four result = (Four){0} + padding;
  for (size_t k = i; k < count; k++) result[k - i] = values[k];
  return result;
}

TARGET static double cross(const double *a, const double *b, size_t count, double a_centre,
                           double b_centre) {
  Four sum = {0};
  for (size_t i = 0; i < count; i += 4) {
    // What is beyond the end deviates by nothing.
    sum += (four(a, i, count, a_centre) - a_centre) * (four(b, i, count, b_centre) - b_centre);
  }
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

TARGET static int64_t count_lower(const double *a, const double *b, size_t count) {
  Counts sum = {0};
  for (size_t i = 0; i < count; i += 4) {
    Four x = four(a, i, count, 1), y = four(b, i, count, 0);
    // Masks are −1 where they hold.
    sum -= (x < y) + (x <= y);
  }
  return sum[0] + sum[1] + sum[2] + sum[3];
}

TARGET static void count_lowest(const double *values, size_t rows, size_t count, int64_t *counts,
                                double *shares) {
  LooseCounts *untied = (LooseCounts *)counts;
  for (size_t i = 0; i < count; i += 4) {
    Four least = four(values, i, count, 0);
    for (size_t r = 1; r < rows; r++) least = smaller(least, four(values + r * count, i, count, 0));
    Counts equal = {0};
    for (size_t r = 0; r < rows; r++) equal += four(values + r * count, i, count, 0) == least;
    // One number at least is the lowest in every lane.
    if (i + 4 <= count && equal[0] + equal[1] + equal[2] + equal[3] == -4) {
      for (size_t r = 0; r < rows; r++) untied[r] -= row(values + r * count, i) == least;
      continue;
    }
    for (size_t k = 0; k < 4 && i + k < count; k++) {
      for (size_t r = 0; r < rows; r++) {
        if (values[r * count + i + k] == least[k]) shares[r] += 1 / (double)-equal[k];
      }
    }
  }
}

static const lanes_kernels KERNELS = {
    .random_words = random_words, .exponentials = exponentials, .uniforms = uniforms,
    .normalise = normalise, .descend = descend, .add_totals = add_totals, .tilted = tilted,
    .add_drawn = add_drawn, .add_weights = add_weights,
    .compare = compare, .count_wins = count_wins, .sort = sort,
    .open_uniforms = open_uniforms, .add_triangular = add_triangular,
    .sum_products = sum_products, .multiply = multiply, .compound = compound,
    .beta_quantiles = beta_quantiles, .cross = cross, .count_lower = count_lower,
    .count_lowest = count_lowest,
};
