#pragma once

#include "core/optimizers/hyperparameter.hpp"
#include "core/optimizers/linearized_residuals.hpp"
#include "core/optimizers/method.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// Levenberg (1944) and Marquardt (1963) for f = ‖r‖²: Gauss–Newton, damped.
///   (jtj + damping(t−1)·scaling)·trial(t) = −jtr,   jtj = JᵀJ,   jtr = Jᵀr = ½∇f
///   scaling = I (Levenberg) or diag(JᵀJ), no entry below 1e-6 (Marquardt)
///   predicted = f − ‖r + J·trial‖²,   gain_ratio = (f − f(theta + trial))/predicted
/// One step is one trial. It is taken where f falls; else delta = 0, theta stays, and the damping
/// grows for the next trial at the same place. Nielsen's update (Madsen, Nielsen & Tingleff 2004,
/// eq. 2.21): accepted: damping·max(⅓, 1 − (2·gain_ratio − 1)³), growth = 2; rejected:
/// damping·growth, growth·2.
///
/// Near the end f(theta) and f(theta + trial) differ by less than their round-off. Such a trial is
/// taken, and traced as if f fell as predicted, as long as what the straight model could still
/// gain halves from step to step; this finds the digits of theta that f cannot show.
///
/// Converged where that ends, where Jᵀr = 0, or where the trial no longer moves theta.
/// damping_exhausted where no damping makes f fall. Where f(theta + trial) is not finite it counts
/// as 1e200; the damping stays within [1e-30, 1e300]. Cost: 2mn² where theta is new, 2n³ a trial;
/// m residuals a trial, a Jacobian after each that is taken. Expects theta as the last step left
/// it; if it is not, the damping stays and the rest is computed afresh.
class LevenbergMarquardt {
 public:
  static constexpr std::string_view name = "levenberg_marquardt";
  static constexpr std::string_view title = "Levenberg–Marquardt";
  static constexpr std::string_view summary =
      "Gauss–Newton with a brake: damping shortens the step until the function falls, and lets go "
      "when the model can be trusted.";
  static constexpr std::string_view source =
      "Levenberg 1944; Marquardt 1963; Madsen, Nielsen & Tingleff 2004; lecture 1";
  static constexpr Needs needs = Needs::residuals;

  enum class Damping { marquardt, levenberg };
  enum class Update { nielsen, classical, constant };
  enum class RightSide { half_gradient, full_gradient };

  struct Hyperparameters {
    double initial_damping;
    Damping damping;
    Update update;
    RightSide right_side;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {{.name = "initial_damping",
        .symbol = "dampingstart",
        .letter = "\\lambda_0",
        .meaning = "damping of the first trial",
        .default_value = 1e-4,
        .allowed = {.low = 0.0, .high = 1e100, .low_open = true},
        .slider = {.low = 1e-9, .high = 1e3},
        .scale = Scale::log},
       &Hyperparameters::initial_damping},
  };

  static constexpr Choice damping_choices[] = {
      {"marquardt", "diagonal", "λ·diag(JᵀJ), Marquardt 1963: the units of a parameter cancel"},
      {"levenberg", "identity", "λ·I, Levenberg 1944: the same brake on every parameter"},
  };
  static constexpr Choice update_choices[] = {
      {"nielsen", "Nielsen", "follows the gain ratio smoothly; grows faster with every rejection"},
      {"classical", "×10, ÷10", "ten times less after a success, ten times more after a failure"},
      {"constant", "constant", "λ never changes and every trial is taken, even uphill"},
  };
  static constexpr Choice right_side_choices[] = {
      {"half_gradient", "−Jᵀr", "half the gradient, which fits JᵀJ, half the Hessian"},
      {"full_gradient", "−∇f",
       "the whole gradient 2Jᵀr beside JᵀJ, as printed in lecture 1: twice the step"},
  };
  static constexpr Option<Hyperparameters> options[] = {
      {{"damping", "Damping", damping_choices},
       [](Hyperparameters& h, int choice) { h.damping = Damping{choice}; }},
      {{"update", "Update of λ", update_choices},
       [](Hyperparameters& h, int choice) { h.update = Update{choice}; }},
      {{"right_side", "Right-hand side", right_side_choices},
       [](Hyperparameters& h, int choice) { h.right_side = RightSide{choice}; }},
  };

