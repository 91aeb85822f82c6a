// The checks have teeth: minibatches, batch means and standardisation written out once more pass
// them, and each of their deliberately wrong versions fails.

#include <gtest/gtest.h>

#include <memory>

#include "core/catalog/catalog.hpp"
#include "core/data/standardisation.hpp"
#include "core/problems/declare_problem.hpp"
#include "tests/core/batch_check.hpp"

namespace fall_line::mutation_data_test {

enum class Fault {
  none,
  naive_shuffle,    // swaps each example with any other: n^n ways for n! orders
  last_batch_full,  // fills the last batch up from the beginning
  last_batch_lost,  // drops the last batch even where it is whole
  last_batch_kept,  // keeps it where it is to be dropped
};

template <Fault fault>
class MinibatchesWith {
 public:
  MinibatchesWith(Index count, Index size, LastBatch last, std::uint64_t seed = 13)
      : order_(test::first_of(count)), random_(seed) {
    size_ = static_cast<std::size_t>(size);
    const auto n = static_cast<std::size_t>(count);
    taken_ = last == LastBatch::drop && fault != Fault::last_batch_kept ? n / size_ * size_ : n;
    if (fault == Fault::last_batch_lost && n > size_) taken_ = (n - 1) / size_ * size_;
  }

  std::span<const Index> next() {
    if (position_ >= taken_) position_ = 0;
    if (position_ == 0) {
      for (std::size_t i = order_.size(); i > 1; --i) {
        const auto bound = fault == Fault::naive_shuffle ? order_.size() : i;
        std::swap(order_[i - 1], order_[static_cast<std::size_t>(random_.below(bound))]);
      }
      repeated_ = order_;
      repeated_.insert(repeated_.end(), order_.begin(), order_.end());
    }
    const std::size_t left = taken_ - position_;
    const std::size_t size = fault == Fault::last_batch_full ? size_ : std::min(size_, left);
    const std::span<const Index> batch(repeated_.data() + position_, size);
    position_ += size;
    return batch;
  }

  Index steps_per_epoch() const { return static_cast<Index>((taken_ + size_ - 1) / size_); }

 private:
  test::Batch order_, repeated_;
  std::size_t size_ = 1, taken_ = 0, position_ = 0;
  Random random_;
};

template <Fault fault>
bool minibatches_pass() {
  for (const LastBatch last : {LastBatch::keep, LastBatch::drop}) {
    for (const Index size : {1, 4, 5, 10}) {
      MinibatchesWith<fault> batches(10, size, last);
      if (!test::epochs_are_whole(batches, 10, size, last)) return false;
    }
  }
  std::uint64_t seed = 0;
  return test::chi_square_of_orders([&] {
           MinibatchesWith<fault> single(4, 1, LastBatch::keep, ++seed);
           return test::epoch_of(single);
         }) < test::chi_square_of_orders_999;
}

TEST(Mutation, MinibatchesChecksRejectTheirWrongVersions) {
  EXPECT_TRUE(minibatches_pass<Fault::none>());
  EXPECT_FALSE(minibatches_pass<Fault::naive_shuffle>());
  EXPECT_FALSE(minibatches_pass<Fault::last_batch_full>());
  EXPECT_FALSE(minibatches_pass<Fault::last_batch_lost>());
  EXPECT_FALSE(minibatches_pass<Fault::last_batch_kept>());
}

/// f(x) = mean of (x − i)² over i = 0 … 9, whose batches are divided by `divisor`, or by their own
/// size where that is 0.
class MeanWith {
 public:
  explicit MeanWith(double divisor) : divisor_(divisor) {}
  Index dimension() const noexcept { return 1; }
  std::vector<double> start() const { return {0.0}; }
  double value(const double* x) const noexcept {
    return mean(x, test::first_of(10).data(), 10, 10.0, nullptr);
  }
  void gradient(const double* x, double* g) const noexcept {
    mean(x, test::first_of(10).data(), 10, 10.0, g);
  }
  void hessian(const double*, double* h) const noexcept { h[0] = 2.0; }
  Index term_count() const noexcept { return 10; }
  double batch_value_and_gradient(const double* x, const Index* terms, Index count,
                                  double* g) const noexcept {
    return mean(x, terms, count, divisor_ == 0.0 ? static_cast<double>(count) : divisor_, g);
  }

 private:
  static double mean(const double* x, const Index* terms, Index count, double divisor, double* g) {
    double sum = 0.0, slope = 0.0;
    for (Index i = 0; i < count; ++i) {
      const double residual = x[0] - static_cast<double>(terms[i]);
      sum += residual * residual / divisor;
      slope += 2.0 * residual / divisor;
    }
    if (g != nullptr) *g = slope;
    return sum;
  }

  double divisor_;
};

TEST(Mutation, BatchMeansChecksRejectAWrongDivisor) {
  EXPECT_LT(test::batch_mean_error(ProblemByName<MeanWith>(0.0), {2.5}), 1e-13);
  // that of the whole batches, as if the last one were whole; that of all examples
  EXPECT_GT(test::batch_mean_error(ProblemByName<MeanWith>(4.0), {2.5}), 1e-3);
  EXPECT_GT(test::batch_mean_error(ProblemByName<MeanWith>(10.0), {2.5}), 1e-3);
}

/// Whether the test part of a split is scaled by what the training part alone has taught.
template <class Standardise>
bool scales_by_training_alone(Standardise standardise) {
  const auto part = [](const char* name) {
    return *find_dataset("blobs").create({{"count", "50"}, {"test_share", "0.4"}, {"part", name}});
  };
  const Dataset training = part("train"), test = part("test"), all = part("all");
  Dataset expected = test;
  fit_standardisation(training).apply(expected);
  return standardise(training, test, all).inputs == expected.inputs;
}

TEST(Mutation, StandardisationsCheckRejectsAFitThatHasSeenTheTest) {
  const auto catalogs = [](const Dataset&, const Dataset&, const Dataset&) {
    return *find_dataset("blobs").create(
        {{"count", "50"}, {"test_share", "0.4"}, {"part", "test"}, {"standardise", "on"}});
  };
  const auto fitted_to_all = [](const Dataset&, Dataset test, const Dataset& all) {
    fit_standardisation(all).apply(test);
    return test;
  };
  const auto fitted_to_itself = [](const Dataset&, Dataset test, const Dataset&) {
    fit_standardisation(test).apply(test);
    return test;
  };
  EXPECT_TRUE(scales_by_training_alone(catalogs));
  EXPECT_FALSE(scales_by_training_alone(fitted_to_all));
  EXPECT_FALSE(scales_by_training_alone(fitted_to_itself));
}

}  // namespace fall_line::mutation_data_test
