import FuzzSupport
import Gatehouse
import JSONText
import ModuleLoader

/// A configuration file. What is taken can be handed on: modules get their section as JSON text.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    // - Safety: libFuzzer lends `count` bytes for the length of this call.
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    guard let text = unsafe String(validating: bytes, as: UTF8.self) else { return 0 }
    do throws(Problems) {
        let configuration = try Configuration(yaml: text, file: "/etc/gatehouse.yaml")
        let entries = configuration.modules + configuration.legacy.entries.map(\.entry)
        expect(Set(entries.map(\.name)).count == entries.count, "two modules of one name")
        for entry in entries { check(entry) }
    } catch {
        expect(!error.list.isEmpty, "refused without a reason")
        for problem in error.list { check(problem) }
    }
    return 0
}

private func check(_ entry: ModuleEntry) {
    expect(!entry.module.isEmpty, "a module without a name")
    expect(entry.sha256.map { $0.utf8.count == 64 } ?? true, "a hash of another length")
    let section = try? JSONValue(parsing: entry.config.text)
    expect(section == entry.config, "\(entry.config) reads \(String(describing: section))")
}

private func check(_ problem: Problem) {
    expect(documentedCodes.contains(problem.code), "a code that is not documented: \(problem)")
    expect(problem.subject.hasPrefix("/etc/gatehouse.yaml:"), "a problem without a place: \(problem)")
    expect(!problem.cause.isEmpty && !problem.cure.isEmpty, "a problem without words: \(problem)")
}
