/* Reads each media file to its end, by the host's function and by its path: {"window": BYTES, "tell": true}.

   What came of it is a line of the log: of each way the last word of outcome.h, how many bytes there were, and their
   checksum. With `tell` the file is denied, with the same in the fields. */
#include <gatehouse/gatehouse.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef FLAGS
#define FLAGS 0
#endif

#define LARGEST_WINDOW (1 << 20)

struct weigher {
    const gh_host *host;
    size_t window;
    int tells;
    unsigned char buffer[LARGEST_WINDOW];
};

struct weight {
    gh_found found;
    uint64_t count;
    uint32_t crc; /* as zlib has it */
};

static void add(struct weight *weight, const unsigned char *bytes, size_t count)
{
    uint32_t crc = ~weight->crc;
    for (size_t place = 0; place < count; place++) {
        crc ^= bytes[place];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    weight->crc = ~crc;
    weight->count += count;
}

static struct weight by_read(struct weigher *weigher, const gh_media *media)
{
    struct weight weight = {GH_FOUND, 0, 0};
    size_t got = 0;
    while (weight.found == GH_FOUND) {
        weight.found = weigher->host->media->read(media, weight.count, weigher->buffer, weigher->window, &got);
        if (weight.found == GH_FOUND) add(&weight, weigher->buffer, got);
    }
    return weight;
}

static struct weight by_path(struct weigher *weigher, const gh_media *media)
{
    struct weight weight = {GH_FOUND, 0, 0};
    char name[4096] = "";
    gh_str path;
    weight.found = weigher->host->media->path(media, &path);
    if (weight.found != GH_FOUND || path.len >= sizeof name) return weight;
    memcpy(name, path.ptr, path.len);
    FILE *file = fopen(name, "rb");
    if (!file) return weight;
    size_t got;
    while ((got = fread(weigher->buffer, 1, weigher->window, file)) > 0)
        add(&weight, weigher->buffer, got);
    fclose(file);
    return weight;
}

static gh_outcome check_media_file_for_spam(
    void *self, const gh_check_media_file_for_spam *call, gh_verdict_reply *reply)
{
    struct weigher *weigher = self;
    const struct weight path = by_path(weigher, call->file_wrapper), read = by_read(weigher, call->file_wrapper);
    char text[256];
    const int length =
        snprintf(text, sizeof text, "{\"path\":[%u,%" PRIu64 ",%" PRIu32 "],\"read\":[%u,%" PRIu64 ",%" PRIu32 "]}",
            (unsigned)path.found, path.count, path.crc, (unsigned)read.found, read.count, read.crc);
    const gh_json weights = gh_make_json(gh_make_str(text, (size_t)length));
    char line[300];
    const int end = snprintf(line, sizeof line, "weighed: %s", text);
    weigher->host->log(weigher->host, GH_INFO, gh_make_str(line, (size_t)end), GH_NO_JSON);
    return weigher->tells ? gh_deny_with(reply, GH_M_FORBIDDEN, weights) : GH_NEXT;
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_json value;
    int64_t window = 4096;
    struct weigher *weigher = calloc(1, sizeof *weigher);
    if (!weigher) return GH_FAILED;
    weigher->host = host;
    weigher->tells = host->json->get(config, GH_STR("/tell"), &value) == GH_FOUND;
    if (host->json->get(config, GH_STR("/window"), &value) == GH_FOUND) host->json->integer(value, &window);
    if (window < 1 || window > LARGEST_WINDOW) {
        free(weigher);
        return gh_refuse(reply, GH_STR("window"), GH_STR("must be from 1 to 1048576"));
    }
    weigher->window = (size_t)window;
    *self = weigher;
    return GH_NEXT;
}

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker, .check_media_file_for_spam = check_media_file_for_spam};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("weigher"),
    .flags = FLAGS,
    .create = create,
    .destroy = free,
    .spam_checker = &spam_checker,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
