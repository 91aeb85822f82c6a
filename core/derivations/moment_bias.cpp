#include "core/derivations/moment_bias.hpp"

#include <string>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"
#include "core/run/run.hpp"

namespace fall_line {

namespace {

enum : int { expected_gradient, expected_moment, weight };

constexpr Quantity first_quantities[] = {
    {"expected_gradient", "meangrad", "\\mathbb{E}[g_{#1}]", "mean of the gradient", Shape::vector,
     Role::gradient},
    {"expected_m", "meanmom", "\\mathbb{E}[m_{#1}]", "mean of the first moment", Shape::vector,
     Role::first_moment},
    {"weight1", "weightone", "w", "total weight m has given to gradients", Shape::scalar,
     Role::factor},
};

constexpr FormulaLine first_lines[] = {
    {R"(\mom{t} = \decayone\,\mom{t-1} + (1-\decayone)\,\grad{t})",
     "The update, as it runs. It begins with m₀ = 0."},
    {R"(\mom{t} = (1-\decayone)\sum_{i=1}^{\now}\decayone^{\now-i}\,\grad{i})",
     "Put the update into itself until m₀ is reached. Every gradient is still there, the older "
     "the fainter."},
    {R"(\meanmom{t} = (1-\decayone)\sum_{i=1}^{\now}\decayone^{\now-i}\,\meangrad{i})",
     "Take the expectation. It passes through the sum, because the weights are not random."},
    {R"(\meanmom{t} = \meangrad{t}\,(1-\decayone)\sum_{i=1}^{\now}\decayone^{\now-i})",
     "If the mean gradient stays the same from step to step, it comes out of the sum."},
    {R"(\meanmom{t} = \meangrad{t}\,(1-\decayone)\,\frac{1-\decayone^{\now}}{1-\decayone})",
     "What is left is a geometric sum of t terms, from 1 to β₁ᵗ⁻¹."},
    {R"(\meanmom{t} = \meangrad{t}\,(1-\decayone^{\now}))",
     "The factors 1 − β₁ cancel. This is the bias: a factor below 1 that grows towards 1."},
    {R"(\meangrad{t} = \frac{\meanmom{t}}{1-\decayone^{\now}})",
     "Divide by it, and the expectation is right from the first step on."},
    {R"(\momhat{t} = \frac{\mom{t}}{1-\decayone^{\now}})",
     "So this is what Adam uses in place of m.", "bias_correction", "on"},
};

constexpr Quantity second_quantities[] = {
    {"expected_square", "meansquare", "\\mathbb{E}[g_{#1}^2]", "mean of the squared gradient",
     Shape::vector, Role::gradient},
    {"expected_v", "meansqmom", "\\mathbb{E}[v_{#1}]", "mean of the second moment", Shape::vector,
     Role::second_moment},
    {"weight2", "weighttwo", "w", "total weight v has given to squared gradients", Shape::scalar,
     Role::factor},
};

constexpr FormulaLine second_lines[] = {
    {R"(\sqmom{t} = \decaytwo\,\sqmom{t-1} + (1-\decaytwo)\,\grad{t}^2)",
     "The same average, now of the squared gradient. It begins with v₀ = 0."},
    {R"(\sqmom{t} = (1-\decaytwo)\sum_{i=1}^{\now}\decaytwo^{\now-i}\,\grad{i}^2)",
     "Put the update into itself until v₀ is reached."},
    {R"(\meansqmom{t} = \meansquare{t}\,(1-\decaytwo)\sum_{i=1}^{\now}\decaytwo^{\now-i})",
     "Take the expectation; the mean square comes out of the sum."},
    {R"(\meansqmom{t} = \meansquare{t}\,(1-\decaytwo^{\now}))",
     "The geometric sum again. With β₂ = 0.999 this factor stays small for thousands of steps."},
    {R"(\sqmomhat{t} = \frac{\sqmom{t}}{1-\decaytwo^{\now}})",
     "So this is what Adam uses in place of v.", "bias_correction", "on"},
};

// The first moment is derived as the average of the gradients, not of their opposites.
void require_added_gradients(const Run& run) {
  for (const auto& [name, choice] : run.spec().method_settings) {
    if (name == "gradient_sign" && choice != "plus") {
      throw InvalidArgument("method.gradient_sign", "'" + choice + "'", "plus");
    }
  }
}

Trace derive_bias(const Run& run, std::span<const Quantity> quantities, std::string_view decay_name,
                  bool squared) {
  const Index n = run.problem().dimension();
  Vector mean(n), mean_square(n);
  if (!run.problem().gradient_moments(mean.data(), mean_square.data())) {
    throw InvalidArgument("problem", "'" + run.spec().problem + "'",
                          "a problem whose gradient keeps its distribution: "
                          "constant_gradient, noisy_gradient");
  }
  const Vector& expected = squared ? mean_square : mean;
  const auto values = run.method().values(run.spec().method_settings).numbers;
  double beta = not_yet;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (run.method().settings.parameters[i].name == decay_name) beta = values[i];
  }

  Trace trace(quantities, n);
  trace.reserve(run.trace().rows());
  Vector moment = Vector::Zero(n);
  double total_weight = 0.0;
  double oldest_weight = 1.0 - beta;  // (1 − β)βᵗ⁻¹, what the first gradient still counts
  for (Index row = 0; row < run.trace().rows(); ++row) {
    const Tape tape = trace.append_row();
    if (row > 0) {
      for (Index i = 0; i < n; ++i) moment[i] = beta * moment[i] + (1.0 - beta) * expected[i];
      total_weight += oldest_weight;
      oldest_weight *= beta;
    }
    for (Index i = 0; i < n; ++i) {
      tape.vector(expected_gradient, i, expected[i]);
      tape.vector(expected_moment, i, moment[i]);
    }
    tape.scalar(weight, total_weight);
  }
  return trace;
}

}  // namespace

DerivationDeclaration first_moment_bias() {
  return {.name = "first_moment_bias",
          .title = for_readers("Why m is divided by 1 − β₁ᵗ"),
          .method = "adam",
          .quantities = quantity_declarations<first_quantities>,
          .lines = for_readers(first_lines),
          .derive = [](const Run& run) {
            require_added_gradients(run);
            return derive_bias(run, quantity_declarations<first_quantities>, "beta1", false);
          }};
}

DerivationDeclaration second_moment_bias() {
  return {.name = "second_moment_bias",
          .title = for_readers("Why v is divided by 1 − β₂ᵗ"),
          .method = "adam",
          .quantities = quantity_declarations<second_quantities>,
          .lines = for_readers(second_lines),
          .derive = [](const Run& run) {
            return derive_bias(run, quantity_declarations<second_quantities>, "beta2", true);
          }};
}

}  // namespace fall_line
