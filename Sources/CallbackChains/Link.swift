package import CModuleCall

/// One callback of one instance: three raw words.
@safe package struct Link {
    let raw: cm_link

    /// - Parameters:
    ///   - function: must stay callable, and `instance` valid, as long as the chain is run.
    ///   - mark: whose it is.
    package init(function: cm_function, instance: UnsafeMutableRawPointer?, mark: ModuleMark) {
        unsafe raw = cm_link(function: function, instance: instance, module: mark.word)
    }

    package init(function: cm_function, instance: UnsafeMutableRawPointer?, module: Int) {
        unsafe self.init(function: function, instance: instance, mark: ModuleMark(module: module))
    }

    package var module: Int { ModuleMark(word: unsafe raw.module).module }
}

/// Where a run stopped.
package struct Stop: Sendable {
    package let link: Int
    package let outcome: UInt32
    /// A C++ exception left the callback.
    package let threw: Bool
}
