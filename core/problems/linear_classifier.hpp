#pragma once

#include "core/problems/network.hpp"
#include "core/problems/penalty_options.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// What linear classifiers share: scores W·x + b, a loss on them, a regularizer, a start at zero.
/// They are the network without hidden layers; convex, as their losses are.
class LinearClassifier : public Network {
 public:
  static constexpr Domain domain = {-5, 5, -5, 5};
  static constexpr std::string_view default_data = "blobs";
  using Parameters = RegularizerParameters;
  static constexpr Parameter<Parameters> parameters[] = {penalty_strength<Parameters>,
                                                         penalty_square_share<Parameters>};
  static constexpr Option<Parameters> options[] = {penalty_option<Parameters>,
                                                   bias_penalty_option<Parameters>};

  std::vector<double> start() const {
    return std::vector<double>(static_cast<std::size_t>(dimension()), 0.0);
  }

 protected:
  /// One score for each class, or a single one for two classes: positive for class 1.
  enum class Scores { one_a_class, one };

  /// Throws InvalidArgument where `data` do not have the classes it takes.
  LinearClassifier(const RegularizerParameters& regularizer, std::shared_ptr<const Dataset> data,
                   std::unique_ptr<AnyLoss> loss, Scores scores);
};

}  // namespace fall_line
