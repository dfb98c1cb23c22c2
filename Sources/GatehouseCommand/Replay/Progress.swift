/// How far a replay is, on standard error when that is a terminal.
struct Progress {
    private let size: Int
    private let isShown = Terminal.errorIsTerminal
    private var last = -1

    init(of size: Int) { self.size = max(size, 1) }

    mutating func show(_ done: Int) {
        let percent = done * 100 / size
        guard isShown, percent != last else { return }
        last = percent
        Terminal.progress("\(percent)%")
    }

    func clear() { if isShown && last >= 0 { Terminal.progress("    \r") } }
}
