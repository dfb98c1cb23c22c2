import ArgumentParser
import Foundation

/// `gatehouse new`
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a new module: a folder with source, test, Makefile and README.",
        discussion: """
            The folder has the module's name and is made where you are. The module refuses guests without an invite; \
            its test passes as it is. Ends with 1 when there is something of that name already.
            """)

    @Argument(help: "Small letters, digits, - and _, beginning with a letter.")
    var name: String

    @Option(help: "What it is written in.")
    var language: Language

    func validate() throws {
        do {
            _ = try ModuleName(name)
        } catch {
            throw ValidationError(error.description)
        }
    }

    func run() throws {
        let name = try ModuleName(name)
        let folder = URL(fileURLWithPath: name.text, isDirectory: true)
        let files = language.template.files(for: name)
        try write(files, into: folder)
        print(report(files, in: folder))
    }

    private func write(_ files: [Template.File], into folder: URL) throws {
        let path = folder.path
        do {
            if (try? FileManager.default.attributesOfItem(atPath: path)) != nil {
                return try fail("\(path) exists already. Give the module another name, or remove what is there.")
            }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            for file in files {
                let place = folder.appendingPathComponent(file.name)
                let parent = place.deletingLastPathComponent()
                try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: place, options: .withoutOverwriting)
            }
        } catch let error as ExitCode {
            throw error
        } catch {
            try fail("\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    private func fail(_ message: String) throws {
        Terminal.error("error: \(message)")
        throw ExitCode(1)
    }

    private func report(_ files: [Template.File], in folder: URL) -> String {
        let width = files.map(\.name.count).max() ?? 0
        let list = files.map { file in
            "  \(file.name)\(String(repeating: " ", count: width - file.name.count))  \(file.purpose)"
        }
        return """
            \(folder.path)
            \(list.joined(separator: "\n"))

            It needs \(language.needs). Next:

              cd \(name)
              make test     # tests it without a host
              make check    # builds it, and asks a host what it thinks of it
            """
    }
}
