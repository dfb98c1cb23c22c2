/* From JSON to the structs that callbacks take, by their fields alone. */
#ifndef GATEHOUSE_TESTING_ARGUMENTS_H
#define GATEHOUSE_TESTING_ARGUMENTS_H

#include "fields.h"
#include "handles.h"
#include "json_functions.h"

typedef struct gh_test_reader {
    gh_test_memory *memory;
    const gh_bool *unreachable; /* for room state */
    const char *problems; /* "event.sender: it is missing; ..."; NULL: none */
} gh_test_reader;

static inline void gh_test_report(gh_test_reader *reader, const char *path, const char *cause)
{
    const char *before = reader->problems ? reader->problems : "";
    reader->problems =
        gh_test_print(reader->memory, "%s%s%s%s%s", before, *before ? "; " : "", path, *path ? ": " : "", cause);
}

static inline const char *gh_test_path(gh_test_reader *reader, const char *path, const char *step)
{
    return gh_test_print(reader->memory, "%s%s%s", path, *path ? "." : "", step);
}

static inline void gh_test_read(
    gh_test_reader *reader, const char *path, const gh_test_field *field, gh_json json, void *slot);

/* -- records -- */

static inline void gh_test_read_field(
    gh_test_reader *reader, const char *path, const gh_test_field *field, gh_json json, void *record)
{
    if (gh_is_absent(json.text) && !field->nullable) {
        gh_test_report(reader, gh_test_path(reader, path, field->name), "it is missing");
    }
    if (gh_is_absent(json.text) || (field->nullable && gh_json_is(json, GH_STR("null")))) return;
    gh_test_read(reader, gh_test_path(reader, path, field->name), field, json, (char *)record + field->offset);
}

static inline const gh_test_field *gh_test_find_field(const gh_test_record *type, gh_str name)
{
    for (const gh_test_field *field = type->fields; field->name; field++) {
        if (field->type != GH_TEST_TYPE_OWN_TEXT && gh_equal(name, gh_test_str(field->name))) return field;
    }
    return NULL;
}

static inline void gh_test_check_names(
    gh_test_reader *reader, const char *path, const gh_test_record *type, gh_json object)
{
    const char *at = NULL;
    gh_json key, value;
    while (gh_test_step(object, &at, &key, &value)) {
        const gh_str name = gh_test_string(reader->memory, key);
        if (gh_test_find_field(type, name)) continue;
        gh_test_report(reader, gh_test_path(reader, path, name.ptr), "there is no such argument");
    }
}

/* The event's own object: without what is written beside it, as in a host. */
static inline gh_json gh_test_own_text(gh_test_reader *reader, const gh_event *event, gh_json object)
{
    const int keepsID = gh_equal(event->room_version, GH_STR("1")) || gh_equal(event->room_version, GH_STR("2"));
    const char *at = NULL, *own = "";
    gh_json key, value;
    while (gh_test_step(object, &at, &key, &value)) {
        const gh_str name = gh_test_string(reader->memory, key);
        if (gh_equal(name, GH_STR("room_version")) || gh_equal(name, GH_STR("local"))) continue;
        if (gh_equal(name, GH_STR("internal_metadata")) || (!keepsID && gh_equal(name, GH_STR("event_id")))) continue;
        const gh_str member = gh_make_str(key.text.ptr, (size_t)(at - key.text.ptr));
        own = gh_test_print(reader->memory, "%s%s%.*s", own, *own ? "," : "", GH_TEST_SHOW(member));
    }
    return gh_make_json(gh_test_str(gh_test_print(reader->memory, "{%s}", own)));
}

