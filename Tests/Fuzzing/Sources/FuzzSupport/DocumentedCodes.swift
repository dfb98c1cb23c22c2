import Foundation

/// The codes of problems that the documentation has a line for.
public let documentedCodes: Set<String> = {
    let root = (0..<5).reduce(URL(fileURLWithPath: #filePath)) { path, _ in path.deletingLastPathComponent() }
    let page = root.appendingPathComponent("Sources/Gatehouse/Gatehouse.docc/Problems.md")
    let lines = ((try? String(contentsOf: page, encoding: .utf8)) ?? "").split(separator: "\n")
    return Set(
        lines.filter { $0.hasPrefix("| `") }.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) })
}()
