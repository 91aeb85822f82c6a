#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/setting.hpp"
#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// The largest dataset there is: a page keeps all of it in the text of its run.
inline constexpr Index most_examples = 20'000;
inline constexpr Index most_features = 64;
inline constexpr Index most_classes = 20;

/// The parts that examples are dealt to: to fit on, to choose by, to judge by at the very end.
enum class Part { train, validation, test };

/// The part of every example, in the order of the data.
using Parts = std::vector<Part>;

/// Examples with their targets.
struct Dataset {
  Index count = 0;              ///< N examples
  Index features = 0;           ///< d inputs each
  Index classes = 0;            ///< C when the targets are labels 0 … C−1; 0 in regression
  std::vector<double> inputs;   ///< N × d, row-major
  std::vector<double> targets;  ///< N

  std::vector<std::string> feature_names = {};  ///< d; empty where the columns have no names
  std::string target_name = {};
  std::vector<std::string> class_names = {};  ///< C; empty where the classes are mere numbers

  Parts parts = {};  ///< N where the data come with a split of their own, else empty

  const double* input(Index example) const noexcept { return inputs.data() + example * features; }
  double target(Index example) const noexcept { return targets[static_cast<std::size_t>(example)]; }
  Index label(Index example) const noexcept { return static_cast<Index>(target(example)); }
};

/// What the catalog says of a dataset. A concrete one is a class with
///   name, title, summary, source
///   Parameters, parameters[], options[], texts[]
///   static Dataset make(const Parameters&)
struct DatasetDeclaration {
  std::string_view name;
  std::string_view title;
  std::string_view summary;
  std::string_view source;
  SettingDeclarations settings;  ///< its own, beside those of preparation_settings

  /// The data under `settings`, prepared as they say. Throws InvalidArgument for a bad one.
  std::shared_ptr<const Dataset> create(const Settings& settings) const;

  /// The data as they are before that, once their own settings are read.
  Dataset (*make_with)(const SettingValues& values);
};

}  // namespace fall_line
