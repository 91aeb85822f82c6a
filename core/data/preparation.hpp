#pragma once

#include "core/data/dataset.hpp"

namespace fall_line {

/// What becomes of any dataset before a problem gets it: settings that every dataset has beside
/// its own.
///   1. Its examples are dealt to training, validation and test, by the shares, or as the data
///      themselves say (Dataset::parts). Without shares all of them train.
///   2. With folds ≥ 2, fold number `fold` of those that train becomes the validation part.
///   3. `standardise`: features to mean 0 and deviation 1 of the training part.
///   4. `part` is what is left.
/// So the same settings but for `part` give the data to train on and those to judge it by.
struct Preparation {
  double validation_share;
  double test_share;
  double folds;
  double fold;
  double split_seed;
  int part;  ///< number of a Part, or all_parts
  bool stratified;
  bool standardise;

  static constexpr int all_parts = 3;

  static constexpr Choice part_choices[] = {
      {"train", "training", "what a model is fitted to; all examples where none are set aside"},
      {"validation", "validation", "what hyperparameters are chosen by"},
      {"test", "test", "what is looked at only at the very end"},
      {"all", "all", "every example, whatever its part"},
  };
  static constexpr Choice stratified_choices[] = {
      {"off", "at random", "a part may by chance get few examples of a class"},
      {"on", "class by class", "every part gets its share of each class"},
  };
  static constexpr Choice standardise_choices[] = {
      {"off", "as they are", "features in their own units"},
      {"on", "standardised",
       "mean 0 and deviation 1 on the training part; one that is constant "
       "there becomes 0"},
  };
};

/// Declarations of the settings above.
struct PreparationDeclarations {
  static constexpr Parameter<Preparation> parameters[] = {
      {{.name = "validation_share",
        .symbol = "validationshare",
        .letter = "v",
        .meaning = "share of the examples to choose hyperparameters by",
        .default_value = 0.0,
        .allowed = {.low = 0.0, .high = 1.0, .high_open = true},
        .slider = {.low = 0.0, .high = 0.5}},
       &Preparation::validation_share},
      {{.name = "test_share",
        .symbol = "testshare",
        .letter = "u",
        .meaning = "share of the examples to judge by at the very end",
        .default_value = 0.0,
        .allowed = {.low = 0.0, .high = 1.0, .high_open = true},
        .slider = {.low = 0.0, .high = 0.5}},
       &Preparation::test_share},
      {{.name = "folds",
        .symbol = "folds",
        .letter = "k",
        .meaning = "folds of a cross-validation; 0: none",
        .default_value = 0.0,
        .allowed = {.low = 0.0, .high = 100.0},
        .slider = {.low = 0.0, .high = 10.0},
        .whole = true},
       &Preparation::folds},
      {{.name = "fold",
        .symbol = "fold",
        .letter = "j",
        .meaning = "the fold that validates, from 1",
        .default_value = 1.0,
        .allowed = {.low = 1.0, .high = 100.0},
        .slider = {.low = 1.0, .high = 10.0},
        .whole = true},
       &Preparation::fold},
      {{.name = "split_seed",
        .symbol = "splitseed",
        .letter = "s",
        .meaning = "another number deals the examples another way",
        .default_value = 1.0,
        .allowed = {.low = 0.0, .high = 1e9},
        .slider = {.low = 1.0, .high = 100.0},
        .whole = true},
       &Preparation::split_seed},
  };
  static constexpr Option<Preparation> options[] = {
      {{"part", "Examples", Preparation::part_choices},
       [](Preparation& settings, int choice) { settings.part = choice; }},
      {{"stratified", "Dealing", Preparation::stratified_choices},
       [](Preparation& settings, int choice) { settings.stratified = choice == 1; }},
      {{"standardise", "Features", Preparation::standardise_choices},
       [](Preparation& settings, int choice) { settings.standardise = choice == 1; }},
  };
};

/// The settings that every dataset has beside its own.
SettingDeclarations preparation_settings();

/// `data` after the four steps above, by those of `settings` that preparation_settings names.
/// Throws InvalidArgument for a bad one, for settings that contradict each other, and for a part
/// without examples.
std::shared_ptr<const Dataset> prepared(Dataset data, const Settings& settings);

/// Those of `settings` that are a dataset's own.
Settings without_preparation(const Settings& settings);

}  // namespace fall_line
