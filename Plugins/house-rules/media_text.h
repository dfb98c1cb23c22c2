/* Looking for text in the bytes of a file. */
#ifndef MEDIA_TEXT_H
#define MEDIA_TEXT_H

#include <gatehouse/gatehouse.h>

/* GH_FOUND or GH_ABSENT; anything else: the file could not be read. `part` is short. */
gh_found media_find(const gh_media_functions *functions, const gh_media *media, gh_str part);

#endif
