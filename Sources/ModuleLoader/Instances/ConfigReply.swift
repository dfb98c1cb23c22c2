import CGatehouse
import CModuleCall

/// Takes what `configure` and `create` say of a configuration.
@safe final class ConfigReply {
    private struct Mistake {
        let path: String
        let message: String
    }
    private var mistakes: [Mistake] = []

    // - Safety: the record stands on this stack and its `data` is this object; both outlive `body`.
    func lend(_ body: (UnsafeMutablePointer<gh_config_reply>) -> gh_outcome) -> gh_outcome {
        var record = unsafe gh_config_reply(
            size: MemoryLayout<gh_config_reply>.size, functions: Self.table,
            data: Unmanaged.passUnretained(self).toOpaque())
        return unsafe body(&record)
    }

    /// - Throws: all that the module refused, or that its entry failed.
    func check(_ outcome: gh_outcome, threw: Bool, entry: String, subject: String) throws(Problems) {
        if threw {
            throw Problems(list: [
                problem(entry, subject, "it threw in \(entry): \(unsafe String(cString: cm_exception_text()))")
            ])
        }
        if !mistakes.isEmpty {
            throw Problems(
                list: mistakes.map { mistake in
                    let place = mistake.path.isEmpty ? "\(subject).config" : "\(subject).config.\(mistake.path)"
                    return problem(entry, place, mistake.message)
                })
        }
        if outcome != Outcome.next {
            throw Problems(list: [problem(entry, subject, "its \(entry) returned \(outcome) and gave no reason")])
        }
    }

    private func problem(_ entry: String, _ subject: String, _ cause: String) -> Problem {
        Problem(
            entry == "create" ? "module.create.refused" : "module.configure.refused", subject, cause,
            cure: "Mend the module's `config`; its documentation says what it takes.")
    }

    // - Safety: written once, before any module is called, and only read after that.
    nonisolated(unsafe) private static let table: UnsafePointer<gh_config_reply_functions> = {
        let table = UnsafeMutablePointer<gh_config_reply_functions>.allocate(capacity: 1)
        unsafe table.initialize(
            to: gh_config_reply_functions(size: MemoryLayout<gh_config_reply_functions>.size) { reply, path, message in
                guard let data = unsafe reply?.pointee.data else { return Outcome.failed }
                let reply = unsafe Unmanaged<ConfigReply>.fromOpaque(data).takeUnretainedValue()
                let path = (try? unsafe Handed.text(path, "the key path")) ?? ""
                let message =
                    (try? unsafe Handed.text(message, "the message"))
                    ?? "it refuses the configuration and does not say why"
                reply.mistakes.append(Mistake(path: path, message: message))
                return Outcome.failed
            })
        return unsafe UnsafePointer(table)
    }()
}
