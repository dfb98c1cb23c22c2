import CGatehouse

/// The settings, or nil where there are mistakes, which `reply` has been told.
private func readSettings(_ config: JSON, _ reply: UnsafeMutablePointer<gh_config_reply>) -> Settings? {
    Settings(config) { keyPath, message in _ = keyPath.lend { gh_refuse(reply, $0, text(message)) } }
}

private func makeRules() -> gh_third_party_rules_callbacks {
    var rules = gh_third_party_rules_callbacks()
    rules.size = MemoryLayout<gh_third_party_rules_callbacks>.size
    rules.on_create_room = { instance, call, reply in
        guard let instance, let call, let reply else { return GH_FAILED }
        let greeter = Unmanaged<Greeter>.fromOpaque(instance).takeUnretainedValue()
        return answer(reply) {
            guard let request = greeter.rewrite(call.pointee.request_content) else { return GH_NEXT }
            return request.lend { gh_rewrite(reply, gh_make_json($0)) }
        }
    }
    return rules
}

private func makeModule() -> gh_module {
    var module = gh_module()
    module.size = MemoryLayout<gh_module>.size
    module.major = UInt64(GH_MAJOR)
    module.minor = UInt64(GH_MINOR)
    module.name = text("greeter")
    module.version = text("1.0.0")
    module.vendor = text("Gatehouse")
    module.licence = text("Apache-2.0")
    module.description = text("Gives new rooms a text of welcome")
    module.flags = GH_CONCURRENT | GH_PROMPT
    module.configure = { config, setup, reply in
        guard let setup, let reply else { return GH_FAILED }
        return readSettings(JSON(value: config, functions: setup.pointee.json), reply) == nil ? GH_FAILED : GH_NEXT
    }
    module.create = { host, config, reply, instance in
        guard let host, let functions = host.pointee.json, let reply, let instance else { return GH_FAILED }
        guard let settings = readSettings(JSON(value: config, functions: functions), reply) else { return GH_FAILED }
        guard let greeter = try? Greeter(settings, functions) else {
            return gh_refuse(reply, text(""), text("the texts cannot be written as JSON"))
        }
        instance.pointee = Unmanaged.passRetained(greeter).toOpaque()
        return GH_NEXT
    }
    module.destroy = { instance in
        guard let instance else { return }
        Unmanaged<Greeter>.fromOpaque(instance).release()
    }
    module.third_party_rules = permanent(makeRules())
    return module
}

/// Never changed once it is made.
nonisolated(unsafe) private let module = permanent(makeModule())

@c @implementation
public func gatehouse_module_register(
    _ host: UnsafePointer<gh_host_info>!, _ registration: UnsafeMutablePointer<gh_registration>!
) -> gh_outcome {
    gh_register(registration, module)
}
