import CallbackChains
import ForeignCalls
import ModuleLoader
import Synchronization

/// Adopted functions in the chains. One call at a time is in a library, whoever adopted it: it may know of no threads.
final class AdoptedModule: ChainMember {
    let place: MemberPlace
    let name: String
    private let library: ForeignLibrary
    private let calls: [String: AdoptedCall]
    private let lock: CallLock

    /// By the library's hash.
    private static let locks = Mutex<[String: CallLock]>([:])

    init(_ place: MemberPlace, name: String, library: ForeignLibrary, calls: [String: AdoptedCall]) {
        (self.place, self.name, self.library, self.calls) = (place, name, library, calls)
        lock = Self.locks.withLock { locks in
            let lock = locks[library.file.hash] ?? CallLock()
            locks[library.file.hash] = lock
            return lock
        }
    }

    func link(_ category: String, _ callback: String) -> Link? {
        calls["\(category).\(callback)"]?.link(lock, place.mark(isPrompt: false))
    }

    func isPrompt(for category: String) -> Bool { false }

    var callbacks: [String] { calls.keys.sorted() }
    var facts: MemberFacts { Self.facts(library, calls) }

    static func facts(_ library: ForeignLibrary, _ calls: [String: AdoptedCall]) -> MemberFacts {
        var facts = MemberFacts(module: library.file.name)
        let functions = calls.values.map { $0.adopted.function.description }.sorted()
        facts.summary = "adopted: " + functions.joined(separator: "; ")
        (facts.path, facts.sha256) = (library.file.path, library.file.hash)
        return facts
    }
}
