/// A new folder for one look at a module: its private copy and its data, and what it takes for temporary files.
///
/// The process that asks for the look has it, and not the one that looks, which may end at any time: the folder is gone
/// with this. Where that process too is killed, the next one that makes such a folder removes it.
package final class LookFolder: Sendable {
    private let held: HeldFolder

    package var path: String { held.path }

    /// - Throws: why there is none; the module could not be copied either.
    package init() throws(Problems) { held = try PrivateFolder.shared.makeFolder() }

    deinit { held.remove() }
}
