#pragma once

#include <limits>

#include "core/catalog/setting.hpp"

namespace fall_line {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// The learning rate α, declared once for every method that has one.
constexpr ParameterDeclaration learning_rate_declaration(double default_value) {
  return {.name = "learning_rate",
          .symbol = "lrate",
          .letter = "\\alpha",
          .meaning = "scales every step",
          .default_value = default_value,
          .allowed = {.low = 0.0, .high = infinity, .low_open = true},
          .slider = {.low = 1e-4, .high = 10.0},
          .scale = Scale::log};
}

/// ε, the small number that keeps a denominator from being zero.
constexpr ParameterDeclaration epsilon_declaration(double default_value) {
  return {.name = "epsilon",
          .symbol = "eps",
          .letter = "\\epsilon",
          .meaning = "keeps the denominator from being zero",
          .default_value = default_value,
          .allowed = {.low = 0.0, .high = infinity},
          .slider = {.low = 1e-12, .high = 1.0},
          .scale = Scale::log};
}

/// A decay rate β in [0, 1): the share of the old average that is kept.
constexpr ParameterDeclaration decay_declaration(std::string_view name, std::string_view symbol,
                                                 std::string_view letter, std::string_view meaning,
                                                 double default_value, double slider_high) {
  return {.name = name,
          .symbol = symbol,
          .letter = letter,
          .meaning = meaning,
          .default_value = default_value,
          .allowed = {.low = 0.0, .high = 1.0, .high_open = true},
          .slider = {.low = 0.0, .high = slider_high}};
}

/// `denominator` ≥ 0, or where it is zero the smallest number there is, so that 0/0 becomes 0.
constexpr double above_zero(double denominator) {
  constexpr double smallest = std::numeric_limits<double>::denorm_min();
  return denominator > smallest ? denominator : smallest;
}

/// Where ε stands in the denominator √v + ε; rescaled is Adam's alone.
enum class EpsilonPlace { outside, inside, none, rescaled };

inline constexpr Choice epsilon_place_choices[] = {
    {"outside", "outside the root", "√v + ε, as in Kingma & Ba 2015 and lecture 0"},
    {"inside", "inside the root", "√(v + ε), as printed in lectures 1 and 3"},
    {"none", "no ε", "√v: 0/0 where every gradient so far was zero"},
};

/// ε split into what is added under the root and what is added outside, so that one loop
/// without a branch serves all these places.
struct EpsilonTerms {
  double inside;
  double outside;
};

constexpr EpsilonTerms epsilon_terms(EpsilonPlace place, double epsilon) {
  return {place == EpsilonPlace::inside ? epsilon : 0.0,
          place == EpsilonPlace::outside ? epsilon : 0.0};
}

}  // namespace fall_line
