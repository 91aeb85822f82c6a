#pragma once

#include "core/data/dataset.hpp"

namespace fall_line {

/// The examples that a mean is taken over: those numbered in `terms`, or the first `count` where
/// `terms` is null.
struct Examples {
  const Index* terms;
  Index count;

  Index operator[](Index i) const noexcept { return terms ? terms[i] : i; }
};

/// Throw InvalidArgument naming "data" when `data` are missing, empty, or of the other kind.
void require_regression(const Dataset* data);
void require_classes(const Dataset* data);

}  // namespace fall_line
