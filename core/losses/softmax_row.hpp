#pragma once

#include "core/losses/smoothing.hpp"
#include "core/numerics/pair.hpp"

namespace fall_line {

/// The largest of `count` > 0 scores. NaN need not show.
inline double largest_score(const double* s, Index count) noexcept {
  if (count == 1) return s[0];
  Pair top = load_pair(s);
  Index k = 2;
  for (; k + 2 <= count; k += 2) {
    const Pair x = load_pair(s + k);
    top = top < x ? x : top;  // in this order wasm has an instruction for it
  }
  if (k < count) top[0] = top[0] < s[k] ? s[k] : top[0];
  return top[0] < top[1] ? top[1] : top[0];
}

struct ShiftedRow {
  double target_score;  ///< Σ q_k·z_k, where what has no weight may be −∞
  double lowest;        ///< the smallest z_k, or 0
};

/// z ← (s − shift)·scale. Even and odd entries have a sum each.
inline ShiftedRow shift_scores(const double* s, double shift, double scale, const SmoothedTarget& q,
                               Index count, double* __restrict z) noexcept {
  Pair sum = pair_of(0.0), low = pair_of(0.0);
  Index k = 0;
  for (; k + 2 <= count; k += 2) {
    const Pair shifted = (load_pair(s + k) - shift) * scale, weight = q.pair(k);
    store_pair(shifted, z + k);
    low = shifted < low ? shifted : low;
    sum += weight == 0.0 ? pair_of(0.0) : weight * shifted;
  }
  if (k < count) {
    z[k] = (s[k] - shift) * scale;
    low[0] = z[k] < low[0] ? z[k] : low[0];
    sum[0] += q[k] == 0.0 ? 0.0 : q[k] * z[k];
  }
  return {sum[0] + sum[1], low[0] < low[1] ? low[0] : low[1]};
}

/// Σ e_k; even and odd entries have a sum each.
inline double partition_of(const double* e, Index count) noexcept {
  Pair sum = pair_of(0.0);
  Index k = 0;
  for (; k + 2 <= count; k += 2) sum += load_pair(e + k);
  if (k < count) sum[0] += e[k];
  return sum[0] + sum[1];
}

/// e ← scale·(e·share − q), where share is 1/partition: one division a row.
inline void probability_errors(const SmoothedTarget& q, double share, double scale, Index count,
                               double* __restrict e) noexcept {
  Index k = 0;
  for (; k + 2 <= count; k += 2) {
    store_pair(scale * (load_pair(e + k) * share - q.pair(k)), e + k);
  }
  if (k < count) e[k] = scale * (e[k] * share - q[k]);
}

}  // namespace fall_line
