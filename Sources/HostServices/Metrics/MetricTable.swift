import CGatehouse
import ModuleLoader

/// The functions of `metrics.h`.
@safe enum MetricTable {
    static func make(_ metrics: InstanceMetrics) -> ServiceTable {
        unsafe ImmortalTable.make(
            gh_metrics(
                size: MemoryLayout<gh_metrics>.size, data: ImmortalTable.data(metrics), declare: declare, add: add,
                record: record))
    }

    // - Safety: the table's `data` is what it was made for. Text is `len` readable bytes.

    private static let declare: @convention(c) (UnsafePointer<gh_metrics>?, gh_metric_kind, gh_str) -> UInt64 = {
        table, kind, name in
        guard let metrics = unsafe owner(table) else { return 0 }
        do throws(Handed.Refusal) {
            let name = try unsafe Handed.required(name, "the name of a metric")
            guard let kind = MetricKind(rawValue: kind) else {
                throw Handed.Refusal(reason: "\(kind) is no kind of metrics")
            }
            return try metrics.declare(kind, name)
        } catch {
            metrics.warn(error.reason)
            return 0
        }
    }

    private static let add: @convention(c) (UnsafePointer<gh_metrics>?, UInt64, Int64) -> Void = {
        table, metric, step in
        unsafe owner(table)?.add(metric, step)
    }

    private static let record: @convention(c) (UnsafePointer<gh_metrics>?, UInt64, Double) -> Void = {
        table, metric, value in
        unsafe owner(table)?.record(metric, value)
    }

    private static func owner(_ table: UnsafePointer<gh_metrics>?) -> InstanceMetrics? {
        unsafe ImmortalTable.owner(table?.pointee.data)
    }
}
