#include "core/losses/softmax_cross_entropy.hpp"

#include <algorithm>
#include <numbers>

namespace fall_line {

namespace {

// Scores of so many rows are worked on together: their shifted copies stay in the first cache.
constexpr Index most_rows = 64, most_scores = 1024;

double nats_of(SoftmaxCrossEntropy::Base base) noexcept {
  switch (base) {
    case SoftmaxCrossEntropy::Base::e:
      return 1.0;
    case SoftmaxCrossEntropy::Base::two:
      return std::numbers::ln2;
    case SoftmaxCrossEntropy::Base::ten:
      return std::numbers::ln10;
  }
  return not_yet;
}

void exponentials(double* x, Index count, double lowest) noexcept {
  if (lowest >= -moderate_exponent) {
    for (Index i = 0; i < count; ++i) x[i] = moderate_exponential(x[i]);
  } else {
    for (Index i = 0; i < count; ++i) x[i] = exponential(x[i]);
  }
}

}  // namespace

SoftmaxCrossEntropy::SoftmaxCrossEntropy(const Parameters& parameters) noexcept
    : parameters_(parameters),
      inverse_temperature_(1.0 / parameters.temperature),
      unit_(1.0 / nats_of(parameters.base)),
      gradient_scale_(unit_ * inverse_temperature_) {}

double SoftmaxCrossEntropy::batch_value_and_gradient(const double* scores, const double* targets,
                                                     Index examples, Index count, double weight,
                                                     double* gradient) const noexcept {
  const double scale = weight * gradient_scale_;
  double loss = 0.0;
  if (parameters_.form != Form::stable) {
    for (Index i = 0; i < examples; ++i) {
      const Index at = i * count;
      loss += value_and_gradient(scores + at, targets + at, count, gradient + at, NoTape{});
      for (Index k = 0; k < count; ++k) gradient[at + k] *= weight;
    }
    return weight * loss;
  }
  double target_score[most_rows], partition[most_rows], share[most_rows], row_loss[most_rows];
  const SmoothedTarget smoothing = smoothed(targets, count);
  const Index block = std::clamp<Index>(most_scores / count, 1, most_rows);
  for (Index first = 0; first < examples; first += block) {
    const Index rows = std::min(block, examples - first);
    const double* const s = scores + first * count;
    const double* const y = targets + first * count;
    double* const g = gradient + first * count;
    double lowest = 0.0;
    for (Index r = 0; r < rows; ++r) {
      const double* const row = s + r * count;
      const ShiftedRow shifted = shift_scores(row, largest_score(row, count), inverse_temperature_,
                                              smoothing.of(y + r * count), count, g + r * count);
      target_score[r] = shifted.target_score;
      lowest = std::min(lowest, shifted.lowest);
    }
    exponentials(g, rows * count, lowest);
    for (Index r = 0; r < rows; ++r) partition[r] = partition_of(g + r * count, count);
    for (Index r = 0; r < rows; ++r) {
      row_loss[r] = unit_ * (natural_log_of_normal(partition[r]) - target_score[r]);
      share[r] = 1.0 / partition[r];
    }
    for (Index r = 0; r < rows; ++r) {
      probability_errors(smoothing.of(y + r * count), share[r], scale, count, g + r * count);
      loss += row_loss[r];
    }
  }
  return weight * loss;
}

void SoftmaxCrossEntropy::hessian(const double* scores, const double*, Index count,
                                  double* h) const noexcept {
  const double shift =
      parameters_.form == Form::naive ? 0.0 : scores[position_of_largest(scores, count)];
  const Index next = count + 1;  // along the diagonal
  double partition = 0.0;
  for (Index k = 0; k < count; ++k) {
    h[k * next] = exponential((scores[k] - shift) * inverse_temperature_);
    partition += h[k * next];
  }
  for (Index k = 0; k < count; ++k) h[k * next] /= partition;
  const double scale = gradient_scale_ * inverse_temperature_;
  for (Index i = 0; i < count; ++i) {
    for (Index k = 0; k < i; ++k) h[i * count + k] = -scale * h[i * next] * h[k * next];
  }
  // pᵢ(1 − pᵢ) as pᵢ·Σ_{k≠i} p_k: rows sum to zero, and nothing is lost where pᵢ rounds to 1
  for (Index i = 0; i < count; ++i) {
    h[i * next] = 0.0;
    for (Index k = 0; k < count; ++k) {
      if (k == i) continue;
      if (k > i) h[i * count + k] = h[k * count + i];
      h[i * next] -= h[i * count + k];
    }
  }
}

}  // namespace fall_line
