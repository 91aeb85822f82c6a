#pragma once

#include <memory>
#include <vector>

#include "core/data/dataset.hpp"
#include "core/problems/linear_regression.hpp"
#include "core/run/run_spec.hpp"

namespace fall_line {

/// The training and the test part of the data that a spec names.
struct RegressionData {
  std::shared_ptr<const Dataset> train;
  std::shared_ptr<const Dataset> test;  ///< null where none of the examples are set aside
  std::shared_ptr<const Dataset> all;
};

/// Throws InvalidArgument unless `spec` is of linear_regression, and for bad data.
RegressionData regression_data(const RunSpec& spec);

/// Its settings; throws InvalidArgument for a bad one.
LinearRegression::Parameters regression_parameters(const RunSpec& spec);

/// How many of its numbers are penalised, the weights of `features` before a bias.
Index penalised_of(const LinearRegression::Parameters& parameters, Index features);

/// The weights and then the bias, if it has one, at which a regression with its penalty is
/// smallest:
///   argmin ½·wᵀ·H·w + gᵀ·w + λ₁·Σ|w_j|,  the sum over what is penalised
/// with H and g of the squares. Without L1 by one elimination; with it by coordinate descent
/// (Friedman, Hastie & Tibshirani 2010), begun at `start`, whose zeros and signs an elimination
/// then makes exact. Throws InvalidArgument where the data leave the minimum open.
std::vector<double> fitted(const LinearRegression::Parameters& parameters,
                           const std::shared_ptr<const Dataset>& train, std::vector<double> start);

/// Squared errors on `data` as the regression counts them, without the penalty.
double squared_error(LinearRegression::Parameters parameters,
                     const std::shared_ptr<const Dataset>& data, const std::vector<double>& w);

}  // namespace fall_line
