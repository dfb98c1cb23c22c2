import Foundation
import Gatehouse
import ModuleLoader
import Testing

/// Four places, and what can go wrong at them.
struct ConfigurationFileTests: ~Copyable {
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/gatehouse-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder + "/here", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ name: String, _ text: String = "") throws -> String {
        try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
        return "\(folder)/\(name)"
    }

    private func found(_ given: String? = nil, _ variables: [String: String] = [:]) throws(Problems) -> String {
        try ConfigurationFile(
            given: given, environment: variables, workingFolder: folder + "/here", systemFile: folder + "/system.yaml"
        ).path
    }

    private func problems(_ path: String) -> [String] {
        do throws(Problems) {
            _ = try Configuration.read(path: path, environment: [:], workingFolder: folder + "/here")
            return []
        } catch {
            return error.list.map(\.description)
        }
    }

    @Test func `of the four places the first counts`() throws {
        let system = try write("system.yaml")
        #expect(try found() == system)
        let here = try write("here/gatehouse.yaml")
        #expect(try found() == here)
        let variable = try write("variable.yaml")
        #expect(try found(nil, ["GATEHOUSE_CONFIG": variable]) == variable)
        #expect(try found(nil, ["GATEHOUSE_CONFIG": ""]) == here)
        let given = try write("given.yaml")
        #expect(try found(given, ["GATEHOUSE_CONFIG": variable]) == given)
    }

    @Test(arguments: ["other.yaml", "./other.yaml", "../here/other.yaml"])
    func `relative paths start in the working folder`(path: String) throws {
        let whole = folder + "/here/" + (path.hasPrefix("./") ? "other.yaml" : path)
        #expect(try found(path) == whole)
        #expect(try found(nil, ["GATEHOUSE_CONFIG": path]) == whole)
    }

    @Test func `where there is no file at all, the places are told`() {
        let expected =
            "gatehouse.yaml: there is no \(folder)/here/gatehouse.yaml and no \(folder)/system.yaml. "
            + "Write one of them, or name another file with `--config` or $GATEHOUSE_CONFIG. [config.not-found]"
        #expect(throws: Problems.self) { try found() }
        do throws(Problems) { _ = try found() } catch { #expect(error.description == expected) }
    }

    @Test func `a file that was asked for is not replaced by another`() throws {
        _ = try write("here/gatehouse.yaml")
        let expected =
            "\(folder)/here/none.yaml: there is no such file. "
            + "Correct the path that `--config` or $GATEHOUSE_CONFIG gives. [config.not-found]"
        #expect(problems("none.yaml") == [expected])
        #expect(problems("gatehouse.yaml/none.yaml").first?.hasSuffix("[config.not-found]") == true)
    }

    @Test func `a folder is no file`() {
        #expect(problems(folder) == ["\(folder): it is a folder. Name the file in it. [config.unreadable]"])
    }

    @Test(.enabled("root may read everything") { getuid() != 0 })
    func `a file that may not be read is a problem`() throws {
        let path = try write("secret.yaml")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        let expected =
            "\(path): permission denied. "
            + "Let the user that runs the host read the file and enter the folders above it. [config.unreadable]"
        #expect(problems(path) == [expected])
    }

    @Test func `a file that is not UTF-8 is a problem`() throws {
        let path = folder + "/latin1.yaml"
        try Data("modules:\n# caf".utf8 + [0xE9, 0x0A]).write(to: URL(fileURLWithPath: path))
        #expect(problems(path) == ["\(path):2: the line is not UTF-8. Save the file as UTF-8. [config.unreadable]"])
    }

    @Test func `mistakes name the whole path, and relative paths start in its folder`() throws {
        let path = try write("here/gatehouse.yaml", "modul:\n")
        #expect(problems("gatehouse.yaml").first?.hasPrefix("\(path):1: modul: unknown key.") == true)
        _ = try write("here/gatehouse.yaml", "modules: [{module: m}]\n")
        let read = try Configuration.read(path: nil, environment: [:], workingFolder: folder + "/here")
        let entry = ModuleEntry("m", origin: "\(path):1: modules.0")
        #expect(read == Configuration(modules: [entry], folder: folder + "/here"))
    }
}
