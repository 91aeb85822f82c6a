#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/seed.hpp"

namespace fall_line {

/// How often a random symmetric matrix is definite, by its size n: all eigenvalues of one sign,
/// a minimum or a maximum if it were a Hessian. Matrices from the Gaussian orthogonal ensemble
/// (off-diagonal N(0, 1), diagonal N(0, 2)).
///   coin_flips(n) = 2·½ⁿ          lecture 0's argument, as if eigenvalues were coins
/// Eigenvalues repel each other, so definite matrices are rarer: 1 − 1/√2 = 0.293 at n = 2,
/// ½ − √2/π = 0.050 at n = 3, and like e^(−n²·ln 3/4) for large n (Dean & Majumdar 2008). One row
/// a size.
class RandomSymmetric {
 public:
  static constexpr std::string_view name = "random_symmetric";
  static constexpr std::string_view title = "Are all curvatures of one sign?";
  static constexpr std::string_view summary =
      "The share of random symmetric matrices whose eigenvalues all have the same sign.";
  static constexpr std::string_view source = "Dean & Majumdar 2008; lecture 0";

  struct Parameters {
    double largest;
    double samples;
    double seed;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "largest",
        .symbol = "largestsize",
        .letter = "n_{\\max}",
        .meaning = "largest size of a matrix",
        .default_value = 5.0,
        .allowed = {.low = 1.0, .high = 20.0},
        .slider = {.low = 2.0, .high = 10.0},
        .whole = true},
       &Parameters::largest},
      {{.name = "samples",
        .symbol = "matrixsamples",
        .letter = "N",
        .meaning = "matrices of each size",
        .default_value = 20'000.0,
        .allowed = {.low = 1.0, .high = 1e6},
        .slider = {.low = 100.0, .high = 100'000.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::samples},
      {seed_declaration(), &Parameters::seed},
  };

  enum : int { size, definite, standard_error, coin_flips, diagonal_of_one_sign };
  static constexpr Quantity quantities[] = {
      {"size", "matrixsize", "n", "rows of the matrix", Shape::scalar, Role::factor},
      {"definite", "definiteshare", "p", "share of matrices with eigenvalues of one sign",
       Shape::scalar, Role::curvature},
      {"standard_error", "standarderror", "\\sigma_p", "standard error of that share",
       Shape::scalar, Role::factor},
      {"coin_flips", "coinflips", "p_c", "share if eigenvalues were coins", Shape::scalar,
       Role::factor},
      {"diagonal_of_one_sign", "diagonalshare", "p_d",
       "share of matrices whose diagonal has one sign", Shape::scalar, Role::curvature},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\coinflips{t} = \frac{2}{2^{\matrixsize{t}}})",
       "As many coins as directions, all heads or all tails."},
      {R"(\standarderror{t} = \sqrt{\frac{\definiteshare{t}\,(1 - \definiteshare{t})}{\matrixsamples}})",
       "How far a share of so many draws may be off."},
      {R"(\definiteshare{t} \le \diagonalshare{t})",
       "Definite matrices have a diagonal of one sign; the reverse does not hold."},
  };

  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
