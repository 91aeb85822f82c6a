#pragma once

#include <string>
#include <vector>

#include "core/analysis/field.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/trace/trace.hpp"

namespace fall_line {

/// What the last call that failed had to say.
struct LastError {
  std::string code;
  std::string argument;
  std::string message;
};

extern LastError last_error;

/// Where a call leaves its numbers and its text; the facade copies them out before the next call.
extern std::vector<double> result;
extern std::string result_text;

/// Calls `action` with `context`, guarded; one for all actions, whose handlers take room.
bool guarded_call(void (*action)(void* context), void* context);

/// Runs `action`; false when it failed, and then last_error says why. No C++ exception crosses
/// the door, so neither the heap nor the shadow stack of wasm has anything to leak.
template <class Action>
bool guarded(Action action) {
  return guarded_call([](void* it) { (*static_cast<Action*>(it))(); }, &action);
}

/// `value` as an Index: JavaScript has no integers, and a double out of Index's range must not be
/// cast to it. Throws InvalidArgument unless it is a whole number from 0 to `high`.
Index whole_number(const char* argument, double value, Index high);

/// Appends rows, dimension, and the table row by row; its columns are in the text.
void append_to_result(const Trace& table);

/// An axis of a grid; throws InvalidArgument for a count that is none.
GridAxis axis(const char* argument, double low, double high, double count);

}  // namespace fall_line
