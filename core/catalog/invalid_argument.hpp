#pragma once

#include <stdexcept>
#include <string>

namespace fall_line {

/// An input that a caller can mend. The message reads "argument: got value; allowed: …".
class InvalidArgument : public std::invalid_argument {
 public:
  InvalidArgument(const std::string& argument, const std::string& got, const std::string& allowed);

  /// Name of the offending argument, e.g. "method.learning_rate".
  const std::string& argument() const noexcept { return argument_; }

 private:
  std::string argument_;
};

}  // namespace fall_line
