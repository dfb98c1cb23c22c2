/// How a call ended. One word, because most calls end with nobody having anything to say: what modules have said is in a
/// box.
package indirect enum CallEnd: Sendable {
    /// All modules said *next*, and nothing else; or there are none.
    case allNext
    case said(CallResult)

    /// - Parameter callback: the one that was asked.
    package func result(of callback: @autoclosure () -> Callback) -> CallResult {
        switch self {
        case .allNext: CallResult(allNext: callback())
        case .said(let result): result
        }
    }
}
