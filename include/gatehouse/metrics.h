/* The service "gatehouse.metrics/1": figures that the host shows beside its own. */
#ifndef GATEHOUSE_METRICS_H
#define GATEHOUSE_METRICS_H

#include "host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define GH_METRICS "gatehouse.metrics/1"

typedef uint32_t gh_metric_kind;
#define GH_COUNTER ((gh_metric_kind)1) /* only goes up: `add` */
#define GH_GAUGE ((gh_metric_kind)2) /* goes up and down: `record` sets it */
#define GH_HISTOGRAM ((gh_metric_kind)3) /* how values spread: `record` notes one */

typedef struct gh_metrics gh_metrics;

/*
 * One table an instance. Every metric carries the instance's name as the label "module"; two instances of one module
 * share its names. None of these functions waits. [any thread] [between create and destroy, both included]
 */
struct gh_metrics {
    size_t size;
    void *data; /* the host's own */

    /* Declares a metric and gives its number; the same for the same name and kind. A name is of a to z, 0 to 9 and "_",
       begins with a letter, and carries its unit: "lookups_total", "lookup_seconds". 0: it is no name, begins with
       "gatehouse_", is of another kind elsewhere, or there are 100 already; the host logs which.
       [the thread of the call] [in create] */
    uint64_t (*declare)(const gh_metrics *metrics, gh_metric_kind kind, gh_str name);

    /* Adds to a counter. What is no counter, or is negative, is ignored. */
    void (*add)(const gh_metrics *metrics, uint64_t metric, int64_t by);

    /* Sets a gauge, or notes a value of a histogram. What is neither, or is no number, is ignored. */
    void (*record)(const gh_metrics *metrics, uint64_t metric, double value);
};

/* The metrics of this instance. NULL: not offered, or not granted. [any thread] [between create and destroy, both
   included] */
static inline const gh_metrics *gh_find_metrics(const gh_host *host)
{
    return (const gh_metrics *)host->service(host, GH_STR(GH_METRICS));
}

#ifdef __cplusplus
}
#endif
#endif
