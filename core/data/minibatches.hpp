#pragma once

#include <span>
#include <vector>

#include "core/catalog/setting.hpp"
#include "core/numerics/floating_point.hpp"
#include "core/numerics/random.hpp"

namespace fall_line {

/// The order in which minibatches take the examples.
enum class BatchOrder { shuffled_every_epoch, shuffled_once, with_replacement };

/// What becomes of the examples that are too few for a whole batch at the end of an epoch.
enum class LastBatch { keep, drop };

/// How a run draws its minibatches: settings "batch.<name>" of a run spec.
struct BatchSettings {
  double size;  ///< 0: every step takes all examples, nothing is drawn
  BatchOrder order;
  LastBatch last;

  static constexpr Choice order_choices[] = {
      {"shuffled_every_epoch", "shuffled every epoch", "a new order for every pass"},
      {"shuffled_once", "shuffled once", "one order, the same batches in every pass"},
      {"with_replacement", "with replacement", "every batch drawn afresh from all examples"},
  };
  static constexpr Choice last_choices[] = {
      {"keep", "keep", "a smaller batch of what is left at the end of a pass"},
      {"drop", "drop", "what is left waits for the next pass, and is shuffled with the rest"},
  };
};

/// Declarations of the settings above.
struct BatchDeclarations {
  static constexpr Parameter<BatchSettings> parameters[] = {
      {{.name = "size",
        .symbol = "batchsize",
        .letter = "B",
        .meaning = "examples in a minibatch; 0 takes them all",
        .default_value = 0.0,
        .allowed = {.low = 0.0, .high = 1e6},
        .slider = {.low = 1.0, .high = 256.0},
        .scale = Scale::log,
        .whole = true},
       &BatchSettings::size}};
  static constexpr Option<BatchSettings> options[] = {
      {{"order", "Order of the examples", BatchSettings::order_choices},
       [](BatchSettings& settings, int choice) { settings.order = BatchOrder{choice}; }},
      {{"last", "Last batch of a pass", BatchSettings::last_choices},
       [](BatchSettings& settings, int choice) { settings.last = LastBatch{choice}; }},
  };
};

/// Minibatches of `size` out of `count` examples. Without replacement every example comes once
/// an epoch, and the last batch of an epoch holds what is left: with 10 examples and size 4 the
/// batches hold 4, 4, 2. Or, with LastBatch::drop, an epoch is 4, 4 and the last two of its order
/// sit it out (always the same two when shuffled once).
///
/// The mean over a batch divides by the size of that batch. So Σ (size/count)·mean over the
/// batches of an epoch is the mean over all examples, while the plain average of those means
/// gives an example of the last batch more weight: here 1/6 in place of 1/10.
class Minibatches {
 public:
  /// 1 ≤ size ≤ count; throws InvalidArgument otherwise.
  Minibatches(Index count, Index size, BatchOrder order, std::uint64_t seed,
              LastBatch last = LastBatch::keep);

  /// The examples of the next batch, valid until the one after. Allocates nothing.
  std::span<const Index> next() noexcept;

  /// Batches an epoch, the last partial one included if it is kept; with replacement too, an
  /// epoch has drawn as many examples as there are, or the whole batches below that.
  Index steps_per_epoch() const noexcept { return steps_per_epoch(count_, size_, last_); }

  /// The same of any batches of `size` ≥ 1 out of `count` examples.
  static Index steps_per_epoch(Index count, Index size, LastBatch last) noexcept {
    return last == LastBatch::drop ? count / size : (count + size - 1) / size;
  }

 private:
  std::vector<Index> order_;
  Index count_;
  Index size_;
  BatchOrder kind_;
  LastBatch last_;
  Random random_;
  std::size_t position_ = 0;
};

}  // namespace fall_line
