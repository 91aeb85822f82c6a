#pragma once

#include "core/data/dataset.hpp"

namespace fall_line {

/// The scores that a classifier of three classes gave three images, the first a cat, the second
/// a car, the third a frog: the table of lecture 2. Features are the scores of cat, car, frog.
class ImageScores {
 public:
  static constexpr std::string_view name = "image_scores";
  static constexpr std::string_view title = "Scores of three images";
  static constexpr std::string_view summary =
      "What a classifier says of a cat, a car and a frog; only the car is right.";
  static constexpr std::string_view source = "lecture 2";

  struct Parameters {
    double scale;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "scale",
        .symbol = "scorescale",
        .letter = "c",
        .meaning = "multiplies every score; 2: the weights doubled",
        .default_value = 1.0,
        .allowed = {.low = 0.0, .high = 1e6},
        .slider = {.low = 0.0, .high = 4.0}},
       &Parameters::scale}};

  static constexpr double scores[] = {3.2, 5.1, -1.7, 1.3, 4.9, 2.0, 2.2, 2.5, -3.1};

  static Dataset make(const Parameters& parameters) {
    Dataset data = {.count = 3,
                    .features = 3,
                    .classes = 3,
                    .inputs = {std::begin(scores), std::end(scores)},
                    .targets = {0, 1, 2},
                    .feature_names = {"cat score", "car score", "frog score"},
                    .target_name = "image",
                    .class_names = {"cat", "car", "frog"}};
    for (double& score : data.inputs) score *= parameters.scale;
    return data;
  }
};

}  // namespace fall_line
