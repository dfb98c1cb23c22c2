import CGatehouse
import CallbackChains
import ModuleLoader

/// A callback of the category whose table is `Table`.
struct Entry<Table> {
    let make: (_ category: String) -> Callback

    init<Call, Slot>(
        _ name: String, since: String, _ call: Call.Type, _ slot: KeyPath<Table, Slot>, _ reply: ReplyKind,
        _ rule: Rule, failure: FailureRule, invalid: InvalidAnswerRule, unavailable: UnavailableRule = .fail,
        least: Int64? = nil, asked: String, follows: Callback.Follow? = nil, key: String? = nil,
        cookie: Callback.CookieSlots? = nil,
        toldOnlyWith: Callback.NestedList? = nil,
        _ fields: [TypedField<Call>]
    ) {
        let (size, fields) = (MemoryLayout<Call>.size, fields.map(\.field))
        make = { category in
            Callback(
                category: category, name: name, since: since, asked: asked, reply: reply, rule: rule, failure: failure,
                invalid: invalid, unavailable: unavailable, least: least, fields: fields,
                table: FieldTable(fields, size: size),
                callSize: size, slot: MemoryLayout<Table>.offset(of: slot) ?? -1, follows: follows, key: key,
                cookie: cookie, toldOnlyWith: toldOnlyWith)
        }
    }
}

extension Category {
    init<Table>(
        _ name: String, _ pointer: KeyPath<gh_module, UnsafePointer<Table>?>, together: [[String]] = [],
        required: String? = nil, docs: String? = nil, _ entries: [Entry<Table>]
    ) {
        unsafe self.init(
            name: name, together: together, required: required, docs: docs ?? "\(name)_callbacks",
            pointerOffset: MemoryLayout<gh_module>.offset(of: pointer) ?? -1,
            tableSize: MemoryLayout<Table>.size, callbacks: entries.map { $0.make(name) })
    }
}
