# Compiles kernels.cpp with the build's compiler and flags, and fails unless the loop of each
# untraced step has become a vector loop. Run by ctest with
#   COMPILER, COMPILER_ID, FLAGS (a list), SOURCE, OUTPUT, WASM (true or false)
if(COMPILER_ID STREQUAL "GNU")
  set(report -fopt-info-vec-optimized)
else()
  set(report -Rpass=loop-vectorize)
endif()

execute_process(COMMAND ${COMPILER} ${FLAGS} ${report} -S ${SOURCE} -o ${OUTPUT}
  RESULT_VARIABLE failed ERROR_VARIABLE messages)
if(failed)
  message(FATAL_ERROR "${messages}")
endif()

foreach(method gradient_descent momentum nesterov adagrad rmsprop adadelta adam adamax adamw amsgrad
    svrg)
  if(NOT messages MATCHES "/${method}\\.hpp:[0-9:]+ [a-z]+: +(loop vectorized|vectorized loop)")
    message(FATAL_ERROR "the step in ${method}.hpp is not vectorised; the compiler said:\n${messages}")
  endif()
endforeach()

if(WASM)
  file(READ ${OUTPUT} assembly)
  if(NOT assembly MATCHES "f64x2\\.sqrt")
    message(FATAL_ERROR "no f64x2.sqrt in the steps of Adam and RMSProp")
  endif()
endif()
