/* JSON text: reading strings out of it, and making new JSON by splicing. */
#ifndef JSON_TEXT_H
#define JSON_TEXT_H

#include "text.h"

/* The string at `pointer`, for text_free; absent where there is none. False: it could not be read. */
bool json_string(const gh_json_functions *json, gh_json value, gh_str pointer, gh_str *string);

/* New JSON text is absent when it could not be made, as in text.h. */

gh_str json_quote(const gh_json_functions *json, gh_str text);

/* `whole` with `replacement` in the place of its slice `part`. */
gh_str json_splice(gh_json whole, gh_json part, gh_str replacement);

/* The value at `pointer` becomes the string `text`. */
gh_str json_with_string(const gh_json_functions *json, gh_json whole, gh_str pointer, gh_str text);

/* `item` comes last in `container`: a value in an array, or `"key":value` in an object. */
gh_str json_append(const gh_json_functions *json, gh_json container, gh_str item);

#endif
