#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/run/run.hpp"

namespace fall_line {

/// The rows of one quantity of a run by name, whether the run traced it or a derivation about
/// the run's method gives it. Valid while `run` takes no further step.
class QuantityRows {
 public:
  /// Throws InvalidArgument that lists the names there are.
  QuantityRows(const Run& run, std::string_view name);

  Index count() const noexcept { return trace().rows(); }
  Index width() const noexcept { return trace().width(quantity_); }
  double at(Index row, Index coordinate) const noexcept {
    return trace().at(quantity_, row)[static_cast<std::size_t>(coordinate)];
  }
  std::vector<double> values() const { return trace().values(quantity_); }

 private:
  const Trace& trace() const noexcept { return derived_ ? *derived_ : run_->trace(); }

  const Run* run_;
  std::optional<Trace> derived_;
  int quantity_ = -1;
};

}  // namespace fall_line
