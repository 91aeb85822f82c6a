#include "core/analysis/examples_seen.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"
#include "core/data/minibatches.hpp"
#include "core/numerics/power.hpp"

namespace fall_line {

namespace {

constexpr Index most_iterations = 100'000;
constexpr double most_drawn = 1e7;

/// Counts the different examples among those that batches bring.
class Seen {
 public:
  explicit Seen(Index count) : seen_(static_cast<std::size_t>(count)) {}

  void add(std::span<const Index> batch, Index most) {
    for (const Index example : batch) {
      if (most-- == 0) return;
      auto& before = seen_[static_cast<std::size_t>(example)];
      if (!before) count_ += 1.0;
      before = 1;
    }
  }

  double count() const noexcept { return count_; }

 private:
  std::vector<char> seen_;
  double count_ = 0.0;
};

}  // namespace

Trace ExamplesSeen::table(const Parameters& p, const RunSpec&) {
  const auto count = static_cast<Index>(p.examples), batch = static_cast<Index>(p.size);
  if (batch > count) {
    throw InvalidArgument("analysis.size", std::to_string(batch),
                          "1 to " + std::to_string(count) + ", the examples there are");
  }
  const Index per_epoch = Minibatches::steps_per_epoch(count, batch, LastBatch::keep);
  const Index whole = Minibatches::steps_per_epoch(count, batch, LastBatch::drop);
  const Index last = per_epoch * static_cast<Index>(p.epochs);
  if (last > most_iterations || p.examples * p.epochs > most_drawn) {
    throw InvalidArgument("analysis.epochs", std::to_string(static_cast<Index>(p.epochs)),
                          "fewer: 100000 iterations and 10000000 examples are shown at most");
  }
  const auto seed = static_cast<std::uint64_t>(p.seed);
  // where nothing is drawn there is no order to make
  const Index ordered = last > 0 ? count : 1, sized = last > 0 ? batch : 1;
  Minibatches in_order(ordered, sized, BatchOrder::shuffled_every_epoch, seed);
  Minibatches afresh(ordered, sized, BatchOrder::with_replacement, seed);
  Seen seen_in_order(ordered), seen_afresh(ordered);
  double so_far = 0.0;
  Trace table(quantities_by<ExamplesSeen>(), 1);
  table.reserve(last + 1);
  for (Index t = 0; t <= last; ++t) {
    if (t > 0) {
      const auto examples = in_order.next();
      seen_in_order.add(examples, std::ssize(examples));
      seen_afresh.add(afresh.next(), std::ssize(examples));
      so_far += static_cast<double>(examples.size());
    }
    const Tape tape = table.append_row();
    tape.scalar(iteration, static_cast<double>(t));
    tape.scalar(steps_per_epoch, static_cast<double>(per_epoch));
    tape.scalar(whole_batches, static_cast<double>(whole));
    tape.scalar(left_over, static_cast<double>(count - whole * batch));
    tape.scalar(drawn, so_far);
    tape.scalar(epoch, so_far / p.examples);
    tape.scalar(shuffled, seen_in_order.count());
    tape.scalar(with_replacement, seen_afresh.count());
    const double missed = power(1.0 - 1.0 / p.examples, so_far);
    tape.scalar(expected, p.examples * (1.0 - missed));
  }
  return table;
}

}  // namespace fall_line
