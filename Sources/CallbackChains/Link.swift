package import CModuleCall

/// One callback of one instance: three raw words.
@safe package struct Link {
    let raw: cm_link

    /// - Parameters:
    ///   - function: must stay callable, and `instance` valid, as long as the chain is run.
    ///   - module: the instance's number among those of the host, from 1. It is the marker that watchdogs and crash
    ///     reports read.
    package init(function: cm_function, instance: UnsafeMutableRawPointer?, module: Int) {
        unsafe raw = cm_link(function: function, instance: instance, module: UInt(module))
    }

    package var module: Int { unsafe Int(raw.module) }
}

/// Where a run stopped.
package struct Stop: Sendable {
    package let link: Int
    package let outcome: UInt32
    /// A C++ exception left the callback.
    package let threw: Bool
}