static inline void gh_test_read_object(
    gh_test_reader *reader, const char *path, const gh_test_record *type, gh_json json, void *record)
{
    memcpy(record, &type->size, sizeof type->size);
    if (!gh_json_is_object(json)) {
        gh_test_report(reader, path, "expected an object");
        return;
    }
    for (const gh_test_field *field = type->fields; field->name; field++) {
        if (field->type == GH_TEST_TYPE_OWN_TEXT) {
            const gh_json own = gh_test_own_text(reader, (const gh_event *)record, json);
            memcpy((char *)record + field->offset, &own, sizeof own);
        } else {
            gh_test_read_field(reader, path, field, gh_test_member(json, gh_test_str(field->name)), record);
        }
    }
}

/* A list of the fields' values, in their order. */
static inline void gh_test_read_tuple(
    gh_test_reader *reader, const char *path, const gh_test_record *type, gh_json json, void *record)
{
    size_t count = 0;
    memcpy(record, &type->size, sizeof type->size);
    while (type->fields[count].name)
        count++;
    if (!gh_json_is_array(json) || gh_test_count(json) != count) {
        gh_test_report(reader, path, gh_test_print(reader->memory, "expected a list of %zu values", count));
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const char *step = gh_test_print(reader->memory, "%zu", i);
        gh_test_read_field(reader, path, &type->fields[i], gh_test_member(json, gh_test_str(step)), record);
    }
}

/* An array of pointers to records; tells how many there are. */
static inline void **gh_test_read_list(
    gh_test_reader *reader, const char *path, const gh_test_field *field, gh_json json, size_t *count)
{
    const gh_test_record *type = field->record();
    const char *at = NULL;
    gh_json key, value;
    if (!gh_json_is_array(json)) gh_test_report(reader, path, "expected a list");
    *count = gh_json_is_array(json) ? gh_test_count(json) : 0;
    void **items = (void **)gh_test_room(reader->memory, (*count + 1) * sizeof *items);
    for (size_t i = 0; i < *count && gh_test_step(json, &at, &key, &value); i++) {
        const char *place = gh_test_path(reader, path, gh_test_print(reader->memory, "%zu", i));
        items[i] = gh_test_room(reader->memory, type->size);
        (field->type == GH_TEST_TYPE_TUPLES ? gh_test_read_tuple : gh_test_read_object)(
            reader, place, type, value, items[i]);
    }
    return items;
}

/* -- handles -- */

static inline const gh_test_state *gh_test_read_state(
    gh_test_reader *reader, const char *path, const gh_test_field *field, gh_json json)
{
    gh_test_state *state = (gh_test_state *)gh_test_room(reader->memory, sizeof *state);
    state->events = (const gh_event *const *)gh_test_read_list(reader, path, field, json, &state->count);
    state->unreachable = reader->unreachable;
    return state;
}

/* The bytes that base64 stands for; absent when it is none. */
static inline gh_str gh_test_base64(gh_test_memory *memory, gh_str text)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char *bytes = (char *)gh_test_room(memory, text.len + 1);
    size_t length = 0, padding = 0;
    uint32_t bits = 0;
    for (size_t i = 0; i < text.len; i++) {
        const char *digit = text.ptr[i] ? strchr(digits, text.ptr[i]) : NULL;
        padding += text.ptr[i] == '=';
        if (padding > 2 || (digit == NULL) != (padding > 0)) return GH_NO_STR;
        bits = bits << 6 | (digit ? (uint32_t)(digit - digits) : 0);
        if (i % 4 != 3) continue;
        for (int shift = 16; shift >= 0; shift -= 8)
            bytes[length++] = (char)(bits >> shift & 0xFF);
    }
    return text.len % 4 == 0 ? gh_make_str(bytes, length - padding) : GH_NO_STR;
}

static inline const gh_test_media *gh_test_read_media(gh_test_reader *reader, const char *path, gh_json json)
{
    gh_test_media *media = (gh_test_media *)gh_test_room(reader->memory, sizeof *media);
    const gh_str text = gh_test_string(reader->memory, gh_test_member(json, GH_STR("base64")));
    media->bytes = gh_is_absent(text) ? text : gh_test_base64(reader->memory, text);
    if (gh_is_absent(media->bytes)) {
        gh_test_report(reader, path, "expected an object with `base64`, the file's bytes");
    }
    return media;
}