  enum : int {
    jtj_quantity,
    jtr_quantity,
    scaling_quantity,
    trial_quantity,
    trial_loss,
    predicted_quantity,
    gain_ratio,
    accepted_quantity,
    damping_factor,
    growth_quantity,
    delta_index
  };
  static constexpr Quantity quantities[] = {
      jtj_declaration,
      jtr_declaration,
      {"scaling", "scaling", "D", "what the damping is multiplied with, a diagonal matrix",
       Shape::matrix, Role::curvature},
      {"trial", "trial", "p", "the step that is tried", Shape::vector, Role::step},
      {"trial_loss", "trialloss", "f^{\\text{try}}", "value of the function where the trial leads",
       Shape::scalar, Role::loss},
      {"predicted", "predicted", "m", "how far the function would fall with straight residuals",
       Shape::scalar, Role::loss},
      {"gain_ratio", "gainratio", "\\rho", "how far it falls, as a share of what was predicted",
       Shape::scalar, Role::factor},
      {"accepted", "accepted", "a", "1 where the trial is taken, 0 where it is rejected",
       Shape::scalar, Role::factor},
      {"damping_factor", "damping", "\\lambda", "the damping of the next trial", Shape::scalar,
       Role::factor},
      {"growth", "growth", "\\nu", "what the damping is multiplied with at a rejection",
       Shape::scalar, Role::factor},
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      jtr_line,
      {R"(\scaling{t} = \max(0.000001\,\identity, \operatorname{diag}(\jtj{t})))",
       "Brake each parameter by its own curvature, a hardly curved one by 10⁻⁶.", "damping",
       "marquardt"},
      {R"(\scaling{t} = \identity)", "Brake every parameter alike.", "damping", "levenberg"},
      {R"((\jtj{t} + \damping{t-1}\,\scaling{t})\,\trial{t} = -\jtr{t})",
       "Little damping: almost Gauss–Newton. Much: a short step downhill.", "right_side",
       "half_gradient"},
      {R"((\jtj{t} + \damping{t-1}\,\scaling{t})\,\trial{t} = -\grad{t})",
       "Lecture 1 has the whole gradient here, twice what belongs to JᵀJ.", "right_side",
       "full_gradient"},
      {R"(\predicted{t} = -2\,\trial{t}^\top\jtr{t} - \trial{t}^\top\jtj{t}\,\trial{t})",
       "How far f would fall if the residuals were straight lines."},
      {R"(\loss{t-1} - \trialloss{t} = \gainratio{t}\,\predicted{t})",
       "The gain ratio is the share of the predicted fall that really happens."},
      {R"(\accepted{t} = \mathbb{1}[\gainratio{t} > 0])", "Take the trial if f falls.", "update",
       "nielsen"},
      {R"(\damping{t} = \damping{t-1}\,(\accepted{t}\,\max(\tfrac13, 1 - (2\,\gainratio{t} - 1)^3) + (1 - \accepted{t})\,\growth{t-1}))",
       "A good prediction loosens the brake, at most to a third; a rejection tightens it.",
       "update", "nielsen"},
      {R"(\growth{t} = 2\,(\accepted{t} + (1 - \accepted{t})\,\growth{t-1}))",
       "Each further rejection tightens it twice as hard.", "update", "nielsen"},
      {R"(\accepted{t} = \mathbb{1}[\gainratio{t} > 0])", "Take the trial if f falls.", "update",
       "classical"},
      {R"(\damping{t} = \damping{t-1}\,(\frac{\accepted{t}}{10} + 10\,(1 - \accepted{t})))",
       "A tenth after a success, tenfold after a failure.", "update", "classical"},
      {R"(\growth{t} = 10)", "Every rejection tightens the brake alike.", "update", "classical"},
      {R"(\accepted{t} = 1)", "Take every trial.", "update", "constant"},
      {R"(\damping{t} = \dampingstart)", "Leave the brake as it is.", "update", "constant"},
      {R"(\growth{t} = 1)", "Nothing is rejected, nothing grows.", "update", "constant"},
      {R"(\change{t} = \accepted{t}\,\trial{t})", "A rejected trial moves nothing."},
      theta_line,
  };

  LevenbergMarquardt(const Hyperparameters& values, const Objective& objective);

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    const StepStatus status = try_step(theta, n, objective);
    if constexpr (AnyTape::records) {
      if (status == StepStatus::ok) record(n, tape);
    }
    return status;
  }

  template <class AnyTape>
  void record_initial(Index, AnyTape tape) const noexcept {
    tape.scalar(damping_factor, hyperparameters.initial_damping);
    tape.scalar(growth_quantity, first_growth());
  }

  double stable_curvature() const noexcept { return not_yet; }

 private:
  StepStatus try_step(double* theta, Index n, Objective& objective) noexcept;
  void linearize(const double* theta, Index n, Objective& objective) noexcept;
  void adapt_damping() noexcept;
  void record(Index n, Tape tape) const noexcept;
  double first_growth() const noexcept;

  LinearizedResiduals model_;
  Vector theta_;  ///< where value_ and, unless moved_, model_ belong to
  Vector jtr_, scaling_, trial_, point_;
  double value_ = not_yet;
  double damping_ = not_yet;  ///< not_yet: the first trial is still to come
  double growth_ = not_yet;
  double trial_value_ = 0.0, predicted_ = 0.0, gain_ratio_ = 0.0;
  double last_left_ = infinity;  ///< what was left to gain a step ago, where f could not tell
  bool accepted_ = false;
  bool known_ = false;       ///< theta_ holds a point
  bool moved_ = false;       ///< model_ still belongs to the point before theta_
  bool first_here_ = true;   ///< no trial from theta_ so far
  bool negligible_ = false;  ///< at theta_ there is all but nothing left to gain
};

}  // namespace fall_line
