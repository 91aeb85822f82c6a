#pragma once

#include "core/optimizers/hyperparameter.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

// What Adam (Kingma & Ba 2015) and its kin have in common, declared once.

constexpr ParameterDeclaration beta1_declaration() {
  return decay_declaration("beta1", "decayone", "\\beta_1", "memory of the first moment", 0.9,
                           0.99);
}

constexpr ParameterDeclaration beta2_declaration() {
  return decay_declaration("beta2", "decaytwo", "\\beta_2", "memory of the second moment", 0.999,
                           0.9999);
}

inline constexpr Quantity m_declaration = {
    "m",           "mom",
    "m",           "first moment: running average of the gradient",
    Shape::vector, Role::first_moment};

inline constexpr Quantity v_declaration = {
    "v",           "sqmom",
    "v",           "second moment: running average of the squared gradient",
    Shape::vector, Role::second_moment};

inline constexpr Quantity m_hat_declaration = {
    "m_hat", "momhat", "\\hat m", "first moment, corrected", Shape::vector, Role::first_moment};

inline constexpr Quantity v_hat_declaration = {
    "v_hat", "sqmomhat", "\\hat v", "second moment, corrected", Shape::vector, Role::second_moment};

inline constexpr FormulaLine m_line = {
    R"(\mom{t} = \decayone\,\mom{t-1} + (1-\decayone)\,\grad{t})",
    "Average the gradient: keep a share β₁ of the old average."};

inline constexpr FormulaLine v_line = {
    R"(\sqmom{t} = \decaytwo\,\sqmom{t-1} + (1-\decaytwo)\,\grad{t}^2)",
    "Average the squared gradient, coordinate by coordinate."};

inline constexpr FormulaLine m_hat_line = {
    R"(\momhat{t} = \frac{\mom{t}}{1-\decayone^{\now}})",
    "Divide by the total weight 1 − β₁ᵗ that m has received so far."};

inline constexpr FormulaLine v_hat_line = {R"(\sqmomhat{t} = \frac{\sqmom{t}}{1-\decaytwo^{\now}})",
                                           "The same for v, with its own β₂."};

inline constexpr FormulaLine adam_step_line = {
    R"(\change{t} = -\lrate\,\frac{\momhat{t}}{\sqrt{\sqmomhat{t}}+\eps})",
    "Divide the average gradient by its typical size."};

/// `line` as one that belongs to `choice` of `option`.
constexpr FormulaLine under(FormulaLine line, std::string_view option, std::string_view choice) {
  line.option = option;
  line.choice = choice;
  return line;
}

}  // namespace fall_line
