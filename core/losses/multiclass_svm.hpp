#pragma once

#include "core/losses/hinge.hpp"
#include "core/losses/loss.hpp"

namespace fall_line {

/// The multiclass SVM loss (Weston & Watkins 1999) of scores s for class y, the largest entry of
/// the target:
///   m_j = s_j − s_y + margin
///   L = scale · Σ_{j ≠ y} max(0, m_j)^power,  power 1 or 2
///   gradient_j = scale · power·max(0, m_j)^(power−1),  gradient_y = −Σ_{j ≠ y} gradient_j
/// scale is 1 (sum) or 1 over the number of terms (mean). At a kink, m_j = 0, the slope is 0.
/// With own class included, the term j = y adds the constant margin^power. Cost: O(C).
class MulticlassSvm {
 public:
  static constexpr std::string_view name = "multiclass_svm";
  static constexpr std::string_view title = "Multiclass SVM";
  static constexpr std::string_view summary =
      "Every wrong class whose score comes within a margin of the right one's is charged.";
  static constexpr std::string_view source = "Weston & Watkins 1999; lecture 2";
  static constexpr LossTask task = LossTask::classes;

  enum class Reduction { sum, mean };
  enum class OwnClass { left_out, included };
  struct Parameters {
    double margin;
    HingePower power;
    Reduction reduction;
    OwnClass own_class;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {margin_declaration(), &Parameters::margin},
  };
  static constexpr Choice reduction_choices[] = {
      {"sum", "sum", "add the terms, as in lecture 2"},
      {"mean", "mean", "divide by their number: the same minima, another scale"},
  };
  static constexpr Choice own_class_choices[] = {
      {"left_out", "left out", "only the wrong classes"},
      {"included", "included", "the right class too: adds a constant, the gradient stays"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"power", "Hinge", hinge_power_choices},
       [](Parameters& p, int choice) { p.power = HingePower{choice}; }},
      {{"reduction", "Terms", reduction_choices},
       [](Parameters& p, int choice) { p.reduction = Reduction{choice}; }},
      {{"own_class", "Right class", own_class_choices},
       [](Parameters& p, int choice) { p.own_class = OwnClass{choice}; }},
  };

