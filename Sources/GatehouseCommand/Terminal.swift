import ArgumentParser
import Foundation

/// Standard output and standard error.
enum Terminal {
    /// A line on standard output, out at once: what follows may end the process.
    static func result(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    }

    /// A line on standard error. Where nobody can hear it, it is lost.
    static func error(_ text: String) { write(text + "\n") }

    private static func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Says what was refused, a line each, and gives the exit code for it.
    static func refusal(_ problems: [String]) -> ExitCode {
        for problem in problems { error("error: \(problem)") }
        return ExitCode(1)
    }

    /// Text without a line end, for a line that is written over and over.
    static func progress(_ text: String) { write("\r\(text)") }

    static var errorIsTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }
}

/// Columns of text.
struct Table {
    private var rows: [[String]]

    init(_ head: String...) { rows = [head] }

    mutating func add(_ cells: String...) { rows.append(cells) }

    /// Cells that look like numbers stand right.
    var text: String {
        let widths = (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { pad(row[$0], to: widths[$0], isLast: $0 == row.count - 1) }
            return cells.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    private func pad(_ cell: String, to width: Int, isLast: Bool) -> String {
        let space = String(repeating: " ", count: width - cell.count)
        if cell.first?.isNumber == true { return space + cell }
        return isLast ? cell : cell + space
    }
}
