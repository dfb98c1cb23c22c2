import Crypto

/// The bytes of a module's file, read once and checked.
///
/// What is hashed, checked and later loaded are these bytes; the file is not opened a second time, and what happens to
/// it after this changes nothing.
public struct ModuleFile: Sendable {
    /// Absolute, as it was configured: symbolic links stay in it.
    public let path: String
    /// The last part of `path`.
    public let name: String
    public let bytes: [UInt8]
    /// The SHA-256 of `bytes` in lowercase hexadecimal digits: who the module is.
    public let hash: String
    public let header: ELFHeader

    /// Finds, opens, reads and checks the file of a module. For the loader, once each time that a module is listed;
    /// listing a file twice is no error.
    ///
    /// - Parameters:
    ///   - reference: a name, to be found on `folders`, or a path.
    ///   - subject: where the module is configured, for the problems.
    ///   - base: the configuration file's folder, where relative paths start from.
    ///   - sha256: what the operator expects; nil expects nothing.
    ///   - allowWritablePaths: lifts the check of owner and mode.
    ///   - otherCure: what helps besides to change them, as the end of a sentence.
    /// - Throws: all that is wrong with the file, in the order path, file type, owner and mode, architecture,
    ///   `$ORIGIN`, hash. A file that is not found or cannot be read ends it there.
    public static func open(
        _ reference: String, subject: String, searchedOn folders: [String], relativeTo base: String, sha256: String?,
        allowWritablePaths: Bool, otherCure: String = "set `allow_writable_paths: true`"
    ) throws(Problems) -> ModuleFile {
        let path = try ModuleSearch(for: reference, subject: subject, on: folders, relativeTo: base).found()
        let report = FileProblems(subject: subject, path: path.text)
        let content = try FileContent.read(path.text, report)
        let trust = PathTrust.current(elseCure: otherCure)
        let untrusted = allowWritablePaths ? [] : trust.problems(on: path.text, of: subject, opened: content.status)
        let library = library(content.bytes, at: path, report)
        let hash = SHA256.hash(data: content.bytes).hexadecimal
        try Problems.throwUnlessEmpty(untrusted + library.problems + unexpected(hash, expected: sha256, report))
        guard let header = library.header else { throw Problems(list: library.problems) }
        return ModuleFile(path: path.text, name: path.name, bytes: content.bytes, hash: hash, header: header)
    }
}

extension ModuleFile {
    private static func library(
        _ bytes: [UInt8], at path: ModulePath, _ report: FileProblems
    ) -> (header: ELFHeader?, problems: [Problem]) {
        do throws(ELFFault) {
            let header = try ELFHeader(bytes)
            return (header, OriginCheck(header: header, path: path, report: report).problems())
        } catch {
            return (nil, [report.problem(error)])
        }
    }

    private static func unexpected(_ hash: String, expected: String?, _ report: FileProblems) -> [Problem] {
        guard let expected, expected.lowercased() != hash else { return [] }
        let isHash = expected.count == 64 && expected.allSatisfy { $0.isASCII && $0.isHexDigit }
        let wanted = isHash ? expected.lowercased() : "\"\(expected)\" (not 64 hexadecimal digits)"
        let cause = "has the sha256 \(hash), and the configuration expects \(wanted)"
        return [
            report.problem(
                "module.file.sha256", cause, cure: "If this is the file that you mean, set `sha256: \(hash)`.")
        ]
    }
}

extension Sequence<UInt8> {
    /// Two lowercase digits a byte.
    var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