/* -- values -- */

static inline void gh_test_read_text(gh_test_reader *reader, const char *path, gh_json json, void *slot)
{
    const gh_str text = gh_test_string(reader->memory, json);
    if (gh_is_absent(text)) gh_test_report(reader, path, "expected a string");
    memcpy(slot, &text, sizeof text);
}

static inline void gh_test_read_flag(gh_test_reader *reader, const char *path, gh_json json, void *slot)
{
    const gh_bool flag = gh_json_is_true(json) ? 1 : 0;
    if (!flag && !gh_json_is(json, GH_STR("false"))) gh_test_report(reader, path, "expected true or false");
    memcpy(slot, &flag, sizeof flag);
}

static inline void gh_test_read_integer(
    gh_test_reader *reader, const char *path, const gh_test_field *field, gh_json json, void *slot)
{
    gh_maybe_int number = {1, 0};
    if (gh_test_integer(json, &number.value) != GH_FOUND) {
        gh_test_report(reader, path, "expected a whole number of at most 64 bits");
    }
    if (field->type == GH_TEST_TYPE_MAYBE_INTEGER) {
        memcpy(slot, &number, sizeof number);
    } else {
        memcpy(slot, &number.value, sizeof number.value);
    }
}

static inline const void *gh_test_read_record(
    gh_test_reader *reader, const char *path, const gh_test_record *type, gh_json json)
{
    void *record = gh_test_room(reader->memory, type->size);
    gh_test_read_object(reader, path, type, json, record);
    return record;
}

static inline void gh_test_read(
    gh_test_reader *reader, const char *path, const gh_test_field *field, gh_json json, void *slot)
{
    const void *pointer = NULL;
    size_t count = 0;
    if (field->type == GH_TEST_TYPE_TEXT) {
        gh_test_read_text(reader, path, json, slot);
    } else if (field->type == GH_TEST_TYPE_JSON) {
        memcpy(slot, &json, sizeof json);
    } else if (field->type == GH_TEST_TYPE_FLAG) {
        gh_test_read_flag(reader, path, json, slot);
    } else if (field->type == GH_TEST_TYPE_INTEGER || field->type == GH_TEST_TYPE_MAYBE_INTEGER ||
               field->type == GH_TEST_TYPE_COOKIE) {
        gh_test_read_integer(reader, path, field, json, slot);
    } else if (field->type == GH_TEST_TYPE_RECORD) {
        pointer = gh_test_read_record(reader, path, field->record(), json);
    } else if (field->type == GH_TEST_TYPE_STATE) {
        pointer = gh_test_read_state(reader, path, field, json);
    } else if (field->type == GH_TEST_TYPE_MEDIA) {
        pointer = gh_test_read_media(reader, path, json);
    } else {
        pointer = gh_test_read_list(reader, path, field, json, &count);
        memcpy((char *)slot + sizeof pointer, &count, sizeof count);
    }
    if (pointer) memcpy(slot, &pointer, sizeof pointer);
}

/* The arguments of a callback. NULL: `reader->problems` tells what is wrong. */
static inline const void *gh_test_arguments(gh_test_reader *reader, const gh_test_record *type, const char *text)
{
    /* What the structs point into has to live as long as they do. */
    const gh_json copy = gh_make_json(gh_test_copy(reader->memory, gh_test_str(text))), json = gh_test_trim(copy);
    void *call = gh_test_room(reader->memory, type->size);
    if (gh_is_absent(json.text)) {
        gh_test_report(reader, "", "they are not JSON");
    } else {
        gh_test_read_object(reader, "", type, json, call);
        if (gh_json_is_object(json)) gh_test_check_names(reader, "", type, json);
    }
    return reader->problems ? NULL : call;
}

#endif
