#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/analysis/subject.hpp"
#include "core/numerics/random.hpp"

namespace fall_line {

/// Whether an example may come twice in a minibatch.
enum class Replacement { without, with };

inline constexpr Choice replacement_choices[] = {
    {"without", "without replacement", "no example comes twice in a batch"},
    {"with", "with replacement", "every example of a batch is drawn from all of them"},
};

/// How far the gradients of single examples are from their mean at a point θ, in which
/// f(θ) = (1/N)·Σ f_i(θ):
///   gradient = ∇f(θ),  mean_square = (1/N)·Σ‖∇f_i‖²,  variance = (1/N)·Σ‖∇f_i − ∇f‖²
struct ExampleGradients {
  Index count;
  std::vector<double> gradient;
  double mean_square;
  double variance;

  /// Throws InvalidArgument for a problem that is no mean over at least two examples.
  explicit ExampleGradients(const Subject& subject);

  /// E‖g_B − ∇f‖² for the mean g_B over `size` examples drawn at random:
  ///   variance/size with replacement, times (N − size)/(N − 1) without
  double of_batch(double size, Replacement replacement) const noexcept;
};

/// Minibatches that know nothing of each other, each drawn afresh from all examples.
class BatchSampler {
 public:
  /// Throws InvalidArgument unless 1 ≤ size ≤ count. Each size has draws of its own.
  BatchSampler(Index count, Index size, Replacement replacement, std::uint64_t seed);

  /// The examples of the next one, valid until the one after.
  std::span<const Index> next() noexcept;

 private:
  std::vector<Index> order_;
  Index count_;
  std::size_t size_;
  Replacement replacement_;
  Random random_;
};

}  // namespace fall_line
