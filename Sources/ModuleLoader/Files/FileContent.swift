import Glibc

/// What a file held when it was opened, all of it from one descriptor: nothing can be put in its place in between.
struct FileContent: Sendable {
    let status: FileStatus
    let bytes: [UInt8]

    /// No module is larger, and a file with a hole of terabytes would take all memory.
    static let limit = 1 << 30

    /// Reads a regular file. Throws `module.file.missing` for a symbolic link to nothing, `module.file.not-elf` for a
    /// directory or a pipe, `module.file.too-large` and `module.file.unreadable`.
    static func read(_ path: String, _ report: FileProblems) throws(Problems) -> FileContent {
        let content: FileContent
        do throws(SystemError) {
            content = try open(path)
        } catch {
            throw Problems(list: [problem(error, report)])
        }
        try Problems.throwUnlessEmpty(content.problems(report))
        return content
    }
}

extension FileContent {
    private static func open(_ path: String) throws(SystemError) -> FileContent {
        // Not blocking: a named pipe without a writer would keep the host waiting for ever.
        let descriptor = try SystemCalls.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
        let status = try SystemCalls.status(of: descriptor)
        let isReadable = status.kind == .regular && status.size <= limit
        return FileContent(status: status, bytes: isReadable ? try bytes(of: descriptor, Int(status.size)) : [])
    }

    /// To the end, wherever that is by now: the size that was asked for may be out of date.
    private static func bytes(of descriptor: borrowing Descriptor, _ size: Int) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let more = try SystemCalls.read(descriptor, atMost: max(size - bytes.count, 4096))
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    private func problems(_ report: FileProblems) -> [Problem] {
        if status.kind != .regular { return [report.problem(.notELF("a \(status.kind.rawValue)"))] }
        if status.size <= Self.limit, bytes.count <= Self.limit { return [] }
        let cause = "is larger than \(Self.limit) bytes"
        return [report.problem("module.file.too-large", cause, cure: "Give the path of the compiled .so file.")]
    }

    private static func problem(_ error: SystemError, _ report: FileProblems) -> Problem {
        if error.number == ENOENT {
            let cause = "is a symbolic link to something that is not there, or was just removed"
            return report.problem("module.file.missing", cause, cure: "Put the file there, or correct the link.")
        }
        let cure = "Let the user that this process runs as read the file and enter its folders."
        return report.problem("module.file.unreadable", "cannot be read (\(error.call): \(error.text))", cure: cure)
    }
}
