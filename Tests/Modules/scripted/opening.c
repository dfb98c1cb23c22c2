/* Where an instance's answers come from: its configuration, or a file that somebody else writes between two calls. And
   where it says that it was asked. */
#include <stdio.h>
#include <stdlib.h>

#include "script.h"

static gh_str read_all(FILE *file)
{
    if (fseek(file, 0, SEEK_END) != 0) return GH_NO_STR;
    long size = ftell(file);
    rewind(file);
    char *text = size < 0 ? NULL : malloc((size_t)size + 1);
    if (text && fread(text, 1, (size_t)size, file) == (size_t)size) return gh_make_str(text, (size_t)size);
    free(text);
    return GH_NO_STR;
}

static bool takes_cookies(gh_str callback)
{
    return gh_has_prefix(callback, GH_STR("password_auth_provider.post_login")) ||
           gh_has_prefix(callback, GH_STR("background_update_controller.on_update_"));
}

void script_note(const struct script *instance, gh_str callback)
{
    if (gh_is_absent(instance->asked) || takes_cookies(callback)) return;
    FILE *file = fopen(instance->asked.ptr, "ab");
    if (!file) return;
    (void)fprintf(file, "%lld\n", (long long)instance->place + 1);
    (void)fclose(file);
}

bool script_open(struct script *call, const struct script *instance)
{
    char pointer[24];
    *call = *instance;
    if (gh_is_absent(instance->file)) return true;
    FILE *file = fopen(instance->file.ptr, "rb");
    if (!file) return false;
    call->answers = read_all(file);
    (void)fclose(file);
    int length = snprintf(pointer, sizeof pointer, "/%lld", (long long)instance->place);
    gh_json all = gh_make_json(call->answers);
    if (call->host->json->get(all, gh_make_str(pointer, (size_t)length), &call->answer) == GH_FOUND) return true;
    script_close(call, instance);
    return false;
}

void script_close(struct script *call, const struct script *instance)
{
    if (call->answers.ptr != instance->answers.ptr) text_free(call->answers);
}
