import CallbackChains
import Testing

@testable import MatrixCallbacks

struct ChainTableTests {
    @Test func `A table gives each chain under its number, with what its callback says`() {
        let nobody = Chain([], Steps(.firstAnswer, .skip, .skip), waitsFor: nil, callSize: 8)
        let table = ChainTable(Catalogue.callbacks.map { ReadyChain($0, nobody) })
        #expect(table.count == Catalogue.callbacks.count)
        #expect(Catalogue.callbacks.map { table[$0.index].callback.fullName } == Catalogue.callbacks.map(\.fullName))
        #expect(ChainTable([]).count == 0)
    }

    @Test func `Of a chain that follows, and of one that depends on its arguments, no callback need be asked`() {
        let nobody = Chain([], Steps(.firstAnswer, .skip, .skip), waitsFor: nil, callSize: 8)
        let ready = Catalogue.callbacks.map { ReadyChain($0, nobody) }
        let follows = ready.compactMap { chain in chain.follows.map { [chain.number, $0] } }
        let declared = Catalogue.callbacks.compactMap { callback in
            callback.follows.flatMap { Catalogue.callback($0.callback) }.map { [callback.index, $0.index] }
        }
        #expect(follows == declared)
        #expect(!follows.isEmpty)
        let selective = ready.filter(\.isSelective).map(\.callback.name)
        #expect(
            selective == [
                "auth_checkers", "post_login", "post_login_unused", "on_update_left", "on_update_unused",
                "on_event_delivered_over_federation",
            ])
    }
}
