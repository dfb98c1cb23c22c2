import CGatehouse

struct NotNow: Error {}

private func makeChecker() -> gh_spam_checker_callbacks {
    var checker = gh_spam_checker_callbacks()
    checker.size = MemoryLayout<gh_spam_checker_callbacks>.size
    checker.user_may_publish_room = { _, call, reply in
        guard let call, let reply else { return GH_FAILED }
        return answer(reply) {
            if gh_equal(call.pointee.user_id, text("@failure:x")) != 0 { throw Failure(message: "thrown on purpose") }
            if gh_equal(call.pointee.user_id, text("@error:x")) != 0 { throw NotNow() }
            return gh_deny(reply)
        }
    }
    return checker
}

private func makeModule() -> gh_module {
    var module = gh_module()
    module.size = MemoryLayout<gh_module>.size
    module.major = UInt64(GH_MAJOR)
    module.minor = UInt64(GH_MINOR)
    module.name = text("faulty_swift")
    module.spam_checker = permanent(makeChecker())
    return module
}

/// Never changed once it is made.
nonisolated(unsafe) private let module = permanent(makeModule())

/// Throws when it is told to: in user_may_publish_room, by the user.
@c @implementation
public func gatehouse_module_register(
    _ host: UnsafePointer<gh_host_info>!, _ registration: UnsafeMutablePointer<gh_registration>!
) -> gh_outcome {
    gh_register(registration, module)
}
