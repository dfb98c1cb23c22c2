/* The callbacks that testing.h knows, in the words of `gatehouse callbacks --json`; and do their fields fill their
   structs without a gap? */
#include <gatehouse/testing.h>

static size_t size_of(gh_test_type type)
{
    if (type == GH_TEST_TYPE_FLAG || type == GH_TEST_TYPE_INTEGER || type == GH_TEST_TYPE_RECORD) return 8;
    return type == GH_TEST_TYPE_COOKIE || type == GH_TEST_TYPE_STATE || type == GH_TEST_TYPE_MEDIA ? 8 : 16;
}

static void check_record(const gh_test_record *record, const char *name)
{
    size_t end = sizeof(size_t);
    for (const gh_test_field *field = record->fields; field->name; field++) {
        if (field->offset != end) {
            fprintf(stderr, "%s: %s is not where it should be\n", name, field->name);
            exit(1);
        }
        end += size_of(field->type);
        if (field->record) check_record(field->record(), field->name);
    }
    if (end != record->size) {
        fprintf(stderr, "%s: the struct has more fields\n", name);
        exit(1);
    }
}

static void print(const gh_test_callback *callback)
{
    const char *dot = strchr(callback->name, '.');
    printf(
        "{\"category\":\"%.*s\",\"name\":\"%s\",\"arguments\":[", (int)(dot - callback->name), callback->name, dot + 1);
    for (const gh_test_field *field = callback->arguments.fields; field->name; field++) {
        printf("%s{\"name\":\"%s\",\"nullable\":%s}", field == callback->arguments.fields ? "" : ",", field->name,
            field->nullable ? "true" : "false");
    }
    printf("]}");
}

/* testing.h refers to the module that is under test. */
gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_refuse_host(into, GH_STR("there is none"));
}

int main(void)
{
    const gh_test_callback *callback;
    printf("[");
    for (size_t i = 0; (callback = gh_test_callback_at(i)) != NULL; i++) {
        check_record(&callback->arguments, callback->name);
        printf("%s", i ? ",\n" : "");
        print(callback);
    }
    printf("]\n");
    return 0;
}
