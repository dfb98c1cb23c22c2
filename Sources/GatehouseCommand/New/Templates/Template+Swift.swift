/// A module in Swift 6.3. What stands between it and the contract is that of the example `greeter`.
extension Template {
    static let swift = Template(
        files: [
            File("module.swift", "the module", moduleSwift),
            File("Contract.swift", "between Swift and the contract's C", PackageResources.Contract_swift),
            File("JSON.swift", "JSON, read through the host", PackageResources.JSON_swift),
        ],
        test: "module_test.c", rules: rulesSwift, Template.linkedTest)
}

/// `module.swift`
private let moduleSwift = #"""
    // Refuses users who join a room without an invite and whose ids begin with a configured prefix.
    import CGatehouse

    /// An instance. Any number of threads may be in it at once.
    final class Door: Sendable {
        let prefix: String

        init(prefix: String) { self.prefix = prefix }

        /// Nil: nothing against it; else fields for the client's error body.
        func refusal(user: String, isInvited: Bool) -> StaticString? {
            isInvited || !user.hasPrefix(prefix) ? nil : #"{"error": "You need an invite"}"#
        }
    }

    /// The setting, or nil where it will not do: `reply` has been told why.
    private func readPrefix(_ config: JSON, _ reply: UnsafeMutablePointer<gh_config_reply>) -> String? {
        guard let value = config["/prefix"] else {
            _ = gh_refuse(reply, text("prefix"), text("is missing; give what the user ids of guests begin with"))
            return nil
        }
        guard let prefix = value.string else {
            _ = gh_refuse(reply, text("prefix"), text("must be a string"))
            return nil
        }
        return prefix
    }

    private func makeSpamChecker() -> gh_spam_checker_callbacks {
        var callbacks = gh_spam_checker_callbacks()
        callbacks.size = MemoryLayout<gh_spam_checker_callbacks>.size
        callbacks.user_may_join_room = { instance, call, reply in
            guard let instance, let call, let reply else { return GH_FAILED }
            let door = Unmanaged<Door>.fromOpaque(instance).takeUnretainedValue()
            let isInvited = call.pointee.is_invited != 0
            guard let fields = door.refusal(user: String(call.pointee.user_id), isInvited: isInvited) else {
                return GH_NEXT
            }
            return gh_deny_with(reply, text("M_FORBIDDEN"), gh_make_json(text(fields)))
        }
        return callbacks
    }

    private func makeModule() -> gh_module {
        var module = gh_module()
        module.size = MemoryLayout<gh_module>.size
        module.major = UInt64(GH_MAJOR)
        module.minor = UInt64(GH_MINOR)
        module.name = text("@LIBRARY@")
        module.version = text("0.1.0")
        module.flags = GH_CONCURRENT | GH_PROMPT  // any number of threads may call it, and it never waits
        module.configure = { config, setup, reply in
            guard let json = setup?.pointee.json, let reply else { return GH_FAILED }
            return readPrefix(JSON(value: config, functions: json), reply) == nil ? GH_FAILED : GH_NEXT
        }
        module.create = { host, config, reply, instance in
            guard let json = host?.pointee.json, let reply, let instance else { return GH_FAILED }
            guard let prefix = readPrefix(JSON(value: config, functions: json), reply) else { return GH_FAILED }
            instance.pointee = Unmanaged.passRetained(Door(prefix: prefix)).toOpaque()
            return GH_NEXT
        }
        module.destroy = { instance in
            if let instance { Unmanaged<Door>.fromOpaque(instance).release() }
        }
        module.spam_checker = permanent(makeSpamChecker())
        return module
    }

    /// Never changed once it is made.
    nonisolated(unsafe) private let module = permanent(makeModule())

    /// The one function that a host looks for.
    @c @implementation
    public func gatehouse_module_register(
        _ host: UnsafePointer<gh_host_info>!, _ registration: UnsafeMutablePointer<gh_registration>!
    ) -> gh_outcome {
        gh_register(registration, module)
    }
    """#

/// In the Makefile.
private let rulesSwift = #"""
    # With -static-stdlib the module has a Swift runtime of its own, so that a host in Swift may be of another version.
    SWIFTFLAGS = -O
    FLAGS = -swift-version 6 -parse-as-library -emit-library -static-stdlib -module-name @LIBRARY@_module $(contract)

    sources = module.swift Contract.swift JSON.swift

    $(module): $(sources)
    	@mkdir -p build
    	swiftc $(FLAGS) $(SWIFTFLAGS) -o $@ $(sources)
    """#
