#include "tests/core/nist/nist_models.hpp"

#include <stdexcept>
#include <string>

#include "core/numerics/sum.hpp"
#include "core/problems/declare_problem.hpp"
#include "tests/core/nist/nist_problems.hpp"

namespace fall_line::test {

namespace {

template <class Model>
class Regression {
 public:
  explicit Regression(const NistProblem& table)
      : table_(&table), residuals_(table.x.size()), slopes_(Model::parameters) {}

  Index dimension() const noexcept { return Model::parameters; }
  std::vector<double> start() const { return table_->starts[0]; }

  // not inlined, or values_in_row, which passes points of the plane, is warned of
  [[gnu::noinline]] double value(const double* b) const noexcept {
    residuals(b, residuals_.data());
    return dot(residuals_.data(), residuals_.data(), residual_count());
  }

  void gradient(const double* b, double* g) const noexcept {
    std::fill_n(g, Model::parameters, 0.0);
    for (std::size_t i = 0; i < table_->x.size(); ++i) {
      const double r = Model::at(b, table_->x[i], slopes_.data()) - table_->y[i];
      for (Index k = 0; k < Model::parameters; ++k) g[k] += 2.0 * r * slopes_[k];
    }
  }

  /// No method under test asks for it.
  void hessian(const double*, double* h) const noexcept {
    std::fill_n(h, Model::parameters * Model::parameters, not_yet);
  }

  Index residual_count() const noexcept { return std::ssize(table_->x); }

  void residuals(const double* b, double* r) const noexcept {
    const double* x = table_->x.data();
    const double* y = table_->y.data();
    const Index m = residual_count();
    for (Index i = 0; i < m; ++i) r[i] = Model::at(b, x[i], nullptr) - y[i];
  }

  void jacobian(const double* b, double* j) const noexcept {
    const double* x = table_->x.data();
    const Index m = residual_count();
    for (Index i = 0; i < m; ++i) Model::at(b, x[i], j + i * Model::parameters);
  }

 private:
  const NistProblem* table_;
  mutable std::vector<double> residuals_, slopes_;
};

template <class Model>
std::unique_ptr<AnyProblem> make(const NistProblem& table) {
  return std::make_unique<ProblemByName<Regression<Model>>>(table);
}

struct Entry {
  std::string_view name;
  std::unique_ptr<AnyProblem> (*create)(const NistProblem& table);
};

constexpr Entry entries[] = {
    {"Chwirut2", make<nist::Chwirut2>}, {"DanWood", make<nist::DanWood>},
    {"Gauss1", make<nist::Gauss1>},     {"Hahn1", make<nist::Hahn1>},
    {"Kirby2", make<nist::Kirby2>},     {"Lanczos3", make<nist::Lanczos3>},
    {"MGH17", make<nist::Mgh17>},       {"Misra1a", make<nist::Misra1a>},
    {"Rat43", make<nist::Rat43>},       {"Thurber", make<nist::Thurber>},
};

}  // namespace

std::unique_ptr<AnyProblem> NistProblem::create() const {
  for (const auto& entry : entries) {
    if (entry.name == name) return entry.create(*this);
  }
  throw std::logic_error("no model for " + std::string(name));
}

}  // namespace fall_line::test
