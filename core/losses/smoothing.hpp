#pragma once

#include "core/catalog/setting.hpp"
#include "core/numerics/pair.hpp"
#include "core/trace/quantity.hpp"

namespace fall_line {

/// Who receives the share ε that label smoothing takes from the right class.
enum class Smoothing { others, everyone };

inline constexpr Choice smoothing_choices[] = {
    {"others", "the other classes", "ε/(n−1) to each of them, 1 − ε stays: lecture 3"},
    {"everyone", "all classes", "ε/n to each, the right one included: Szegedy et al. 2016"},
};

constexpr ParameterDeclaration smoothing_declaration() {
  return {.name = "smoothing",
          .symbol = "smoothing",
          .letter = "\\varepsilon",
          .meaning = "share of the target that label smoothing gives away",
          .default_value = 0.0,
          .allowed = {.low = 0.0, .high = 1.0, .high_open = true},
          .slider = {.low = 0.0, .high = 0.5}};
}

/// For losses with the option smoothing_form and a quantity \smoothtarget.
inline constexpr FormulaLine smoothing_lines[] = {
    {R"(\smoothtarget{t} = (1-\smoothing)\,\target{t} + )"
     R"(\smoothing\,\frac{1-\target{t}}{\entries{t}-1})",
     "Hand a share of the target to the other classes.", "smoothing_form", "others"},
    {R"(\smoothtarget{t} = (1-\smoothing)\,\target{t} + \frac{\smoothing}{\entries{t}})",
     "Spread a share of the target evenly over all classes.", "smoothing_form", "everyone"},
};

/// Label smoothing of a target distribution y over n classes (Szegedy et al. 2016, section 7):
///   others:    q = (1 − ε)·y + ε·(1 − y)/(n − 1)
///   everyone:  q = (1 − ε)·y + ε/n
/// Both sum to 1 when y does, and both leave a single class alone. Reads y where it stands.
class SmoothedTarget {
 public:
  SmoothedTarget(Smoothing form, double epsilon, const double* target, Index count) noexcept
      : target_(target) {
    if (count < 2) return;
    const double receivers = static_cast<double>(form == Smoothing::others ? count - 1 : count);
    offset_ = epsilon / receivers;
    slope_ = form == Smoothing::others ? (1.0 - epsilon) - offset_ : 1.0 - epsilon;
  }

  double operator[](Index k) const noexcept { return slope_ * target_[k] + offset_; }

  /// The same smoothing of another target over as many classes.
  SmoothedTarget of(const double* target) const noexcept {
    SmoothedTarget other = *this;
    other.target_ = target;
    return other;
  }

  /// Entries k and k + 1.
  Pair pair(Index k) const noexcept { return slope_ * load_pair(target_ + k) + offset_; }

 private:
  const double* target_;
  double slope_ = 1.0;
  double offset_ = 0.0;
};

}  // namespace fall_line
