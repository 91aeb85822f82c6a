# Runs FUZZER for SECONDS from CORPUS, with what it finds in the fresh folder FOUND; a crash fails,
# and the input that brought it about is printed.
file(REMOVE_RECURSE ${FOUND})
file(MAKE_DIRECTORY ${FOUND}/corpus ${FOUND}/crashes)
execute_process(
  COMMAND ${FUZZER} -max_total_time=${SECONDS} -max_len=4096 -timeout=20 -print_final_stats=1
    -artifact_prefix=${FOUND}/crashes/ ${FOUND}/corpus ${CORPUS}
  RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
string(REGEX MATCH "stat::number_of_executed_units: [0-9]+" executed "${output}")
message(STATUS "${executed}")
if(result EQUAL 0)
  return()
endif()
string(LENGTH "${output}" length)
if(length GREATER 6000)
  math(EXPR from "${length} - 6000")
  string(SUBSTRING "${output}" ${from} -1 output)
endif()
message("${output}")
file(GLOB crashes ${FOUND}/crashes/*)
foreach(crash ${crashes})
  file(READ ${crash} text)
  message("The input, also in ${crash}:\n${text}")
endforeach()
message(FATAL_ERROR "the fuzzer ended with ${result}")
