/* What a callback returns, and what a look-up returns. */
#ifndef GATEHOUSE_OUTCOME_H
#define GATEHOUSE_OUTCOME_H

#include "base.h"

/* 0 is no outcome: what was never set is a failure of the module, not a yes. */
typedef uint32_t gh_outcome;
#define GH_NEXT ((gh_outcome)1) /* nothing against it: ask the next module */
#define GH_ANSWERED ((gh_outcome)2) /* the reply holds the answer */
#define GH_FAILED ((gh_outcome)3) /* what a Python module would have raised */
#define GH_PENDING ((gh_outcome)4) /* later: the call was deferred, see late.h */

/* "Could not ask" is never "absent". */
typedef uint32_t gh_found;
#define GH_FOUND ((gh_found)1)
#define GH_ABSENT ((gh_found)2) /* it was asked, and there is none */
#define GH_UNREACHABLE ((gh_found)3) /* it could not be asked, or what was asked makes no sense */
#define GH_WOULD_BLOCK ((gh_found)4) /* it is not at hand, and this thread must not wait */
#define GH_TOO_SMALL ((gh_found)5) /* the buffer is too small; the needed size is told */

#endif
