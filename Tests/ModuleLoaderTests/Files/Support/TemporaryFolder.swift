import Foundation

/// A folder of one test, mode 0755, which goes with the test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
        path = "\(base)/gatehouse-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        try setMode(0o755)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The absolute path of something in it.
    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    @discardableResult
    func file(_ name: String, _ bytes: [UInt8] = [], mode: Int = 0o755) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: self(name)))
        try setMode(mode, of: name)
        return self(name)
    }

    @discardableResult
    func folder(_ name: String, mode: Int = 0o755) throws -> String {
        try FileManager.default.createDirectory(atPath: self(name), withIntermediateDirectories: true)
        try setMode(mode, of: name)
        return self(name)
    }

    @discardableResult
    func link(_ name: String, to target: String) throws -> String {
        try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
        return self(name)
    }

    func setMode(_ mode: Int, of name: String = ".") throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: self(name))
    }

    func setOwner(_ owner: Int? = nil, group: Int? = nil, of name: String) throws {
        var attributes: [FileAttributeKey: Any] = [:]
        attributes[.ownerAccountID] = owner
        attributes[.groupOwnerAccountID] = group
        try FileManager.default.setAttributes(attributes, ofItemAtPath: self(name))
    }

    func names(in folder: String = ".") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: self(folder)).sorted()
    }
}

/// Runs a program to its end; throws when there is none, or when it fails.
func run(_ program: String, _ arguments: String...) throws { try run(program, arguments) }

func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw CocoaError(.executableLoad) }
}

func bytes(of path: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) }

func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
