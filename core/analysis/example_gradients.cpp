#include "core/analysis/example_gradients.hpp"

#include <numeric>
#include <string>

#include "core/catalog/invalid_argument.hpp"
#include "core/numerics/sum.hpp"

namespace fall_line {

ExampleGradients::ExampleGradients(const Subject& subject)
    : count(subject.problem->term_count()),
      gradient(subject.at.size()),
      mean_square(0.0),
      variance(0.0) {
  if (count < 2) {
    throw InvalidArgument("problem", "one that is no mean over examples",
                          "one of at least two examples, such as linear_regression");
  }
  const double* at = subject.at.data();
  subject.problem->gradient(at, gradient.data());
  const Index n = subject.dimension();
  std::vector<double> own(gradient.size());
  for (Index i = 0; i < count; ++i) {
    subject.problem->batch_value_and_gradient(at, &i, 1, own.data());
    mean_square += dot(own.data(), own.data(), n);
    for (std::size_t k = 0; k < own.size(); ++k) own[k] -= gradient[k];
    variance += dot(own.data(), own.data(), n);
  }
  mean_square /= static_cast<double>(count);
  variance /= static_cast<double>(count);
}

double ExampleGradients::of_batch(double size, Replacement replacement) const noexcept {
  const double all = static_cast<double>(count);
  const double left = replacement == Replacement::with ? 1.0 : (all - size) / (all - 1.0);
  return variance / size * left;
}

BatchSampler::BatchSampler(Index count, Index size, Replacement replacement, std::uint64_t seed)
    : count_(count),
      size_(static_cast<std::size_t>(size)),
      replacement_(replacement),
      random_(seed + 0x9e3779b97f4a7c15u * static_cast<std::uint64_t>(size)) {
  if (size < 1 || size > count) {
    throw InvalidArgument("analysis.size", std::to_string(size),
                          "1 to " + std::to_string(count) + ", the examples there are");
  }
  order_.resize(static_cast<std::size_t>(count));
  std::iota(order_.begin(), order_.end(), Index{0});
}

std::span<const Index> BatchSampler::next() noexcept {
  const auto all = static_cast<std::uint64_t>(count_);
  for (std::size_t i = 0; i < size_; ++i) {
    if (replacement_ == Replacement::with) {
      order_[i] = static_cast<Index>(random_.below(all));
    } else {
      std::swap(order_[i], order_[i + static_cast<std::size_t>(random_.below(all - i))]);
    }
  }
  return {order_.data(), size_};
}

}  // namespace fall_line
