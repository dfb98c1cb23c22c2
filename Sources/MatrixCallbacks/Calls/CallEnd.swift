/// How a call ended. One word, because most calls end with nobody having anything to say: what modules have said is in a
/// box.
@usableFromInline package indirect enum CallEnd: Sendable {
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

    /// What deserves a line in the log.
    package var notes: [Note] { if case .said(let result) = self { result.notes } else { [] } }

    /// Was there nothing that kept the modules from deciding?
    package var isDecided: Bool {
        guard case .said(let result) = self else { return true }
        return switch result.outcome {
        case .next, .answered: true
        case .failed, .cancelled: false
        }
    }
}
