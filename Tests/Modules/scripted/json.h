/* JSON text: reading strings out of it, and making new JSON by splicing. */
#ifndef JSON_H
#define JSON_H

#include <gatehouse/gatehouse.h>
#include <stdbool.h>

typedef gh_json_functions json_functions;

/* Text in memory of its own, for text_free. Absent: it could not be made, or one of the texts that it is made of is. */
gh_str text_join(const gh_str *parts, size_t count);
void text_free(gh_str text);

/* The string that `value` is. Absent also where it is none. */
gh_str json_string(const json_functions *json, gh_json value);
gh_str json_string_at(const json_functions *json, gh_json value, gh_str pointer);

/* The object with this member, in the place of one of the same key or at the end. `key` is a JSON string. */
gh_str json_with_member(const json_functions *json, gh_json object, gh_json key, gh_json value);

/* The array with this item at the end. */
gh_str json_with_item(const json_functions *json, gh_json array, gh_json item);

#endif
