#if defined(__x86_64__)

// AVX2 without FMA: contraction is off, and there is nothing to contract to.
#define TARGET __attribute__((target("avx2")))
#define KERNELS kernels
#include "Kernels.h"

const lanes_kernels *lanes_wide(void) {
  return __builtin_cpu_supports("avx2") ? &kernels : 0;
}

#else

#include "CLanes.h"

const lanes_kernels *lanes_wide(void) { return 0; }

#endif
