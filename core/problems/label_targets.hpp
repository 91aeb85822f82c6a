#pragma once

#include "core/losses/loss.hpp"
#include "core/problems/examples.hpp"

namespace fall_line {

/// Labels as a loss over classes wants them: N × C, 1 at the label and 0 elsewhere.
std::vector<double> class_targets(const Dataset& data);

/// Labels of two classes as a binary loss wants them: −1 for class 0, +1 for class 1.
std::vector<double> sign_targets(const Dataset& data);

/// The loss of that name from the catalog, under `settings`.
std::unique_ptr<AnyLoss> loss_called(std::string_view name, const Settings& settings = {});

}  // namespace fall_line
