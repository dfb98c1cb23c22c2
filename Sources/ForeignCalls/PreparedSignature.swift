package import CForeignCall

/// A signature that is ready to be called: prepared once, for as long as the process lives. A few words, so that a call
/// takes it along for nothing.
@usableFromInline @safe package struct PreparedSignature: @unchecked Sendable {
    /// Nil: `void`.
    package let result: ValueType?
    /// The function takes its instance, a pointer, before the parameters.
    @usableFromInline let takesInstance: Bool
    // - Safety: never changed and never freed.
    package let raw: OpaquePointer
    /// How many cells the arguments take, the instance included.
    @usableFromInline let cellCount: Int

    /// Nil where there is no memory left, or there are too many parameters.
    package init?(_ signature: Signature, takesInstance: Bool) {
        let types = (takesInstance ? [FC_POINTER] : []) + signature.parameters.map(\.type.foreign)
        guard let raw = unsafe fc_prepare(signature.result?.foreign ?? FC_VOID, types, types.count) else { return nil }
        (result, self.takesInstance) = (signature.result, takesInstance)
        unsafe self.raw = raw
        cellCount = types.reduce(0) { $0 + fc_cells($1) }
    }

    /// Calls need no libffi: arguments and result stand in registers.
    package var fitsRegisters: Bool { unsafe fc_fits_registers(raw) }
}

extension ValueType {
    package var foreign: fc_type {
        switch self {
        case .bool: FC_BOOL
        case .i8: FC_I8
        case .u8: FC_U8
        case .i16: FC_I16
        case .u16: FC_U16
        case .i32: FC_I32
        case .u32: FC_U32
        case .i64: FC_I64
        case .u64: FC_U64
        case .f32: FC_F32
        case .f64: FC_F64
        case .pointer, .cText: FC_POINTER
        case .text, .bytes, .json: FC_TEXT
        }
    }

    /// How many cells of a call it takes.
    package var cells: Int { self == .text || self == .bytes || self == .json ? 2 : 1 }
}
