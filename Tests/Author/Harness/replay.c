/* A recording through the module that is linked in, by testing.h alone: each answer must be the recorded one. */
#include <gatehouse/testing.h>

/* One line of a file, without its end; NULL: no more. */
static char *read_line(FILE *file)
{
    size_t length = 0, capacity = 1 << 16;
    char *line = (char *)malloc(capacity);
    while (line && fgets(line + length, (int)(capacity - length), file)) {
        length += strlen(line + length);
        if (line[length - 1] == '\n') {
            line[length - 1] = 0;
            return line;
        }
        capacity *= 2;
        line = (char *)realloc(line, capacity);
    }
    free(line);
    return NULL;
}

static const char *text_at(gh_test_host *host, const char *line, const char *pointer)
{
    gh_json found;
    if (gh_test_get(gh_make_json(gh_test_str(line)), gh_test_str(pointer), &found) != GH_FOUND) abort();
    return gh_json_is_string(found) ? gh_test_string(&host->memory, found).ptr : gh_test_kept(host, found.text);
}

/* 1: asked. 0: a callback that testing.h does not have, or that this module does not implement. */
static int replay(const char *config, const char *line)
{
    gh_test_host *host = gh_test_load(config);
    const char *name = text_at(host, line, "/callback");
    const gh_test_callback *callback = gh_test_find_callback(gh_test_str(name));
    const int is_asked = callback && callback->is_offered(&host->module);
    if (is_asked) {
        const gh_test_result result = gh_test_call(host, name, text_at(host, line, "/arguments"));
        if (!GH_TEST_EXPECT_IN_ANY_ORDER(result, "", text_at(host, line, "/native"))) exit(1);
    }
    if (host->module.destroy) host->module.destroy(host->self);
    gh_test_release(&host->memory);
    free(host);
    return is_asked;
}

/* Usage: replay CONFIG RECORDING */
int main(int count, char **arguments)
{
    FILE *file = count == 3 ? fopen(arguments[2], "r") : NULL;
    int asked = 0;
    char *line;
    if (!file) return 2;
    while ((line = read_line(file)) != NULL) {
        asked += replay(arguments[1], line);
        free(line);
    }
    fclose(file);
    printf("%d calls as recorded\n", asked);
    return 0;
}
