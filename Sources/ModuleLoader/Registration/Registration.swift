import CGatehouse
import CModuleCall

/// Calls a module's one exported function and takes what it hands over.
@safe final class Registration {
    private let subject: String
    private let layouts: [TableLayout]
    private var copy: RecordCopy?
    private var refusal: String?
    private var times = 0

    private init(subject: String, layouts: [TableLayout]) {
        self.subject = subject
        self.layouts = layouts
    }

    /// - Returns: the module, and warnings for the log.
    /// - Throws: everything that is wrong with what it handed over.
    static func run(
        _ function: cm_register_function, subject: String, layouts: [TableLayout]
    ) throws(Problems) -> (module: RegisteredModule, warnings: [String]) {
        let registration = Registration(subject: subject, layouts: layouts)
        var threw = false
        let outcome = unsafe registration.call(function, &threw)
        return try registration.result(outcome, threw: threw)
    }

    // - Safety: the module gets a record on this stack, whose `data` is this object, for the length of the call.
    private func call(_ function: cm_register_function, _ threw: inout Bool) -> gh_outcome {
        var record = unsafe gh_registration(
            size: MemoryLayout<gh_registration>.size, functions: Self.table,
            data: Unmanaged.passUnretained(self).toOpaque())
        return unsafe cm_register(function, HostInfo.record, &record, &threw)
    }

    private func result(
        _ outcome: gh_outcome, threw: Bool
    ) throws(Problems) -> (module: RegisteredModule, warnings: [String]) {
        if threw {
            throw problem(
                "module.registration.exception",
                "its registration threw: \(unsafe String(cString: cm_exception_text()))",
                cure: "Catch exceptions inside the module.")
        }
        if let refusal {
            throw problem(
                "module.registration.refused", "it refuses this host: \(refusal)",
                cure: "Do as the module says, or take it out of the configuration.")
        }
        guard let copy else {
            throw problem(
                "module.registration.none", "its registration handed nothing over",
                cure: "Call gh_register in gatehouse_module_register.")
        }
        if !copy.problems.isEmpty { throw Problems(list: copy.problems) }
        if times > 1 {
            throw problem(
                "module.registration.twice", "its registration handed over \(times) records",
                cure: "Call gh_register once.")
        }
        if outcome != Outcome.answered {
            throw problem(
                "module.registration.outcome", "its registration returned \(outcome)",
                cure: "Return what gh_register returned.")
        }
        return (RegisteredModule(copy), copy.warnings)
    }

    private func problem(_ code: String, _ cause: String, cure: String) -> Problems {
        Problems(list: [Problem(code, subject, cause, cure: cure)])
    }

    // - Safety: written once, before any module is called, and only read after that. `data` is the Registration of
    //   the call that runs.
    nonisolated(unsafe) private static let table: UnsafePointer<gh_registration_functions> = {
        let table = UnsafeMutablePointer<gh_registration_functions>.allocate(capacity: 1)
        unsafe table.initialize(
            to: gh_registration_functions(
                size: MemoryLayout<gh_registration_functions>.size,
                hand_over: { into, module in
                    guard let data = unsafe into?.pointee.data, let module = unsafe module else {
                        return Outcome.failed
                    }
                    return unsafe Unmanaged<Registration>.fromOpaque(data).takeUnretainedValue().take(module)
                },
                refuse: { into, message in
                    guard let data = unsafe into?.pointee.data else { return Outcome.failed }
                    let registration = unsafe Unmanaged<Registration>.fromOpaque(data).takeUnretainedValue()
                    registration.refusal = (try? unsafe Handed.text(message, "the message")) ?? "it does not say why"
                    return Outcome.failed
                }))
        return unsafe UnsafePointer(table)
    }()

    private func take(_ module: UnsafePointer<gh_module>) -> gh_outcome {
        times += 1
        let taken = unsafe RecordCopy(module, layouts: layouts, subject: subject)
        if copy == nil { copy = taken }
        return taken.problems.isEmpty ? Outcome.answered : Outcome.failed
    }
}
