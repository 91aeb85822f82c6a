#pragma once

#include "core/data/dataset.hpp"

namespace fall_line {

/// What datasets of labelled points of the plane are set up with.
struct PlaneSettings {
  double count = 100.0;
  double classes = 2.0;
  double noise = 0.1;
  double turns = 1.0;
  double seed = 1.0;
};

constexpr ParameterDeclaration count_declaration(double default_value) {
  return {.name = "count",
          .symbol = "examplecount",
          .letter = "N",
          .meaning = "examples",
          .default_value = default_value,
          .allowed = {.low = 2.0, .high = static_cast<double>(most_examples)},
          .slider = {.low = 10.0, .high = 400.0},
          .scale = Scale::log,
          .whole = true};
}

constexpr ParameterDeclaration classes_declaration(double default_value) {
  return {.name = "classes",
          .symbol = "classcount",
          .letter = "C",
          .meaning = "classes",
          .default_value = default_value,
          .allowed = {.low = 2.0, .high = 10.0},
          .slider = {.low = 2.0, .high = 6.0},
          .whole = true};
}

constexpr ParameterDeclaration data_noise_declaration(double default_value) {
  return {.name = "noise",
          .symbol = "datanoise",
          .letter = "\\sigma",
          .meaning = "standard deviation of what chance adds",
          .default_value = default_value,
          .allowed = {.low = 0.0, .high = 100.0},
          .slider = {.low = 0.0, .high = 2.0}};
}

constexpr ParameterDeclaration data_seed_declaration() {
  return {.name = "seed",
          .symbol = "dataseed",
          .letter = "s",
          .meaning = "another number gives other data of the same kind",
          .default_value = 1.0,
          .allowed = {.low = 0.0, .high = 1e9},
          .slider = {.low = 1.0, .high = 100.0},
          .whole = true};
}

struct PlanePoint {
  double x;
  double y;
};

/// `count` points in `classes` classes: example i has label i mod classes, so that the classes
/// differ by at most one example, the larger ones first. Each lies where `place` puts it, plus
/// noise·N(0, 1) in each coordinate. `place` gets the label, and the number k = 0 … n−1 of the
/// point among the n of its class.
Dataset plane_classes(const PlaneSettings& settings,
                      PlanePoint (*place)(const PlaneSettings& settings, Index label, Index k,
                                          Index n));

}  // namespace fall_line
