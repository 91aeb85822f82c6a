#include <gtest/gtest.h>
#include "core/run/run.hpp"
TEST(Adam, X) { fall_line::Run r(fall_line::parse_run_spec("problem=booth\nmethod=adam\n")); EXPECT_EQ(r.advance(10), 10); }
