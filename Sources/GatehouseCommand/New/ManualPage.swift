import Gatehouse

/// A manual page, in the macros of man(7).
struct ManualPage {
    let text: String

    init(of command: DescribedCommand) {
        let commands = (command.subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
        let name = command.commandName
        text = """
            .TH \(name.uppercased()) 1 "" "Gatehouse \(Gatehouse.version)" "User Commands"
            .SH NAME
            \(name) \\- \(Self.sentence(command.abstract ?? ""))
            .SH SYNOPSIS
            \(commands.map { Self.synopsis($0, of: name) }.joined(separator: "\n.br\n"))
            .SH COMMANDS
            \(commands.map { Self.section($0) }.joined(separator: "\n"))
            .SH OPTIONS
            Those of all commands:
            \(Self.entries(command.arguments ?? []))
            .SH ENVIRONMENT
            .TP
            .B GATEHOUSE_CONFIG
            The configuration file, where \\-\\-config does not name it.
            .SH FILES
            .I gatehouse.yaml
            in the working folder, then
            .IR /etc/gatehouse/gatehouse.yaml .
            .SH EXIT STATUS
            0; 1 for what was refused or failed; 2 for a wrong command line.
            """
    }

    /// In the NAME section: without the full stop, and small.
    private static func sentence(_ abstract: String) -> String {
        let text = abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
        return escaped(text.prefix(1).lowercased() + text.dropFirst())
    }

    private static func synopsis(_ command: DescribedCommand, of name: String) -> String {
        let arguments = own(command).map { argument in
            let usage = usage(argument)
            return argument.isOptional ? "[\(usage)]" : usage
        }
        return ".B \(name) \(command.commandName)\n" + arguments.joined(separator: " ")
    }

    private static func section(_ command: DescribedCommand) -> String {
        let words = [command.abstract, command.discussion].compactMap { $0 }.map(escaped).joined(separator: "\n.PP\n")
        return ".SS \(command.commandName)\n\(words)\n\(entries(own(command)))"
    }

    /// What every command has stands in a section of its own.
    private static func own(_ command: DescribedCommand) -> [DescribedCommand.Argument] {
        (command.arguments ?? []).filter { argument in
            let isOfAll = (argument.names ?? []).contains { ["version", "help"].contains($0.name) }
            return argument.shouldDisplay != false && !isOfAll
        }
    }

    private static func entries(_ arguments: [DescribedCommand.Argument]) -> String {
        arguments.map { argument in
            let names = (argument.names ?? []).map { "\\fB\(escaped($0.text))\\fR" }.joined(separator: ", ")
            let value = argument.kind == "flag" ? "" : "\\fI\(escaped(argument.valueName ?? ""))\\fR"
            let values = argument.allValues.map { " One of \($0.joined(separator: ", "))." } ?? ""
            let standard = argument.kind == "flag" ? nil : argument.defaultValue.map { " Default: \($0)." }
            let text = escaped((argument.abstract ?? "") + values + (standard ?? ""))
            return ".TP\n\([names, value].filter { !$0.isEmpty }.joined(separator: " "))\n\(text)"
        }.joined(separator: "\n")
    }

    private static func usage(_ argument: DescribedCommand.Argument) -> String {
        let name = argument.names?.last.map { "\\fB\(escaped($0.text))\\fR" }
        let value = argument.kind == "flag" ? nil : "\\fI\(escaped(argument.valueName ?? ""))\\fR"
        return [name, value].compactMap { $0 }.joined(separator: " ") + (argument.isRepeating ? " ..." : "")
    }

    /// Hyphens as they are typed, no backslash that means something, and no line that begins like a macro.
    private static func escaped(_ text: String) -> String {
        let lines = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").split(separator: "\n")
        return lines.map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&\($0)" : String($0) }.joined(separator: "\n")
    }
}
