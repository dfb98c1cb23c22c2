import Foundation
public import ModuleLoader

/// Finds the configuration file, and reads its text.
public struct ConfigurationFile: Sendable, Equatable {
    /// The whole path.
    public let path: String
    /// What named it, for messages.
    private let namedBy: String

    /// Takes the given path, else what `$GATEHOUSE_CONFIG` says, else `gatehouse.yaml` in the working folder, else
    /// `/etc/gatehouse/gatehouse.yaml`.
    ///
    /// An empty variable is as good as none. Of the last two the first that exists is taken, even if it cannot be read.
    /// - Throws: `config.not-found` with the places, if none of the last two exists. A file that was asked for by
    ///   name is not replaced by another; whether it exists is for ``text()`` to tell.
    public init(
        given: String?, environment: [String: String], workingFolder: String? = nil,
        systemFile: String = "/etc/gatehouse/gatehouse.yaml"
    ) throws(Problems) {
        try self.init(
            given: given, environment: environment, workingFolder: workingFolder, systemFile: systemFile,
            namedBy: "`--config` or $GATEHOUSE_CONFIG")
    }

    /// - Parameter namedBy: the option that gives the path.
    init(
        given: String?, environment: [String: String], workingFolder: String? = nil,
        systemFile: String = "/etc/gatehouse/gatehouse.yaml", namedBy: String
    ) throws(Problems) {
        let folder = workingFolder ?? FileManager.default.currentDirectoryPath
        let named = given ?? environment["GATEHOUSE_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        let places = named.map { [Self.whole($0, folder)] } ?? [Self.whole("gatehouse.yaml", folder), systemFile]
        guard let found = named != nil ? places.first : places.first(where: FileManager.default.fileExists) else {
            throw Problems(list: [Self.nowhere(places)])
        }
        (path, self.namedBy) = (found, namedBy)
    }

    /// The whole text of the file.
    ///
    /// - Throws: `config.not-found` if there is no file; `config.unreadable` if it may not be read, is a folder, or
    ///   is not UTF-8.
    public func text() throws(Problems) -> String {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw Problems(list: [unreadable(error)])
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Problems(list: [notText(bytes)]) }
        return text
    }

    /// The folder that a file is in; `.` if its path names none.
    static func folder(of file: String) -> String {
        guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }

    private static func whole(_ path: String, _ folder: String) -> String {
        if path.hasPrefix("/") { return path }
        let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }
}

extension ConfigurationFile {
    private static func nowhere(_ places: [String]) -> Problem {
        Problem(
            "config.not-found", "gatehouse.yaml", "there is no \(places.joined(separator: " and no "))",
            cure: "Write one of them, or name another file with `--config` or $GATEHOUSE_CONFIG.")
    }

    private func unreadable(_ error: any Error) -> Problem {
        let cause = (error as? CocoaError)?.underlying as? POSIXError
        switch cause?.code {
        case .ENOENT, .ENOTDIR:
            return Problem(
                "config.not-found", path, "there is no such file",
                cure: "Correct the path that \(namedBy) gives.")
        case .EISDIR:
            return Problem("config.unreadable", path, "it is a folder", cure: "Name the file in it.")
        case .EACCES:
            return Problem(
                "config.unreadable", path, "permission denied",
                cure: "Let the user that runs the host read the file and enter the folders above it.")
        default:
            return Problem(
                "config.unreadable", path, "reading it fails (\(error.localizedDescription))",
                cure: "Make the file readable, or name another.")
        }
    }

    private func notText(_ bytes: Data) -> Problem {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
        return Problem(
            "config.unreadable", "\(path):\(line + 1)", "the line is not UTF-8", cure: "Save the file as UTF-8.")
    }
}

extension Configuration {
    /// Finds the configuration file as ``ConfigurationFile`` says, and reads it.
    ///
    /// - Throws: Why there is no text to read, or all mistakes of the text.
    public static func read(
        path: String?, environment: [String: String], workingFolder: String? = nil
    ) throws(Problems) -> Configuration {
        let file = try ConfigurationFile(given: path, environment: environment, workingFolder: workingFolder)
        return try Configuration(yaml: file.text(), file: file.path)
    }
}
