#include "media_text.h"

#include <string.h>

#include "text.h"

/* Moves the last bytes of what was read to the front: `part` may begin in one piece and end in the next. */
static size_t keep_tail(char *window, size_t filled, size_t count)
{
    if (count > filled) count = filled;
    memmove(window, window + filled - count, count);
    return count;
}

gh_found media_find(const gh_media_functions *functions, const gh_media *media, gh_str part)
{
    char window[8192];
    size_t kept = 0, got = 0;
    for (uint64_t offset = 0;; offset += got) {
        gh_found found = functions->read(media, offset, window + kept, sizeof window - kept, &got);
        if (found != GH_FOUND) return found;
        if (text_contains(gh_make_str(window, kept + got), part)) return GH_FOUND;
        kept = keep_tail(window, kept + got, part.len - 1);
    }
}
