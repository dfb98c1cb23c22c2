import Glibc
import Synchronization

/// Where a process keeps the copies of modules that it loads.
///
/// A library is loaded from a copy under a path that was never used before: the system's loader takes a path that it
/// knows for the old file, and a file that is overwritten in place changes under running code. The folder is made when
/// the first copy is, and is gone when the process exits.
public final class PrivateFolder: Sendable {
    private let parents: [String]
    private let trust: PathTrust
    private let state = Mutex(State())

    private struct State {
        var folder: HeldFolder?
        var copies = 0
    }

    /// The one of this process.
    public static let shared = PrivateFolder(environment: PrivateFolder.processEnvironment())

    /// In the first entry of `RUNTIME_DIRECTORY`, else in `TMPDIR`, else in `/tmp`, passing over one that is mounted
    /// `noexec`, as Debian mounts `/run`: nothing can be loaded from there. Makes nothing yet.
    public convenience init(environment: [String: String]) {
        let runtime = environment["RUNTIME_DIRECTORY"]?.split(separator: ":").first.map(String.init)
        let places = [runtime, environment["TMPDIR"], "/tmp"].compactMap { $0 }.filter { !$0.isEmpty }
        let trust = PathTrust.current(elseCure: "set TMPDIR to another folder")
        self.init(in: places.map { ModulePath($0, relativeTo: ".").text }, trust: trust)
    }

    init(in parents: [String], trust: PathTrust) {
        self.parents = parents
        self.trust = trust
    }

    /// Writes the bytes that were read and checked to a file of the same name, under a path that this process has never
    /// used before. Gives the path. Any thread may call it; the same file may be copied as often as one likes.
    ///
    /// Throws `module.copy.folder` where no folder can be made, `module.copy.failed` where the file cannot be written,
    /// and `module.file.untrusted` where others could swap the folder.
    public func copy(of file: ModuleFile) throws(Problems) -> String {
        let (folder, number) = try place()
        let path = "\(folder)/\(file.hash.prefix(16)).\(number)"
        do throws(SystemError) {
            try SystemCalls.makeFolder(path)
            try Self.write(file.bytes, to: "\(path)/\(file.name)")
        } catch {
            let cause = "\(file.path) cannot be copied to \(path) (\(error.call): \(error.text))"
            let cure = "Make room there, or set TMPDIR to another folder."
            throw Problems(list: [Problem("module.copy.failed", file.path, cause, cure: cure)])
        }
        return "\(path)/\(file.name)"
    }
}

extension PrivateFolder {
    private static func processEnvironment() -> [String: String] {
        var variables: [String: String] = [:]
        for name in ["RUNTIME_DIRECTORY", "TMPDIR"] { variables[name] = SystemCalls.environmentVariable(name) }
        return variables
    }

    /// The folder and a number that no copy had before.
    private func place() throws(Problems) -> (folder: String, number: Int) {
        try state.withLock { state throws(Problems) in
            state.copies += 1
            if let folder = state.folder { return (folder.path, state.copies) }
            let folder = try makeFolder()
            state.folder = folder
            return (folder.path, state.copies)
        }
    }

    /// Makes a new one, beside that of the copies.
    ///
    /// - Throws: `module.copy.folder`, `module.file.untrusted`
    func makeFolder() throws(Problems) -> HeldFolder {
        let parent = try parent()
        if !ModulePath(parent, relativeTo: "/").exists { throw noFolder("there is no folder \(parent)") }
        try Problems.throwUnlessEmpty(trust.problems(on: parent, of: "the folder of private copies"))
        do throws(SystemError) {
            return try HeldFolder.make(in: parent)
        } catch {
            throw noFolder("no folder can be made in \(parent) (\(error.call): \(error.text))")
        }
    }

    private func parent() throws(Problems) -> String {
        for parent in parents where (try? SystemCalls.isMountedNoExec(parent)) != true { return parent }
        throw noFolder("nothing can be loaded from \(parents.joined(separator: " or ")), mounted `noexec`")
    }

    private func noFolder(_ cause: String) -> Problems {
        let cure = "Set RUNTIME_DIRECTORY, or else TMPDIR, to a folder of this user that is not mounted `noexec`."
        return Problems(list: [Problem("module.copy.folder", "the folder of private copies", cause, cure: cure)])
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
        let file = try SystemCalls.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o500)
        try SystemCalls.write(bytes, to: file)
    }
}
