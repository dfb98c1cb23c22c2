import JSONText

@testable import MatrixCallbacks

/// A caller that is asked for what did not come along.
struct TestOrigin: CallOrigin {
    struct Nothing: Error {}

    var state: @Sendable (_ call: Int64, _ type: String, _ key: String) throws -> JSON? = { _, _, _ in throw Nothing() }
    var media: @Sendable (_ call: Int64, _ offset: Int, _ count: Int) throws -> [UInt8] = { _, _, _ in throw Nothing() }

    func stateEvent(of call: Int64, type: String, stateKey: String) throws -> JSON? { try state(call, type, stateKey) }

    func mediaBytes(of call: Int64, from offset: Int, count: Int) throws -> [UInt8] { try media(call, offset, count) }
}
