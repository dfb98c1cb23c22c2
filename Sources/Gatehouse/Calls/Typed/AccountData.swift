// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
import MatrixCallbacks

extension Gatehouse {
    /// The callbacks of `account_data`.
    public var accountData: AccountData { AccountData(host: self) }
}

/// The callbacks of `account_data`, as typed calls. Any thread may call.
///
/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the
/// chain may take its time. All throw `CallError.failed` where a failure is handed on. `deadline` is when the
/// caller needs the result at the latest; the configuration's deadline holds in any case.
public struct AccountData: Sendable {
    let host: Gatehouse

    static let onAccountDataUpdated = 51
}

extension AccountData {
    /// Told after account data was stored, also by a module; not of tags and push rules. What is deleted has become {}.
    ///
    /// Synapse docs: since 1.57.0. Rule: tell all.
    public func onAccountDataUpdated(
        userID: String, roomID: String?, accountDataType: String, content: JSON
    ) throws(CallError) {
        _ = try host.askAtOnce(Self.onAccountDataUpdated) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
            arguments.text(accountDataType)
            arguments.json(content)
        }
    }
}