  enum : int {
    own_score,
    margin_quantity,
    violation,
    term_quantity,
    term_count,
    term_scale,
    slope_quantity
  };
  static constexpr Quantity quantities[] = {
      {"own_score", "ownscore", "u", "score of the right class", Shape::scalar, Role::parameter},
      {"margins", "margin", "m", "how far each class is inside the margin", Shape::vector,
       Role::factor},
      {"violation", "violation", "h", "the part of it that counts", Shape::vector, Role::factor},
      {"terms", "svmterm", "L", "what each class adds", Shape::vector, Role::loss},
      {"term_count", "termcount", "N", "how many classes are compared", Shape::scalar,
       Role::factor},
      {"term_scale", "termscale", "c", "what their sum is multiplied by", Shape::scalar,
       Role::factor},
      {"slopes", "svmslope", "h'", "how fast each term grows with its score", Shape::vector,
       Role::gradient},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\ownscore{t} = \sum_k \target{t}\,\score{t})", "The target picks out its class."},
      {R"(\margin{t} = \score{t} - \ownscore{t} + \keptmargin)",
       "A class is safe when it trails the right one by the margin."},
      {R"(\violation{t} = (1 - \target{t})\,\max(0, \margin{t}))",
       "Only wrong classes, and only what is missing.", "own_class", "left_out"},
      {R"(\violation{t} = \max(0, \margin{t}))", "The right class is compared with itself as well.",
       "own_class", "included"},
      {R"(\svmterm{t} = \violation{t})", "Charge what is missing.", "power", "linear"},
      {R"(\svmterm{t} = \violation{t}^2)", "Charge its square.", "power", "squared"},
      {R"(\termcount{t} = \entries{t} - 1)", "One comparison for each wrong class.", "own_class",
       "left_out"},
      {R"(\termcount{t} = \entries{t})", "One comparison for each class.", "own_class", "included"},
      {R"(\termscale{t} = 1)", "Take the plain sum.", "reduction", "sum"},
      {R"(\termscale{t} = \frac{1}{\termcount{t}})", "Divide by how many there are.", "reduction",
       "mean"},
      {R"(\exampleloss{t} = \termscale{t} \sum_k \svmterm{t})", "Add what the classes owe."},
      {R"(\svmslope{t} = (1 - \target{t})\,\mathbb{1}[\margin{t} > 0])",
       "A wrong class inside the margin pays one for one; on the kink, nothing.", "power",
       "linear"},
      {R"(\svmslope{t} = 2\,(1 - \target{t})\,\max(0, \margin{t}))",
       "The deeper inside the margin, the steeper.", "power", "squared"},
      {R"(\scoregrad{t} = \termscale{t}\,(\svmslope{t} - \target{t} \sum_k \svmslope{t}))",
       "What pushes the wrong classes down pushes the right one up."},
  };

  explicit MulticlassSvm(const Parameters& parameters) noexcept : parameters_(parameters) {}

  template <class AnyTape>
  double value_and_gradient(const double* scores, const double* target, Index count,
                            double* gradient, AnyTape tape) const noexcept {
    const Index own = own_class_of(target, count);
    const double terms = term_count_of(count), scale = scale_for(terms);
    double sum = 0.0, slopes = 0.0;
    for (Index k = 0; k < count; ++k) {
      const double margin = scores[k] - scores[own] + parameters_.margin;
      Hinge hinge(parameters_.power, margin);
      if (k == own) {
        hinge.slope = 0.0;
        if (parameters_.own_class == OwnClass::left_out) hinge.value = 0.0;
      }
      sum += hinge.value;
      slopes += hinge.slope;
      gradient[k] = scale * hinge.slope;
      if constexpr (AnyTape::records) {
        const bool counts = k != own || parameters_.own_class == OwnClass::included;
        tape.vector(margin_quantity, k, margin);
        tape.vector(violation, k, counts ? Hinge(HingePower::linear, margin).value : 0.0);
        tape.vector(term_quantity, k, hinge.value);
        tape.vector(slope_quantity, k, hinge.slope);
      }
    }
    gradient[own] = -scale * slopes;
    tape.scalar(own_score, scores[own]);
    tape.scalar(term_count, terms);
    tape.scalar(term_scale, scale);
    return scale * sum;
  }

  void hessian(const double* scores, const double* target, Index count, double* h) const noexcept {
    const Index own = own_class_of(target, count);
    const double scale = scale_for(term_count_of(count));
    for (Index i = 0; i < count * count; ++i) h[i] = 0.0;
    for (Index k = 0; k < count; ++k) {
      if (k == own) continue;
      const double margin = scores[k] - scores[own] + parameters_.margin;
      const double curvature = scale * Hinge(parameters_.power, margin).curvature;
      h[k * count + k] = curvature;
      h[k * count + own] = h[own * count + k] = -curvature;
      h[own * count + own] += curvature;
    }
  }

 private:
  static Index own_class_of(const double* target, Index count) noexcept {
    Index own = 0;
    for (Index k = 1; k < count; ++k) {
      if (target[k] > target[own]) own = k;
    }
    return own;
  }

  double term_count_of(Index count) const noexcept {
    return static_cast<double>(parameters_.own_class == OwnClass::included ? count : count - 1);
  }

  /// A single class has nothing to be compared with: its sum of no terms is 0 in any scale.
  double scale_for(double terms) const noexcept {
    return parameters_.reduction == Reduction::mean && terms > 0.0 ? 1.0 / terms : 1.0;
  }

  Parameters parameters_;
};

}  // namespace fall_line
