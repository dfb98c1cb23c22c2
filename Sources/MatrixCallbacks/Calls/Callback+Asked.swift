import CallbackChains
import ModuleLoader

/// Who is asked, and whether anybody is.
extension Callback {
    /// The instances that make its chain, of all in their order.
    ///
    /// - Parameter callbacks: what an instance takes part in, as `category.callback`.
    package func asked<Module>(of modules: [Module], _ callbacks: (Module) -> [String]) -> [Module] {
        let isOwned = Catalogue.category(category)?.isOwned == true
        if !isOwned { return modules.filter { callbacks($0).contains(fullName) } }
        let owner = modules.first { callbacks($0).contains { $0.hasPrefix(category + ".") } }
        return [owner].compactMap(\.self).filter { callbacks($0).contains(fullName) }
    }

    /// Nothing has happened that anybody could be told of. Synapse docs: federation callbacks.
    package func isPointless(_ arguments: borrowing CallArguments) -> Bool {
        guard let nested = toldOnlyWith, let outer = fields.first(where: { $0.name == nested.record }),
            case .record(let record) = outer.type, let list = record.fields.first(where: { $0.name == nested.list })
        else { return false }
        return arguments.count(list, of: outer) == 0
    }

    /// The field that holds a cookie.
    package var cookieField: Field? { fields.first { if case .cookie = $0.type { true } else { false } } }
}
