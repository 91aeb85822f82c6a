#include "core/data/preparation.hpp"

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/owner.hpp"
#include "core/data/split.hpp"
#include "core/data/standardisation.hpp"

namespace fall_line {

namespace {

Parts dealt(const Dataset& data, const Preparation& settings) {
  const double validation = settings.validation_share, test = settings.test_share;
  const auto seed = static_cast<std::uint64_t>(settings.split_seed);
  if (validation + test > 1.0) {
    throw InvalidArgument("data.test_share", short_text(test),
                          "at most 1 together with the validation share " + short_text(validation));
  }
  if (!data.parts.empty() && validation + test > 0.0) {
    throw InvalidArgument("data.test_share", short_text(validation + test) + " set aside",
                          "0: these data come with a split of their own");
  }
  Parts parts = data.parts.empty()
                    ? split_by_shares(data, validation, test, settings.stratified, seed)
                    : data.parts;
  if (settings.folds == 0.0) return parts;
  if (validation > 0.0) {
    throw InvalidArgument("data.validation_share", short_text(validation),
                          "0 beside folds, of which one validates");
  }
  const Dataset training = subset(data, parts, Part::train);
  const auto folds = static_cast<Index>(settings.folds);
  if (folds < 2 || folds > training.count) {
    throw InvalidArgument(
        "data.folds", std::to_string(folds),
        "0 (none) or 2 to " + std::to_string(training.count) + ", the examples that train");
  }
  if (settings.fold > settings.folds) {
    throw InvalidArgument("data.fold", short_text(settings.fold),
                          "1 to " + std::to_string(folds) + ", the folds");
  }
  const auto fold = fold_of_each(training, folds, settings.stratified, seed);
  std::size_t next = 0;
  for (Part& part : parts) {
    if (part != Part::train) continue;
    if (fold[next++] == static_cast<Index>(settings.fold) - 1) part = Part::validation;
  }
  return parts;
}

}  // namespace

SettingDeclarations preparation_settings() { return declarations_by<PreparationDeclarations>(); }

Settings without_preparation(const Settings& settings) {
  return settings_among(preparation_settings(), settings, false);
}

std::shared_ptr<const Dataset> prepared(Dataset data, const Settings& given) {
  const auto settings = with_settings<PreparationDeclarations, Preparation>(
      "data.", settings_among(preparation_settings(), given, true));
  const Parts parts = dealt(data, settings);
  Standardisation standardisation;
  if (settings.standardise) {
    const Dataset training = subset(data, parts, Part::train);
    if (training.count == 0) {
      throw InvalidArgument("data.standardise", "'on'", "off: no example is left for training");
    }
    standardisation = fit_standardisation(training);
  }
  data.parts.clear();
  if (settings.part != Preparation::all_parts) {
    data = subset(data, parts, Part{settings.part});
    if (data.count == 0) {
      throw InvalidArgument(
          "data.part", std::string(Preparation::part_choices[settings.part].name),
          "a part that has examples: validation_share, test_share or folds set some aside");
    }
  }
  if (settings.standardise) standardisation.apply(data);
  return std::make_shared<const Dataset>(std::move(data));
}

}  // namespace fall_line
