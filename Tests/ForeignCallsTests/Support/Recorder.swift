import CForeignCall
import ForeignCalls
import ForeignFunctions

/// A C function that notes what it gets, and returns what it was told to return.
protocol Recorder: AnyObject {
    var function: fc_function { get }
    /// The cells that it got last.
    var cells: [UInt64] { get }
}

/// One of any signature, which libffi makes.
// - Safety: it outlives its calls; tests call it on one thread.
@safe final class MadeRecorder: Recorder {
    private(set) var cells: [UInt64] = []
    private let cellCount: Int
    private let result: fc_result
    nonisolated(unsafe) private var made: OpaquePointer?

    /// - Parameter result: cells of the value that it returns; what they point to must outlive the calls.
    init?(_ signature: Signature, result: fc_result) {
        let types = signature.parameters.map(\.type.foreign)
        (self.result, cellCount) = (result, types.reduce(0) { $0 + fc_cells($1) })
        let own = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe made = ff_make_function(signature.result?.foreign ?? FC_VOID, types, types.count, Self.handler, own)
        if unsafe made == nil { return nil }
    }

    var function: fc_function { unsafe ff_made_function(made) }

    private static let handler: ff_handler = { context, cells, result in
        guard let context = unsafe context, let cells = unsafe cells else { return }
        let recorder = unsafe Unmanaged<MadeRecorder>.fromOpaque(context).takeUnretainedValue()
        recorder.cells = unsafe Array(UnsafeBufferPointer(start: cells, count: recorder.cellCount))
        unsafe result?.pointee = recorder.result
    }

    deinit { unsafe ff_free_function(made) }
}

/// A compiled one, of each signature that fits registers.
final class CompiledRecorder: Recorder {
    init(result: fc_result) { ff_record(result) }
    var function: fc_function { ff_recorder }
    var cells: [UInt64] { unsafe Array(UnsafeBufferPointer(start: ff_recorded(), count: 6)) }
}

extension Recorder {
    /// What it got, as values of these types.
    func received(_ types: [ValueType]) throws -> [ForeignValue] {
        var place = 0
        return try types.map { type in
            defer { place += type.cells }
            let value = fc_result(cells: (cells[place], type.cells == 2 ? cells[place + 1] : 0))
            return try unsafe ForeignValue(value, as: type)
        }
    }
}
