import MatrixCallbacks
import ModuleLoader

/// Typed answers that may hold a cookie.
extension CallEnd {
    func login(of host: Gatehouse) -> Login? {
        guard case .login(let userID, let cookie)? = answer else { return nil }
        return Login(userID: userID, module: module, cookie: cookie.map { Cookie($0, of: host) })
    }

    func updateStep(of host: Gatehouse) -> UpdateStep? {
        guard case .update(let milliseconds, let cookie)? = answer else { return nil }
        return UpdateStep(duration: .milliseconds(milliseconds), cookie: cookie.map { Cookie($0, of: host) })
    }
}
