import CGatehouse

/// A field of the C struct `C`. The key path gives its offset, so that the compiler checks that it exists and its type.
package struct TypedField<C> {
    let field: Field

    private init(
        _ name: String, _ type: FieldType, nullable: Bool, _ path: PartialKeyPath<C>, inC nameInC: String? = nil
    ) {
        // A key path to a stored field of a C struct always has an offset; -1 would fail the test that tiles structs.
        field = Field(
            name: name, nameInC: nameInC ?? name, type: type, isNullable: nullable,
            offset: MemoryLayout<C>.offset(of: path) ?? -1)
    }

    static func text(_ name: String, _ path: KeyPath<C, gh_str>, nullable: Bool = false) -> Self {
        unsafe Self(name, .text, nullable: nullable, path)
    }

    static func json(_ name: String, _ path: KeyPath<C, gh_json>, nullable: Bool = false) -> Self {
        unsafe Self(name, .json, nullable: nullable, path)
    }

    static func ownText(_ name: String, _ path: KeyPath<C, gh_json>) -> Self {
        unsafe Self(name, .ownText, nullable: false, path)
    }

    static func flag(_ name: String, _ path: KeyPath<C, gh_bool>) -> Self {
        Self(name, .flag, nullable: false, path)
    }

    static func integer(_ name: String, _ path: KeyPath<C, Int64>, inC nameInC: String? = nil) -> Self {
        Self(name, .integer, nullable: false, path, inC: nameInC)
    }

    static func cookie(_ name: String, _ path: KeyPath<C, UInt64>) -> Self {
        Self(name, .cookie, nullable: false, path)
    }

    static func maybeInteger(_ name: String, _ path: KeyPath<C, gh_maybe_int>) -> Self {
        Self(name, .maybeInteger, nullable: true, path)
    }

    static func record<R>(
        _ name: String, _ path: KeyPath<C, UnsafePointer<R>?>, _ type: RecordType, nullable: Bool = false
    ) -> Self {
        unsafe Self(name, .record(type), nullable: nullable, path)
    }

    static func records<List>(
        _ name: String, _ path: KeyPath<C, List>, _ type: RecordType, asTuples: Bool = false
    ) -> Self {
        Self(name, .records(type, asTuples: asTuples), nullable: false, path)
    }

    static func state(_ name: String, _ path: KeyPath<C, OpaquePointer?>) -> Self {
        unsafe Self(name, .state, nullable: false, path)
    }

    static func media(_ name: String, _ path: KeyPath<C, OpaquePointer?>) -> Self {
        unsafe Self(name, .media, nullable: false, path)
    }
}

extension RecordType {
    convenience init<C>(_: C.Type, _ fields: [TypedField<C>]) {
        self.init(name: "\(C.self)", size: MemoryLayout<C>.size, fields: fields.map(\.field))
    }
}
