#include "core/analysis/random_symmetric.hpp"

#include <cmath>

#include "core/catalog/words.hpp"
#include "core/numerics/cholesky.hpp"
#include "core/numerics/power.hpp"
#include "core/numerics/random.hpp"

namespace fall_line {

namespace {

void draw(Random& random, Matrix& a) {
  for (Index i = 0; i < a.rows(); ++i) {
    a(i, i) = std::sqrt(2.0) * random.normal();
    for (Index k = 0; k < i; ++k) a(i, k) = a(k, i) = random.normal();
  }
}

bool diagonal_has_one_sign(const Matrix& a) {
  for (Index i = 1; i < a.rows(); ++i) {
    if ((a(i, i) > 0.0) != (a(0, 0) > 0.0)) return false;
  }
  return true;
}

}  // namespace

Trace RandomSymmetric::table(const Parameters& parameters, const RunSpec&) {
  Random random(static_cast<std::uint64_t>(parameters.seed));
  const auto largest = static_cast<Index>(parameters.largest);
  const auto samples = static_cast<Index>(parameters.samples);
  Trace table(quantities_by<RandomSymmetric>(), 1);
  table.reserve(largest);
  for (Index n = 1; n <= largest; ++n) {
    Matrix a(n, n);
    double one_sign = 0.0, all_one_sign = 0.0;
    for (Index i = 0; i < samples; ++i) {
      draw(random, a);
      if (!diagonal_has_one_sign(a)) continue;
      one_sign += 1.0;
      if (a(0, 0) < 0.0) a = -a;
      if (cholesky_factor(a.data(), n)) all_one_sign += 1.0;
    }
    const double share = all_one_sign / parameters.samples;
    const Tape tape = table.append_row();
    tape.scalar(size, static_cast<double>(n));
    tape.scalar(definite, share);
    tape.scalar(standard_error, std::sqrt(share * (1.0 - share) / parameters.samples));
    tape.scalar(coin_flips, 2.0 / power(2.0, static_cast<double>(n)));
    tape.scalar(diagonal_of_one_sign, one_sign / parameters.samples);
  }
  return table;
}

}  // namespace fall_line
