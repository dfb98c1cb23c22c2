import MatrixCallbacks
import ModuleLoader

/// Typed answers that may hold a cookie.
extension CallResult {
    func login(of host: Gatehouse) -> Login? {
        guard case .answered(.login(let userID, let cookie)) = outcome else { return nil }
        return Login(userID: userID, module: decidedBy ?? "", cookie: cookie.map { Cookie($0, of: host) })
    }

    func updateStep(of host: Gatehouse) -> UpdateStep? {
        guard case .answered(.update(let milliseconds, let cookie)) = outcome else { return nil }
        return UpdateStep(duration: .milliseconds(milliseconds), cookie: cookie.map { Cookie($0, of: host) })
    }
}
