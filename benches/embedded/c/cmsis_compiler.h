/* What CMSIS-DSP takes from CMSIS-Core, which is not in its package, by GCC's own names. */
#include <arm_acle.h>
#define __STATIC_FORCEINLINE static inline __attribute__((always_inline))
#define __STATIC_INLINE static inline
#define __ALIGNED(x) __attribute__((aligned(x)))
#define __WEAK __attribute__((weak))
#define __PACKED __attribute__((packed))
#define __SIMD32_TYPE int32_t
#define __SXTB16(x) ((uint32_t)__sxtb16(x))
#define __SMLAD(x, y, sum) ((uint32_t)__smlad((int16x2_t)(x), (int16x2_t)(y), (int32_t)(sum)))
#define __SSAT(x, n) __ssat((x), (n))
#define __CLZ(x) __builtin_clz(x)
#define __QADD(x, y) __qadd((x), (y))
#define __ROR(x, n) (((uint32_t)(x) >> (n)) | ((uint32_t)(x) << (32 - (n))))
