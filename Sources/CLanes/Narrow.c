#define TARGET
#define KERNELS kernels
#include "Kernels.h"

const lanes_kernels *lanes_narrow(void) { return &kernels; }
