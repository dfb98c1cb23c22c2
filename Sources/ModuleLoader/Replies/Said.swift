package import CallbackChains

/// What a module said of one call.
package struct Said: Sendable {
    /// Nil: it plainly said *next*.
    package var own: OwnOutcome?
    /// Cookies that it gave for nothing.
    package var unused: [UInt64]

    package init(own: OwnOutcome?, unused: [UInt64] = []) { (self.own, self.unused) = (own, unused) }

    package var settled: Settled { own?.settled ?? .next }

    /// All cookies in it, for the case that nobody uses what it says.
    package var cookies: [UInt64] {
        guard let cookie = own?.cookie else { return unused }
        return unused + [cookie]
    }
}
