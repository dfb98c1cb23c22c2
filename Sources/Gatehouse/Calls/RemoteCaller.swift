import MatrixCallbacks
import ModuleLoader
import Synchronization

/// A caller that can go away without a task that is cancelled: the other end of a connection, say.
package final class RemoteCaller: Sendable {
    private struct State {
        var isGone = false
        /// What it waits for.
        var flights: [ObjectIdentifier: Flight] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// It has gone away: the calls that it waits for are cancelled, and those that it still begins and would wait for.
    package func leave() {
        let flights = state.withLock { state in
            state.isGone = true
            return Array(state.flights.values)
        }
        for flight in flights { flight.cancel() }
    }

    func waits(for flight: Flight) {
        let isGone = state.withLock { state in
            state.flights[ObjectIdentifier(flight)] = flight
            return state.isGone
        }
        if isGone { flight.cancel() }
    }

    func hasResult(of flight: Flight) {
        state.withLock { _ = $0.flights.removeValue(forKey: ObjectIdentifier(flight)) }
    }
}
