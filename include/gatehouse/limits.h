/* Limits that modules set for users. */
#ifndef GATEHOUSE_LIMITS_H
#define GATEHOUSE_LIMITS_H

#include "text.h"

/* How much may be uploaded in a period of time. */
typedef struct gh_media_upload_limit {
    size_t size;
    int64_t max_bytes;
    int64_t time_period_ms;
    gh_str info_uri; /* where a user who has reached it reads on; may be absent */
    gh_bool can_upgrade; /* the user could get a higher one */
} gh_media_upload_limit;

/* How often something may be done. A rate of 0 with a burst of 0 forbids it; 0 with any other burst makes no sense, and
   is refused. */
typedef struct gh_ratelimit_override {
    size_t size;
    double per_second; /* not negative, and finite */
    int64_t burst_count; /* not negative */
} gh_ratelimit_override;

#endif
