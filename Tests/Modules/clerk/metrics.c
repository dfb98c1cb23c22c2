#include "clerk.h"

#include <stdio.h>

/* count METRIC BY, record METRIC VALUE, declare KIND NAME; a metric is known by its place in the configuration. */

void declare_metrics(struct clerk *clerk, gh_json config)
{
    const gh_metrics *metrics = gh_find_metrics(clerk->host);
    const gh_json_functions *json = clerk->host->json;
    gh_json list, item, kind, name;
    uint64_t cursor = 0;
    if (metrics == NULL || json->get(config, GH_STR("/metrics"), &list) != GH_FOUND) return;
    while (clerk->metric_count < 8 && json->next(list, &cursor, NULL, &item) == GH_FOUND) {
        char text[200];
        size_t length;
        int64_t number = 0;
        if (json->get(item, GH_STR("/0"), &kind) != GH_FOUND || json->integer(kind, &number) != GH_FOUND) continue;
        if (json->get(item, GH_STR("/1"), &name) != GH_FOUND) continue;
        if (json->unescape(name, text, sizeof text, &length) != GH_FOUND) continue;
        uint64_t metric = metrics->declare(metrics, (gh_metric_kind)number, gh_make_str(text, length));
        clerk->metrics[clerk->metric_count++] = metric;
        note(clerk, "%llu ", (unsigned long long)metric);
    }
}

gh_found run_metrics(struct clerk *clerk, const struct command *command, char *text, size_t room)
{
    const gh_metrics *metrics = gh_find_metrics(clerk->host);
    size_t place = (size_t)number(command, 1);
    uint64_t metric = place < clerk->metric_count ? clerk->metrics[place] : 99;
    if (metrics == NULL) return 0;
    if (gh_equal(word(command, 0), GH_STR("declare"))) {
        uint64_t declared = metrics->declare(metrics, (gh_metric_kind)number(command, 1), word(command, 2));
        snprintf(text, room, "%llu", (unsigned long long)declared);
    } else if (gh_equal(word(command, 0), GH_STR("count"))) {
        metrics->add(metrics, metric, number(command, 2));
    } else if (gh_equal(word(command, 0), GH_STR("record"))) {
        metrics->record(metrics, metric, (double)number(command, 2));
    } else {
        return 0;
    }
    return GH_FOUND;
}
