/// A module in Swift 6.3.
extension Template {
    static let swift = Template(
        files: [
            File("module.swift", "the module", moduleSwift),
            File("contract.swift", "between Swift and the contract's C", contractSwift),
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
    private func readPrefix(
        _ config: gh_json, _ json: UnsafePointer<gh_json_functions>, _ reply: UnsafeMutablePointer<gh_config_reply>
    ) -> String? {
        var value = gh_json()
        guard json.pointee.get(config, text("/prefix"), &value) == GH_FOUND else {
            _ = gh_refuse(reply, text("prefix"), text("is missing; give what the user ids of guests begin with"))
            return nil
        }
        guard let prefix = String(value, json) else {
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
            return readPrefix(config, json, reply) == nil ? GH_FAILED : GH_NEXT
        }
        module.create = { host, config, reply, instance in
            guard let json = host?.pointee.json, let reply, let instance else { return GH_FAILED }
            guard let prefix = readPrefix(config, json, reply) else { return GH_FAILED }
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

/// `contract.swift`
private let contractSwift = #"""
    // Between Swift and the contract's C.
    import CGatehouse

    /// A text of the contract from a literal, which lives as long as the process.
    func text(_ literal: StaticString) -> gh_str {
        gh_make_str(UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self), literal.utf8CodeUnitCount)
    }

    /// A value that lives as long as the process.
    func permanent<Value>(_ value: Value) -> UnsafePointer<Value> {
        let pointer = UnsafeMutablePointer<Value>.allocate(capacity: 1)
        pointer.initialize(to: value)
        return UnsafePointer(pointer)
    }

    extension String {
        /// A copy of the contract's text, which is only lent; absent text is empty.
        init(_ text: gh_str) {
            self.init(decoding: UnsafeRawBufferPointer(start: text.ptr, count: text.len), as: UTF8.self)
        }

        /// The text of a JSON string; nil where it is none.
        init?(_ json: gh_json, _ functions: UnsafePointer<gh_json_functions>) {
            guard gh_json_is_string(json) != 0 else { return nil }
            // No escape is shorter than what it stands for.
            var buffer = [CChar](repeating: 0, count: json.text.len)
            var length = 0
            guard functions.pointee.unescape(json, &buffer, buffer.count, &length) == GH_FOUND else { return nil }
            self = buffer.withUnsafeBytes { String(decoding: $0.prefix(length), as: UTF8.self) }
        }
    }
    """#

/// In the Makefile.
private let rulesSwift = #"""
    # With -static-stdlib the module has a Swift runtime of its own, so that a host in Swift may be of another version.
    SWIFTFLAGS = -O
    FLAGS = -swift-version 6 -parse-as-library -emit-library -static-stdlib -module-name @LIBRARY@_module $(contract)

    $(module): module.swift contract.swift
    	@mkdir -p build
    	swiftc $(FLAGS) $(SWIFTFLAGS) -o $@ module.swift contract.swift
    """#
