import CForeignCall
import ForeignCalls

/// A C function of any signature, which notes what it gets and returns what it was told to return.
// - Safety: it lives as long as the process, like the function that is made for it; tests call it on one thread.
final class Recorder {
    let prepared: PreparedSignature
    private(set) var received: [ForeignValue] = []
    private(set) var fault: String?
    private var result: fc_result

    /// - Parameter result: cells of the value that it returns; what they point to must outlive the calls.
    init(_ prepared: PreparedSignature, result: fc_result) { (self.prepared, self.result) = (prepared, result) }

    func function() -> fc_function? {
        unsafe fc_make_function(
            prepared.raw,
            { context, cells, result in
                guard let context = unsafe context, let cells = unsafe cells else { return }
                let recorder = unsafe Unmanaged<Recorder>.fromOpaque(context).takeUnretainedValue()
                unsafe recorder.note(cells)
                unsafe result?.pointee = recorder.result
            }, Unmanaged.passRetained(self).toOpaque())
    }

    private func note(_ cells: UnsafePointer<UInt64>) {
        var place = 0
        received = prepared.signature.parameters.map { parameter in
            let second = fc_cells(parameter.type.foreign) == 2 ? unsafe cells[place + 1] : 0
            let value = fc_result(cells: (unsafe cells[place], second))
            place += fc_cells(parameter.type.foreign)
            do throws(ResultFault) {
                return try unsafe ForeignValue(value, as: parameter.type)
            } catch {
                fault = error.cause
                return .none
            }
        }
    }
}
