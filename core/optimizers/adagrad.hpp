#pragma once

#include <cmath>

#include "core/numerics/floating_point.hpp"
#include "core/optimizers/hyperparameter.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// AdaGrad (Duchi, Hazan & Singer 2011, diagonal): each coordinate divided by the root of all its
/// squared gradients so far.
///   squares(t) = squares(t−1) + gradient(t)²                squares(0) = 0
///   scale(t) = √squares(t),      rate(t) = learning_rate          in the form sum
///   scale(t) = √(squares(t)/t),  rate(t) = learning_rate/√t       in the form root_mean_square
///   delta(t) = −rate(t) · gradient(t) / (scale(t) + epsilon)
/// The two forms are the same but for ε: √t cancels. Without ε, 0/0 is 0: a coordinate that has
/// had no gradient yet stays. Cost: O(n) time, n doubles of state.
class AdaGrad {
 public:
  static constexpr std::string_view name = "adagrad";
  static constexpr std::string_view title = "AdaGrad";
  static constexpr std::string_view summary =
      "Divide each coordinate of the gradient by the size of all its gradients so far.";
  static constexpr std::string_view source = "Duchi, Hazan & Singer 2011; lectures 0, 3, 4";

  enum class Form { sum, root_mean_square };

  struct Hyperparameters {
    double learning_rate;
    double epsilon;
    Form form;
    EpsilonPlace epsilon_place;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {learning_rate_declaration(0.01), &Hyperparameters::learning_rate},
      {epsilon_declaration(1e-8), &Hyperparameters::epsilon},
  };

  static constexpr Choice form_choices[] = {
      {"sum", "sum of squares", "divided by √Σg², as in Duchi et al. 2011 and lectures 0 and 3"},
      {"root_mean_square", "root mean square",
       "α/√t divided by the root mean square of the gradients, as lecture 4 derives it"},
  };
  static constexpr Choice epsilon_place_choices[] = {
      {"outside", "outside the root", "√G + ε"},
      {"inside", "inside the root", "√(G + ε), as printed in lecture 3"},
      {"none", "no ε", "√G, as in lectures 0 and 4; the step is zero where every gradient was"},
  };
  static constexpr Option<Hyperparameters> options[] = {
      {{"form", "Form", form_choices},
       [](Hyperparameters& h, int choice) { h.form = Form{choice}; }},
      {{"epsilon_place", "Place of ε", epsilon_place_choices},
       [](Hyperparameters& h, int choice) { h.epsilon_place = EpsilonPlace{choice}; }}};

  enum : int { squares_quantity, scale_quantity, rate_quantity, delta_index };
  static constexpr Quantity quantities[] = {
      {"squares", "squares", "G", "sum of all squared gradients so far", Shape::vector,
       Role::second_moment},
      {"scale", "gradscale", "\\sigma", "size of the gradients so far", Shape::vector,
       Role::second_moment},
      {"rate", "decayedrate", "\\eta", "learning rate of this step, before it is divided",
       Shape::scalar, Role::factor},
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      {R"(\squares{t} = \squares{t-1} + \grad{t}^2)",
       "Add up the squared gradients, coordinate by coordinate, and forget none."},
      {R"(\gradscale{t} = \sqrt{\squares{t}})", "The root of their sum.", "form", "sum"},
      {R"(\gradscale{t} = \sqrt{\frac{\squares{t}}{\now}})", "The root of their mean.", "form",
       "root_mean_square"},
      {R"(\decayedrate{t} = \lrate)", "The learning rate itself stays as it is.", "form", "sum"},
      {R"(\decayedrate{t} = \frac{\lrate}{\sqrt{\now}})",
       "The learning rate decays; √t cancels in the quotient below.", "form", "root_mean_square"},
      {R"(\change{t} = -\decayedrate{t}\,\frac{\grad{t}}{\gradscale{t}+\eps})",
       "Divide by the size: a gradient larger than usual makes a long step.", "epsilon_place",
       "outside"},
      {R"(\change{t} = -\decayedrate{t}\,\frac{\grad{t}}{\sqrt{\gradscale{t}^2+\eps}})",
       "Divide by the size, with ε under the root.", "epsilon_place", "inside"},
      {R"(\change{t} = -\decayedrate{t}\,\frac{\grad{t}}{\gradscale{t}})",
       "Divide by the size; where it is still zero, stay.", "epsilon_place", "none"},
      theta_line,
  };

  AdaGrad(const Hyperparameters& values, Index dimension)
      : hyperparameters(values), squares_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  void step(double* __restrict theta, const double* __restrict gradient, Index n,
            AnyTape tape) noexcept {
    steps_ += 1.0;
    const double count = hyperparameters.form == Form::sum ? 1.0 : steps_, share = 1.0 / count;
    const double rate = hyperparameters.learning_rate / std::sqrt(count);
    const auto [inside, outside] =
        epsilon_terms(hyperparameters.epsilon_place, hyperparameters.epsilon);
    const double epsilon_inside = inside, epsilon_outside = outside;
    double* __restrict squares = squares_.data();
    tape.scalar(rate_quantity, rate);
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i];
      const double squares_new = squares[i] + g * g;
      const double mean = squares_new * share;
      const double size = std::sqrt(mean + epsilon_inside) + epsilon_outside;
      const double delta = -rate * g / above_zero(size);
      squares[i] = squares_new;
      theta[i] += delta;
      tape.vector(squares_quantity, i, squares_new);
      if constexpr (AnyTape::records) tape.vector(scale_quantity, i, std::sqrt(mean));
      tape.vector(delta_index, i, delta);
    }
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    tape.vector(squares_quantity, squares_.data(), n);
  }

  double stable_curvature() const noexcept { return not_yet; }

 private:
  Vector squares_;
  double steps_ = 0.0;
};

}  // namespace fall_line
